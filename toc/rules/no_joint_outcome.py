"""Partners who work beside each other, and meet only at the goal.

A partnership is worth its trouble where partners bring about something that none of them could alone. Here two or more
contribute, and below the goal there is no result, and no work, to which two of them lead. Whatever a partner
brings counts, being consulted too.

Source: do only together what cannot be done alone (Pickering and Plitt 2013); collaborative advantage (Huxham and
Vangen 2004); partner only where it adds value (The Partnering Initiative).

Speaks up:

```toc
partner clinic: Harbour Clinic
partner school: Harbour School
goal well: Children in Harbour grow up healthy
  outcome seen: Every child sees a doctor once a year
    activity visits: Visit every nursery
      by clinic
  outcome fed: No child is hungry at school
    activity lunch: Cook lunch
      by school
```

Silent:

```toc
partner clinic: Harbour Clinic
partner school: Harbour School
goal well: Children in Harbour grow up healthy
  outcome seen: Every child sees a doctor once a year
    activity visits: See every child in the first term
      by clinic
      by school: a room, and letters to the parents
  outcome fed: No child is hungry at school
    activity lunch: Cook lunch
      by school
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .phrases import name, names_of
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Look for a place below the goal to which two partners lead; if there is none, name the first goal they share."""
    known, lanes = facts.theory.by_id, facts.graph.lanes
    goals = set(facts.graph.goals)
    joint = [place for place, partners in lanes.items() if len(partners) > 1]
    if not joint or any(place not in goals for place in joint):
        return
    goal = known[joint[0]]
    if goal.id in facts.settled or any(partner not in known for partner in lanes[goal.id]):
        return
    message = (
        f"The work of {names_of(facts.theory, lanes[goal.id])} runs side by side and meets only at {name(goal)}."
        if len({partner for partners in lanes.values() for partner in partners}) == len(lanes[goal.id])
        else f"Every partner's work runs in a lane of its own, and the lanes meet only at {name(goal)}."
    )
    second = lanes[goal.id][1]
    yield on_element(
        goal,
        f"{message} What can you do together that none of you can do alone?",
        Fix("Write below a result who else helps with it", paste=f"by {second}", below=NOWHERE),
    )


RULE = Rule("no-joint-outcome", find, None, ADVICE, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
