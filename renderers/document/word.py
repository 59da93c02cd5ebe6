"""A document as a Word file: real headings, lists and tables, pictures as SVG with a PNG for older programs.

Pages with a wide table are turned. The language and the direction of the words are said, pictures have
their words for who cannot see them, and the same document gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from ..escape import one_line, running
from ..lettering.bidi import goes_along
from ..office import LONGEST_TITLE, leads_to, same_bytes
from ..png import for_a_page
from ..set_text import page_of
from . import Blank, Cell, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table, is_by_hand, plain, said
from .direction import in_order
from .measures import column_widths, parts_across
from .one_page import set_close
from .word_look import ASIDE, BELOW_TABLE, CELLS, TABLE, WIDE_TABLE, dress
from .word_parts import Word, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from . import Block, Document, Item, Said

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  documents need a day, and no clock is read
_MANY_COLUMNS: Final = 6
_EMU: Final = 12700
_POINTS: Final = 72 / 96
_DEEPEST: Final = 2


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as .docx; raises CannotRenderError where a part for it is not installed."""
    parts = word()
    paper = parts.new()
    parts.modern(paper)
    paper.core_properties.title = one_line(document.title)[:LONGEST_TITLE]
    paper.core_properties.language = document.language or ""
    for day in ("created", "modified", "last_printed"):
        setattr(paper.core_properties, day, _ANY_DAY)
    for name in ("author", "last_modified_by", "comments"):
        setattr(paper.core_properties, name, "")
    _Paper(paper, parts, in_order(document)).fill()
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
        self.on_new_page = False

    def fill(self) -> None:
        """Write title, then every block."""
        turned = _turned(self.document.blocks)
        lies = bool(turned) and turned[0]
        dress(self.parts, self.paper, self.document.language)
        if self.document.one_page:
            set_close(self.paper, self.parts)
        self.parts.begin(self.paper, turned=lies)
        self._words("Title", said(self.document.title))
        if self.document.subtitle:
            self._words("Subtitle", said(self.document.subtitle, Style.QUIET))
        for block, wanted in zip(self.document.blocks, turned, strict=True):
            if wanted is not lies:
                self.parts.turn(self.paper, turned=wanted)
                lies, self.on_new_page = wanted, False
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._words(f"Heading {level}", said(text))
            case Paragraph(words, lead):
                self._words("Quote" if lead else "Normal", words)
            case Listing(items, numbered):
                self._items(items, numbered=numbered)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Blank(label, lines):
                self._blank(label, lines)
            case NewPage():
                self.on_new_page = True

    def _new(self, style: str) -> Any:
        paragraph = self._styled(self.paper.add_paragraph(), style)
        if self.on_new_page:
            paragraph.paragraph_format.page_break_before = True
            self.on_new_page = False
        return paragraph

    def _styled(self, paragraph: Any, style: str) -> Any:
        if style not in self.styles:
            self.styles[style] = self.paper.styles[style].style_id
        paragraph._p.style = self.styles[style]  # noqa: SLF001  python-docx looks through all styles each time
        return paragraph

    def _words(self, style: str, words: Said) -> Any:
        return self._said(self._new(style), words)

    def _said(self, paragraph: Any, words: Said) -> Any:
        """Write words into a paragraph, which runs as the document does."""
        is_rtl = goes_along(plain(words), from_right=self.is_rtl)
        if self.is_rtl:
            self.parts.from_right(paragraph)
        for text, style, to in words:
            target = leads_to(to)
            run = self.parts.link(paragraph, running(text), target) if target else paragraph.add_run(running(text))
            if style is Style.STRONG:
                self.parts.stress(run, rtl=is_rtl)
            if style is Style.QUIET:
                run.font.color.rgb = self.parts.quiet
            if is_rtl:
                run.font.rtl = True
        return paragraph

    def _items(self, items: tuple[Item, ...], depth: int = 1, *, numbered: bool = False) -> None:
        style = "List Number" if numbered else "List Bullet"
        numbers = self.parts.counted_anew(self.paper, style) if numbered else None
        for item in items:
            paragraph = self._new(f"{style} {min(depth, _DEEPEST + 1)}" if depth > 1 else style)
            if numbers is not None:
                self.parts.count(paragraph, numbers)
            self._said(paragraph, item.said)
            self._items(item.under, depth + 1)

    def _blank(self, label: str, lines: int) -> None:
        """Write what belongs somewhere, and draw its lines, all on one page."""
        made = [self._words("Normal", said(label, Style.STRONG)), *[self._new("Normal") for _ in range(lines)]]
        for paragraph in made[1:]:
            self.parts.line(paragraph, self.parts.room(self.paper))
        self.parts.keep(made[:-1])

    def _table(self, table: Table) -> None:
        """Write a table, in several parts where its columns would be too narrow for their words."""
        style = WIDE_TABLE if _is_wide(table) else TABLE
        room = self.parts.room(self.paper) / _EMU
        for part in parts_across(table, room, CELLS[style], ASIDE):
            self._part(part, column_widths(part, room, CELLS[style], ASIDE), style)

    def _part(self, table: Table, widths: list[float], style: str) -> None:
        """Write a table whose head does not stand alone at the end of a page."""
        if self.on_new_page:
            self._new(BELOW_TABLE)
        made = self.parts.table(self.paper, widths, rtl=self.is_rtl)
        head = self._row(made.rows[0].cells, [said(name, Style.STRONG) for name in table.head], style)
        rows = [self._cells(self.parts.row(made, by_hand=is_by_hand(table)), row, style) for row in table.rows]
        self.parts.keep(head if rows else ())
        self.parts.keep(rows[0] if len(rows) > 1 else ())
        self._new(BELOW_TABLE)

    def _cells(self, places: Sequence[Any], cells: Iterable[Cell], style: str) -> list[Any]:
        return self._row(places, [cell.said for cell in cells], style)

    def _row(self, places: Sequence[Any], texts: Sequence[Said], style: str) -> list[Any]:
        return [
            self._said(self._styled(place.paragraphs[0], style), words)
            for place, words in zip(places, texts, strict=True)
        ]

    def _figure(self, figure: Figure) -> None:
        """Put the picture in twice: as SVG, and as pixels for programs that cannot draw it."""
        self.figures += 1
        holder = self._new("Normal")
        wide = page_of(figure.svg).width * _POINTS
        shape = self.parts.picture(self.paper, holder, for_a_page(figure.svg), wide, figure.tallest)
        self.parts.describe(shape, one_line(figure.alt), self.figures)
        self.parts.svg_over(self.paper, shape, figure.svg.encode("utf-8"), self.figures)
        if figure.caption:
            self.parts.keep([holder])
            self._words("Caption", said(figure.caption))


def _turned(blocks: Sequence[Block]) -> list[bool]:
    """Say for each block whether its page lies on its side: what stands under the same heading as a wide table does.

    Words before the first heading go with what follows, so that they have no page to themselves; so does a smaller
    table with the wide one before it.
    """
    parts: list[list[Block]] = [[]]
    for block in blocks:
        begins = isinstance(block, Heading) and not all(isinstance(each, Heading) for each in parts[-1])
        if begins:
            parts.append([])
        parts[-1].append(block)
    wide = [any(map(_is_wide, part)) for part in parts]
    for at in range(1, len(parts)):
        wide[at] |= wide[at - 1] and any(isinstance(block, Table) for block in parts[at])
    if len(parts) > 1 and all(isinstance(block, Paragraph) for block in parts[0]):
        wide[0] = wide[1]
    return [is_wide for part, is_wide in zip(parts, wide, strict=True) for _ in part]


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and len(block.head) > _MANY_COLUMNS
