"""An outcome or output that leads nowhere.

Ask "so what?" of every result. If nothing follows, either the arrow was forgotten, or the map stops too early, or
the result is not needed. This names the place where a path stops, and what rests on it; what lies before it is not
blamed for it. A side effect that nobody aims for (`unintended: yes`) may lead nowhere.

Source: the "so what" test; the Conservation Standards ask for a full set of intermediate results.

Speaks up:

```toc
goal healthy: Mothers survive childbirth in every village
  outcome treated: Clinics treat mothers within the hour
output guide: A guide for midwives is in every clinic
  activity write: Write the guide with midwives
```

Silent:

```toc
goal healthy: Mothers survive childbirth in every village
  outcome treated: Clinics treat mothers within the hour
    output guide: A guide for midwives is in every clinic
      activity write: Write the guide with midwives
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import FEW, capital, count, name, name_of, names, series
from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "dead-end-result"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every outcome and output without an arrow that leads on."""
    graph = facts.graph
    if not graph.goals:
        return
    yet = " yet" if facts.early else ""
    ends = [one for one in facts.theory.of_kind("outcome", "output") if is_dead_end(one, facts)]

    def alone(result: Element) -> Finding:
        message = f"{name(result)} leads nowhere{yet}{_rests(result, facts)}. So what: what changes because of it?"
        return on_element(result, message, *_fixes(facts))

    def together(left: Sequence[Element]) -> Finding:
        message = f"{capital(count(len(left), 'result'))} lead nowhere{yet}: {names(left)}."
        question = "So what: what changes because of each?"
        return at_first(f"{message} {question}", left[0], *begin_with(left[0], *_fixes(facts)))

    yield from few_or_many(ends, facts, NAME, alone, together)


def is_dead_end(element: Element, facts: Facts) -> bool:
    """Say whether nothing leads on from a result that is no side effect."""
    asked = element.kind in ("outcome", "output") and element.get("unintended") != "yes"
    return asked and not facts.graph.leads_on(element.id) and element.id not in facts.settled


def _fixes(facts: Facts) -> tuple[Fix, Fix]:
    goal = facts.graph.goals[0]
    return (
        Fix(f"Say what it leads to, such as {name_of(facts.theory, goal)}", paste=f"-> {goal}"),
        Fix("If it is a side effect, say so", paste="unintended: yes"),
    )


def _rests(element: Element, facts: Facts) -> str:
    below = facts.graph.beyond(element.id, most=FEW + 1, causes=True)
    if not below:
        return ""
    names = [name_of(facts.theory, one) for one in below[:FEW]]
    said = series([*names, "others"] if len(below) > FEW else names)
    return f", and {said} {'rests' if len(below) == 1 else 'rest'} on it"


RULE = Rule(NAME, find, ADVICE, WARNING, ERROR, ERROR, asks_for_more=True)
