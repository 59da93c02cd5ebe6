"""One comment for each request: found by its mark, written over, or made when there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from . import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOTHING_LEFT: Final = f"{MARK}\nNo plan changes here any more.\n"
"""What a comment becomes when a later push took the changes back."""


class Comment(NamedTuple):
    """A comment on a request. ``ours`` says whether it is by whom the token belongs to; asked only when it matters."""

    number: int
    body: str
    ours: Callable[[], bool]


class Forge(NamedTuple):
    """What can be done with the comments of one request, oldest first; all of it raises ForgeTrouble."""

    comments: Callable[[], Iterable[Comment]]
    create: Callable[[str], None]
    replace: Callable[[int, str], None]


def keep_one(forge: Forge, text: str) -> str:
    """Make sure that one comment says this, and give a sentence about what was done; an empty text says nothing.

    Anybody can write our mark into a comment, so one by somebody else stays as it is.
    """
    ours = (each for each in forge.comments() if each.body.lstrip().startswith(MARK) and each.ours())
    before = next(ours, None)
    wanted = text if text.strip() else NOTHING_LEFT
    if before is None and not text.strip():
        return "No plan changes here, so there is nothing to say."
    if before is None:
        forge.create(text)
        return "A comment says what changes."
    if _same(before.body, wanted):
        return "The comment says so already."
    forge.replace(before.number, wanted)
    return "The comment is up to date."


def _same(one: str, other: str) -> bool:
    """Compare as a forge keeps it: with other line ends, and nothing at the end."""
    return one.replace("\r\n", "\n").strip() == other.strip()
