"""What comes late: dates travel along arrows, because nothing comes before what it needs.

Only a box with a date of its own can be contradicted. One whose date is late enough takes up the delay, and nothing
moves beyond it; one without a date hands it on. A box that needs only some of its causes waits for the last one that it
needs. How long a step takes is not on the map, so the new dates are the earliest there can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import Graph, is_stopped
from toc.logic.dates import first_and_last
from toc.model import LinkKind, LinkRef

from .falling import MOST_CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Element, Theory

MOST_DATES: Final = 20
"""How many different dates travel along the arrows; later ones do not move anything that these do not."""


class Late(NamedTuple):
    """A box that comes late: its date, or nothing, the earliest new one, and the late causes it waits for.

    ``supposed`` says that it is late because somebody said so.
    """

    name: str
    old: str
    new: str
    waits_for: tuple[str, ...]
    supposed: bool = False


class Delay(NamedTuple):
    """What comes late, from the work up.

    ``moved`` have a date that no longer holds, ``pushed`` have none and come no earlier than this, ``in_time`` were
    said to be late and are due then anyway. ``lags`` are what is written about time on the arrows between them.
    """

    moved: tuple[Late, ...] = ()
    pushed: tuple[Late, ...] = ()
    in_time: tuple[Late, ...] = ()
    lags: tuple[tuple[LinkRef, str], ...] = ()


def delayed(meant: Graph, late: tuple[tuple[str, str], ...], lost: frozenset[str], torn: frozenset[LinkRef]) -> Delay:
    """Work out what comes late; what no longer holds at all is left out."""
    theory = meant.theory
    holding = meant.holds_without(lost, torn) if lost or torn else meant.holds
    said = {name: date for name, date in _boxes(meant, late).items() if name in holding}
    in_time = {name: date for name, date in said.items() if not _is_later(date, theory.by_id.get(name))}
    dates = {name: date for name, date in said.items() if name not in in_time}
    floors: dict[str, str] = {}
    for date in _ascending(dates.values()):
        moved = frozenset([name for name, other in dates.items() if _first(other) >= _first(date)])
        calm = _calm(theory, date, moved)
        graph = Graph(theory, meant.settled | calm)
        before = graph.holds_without(lost, torn)
        floors |= dict.fromkeys(before - graph.holds_without(lost | moved, torn) - moved, date)
    return _told(meant, dates, in_time, {**floors, **dates})


def _boxes(meant: Graph, late: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the boxes that are late: the members of a pathway, what a milestone is about; the last date counts."""
    found: dict[str, str] = {}
    for name, date in late:
        element = meant.theory.by_id[name]
        names = meant.members(name) or (name,)
        if element.kind == "milestone":
            names = tuple([what.target if isinstance(what, LinkRef) else what for what in element.about])
        for each in names:
            for one in meant.members(each) or (each,):
                if one not in found or _first(date) > _first(found[one]):
                    found[one] = date
    return {name: date for name, date in found.items() if not is_stopped(meant.theory.by_id.get(name))}


def _ascending(dates: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(dates), key=_first)[-MOST_DATES:]


def _first(date: str) -> str:
    days = first_and_last(date)
    return days[0] if days else ""


def _is_later(date: str, element: Element | None) -> bool:
    """Say whether a date lies beyond the one that a box has; one without a date is always late."""
    due = first_and_last((element.get("due") if element else None) or "")
    return due is None or _first(date) > due[1]


def _calm(theory: Theory, date: str, moved: frozenset[str]) -> frozenset[str]:
    """Give the boxes whose own date is late enough, so that the delay ends there."""
    return frozenset([
        one.id
        for one in theory.elements
        if one.id not in moved and first_and_last(one.get("due") or "") and not _is_later(date, one)
    ])  # fmt: skip


def _told(meant: Graph, dates: Mapping[str, str], in_time: Mapping[str, str], new: Mapping[str, str]) -> Delay:
    known = meant.theory.by_id
    order = {name: number for number, name in enumerate(meant.places)}
    rising = sorted([name for name in new if name in order], key=lambda name: (-meant.levels[name], order[name]))
    late = [
        Late(name, _due(known.get(name)), new[name], _causes(meant, name, new), supposed=name in dates)
        for name in rising
    ]
    return Delay(
        tuple([one for one in late if one.old or one.supposed]),
        tuple([one for one in late if not one.old and not one.supposed]),
        tuple([Late(name, _due(known.get(name)), date, (), supposed=True) for name, date in in_time.items()]),
        _lags(meant.theory, new),
    )


def _due(element: Element | None) -> str:
    return (element.get("due") if element else None) or ""


def _causes(meant: Graph, name: str, new: Mapping[str, str]) -> tuple[str, ...]:
    """Give the late causes that decide when it comes: those of the same date, or all where no single one does."""
    late = [cause for cause in meant.some_causes(name, MOST_CAUSES) if cause in new]
    return tuple([cause for cause in late if new[cause] == new[name]] or late)


def _lags(theory: Theory, new: Mapping[str, str]) -> tuple[tuple[LinkRef, str], ...]:
    """Give what is written about time on the arrows that the delay travels along."""
    links = [link for link in theory.links if link.kind is LinkKind.LEADS_TO and link.source in new]
    return tuple([(link.ref, said) for link in links if (said := link.get("after"))])
