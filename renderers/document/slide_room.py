"""How much fits on a slide: how high texts get, and how what is too long is cut between two words.

A slide needs no more than a good guess of heights; nothing is left out where the guess is wrong.
"""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final

from . import Cell, Run, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from . import Said

SMALL: Final = 14.0
"""The size of the smallest text on a slide, in points."""

CELL: Final = 6.0
"""What stays free at the sides of a cell, in points."""

_LINE: Final = 1.25
_LETTER: Final = 0.54
"""How wide a letter is for its size, on average."""

_PIECES: Final = re.compile(r"\s*\S{1,60}|\s+")


def height_of(text: str, size: float, width: float) -> float:
    """Say how high a text will be."""
    lines = sum([max(1, -(-len(part) // _letters(size, width))) for part in text.split("\n")])
    return lines * size * _LINE


def _letters(size: float, width: float) -> int:
    return max(1, int(width / (size * _LETTER)))


def row_height(texts: Iterable[Said], widths: Sequence[float]) -> float:
    """Say how high the row of a table will be."""
    return (
        max([height_of(plain(words), SMALL, width - 2 * CELL) for words, width in zip(texts, widths, strict=True)]) + 6
    )


def widths_of(table: Table, room: float) -> list[float]:
    """Give the widths of the columns of a table that has this room."""
    shares = table.widths or (1,) * len(table.head)
    return [room * share / sum(shares) for share in shares]


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


def rows_of(row: tuple[Cell, ...], widths: Sequence[float], room: float) -> Iterator[tuple[Cell, ...]]:
    """Give a row, or several where its texts are higher than the room."""
    parts = [parts_of(cell.said, SMALL, width - 2 * CELL, room - 12) for cell, width in zip(row, widths, strict=True)]
    for texts in zip_longest(*parts, fillvalue=()):
        yield tuple([Cell(words) for words in texts])


def parts_of(words: Said, size: float, width: float, room: float) -> list[Said]:
    """Cut words into parts that each fit into the room, between two words where that can be done."""
    if height_of(plain(words), size, width) <= room:
        return [words]
    most = max(1, int(room / (size * _LINE)) - 1) * _letters(size, width)
    parts: list[list[Run]] = [[]]
    used = 0
    for piece in [run._replace(text=text) for run in words for text in _PIECES.findall(run.text)]:
        if used and used + len(piece.text) > most:
            parts.append([])
            used = 0
        parts[-1].append(piece)
        used += len(piece.text)
    return [_joined(part) for part in parts]


def _joined(pieces: list[Run]) -> Said:
    """Put pieces of one look together again."""
    groups = groupby(pieces, key=lambda run: (run.style, run.to))
    return tuple([Run("".join([run.text for run in group]), *look) for look, group in groups])
