"""A result that the partnership answers for, but that rests on one beyond its ceiling.

The ceiling says up to where you answer for results; what lies beyond it depends on too much else. If a result at
the ceiling can only come after one that lies beyond, you answer for something that you said is out of your hands.

Source: the ceiling of accountability (De Silva and others 2014; Center for Theory of Change).

Speaks up:

```toc
theory: Warm homes
  ceiling: insulated, bills

goal healthy: Old people stay well in winter
  outcome bills: Old people can pay their heating
    outcome warm: Homes are warm
      outcome insulated: Two thousand roofs are insulated
        activity crews: Train roof crews
```

Silent:

```toc
theory: Warm homes
  ceiling: bills

goal healthy: Old people stay well in winter
  outcome bills: Old people can pay their heating
    outcome warm: Homes are warm
      outcome insulated: Two thousand roofs are insulated
        activity crews: Train roof crews
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import name_of
from .rule import ERROR, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Name every result of the ceiling with a cause that lies beyond another one."""
    graph = facts.graph
    for result in graph.ceiling.results if graph.ceiling.across else ():
        element = facts.theory.by_id.get(result)
        beyond = next((cause for cause in graph.each_cause(result) if cause in graph.ceiling.across), None)
        if element and beyond and not _in_a_circle(result, beyond, facts):
            said = name_of(facts.theory, result)
            yield on_element(
                element,
                f"You answer for {said}, but it rests on {name_of(facts.theory, beyond)}, which lies beyond your "
                "ceiling. Where does your part end?",
                Fix(f"Let the ceiling end at {said}, and take out what comes before it"),
            )


def _in_a_circle(one: str, other: str, facts: Facts) -> bool:
    tangles = facts.graph.tangle_of
    return one in tangles and tangles[one] == tangles.get(other)


RULE = Rule("ceiling-not-a-cut", find, None, None, ERROR, ERROR)
