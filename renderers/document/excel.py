"""A document as an Excel workbook: a sheet for each table, and one before them for the words around.

Nothing is merged and nothing is a formula: every text is written as text, whatever it begins with. Numbers and dates
have cells that can be calculated with where a table gives their value. The same document gives the same bytes.
"""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from .. import CannotRenderError
from ..escape import clean, one_line
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from . import Block, Cell, Document, Item

_ANY_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001  workbooks have no time zone, and no clock is read
_WIDEST: Final = 48
_NARROWEST: Final = 10
_LONGEST: Final = 32_767
"""The most characters that a cell can hold."""

_NAME: Final = 31
"""The most characters in the name of a sheet."""

_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_MANY_COLUMNS: Final = 6
_A4: Final = 9
_DAYS: Final = "yyyy-mm-dd"
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_FORMAT: Final = 250


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as a workbook; raises CannotRenderError where the part for it is not installed."""
    try:
        xlsxwriter = import_module("xlsxwriter")
    except ImportError:
        msg = "For Excel, install one more part: pip install 'theory-of-change[office]'"
        raise CannotRenderError(msg) from None
    out = io.BytesIO()
    plainly = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, plainly)
    book.set_properties({"title": one_line(document.title), "created": _ANY_DAY})
    _Book(book, document).fill()
    book.close()
    return Made(out.getvalue())


class _Book:
    """A workbook while it is being filled."""

    def __init__(self, book: Any, document: Document) -> None:
        self.book = book
        self.document = document
        self.names: set[str] = set()
        wrapped = {"text_wrap": True, "valign": "top"}
        self.looks = {
            "title": book.add_format({"bold": True, "font_size": 16}),
            "heading": book.add_format({"bold": True, "font_size": 12, **wrapped}),
            "words": book.add_format(wrapped),
            "head": book.add_format({"bold": True, "bg_color": "#E6EBF1", "bottom": 1, **wrapped}),
            "strong": book.add_format({"bold": True, **wrapped}),
            "day": book.add_format({"num_format": _DAYS, "align": "left", **wrapped}),
        }

    def fill(self) -> None:
        """Write the words, then each table."""
        tables = [block for block in self.document.blocks if isinstance(block, Table)]
        around = [block for block in self.document.blocks if not isinstance(block, Table | Figure | NewPage)]
        if around or not tables:
            self._words(around)
        for table in tables:
            self._table(table)

    def _sheet(self, wanted: str) -> Any:
        sheet = self.book.add_worksheet(_free_name(wanted, self.names))
        if self.document.direction == "rtl":
            sheet.right_to_left()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _words(self, blocks: Sequence[Block]) -> None:
        sheet = self._sheet(self.document.title)
        sheet.set_column(0, 0, 2 * _WIDEST)
        rows = [(self.document.title, "title"), (self.document.subtitle, "words")]
        rows += [row for block in blocks for row in _rows(block)]
        for number, (text, look) in enumerate([row for row in rows if row[0]]):
            sheet.write_string(number, 0, _fitting(text), self.looks[look])

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.name or self.document.title)
        for column, name in enumerate(table.head):
            sheet.set_column(column, column, _width(table, column))
            sheet.write_string(0, column, _fitting(name), self.looks["head"])
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                self._cell(sheet, number, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
        if len(table.head) > _MANY_COLUMNS:
            sheet.set_landscape()

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        text, value = plain(cell.said), cell.value
        if isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.looks["day"])  # noqa: DTZ001
        elif value is not None and (shown := _number_format(text, value)):
            sheet.write_number(row, column, value, self._number_look(shown))
        elif text:
            is_strong = any(run.style is Style.STRONG for run in cell.said)
            sheet.write_string(row, column, _fitting(text), self.looks["strong" if is_strong else "words"])

    def _number_look(self, shown: str) -> Any:
        if shown not in self.looks:
            wrapped = {"text_wrap": True, "valign": "top", "align": "left"}
            self.looks[shown] = self.book.add_format({"num_format": shown, **wrapped})
        return self.looks[shown]


def _number_format(text: str, value: float) -> str | None:
    """Give the format in which a number shows the words around it: ``0" mg/l (2024)"``.

    None where no format can show them; then the words matter more than the number.
    """
    found = _NUMBER.search(text)
    if not text or (found and found[0] == text):
        return "General"
    if found is None or float(found[0]) != value or '"' in text:
        return None
    before, after = [f'"{clean(part)}"' if part else "" for part in (text[: found.start()], text[found.end() :])]
    _, point, rest = found[0].partition(".")
    made = f"{before}0{point}{'0' * len(rest)}{after}"
    return made if len(made) <= _LONGEST_FORMAT else None


def _rows(block: Block) -> Iterator[tuple[str, str]]:
    """Give the lines of what is no table, each with its look."""
    match block:
        case Heading(text):
            yield text, "heading"
        case Paragraph(words):
            yield plain(words), "words"
        case Listing(items):
            yield from [(line, "words") for line in _lines(items)]
        case Blank(label):
            yield label, "heading"
            yield " ", "words"


def _lines(items: tuple[Item, ...], depth: int = 0) -> Iterator[str]:
    for item in items:
        yield f"{'    ' * depth}• {plain(item.said)}"
        yield from _lines(item.under, depth + 1)


def _fitting(text: str) -> str:
    whole = clean(text)
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"


def _width(table: Table, column: int) -> int:
    """Give a column the room its longest word or a fair share of its texts needs, in characters."""
    texts = [table.head[column], *[plain(row[column].said) for row in table.rows]]
    longest = max([len(text) for text in texts], default=0)
    widest = _WIDEST if column == 0 or len(table.head) <= _MANY_COLUMNS else _WIDEST // 2
    return max(_NARROWEST, min(widest, longest + 2))


def _free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that Excel accepts for a sheet and that no other sheet of the book has."""
    name = one_line(one_line(wanted).translate(_NOT_IN_NAMES)).strip("'")[:_NAME].strip() or "toc"
    first, number = name, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{first[: _NAME - len(str(number)) - 1]} {number}"
    taken.add(name.casefold())
    return name
