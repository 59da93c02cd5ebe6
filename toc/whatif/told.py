"""The answer in words: what falls and why, from the work up to the goals, who loses what, and what nobody can know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.aloud import box, boxes, partner, partners
from toc.logic import ALL, needed
from toc.model import LinkRef
from toc.rules.phrases import series

from .told_dates import dates_in_short, dates_told, unknown_dates
from .told_partners import goes_on, leaving, loses, step_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Theory

    from .answer import WhatIf
    from .falling import Break, Fallen, Held

FEW: Final = 3
"""How many boxes a sentence names before it counts the rest."""

_BREAKING: Final = {"risk": "comes true", "input": "is not there"}
_NUMBERS: Final = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


class Group(NamedTuple):
    """Sentences that belong together.

    ``sign`` stands before each: × no longer holds, » comes late, = goes on, + could help; without one they only tell.
    """

    title: str
    told: tuple[str, ...]
    sign: str = ""


def title(what_if: WhatIf) -> str:
    """Ask what was asked: ``What if Town Hall were not there?``; empty where nothing is supposed."""
    theory, supposed = what_if.theory, what_if.supposed
    gone = supposed.without
    parts = [f"{partners(theory, gone)} were not there"] if gone else []
    parts += [_not_so(theory, name) for name in supposed.broken]
    parts += [f"{box(theory, name)} did not come before {date}" for name, date in supposed.late]
    return f"What if {series(parts)}?" if parts else ""


def _not_so(theory: Theory, name: str) -> str:
    kind = theory.by_id[name].kind
    if kind == "risk":
        return f"{box(theory, name)} came true"
    return f"{box(theory, name)} {'were not there' if kind == 'input' else 'did not hold'}"


def tell(what_if: WhatIf) -> tuple[Group, ...]:
    """Tell the answer, in groups; the first one says it in short."""
    theory = what_if.theory
    told_already = {one.at for one in what_if.breaks}
    following = [one for one in what_if.fall.fallen if one.name not in told_already]
    groups = (
        Group("In short", tuple(_in_short(what_if))),
        *[
            Group(f"What leaves with {partner(theory, name)}", leaving(what_if, name))
            for name in what_if.supposed.without
        ],
        Group("Where it breaks", tuple([_break(theory, one) for one in what_if.breaks]), "×"),
        Group("What falls with it", tuple([_falls(theory, one) for one in following]), "×"),
        Group("What holds all the same", tuple([_holds(theory, one) for one in what_if.fall.held]), "="),
        Group("What goes on", goes_on(what_if), "="),
        Group("Who could step in", step_in(what_if), "+"),
        Group("Who loses what", loses(what_if)),
        *[Group(heading, told, "»") for heading, told in dates_told(what_if)],
        Group("What the map cannot say", tuple(_unknown(what_if))),
    )
    return tuple([group for group in groups if group.told])


def _in_short(what_if: WhatIf) -> Iterator[str]:
    theory, lost = what_if.theory, what_if.lost_goals
    if what_if.supposed.without or what_if.supposed.broken:
        yield from [f"{box(theory, goal)} no longer holds, as the map is drawn." for goal in lost]
        if not what_if.fallen:
            yield "Nothing on the map falls."
        elif not lost:
            yield _goals_hold(what_if)
    for name in what_if.idle:
        yield f"{box(theory, name)} is attached to no arrow and no box, so nothing follows from it."
    yield from dates_in_short(what_if)


def _goals_hold(what_if: WhatIf) -> str:
    goals = what_if.meant.goals
    if not goals:
        return "Not everything on the map holds; there is no goal on it."
    still = "still holds" if len(goals) == 1 else "still hold"
    return f"{boxes(what_if.theory, goals, FEW)} {still}, as the map is drawn, though not all below does."


def _break(theory: Theory, one: Break) -> str:
    if one.partners:
        element = theory.by_id.get(str(one.at))
        verb = "brings" if element and element.kind == "input" else "does"
        return f"{box(theory, str(one.at))}: nobody else {verb} it."
    belief = theory.by_id[one.belief]
    says = f"{box(theory, one.belief)} {_BREAKING.get(belief.kind, 'does not hold')}"
    if one.at == one.belief:
        return f"{says}."
    if isinstance(one.at, LinkRef):
        return f"The step from {box(theory, one.at.source)} to {box(theory, one.at.target)}: {says}."
    if belief.whole:
        return f"{says}, and the whole plan rests on it: {box(theory, one.at)}."
    return f"{box(theory, one.at)}: {says}."


def _falls(theory: Theory, one: Fallen) -> str:
    reasons = [f"{boxes(theory, one.causes, FEW)} {'falls' if len(one.causes) == 1 else 'fall'}"] if one.causes else []
    torn = [arrow for arrow in one.arrows if arrow.source not in one.causes]
    reasons += [f"the step from {box(theory, arrow.source)} does not hold" for arrow in torn]
    why = series(reasons) if reasons else "what it belongs to falls"
    element = theory.by_id.get(one.name)
    if element and element.get("unintended"):
        return f"{box(theory, one.name)}, a side effect nobody aims for, does not come about either."
    wanted = needed(element) if element else ALL
    if wanted == ALL:
        return f"{box(theory, one.name)}, because {why}."
    left = "none is left"
    if one.left:
        left = f"only {boxes(theory, one.left, FEW)} {'is' if len(one.left) == 1 else 'are'} left"
    return f"{box(theory, one.name)}, because {why}; it needs {_number(wanted)} of its causes, and {left}."


def _holds(theory: Theory, one: Held) -> str:
    left = boxes(theory, one.left, FEW)
    are = "is" if len(one.left) == 1 else "are"
    spare = " Nothing more may fail there." if len(one.left) <= one.needed else ""
    if one.needed == 1:
        return f"{box(theory, one.name)}: one cause is enough, and {left} {are} left.{spare}"
    needs = f"it needs {_number(one.needed)} of its causes, and {_number(len(one.left))} {are} left"
    return f"{box(theory, one.name)}: {needs}, {left}.{spare}"


def _number(number: int) -> str:
    return _NUMBERS.get(number, f"{number:,}")


def _unknown(what_if: WhatIf) -> Iterator[str]:
    theory, left_open = what_if.theory, what_if.open
    if left_open and (what_if.supposed.without or what_if.supposed.broken):
        are, them = ("is", "it") if len(left_open) == 1 else ("are", "them")
        yield f"{boxes(theory, left_open, FEW)} {are} taken as done here, though the map leaves {them} open."
    if what_if.left.shared:
        yield "Whether those who go on can do all of that work is not on the map; ask them."
    yield from unknown_dates(what_if)
