"""A document as an Excel workbook: a sheet for each table, and one before them for the words around.

Nothing is merged and nothing is a formula: every text is written as text, whatever it begins with. Numbers and dates
have cells that can be calculated with where a table gives their value. The same document gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from .. import CannotRenderError
from ..escape import one_line
from ..office import LONGEST_TITLE, MISSING
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table, plain
from .excel_limits import fitting, free_name, is_like_formula, number_format
from .excel_room import PAGE, TEXT, UPRIGHT, columns_of, height_of, pages_across
from .measures import FONT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from . import Block, Cell, Document, Item

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  workbooks have no time zone, and no clock is read
_FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that every program counts alike."""

_A4: Final = 9
_ROW: Final = 17
"""How high a row of one line is, in pixels."""

_MARGINS: Final = (0.5, 0.5, 0.6, 0.6)
_FOOT: Final = "&L&8&A&R&8&P / &N"
"""The name of the sheet and the number of the page; no words of anybody's."""

_DAYS: Final = "yyyy-mm-dd"
_WRAPPED: Final = {"text_wrap": True, "valign": "top"}
_CELL: Final = {**_WRAPPED, "bottom": 1, "bottom_color": "#C3CAD3"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 16, **_WRAPPED},
    "heading": {"bold": True, "font_size": 12, **_WRAPPED},
    "words": _WRAPPED,
    "head": {"bold": True, "bg_color": "#E6EBF1", **_CELL},
    "cell": _CELL,
    "strong": {"bold": True, **_CELL},
    "number": {"align": "left", **_CELL},
    "day": {"num_format": _DAYS, "align": "left", **_CELL},
}


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as a workbook; raises CannotRenderError where the part for it is not installed."""
    try:
        xlsxwriter = import_module("xlsxwriter")
    except ImportError:
        raise CannotRenderError(MISSING) from None
    out = io.BytesIO()
    plainly = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    letters = {"default_format_properties": {"font_name": FONT, "font_size": TEXT}, "default_row_height": _ROW}
    book = xlsxwriter.Workbook(out, {**plainly, **letters})
    book.set_properties({"title": one_line(document.title)[:LONGEST_TITLE], "created": _ANY_DAY})
    _Book(book, document).fill()
    book.close()
    return Made(out.getvalue())


class _Book:
    """A workbook while it is being filled."""

    def __init__(self, book: Any, document: Document) -> None:
        self.book = book
        self.document = document
        self.names: set[str] = set()
        self.made: dict[tuple[str, str], Any] = {}

    def fill(self) -> None:
        """Write the words, then each table."""
        tables = [block for block in self.document.blocks if isinstance(block, Table)]
        around = tuple(_around(self.document.blocks))
        if around or not tables:
            self._words(around)
        for table in tables:
            self._table(table)

    def _sheet(self, wanted: str) -> Any:
        sheet = self.book.add_worksheet(free_name(wanted, self.names))
        if self.document.direction == "rtl":
            sheet.right_to_left()
        sheet.set_paper(_A4)
        sheet.set_margins(*_MARGINS)
        sheet.set_footer(_FOOT)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _words(self, blocks: Sequence[Block]) -> None:
        title, subtitle = self.document.title, self.document.subtitle
        is_taken = any(isinstance(block, Table) and block.name == title for block in self.document.blocks)
        sheet = self._sheet(subtitle if is_taken and subtitle else title)
        sheet.set_column(0, 0, PAGE)
        rows = [(title, "title"), (subtitle, "words")]
        rows += [row for block in blocks for row in _rows(block)]
        for number, (text, look) in enumerate([row for row in rows if row[0]]):
            self._text(sheet, number, 0, text, look)
            size, bold = _LOOKS[look].get("font_size", TEXT), _LOOKS[look].get("bold", False)
            sheet.set_row(number, height_of(text, PAGE, size, bold=bold))

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.name or self.document.title)
        widths = columns_of(table)
        for column, (name, width) in enumerate(zip(table.head, widths, strict=True)):
            sheet.set_column(column, column, width)
            self._text(sheet, 0, column, name, "head")
        _make_room(sheet, 0, table.head, widths, bold=True)
        for number, row in enumerate(table.rows, 1):
            _make_room(sheet, number, [plain(cell.said) for cell in row], widths)
            for column, cell in enumerate(row):
                self._cell(sheet, number, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
        if sum(widths) > UPRIGHT:
            sheet.set_landscape()
        if (across := pages_across(widths)) > 1:
            sheet.fit_to_pages(across, 0)
            sheet.repeat_columns(0)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        text, value = plain(cell.said), cell.value
        if isinstance(value, date) and value >= _FIRST_DAY:
            day = datetime(value.year, value.month, value.day)  # noqa: DTZ001  workbooks have no time zone
            sheet.write_datetime(row, column, day, self._look("day"))
        elif isinstance(value, int | float) and (shown := number_format(text, value)):
            sheet.write_number(row, column, value, self._look("number", shown))
        else:
            is_strong = any(run.style is Style.STRONG for run in cell.said)
            self._text(sheet, row, column, text, "strong" if is_strong else "cell")

    def _text(self, sheet: Any, row: int, column: int, text: str, look: str) -> None:
        """Write a text as text, whatever it begins with; without one the cell is empty, also for who counts cells."""
        safe = fitting(text)
        if safe:
            sheet.write_string(row, column, safe, self._look(look, "'" if is_like_formula(safe) else ""))
        else:
            sheet.write_blank(row, column, None, self._look(look))

    def _look(self, name: str, shown: str = "") -> Any:
        """Give a look; ``shown`` is how a number is shown, or a quote for what must stay text."""
        if (name, shown) not in self.made:
            more = {"quote_prefix": True} if shown == "'" else {"num_format": shown} if shown else {}
            self.made[name, shown] = self.book.add_format({**_LOOKS[name], **more})
        return self.made[name, shown]


def _around(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give what stands around the tables; the heading of a table is the name of its own sheet."""
    for block, following in zip_longest(blocks, blocks[1:]):
        is_of_a_table = isinstance(block, Heading) and isinstance(following, Table) and following.name
        if not is_of_a_table and not isinstance(block, Table | Figure | NewPage):
            yield block


def _rows(block: Block) -> Iterator[tuple[str, str]]:
    """Give the lines of what is no table, each with its look."""
    match block:
        case Heading(text):
            yield text, "heading"
        case Paragraph(words):
            yield plain(words), "words"
        case Listing(items, numbered):
            yield from [(line, "words") for line in _lines(items, numbered=numbered)]
        case Blank(label):
            yield label, "heading"
            yield " ", "words"


def _lines(items: tuple[Item, ...], depth: int = 0, *, numbered: bool = False) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        sign = f"{number}." if numbered else "•"
        yield f"{'    ' * depth}{sign} {plain(item.said)}"
        yield from _lines(item.under, depth + 1)


def _make_room(sheet: Any, row: int, texts: Sequence[str], widths: Sequence[int], *, bold: bool = False) -> None:
    """Make a row as high as its texts need."""
    heights = [height_of(text, width, bold=bold) for text, width in zip(texts, widths, strict=True)]
    sheet.set_row(row, max(heights))
