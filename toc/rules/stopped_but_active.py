"""Work that a meeting stopped, and that the map still counts on.

A session says with `on:` (or by standing in a pathway, `in:`) what its decision is about. Where the last decision
about an activity or a pathway is to pause or to stop, the map must say so too, or the results above it look better
supported than they are. A later session that decides to continue takes it back. Sessions after today do not count;
today is the day given with `--as-of`, or that of the last session.

Source: continue, pause or stop; go back to the goal when something falls away.

Speaks up:

```toc
partner clinic: Harbour Clinic
goal caught: Cancer is found early
  outcome come: Night workers come to be screened
    activity pop-up: Screen at the dock gate
      by clinic
      status: active
session 2026-06-03: Summer review
  on: pop-up
  decision: stop
```

Silent:

```toc
partner clinic: Harbour Clinic
goal caught: Cancer is found early
  outcome come: Night workers come to be screened
    activity pop-up: Screen at the dock gate
      by clinic
      status: stopped
session 2026-06-03: Summer review
  on: pop-up
  decision: stop
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding, Fix
from toc.logic import state

from .meetings import in_order, when
from .phrases import FEW, name, name_of, names_of
from .rule import ERROR, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

DONE_WITH = {"stop": "stopped", "pause": "paused"}
"""The decisions that end something, and the status that then belongs to it."""

AT_REST = frozenset({"stopped", "paused", "done"})


class Decided(NamedTuple):
    """The last decision about something: which, in which meeting, and how many meetings were before it."""

    decision: str
    session: Element
    rank: int


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the last decision about each activity and pathway with what the map says."""
    last = _last(facts)
    for known, decided in last.items():
        element = facts.theory.by_id.get(known)
        if element is None or decided.decision not in DONE_WITH:
            continue
        if element.kind == "activity" and _goes_on(element):
            yield on_element(element, *_told(element, decided, facts))
        elif element.kind == "pathway":
            yield from _in_a_pathway(element, decided, last, facts)


def _last(facts: Facts) -> dict[str, Decided]:
    found: dict[str, Decided] = {}
    for rank, session in enumerate(in_order(facts)):
        decision = session.get("decision")
        for about in (*session.about, *session.pathways) if decision else ():
            if isinstance(about, str):
                found[about] = Decided(decision or "", session, rank)
    return found


def _goes_on(activity: Element) -> bool:
    return state(activity) not in AT_REST


def _told(activity: Element, decided: Decided, facts: Facts) -> tuple[str, Fix, Fix]:
    resting = facts.graph.some_effects(activity.id, FEW)
    rests = f" {names_of(facts.theory, resting)} {'rests' if len(resting) == 1 else 'rest'} on it." if resting else ""
    status = DONE_WITH[decided.decision]
    message = f"{name(activity)} was {status} {when(decided.session)}, but the map still counts on it.{rests}"
    return (
        f"{message} What happens now?",
        Fix("Say so on the map", paste=f"status: {status}"),
        Fix("Or, if it goes on after all, write that down in a later session"),
    )


def _in_a_pathway(pathway: Element, decided: Decided, last: dict[str, Decided], facts: Facts) -> Iterator[Finding]:
    members = [facts.theory.by_id.get(one) for one in facts.graph.members(pathway.id)]
    going = [
        one.id
        for one in members
        if one and one.kind == "activity" and _goes_on(one) and (one.id not in last or last[one.id].rank < decided.rank)
    ]
    if going:
        status = DONE_WITH[decided.decision]
        names = names_of(facts.theory, going)
        message = (
            f"The pathway {name(pathway)} was {status} {when(decided.session)}, but the map still counts on {names}."
        )
        fix = Fix(
            f"Write ‘status: {status}’ below them, such as below {name_of(facts.theory, going[0])}",
            paste=f"status: {status}",
            below=facts.theory.by_id[going[0]].span,
        )
        yield on_element(pathway, f"{message} What happens now?", fix)


RULE = Rule("stopped-but-active", find, None, None, None, ERROR, family=Family.PROCESS)
