"""How much room words need in office files, all of which are set in Arial: lines of texts, and widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..escape import running
from ..lettering.line_breaks import widest_piece, wrap
from . import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from . import Said, Table

FONT: Final = "Arial"
_MOST: Final = 3
"""A single word gets no more than this part of the room for itself: a third."""


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Say how many lines a text takes in this width, in points."""
    return len(wrap(text, max(width, size), size, bold=bold))


def column_widths(table: Table, room: float, size: float, aside: float) -> list[float]:
    """Give the widths of the columns of a table as its shares say, but none too narrow for its longest word.

    ``aside`` is what stays free in a cell at both sides together. All lengths are in points.
    """
    shares = table.widths or (1,) * len(table.head)
    least = [min(room / _MOST, widest(table, column, size) + aside) for column in range(len(shares))]
    widths = _shared(shares, room)
    if sum(least) >= room:
        return widths
    narrow: set[int] = set()
    while more := {at for at, width in enumerate(widths) if at not in narrow and width < least[at]}:
        narrow |= more
        rest = _shared(
            [0 if at in narrow else share for at, share in enumerate(shares)], room - sum([least[at] for at in narrow])
        )
        widths = [least[at] if at in narrow else rest[at] for at in range(len(shares))]
    return widths


def widest(table: Table, column: int, size: float) -> float:
    """Give the width of the longest word in a column, in points."""
    words: list[Said] = [row[column].said for row in table.rows]
    texts = {running(plain(each)) for each in words}
    return max([widest_piece(table.head[column], size, bold=True), *[widest_piece(text, size) for text in texts]])


def _shared(shares: Sequence[float], room: float) -> list[float]:
    return [room * share / sum(shares) for share in shares]
