"""Room in a sheet: rows put in below one row, with everything below moved and every reference to it moved along.

openpyxl moves cells and nothing else. Merged cells, formulas of all sheets, conditional formats, validations, tables,
filters, print areas, named ranges and heights are moved here, as Excel does when a row is copied and put in again: a
range that ends in the row grows with it.
"""

from __future__ import annotations

import re
from copy import copy
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_REFERENCE: Final = re.compile(
    r"(?P<sheet>(?:'(?:[^']|'')+'|[^\s'!:]+)!)?"
    r"(?P<first>\$?[A-Z]{0,3}\$?)(?P<top>\d+)(?::(?P<last>\$?[A-Z]{0,3}\$?)(?P<end>\d+))?"
)

_AREA: Final = re.compile(r"(?:'(?:[^']|'')*'|[^',])+")
"""One of several areas with commas between them; the name of a sheet may have commas of its own."""


class Room(NamedTuple):
    """What is made: ``more`` rows below a row of a sheet. Excel counts rows from 1."""

    title: str
    row: int
    more: int

    def moved(self, reference: str, *, at_home: bool, grows: bool = True) -> str:
        """Give a reference as it is afterwards; ``at_home`` is one without a sheet's name that means this sheet."""
        found = _REFERENCE.fullmatch(reference)
        if found is None or not self._is_here(found["sheet"], at_home=at_home):
            return reference
        top, last, end = int(found["top"]), found["last"], int(found["end"] or 0)
        new = f"{found['sheet'] or ''}{found['first']}{top + self.more if top > self.row else top}"
        if not end:
            return new
        further = end > self.row or (end == self.row and grows)
        return f"{new}:{last}{end + self.more if further else end}"

    def _is_here(self, sheet: str | None, *, at_home: bool) -> bool:
        if sheet is None:
            return at_home
        return sheet[:-1].strip("'").replace("''", "'").casefold() == self.title.casefold()

    def areas(self, areas: str) -> str:
        """Give several references of this sheet, with spaces between them, as they are afterwards."""
        return " ".join([self.moved(area, at_home=True) for area in areas.split()])


def make_room(book: Any, sheet: Any, row: int, more: int) -> None:
    """Put rows in below a row of a sheet, which look like that row; their cells are empty."""
    room = Room(sheet.title, row, more)
    _formulas(book, room)
    _below(sheet, room)
    _marks(sheet, room)
    for each in book.worksheets:
        _names(each.defined_names, room, at_home=each is sheet)
    _names(book.defined_names, room, at_home=False)
    for number in range(row + 1, row + more + 1):
        _alike(sheet, row, number)


def _formulas(book: Any, room: Room) -> None:
    for sheet in book.worksheets:
        at_home = sheet.title == room.title
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.data_type == "f":
                    grows = not (at_home and cell.row == room.row)
                    cell.value = _formula(cell.value, room, at_home=at_home, grows=grows)


def _formula(formula: Any, room: Room, *, at_home: bool, grows: bool = True) -> Any:
    """Move the references of a formula; an array formula has a place of its own as well."""
    if not isinstance(formula, str):
        if getattr(formula, "text", None):
            formula.text = _formula(formula.text, room, at_home=at_home, grows=grows)
            formula.ref = room.moved(formula.ref, at_home=at_home)
        return formula
    tokenizer = import_module("openpyxl.formula.tokenizer")
    parts = tokenizer.Tokenizer(formula if formula.startswith("=") else f"={formula}")
    for token in parts.items:
        if token.type == tokenizer.Token.OPERAND and token.subtype == tokenizer.Token.RANGE:
            token.value = room.moved(token.value, at_home=at_home, grows=grows)
    made: str = parts.render()
    return made if formula.startswith("=") else made[1:]


def _below(sheet: Any, room: Room) -> None:
    """Move the cells, heights and merged cells below the row."""
    last = sheet.max_row
    for area in sheet.merged_cells.ranges:
        if area.min_row > room.row:
            area.shift(row_shift=room.more)
        elif area.max_row > room.row:
            area.expand(down=room.more)
    if last > room.row:
        sheet.move_range((f"A{room.row + 1}:{_letters(sheet.max_column)}{last}"), rows=room.more)
    for number in sorted([number for number in sheet.row_dimensions if number > room.row], reverse=True):
        kept = sheet.row_dimensions.pop(number)
        kept.index = number + room.more
        sheet.row_dimensions[number + room.more] = kept
    for cells in sheet.iter_rows(min_row=room.row + 1):
        for cell in cells:
            if getattr(cell, "hyperlink", None):
                cell.hyperlink.ref = cell.coordinate


def _letters(column: int) -> str:
    return str(import_module("openpyxl.utils").get_column_letter(column))


def _marks(sheet: Any, room: Room) -> None:
    """Move what is said about ranges: formats, validations, filters, tables, what is printed."""
    ranges: Callable[[str], Any] = import_module("openpyxl.worksheet.cell_range").MultiCellRange
    for valid in sheet.data_validations.dataValidation:
        valid.sqref = ranges(room.areas(str(valid.sqref)))
        for name in ("formula1", "formula2"):
            if isinstance(formula := getattr(valid, name), str):
                setattr(valid, name, _formula(formula, room, at_home=True))
    formats = import_module("openpyxl.formatting.formatting").ConditionalFormattingList()
    for rules in sheet.conditional_formatting:
        for rule in rules.rules:
            rule.formula = [_formula(formula, room, at_home=True) for formula in rule.formula]
            formats.add(room.areas(str(rules.sqref)), rule)
    sheet.conditional_formatting = formats
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = room.areas(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = room.areas(table.ref)
        if table.autoFilter:
            table.autoFilter.ref = room.areas(table.autoFilter.ref)
    if sheet.print_area:
        areas = [area.rpartition("!")[2] for area in _AREA.findall(str(sheet.print_area))]
        sheet.print_area = ",".join([room.moved(area, at_home=True) for area in areas])
    for each in sheet.row_breaks.brk:
        each.id += room.more if each.id >= room.row else 0


def _names(names: Any, room: Room, *, at_home: bool) -> None:
    for name in names.values():
        if name.attr_text:
            name.attr_text = _formula(name.attr_text, room, at_home=at_home)


def _alike(sheet: Any, row: int, number: int) -> None:
    """Let a row look like another one, its merged cells and height included."""
    for cell in sheet[row]:
        if cell.has_style:
            sheet.cell(number, cell.column)._style = copy(cell._style)  # noqa: SLF001  openpyxl copies styles so
    if (height := sheet.row_dimensions[row].height) is not None:
        sheet.row_dimensions[number].height = height
    for area in [each for each in sheet.merged_cells.ranges if each.min_row == each.max_row == row]:
        first, last = _letters(area.min_col), _letters(area.max_col)
        sheet.merge_cells(f"{first}{number}:{last}{number}")
