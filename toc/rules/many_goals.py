"""Several goals that nothing joins.

Partners may differ about the way; they need one goal that they share. Two goals pull the same people and the same
money in two directions. Goals that lead to one goal above them are fine: those are steps on the way to it.

The goal of a partner's own file that leads to nothing in the shared map is told by `nested-interface-mismatch` alone.

How many goals are fine is a setting (`goals`, one unless you change it).

Source: the logframe's rule of one purpose; the common agenda of collective impact.

Speaks up:

```toc
goal safe: Children walk to school safely
  activity crossing: Paint two crossings
goal green: The old harbour is a park
  activity trees: Plant sixty trees
```

Silent:

```toc
goal home: Families want to stay in this part of town
  goal safe: Children walk to school safely
    activity crossing: Paint two crossings
  goal green: The old harbour is a park
    activity trees: Plant sixty trees
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .nested_interface_mismatch import NAME, beside_the_shared_map
from .phrases import count, name_of, names_of
from .rule import WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Count the goals that lead to no other goal."""
    tops = facts.graph.top_goals
    if NAME in facts.speaking:
        beside = frozenset(beside_the_shared_map(facts))
        tops = tuple([goal for goal in tops if goal not in beside])
    if len(tops) > max(1, facts.thresholds.goals):
        second = facts.theory.by_id[tops[1]]
        message = (
            f"There are {count(len(tops), 'goal')} that nothing joins: {names_of(facts.theory, tops)}. "
            "Which one do all partners share?"
        )
        join = Fix(f"Let one lead to the other, below {name_of(facts.theory, tops[1])}", paste=f"-> {tops[0]}")
        yield on_element(second, message, join, Fix("Give each goal a file of its own"))


RULE = Rule("many-goals", find, None, WARNING, WARNING, WARNING)
