"""The pictures that are on the pages, one for each way of looking, and what travels from one to the next.

A page gets what differs from the picture it has. Many pages have the same one, so what travels is found and written
once for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .guest import written
from .patch import patch

if TYPE_CHECKING:
    from collections.abc import Collection

    from .drawing import Drawn
    from .guest import Guest
    from .look import Look

REMEMBERED = 12
"""Pictures of one look that are kept for pages that are behind; whoever is further behind gets the whole."""


class Shown(NamedTuple):
    """A picture with its number, the elements that changed last, and those that are shown as they were."""

    drawn: Drawn
    number: int
    newest: tuple[str, ...]
    held: tuple[str, ...]


class Pictures:
    """The newest picture of each look, and a few before it."""

    def __init__(self) -> None:
        self._shown: dict[Look, list[Shown]] = {}
        self._written: dict[tuple[int, int | None], str] = {}

    def __contains__(self, look: Look) -> bool:
        return look in self._shown

    def put(self, look: Look, shown: Shown) -> None:
        """Take a new picture."""
        kept = self._shown.setdefault(look, [])
        kept.append(shown)
        del kept[:-REMEMBERED]
        self._written.clear()

    def keep_only(self, looks: Collection[Look]) -> None:
        """Forget the pictures that nobody looks at any more."""
        self._shown = {look: kept for look, kept in self._shown.items() if look in looks}

    def show_to(self, guest: Guest) -> bool:
        """Send a page the newest picture, unless it has it or is still at the last one; False where there is none."""
        kept = self._shown.get(guest.look)
        if not kept:
            return False
        newest = kept[-1]
        if guest.wants(newest.number):
            guest.show(self._message(guest, kept), newest.number)
        return True

    def _message(self, guest: Guest, kept: list[Shown]) -> str:
        newest = kept[-1]
        base = next((shown for shown in kept if shown.number == guest.number), None)
        key = newest.number, base.number if base else None
        if key not in self._written:
            drawn = newest.drawn
            self._written[key] = written({
                "type": "picture", "number": newest.number, "base": key[1],
                "patch": patch(base.drawn.lines if base else (), drawn.lines),
                "newest": newest.newest, "held": newest.held, "note": drawn.note, "look": guest.look.as_json(),
            })  # fmt: skip
        return self._written[key]
