"""``ignore RULE: reason``: one check, silenced in one place, for a reason that can be read.

Below an element it silences what is said about that element; below ``theory:`` everywhere. Without a reason it silences
nothing. One that has nothing to silence any more is said, so that it does not hide what comes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from toc.model import Detail, Theory

COUNTED_TOGETHER = frozenset({"bare-link"})
"""Rules that leave an element out of their count where it ignores them, and so say nothing that could be silenced."""


class Silenced(NamedTuple):
    """A finding that somebody silenced, and why."""

    finding: Finding
    reason: str


class _Ignore(NamedTuple):
    rule: str
    reason: str
    element: str | None
    detail: Detail


def sort_out(findings: Iterable[Finding], theory: Theory) -> tuple[list[Finding], list[Silenced], list[Detail]]:
    """Part the findings into those to tell and those silenced; the details that silenced something come third."""
    ignores = {(one.rule, one.element): one for one in reversed(list(_ignores(theory))) if one.reason}
    told: list[Finding] = []
    silenced: list[Silenced] = []
    used: list[Detail] = []
    for finding in findings:
        here = ignores.get((finding.rule, finding.element)) if finding.element else None
        found = here or ignores.get((finding.rule, None))
        if found:
            silenced.append(Silenced(finding, found.reason))
            used.append(found.detail)
        else:
            told.append(finding)
    return told, silenced, used


def complaints(
    theory: Theory, used: Iterable[Detail], known: Collection[str], active: Collection[str], settled: Collection[str]
) -> Iterator[Finding]:
    """Name what is wrong with the ignores themselves.

    ``known`` are all rules, ``active`` those that speak at this stage: a silent one may be ignored in advance.
    """
    spent = {id(detail) for detail in used}
    for ignore in _ignores(theory):
        if ignore.rule not in known:
            yield _unknown(ignore, known)
        elif not ignore.reason:
            message = f"‘ignore {ignore.rule}’ needs a reason, or nothing is silenced. Why does it not matter here?"
            fix = Fix("Say why", paste=f"ignore {ignore.rule}: …", instead=ignore.detail.span)
            yield _finding("ignore-without-reason", ignore, message, fix)
        elif id(ignore.detail) not in spent and ignore.rule in active and not _may_wait(ignore, settled):
            message = f"There is nothing left to ignore here: ‘{ignore.rule}’ is silent anyway."
            yield _finding("unused-ignore", ignore, message, Fix("Take this line out", instead=ignore.detail.span))


def is_waived(theory: Theory, element: str, rule: str) -> bool:
    """Say whether an element, with a reason, ignores a rule that counts several things together."""
    found = theory.by_id.get(element)
    return found is not None and any(
        detail.key == "ignore" and _named(detail) == rule and detail.value.strip() for detail in found.details
    )


def _ignores(theory: Theory) -> Iterator[_Ignore]:
    for detail in theory.details:
        if detail.key == "ignore":
            yield _Ignore(_named(detail), detail.value.strip(), None, detail)
    for element in theory.elements:
        for detail in element.details:
            if detail.key == "ignore":
                yield _Ignore(_named(detail), detail.value.strip(), element.id, detail)


def _named(detail: Detail) -> str:
    return (detail.name or "").strip().casefold()


def _may_wait(ignore: _Ignore, settled: Collection[str]) -> bool:
    return ignore.element is not None and (ignore.element in settled or ignore.rule in COUNTED_TOGETHER)


def _unknown(ignore: _Ignore, known: Collection[str]) -> Finding:
    if not ignore.rule:
        return _finding("unknown-rule", ignore, "‘ignore’ takes the name of a check: ‘ignore single-cause: reason’.")
    from toc.near import nearest  # noqa: PLC0415  only a wrong name pays for it

    meant = nearest(ignore.rule, known)
    message = f"There is no check called ‘{ignore.rule}’."
    if not meant:
        return _finding("unknown-rule", ignore, message)
    paste = f"ignore {meant}: {ignore.reason or '…'}"
    fix = Fix(f"Write ‘{meant}’", paste=paste, instead=ignore.detail.span)
    return _finding("unknown-rule", ignore, f"{message} Did you mean ‘{meant}’?", fix)


def _finding(rule: str, ignore: _Ignore, message: str, *fixes: Fix) -> Finding:
    return Finding(rule, message, ignore.detail.span, element=ignore.element, fixes=fixes)
