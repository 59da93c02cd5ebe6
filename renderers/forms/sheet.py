"""A workbook of a donor, filled: ``{{goal.text}}`` in a cell, and rows that are repeated for each thing they ask for.

A row that asks for ``{{output.text}}`` is there once for each output; one that asks for outputs and indicators has a
line for each indicator of each output, its assumptions beside them. Words of ours are always text, or numbers where
nothing but a number is meant; the template's own formulas and styles stay.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from difflib import get_close_matches
from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from .. import CannotRenderError
from ..document.excel_limits import fitting, is_exact, is_like_formula
from ..office import same_bytes
from . import MISSING, Filled
from .moved import make_room
from .told import BESIDE, KINDS, called, names_of, plural, things, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..reports.asked import Asked
    from .told import Thing

    Line = Mapping[str, Thing]
    """What one row is about: a thing for each kind that it asks for."""

_PLACE: Final = re.compile(r"\{\{\s*([\w-]+)\s*\.\s*([\w-]+)\s*\}\}")
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAMAGED: Final = (
    KeyError, ValueError, TypeError, SyntaxError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def fill(asked: Asked, template: bytes, name: str) -> Filled:
    """Fill an .xlsx; raises CannotRenderError, with sheet and cell, for a template that asks for what there is not."""
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        raise CannotRenderError(MISSING) from None
    with warnings.catch_warnings(record=True) as lost:
        warnings.simplefilter("always")
        try:
            book = openpyxl.load_workbook(io.BytesIO(template), rich_text=True)
        except _DAMAGED:
            msg = f"The template {name} is no workbook that can be read. Save it anew as .xlsx."
            raise CannotRenderError(msg) from None
    form = _Form(asked, book, name)
    for sheet in book.worksheets:
        for row in range(sheet.max_row, 0, -1):
            form.fill_row(sheet, row)
    out = io.BytesIO()
    book.save(out)
    remarks = [f"{name}: {warning.message}." for warning in lost]
    if any(part.startswith("xl/drawings/") for part in zipfile.ZipFile(io.BytesIO(template)).namelist()):
        remarks.append(
            f"Shapes and pictures of {name} may be missing or look different; compare them with the template."
        )
    return Filled(_without_clock(out.getvalue()), tuple(dict.fromkeys(remarks)))


def _without_clock(content: bytes) -> bytes:
    """Take out the time of writing, which openpyxl puts in."""
    return same_bytes(
        content, {"docProps/core.xml": lambda part: _WRITTEN.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", part)}
    )


_WRITTEN: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


class _Form:
    """A workbook while it is being filled."""

    def __init__(self, asked: Asked, book: Any, name: str) -> None:
        self.asked = asked
        self.book = book
        self.name = name
        self.theory = whole(asked)
        self.found: dict[str, list[Thing]] = {}

    def fill_row(self, sheet: Any, row: int) -> None:
        """Fill a row, as often as there is something for it."""
        pattern = {cell.column: text for cell in sheet[row] if (text := self._asking(sheet, cell))}
        kinds = list(dict.fromkeys([kind for text in pattern.values() for kind, _ in _PLACE.findall(text)]))
        if not kinds:
            return
        lines = self._lines([kind for kind in kinds if kind != "theory"], f"Row {row} of the sheet “{sheet.title}”")
        own = {cell.column: cell.value for cell in sheet[row] if cell.column not in pattern and cell.value is not None}
        if len(lines) > 1:
            self._must_be_low(sheet, row, pattern)
            make_room(self.book, sheet, row, len(lines) - 1)
            own = {cell.column: cell.value for cell in sheet[row] if cell.column in own}
        for number, line in enumerate(lines, row):
            for column, text in pattern.items():
                _put(sheet.cell(number, column), self._said(text, line))
            if number > row:
                _repeat(sheet, own, row, number)

    def _asking(self, sheet: Any, cell: Any) -> str:
        """Give the text of a cell that asks for something; raises CannotRenderError where that cannot be had."""
        text = str(cell.value) if cell.value is not None else ""
        if "{{" not in text:
            return ""
        place = f"Cell {cell.coordinate} of the sheet “{sheet.title}” in {self.name}"
        if cell.data_type == "f":
            msg = f"{place} asks for something inside a formula. Give it a cell of its own that the formula uses."
            raise CannotRenderError(msg)
        if "{{" in _PLACE.sub("", text):
            msg = f"{place} cannot be read. Write the kind and what you want of it, such as {{{{goal.text}}}}."
            raise CannotRenderError(msg)
        for kind, key in _PLACE.findall(text):
            _must_be_known(kind, (*KINDS, "theory"), place)
            _must_be_known(called(key), names_of(kind), place)
        return text

    def _must_be_low(self, sheet: Any, row: int, columns: Iterable[int]) -> None:
        """Raise CannotRenderError for a cell that is to be repeated but reaches over several rows."""
        high = [area for area in sheet.merged_cells.ranges if area.min_row == row < area.max_row]
        for area in high:
            if area.min_col in columns:
                msg = (
                    f"Cells {area.coord} of the sheet “{sheet.title}” in {self.name} are merged, and there is more than"
                    " one thing to write into them. Give what is repeated a row of its own."
                )
                raise CannotRenderError(msg)

    def _lines(self, kinds: Sequence[str], place: str) -> list[Line]:
        beside = [kind for kind in kinds if kind in BESIDE]
        mains = [kind for kind in kinds if kind not in BESIDE]
        if len(mains) > 1 or (not mains and len(beside) > 1):
            asked = " and ".join(kinds)
            msg = f"{place} in {self.name} asks for {asked}. A row is about one of them and what belongs to it."
            raise CannotRenderError(msg)
        if not mains:
            return [{kind: each} for kind in beside for each in self._things(kind)] or [{}]
        return [line for each in self._things(mains[0]) for line in _with_beside(mains[0], each, beside)] or [{}]

    def _things(self, kind: str) -> list[Thing]:
        if kind not in self.found:
            self.found[kind] = things(self.asked, kind)
        return self.found[kind]

    def _said(self, text: str, line: Line) -> str:
        """Put words where a template asks for them."""

        def said(found: re.Match[str]) -> str:
            thing = self.theory if found[1] == "theory" else line.get(found[1], {})
            return _words(thing.get(called(found[2]), ""))

        return _PLACE.sub(said, text)


def _with_beside(kind: str, thing: Thing, beside: Sequence[str]) -> Iterable[Line]:
    """Give the lines of one thing; what is about it stands beside it, and its own words once."""
    columns = [thing[plural(each)] for each in beside]
    for number, found in enumerate(list(zip_longest(*columns)) or [()]):
        others = {name: each for name, each in zip(beside, found, strict=True) if each} if found else {}
        yield {kind: thing, **others} if number == 0 else others


def _words(value: Any) -> str:
    return value if isinstance(value, str) else "\n".join([each["text"] for each in value])


def _must_be_known(name: str, known: Sequence[str], place: str) -> None:
    if name in known:
        return
    meant = get_close_matches(name, known, 1)
    msg = f"{place} asks for “{name}”, which there is not. " + (
        f"Did you mean “{meant[0]}”?" if meant else f"There are {', '.join(known)}."
    )
    raise CannotRenderError(msg)


def _put(cell: Any, text: str) -> None:
    """Write words as text, whatever they begin with; a number alone as a number."""
    safe = fitting(text)
    if _NUMBER.fullmatch(safe) and is_exact(safe.removeprefix("-")):
        cell.value = float(safe) if "." in safe else int(safe)
        return
    cell.value = safe or None
    if safe:
        cell.data_type = "s"
        if is_like_formula(safe):
            cell.quotePrefix = True


def _repeat(sheet: Any, own: Mapping[int, Any], row: int, number: int) -> None:
    """Write what the template itself has in a row into another one; formulas are told where they are."""
    translator = import_module("openpyxl.formula.translate").Translator
    for column, value in own.items():
        cell = sheet.cell(number, column)
        start = sheet.cell(row, column)
        is_formula = start.data_type == "f" and isinstance(value, str)
        cell.value = translator(value, start.coordinate).translate_formula(cell.coordinate) if is_formula else value
        if not is_formula:
            cell.data_type = start.data_type
