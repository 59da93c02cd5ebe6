"""The outline of a theory: what it declares, in reading order, as deep as it is nested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .text import bare_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.load import Loaded
    from toc.model import Element
    from toc.source import Source, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared thing: ``span`` is its line, ``depth`` counts the declared things in its file that it stands in."""

    id: str
    kind: str
    text: str
    span: Span
    depth: int


def outline(loaded: Loaded) -> tuple[Entry, ...]:
    """List everything that a theory declares, from the first line to the last, file by file as they are read."""
    by_file: dict[str, list[Element]] = {}
    for element in loaded.theory.elements:
        by_file.setdefault(element.span.file, []).append(element)
    depths = {span: depth for source in loaded.sources for span, depth in _depths(source, by_file.get(source.name, ()))}
    return tuple(
        [Entry(one.id, one.kind, one.text, one.span, depths.get(one.span, 0)) for one in loaded.theory.elements]
    )


def _depths(source: Source, elements: Iterable[Element]) -> Iterator[tuple[Span, int]]:
    """Walk down the lines that count; each is further in than those that are still open."""
    declared = {element.span.start: element for element in elements}
    open_columns: list[tuple[int, bool]] = []
    for start in source.line_starts() if declared else ():
        line = bare_at(source.text, start)
        here = declared.get(line.at)
        if here is None and not line.counts:
            continue
        while open_columns and open_columns[-1][0] >= line.column:
            open_columns.pop()
        if here is not None:
            yield here.span, sum([is_declared for _, is_declared in open_columns])
        open_columns.append((line.column, here is not None))
