"""How wide the columns of a workbook are and how high its rows: on the screen, and on one sheet of paper across.

Not every program makes rows as high as their texts when it opens a workbook, so that is done here.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from ..lettering.glyph_widths import width
from . import plain
from .measures import lines_of, widest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from . import Table

TEXT: Final = 10.0
"""The size of words in a workbook, in points."""

PAGE: Final = 84
"""How wide words are that stand in no table, in characters: as wide as an upright page."""

UPRIGHT: Final = 105
"""How wide a table may be on an upright page, in characters; a wider one is printed on pages that lie on their side."""

_LYING: Final = 190
_TIGHT: Final = 1.3
"""How much more than that may be on one page across before a second one is better."""

_WIDEST: Final = 48
_NARROWEST: Final = 10
_LONGEST_WORD: Final = 30
_CHARACTER: Final = 5.25
"""The unit of columns, which is a digit of the font of the book, in points."""

_SAFE: Final = 0.96
"""Programs round the widths of letters, so a line may hold a little less than was measured."""

_LINE: Final = 1.275
_HIGHEST: Final = 409.0
"""How high a row can be, in points."""


def columns_of(table: Table) -> list[int]:
    """Give the widths of the columns, in characters: what their texts need, less where they do not fit on paper.

    The first column says what a row is about, and is cut short last.
    """
    count = range(len(table.head))
    least = [min(_LONGEST_WORD, _characters(widest(table, column, TEXT))) for column in count]
    wanted = [_wanted(table, column) for column in count]
    for most in range(_WIDEST, _NARROWEST, -1):
        limits = [min(_WIDEST, 2 * most), *[most] * (len(wanted) - 1)]
        widths = [max(_NARROWEST, low, min(each)) for low, *each in zip(least, wanted, limits, strict=True)]
        if sum(widths) <= _LYING:
            break
    return widths


def pages_across(widths: Sequence[int]) -> int:
    """Say on how many pages beside each other a sheet is printed, its first column on each, so that it can be read."""
    first, *rest = widths
    return max(1, ceil(sum(rest) / (_LYING * _TIGHT - first)))


def _wanted(table: Table, column: int) -> int:
    lines = [line for row in table.rows for line in plain(row[column].said).split("\n")]
    longest = max([width(line, TEXT) for line in lines], default=0.0)
    return _characters(max(longest, width(table.head[column], TEXT, bold=True)))


def _characters(points: float) -> int:
    return ceil(points / _CHARACTER / _SAFE) + 1


def height_of(text: str, columns: int, size: float = TEXT, *, bold: bool = False) -> float:
    """Give the height of a row with this text in a column of this width, in points."""
    return min(_HIGHEST, lines_of(text, size, columns * _CHARACTER * _SAFE, bold=bold) * size * _LINE)
