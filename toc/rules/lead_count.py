"""Work that several partners share, and no one, or more than one, leads.

Where everybody is responsible, often nobody calls the first meeting. `role: lead` below a `by` line, or `lead:`
below the activity, names one; it may be a person. Two who lead on purpose say why (`co-lead: …`). Work that is done or
stopped is left in peace, and so is work that one partner does alone.

Source: one accountable for each task (RACI); a lighter touch than RACI, because principles carry further than duties
(a handbook for partnerships of many).

Speaks up:

```toc
partner school: Harbour School
partner trades: Harbour Trades
goal jobs: School leavers in Harbour find work
  activity fair: Hold a job fair
    by school: the hall
    by trades: thirty firms
```

Silent:

```toc
partner school: Harbour School
partner trades: Harbour Trades
goal jobs: School leavers in Harbour find work
  activity fair: Hold a job fair
    by school: the hall
    by trades: thirty firms
      role: lead
```
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed

from .few_or_many import at_first, few_or_many
from .giving import is_going_on, line_of, partners_doing
from .phrases import capital, count, name, name_of, names_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "lead-count"
FEW = 2
"""How many are asked one by one."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name the activities that several share without a lead, and those that have more than one."""
    shared = [
        activity
        for activity in facts.theory.of_kind("activity")
        if activity.id not in facts.settled and is_going_on(activity) and len(partners_doing(activity.id, facts)) > 1
    ]
    leading = {activity.id: _leads(activity, facts) for activity in shared}
    for activity in shared:
        if len(leading[activity.id]) > 1 and not _is_meant(activity, facts):
            yield _too_many(activity, leading[activity.id], facts)
    none = [activity for activity in shared if not leading[activity.id]]
    alone, together = partial(_nobody, facts=facts), partial(_nobody_yet, facts=facts)
    yield from few_or_many(none, facts, NAME, alone, together, few=FEW)


def _leads(activity: Element, facts: Facts) -> tuple[str, ...]:
    leading = [given.partner for given in facts.graph.doers[activity.id] if given.role == "lead"]
    return tuple(dict.fromkeys([*leading, *listed(activity.get("lead") or "")]))


def _is_meant(activity: Element, facts: Facts) -> bool:
    return any(given.get("co-lead") for given in facts.graph.doers[activity.id])


def _too_many(activity: Element, leading: Sequence[str], facts: Facts) -> Finding:
    message = f"{names_of(facts.theory, leading)} lead {name(activity)}. Which of them calls the first meeting?"
    lines = [line_of(given) for given in facts.graph.doers[activity.id] if given.role == "lead"]
    return on_element(activity, message, Fix("If it is meant, say why", paste="co-lead: …", below=lines[-1]))


def _nobody(activity: Element, facts: Facts) -> Finding:
    doing = partners_doing(activity.id, facts)
    yet = " yet" if facts.early else ""
    message = f"{names_of(facts.theory, doing)} share {name(activity)}, and nobody leads it{yet}."
    return on_element(activity, f"{message} Who calls the first meeting?", _fix(doing[0], facts))


def _nobody_yet(activities: Sequence[Element], facts: Facts) -> Finding:
    first = activities[0]
    message = (
        f"{capital(count(len(activities), 'activity', 'activities'))} are shared by several partners and led by "
        f"nobody: {names_of(facts.theory, [one.id for one in activities])}. Who calls the first meeting?"
    )
    doing = partners_doing(first.id, facts)[0]
    fix = Fix(f"Begin with {name(first)}: name who leads it", paste=f"lead: {doing}", below=first.span)
    return at_first(message, first, fix)


def _fix(partner: str, facts: Facts) -> Fix:
    return Fix(f"Name who leads, such as {name_of(facts.theory, partner)}", paste=f"lead: {partner}")


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
