"""How much fits on a slide: how high texts get, and how what is too long is cut between two words.

A slide needs no more than a good guess of heights; nothing is left out where the guess is wrong.
"""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from ..escape import running
from ..lettering.glyph_widths import width as width_of
from . import Cell, Run, Style, plain
from .measures import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from . import Item, Said

SMALL: Final = 14.0
"""The size of the smallest text on a slide, in points."""

CELL: Final = 6.0
"""What stays free at the sides of a cell, in points."""

TEXT: Final = 18.0
"""The size of ordinary words on a slide, in points."""

FURTHER: Final = 18.0
"""How much further in the entries of a list stand, in points."""

_LINE: Final = 1.2
_SAFE: Final = 0.97
"""Programs round the widths of letters, so a line may hold a little less than was measured."""

_SMALLER: Final = (1.0, 0.85, 0.7, 0.55)
_PIECES: Final = re.compile(r"\s*\S{1,60}|\s+")


class Line(NamedTuple):
    """A paragraph on a slide; in a list it stands ``indent`` points further in, behind a ``sign``."""

    said: Said
    size: float
    indent: float = 0.0
    sign: str = ""


def listed(items: Sequence[Item], depth: int = 1, *, numbered: bool = False) -> Iterator[Line]:
    """Give the entries of a list and of the lists below them."""
    for number, item in enumerate(items, 1):
        yield Line(item.said, TEXT if depth == 1 else SMALL, depth * FURTHER, str(number) if numbered else "•")
        yield from listed(item.under, depth + 1)


def cut(line: Line, width: float, room: float) -> Iterator[Line]:
    """Give a paragraph, or several where it is higher than the room; what goes on has no sign of its own."""
    for number, words in enumerate(parts_of(line.said, line.size, width - line.indent, room)):
        yield line._replace(said=words, sign=line.sign if number == 0 else "")


def height_of(words: Said, size: float, width: float) -> float:
    """Say how high words will be."""
    is_bold = any(run.style is Style.STRONG for run in words)
    return lines_of(running(plain(words)), size, width * _SAFE, bold=is_bold) * size * _LINE


def size_for(words: Said, size: float, width: float, room: float) -> float:
    """Give the size in which words fit into their room: this one, or a smaller one that can still be read."""
    sizes = [max(SMALL, size * smaller) for smaller in _SMALLER]
    return next((each for each in sizes if height_of(words, each, width) <= room), sizes[-1])


def headline(text: str, size: float, width: float, room: float) -> Line:
    """Give as much of the beginning of a heading as fits into the room, as large as it can be."""
    words = (Run(text, Style.STRONG),)
    fitting = size_for(words, size, width, room)
    first, *more = parts_of(words, fitting, width - fitting, room)
    return Line((Run(f"{plain(first).rstrip()}…", Style.STRONG),) if more else words, fitting)


def row_height(texts: Iterable[Said], widths: Sequence[float]) -> float:
    """Say how high the row of a table will be."""
    return max([height_of(words, SMALL, width - 2 * CELL) for words, width in zip(texts, widths, strict=True)]) + 6


def rows_of(row: tuple[Cell, ...], widths: Sequence[float], room: float) -> Iterator[tuple[Cell, ...]]:
    """Give a row, or several where its texts are higher than the room."""
    parts = [parts_of(cell.said, SMALL, width - 2 * CELL, room - 12) for cell, width in zip(row, widths, strict=True)]
    for texts in zip_longest(*parts, fillvalue=()):
        yield tuple([Cell(words) for words in texts])


def parts_of(words: Said, size: float, width: float, room: float) -> list[Said]:
    """Cut words into parts that each fit into the room, between two words where that can be done."""
    if height_of(words, size, width) <= room:
        return [words]
    most, across = max(1, int(room / (size * _LINE))), width * _SAFE
    parts: list[list[Run]] = [[]]
    lines, used = 1, 0.0
    for piece in [run._replace(text=text) for run in words for text in _PIECES.findall(run.text)]:
        needs = width_of(piece.text, size, bold=piece.style is Style.STRONG)
        more = int(needs // across) if needs > across else int(used + needs > across)
        lines, used = lines + more, (used if not more else 0.0) + needs % across
        if lines > most and parts[-1]:
            parts.append([])
            lines, used = 1 + int(needs // across), needs % across
        parts[-1].append(piece)
    return [_joined(part) for part in parts]


def _joined(pieces: list[Run]) -> Said:
    """Put pieces of one look together again."""
    groups = groupby(pieces, key=lambda run: (run.style, run.to))
    runs = [Run("".join([run.text for run in group]), *look) for look, group in groups]
    return (runs[0]._replace(text=runs[0].text.lstrip()), *runs[1:]) if runs else ()
