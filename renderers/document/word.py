"""A document as a Word file: real headings, lists and tables, pictures as SVG with a PNG for older programs.

Pages with a wide table are turned. The language and the direction of the words are said, pictures have
their words for who cannot see them, and the same document gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ..escape import one_line, running
from ..png import for_a_page
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table
from .container import leads_to, same_bytes
from .word_parts import Word, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from . import Block, Document, Item, Said

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  documents need a day, and no clock is read
_MANY_COLUMNS: Final = 6
_DEEPEST: Final = 2
_LONGEST: Final = 255
"""The most characters that a title among the properties may have."""


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as .docx; raises CannotRenderError where a part for it is not installed."""
    parts = word()
    paper = parts.new()
    paper.core_properties.title = one_line(document.title)[:_LONGEST]
    paper.core_properties.language = document.language or ""
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
        self.styles: dict[str, str] = {}
        self.is_rtl = document.direction == "rtl"

    def fill(self) -> None:
        """Write title, then every block."""
        turned = _turned(self.document.blocks)
        lies = bool(turned) and turned[0]
        self.parts.prepare(self.paper, self.document.language, turned=lies)
        self._plain(self.document.title, "Title")
        if self.document.subtitle:
            self._plain(self.document.subtitle, "Subtitle")
        for block, wanted in zip(self.document.blocks, turned, strict=True):
            if wanted is not lies:
                self.parts.turn(self.paper, turned=wanted)
                lies = wanted
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._plain(text, f"Heading {level}")
            case Paragraph(words, lead):
                self._said(self._new("Quote" if lead else "Normal"), words)
            case Listing(items, numbered):
                self._items(items, numbered=numbered)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Blank(label, lines):
                self._said(self._new("Normal"), ((label, Style.STRONG, None),))
                for _ in range(lines):
                    self.parts.line(self._new("Normal"), self.parts.room(self.paper))
            case NewPage():
                self.paper.add_page_break()

    def _new(self, style: str) -> Any:
        if style not in self.styles:
            self.styles[style] = self.paper.styles[style].style_id
        paragraph = self.paper.add_paragraph()
        paragraph._p.style = self.styles[style]  # noqa: SLF001  python-docx looks through all styles each time
        if self.is_rtl:
            self.parts.from_right(paragraph)
        return paragraph

    def _plain(self, text: str, style: str) -> None:
        self._said(self._new(style), ((text, Style.PLAIN, None),))

    def _said(self, paragraph: Any, words: Said | tuple[tuple[str, Style, None], ...]) -> None:
        for text, style, to in words:
            target = leads_to(to)
            run = self.parts.link(paragraph, running(text), target) if target else paragraph.add_run(running(text))
            if style is Style.STRONG:
                self.parts.stress(run, rtl=self.is_rtl)
            if style is Style.QUIET:
                run.font.color.rgb = self.parts.quiet
            if self.is_rtl:
                run.font.rtl = True

    def _items(self, items: tuple[Item, ...], depth: int = 1, *, numbered: bool = False) -> None:
        style = "List Number" if numbered else "List Bullet"
        numbers = self.parts.counted_anew(self.paper, style) if numbered else None
        for item in items:
            paragraph = self._new(f"{style} {min(depth, _DEEPEST + 1)}" if depth > 1 else style)
            if numbers is not None:
                self.parts.count(paragraph, numbers)
            self._said(paragraph, item.said)
            self._items(item.under, depth + 1)

    def _table(self, table: Table) -> None:
        made = self.parts.table(self.paper, table.head, table.widths, rtl=self.is_rtl)
        by_hand = all(not cell.said for row in table.rows for cell in row[1:])
        for row in table.rows:
            for place, cell in zip(self.parts.row(made, by_hand=by_hand), row, strict=True):
                self._said(self.parts.first_paragraph(place, rtl=self.is_rtl), cell.said)
        self.parts.smaller(made, wide=len(table.head) > _MANY_COLUMNS)
        self.paper.add_paragraph()

    def _figure(self, figure: Figure) -> None:
        """Put the picture in twice: as SVG, and as pixels for programs that cannot draw it."""
        self.figures += 1
        shape = self.parts.picture(self.paper, for_a_page(figure.svg), figure.tallest)
        self.parts.describe(shape, one_line(figure.alt), self.figures)
        self.parts.svg_over(self.paper, shape, figure.svg.encode("utf-8"), self.figures)
        if figure.caption:
            self._plain(figure.caption, "Caption")


def _turned(blocks: Sequence[Block]) -> list[bool]:
    """Say for each block whether its page lies on its side: what stands under the same heading as a wide table does.

    Words before the first heading go with what follows, so that they have no page to themselves.
    """
    parts: list[list[Block]] = [[]]
    for block in blocks:
        begins = isinstance(block, Heading) and not all(isinstance(each, Heading) for each in parts[-1])
        if begins:
            parts.append([])
        parts[-1].append(block)
    wide = [any(map(_is_wide, part)) for part in parts]
    if len(parts) > 1 and all(isinstance(block, Paragraph) for block in parts[0]):
        wide[0] = wide[1]
    return [is_wide for part, is_wide in zip(parts, wide, strict=True) for _ in part]


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and len(block.head) > _MANY_COLUMNS
