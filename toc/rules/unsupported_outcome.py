"""A goal, outcome or output that nothing brings about.

Read the map from the goal down and ask of each result what must be in place first. Where the answer is missing,
the plan has a wish and no way. If the thing is already true, or in nobody's hands, it is a `condition`: then
nothing has to bring it about, and the group only has to watch whether it stays true.

Source: the backward mapping of the Center for Theory of Change, which keeps what must be brought about apart
from what is already there.

Speaks up:

```toc
goal work: Parents of small children can take a job
  outcome childcare: Childcare is affordable
  activity fair: Hold a job fair
```

Silent:

```toc
goal work: Parents of small children can take a job
  condition childcare: Childcare is affordable
  activity fair: Hold a job fair
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import RESULT_KINDS, Element

from .change_kind import change_kind
from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "unsupported-outcome"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every result that no arrow leads to."""
    bare = [
        element
        for element in facts.theory.elements
        if element.kind in RESULT_KINDS and element.id not in facts.settled and not facts.graph.is_led_to(element.id)
    ]

    def alone(result: Element) -> Finding:
        return on_element(result, _message(result, facts), *_fixes(result))

    def together(left: Sequence[Element]) -> Finding:
        return at_first(_message_for_many(left, facts), left[0], *begin_with(left[0], *_fixes(left[0])))

    yield from few_or_many(bare, facts, NAME, alone, together)


def _message(element: Element, facts: Facts) -> str:
    if element.get("unintended") == "yes":
        return f"{name(element)} is a side effect, but of what? Nothing on the map leads to it."
    if facts.stage == "live":
        return f"Next: what has to be in place for {name(element)}, or is it already true?"
    nothing = "Nothing brings about" if not facts.early else "Nothing on the map brings about"
    yet = " yet" if facts.early else ""
    return f"{nothing} {name(element)}{yet}. What must be in place first, or is it already true?"


def _message_for_many(left: Sequence[Element], facts: Facts) -> str:
    yet = " yet" if facts.early else ""
    said = f"{count(len(left), 'result')} have nothing that brings them about{yet}: {names(left)}."
    begun = f"Next: {said}" if facts.stage == "live" else capital(said)
    return f"{begun} What must be in place first, or are they already true?"


def _fixes(element: Element) -> tuple[Fix, ...]:
    first = Fix("Write below it what has to come first", paste="outcome: What has to be in place first")
    if element.kind == "goal":
        return (first,)
    return (first, change_kind(element, "condition", "If it is already true, make it a condition"))


RULE = Rule(NAME, find, ADVICE, WARNING, ERROR, ERROR, asks_for_more=True)
