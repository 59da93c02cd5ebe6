"""Work that has to wait for another partner's work, and neither has said so.

One partner leads an activity that needs what another one does first, directly or through what that delivers. The first
does not say that it waits (`depends-on`), the other has not confirmed, and neither helps in the other's work. Such
hand-overs are dropped because each side thinks the other knows.

Source: map who waits for whom (Bath Consultancy Group); interdependency needs trust; dependency network diagrams (HICSS
2011).

Speaks up:

```toc
partner social: Social Services
partner training: Harbour Training
goal work: Young parents in Harbour find work
  activity classes: Hold classes
    by training
    activity screening: Find out who needs which class
      by social
```

Silent:

```toc
partner social: Social Services
partner training: Harbour Training
goal work: Young parents in Harbour find work
  activity classes: Hold classes
    by training
      depends-on: social
    activity screening: Find out who needs which class
      by social
```
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed, state

from .few_or_many import at_first, few_or_many
from .giving import is_confirmed, is_going_on, leaders, line_of
from .phrases import capital, count, name, name_of, names_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import Contribution, Element

    Waiting = Mapping[str, Sequence[Element]]
    """For every activity that waits, the work it waits for."""

NAME = "unacknowledged-dependency"
MOST_CAUSES = 20
"""How many causes of one activity, or of one thing delivered, are looked at."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every activity whose leader waits for another partner who may not know it."""
    given: dict[str, list[Contribution]] = {}
    for one in facts.theory.contributions:
        if isinstance(one.to, str) and state(one) != "withdrawn":
            given.setdefault(one.to, []).append(one)
    waiting: dict[str, list[Element]] = {}
    for activity in facts.theory.of_kind("activity"):
        leading = leaders(activity.id, facts)
        if len(leading) == 1 and is_going_on(activity) and not {activity.id, *leading} & facts.settled:
            awaited = [one for one in _before(activity, facts) if _is_unsaid(one, activity, leading[0], given, facts)]
            if awaited:
                waiting[activity.id] = awaited
    activities = [facts.theory.by_id[known] for known in waiting]
    alone, together = partial(_alone, waiting=waiting, facts=facts), partial(_together, waiting=waiting, facts=facts)
    yield from few_or_many(activities, facts, NAME, alone, together)


def _before(activity: Element, facts: Facts) -> Iterator[Element]:
    """Give the work an activity needs first, also where something that is delivered lies between."""
    known, seen = facts.theory.by_id, {activity.id}
    for cause in facts.graph.some_causes(activity.id, MOST_CAUSES):
        element = known.get(cause)
        behind = facts.graph.some_causes(cause, MOST_CAUSES) if element and element.kind == "output" else (cause,)
        for one in behind:
            found = known.get(one)
            if found and one not in seen and found.kind in ("activity", "input"):
                seen.add(one)
                yield found


def _is_unsaid(
    first: Element, activity: Element, waiting: str, given: Mapping[str, Sequence[Contribution]], facts: Facts
) -> bool:
    """Say whether another partner alone does what comes first, and neither side has shown that it knows."""
    leading = leaders(first.id, facts)
    if len(leading) != 1 or leading[0] == waiting or not is_going_on(first):
        return False
    other, theirs, ours = leading[0], given.get(first.id, ()), given.get(activity.id, ())
    if other in facts.settled or not {other, waiting} <= facts.theory.by_id.keys():
        return False
    if any(one.partner == waiting for one in theirs) or any(one.partner == other for one in ours):
        return False
    said = [one for given_ in (*theirs, *ours) for one in _named(given_)]
    return not {other, waiting} & set(said) and not any(is_confirmed(one) for one in theirs)


def _named(given: Contribution) -> tuple[str, ...]:
    return tuple([one for key in ("depends-on", "backup") for one in listed(given.get(key) or "")])


def _alone(activity: Element, *, waiting: Waiting, facts: Facts) -> Finding:
    said, fixes = _said(activity, waiting[activity.id], facts), _fixes(activity, waiting[activity.id], facts)
    return on_element(activity, f"{said} Have you agreed what is handed over, and by when?", *fixes)


def _together(activities: Sequence[Element], *, waiting: Waiting, facts: Facts) -> Finding:
    first = activities[0]
    said, fixes = _said(first, waiting[first.id], facts), _fixes(first, waiting[first.id], facts)
    many = capital(count(len(activities), "activity", "activities"))
    message = f"{many} wait for the work of another partner, and nobody has said so. Begin here: {said}"
    return at_first(f"{message} Have you agreed what is handed over, and by when?", first, *fixes)


def _others(awaited: Sequence[Element], facts: Facts) -> tuple[str, ...]:
    return tuple(dict.fromkeys([leaders(first.id, facts)[0] for first in awaited]))


def _said(activity: Element, awaited: Sequence[Element], facts: Facts) -> str:
    who, others = leaders(activity.id, facts)[0], _others(awaited, facts)
    have, work = "has" if len(others) == 1 else "have", names_of(facts.theory, [first.id for first in awaited])
    waits = f"{name_of(facts.theory, who)} can only do {name(activity)}"
    return f"{waits} once {names_of(facts.theory, others)} {have} done {work}."


def _fixes(activity: Element, awaited: Sequence[Element], facts: Facts) -> tuple[Fix, Fix]:
    who, others, doers = leaders(activity.id, facts)[0], _others(awaited, facts), facts.graph.doers
    line = next(line_of(one) for one in doers[activity.id] if one.partner == who)
    theirs = line_of(doers[awaited[0].id][0])
    return (
        Fix(f"Say that {name_of(facts.theory, who)} waits", paste=f"depends-on: {', '.join(others)}", below=line),
        Fix(f"Or that {name_of(facts.theory, others[0])} has said yes", paste="status: confirmed", below=theirs),
    )


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
