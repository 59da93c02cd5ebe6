"""Partners who differ on the goal itself.

Partners may go different ways to one goal, and write down where they differ; nothing here ever complains about that.
A plan whose goal itself is in dispute is no plan of all of them yet. A disagreement is open until `answer:` says how
it ended.

Source: agree on the goal, agree to differ on the way; a common agenda means agreement on the primary goals
(collective impact).

Speaks up:

```toc
partner club: Riverside Boat Club
partner trust: River Trust
goal fish: Salmon spawn in the upper river again
disagreement for-whom: Is the river for fish or for boats?
  on: fish
  by club: for boats, and then for fish
  by trust: for fish
```

Silent:

```toc
partner club: Riverside Boat Club
partner trust: River Trust
goal fish: Salmon spawn in the upper river again
disagreement for-whom: Is the river for fish or for boats?
  on: fish
  by club: for boats, and then for fish
  by trust: for fish
  answer: for fish from October to April, and we say so everywhere
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import name, name_of, series
from .rule import ERROR, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every open disagreement about a goal."""
    for disagreement in facts.theory.of_kind("disagreement"):
        goals = disputed_goals(disagreement, facts)
        if goals and is_open(disagreement):
            said = series([name_of(facts.theory, goal) for goal in goals])
            yield on_element(
                disagreement,
                f"{name(disagreement)}: you still differ on the goal, {said}. You can agree to disagree about the "
                "way, not about this. Which goal could all of you sign?",
                Fix("When it is settled, write down how", paste="answer: …"),
                Fix("If it is only about the way, say what it is about with ‘on’"),
            )


def is_open(disagreement: Element) -> bool:
    """Say whether nobody has written down how a disagreement ended."""
    return not (disagreement.get("answer") or "").strip()


def disputed_goals(disagreement: Element, facts: Facts) -> tuple[str, ...]:
    """Give the goals that a disagreement is about."""
    goals = frozenset(facts.graph.goals)
    return tuple([what for what in disagreement.about if isinstance(what, str) and what in goals])


RULE = Rule("goal-disputed", find, None, None, ERROR, ERROR, family=Family.PROCESS)
