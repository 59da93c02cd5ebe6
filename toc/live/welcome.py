"""What a page is told when it comes in: what it may do, which files there are, the words of the card, the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toc.service import CARD, ROUNDS

from . import assets

if TYPE_CHECKING:
    from .guest import Guest
    from .room import Room


def welcome(room: Room, guest: Guest) -> dict[str, Any]:
    """Greet a page."""
    return {
        "type": "hello",
        "may": guest.may,
        "run": room.run,
        "plan": room.desk.mark,
        "files": [{"name": name} for name in room.desk.open],
        "main": room.desk.main,
        "rounds": [
            {"name": one.name, "title": one.title, "prompt": one.prompt, "kinds": one.kinds, "rules": one.rules}
            for one in ROUNDS
        ],
        "card": [{"write": one.word, "for": one.about, "example": one.example} for one in CARD],
        "share": _links(room, guest),
        "plain": not assets.has_editor(),
    }


def _links(room: Room, guest: Guest) -> dict[str, str | None] | None:
    """Give the links of a shared room; the one for writing only to those who have it already."""
    if room.links is None:
        return None
    return {"write": room.links.write if guest.may == "write" else None, "read": room.links.read}
