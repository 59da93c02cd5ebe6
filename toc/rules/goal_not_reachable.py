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
from toc.logic import is_stopped, needed
from toc.model import RESULT_KINDS, Element

from .phrases import count, name, name_of
from .rule import ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


MOST_COUNTED = 1_000_000
"""How many causes are counted in all for results that need a number of them."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every break below a goal that no other rule names."""
    left = MOST_COUNTED
    for known, goal in facts.graph.below_broken_goals:
        element = facts.theory.by_id.get(known)
        if element is None or not (element.kind in RESULT_KINDS or element.kind == "pathway"):
            continue
        if not facts.graph.has_live_cause(known):
            found = _nothing_live(element, facts)
        elif needed(element) > 1 and left > 0:
            causes = facts.graph.causes(known)
            left -= len(causes)
            found = _too_few(element, [cause for cause in causes if not is_stopped(facts.theory.by_id.get(cause))])
        else:
            found = None
        if found:
            message = f"As drawn, {name_of(facts.theory, goal)} cannot be reached: {found[0]}"
            yield on_element(element, message, found[1])


def _nothing_live(element: Element, facts: Facts) -> tuple[str, Fix] | None:
    """Say why nothing supports a place; nothing where `unsupported-outcome` says so."""
    graph, said = facts.graph, name(element)
    first = Fix("Write below it what brings it about", paste="activity: What we do for this")
    if graph.some_causes(element.id, 1):
        return f"all that led to {said} was stopped. What takes its place?", first
    if graph.is_led_to(element.id):
        return f"what leads to {said} is neither work, nor a result, nor a condition. What brings it about?", first
    if element.kind == "pathway":
        return f"nothing is in the pathway {said}, and nothing leads to it. What belongs there?", first
    return None


def _too_few(element: Element, live: list[str]) -> tuple[str, Fix] | None:
    wanted = needed(element)
    if wanted <= len(live):
        return None
    leads = count(len(live), "leads", "lead")
    fix = Fix("Ask for fewer", paste=f"needs: {len(live)}")
    return f"{name(element)} needs {wanted:,} causes, and only {leads} to it. What is missing?", fix


RULE = Rule("goal-not-reachable", find, None, WARNING, ERROR, ERROR, asks_for_more=True)
