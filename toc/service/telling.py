"""An element in a few short sentences: what it is, who contributes, where it leads; and a check in one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from toc.model import CAUSAL_KINDS, LinkKind, LinkRef
from toc.rules.catalogue import explain
from toc.rules.phrases import FEW, name_of, names_of, quoted, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import About, Element, Theory

    from .names import Target

_TOLD = ("stage", "status", "due", "baseline", "target", "confidence", "importance", "role", "ring", "decision")
"""The details that are worth a line."""


def told(theory: Theory, target: Target) -> tuple[str, ...]:
    """Tell about what a name stands for."""
    element = target.element
    if element is None:
        return (f"‘{target.key}’ is not on the map yet.", *_steps(theory, target.key))
    says = element.text.split("\n", 1)[0] or "no words yet"
    lines = [f"{element.kind.capitalize()} {element.id}: {says}"]
    if element.kind == "partner":
        lines += _given_by(theory, element.id)
    else:
        lines += _given_to(theory, element.id)
    lines += _steps(theory, element.id)
    lines += _beliefs(theory, element)
    lines += _about(theory, element)
    lines += [f"{detail.key}: {quoted(detail.value)[1:-1]}" for detail in element.details if detail.key in _TOLD]
    return tuple(lines)


def _given_to(theory: Theory, known: str) -> Iterator[str]:
    partners = dict.fromkeys([one.partner for one in theory.contributions if one.to == known])
    if partners:
        yield f"{names_of(theory, partners)} contribute{'s' if len(partners) == 1 else ''}."


def _given_by(theory: Theory, known: str) -> Iterator[str]:
    given = dict.fromkeys([_what(theory, one.to) for one in theory.contributions if one.partner == known])
    if given:
        yield f"Contributes to {_some(given)}."
    aims = [one.id for one in theory.of_kind("aim") if one.owner == known]
    if aims:
        yield f"Wants {names_of(theory, aims)}."


def _what(theory: Theory, what: About | None) -> str:
    if what is None:
        return "the whole"
    if isinstance(what, LinkRef):
        return f"the step from {name_of(theory, what.source)} to {name_of(theory, what.target)}"
    return name_of(theory, what)


def _some(parts: Iterable[str]) -> str:
    shown = list(parts)
    return series(shown[:FEW], max(0, len(shown) - FEW))


def _steps(theory: Theory, known: str) -> Iterator[str]:
    """Tell the arrows that leave and reach it; what it needs comes after what it is for, as on the wall."""
    for kind, says in (
        (LinkKind.LEADS_TO, "Leads to"),
        (LinkKind.FEEDS_BACK, "Feeds back to"),
        (LinkKind.WORKS_AGAINST, "Works against"),
    ):
        ends = [link.target for link in theory.links if link.source == known and link.kind is kind]
        if ends:
            yield f"{says} {names_of(theory, ends)}."
    needs = [link.source for link in theory.links if link.target == known and link.kind is LinkKind.LEADS_TO]
    if needs:
        yield f"Needs {names_of(theory, needs)}."


def _beliefs(theory: Theory, element: Element) -> Iterator[str]:
    """Tell what is assumed about it and about the steps it starts."""
    if element.kind not in CAUSAL_KINDS:
        return
    found = [one.id for one in theory.of_kind("assumption") if any(_starts(what, element.id) for what in one.about)]
    if found:
        yield f"Assumes {names_of(theory, found)}."


def _starts(what: About, known: str) -> bool:
    return what.source == known if isinstance(what, LinkRef) else what == known


def _about(theory: Theory, element: Element) -> Iterator[str]:
    if element.about:
        yield f"About {_some([_what(theory, what) for what in element.about])}."


@cache
def summary(rule: str) -> str:
    """Say in one sentence what a check is about; nothing for one that nobody knows."""
    return " ".join((explain(rule) or "").strip().split("\n\n")[0].split())
