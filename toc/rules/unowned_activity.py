"""An activity that nobody does.

A plan is only as good as the people who carry it. A `by` line says who does or leads an activity; a partner who is
only consulted or informed does not do it, and what was withdrawn does not count. A named person (`lead: Maria`) is
enough. Activities that are done or stopped are left in peace.

Source: every task needs somebody responsible (RACI); mapping partners and actors (UNDG 2017).

Speaks up:

```toc
partner clinic: Harbour Clinic
goal caught: Cancer is found early
  activity screening: Screen at night, after work
    by clinic
      role: consulted
```

Silent:

```toc
partner clinic: Harbour Clinic
goal caught: Cancer is found early
  activity screening: Screen at night, after work
    by clinic: two nurses on Thursdays
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.source import NOWHERE

from .phrases import name, name_of
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every activity that is going on or planned and that nobody does."""
    fixes = _fixes(facts)
    for activity in facts.theory.of_kind("activity"):
        if activity.id not in facts.settled and not is_stopped(activity) and not facts.graph.is_done(activity):
            yield on_element(activity, _message(activity, facts), *fixes)


def _message(activity: Element, facts: Facts) -> str:
    if facts.stage == "live":
        return f"Who could take on {name(activity)}?"
    if facts.early:
        return f"Nobody has taken on {name(activity)} yet. Who could?"
    return f"Nobody does {name(activity)}. Who takes it on?"


def _fixes(facts: Facts) -> tuple[Fix, ...]:
    later = Fix("Keep it as an open question", paste="question: Who takes this on?", below=NOWHERE)
    helps = {contribution.partner for contribution in facts.theory.contributions}
    partners = [partner.id for partner in facts.theory.of_kind("partner")]
    free = [partner for partner in partners if partner not in helps] or (partners if len(partners) == 1 else [])
    if not free:
        return (later,)
    return (Fix(f"Name who does it, such as {name_of(facts.theory, free[0])}", paste=f"by {free[0]}"), later)


RULE = Rule("unowned-activity", find, ADVICE, WARNING, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
