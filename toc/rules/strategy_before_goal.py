"""Much work, and no goal that everybody stands behind.

A group that plans first and asks later what for ends with a list of what everybody does anyway. Five activities and no
goal, a goal that is still a placeholder, or one with `agreed: no`: then it pays to park the work for an hour. The
number is a setting (`activities_before_a_goal`) and ours.

Source: backward mapping starts from the goal (Center for Theory of Change); theories built with the intervention in
mind (Winderl); agree on the goal before the strategy.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  agreed: no
  activity kitchen: Open a kitchen
  activity garden: Dig a garden
  activity bus: Send a bus to the market
  activity course: Teach cooking
  activity fridge: Put a fridge on the square
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  agreed: yes
  activity kitchen: Open a kitchen
  activity garden: Dig a garden
  activity bus: Send a bus to the market
  activity course: Teach cooking
  activity fridge: Put a fridge on the square
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import capital, count, name
from .placeholders import placeholder
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for the goal where there is much work and no goal that stands."""
    goals = facts.theory.of_kind("goal")
    number = len([one for one in facts.theory.of_kind("activity") if not is_stopped(one)])
    if number < facts.thresholds.activities_before_a_goal or any(_stands(goal, facts) for goal in goals):
        return
    actions = count(number, "activity", "activities")
    said = f"{capital(actions)}, and no {'' if not goals else 'agreed '}goal yet."
    if goals:
        message = f"{said} Park the work for an hour, and finish {name(goals[0])} first?"
        yield on_element(goals[0], message, _fix(goals[0]))
    else:
        yield on_theory(facts.theory, f"{said} Park the work for an hour, and write the goal first?")


def _stands(goal: Element, facts: Facts) -> bool:
    if goal.id in facts.settled:
        return True
    return bool(goal.text.strip()) and not placeholder(goal.text) and goal.get("agreed") != "no"


def _fix(goal: Element) -> Fix:
    if goal.get("agreed") == "no":
        return Fix("When all partners stand behind it, say so", paste="agreed: yes")
    return Fix("Write who will be better off, and how")


RULE = Rule("strategy-before-goal", find, None, ADVICE, ADVICE, ADVICE, family=Family.PROCESS, asks_for_more=True)
