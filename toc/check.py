"""Checking: what the reader noticed and what the rules find, as loud as the stage of the theory allows.

One cause gives one finding: what a misspelt name, a broken line or a missing file explains is not told again by a rule.
Nothing here reads the clock: today is the day that is given, else that of the last session in the theory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .logic import Graph
from .logic.dates import last_day
from .rules.catalogue import RULES
from .rules.ignores import Silenced, complaints, sort_out
from .rules.loudness import capped, quieter, severity_of, stage_of
from .rules.places import in_order
from .rules.reading import READING
from .rules.rule import Facts
from .rules.settings import Settings
from .source import NOWHERE, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from .findings import Finding, Severity
    from .load import Loaded
    from .rules.rule import Rule

NOT_ALL_READ = frozenset({"include-failed", "too-large"})
"""What the reader says when a part of the theory is missing; then no rule asks for what may stand there."""

ASKS_FOR_A_GOAL = frozenset({"no-goal", "strategy-before-goal"})
"""The rules that would miss a goal that stands on a broken line."""

BROKEN_LINES = frozenset(
    {"conflict-marker", "misplaced-line", "missing-colon", "no-words", "unfinished-line", "unknown-kind"}
)
"""What the reader says about lines that may have been meant as a goal."""

ORDER = (*[rule.name for rule in READING], *[rule.name for rule in RULES])
"""The names of all rules, in the order in which findings about the same place are told."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a check gives: the findings to tell, those that somebody silenced with a reason, and the stage."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    stage: str


def check(
    loaded: Loaded,
    *,
    stage: str | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    settings: Settings | None = None,
) -> tuple[Finding, ...]:
    """Give everything worth saying about a theory, from the goal down.

    ``stage`` wins over what the theory says, ``profile`` is one of `toc.rules.settings.PROFILES`, ``as_of`` counts as
    today, and ``settings`` come from the configuration. Raises ValueError for a stage or profile that does not exist.
    """
    return survey(loaded, stage=stage, profile=profile, as_of=as_of, settings=settings).findings


def survey(
    loaded: Loaded,
    *,
    stage: str | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    settings: Settings | None = None,
) -> Survey:
    """Check as `check` does, and give what was silenced as well."""
    chosen = settings or Settings()
    decided = stage_of(loaded.theory, stage, profile, chosen)
    loud = _loudness(decided, profile or chosen.profile, chosen)
    silent = _silent(loaded)
    facts = _facts(loaded, decided, as_of, chosen, frozenset([name for name in loud if loud[name]]) - silent)
    found = [*_read(loaded.findings, loud), *_ruled(facts, loud)]
    told, silenced, used = sort_out([_placed(finding, loaded) for finding in found], loaded.theory)
    about_ignores = complaints(loaded.theory, used, loud, [name for name in loud if loud[name]], facts.settled)
    told += _read([_placed(finding, loaded) for finding in about_ignores], loud)
    files = [source.name for source in loaded.sources]
    return Survey(in_order(told, loaded.theory, facts.graph, files, ORDER), tuple(silenced), decided)


def _loudness(stage: str, profile: str | None, settings: Settings) -> Mapping[str, Severity | None]:
    chosen = dict(settings.severities)
    return {rule.name: severity_of(rule, stage, profile, chosen) for rule in (*READING, *RULES)}


def _facts(loaded: Loaded, stage: str, as_of: date | None, settings: Settings, speaking: frozenset[str]) -> Facts:
    theory = loaded.theory
    settled = frozenset(_settled(loaded))
    today = as_of or last_day(tuple([session.id for session in theory.of_kind("session")]))
    graph, vague = Graph(theory, settled), settings.vague_words
    return Facts(theory, graph, stage, today, settled, settings.thresholds, vague, speaking)


def _settled(loaded: Loaded) -> Iterator[str]:
    """Give the ids whose gaps are explained: by a finding of the reader, or by a pathway nobody declared."""
    theory = loaded.theory
    for finding in loaded.findings:
        yield from finding.settles
    for element in theory.elements:
        if any(pathway not in theory.by_id for pathway in element.pathways):
            yield element.id


def _silent(loaded: Loaded) -> frozenset[str]:
    """Give the rules that have nothing to ask because what they would miss is there, but could not be read."""
    if any(finding.rule in NOT_ALL_READ for finding in loaded.findings):
        return frozenset([rule.name for rule in RULES if rule.asks_for_more])
    texts = {source.name: source.text for source in loaded.sources}
    meant = any(_may_be_a_goal(finding, texts) for finding in loaded.findings if finding.rule in BROKEN_LINES)
    return ASKS_FOR_A_GOAL if meant else frozenset()


def _may_be_a_goal(finding: Finding, texts: Mapping[str, str]) -> bool:
    if any(edit.text == "goal" for fix in finding.fixes for edit in fix.edits):
        return True
    text, span = texts.get(finding.span.file, ""), finding.span
    lines = text[text.rfind("\n", 0, span.start) + 1 : span.end].casefold().split("\n")
    return any(line.strip(" \t-*•").startswith("goal") for line in lines)


def _read(findings: Iterable[Finding], loud: Mapping[str, Severity | None]) -> Iterator[Finding]:
    """Give the findings that name their rule themselves their severity; a rule nobody knows keeps its own."""
    for finding in findings:
        severity = loud.get(finding.rule, finding.severity)
        if severity:
            yield replace(finding, severity=severity)


def _ruled(facts: Facts, loud: Mapping[str, Severity | None]) -> Iterator[Finding]:
    for rule in RULES:
        severity = loud[rule.name]
        if severity and rule.find and rule.name in facts.speaking:
            for finding in rule.find(facts):
                yield _named(finding, rule, severity)


def _named(finding: Finding, rule: Rule, severity: Severity) -> Finding:
    held = capped(quieter(severity, finding.severity), rule.nature) or severity
    return replace(finding, rule=rule.name, severity=held, nature=rule.nature)


def _placed(finding: Finding, loaded: Loaded) -> Finding:
    """Put what stands nowhere, such as a goal that is not there, at the start of the main file."""
    if finding.span != NOWHERE or not loaded.sources:
        return finding
    return replace(finding, span=Span(loaded.sources[0].name, 0, 0))
