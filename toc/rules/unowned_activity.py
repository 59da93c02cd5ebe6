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

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "unowned-activity"


def find(facts: Facts) -> Iterator[Finding]:
    """Name the activities that are going on or planned and that nobody does."""
    free = [
        activity
        for activity in facts.theory.of_kind("activity")
        if activity.id not in facts.settled and not is_stopped(activity) and not facts.graph.is_done(activity)
    ]
    partner = _who_could(facts) if free else None

    def alone(activity: Element) -> Finding:
        return on_element(activity, _message(activity, facts), *_fixes(partner))

    def together(left: Sequence[Element]) -> Finding:
        return at_first(_message_for_many(left, facts), left[0], *begin_with(left[0], *_fixes(partner)))

    yield from few_or_many(free, facts, NAME, alone, together)


def _message(activity: Element, facts: Facts) -> str:
    if facts.stage == "live":
        return f"Who could take on {name(activity)}?"
    if facts.early:
        return f"Nobody has taken on {name(activity)} yet. Who could?"
    return f"Nobody does {name(activity)}. Who takes it on?"


def _message_for_many(left: Sequence[Element], facts: Facts) -> str:
    many = capital(count(len(left), "activity", "activities"))
    if facts.early:
        return f"{many} have nobody who does them yet: {names(left)}. Who could take on which?"
    return f"{many} have nobody who does them: {names(left)}. Who takes on which?"


def _who_could(facts: Facts) -> Element | None:
    """Give the first partner who does nothing yet, or the only one there is."""
    helps = {contribution.partner for contribution in facts.theory.contributions}
    partners = facts.theory.of_kind("partner")
    return next((one for one in partners if one.id not in helps), partners[0] if len(partners) == 1 else None)


def _fixes(partner: Element | None) -> tuple[Fix, ...]:
    later = Fix("Keep it as an open question", paste="question: Who takes this on?", below=NOWHERE)
    if not partner:
        return (later,)
    return (Fix(f"Name who does it, such as {name(partner)}", paste=f"by {partner.id}"), later)


RULE = Rule(NAME, find, ADVICE, WARNING, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
