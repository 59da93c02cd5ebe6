"""What no longer holds: where it breaks, what falls with it, and what holds all the same.

Whether something holds is asked of the map as it is meant (`toc.logic.hopeful`): what is still open on it counts as
done, and is named. An assumption that breaks takes away the arrow it is about, or the box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import ALL, is_stopped, needed
from toc.model import RESULT_KINDS, LinkKind, LinkRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.logic import Graph
    from toc.model import About, Element

MOST_CAUSES: Final = 200
"""How many causes and effects of one box are looked at to say why it falls or holds."""


class Break(NamedTuple):
    """Where it breaks: a box or an arrow, and what took it away: partners who are gone, or one belief."""

    at: About
    partners: tuple[str, ...] = ()
    belief: str = ""


class Fallen(NamedTuple):
    """A box that no longer holds, the causes that it lost, and the arrows into it that no longer hold."""

    name: str
    causes: tuple[str, ...]
    arrows: tuple[LinkRef, ...]
    left: tuple[str, ...]


class Held(NamedTuple):
    """A box that holds although it lost causes, because it needs ``needed`` of them and ``left`` are enough."""

    name: str
    needed: int
    lost: tuple[str, ...]
    left: tuple[str, ...]


class Short(NamedTuple):
    """Work that is still done and lost something that led to it, such as an input."""

    name: str
    lost: tuple[str, ...]


class Fall(NamedTuple):
    """What falls, from the work up to the goals, what holds all the same, and what goes on without something."""

    fallen: tuple[Fallen, ...]
    held: tuple[Held, ...]
    short: tuple[Short, ...]


def broken_by(graph: Graph, belief: Element) -> tuple[Break, ...]:
    """Give what a belief takes away when it does not hold; nothing where it is about nothing."""
    if belief.kind in ("condition", "input"):
        return (Break(belief.id, belief=belief.id),)
    about: tuple[About, ...] = belief.about or (graph.top_goals if belief.whole else ())
    counted = [what for what in about if not isinstance(what, LinkRef) or what.kind is LinkKind.LEADS_TO]
    return tuple([Break(what, belief=belief.id) for what in counted])


def lost_and_torn(meant: Graph, breaks: Iterable[Break]) -> tuple[frozenset[str], frozenset[LinkRef]]:
    """Part boxes from arrows; where a pathway is lost, the results in it are."""
    places = [one.at for one in breaks]
    boxes = [box for at in places if isinstance(at, str) for box in results_of(meant, at)]
    return frozenset(boxes), frozenset([at for at in places if isinstance(at, LinkRef)])


def results_of(meant: Graph, name: str) -> tuple[str, ...]:
    """Give the results in a pathway; anything else stands for itself."""
    members = meant.members(name)
    return tuple([member for member in members if _is_result(meant, member)]) if members else (name,)


def falling(meant: Graph, breaks: Iterable[Break]) -> frozenset[str]:
    """Give everything that holds now and no longer would."""
    lost, torn = lost_and_torn(meant, breaks)
    return meant.holds - meant.holds_without(lost, torn)


def explained(meant: Graph, breaks: Iterable[Break], fallen: frozenset[str]) -> Fall:
    """Say of everything that falls, and of what holds all the same, which causes it lost and which are left."""
    torn: dict[str, list[LinkRef]] = {}
    for arrow in lost_and_torn(meant, breaks)[1]:
        for target in meant.members(arrow.target) or (arrow.target,):
            torn.setdefault(target, []).append(arrow)
    order = {name: number for number, name in enumerate(meant.places)}
    rising = sorted(fallen, key=lambda name: (-meant.levels[name], order[name]))
    touched = dict.fromkeys([effect for name in rising for effect in meant.some_effects(name, MOST_CAUSES)])
    touched |= dict.fromkeys(torn)
    holding = [name for name in touched if name in meant.holds and name not in fallen]
    held = [
        _held(meant, name, fallen, torn)
        for name in sorted(holding, key=lambda name: (-meant.levels[name], order[name]))
    ]
    return Fall(
        tuple([_fallen(meant, name, fallen, torn) for name in rising]),
        tuple([one for one in held if one.lost and _is_result(meant, one.name)]),
        tuple([Short(one.name, one.lost) for one in held if one.lost and not _is_result(meant, one.name)]),
    )


def _is_result(meant: Graph, name: str) -> bool:
    element = meant.theory.by_id.get(name)
    return element is not None and (element.kind in RESULT_KINDS or element.kind == "pathway")


def _fallen(meant: Graph, name: str, fallen: frozenset[str], torn: Mapping[str, list[LinkRef]]) -> Fallen:
    gone, left = _causes(meant, name, fallen, torn.get(name, []))
    arrows = torn.get(name, [])
    cut = {cause for arrow in arrows for cause in _starts(meant, arrow)}
    return Fallen(name, tuple([cause for cause in gone if cause not in cut or cause in fallen]), tuple(arrows), left)


def _held(meant: Graph, name: str, fallen: frozenset[str], torn: Mapping[str, list[LinkRef]]) -> Held:
    gone, left = _causes(meant, name, fallen, torn.get(name, []))
    element = meant.theory.by_id.get(name)
    return Held(name, needed(element) if element else ALL, gone, left)


def _causes(
    meant: Graph, name: str, fallen: frozenset[str], arrows: Iterable[LinkRef]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the causes of a box, those that were stopped left out, into what is gone and what is left."""
    known = meant.theory.by_id
    causes = [one for one in meant.some_causes(name, MOST_CAUSES) if not is_stopped(known.get(one))]
    cut = {cause for arrow in arrows for cause in _starts(meant, arrow)}
    gone = tuple([one for one in causes if one in fallen or one in cut])
    return gone, tuple([one for one in causes if one not in gone])


def _starts(meant: Graph, arrow: LinkRef) -> tuple[str, ...]:
    return meant.members(arrow.source) or (arrow.source,)
