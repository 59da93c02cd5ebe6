"""Questions about what the plan rests on: which belief would sink it, what would show us wrong, what would stop us?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes
from toc.logic import state
from toc.model import LinkRef
from toc.rules.phrases import count

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

    from .question import Ground

MOST_STEPS: Final = 200_000
"""How many places are looked at in all to find what falls; past it, beliefs follow as they were written."""

_RANK: Final = {"high": 0, None: 1, "medium": 1, "low": 2}
_UNSURE: Final = {"low": 0, "medium": 1, None: 1, "high": 2}


def shown_wrong(ground: Ground) -> Iterator[Place]:
    """Ask at outcomes that nothing measures, below the ceiling, those first on which most rests."""
    graph = ground.graph
    blind = [
        one.id
        for one in ground.wanted
        if one.kind == "outcome" and one.id not in graph.ceiling.above and not graph.beliefs(one.id, "indicator")
    ]
    for name in ground.heaviest(blind):
        asks = f"Suppose it is not happening: {box(ground.theory, name)}. What would we see, and when?"
        yield Place((name,), asks, "No indicator is about it yet.")


def sinking(ground: Ground) -> Iterator[Place]:
    """Ask of the beliefs, first of those without which most results no longer hold."""
    theory = ground.theory
    beliefs = [one for one in theory.of_kind("assumption") if state(one) != "broken" and (one.about or one.whole)]
    beliefs.sort(key=lambda one: (_RANK.get(one.get("importance"), 1), _UNSURE.get(one.get("confidence"), 1)))
    left, found = MOST_STEPS, []
    for one in beliefs:
        left -= len(ground.graph.places)
        found.append((one, _falling(ground, one) if left > 0 else []))
    for one, fallen in sorted(found, key=lambda each: -len(each[1])):
        belief = box(theory, one.id)
        asks = f"Suppose this turns out not to be true: {belief}. Would we go on, and who would notice first?"
        yield Place((one.id,), asks, _losing(ground, fallen))


def _falling(ground: Ground, belief: Element) -> list[str]:
    """Give the results that no longer hold without a belief, those nearest to the goal first."""
    graph = ground.meant
    if belief.whole:
        return list(graph.top_goals)
    lost = frozenset([what for what in belief.about if isinstance(what, str)])
    torn = frozenset([what for what in belief.about if isinstance(what, LinkRef)])
    fallen = graph.holds - graph.holds_without(lost, torn)
    return sorted(fallen, key=lambda name: (graph.levels[name], name))


def _losing(ground: Ground, fallen: list[str]) -> str:
    if not fallen:
        return ""
    names = boxes(ground.theory, fallen, 3)
    return f"Without it, {names} no longer {'holds' if len(fallen) == 1 else 'hold'}."


def stopping(ground: Ground) -> Iterator[Place]:
    """Ask for each pathway, first for those in which nobody watches anything; without pathways, at the goals."""
    theory = ground.theory
    pathways = [one.id for one in theory.of_kind("pathway") if ground.graph.members(one.id)]
    watched = {name: _watched(ground, name) for name in pathways or ground.graph.top_goals}
    for name in sorted(watched, key=lambda name: watched[name]):
        what = f"stop {box(theory, name)}" if pathways else f"stop working on {box(theory, name)}"
        asks = f"What would we have to see to say: we {what}, or go about it quite differently?"
        signs = count(watched[name], "sign is", "signs are")
        yield Place((name,), asks, f"{signs.capitalize()} watched there." if pathways else "")


def _watched(ground: Ground, name: str) -> int:
    """Count the measures and watched beliefs of what is in a pathway."""
    inside = ground.graph.members(name) or (name,)
    about = [one for member in inside for one in ground.graph.about.get(member, ())]
    return len({one.id for one in about if one.kind == "indicator" or one.get("watch")})
