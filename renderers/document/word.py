"""A document as a Word file: real headings, lists and tables, pictures as SVG with a PNG for older programs.

A document with a wide table has its pages turned. The language and the direction of the words are said, pictures have
their words for who cannot see them, and the same document gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ..escape import link_target, one_line
from ..png import for_a_page
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table
from .container import same_bytes
from .word_parts import Word, word

if TYPE_CHECKING:
    from . import Block, Document, Item, Said

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  documents need a day, and no clock is read
_MANY_COLUMNS: Final = 6
_DEEPEST: Final = 2
_LINE: Final = "_" * 60


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as .docx; raises CannotRenderError where a part for it is not installed."""
    parts = word()
    paper = parts.new()
    paper.core_properties.title = one_line(document.title)
    for day in ("created", "modified", "last_printed"):
        setattr(paper.core_properties, day, _ANY_DAY)
    for name in ("author", "last_modified_by", "comments"):
        setattr(paper.core_properties, name, "")
    _Paper(paper, parts, document).fill()
    out = io.BytesIO()
    paper.save(out)
    return Made(same_bytes(out.getvalue()))


class _Paper:
    """A Word file while it is being filled."""

    def __init__(self, paper: Any, parts: Word, document: Document) -> None:
        self.paper = paper
        self.parts = parts
        self.document = document
        self.figures = 0

    def fill(self) -> None:
        """Write title, then every block."""
        wide = any(isinstance(block, Table) and len(block.head) > _MANY_COLUMNS for block in self.document.blocks)
        self.parts.prepare(self.paper, self.document.language, rtl=self.document.direction == "rtl", turned=wide)
        self._plain(self.document.title, "Title")
        if self.document.subtitle:
            self._plain(self.document.subtitle, "Subtitle")
        for block in self.document.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._plain(text, f"Heading {level}")
            case Paragraph(words, lead):
                self._said(self._new("Quote" if lead else "Normal"), words)
            case Listing(items, numbered):
                self._items(items, "List Number" if numbered else "List Bullet")
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Blank(label, lines):
                self._said(self._new("Normal"), ((label, Style.STRONG, None),))
                for _ in range(lines):
                    self._plain(_LINE, "Normal")
            case NewPage():
                self.paper.add_page_break()

    def _new(self, style: str) -> Any:
        paragraph = self.paper.add_paragraph(style=style)
        if self.document.direction == "rtl":
            self.parts.from_right(paragraph)
        return paragraph

    def _plain(self, text: str, style: str) -> None:
        self._new(style).add_run(_one(text))

    def _said(self, paragraph: Any, words: Said | tuple[tuple[str, Style, None], ...]) -> None:
        for text, style, to in words:
            target = link_target(to) if to else None
            run = self.parts.link(paragraph, _one(text), target) if target else paragraph.add_run(_one(text))
            run.bold = True if style is Style.STRONG else None
            if style is Style.QUIET:
                run.font.color.rgb = self.parts.quiet
            if self.document.direction == "rtl":
                run.font.rtl = True

    def _items(self, items: tuple[Item, ...], style: str, depth: int = 1) -> None:
        for item in items:
            self._said(self._new(f"{style} {min(depth, _DEEPEST + 1)}" if depth > 1 else style), item.said)
            self._items(item.under, "List Bullet", depth + 1)

    def _table(self, table: Table) -> None:
        made = self.parts.table(self.paper, table.head, table.widths, rtl=self.document.direction == "rtl")
        for row in table.rows:
            for place, cell in zip(made.add_row().cells, row, strict=True):
                self._said(self.parts.first_paragraph(place, rtl=self.document.direction == "rtl"), cell.said)
        self.parts.smaller(made, wide=len(table.head) > _MANY_COLUMNS)
        self.paper.add_paragraph()

    def _figure(self, figure: Figure) -> None:
        """Put the picture in twice: as SVG, and as pixels for programs that cannot draw it."""
        self.figures += 1
        shape = self.parts.picture(self.paper, for_a_page(figure.svg), figure.tallest)
        self.parts.describe(shape, _one(figure.alt), self.figures)
        self.parts.svg_over(self.paper, shape, figure.svg.encode("utf-8"), self.figures)
        if figure.caption:
            self._plain(figure.caption, "Caption")


def _one(text: str) -> str:
    """Keep the spaces at the ends, which stand between words of different styles."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() else ''}"
