"""What a rule is, and what it is given.

A rule is a function from facts to findings. It never reads the clock, a file or the settings, and it does not know
how loud it is: who calls it fills in its name and its severity. A rule that wants one of its findings to stay
quieter than the others says so with ``at_most``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding, Fix, Nature, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from toc.logic import Graph
    from toc.model import Element, Link, Theory

    from .settings import Thresholds

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
FACT, HEURISTIC, QUESTION = Nature.FACT, Nature.HEURISTIC, Nature.QUESTION
EARLY_STAGES = frozenset({"live", "draft"})


class Family:
    """What a rule looks at: names for the plain words that rules carry."""

    TEXT = "text"
    STRUCTURE = "structure"
    ASSUMPTIONS = "assumptions"
    WORDING = "wording"
    PARTNERSHIP = "partnership"
    MEASUREMENT = "measurement"
    PROCESS = "process"


class Facts(NamedTuple):
    """What rules may ask: the theory, its graph, its stage, and the date that counts as today, if there is one.

    ``settled`` are the ids whose gaps another finding already explains. ``vague_words`` are the group's own list.
    ``speaking`` are the rules that are not silent this time: what two of them would say, one can leave to the other.
    """

    theory: Theory
    graph: Graph
    stage: str
    as_of: date | None
    settled: frozenset[str]
    thresholds: Thresholds
    vague_words: tuple[str, ...] = ()
    speaking: frozenset[str] = frozenset()

    @property
    def early(self) -> bool:
        """Say whether the group is still drawing, so that gaps are called open and not missing."""
        return self.stage in EARLY_STAGES


class Rule(NamedTuple):
    """A rule and how loud it is at each stage; None is silent.

    ``find`` is None where the reader finds it while it reads. ``asks_for_more`` marks rules that miss something: they
    are silent while a file that could hold it cannot be read.
    """

    name: str
    find: Callable[[Facts], Iterable[Finding]] | None
    live: Severity | None
    draft: Severity | None
    agreed: Severity | None
    running: Severity | None
    nature: Nature = FACT
    family: str = Family.STRUCTURE
    asks_for_more: bool = False

    def at(self, stage: str) -> Severity | None:
        """Give the severity at a stage."""
        severity: Severity | None = getattr(self, stage)
        return severity


def on_element(element: Element, message: str, *fixes: Fix, at_most: Severity = ERROR) -> Finding:
    """Say something about an element, on its line."""
    return Finding("", message, element.span, at_most, element=element.id, fixes=fixes)


def on_link(link: Link, message: str, *fixes: Fix, at_most: Severity = ERROR) -> Finding:
    """Say something about an arrow, on the line that draws it; it belongs to the element it starts from."""
    return Finding("", message, link.span, at_most, element=link.source, fixes=fixes)


def on_theory(theory: Theory, message: str, *fixes: Fix, at_most: Severity = ERROR) -> Finding:
    """Say something about the whole, on the line of its title."""
    return Finding("", message, theory.span, at_most, fixes=fixes)
