"""Questions for people at a terminal, theme by theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.cli.terminal import Row, Style, Styled
from toc.troubles import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Asked, Sheet

_INDENT: Final = 4
NOTHING: Final = "Nothing is open to ask here. When the map changes, there may be more."
"""What is said where every question was answered, or none makes sense."""


def rows(sheet: Sheet) -> Iterator[Row]:
    """Write a sheet, row by row."""
    if not sheet.asked:
        yield Row((NOTHING,))
        return
    yield Row((f"Questions for {sheet.title}",), indent=2)
    theme = ""
    for asked in sheet.asked:
        yield Row()
        if asked.ask.question.theme != theme:
            theme = asked.ask.question.theme
            yield from (Row((Styled(theme, Style.STRONG),)), Row())
        yield from one(asked)
    yield Row()
    yield Row((Styled(hint(sheet.file, sheet.asked[0]), Style.FAINT),), indent=2)


def one(asked: Asked) -> Iterator[Row]:
    """Write one question, why it is asked here, and where that is."""
    number = asked.ask.question.number
    yield Row((Styled(f"{number or '–':>2}  ", Style.ADVICE), asked.ask.place.asks), _INDENT)
    below = " ".join([part for part in (asked.ask.place.why, f"({asked.spot})" if asked.spot else "") if part])
    if below:
        yield Row((" " * _INDENT, Styled(below, Style.FAINT)), _INDENT)


def hint(file: str, asked: Asked) -> str:
    """Say how a question is answered."""
    number, parked = asked.ask.question.number, asked.ask.place.parked
    which = f"--at {parked}" if parked else f"--number {number}"
    ask = f"toc ask {typed(file)}"
    return f'To answer one: {ask} {which} --answer "…"    One after the other: {ask} --interactive'
