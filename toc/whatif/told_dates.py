"""What comes late, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes
from toc.logic.dates import first_and_last
from toc.model import LinkRef, first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Theory

    from .answer import WhatIf
    from .lateness import Late

_FEW: Final = 3


def dates_in_short(what_if: WhatIf) -> Iterator[str]:
    """Say what it means for the goals and for every other date."""
    if not what_if.supposed.late:
        return
    theory, delay = what_if.theory, what_if.delay
    for name, _ in what_if.supposed.late:
        if theory.by_id[name].kind == "milestone":
            yield _on_the_way(theory, name)
    for one in delay.in_time:
        yield f"{box(theory, one.name)} is due by {one.old}, so nothing waits for it longer than it does now."
    for name, date in what_if.supposed.late:
        if name in what_if.fallen:
            yield f"{box(theory, name)} no longer holds, so when it comes ({date}) makes no difference."
    followers = [one for one in delay.moved if not one.supposed]
    goals = [one for one in followers if one.name in what_if.meant.goals]
    yield from [f"{box(theory, one.name)}: {one.new} at the earliest, instead of {one.old}." for one in goals]
    if delay.moved and not goals:
        yield "No date of a goal is contradicted." if followers else "No other date on the map is contradicted."
    yield from _beyond_the_horizon(what_if)


def _on_the_way(theory: Theory, name: str) -> str:
    ahead = [what.target if isinstance(what, LinkRef) else what for what in theory.by_id[name].about]
    if not ahead:
        return f"{box(theory, name)} is about nothing on the map, so nothing follows from it."
    return (
        f"{box(theory, name)} is on the way to {boxes(theory, dict.fromkeys(ahead), _FEW)}, so that comes no earlier."
    )


def _beyond_the_horizon(what_if: WhatIf) -> Iterator[str]:
    horizon = first(what_if.theory.details, "horizon") or ""
    days = first_and_last(horizon)
    for one in (*what_if.delay.moved, *what_if.delay.pushed):
        dated = first_and_last(one.new)
        if days and dated and dated[0] > days[1] and one.name in what_if.meant.goals:
            yield f"{box(what_if.theory, one.name)} then lies beyond the horizon of the plan, {horizon}."


def dates_told(what_if: WhatIf) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Tell the boxes with a date that no longer holds, then those without one, each under its heading."""
    theory, delay = what_if.theory, what_if.delay
    return (
        ("What comes late", tuple([_moved(theory, one) for one in delay.moved])),
        ("What has no date, and comes no earlier", tuple([_pushed(theory, one) for one in delay.pushed])),
    )


def _moved(theory: Theory, one: Late) -> str:
    instead = f"instead of {one.old}" if one.old else "it had no date"
    if one.supposed:
        return f"{box(theory, one.name)}: {one.new}, {instead}."
    waits = f", because it waits for {boxes(theory, one.waits_for, _FEW)}" if one.waits_for else ""
    return f"{box(theory, one.name)}: {one.new} at the earliest, {instead}{waits}."


def _pushed(theory: Theory, one: Late) -> str:
    waits = f", after {boxes(theory, one.waits_for, _FEW)}" if one.waits_for else ""
    return f"{box(theory, one.name)}: not before {one.new}{waits}."


def unknown_dates(what_if: WhatIf) -> Iterator[str]:
    """Say what cannot be known about dates, and what somebody wrote about time."""
    theory, delay = what_if.theory, what_if.delay
    if delay.moved or delay.pushed:
        yield "How long a step takes is not on the map: these are the earliest dates, and the real ones may be later."
    for ref, said in delay.lags:
        yield f"From {box(theory, ref.source)} to {box(theory, ref.target)} somebody wrote: {' '.join(said.split())}."
