"""A goal that cannot be reached as the map is drawn.

Suppose everything on the map is done: every activity that somebody took, every condition. Does the goal follow? A
result follows when all its causes hold (or any of them, or so many, if its `needs` says so); what was stopped no
longer counts. Where the chain breaks for a reason that another check already names (nobody does an activity,
nothing leads to a result, notes go round in a circle), that check speaks. This one names the breaks that are left:
all that led to a result was stopped, fewer causes than it needs, or a pathway with nothing in it.

Source: causes that are necessary and together sufficient (Center for Theory of Change); if–and–then of the
logframe.

Speaks up:

```toc
partner trust: Harbour Trust
goal home: Nobody sleeps on the quay
  outcome rooms: There is a room for everyone who asks
    activity hostel: Run the old hostel
      by trust
      status: stopped
```

Silent:

```toc
partner trust: Harbour Trust
goal home: Nobody sleeps on the quay
  outcome rooms: There is a room for everyone who asks
    activity hostel: Run the old hostel
      by trust
      status: stopped
    activity flats: Rent twenty flats
      by trust
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import needed, state
from toc.model import RESULT_KINDS, Element

from .phrases import count, name, name_of
from .rule import ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Name every break below a goal that no other rule names."""
    for known, goal in facts.graph.below_broken_goals:
        element = facts.theory.by_id.get(known)
        if element is None or not (element.kind in RESULT_KINDS or element.kind == "pathway"):
            continue
        why, fixes = _break(element, facts)
        if why:
            message = f"As drawn, {name_of(facts.theory, goal)} cannot be reached: {why}"
            yield on_element(element, message, *fixes)


def _break(element: Element, facts: Facts) -> tuple[str, tuple[Fix, ...]]:
    """Say why a place does not hold whatever the places before it do; nothing where it would follow from them."""
    graph, said = facts.graph, name(element)
    wanted = needed(element)
    live = _live(element, facts, most=max(wanted, 1))
    if live and wanted > live:
        fix = Fix("Ask for fewer", paste=f"needs: {live}")
        return f"{said} needs {wanted} of its causes, and only {count(live, 'leads', 'lead')} to it.", (fix,)
    if live or (element.kind != "pathway" and not graph.is_led_to(element.id)):
        return "", ()
    first = Fix("Write below it what brings it about", paste="activity: What we do for this")
    if element.kind == "pathway" and not graph.is_led_to(element.id):
        return f"nothing is in the pathway {said}, and nothing leads to it.", (first,)
    if graph.some_causes(element.id, 1):
        return f"all that led to {said} was stopped. What takes its place?", (first,)
    return f"what leads to {said} is neither work, nor a result, nor a condition.", (first,)


def _live(element: Element, facts: Facts, most: int) -> int:
    """Count the causes that were not stopped, as far as it matters."""
    found = 0
    for cause in facts.graph.each_cause(element.id):
        known = facts.theory.by_id.get(cause)
        if known is None or known.kind != "activity" or state(known) != "stopped":
            found += 1
            if found >= most:
                break
    return found


RULE = Rule("goal-not-reachable", find, None, WARNING, ERROR, ERROR, asks_for_more=True)
