"""What a partner is part of, in few words: its own work, what that leads to straight away, and on to the goals.

What lies between is not told one by one: whoever has a minute wants to see that it gets there, and through how much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.logic import Graph, is_stopped
from toc.model import CAUSAL_KINDS, RESULT_KINDS

from .telling import gives

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.model import Element

    from .asked import Asked

_PLACES = (*CAUSAL_KINDS, "pathway")


class Ours(NamedTuple):
    """The part of one partner, by ids.

    ``work`` is its own, ``results`` what that leads to straight away, ``between`` what lies from there to the ``goals``
    and is not among them. ``more`` is how much of its work and of the results has no room. ``own`` is all to which it
    contributes. ``steps`` are the arrows between what is named; an empty end is what lies between.
    """

    work: tuple[str, ...]
    results: tuple[str, ...]
    between: tuple[str, ...]
    goals: tuple[str, ...]
    more: tuple[int, int]
    own: frozenset[str]
    steps: tuple[tuple[str, str], ...]


def ours(asked: Asked, partner: str, most: int) -> Ours:
    """Find the part of a partner; ``most`` is how much of its own work, and of what that leads to, is named."""
    graph = Graph(asked.theory)
    own = _own(asked, partner)
    all_work = _first(graph, own)
    work = _shown(all_work, most)
    all_results = _results(asked, graph, work)
    results = _shown(all_results, most)
    reached = graph.led_to([*work, *results])
    between = tuple([
        one.id for one in _wanted(asked, reached & graph.reaches_goal)
        if one.id not in own and one.id not in results and one.kind != "goal"
    ])  # fmt: skip
    goals = tuple([goal for goal in graph.goals if goal in reached]) or graph.goals
    steps = _steps(graph, work, (*results, *goals)) + _steps(graph, results, (*results, *goals))
    through = [name for name in results if between and name in graph.reaches_goal and _goes_on(graph, name, between)]
    ends = [(name, "") for name in through] + [("", goal) for goal in goals if through and goal in reached]
    more = (len(all_work) - len(work), len(all_results) - len(results))
    return Ours(work, results, between if through else (), goals, more, frozenset(own), (*steps, *ends))


def _shown(names: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Leave room for the words that say how many more there are."""
    return names if len(names) <= most else names[: most - 1]


def _own(asked: Asked, partner: str) -> list[str]:
    """Give what it contributes to on the map, in reading order, but for what was stopped."""
    given = {each.to for each in gives(asked, partner) if isinstance(each.to, str)}
    return [one.id for one in asked.theory.of_kind(*_PLACES) if one.id in given and not is_stopped(one)]


def _first(graph: Graph, own: Sequence[str]) -> tuple[str, ...]:
    """Leave out goals, and what other work of its own leads to straight away: it stands among the results."""
    found: list[str] = []
    led_to: set[str] = set()
    for name in sorted(own, key=lambda one: -graph.levels.get(one, 0)):
        if name not in led_to and name not in graph.goals:
            found.append(name)
            led_to |= set(graph.effects(name))
    return tuple([name for name in own if name in found])


def _results(asked: Asked, graph: Graph, work: Iterable[str]) -> tuple[str, ...]:
    """Give what work leads to straight away, in the order of the work; goals have their own place."""
    found = dict.fromkeys([effect for name in work for effect in graph.effects(name) if effect not in work])
    return tuple([name for name in found if asked.theory.get(name) is not None and name not in graph.goals])


def _wanted(asked: Asked, names: frozenset[str]) -> Iterable[Element]:
    return [one for one in asked.theory.of_kind(*RESULT_KINDS) if one.id in names and not one.get("unintended")]


def _steps(graph: Graph, starts: Sequence[str], ends: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        [(name, effect) for name in starts for effect in graph.effects(name) if effect in ends and effect != name]
    )


def _goes_on(graph: Graph, name: str, between: Sequence[str]) -> bool:
    return any(effect in between for effect in graph.effects(name))
