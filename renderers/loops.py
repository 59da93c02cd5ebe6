"""The order in which Mermaid should meet the boxes, so that intended loops do not turn the picture upside down.

Mermaid lays out with dagre, which walks from the boxes it meets first along all arrows and turns round every arrow
that closes a circle. So that it turns round the feedback and not what leads to the goal, the walk has to
start where feedback arrives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .sketch import Arrow, Box, Sketch

_MOST_TRIED = 40


def loops_first(drawn: Sketch) -> tuple[Box, ...]:
    """Give the boxes, those first at which feedback arrives, in an order that turns round as little as possible."""
    loops = [arrow for arrow in drawn.arrows if arrow.kind is LinkKind.FEEDS_BACK]
    ahead: dict[str, list[Arrow]] = {}
    for arrow in sorted(drawn.arrows, key=lambda arrow: arrow.kind is LinkKind.FEEDS_BACK):
        ahead.setdefault(arrow.source, []).append(arrow)
    waiting = list(dict.fromkeys(arrow.target for arrow in loops))[:_MOST_TRIED]
    done: set[str] = set()
    first: list[str] = []
    while waiting:
        walks = [(*_walk(start, ahead, done), start) for start in waiting]
        _, seen, best = min(walks, key=lambda walk: walk[0])
        waiting.remove(best)
        first.append(best)
        done |= seen
    order = {key: number for number, key in enumerate(first)}
    return tuple(sorted(drawn.boxes, key=lambda box: order.get(box.key, len(order))))


def _walk(start: str, ahead: Mapping[str, Sequence[Arrow]], done: set[str]) -> tuple[int, set[str]]:
    """Walk as dagre would; count the arrows turned round that are no feedback, and say where the walk came by."""
    turned, seen = 0, {start}
    path = [(start, iter(ahead.get(start, ())))]
    on_path = {start}
    while path:
        key, rest = path[-1]
        arrow = next(rest, None)
        if arrow is None:
            path.pop()
            on_path.discard(key)
        elif arrow.target in on_path:
            turned += arrow.kind is not LinkKind.FEEDS_BACK
        elif arrow.target not in seen and arrow.target not in done:
            seen.add(arrow.target)
            on_path.add(arrow.target)
            path.append((arrow.target, iter(ahead.get(arrow.target, ()))))
    return turned, seen
