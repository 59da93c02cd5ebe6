"""Questions about the whole: is it worth it, is it ours to answer for, is it new?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.aloud import box, boxes, people
from toc.logic import is_stopped, state

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .question import Ground

_STILL_TO_COME = frozenset({"idea", "planned"})
_UNDER_WAY = frozenset({"active", "done"})


def worth_it(ground: Ground) -> Iterator[Place]:
    """Ask at the goals, then at results that are for somebody else than the goals."""
    theory = ground.theory
    tops = [theory.by_id[goal] for goal in ground.graph.top_goals]
    others = [one for one in ground.wanted if one.get("for") and one not in tops]
    for one in (*tops, *others):
        group = people(theory, one.get("for") or "")
        who = f"Is it what they want: {group}?" if group else "Who are the people it is for, and is it what they want?"
        yield Place((one.id,), f"Is it worth all this work: {box(theory, one.id)}? {who}")


def ceiling(ground: Ground) -> Iterator[Place]:
    """Ask once, where nobody drew the line up to which the partnership answers for results."""
    theory = ground.theory
    if ground.graph.ceiling.results or not ground.graph.top_goals:
        return
    goal = ground.graph.top_goals[0]
    below = [name for name in ground.live_causes(goal) if theory.by_id.get(name)]
    if below:
        asks = (
            f"{boxes(theory, below, 3)} {'leads' if len(below) == 1 else 'lead'} to {box(theory, goal)}. Up to where "
            "do we answer for the results, and from where on do we only contribute?"
        )
        yield Place((), asks, "No ceiling is drawn on the map.")


def mirror(ground: Ground) -> Iterator[Place]:
    """Ask once, where everything that is done was under way already, or nobody says that anything is new."""
    theory = ground.theory
    going = [one for one in theory.of_kind("activity") if not is_stopped(one)]
    if len(going) < 2 or any(state(one) in _STILL_TO_COME for one in going):  # noqa: PLR2004  one may be all there is
        return
    names = boxes(theory, [one.id for one in going])
    asks = f"Which of these would go on anyway: {names}? What do we do, or stop, only because of what we want together?"
    under_way = all(state(one) in _UNDER_WAY for one in going)
    why = "Everything on the map is under way already." if under_way else "Nothing on the map is marked as new."
    yield Place((), asks, why)
