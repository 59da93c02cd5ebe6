"""What was noticed, written down: for people at a terminal, and for four kinds of programs.

Each format has one small file with one way of escaping. They all take the same `Checked` theories, whose findings come
in the order in which they are to be read: from the goal down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.check import Survey
    from toc.findings import Finding
    from toc.load import Loaded
    from toc.rules.ignores import Silenced
    from toc.source import Source, Span

FORMATS = ("text", "json", "github", "sarif", "junit")
"""The formats of `toc check`, as they are named on the command line."""


MOST_PLACES = 8
"""How many places are named where the same is true of many boxes."""


class Checked(NamedTuple):
    """One theory and what was noticed in it.

    ``sources`` are the texts it was read from, by name; ``silenced`` is what somebody silenced with a reason.
    """

    file: str
    stage: str
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    silenced: tuple[Silenced, ...] = ()


def of_survey(loaded: Loaded, file: str, found: Survey) -> Checked:
    """Put together what the reports tell; ``file`` is what was asked for."""
    name = loaded.sources[0].name if loaded.sources else file
    return Checked(name, found.stage, found.findings, {one.name: one for one in loaded.sources}, found.silenced)


class Place(NamedTuple):
    """Where something stands, as people count: from 1, in code points; the end is the place after the last one."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


def place_of(span: Span, sources: Mapping[str, Source]) -> Place | None:
    """Turn a span into lines and columns; None where it stands nowhere."""
    source = sources.get(span.file)
    if source is None:
        return None
    start, end = source.position(span.start), source.position(span.end)
    return Place(span.file, start.line, start.column, end.line, end.column)


def elsewhere(finding: Finding, sources: Mapping[str, Source], most: int = MOST_PLACES) -> str:
    """Say where else the same is true: ``also at lines 12, 18 and 25``; empty where it is true nowhere else."""
    places = [place for span in finding.also if (place := place_of(span, sources))]
    if not places:
        return ""
    here = [str(one.line) for one in places if one.file == finding.span.file]
    there = [f"{one.file}:{one.line}" for one in places if one.file != finding.span.file]
    said = [f"{'line' if len(here) == 1 else 'lines'} {here[0]}", *here[1:], *there] if here else there
    left = len(said[most:])
    *some, last = [*said[:most], f"{left} more"] if left else said
    return f"also at {', '.join(some)} and {last}" if some else f"also at {last}"


def counts(checked: tuple[Checked, ...]) -> dict[Severity, int]:
    """Count the findings of each severity."""
    found = dict.fromkeys(Severity, 0)
    for one in checked:
        for finding in one.findings:
            found[finding.severity] += 1
    return found


def one_line(text: str) -> str:
    """Put a text that may have several lines on one."""
    return " ".join(text.split("\n"))
