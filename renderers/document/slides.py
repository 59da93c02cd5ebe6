"""A document as slides: a title, then one slide for each heading; what does not fit goes on to the next.

Texts stay large enough to be read in a room (14 points and more). Pictures are put in as pixels with their words for
who cannot see them; a picture whose boxes can be moved is what `toc render -o plan.pptx` draws.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from ..escape import one_line, running
from ..office import leads_to
from ..png import for_a_page
from ..powerpoint import new_deck, saved
from ..shapes.slide import EMU, PowerPoint, element, powerpoint
from . import Blank, Cell, Figure, Heading, Listing, Made, NewPage, Paragraph, Run, Style, Table, said
from .direction import in_order
from .measures import FONT, column_widths, columns_of, split_columns
from .slide_room import (
    CELL,
    FURTHER,
    SMALL,
    TEXT,
    Line,
    cut,
    headline,
    height_of,
    listed,
    row_height,
    rows_of,
    size_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from . import Block, Document

    _Place = tuple[float, float, float, float]

_WIDE: Final = 960.0
_HIGH: Final = 540.0
_MARGIN: Final = 48.0
_TOP: Final = 108.0
_FOOT: Final = 24.0
_ROOM: Final = _HIGH - _TOP - _FOOT
_TITLE: Final = 66.0
_LARGE: Final = 26.0
"""How high the heading of a slide may be, and how large it is, in points."""

_TITLED: Final = 5
"""The layout with a title and nothing else: programs that read aloud, and the outline, need real titles."""

_INSET: Final = 7.2
"""What stays free at the sides of a text, in points."""

_ACROSS: Final = _WIDE - 2 * _MARGIN - 2 * _INSET
_MOST_COLUMNS: Final = 8
_INK: Final = "1D2733"
_QUIET: Final = "4D5A69"
_RULE: Final = "C3CAD3"


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as .pptx; raises CannotRenderError where a part for it is not installed."""
    parts = powerpoint()
    deck = new_deck(parts, _WIDE, _HIGH, one_line(document.title), document.language)
    _Deck(parts, deck, in_order(document)).fill()
    return Made(saved(deck))


class _Deck:
    """A presentation while it is being filled."""

    def __init__(self, parts: PowerPoint, deck: Any, document: Document) -> None:
        self.parts = parts
        self.deck = deck
        self.document = document
        self.heading = document.title
        self.slide: Any = None
        self.used = _ROOM

    def fill(self) -> None:
        """Write the title, then every block."""
        self._title()
        for block in self.document.blocks:
            self._block(block)

    def _title(self) -> None:
        slide = self._titled(self.document.title, (_MARGIN, 96, _WIDE - 2 * _MARGIN, 184), 36.0)
        slide.shapes.title.text_frame.vertical_anchor = self.parts.text.MSO_ANCHOR.BOTTOM
        if words := said(self.document.subtitle, Style.QUIET):
            place = (_MARGIN, 290, _WIDE - 2 * _MARGIN, 200)
            self._text(slide, place, [Line(words, size_for(words, 20.0, _ACROSS, 200))])

    def _titled(self, title: str, place: _Place, size: float) -> Any:
        """Begin a slide with its title."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[_TITLED])
        holder = slide.shapes.title
        holder.left, holder.top, holder.width, holder.height = [round(length * EMU) for length in place]
        frame = holder.text_frame
        frame.word_wrap, frame.auto_size = True, self.parts.text.MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = self.parts.text.MSO_ANCHOR.TOP
        frame.paragraphs[0].alignment = self.parts.text.PP_ALIGN.LEFT
        self._write(frame.paragraphs[0], headline(title, size, _ACROSS, place[3] - _INSET))
        return slide

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text):
                self._heading(text)
            case Paragraph(words):
                self._lines([Line(words, TEXT)])
            case Listing(items, numbered):
                self._lines(listed(items, numbered=numbered))
            case Blank(label):
                self._lines([Line((Run(label, Style.STRONG),), TEXT), Line((Run(" "),), TEXT)])
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case NewPage():
                self.slide = None

    def _new(self) -> None:
        self.slide = self._titled(self.heading, (_MARGIN, 32, _WIDE - 2 * _MARGIN, _TITLE), _LARGE)
        self.used = 0.0

    def _heading(self, text: str) -> None:
        """Let what follows stand under a heading; one that its slides cannot hold stands there in full as well."""
        self.heading, self.slide = text, None
        whole = (Run(text, Style.STRONG),)
        if headline(text, _LARGE, _ACROSS, _TITLE - _INSET).said != whole:
            self._lines([Line(whole, TEXT)])

    def _lines(self, lines: Iterable[Line]) -> None:
        """Write paragraphs below each other, on as many slides as they need."""
        waiting: list[Line] = []
        height = 0.0
        for line in [part for whole in lines for part in cut(whole, _ACROSS, _ROOM / 2)]:
            needs = height_of(line.said, line.size, _ACROSS - line.indent) + 6
            if self.slide is None or self.used + height + needs > _ROOM:
                self._flush(waiting, height)
                waiting, height = [], 0.0
                self._new()
            waiting.append(line)
            height += needs
        self._flush(waiting, height)

    def _flush(self, lines: list[Line], height: float) -> None:
        if lines:
            self._text(self.slide, (_MARGIN, _TOP + self.used, _WIDE - 2 * _MARGIN, height), lines)
            self.used += height + 6

    def _text(self, slide: Any, rect: _Place, lines: list[Line]) -> None:
        frame = slide.shapes.add_textbox(*[round(length * EMU) for length in rect]).text_frame
        frame.word_wrap = True
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            self._write(paragraph, line)

    def _write(self, paragraph: Any, line: Line) -> None:
        marks = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-pptx has no word for it
        if self.document.direction == "rtl":
            marks.set("rtl", "1")
            paragraph.alignment = self.parts.text.PP_ALIGN.RIGHT
        paragraph.space_after = round(6 * EMU)
        if line.indent:
            self._indent(marks, line)
        for text, style, to in line.said:
            run = paragraph.add_run()
            run.text = running(text)
            run._r.get_or_add_rPr().set("lang", self.document.language or "en")  # noqa: SLF001  as above
            run.font.name, run.font.size, run.font.bold = FONT, round(line.size * EMU), style is Style.STRONG
            run.font.color.rgb = self.parts.colour.RGBColor.from_string(_QUIET if style is Style.QUIET else _INK)
            if target := leads_to(to):
                run.hyperlink.address = target

    def _indent(self, marks: Any, line: Line) -> None:
        """Let a paragraph be an entry of a list; what goes on from another slide has no sign of its own."""
        marks.set("marL", str(round(line.indent * EMU)))
        marks.set("indent", str(-round(FURTHER * EMU) if line.sign else 0))
        if line.sign.isdigit():
            marks.append(element(self.parts, "a:buAutoNum", type="arabicPeriod", startAt=line.sign))
        elif line.sign:
            marks.append(element(self.parts, "a:buFont", typeface=FONT))
            marks.append(element(self.parts, "a:buChar", char=line.sign))

    def _table(self, table: Table) -> None:
        """Write a table, its head on every slide that it needs; a wide one in parts that begin with what a row is."""
        if len(table.head) > _MOST_COLUMNS:
            for columns in split_columns(len(table.head), _MOST_COLUMNS):
                self._table(columns_of(table, columns))
                self.slide = None
            return
        widths = column_widths(table, _WIDE - 2 * _MARGIN, SMALL, 2 * CELL + 2)
        head = row_height([(Run(name, Style.STRONG),) for name in table.head], widths)
        rows: list[tuple[Cell, ...]] = []
        height = head
        fitting = [part for row in table.rows for part in rows_of(row, widths, _ROOM - head)]
        for row in fitting:
            needs = row_height([cell.said for cell in row], widths)
            if rows and (height + needs > _ROOM or (self.slide is not None and self.used + height + needs > _ROOM)):
                self._rows(table, rows, widths, height)
                rows, height = [], head
                self.slide = None
            rows.append(row)
            height += needs
        self._rows(table, rows, widths, height)

    def _rows(self, table: Table, rows: list[tuple[Cell, ...]], widths: list[float], height: float) -> None:
        if self.slide is None or self.used + height > _ROOM:
            self._new()
        place = (_MARGIN, _TOP + self.used, _WIDE - 2 * _MARGIN, height)
        made = self.slide.shapes.add_table(len(rows) + 1, len(table.head), *[round(each * EMU) for each in place]).table
        if self.document.direction == "rtl":
            made._tbl.tblPr.set("rtl", "1")  # noqa: SLF001  as above
        for column, width in zip(made.columns, widths, strict=True):
            column.width = round(width * EMU)
        heads = tuple([Cell((Run(name, Style.STRONG),)) for name in table.head])
        for number, row in enumerate([heads, *rows]):
            made.rows[number].height = round(row_height([cell.said for cell in row], widths) * EMU)
            for column, cell in enumerate(row):
                self._cell(made.cell(number, column), cell, is_head=number == 0)
        self.used += height + 12

    def _cell(self, place: Any, cell: Cell, *, is_head: bool) -> None:
        place.margin_left = place.margin_right = round(CELL * EMU)
        place.margin_top = place.margin_bottom = round(3 * EMU)
        place.fill.solid()
        place.fill.fore_color.rgb = self.parts.colour.RGBColor.from_string("E6EBF1" if is_head else "FFFFFF")
        for at, side in enumerate(("a:lnT", "a:lnB")):
            rule = element(self.parts, side, w=str(round(0.75 * EMU)))
            rule.append(element(self.parts, "a:solidFill"))
            rule[0].append(element(self.parts, "a:srgbClr", val=_RULE))
            place._tc.get_or_add_tcPr().insert(at, rule)  # noqa: SLF001  as above
        self._write(place.text_frame.paragraphs[0], Line(cell.said, SMALL))

    def _figure(self, figure: Figure) -> None:
        """Give a picture the rest of a slide of its own."""
        self._new()
        drawn = self.slide.shapes.add_picture(io.BytesIO(for_a_page(figure.svg)), 0, 0)
        scale = min((_WIDE - 2 * _MARGIN) * EMU / drawn.width, _ROOM * EMU / drawn.height)
        drawn.width, drawn.height = round(drawn.width * scale), round(drawn.height * scale)
        drawn.left, drawn.top = round(_WIDE * EMU / 2 - drawn.width / 2), round(_TOP * EMU)
        about = drawn._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001  python-pptx has no word for it
        about.set("descr", one_line(figure.alt))
        self.slide = None
