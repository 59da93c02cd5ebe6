"""The lines of all files in one reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .draft import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.lines import Line

    from . import Part


def rows_of(parts: Iterable[Part]) -> list[Row]:
    """Walk every line, each before those below it, and number them."""
    rows: list[Row] = []
    for part in parts:
        waiting: list[tuple[Line, Row | None]] = [(line, None) for line in reversed(part.lines)]
        while waiting:
            line, parent = waiting.pop()
            row = Row(line, part.source, part.source.name, len(rows), parent, part.root)
            rows.append(row)
            waiting += [(child, row) for child in reversed(line.children)]
    return rows
