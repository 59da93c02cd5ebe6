"""The order in which findings are told: by place on the wall, from the goal down, then as written."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from toc.model import LinkRef, Theory
from toc.source import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from toc.findings import Finding
    from toc.logic import Graph

BEFORE_ALL = -1
AFTER_ALL = 1_000_000
"""The rows of what is about the whole, and of what stands on no row: partners, sessions, terms."""


def in_order(
    findings: Iterable[Finding], theory: Theory, graph: Graph, files: Sequence[str], rules: Sequence[str]
) -> tuple[Finding, ...]:
    """Sort findings by the row of what they are about, then by file and line, then by rule."""
    wall = _Wall(theory, graph, files)
    rank = {rule: place for place, rule in enumerate(rules)}
    keyed = [
        (wall.place(finding), rank.get(finding.rule, -1), number, finding) for number, finding in enumerate(findings)
    ]
    return tuple([finding for *_, finding in sorted(keyed, key=lambda row: row[:3])])


class _Wall:
    def __init__(self, theory: Theory, graph: Graph, files: Sequence[str]) -> None:
        self.theory = theory
        self.levels = graph.levels
        self.files = {name: place for place, name in enumerate(files)}
        self.starts: Mapping[str, list[tuple[int, str | None]]] | None = None

    def place(self, finding: Finding) -> tuple[int, int, int, int]:
        span = finding.span
        known = finding.element if finding.element in self.theory.by_id else self.above(finding)
        element = self.theory.by_id[known] if known else None
        row = self.row(known) if known else BEFORE_ALL
        start = element.span.start if element and element.span.file == span.file else span.start
        return row, self.files.get(span.file, len(self.files)), start, span.start

    def row(self, known: str) -> int:
        """Give the row of an element; what is about another one stands with that."""
        seen = known
        for _ in range(3):
            if seen in self.levels:
                return self.levels[seen]
            element = self.theory.by_id.get(seen)
            if element and element.whole:
                return BEFORE_ALL
            about = element.about[0] if element and element.about else element.owner if element else None
            if about is None:
                break
            seen = about.source if isinstance(about, LinkRef) else about
        return AFTER_ALL

    def above(self, finding: Finding) -> str | None:
        """Find the element that a line without one stands below; None at the top of the file."""
        if finding.span == NOWHERE:
            return None
        if self.starts is None:
            self.starts = _starts(self.theory)
        lines = self.starts.get(finding.span.file, [])
        found = bisect_right(lines, finding.span.start, key=lambda line: line[0])
        return lines[found - 1][1] if found else None


def _starts(theory: Theory) -> dict[str, list[tuple[int, str | None]]]:
    found: dict[str, list[tuple[int, str | None]]] = {theory.span.file: [(theory.span.start, None)]}
    for element in theory.elements:
        found.setdefault(element.span.file, []).append((element.span.start, element.id))
    return {file: sorted(lines, key=lambda line: line[0]) for file, lines in found.items()}
