"""The order in which results are told: causes before what they lead to, one chain after the other.

Linear in the arrows; loops and circles are walked once. Nothing recurses, so a chain may be as long as it likes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .teller import Teller

_FEW_STEPS = 7
"""Up to this many steps are told without headings between them."""


@dataclass(slots=True)
class Part:
    """A stretch of the story: the id its heading is taken from (or a fixed heading), and the results told in it."""

    about: str | None
    heading: str = ""
    depth: int = 3
    results: list[str] = field(default_factory=list)


def parts(teller: Teller) -> tuple[Part, ...]:
    """Divide the results of a theory into stretches: its pathways, then how they come together, goal by goal."""
    branches = _branches(teller)
    pathways = _pathways(teller)
    loose: dict[tuple[str | None, str], list[str]] = {}
    for result, branch in branches.items():
        home = _home(teller, result, pathways)
        if home is not None:
            # What sets a pathway going comes before what happens in it.
            pathways[home].results.insert(0 if home == result else len(pathways[home].results), result)
        else:
            loose.setdefault(branch, []).append(result)
    return (*pathways.values(), *_loose(teller, loose, has_pathways=bool(pathways)))


def _home(teller: Teller, result: str, pathways: dict[str, Part]) -> str | None:
    if result in pathways:
        return result
    element = teller.theory.get(result)
    home = next((name for name in element.pathways if name in pathways), None) if element else None
    if home is None and element and element.kind == "activity":
        # What an activity needs is told where its own results are.
        effects = [teller.theory.get(link.target) for link in teller.effects.get(result, ())]
        return next((name for effect in effects if effect for name in effect.pathways if name in pathways), None)
    return home


def _pathways(teller: Teller) -> dict[str, Part]:
    """Make a part of each pathway, an inner one after the one around it."""
    elements = {element.id: element for element in teller.theory.of_kind("pathway")}
    inner: dict[str | None, list[str]] = {}
    for name, element in elements.items():
        inner.setdefault(next((outer for outer in element.pathways if outer in elements), None), []).append(name)
    found: dict[str, Part] = {}
    stack = [(name, 3) for name in reversed([*inner.get(None, ()), *elements])]
    # Pathways in a circle have no outermost one: each still comes up by itself.
    waiting = [(name, 3) for name in reversed(inner.get(None, ()))] or stack
    for start in (waiting, stack):
        while start:
            name, depth = start.pop()
            if name not in found:
                found[name] = Part(name, depth=min(depth, 6))
                start += [(each, depth + 1) for each in reversed(inner.get(name, ()))]
    return found


def _branches(teller: Teller) -> dict[str, tuple[str | None, str]]:
    """Give every result in the order of telling, with the goal and the direct cause of it on whose way it was met."""
    found: dict[str, tuple[str | None, str]] = {}
    for goal in teller.theory.of_kind("goal"):
        for link in teller.causes.get(goal.id, ()):
            _walk(teller, link.source, (goal.id, link.source), found, {goal.id})
        if goal.id in teller.causes:
            found.setdefault(goal.id, (goal.id, goal.id))
    for name in teller.causes:
        _walk(teller, name, (None, ""), found, set())
    return found


def _walk(
    teller: Teller,
    start: str,
    branch: tuple[str | None, str],
    found: dict[str, tuple[str | None, str]],
    beyond: Iterable[str],
) -> None:
    seen = {*beyond, start}
    path = [(start, iter(teller.causes.get(start, ())))]
    if start in found or start not in teller.causes:
        return
    while path:
        name, rest = path[-1]
        link = next(rest, None)
        if link is None:
            found[name] = branch
            path.pop()
        elif link.source not in found and link.source not in seen and link.source in teller.causes:
            seen.add(link.source)
            path.append((link.source, iter(teller.causes[link.source])))


def _loose(teller: Teller, loose: dict[tuple[str | None, str], list[str]], *, has_pathways: bool) -> tuple[Part, ...]:
    """Divide what belongs to no pathway: by goal where there are several, by direct cause where it is much."""
    nowhere = loose.pop((None, ""), [])
    goals: dict[str, dict[str, list[str]]] = {}
    for (goal, cause), results in loose.items():
        goals.setdefault(goal or "", {})[cause] = results
    made: list[Part] = []
    for goal, branches in goals.items():
        together = [result for results in branches.values() for result in results]
        if len(goals) > 1:
            made.append(Part(goal, results=together))
        elif has_pathways:
            made.append(Part(None, "together", results=together))
        elif len(together) <= _FEW_STEPS:
            made.append(Part(None, results=together))
        else:
            made += [Part(cause, results=results) for cause, results in branches.items()]
    aside = [name for name in nowhere if _is_unintended(teller, name)]
    astray = [name for name in nowhere if not _is_unintended(teller, name)]
    ends = (Part(None, "side-effects", results=aside), Part(None, "unlinked", results=astray))
    return (*made, *[part for part in ends if part.results])


def _is_unintended(teller: Teller, name: str) -> bool:
    element = teller.theory.get(name)
    return element is not None and element.get("unintended") is not None
