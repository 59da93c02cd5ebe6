"""A change with one single cause.

One thing is rarely enough for people to act differently. Where a goal or an outcome has one cause only, ask what
else must be true. The answer is another cause, an assumption on the arrow, or a clear `enough: yes`. Outputs are
not asked: an activity delivers its output by itself. Nor are side effects, which nobody tries to bring about.

Source: "cause insufficiency", which Goldratt's tradition calls the most common defect of such maps; Davies 2018
asks for arrows to say whether they are necessary or sufficient.

Speaks up:

```toc
goal yields: Farms survive dry years
  outcome mulch: Farmers cover their soil
    activity train: Show farmers how to cover soil
```

Silent:

```toc
goal yields: Farms survive dry years
  enough: yes
  outcome mulch: Farmers cover their soil
    activity train: Show farmers how to cover soil
      assuming straw: Straw is to be had in every village
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkRef

from . import leap_without_assumption, missing_middle
from .believed import is_assumed
from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, QUESTION, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element, Link

NAME = "single-cause"


def find(facts: Facts) -> Iterator[Finding]:
    """Ask of every goal and outcome with one cause whether that is enough."""
    causes = {
        element.id: cause
        for element in facts.theory.of_kind("goal", "outcome")
        if (cause := _only_cause(element, facts)) and not _is_told_elsewhere(cause, element, facts)
    }

    steps = {link.ref: link for link in facts.theory.links} if causes else {}

    def fixes(result: Element) -> tuple[Fix, Fix]:
        ends = LinkRef(causes[result.id].id, result.id)
        return _more(causes[result.id], ends, steps.get(ends)), Fix("If it is enough, say so", paste="enough: yes")

    def alone(result: Element) -> Finding:
        message = f"Is {name(causes[result.id])} enough, on its own, for {name(result)}? What else must be true?"
        return on_element(result, message, *fixes(result))

    def together(left: Sequence[Element]) -> Finding:
        message = f"{capital(count(len(left), 'result'))} have one cause each: {names(left)}."
        question = "Is that one enough, on its own, each time? What else must be true?"
        return at_first(f"{message} {question}", left[0], *begin_with(left[0], *fixes(left[0])))

    yield from few_or_many([facts.theory.by_id[one] for one in causes], facts, NAME, alone, together)


def _only_cause(element: Element, facts: Facts) -> Element | None:
    """Give the one cause of a result about which nobody has said that it is enough, or what else it takes."""
    if element.id in facts.settled or any(element.get(key) for key in ("enough", "needs", "unintended")):
        return None
    causes = facts.graph.some_causes(element.id, 2)
    only = facts.theory.by_id.get(causes[0]) if len(causes) == 1 else None
    return None if only is None or is_stopped(only) or is_assumed(only.id, element.id, facts) else only


def _is_told_elsewhere(cause: Element, result: Element, facts: Facts) -> bool:
    """Say whether another rule asks what has to come in between, or be true, on the same arrow."""
    return (missing_middle.NAME in facts.speaking and missing_middle.jumps(cause, result)) or (
        leap_without_assumption.NAME in facts.speaking and leap_without_assumption.is_leap(cause, result, facts)
    )


def _more(cause: Element, ends: LinkRef, step: Link | None) -> Fix:
    """Offer an assumption below the step, or at the margin where the step comes from a pathway and has no line."""
    label = "Write down what else it takes"
    if step:
        return Fix(f"{label}, below the arrow from {name(cause)}", paste="assuming: …", below=step.span)
    more = f"assumption: …\n  on: {ends}"
    return Fix(label, paste=more, margin=more)


RULE = Rule(NAME, find, None, ADVICE, ADVICE, ADVICE, QUESTION, asks_for_more=True)
