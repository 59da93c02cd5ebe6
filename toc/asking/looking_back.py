"""Questions that look back: what changed our minds, and does it still matter?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes
from toc.logic import state
from toc.logic.dates import is_past, last_day
from toc.model import LinkRef

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

    from .question import Ground

_FEW: Final = 3
_THERE: Final = frozenset({"done", "reached", "celebrated"})
_DAY: Final = len("2026-05-20")


def changed_minds(ground: Ground) -> Iterator[Place]:
    """Ask since the last session, with what has changed on the map and which beliefs are no longer firm."""
    held = [one for one in ground.theory.of_kind("session") if last_day((one.id,))]
    if held:
        last = max(held, key=lambda one: one.id)
        day = last.id[:_DAY]
        called = f"‘{' '.join(last.text.split())}’ ({day})" if last.text else f"the session of {day}"
        asks = f"What has changed our minds since {called}?"
        since = ground.changes_since(day)
        yield Place((), asks, " ".join([*_shaken(ground), *([since] if since else [])]))


def _shaken(ground: Ground) -> Iterator[str]:
    for how in ("broken", "shaky"):
        names = [one.id for one in ground.theory.of_kind("assumption") if state(one) == how]
        if names:
            yield f"{boxes(ground.theory, names, _FEW)} {'is' if len(names) == 1 else 'are'} {how} by now."


def still_matters(ground: Ground) -> Iterator[Place]:
    """Ask at goals whose milestones have slipped; in a running theory at the goals in any case."""
    theory = ground.theory
    late = [one for one in theory.of_kind("milestone") if _has_slipped(ground, one)]
    slipped = [(one, goal) for one in late for goal in _goal(ground, one)]
    for one, goal in slipped:
        asks = (
            f"{box(theory, one.id)} was due by {one.get('due')} and is not there yet. Does {box(theory, goal)} still "
            "matter to us as it stands, or is it too big?"
        )
        yield Place((goal,), asks)
    for goal in ground.graph.top_goals if theory.stage == "running" and not slipped else ():
        yield Place((goal,), f"Does {box(theory, goal)} still matter to each of us, as it stands? Is it too big?")


def _has_slipped(ground: Ground, milestone: Element) -> bool:
    if ground.as_of is None or state(milestone) in _THERE or milestone.get("celebrated"):
        return False
    return is_past(milestone.get("due") or "", ground.as_of)


def _goal(ground: Ground, milestone: Element) -> tuple[str, ...]:
    """Find the goal that a milestone is on the way to; the first of all where it does not say."""
    goals = set(ground.graph.goals)
    for what in milestone.about:
        name = what.target if isinstance(what, LinkRef) else what
        ahead = (name, *ground.graph.beyond(name, most=len(ground.graph.places)))
        if found := [one for one in ahead if one in goals]:
            return (found[0],)
    return ground.graph.top_goals[:1]
