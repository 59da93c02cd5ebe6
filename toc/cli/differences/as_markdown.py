"""Changes as Markdown for a pull request: a list under a heading for each class, with every text escaped."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from toc.compare.told import NOTHING
from toc.compare.words import Role
from toc.render import markdown_text

from . import DROPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.compare.told import Told
    from toc.compare.words import Pieces

    from . import Difference

_MARKS: Final = {"+": "➕", "-": "➖", "~": "✏️", ">": "➡️", "!": "⚠️"}
"""Signs, since colours are lost on some readers and on paper."""

_DRESSED: Final = {Role.GONE: "<del>{}</del>", Role.COME: "<ins>{}</ins>", Role.ASIDE: "<sub>{}</sub>"}


_MEANS: Final = {"+": "new", "-": "gone", "~": "changed", ">": "moved"}
_BOTH: Final = "<del>words that are gone</del> and <ins>words that are new</ins>"
"""What stands above the list; who reads it may never have seen one like it."""


def document(difference: Difference) -> str:
    """Write all changes."""
    return "\n".join(_lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    if not difference.groups:
        whom = f" for {markdown_text(difference.whom)}" if difference.whom else ""
        yield f"{NOTHING[0].upper()}{NOTHING[1:]}{whom}."
    else:
        yield from _told(difference)
    if difference.dropped:
        yield from ("", f"### {DROPPED}", "")
        yield from [f"- ⚠️ {_pieces(each)}" for each in difference.dropped]


def _told(difference: Difference) -> Iterator[str]:
    yield f"**{markdown_text(difference.heading)}**"
    yield from ("", f"<sub>{' · '.join(_legend(difference))}</sub>")
    for group in difference.groups:
        yield from ("", f"### {markdown_text(group.title)}", "")
        yield from [item(told) for told in group.told]


def _legend(difference: Difference) -> Iterator[str]:
    """Say what the signs mean that follow."""
    told = [each for group in difference.groups for each in group.told]
    yield from [f"{_MARKS[mark]} {means}" for mark, means in _MEANS.items() if any(each.mark == mark for each in told)]
    if any(piece.role in (Role.GONE, Role.COME) for each in told for piece in each.pieces):
        yield _BOTH


def item(told: Told) -> str:
    """Write one sentence as an item of a list."""
    return f"- {_MARKS[told.mark]} {_pieces(told.pieces)}"


def _pieces(pieces: Pieces) -> str:
    runs = groupby(pieces, key=lambda piece: piece.role if piece.role in _DRESSED else Role.OURS)
    written = "".join([_run(role, "".join([each.text for each in run])) for role, run in runs])
    return written.replace("</del><ins>", "</del> <ins>")


def _run(role: Role, text: str) -> str:
    """Write a run of pieces; the spaces around it stay outside of its escaping, which would drop them."""
    bare = text.strip()
    if not bare:
        return " " if text else ""
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{_DRESSED.get(role, '{}').format(markdown_text(bare))}{after}"
