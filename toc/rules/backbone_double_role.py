"""Whoever keeps the partnership going also has a stake of their own.

A backbone that leads work itself, or is after something for itself, sits on both sides of the table when money or
credit is shared out. That is common and can go well, if everybody knows how it steps back: a `note:` below the partner
is enough.

Source: the pitfalls of a backbone inside and outside (Pickering and Plitt 2013); whether a backbone can be neutral, or
had better be an honest broker, is disputed (United Way Australia; FSG).

Speaks up:

```toc
partner trust: Harbour Trust
  role: backbone
  aim grow: Twice as many members
    -> green
goal green: The old harbour is a park
  activity trees: Plant sixty trees
    by trust
```

Silent:

```toc
partner trust: Harbour Trust
  role: backbone
  note: leaves the room when its own work is discussed
  aim grow: Twice as many members
    -> green
goal green: The old harbour is a park
  activity trees: Plant sixty trees
    by trust
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped, state

from .at_the_table import AWAY
from .coordinating import backbones
from .giving import leaders
from .phrases import name, names_of, series
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Name every backbone that also leads work or has aims, and does not say how it steps back."""
    asked = {one.id: one for one in backbones(facts.theory) if not one.get("note") and state(one) not in AWAY}
    if not asked:
        return
    leads: dict[str, list[str]] = {}
    for activity in facts.theory.of_kind("activity"):
        for leader in leaders(activity.id, facts) if not is_stopped(activity) else ():
            leads.setdefault(leader, []).append(activity.id)
    aims: dict[str, list[str]] = {}
    for aim in facts.theory.of_kind("aim"):
        aims.setdefault(aim.owner or "", []).append(aim.id)
    for known, partner in asked.items():
        parts = [f"leads {names_of(facts.theory, leads[known])}"] if known in leads else []
        parts += [f"is after {names_of(facts.theory, aims[known])}"] if known in aims else []
        if parts and known not in facts.settled:
            yield on_element(
                partner,
                f"{name(partner)} keeps the partnership going, and also {series(parts)}. "
                "How will they step back when that is discussed?",
                Fix("Write down what you agreed", paste="note: …"),
            )


RULE = Rule("backbone-double-role", find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP)
