"""What a partner takes along when it leaves: what it brought, who goes on, who could step in, who waits in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import is_stopped, leaving, listed, state

from .falling import MOST_CAUSES, Break

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.logic import Graph
    from toc.model import Contribution, Element, Theory

LOOSE: Final = frozenset({"offered", "pledged"})
"""The status of a contribution that nobody has confirmed."""

_AWAY: Final = frozenset({"invited", "left", "out"})
_SETTLED: Final = frozenset({"withdrawn", "delivered"})
_VIEWS: Final = frozenset({"assumption", "disagreement"})
_WORK: Final = frozenset({"activity", "input"})
_STRANDED: Final = frozenset({"activity", "output", "input"})


class Shared(NamedTuple):
    """Work that others go on with: what they bring, and who has a lead there without being a partner."""

    name: str
    others: tuple[Contribution, ...]
    person: str = ""


class StandIn(NamedTuple):
    """Work for which the map names somebody who could step in for a partner who is gone."""

    name: str
    gone: str
    partners: tuple[str, ...]


class Left(NamedTuple):
    """What partners leave behind: where it breaks, what others go on with, where somebody could step in."""

    breaks: tuple[Break, ...]
    shared: tuple[Shared, ...]
    standing_in: tuple[StandIn, ...]


class Loser(NamedTuple):
    """Partners who lose something: ``how`` is aim, work, wait, measure or watch, and ``what`` the id of that.

    ``on`` are the boxes that it rested on, or the partners they waited for.
    """

    partners: tuple[str, ...]
    how: str
    what: str
    on: tuple[str, ...]


def brought(theory: Theory, gone: Iterable[str]) -> tuple[Contribution, ...]:
    """Give what partners still bring: not what they withdrew, delivered, or brought to work that is done or stopped.

    A view that they hold is theirs, and nothing that the others lose.
    """
    away = frozenset(gone)
    given = [one for one in theory.contributions if one.partner in away and state(one) not in _SETTLED]
    return tuple([one for one in given if not (isinstance(one.to, str) and _is_over(theory, one.to))])


def _is_over(theory: Theory, name: str) -> bool:
    element = theory.by_id.get(name)
    return element is not None and (state(element) == "done" or is_stopped(element) or element.kind in _VIEWS)


def left_behind(graph: Graph, gone: tuple[str, ...]) -> Left:
    """Work out what becomes of the work of partners who are gone; what is done already stays done."""
    theory, away = graph.theory, frozenset(gone)
    here = frozenset([one.id for one in theory.of_kind("partner") if state(one) not in _AWAY]) - away
    breaks, shared, standing_in = [], [], []
    for element, given in _work(graph, gone):
        others = tuple([one for one in given if one.partner not in away or state(one) == "delivered"])
        theirs = [one for one in given if one not in others]
        if not theirs:
            continue
        person = "" if element.kind == "input" else element.get("lead") or ""
        backups = [(one.partner, _backups(one, here)) for one in theirs]
        if others or person:
            shared.append(Shared(element.id, others, person))
        elif any(found for _, found in backups):
            standing_in += [StandIn(element.id, partner, found) for partner, found in backups if found]
        else:
            breaks.append(Break(element.id, tuple(dict.fromkeys([one.partner for one in theirs]))))
    return Left(tuple(breaks), tuple(shared), tuple(standing_in))


def _work(graph: Graph, gone: tuple[str, ...]) -> Iterator[tuple[Element, tuple[Contribution, ...]]]:
    """Give the work and the inputs that partners who are gone have a part in, with everybody who does or brings it."""
    theory = graph.theory
    for name in dict.fromkeys([given.to for given in brought(theory, gone) if isinstance(given.to, str)]):
        element = theory.by_id.get(name)
        if element is not None and element.kind in _WORK:
            yield element, graph.doers.get(name, ())


def _backups(given: Contribution, here: frozenset[str]) -> tuple[str, ...]:
    """Give who could step in: partners who are there, on the map and in the partnership."""
    return tuple([name for name in listed(given.get("backup") or "") if name in here])


def losers(graph: Graph, gone: tuple[str, ...], fallen: frozenset[str]) -> tuple[Loser, ...]:
    """Say who loses what: aims that rest on what falls, work that leads nowhere now, and what waits for who is gone."""
    found = [*_aims(graph, gone, fallen), *_idle_work(graph, gone, fallen)]
    if gone:
        found += [*_waiting(graph.theory, gone), *_unread(graph.theory, gone), *_unwatched(graph.theory, gone)]
    return tuple(found)


def _aims(graph: Graph, gone: tuple[str, ...], fallen: frozenset[str]) -> Iterator[Loser]:
    served = leaving(graph.theory)
    for aim in graph.theory.of_kind("aim"):
        ends = [end for link in served.get(aim.id, ()) for end in graph.members(link.target) or (link.target,)]
        lost = tuple(dict.fromkeys([end for end in ends if end in fallen]))
        if aim.owner and aim.owner not in gone and lost:
            yield Loser((aim.owner,), "aim", aim.id, lost)


def _idle_work(graph: Graph, gone: tuple[str, ...], fallen: frozenset[str]) -> Iterator[Loser]:
    """Find work that goes on and leads, also by way of what it delivers, to nothing that holds."""
    order = {name: number for number, name in enumerate(graph.places)}
    for name in sorted(_stranded(graph, fallen), key=order.__getitem__):
        if graph.theory.by_id[name].kind == "activity":
            given = [one.partner for one in graph.doers.get(name, ()) if one.partner not in gone]
            if given:
                yield Loser(tuple(dict.fromkeys(given)), "work", name, ())


def _stranded(graph: Graph, fallen: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    ahead = list(dict.fromkeys([cause for name in fallen for cause in graph.some_causes(name, MOST_CAUSES)]))
    for name in ahead:
        element = graph.theory.by_id.get(name)
        if name in fallen or name in found or element is None or element.kind not in _STRANDED or is_stopped(element):
            continue
        if all(effect in fallen or effect in found for effect in graph.some_effects(name, MOST_CAUSES)):
            found.add(name)
            ahead += graph.some_causes(name, MOST_CAUSES)
    return frozenset(found)


def _waiting(theory: Theory, gone: tuple[str, ...]) -> Iterator[Loser]:
    for given in theory.contributions:
        waits = tuple([name for name in listed(given.get("depends-on") or "") if name in gone])
        if waits and given.partner not in gone and isinstance(given.to, str):
            yield Loser((given.partner,), "wait", given.to, waits)


def _unread(theory: Theory, gone: tuple[str, ...]) -> Iterator[Loser]:
    """Find measures that nobody would read any more."""
    readers: dict[str, set[str]] = {}
    for given in theory.contributions:
        if isinstance(given.to, str) and state(given) != "withdrawn":
            readers.setdefault(given.to, set()).add(given.partner)
    for one in theory.of_kind("indicator"):
        if readers.get(one.id) and readers[one.id].issubset(gone):
            yield Loser((), "measure", one.id, ())


def _unwatched(theory: Theory, gone: tuple[str, ...]) -> Iterator[Loser]:
    for one in theory.of_kind("assumption", "risk"):
        if one.get("owner") in gone:
            yield Loser((), "watch", one.id, ())


def roles(theory: Theory, gone: Iterable[str]) -> Mapping[str, str]:
    """Give the part that partners who are gone had in the partnership, where it is written down."""
    known = [theory.by_id.get(name) for name in gone]
    return {one.id: one.get("role") or "" for one in known if one and one.get("role")}
