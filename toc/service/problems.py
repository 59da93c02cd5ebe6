"""Problems: what was noticed, with fixes that a click applies.

A finding says in words what would settle it; here the words become edits of the text. Where only people know the place
(“write it below what they contribute to”), the words stay a hint. Runs on every keystroke, so it reads only the
few lines around each finding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.source import NOWHERE

from .fixes import edits_of
from .more_fixes import more_fixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.findings import Edit, Finding, Severity
    from toc.load import Loaded
    from toc.source import Source, Span

MOST_FIXES = 4
"""How many fixes one problem offers; more would be a menu and no answer."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A fix that can be applied: what it does, in words, and its edits, which may touch several files."""

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding as a page or an editor shows it: where, how loud, what, and how to settle it.

    ``element`` is the id of the element it is about. ``hints`` are fixes that only people can carry out, in words.
    ``also`` are the other places of which the same is true.
    """

    file: str
    span: Span
    severity: Severity
    rule: str
    message: str
    element: str | None = None
    fixes: tuple[Remedy, ...] = ()
    hints: tuple[str, ...] = ()
    also: tuple[Span, ...] = ()


def problems(loaded: Loaded, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Give what `toc.check.check` found in the same theory as problems, in the same order."""
    sources = {source.name: source for source in loaded.sources}
    return tuple([_problem(loaded, finding, sources) for finding in findings])


def _problem(loaded: Loaded, finding: Finding, sources: Mapping[str, Source]) -> Problem:
    remedies = list(_remedies(loaded, finding, sources))
    return Problem(
        finding.span.file,
        finding.span,
        finding.severity,
        finding.rule,
        finding.message,
        finding.element,
        tuple([one for one in remedies if one.edits][:MOST_FIXES]),
        tuple([one.label for one in remedies if not one.edits]),
        finding.also,
    )


def _remedies(loaded: Loaded, finding: Finding, sources: Mapping[str, Source]) -> Iterator[Remedy]:
    if finding.span == NOWHERE or finding.span.file not in sources:
        yield from [Remedy(fix.label, ()) for fix in finding.fixes]
        return
    for fix in finding.fixes:
        yield Remedy(fix.label, edits_of(fix, finding, loaded, sources))
    for label, edits in more_fixes(finding, sources[finding.span.file], loaded):
        yield Remedy(label, edits)
