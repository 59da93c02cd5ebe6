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
_PAGE: Final = 84
"""How wide words are that stand in no table, in characters: as wide as a page."""

_LONGEST: Final = 32_767
"""The most characters that a cell can hold."""

_NAME: Final = 31
"""The most characters in the name of a sheet; Excel counts those outside the basic plane twice, here as in cells."""

_FORMULAS: Final = ("=", "+", "-", "@")
"""How formulas begin; a cell that begins like one is marked as text, so that it stays text when it is edited."""

_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_MANY_COLUMNS: Final = 6
_A4: Final = 9
_LINE: Final = 15.0
_HIGHEST: Final = 409.0
"""How high a line is, and how high a row can be, in points."""

_DAYS: Final = "yyyy-mm-dd"
_WRAPPED: Final = {"text_wrap": True, "valign": "top"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12, **_WRAPPED},
    "words": _WRAPPED,
    "head": {"bold": True, "bg_color": "#E6EBF1", "bottom": 1, **_WRAPPED},
    "strong": {"bold": True, **_WRAPPED},
    "number": {"align": "left", **_WRAPPED},
    "day": {"num_format": _DAYS, "align": "left", **_WRAPPED},
}
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
        self.made: dict[tuple[str, str], Any] = {}

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
        title, subtitle = self.document.title, self.document.subtitle
        is_taken = any(isinstance(block, Table) and block.name == title for block in self.document.blocks)
        sheet = self._sheet(subtitle if is_taken and subtitle else title)
        sheet.set_column(0, 0, _PAGE)
        rows = [(title, "title"), (subtitle, "words")]
        rows += [row for block in blocks for row in _rows(block)]
        for number, (text, look) in enumerate([row for row in rows if row[0]]):
            self._text(sheet, number, 0, text, look)
            if look == "words":
                _make_room(sheet, number, [text], [_PAGE])

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.name or self.document.title)
        widths = [_width(table, column) for column in range(len(table.head))]
        for column, (name, width) in enumerate(zip(table.head, widths, strict=True)):
            sheet.set_column(column, column, width)
            self._text(sheet, 0, column, name, "head")
        _make_room(sheet, 0, table.head, widths)
        for number, row in enumerate(table.rows, 1):
            _make_room(sheet, number, [plain(cell.said) for cell in row], widths)
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
            day = datetime(value.year, value.month, value.day)  # noqa: DTZ001  workbooks have no time zone
            sheet.write_datetime(row, column, day, self._look("day"))
        elif value is not None and (shown := _number_format(text, value)):
            sheet.write_number(row, column, value, self._look("number", shown))
        elif text:
            is_strong = any(run.style is Style.STRONG for run in cell.said)
            self._text(sheet, row, column, text, "strong" if is_strong else "words")

    def _text(self, sheet: Any, row: int, column: int, text: str, look: str) -> None:
        """Write a text as text, whatever it begins with."""
        safe = _fitting(text)
        sheet.write_string(row, column, safe, self._look(look, "'" if safe.lstrip().startswith(_FORMULAS) else ""))

    def _look(self, name: str, shown: str = "") -> Any:
        """Give a look; ``shown`` is how a number is shown, or a quote for what must stay text."""
        if (name, shown) not in self.made:
            more = {"quote_prefix": True} if shown == "'" else {"num_format": shown} if shown else {}
            self.made[name, shown] = self.book.add_format({**_LOOKS[name], **more})
        return self.made[name, shown]


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


def _fitting(text: str) -> str:
    whole = clean(text)
    return whole if whole == _cut(whole, _LONGEST) else f"{_cut(whole, _LONGEST - 1)}…"


def _cut(text: str, length: int) -> str:
    """Keep as much of the beginning as Excel counts as this many characters, which are those of UTF-16."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")


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


def _make_room(sheet: Any, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its texts need: not every program does so when it opens a workbook."""
    lines = max([_lines_of(text, width) for text, width in zip(texts, widths, strict=True)], default=1)
    if lines > 1:
        sheet.set_row(row, min(_HIGHEST, lines * _LINE))


def _lines_of(text: str, width: int) -> int:
    """Guess how many lines a text takes, a word too long for the rest of a line going to the next."""
    return sum([max(1, -(-len(part) * 11 // (10 * width))) for part in text.split("\n")])


def _width(table: Table, column: int) -> int:
    """Give a column the room its longest word or a fair share of its texts needs, in characters."""
    texts = [table.head[column], *[plain(row[column].said) for row in table.rows]]
    longest = max([len(text) for text in texts], default=0)
    widest = _WIDEST if column == 0 or len(table.head) <= _MANY_COLUMNS else _WIDEST // 2
    return max(_NARROWEST, min(widest, longest + 2))


def _free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that Excel accepts for a sheet and that no other sheet of the book has."""
    name = _trimmed(one_line(wanted.translate(_NOT_IN_NAMES)), _NAME) or "toc"
    first, number = name, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{_trimmed(first, _NAME - len(str(number)) - 1)} {number}"
    taken.add(name.casefold())
    return name


def _trimmed(name: str, length: int) -> str:
    """Cut a name, without the quotes and spaces that must not stand at its ends."""
    return _cut(name.strip("' "), length).strip("' ")
