"""An activity from which no goal can be reached.

Work that leads to no goal takes people and money from work that does. Sometimes the arrow was only forgotten;
sometimes the activity is somebody's favourite and belongs to another plan. Arrows to a pathway reach each of its
members, and `~>` and `-|` do not count. Activities that were stopped are left in peace, and of work that leads to other
such work, or to a result that itself leads nowhere (`dead-end-result`), only that is told where the path stops.

Source: the Center for Theory of Change: every intervention is tied to an outcome.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
activity newsletter: Send a newsletter to all members
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome known: People in need know where to go
  activity kitchen: Open a kitchen on weekdays
activity newsletter: Send a newsletter to all members
  -> known
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import Element, LinkKind

from .dead_end_result import NAME as DEAD_END
from .dead_end_result import is_dead_end
from .few_or_many import at_first, begin_with, few_or_many
from .ignores import is_waived
from .phrases import capital, count, name, name_of, names
from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.logic import Graph

NAME = "orphan-activity"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every activity that does not reach a goal, and where its path stops."""
    graph = facts.graph
    if not graph.goals:
        return
    against = {link.source: link.target for link in facts.theory.links if link.kind is LinkKind.WORKS_AGAINST}
    orphans = _orphans(facts)
    stops: dict[str, str] = {}
    ends = {one: _stop(graph, one, stops) for one in orphans}
    told = [facts.theory.by_id[one] for one, end in ends.items() if end == one or not _is_told(end, orphans, facts)]

    def alone(activity: Element) -> Finding:
        message = _message(activity, ends[activity.id], against.get(activity.id), facts)
        return on_element(activity, message, *_fixes(orphans[activity.id], facts))

    def together(left: Sequence[Element]) -> Finding:
        many = capital(count(len(left), "activity", "activities"))
        message = f"{many} lead to no goal{_yet(facts)}: {names(left)}. Which result is each of them for?"
        return at_first(message, left[0], *begin_with(left[0], *_fixes(orphans[left[0].id], facts)))

    yield from few_or_many(told, facts, NAME, alone, together)


def _orphans(facts: Facts) -> dict[str, str]:
    """Give the activities that do not reach a goal, each with a result that it could be for: the one before it."""
    graph, found = facts.graph, {}
    offered = graph.goals[0]
    for element in facts.theory.elements:
        if element.kind == "outcome" and element.id in graph.reaches_goal:
            offered = element.id
        elif element.kind == "activity" and element.id not in graph.reaches_goal and not is_stopped(element):
            found[element.id] = offered
    return found


def _is_told(end: str, orphans: Mapping[str, str], facts: Facts) -> bool:
    """Say whether the place where a path stops is told itself."""
    result = facts.theory.by_id.get(end)
    is_told = DEAD_END in facts.speaking and result is not None and is_dead_end(result, facts)
    return end in orphans or (is_told and not is_waived(facts.theory, end, DEAD_END))


def _fixes(offered: str, facts: Facts) -> tuple[Fix, Fix]:
    return (
        Fix(f"Say which result it is for, such as {name_of(facts.theory, offered)}", paste=f"-> {offered}"),
        Fix("If it is no longer part of the plan, say so", paste="status: stopped"),
    )


def _message(activity: Element, stop: str, barrier: str | None, facts: Facts) -> str:
    said = name(activity)
    if stop != activity.id:
        last = name_of(facts.theory, stop)
        return f"{said} leads to {last}, and from there no path goes on to a goal. Which result is it for?"
    if barrier:
        against = f"{said} works against {name_of(facts.theory, barrier)}"
        return f"{against}, but leads to no result{_yet(facts)}. What does it make possible?"
    return f"Nothing on the map depends on {said}{_yet(facts)}. Which result is it for?"


def _yet(facts: Facts) -> str:
    return " yet" if facts.early else ""


def _stop(graph: Graph, start: str, stops: dict[str, str]) -> str:
    """Follow the first arrow of each note until there is none, or until the path meets itself."""
    path: dict[str, None] = {}
    here = start
    while here not in stops and here not in path:
        path[here] = None
        here = next(iter(graph.some_effects(here, 1)), here)
    last = stops.get(here, here)
    for passed in path:
        stops[passed] = last
    return last


RULE = Rule(NAME, find, ADVICE, WARNING, ERROR, ERROR, asks_for_more=True)
