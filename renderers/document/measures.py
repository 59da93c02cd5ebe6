"""How much room words need in office files, all of which are set in Arial: lines of texts, and widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..escape import running
from ..lettering.line_breaks import widest_piece, wrap
from . import Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from . import Said

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
    least = _least(table, room, size, aside)
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


def parts_across(table: Table, room: float, size: float, aside: float) -> list[Table]:
    """Give a table, or several that each fit the room with their longest words and begin with what a row is about."""
    least = _least(table, room, size, aside)
    if sum(least) <= room:
        return [table]
    most = 1 + int((room - least[0]) / max(least[1:]))
    return [columns_of(table, kept) for kept in split_columns(len(table.head), most)]


def _least(table: Table, room: float, size: float, aside: float) -> list[float]:
    return [min(room / _MOST, widest(table, column, size) + aside) for column in range(len(table.head))]


def split_columns(count: int, most: int) -> Iterator[tuple[int, ...]]:
    """Give the numbers of the columns of each part of a table, the first in every one, none of them much narrower."""
    parts = -(-(count - 1) // (most - 1))
    for part in range(parts):
        yield (0, *range(1 + part * (count - 1) // parts, 1 + (part + 1) * (count - 1) // parts))


def columns_of(table: Table, kept: tuple[int, ...]) -> Table:
    """Give a table of some of the columns of another."""
    rows = tuple([tuple([row[at] for at in kept]) for row in table.rows])
    widths = tuple([table.widths[at] for at in kept]) if table.widths else ()
    return Table(tuple([table.head[at] for at in kept]), rows, widths, table.name)


def widest(table: Table, column: int, size: float) -> float:
    """Give the width of the longest word in a column, in points."""
    words: list[Said] = [row[column].said for row in table.rows]
    texts = {running(plain(each)) for each in words}
    return max([widest_piece(table.head[column], size, bold=True), *[widest_piece(text, size) for text in texts]])


def _shared(shares: Sequence[float], room: float) -> list[float]:
    return [room * share / sum(shares) for share in shares]
