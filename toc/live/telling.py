"""What pages are told about a theory: its findings, its parked notes, and where everything stands in the text.

Places are offsets in UTF-16 units, as browsers count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toc.check import BROKEN_LINES
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.service import problems
from toc.source import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from toc.findings import Edit, Finding
    from toc.load import Loaded
    from toc.service import Problem
    from toc.source import Source

SPEAKING_IN_THE_ROOM = frozenset([rule.name for rule in (*READING, *RULES) if rule.at("live")])
"""The checks that speak while a room is at work."""

NOT_READ = BROKEN_LINES | {"unknown-key"}
"""What the reader says about lines that it could make no sense of."""

Sources = dict[str, "Source"]


def sources_of(loaded: Loaded) -> Sources:
    """Find the texts of a theory by name."""
    return {source.name: source for source in loaded.sources}


def reading_of(
    loaded: Loaded,
    findings: tuple[Finding, ...],
    versions: Mapping[str, int],
    held: Mapping[str, tuple[str, int]],
    number: int,
    lit: Collection[str] = (),
) -> dict[str, Any]:
    """Say everything about a theory but its picture.

    ``held`` are elements of half-typed lines, which the picture shows as they were: their file, and the line from 0.
    ``lit`` are the checks of the round that is held.
    """
    sources, theory = sources_of(loaded), loaded.theory
    return {
        "type": "reading",
        "number": number,
        "versions": {name: versions.get(name, 0) for name in sources},
        "title": theory.title,
        "problems": [_problem(one, sources, lit) for one in problems(loaded, findings) if one.span.file in sources],
        "parked": [{**place(note.span, sources), "text": note.text} for note in theory.notes],
        "places": _held_places(held, sources)
        | {
            one.id: {**place(one.span, sources), "kind": one.kind, "text": one.text}
            for one in theory.elements
            if one.span.file in sources
        },
        "unread": len([finding for finding in loaded.findings if finding.rule in NOT_READ]),
    }


def place(span: Span, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Say where something stands."""
    source = sources[span.file]
    return {"file": span.file, "from": source.utf16(span.start), "to": source.utf16(span.end)}


def edits_json(edits: Iterable[Edit], sources: Mapping[str, Source]) -> list[dict[str, Any]]:
    """Say what to change, file by file."""
    return [{**place(edit.span, sources), "insert": edit.text} for edit in edits]


def _held_places(held: Mapping[str, tuple[str, int]], sources: Mapping[str, Source]) -> dict[str, Any]:
    found = {}
    for key, (file, line) in held.items():
        if file in sources and line < len(sources[file].line_starts()):
            start = sources[file].line_starts()[line]
            span = Span(file, start, start + len(sources[file].line(line + 1)))
            found[key] = {**place(span, sources), "kind": "", "text": ""}
    return found


def _problem(problem: Problem, sources: Mapping[str, Source], lit: Collection[str]) -> dict[str, Any]:
    return {
        **place(problem.span, sources),
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "element": problem.element,
        "also": [place(span, sources) for span in problem.also if span.file in sources],
        "room": problem.rule in SPEAKING_IN_THE_ROOM or problem.rule in lit,
        "unread": problem.rule in NOT_READ,
        "fixes": [{"label": fix.label, "edits": edits_json(fix.edits, sources)} for fix in problem.fixes],
    }
