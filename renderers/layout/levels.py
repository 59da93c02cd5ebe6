"""On which level each box stands, where nobody has said so.

The rule is the longest way: a box stands one level below the deepest box it leads to. Circles are cut where a walk in
the order of the boxes first comes back to where it has been, so the same graph is always cut in the same place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def find_levels(rows: Sequence[int | None], arrows: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Give every box a level, without holes, from the rows that are given and the arrows between boxes. Linear."""
    effects: list[list[int]] = [[] for _ in rows]
    for source, target in arrows:
        if source != target:
            effects[source].append(target)
    levels = [0 if row is None else row for row in rows]
    joined = {end for arrow in arrows for end in arrow}
    for box, kept in _causes_last(effects):
        if rows[box] is None:
            levels[box] = max([levels[effect] + 1 for effect in kept], default=0)
    lowest = max([levels[box] for box in joined], default=0)
    for box, row in enumerate(rows):
        if row is None and box not in joined:
            levels[box] = lowest
    used = {level: place for place, level in enumerate(sorted(set(levels)))}
    return tuple([used[level] for level in levels])


def _causes_last(effects: list[list[int]]) -> list[tuple[int, list[int]]]:
    """List each box after all its effects, with those effects that do not close a circle."""
    unseen, open_, done = 0, 1, 2
    state = [unseen] * len(effects)
    listed: list[tuple[int, list[int]]] = []
    for start in range(len(effects)):
        if state[start] != unseen:
            continue
        state[start] = open_
        walk: list[tuple[int, Iterator[int], list[int]]] = [(start, iter(effects[start]), [])]
        while walk:
            box, rest, kept = walk[-1]
            for effect in rest:
                if state[effect] == open_:
                    continue
                kept.append(effect)
                if state[effect] == unseen:
                    state[effect] = open_
                    walk.append((effect, iter(effects[effect]), []))
                    break
            else:
                state[box] = done
                listed.append((box, kept))
                walk.pop()
    return listed
