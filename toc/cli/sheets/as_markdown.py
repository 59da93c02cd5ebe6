"""Questions as Markdown, to print and to write on: every text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.render import markdown_text

from .as_text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Sheet


def document(sheet: Sheet) -> str:
    """Write a sheet."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# Questions for {markdown_text(sheet.title)}"
    if not sheet.asked:
        yield from ("", NOTHING)
    theme = ""
    for asked in sheet.asked:
        question, place = asked.ask
        if question.theme != theme:
            theme = question.theme
            yield from ("", f"## {theme}")
        yield from ("", f"**{markdown_text(place.asks)}**")
        below = [markdown_text(place.why)] if place.why else []
        below += [f"{question.number} in the bank"] if question.number else []
        below += [markdown_text(asked.spot)] if asked.spot else []
        if below:
            yield from ("", " · ".join(below))
