r"""The chapters of the story as blocks of a document, so that Word and the like tell it too, and nothing is told twice.

Chapters write Markdown in which everything that somebody typed is escaped (`escape.markdown_text`), so that what is
left unescaped is ours: ``**`` and ``*`` around words, links, code, and what begins a line. That is all that is read
here; it is no reader of Markdown. Every text comes out as it was before it was escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..document import Cell, Heading, Item, Listing, Paragraph, Run, Style, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..document import Block, Said

_PIECE: Final = re.compile(r"\\(.)|(\*\*)|(\*)|`([^`]*)`|\[((?:\\.|[^\\\]])*)\]\(([^()\s]*)\)|&(amp|quot);", re.DOTALL)
_ENTITIES: Final = {"amp": "&", "quot": '"'}


def as_blocks(chapter: Iterable[str]) -> tuple[Block, ...]:
    """Give what a chapter wrote as blocks."""
    return tuple([_block(text) for text in chapter])


def words_of(text: str) -> Said:
    """Give a line that a chapter wrote as words with their styles."""
    runs: list[Run] = []
    for run in _runs(text):
        if runs and run.to is None and runs[-1].to is None and runs[-1].style is run.style:
            runs[-1] = Run(runs[-1].text + run.text, run.style)
        else:
            runs.append(run)
    return tuple(runs)


def _block(text: str) -> Block:
    if text.startswith("#"):
        signs, _, title = text.partition(" ")
        return Heading(plain(words_of(title)), len(signs) - 1)
    if text.startswith("- "):
        return Listing(tuple([Item(words_of(line.removeprefix("- "))) for line in text.split("\n")]))
    if text.startswith("| "):
        head, _, *rows = [_cells(line) for line in text.split("\n")]
        return Table(tuple([plain(cell.said) for cell in head]), tuple(rows), _widths([head, *rows]))
    return Paragraph(words_of(text))


def _cells(line: str) -> tuple[Cell, ...]:
    """Take a row of a table apart; a stroke inside a cell is escaped, ours stands between spaces."""
    parts = line.removeprefix("| ").removesuffix(" |").split(" | ")
    return tuple([Cell(words_of(part.strip())) for part in parts])


def _widths(rows: list[tuple[Cell, ...]]) -> tuple[int, ...]:
    """Share the page between columns by the length of what stands in them, so that none becomes a thread."""
    longest = [max(len(plain(row[at].said)) for row in rows) for at in range(len(rows[0]))]
    return tuple([2 if length <= _NARROW else 3 if length <= _WIDE else 6 for length in longest])


_NARROW: Final = 16
_WIDE: Final = 40


def _runs(text: str) -> Iterator[Run]:
    style, start = Style.PLAIN, 0
    for found in _PIECE.finditer(text):
        if found.start() > start:
            yield Run(text[start : found.start()], style)
        start = found.end()
        escaped, strong, quiet, code, name, target, entity = found.groups()
        if strong or quiet:
            mark = Style.STRONG if strong else Style.QUIET
            style = Style.PLAIN if style is mark else mark
        elif name is not None:
            yield Run(plain(words_of(name)), style, target)
        else:
            yield Run(_ENTITIES[entity] if entity else code if code is not None else escaped, style)
    if text[start:]:
        yield Run(text[start:], style)
