"""Which level each box stands on, so that kinds lie in bands: goals first, then outcomes, outputs, activities, inputs.

A kind with a band of its own has a *tier*; conditions, barriers and the rest stand one level below what they lead to,
in whichever band that is. Where an arrow runs against the order of the tiers (an outcome leads to an activity), those
tiers become one, because an arrow that points the wrong way would say something wrong. Only goals stay on top whatever
follows from them. Everything beyond the accountability ceiling stands above everything else.

Invariants: an arrow that is not part of a circle and leaves no goal never points to a deeper level; the answer depends
on ids, never on the order of a file. Linear, but for sorting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .kept import FEW, kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TIERS: Final = ("goal", "outcome", "output", "activity", "input")
"""The kinds that have a band of their own, from the top."""


TOP: Final = TIERS[0]
"""The kind that stands above all others."""

STUB: Final = "stub"
"""The kind of a box for a name that nobody declared."""

Band = tuple[int, int, tuple[str, ...]]
"""First level, last level, and the kinds of a band."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The level of each box, and which kinds' bands they make.

    ``bands`` come from the top and do not overlap; levels that hold nothing but stubs are in none. ``ceiling`` is the
    first level below the accountability ceiling, or None.
    """

    of: Mapping[str, int]
    bands: tuple[Band, ...]
    ceiling: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is put on levels: boxes and their kinds, and the pairs (cause, effect) that decide.

    ``groups`` are pathways and their members: a pair may name one. ``ceiling`` are the last results the partnership
    answers for.
    """

    kinds: Mapping[str, str]
    pairs: Sequence[tuple[str, str]]
    groups: Mapping[str, tuple[str, ...]]
    ceiling: tuple[str, ...] = ()


def find_rows(standing: Standing) -> Rows:
    """Put every box on a level."""
    groups = tuple([(group, tuple(members)) for group, members in standing.groups.items()])
    return _found(tuple(standing.kinds.items()), tuple(standing.pairs), groups, standing.ceiling)


@kept(FEW)
def _found(
    kinds: tuple[tuple[str, str], ...],
    pairs: tuple[tuple[str, str], ...],
    groups: tuple[tuple[str, tuple[str, ...]], ...],
    ceiling: tuple[str, ...],
) -> Rows:
    standing = Standing(dict(kinds), pairs, dict(groups), ceiling)
    listed = _acyclic(_effects(standing), standing.kinds)
    above = _beyond(standing, listed)
    tiers = _tiers(standing, listed, above)
    idle = _idle(standing, listed)
    levels = _levels(standing, listed, tiers, idle)
    _lower(standing, listed, tiers, levels)
    _float(standing, listed, levels, idle)
    return Rows(
        {key: levels[key] for key in sorted(standing.kinds)},
        _bands(standing, tiers, levels),
        _ceiling(standing, above, levels),
    )


Effects = list[tuple[str, list[tuple[str, int]]]]
"""Each box after all its effects, with those effects and by how many levels they stand higher."""


def _effects(standing: Standing) -> dict[str, list[tuple[str, int]]]:
    """List the effects of each box. A pathway is two helping places: one before its members, one after them."""
    effects: dict[str, list[tuple[str, int]]] = {key: [] for key in sorted(standing.kinds)}
    for group, members in sorted(standing.groups.items()):
        inside = [member for member in sorted(members) if member in standing.kinds]
        effects[f"{group}\nin"] = [(member, 0) for member in inside]
        effects[f"{group}\nout"] = []
        for member in inside:
            effects[member].append((f"{group}\nout", 0))
    for source, target in sorted(set(standing.pairs)):
        start = f"{source}\nout" if source in standing.groups else source
        end = f"{target}\nin" if target in standing.groups else target
        sinks = standing.kinds.get(start) == TOP and standing.kinds.get(end) != TOP
        if start in effects and end in effects and start != end and not sinks:
            effects[start].append((end, 1))
    return effects


def _from_afar(effects: dict[str, list[tuple[str, int]]], kinds: Mapping[str, str]) -> list[str]:
    """Order everything by its steps to a goal, the farthest first, so that a circle is cut where it leaves the goal."""
    causes: dict[str, list[str]] = {}
    for key, found in effects.items():
        for effect, _ in found:
            causes.setdefault(effect, []).append(key)
    nearest = [key for key in effects if kinds.get(key) == TOP]
    reached = dict.fromkeys(nearest)
    for key in nearest:  # grows while it is walked
        new = [cause for cause in causes.get(key, ()) if cause not in reached]
        reached.update(dict.fromkeys(new))
        nearest += new
    return [key for key in effects if key not in reached] + nearest[::-1]


def _acyclic(effects: dict[str, list[tuple[str, int]]], kinds: Mapping[str, str]) -> Effects:
    """Walk from cause to effect and leave out every effect that closes a circle."""
    unseen, open_, done = 0, 1, 2
    state = dict.fromkeys(effects, unseen)
    listed: Effects = []
    for start in _from_afar(effects, kinds):
        if state[start] != unseen:
            continue
        state[start] = open_
        walk = [(start, iter(effects[start]), list[tuple[str, int]]())]
        while walk:
            key, rest, kept = walk[-1]
            for effect in rest:
                if state[effect[0]] == open_:
                    continue
                kept.append(effect)
                if state[effect[0]] == unseen:
                    state[effect[0]] = open_
                    walk.append((effect[0], iter(effects[effect[0]]), []))
                    break
            else:
                state[key] = done
                listed.append((key, kept))
                walk.pop()
    return listed


def _beyond(standing: Standing, effects: Effects) -> frozenset[str]:
    """Find what lies beyond the ceiling: everything that its results lead to, near or far, but for those themselves."""
    beyond: set[str] = set()
    last = {f"{key}\nout" if key in standing.groups else key for key in standing.ceiling}
    for key, reached in reversed(effects):
        if key in last or key in beyond:
            beyond.update([effect for effect, _ in reached])
    beyond -= last
    return frozenset(beyond) if any(key in standing.kinds for key in beyond) else frozenset()


def _tiers(standing: Standing, effects: Effects, above: frozenset[str]) -> dict[str, int]:
    """Number the tiers, those above the ceiling first, and join tiers that an arrow runs against.

    A box without a tier of its own takes the deepest one it leads to, and none (-1) where it leads nowhere.
    """
    count = len(TIERS)
    own = {
        key: TIERS.index(kind) + (count if above and key not in above else 0)
        for key, kind in standing.kinds.items()
        if kind in TIERS
    }
    joined = list(range(2 * count))
    reach: dict[str, int] = {}
    for key, found in effects:
        deepest = max([reach[effect] for effect, _ in found], default=-1)
        reach[key] = max(own.get(key, -1), deepest)
        if key in own and deepest > own[key]:
            joined[own[key] + 1 : deepest + 1] = [-1] * (deepest - own[key])
    for tier in range(1, 2 * count):
        joined[tier] = joined[tier - 1] if joined[tier] == -1 else tier
    return {key: joined[own[key]] if key in own else joined[tier] if tier >= 0 else -1 for key, tier in reach.items()}


def _idle(standing: Standing, listed: Effects) -> frozenset[str]:
    """Find what has no tier and leads to nothing that has one; it decides about no level but its own."""
    idle: set[str] = set()
    for key, found in listed:
        if standing.kinds.get(key) not in TIERS and all(effect in idle for effect, _ in found):
            idle.add(key)
    return frozenset(idle)


def _levels(standing: Standing, listed: Effects, tiers: Mapping[str, int], idle: frozenset[str]) -> dict[str, int]:
    """Put each box one level below the deepest box it leads to, and not above the first level of its tier."""
    levels: dict[str, int] = {}
    first, lowest, current = 0, -1, -1
    for key, found in sorted(listed, key=lambda entry: tiers[entry[0]]):  # stable: effects still come first
        if tiers[key] != current:
            current, first = tiers[key], lowest + 1
        levels[key] = max([levels[effect] + step for effect, step in found if effect not in idle], default=0)
        if standing.kinds.get(key) in TIERS:
            levels[key] = max(levels[key], first)
            lowest = max(lowest, levels[key])
    return levels


def _lower(standing: Standing, listed: Effects, tiers: Mapping[str, int], levels: dict[str, int]) -> None:
    """Move a box down towards its causes where that makes more arrows shorter than longer, within its tier."""
    ends: dict[int, int] = {}
    causes: dict[str, list[int]] = {}
    for key, kind in standing.kinds.items():
        if kind in TIERS:
            ends[tiers[key]] = max(ends.get(tiers[key], 0), levels[key])
    for key, found in reversed(listed):
        below = causes.get(key, [])
        if standing.kinds.get(key) in TIERS and len(below) > len(found):
            levels[key] = max(levels[key], min(*below, ends[tiers[key]]))
        for effect, step in found:
            causes.setdefault(effect, []).append(levels[key] - step)


def _float(standing: Standing, listed: Effects, levels: dict[str, int], idle: frozenset[str]) -> None:
    """Put a box that is idle above its causes, or on the last level where it has none."""
    last = max([levels[key] for key in standing.kinds], default=0)
    causes: dict[str, int] = {}
    for key, found in listed:
        for effect, _ in found:
            causes[effect] = min(causes.get(effect, last), levels[key])
    for key in idle.intersection(standing.kinds):
        levels[key] = max(0, causes[key] - 1) if key in causes else last


def _bands(standing: Standing, tiers: Mapping[str, int], levels: Mapping[str, int]) -> tuple[Band, ...]:
    """Make a band of the levels of each tier, and of the levels between and below that have none."""
    spans: dict[int, list[int]] = {}
    kinds: dict[int, set[str]] = {}
    for key, kind in standing.kinds.items():
        if kind in TIERS:
            spans.setdefault(tiers[key], []).append(levels[key])
            kinds.setdefault(tiers[key], set()).add(kind)
    bands = [(min(span), max(span), _in_order(kinds[tier])) for tier, span in spans.items()]
    taken = {level for first, last, _ in bands for level in range(first, last + 1)}
    loose: dict[int, set[str]] = {}
    for key, kind in standing.kinds.items():
        if levels[key] not in taken and kind != STUB:
            loose.setdefault(levels[key], set()).add(kind)
    bands += [(level, level, _in_order(found)) for level, found in loose.items()]
    return _joined(sorted(bands))


def _joined(bands: list[Band]) -> tuple[Band, ...]:
    """Join neighbours of the same kinds, such as outcomes above and below the ceiling."""
    joined: list[Band] = []
    for band in bands:
        if joined and joined[-1][2] == band[2] and joined[-1][1] + 1 == band[0]:
            joined[-1] = (joined[-1][0], band[1], band[2])
        else:
            joined.append(band)
    return tuple(joined)


def _in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(kinds, key=lambda kind: (TIERS.index(kind) if kind in TIERS else len(TIERS), kind)))


def _ceiling(standing: Standing, above: frozenset[str], levels: Mapping[str, int]) -> int | None:
    beyond = [levels[key] for key in above if key in standing.kinds]
    if beyond:
        return max(beyond) + 1
    return min([levels[key] for key in standing.ceiling if key in standing.kinds], default=None)
