"""Graphs to lay out: random ones for property tests, layered ones like a theory of change for the others."""

from __future__ import annotations

import random

from hypothesis import strategies as st
from toc.renderers.layout import Arrow, Frame, Graph, Node


@st.composite
def graphs(draw, most=14):
    """Give any graph: cycles, arrows within a level, to oneself, to nobody; levels given or not; any frames."""
    count = draw(st.integers(0, most))
    keys = [f"box-{number}" for number in range(count)]
    rows = st.one_of(st.none(), st.integers(0, 4)) if draw(st.booleans()) else st.integers(0, 4)
    sizes = st.floats(8, 240, allow_nan=False)
    nodes = [Node(key, draw(sizes), draw(sizes), draw(rows)) for key in keys]
    frames = []
    if keys and draw(st.booleans()):
        members = st.lists(st.sampled_from(keys), min_size=1, max_size=6, unique=True)
        frames = [Frame(f"frame-{number}", tuple(draw(members))) for number in range(draw(st.integers(1, 3)))]
    ends = st.sampled_from([*keys, *[frame.key for frame in frames], "nobody"])
    arrows = draw(st.lists(st.builds(Arrow, ends, ends, st.booleans()), max_size=2 * count))
    return Graph(
        tuple(nodes),
        tuple(arrows),
        tuple(frames),
        direction=draw(st.sampled_from(["up", "right", "left"])),
        node_gap=draw(st.sampled_from([16.0, 28.0])),
        row_gap=draw(st.sampled_from([40.0, 72.0])),
        ratio=draw(st.sampled_from([None, 0.7, 1.4])),
    )


def theory(count, seed=1, frames=0, **options):
    """Give a graph of about so many boxes in five levels, most of which lead to one box above them."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    levels = [
        [f"r{row}-{number:05}" for number in range(max(1, round(count * share)))]
        for row, share in enumerate((0.02, 0.12, 0.25, 0.3, 0.31))
    ]
    nodes = [
        Node(key, 180.0, chance.choice([58.0, 74.0, 90.0]), row) for row, keys in enumerate(levels) for key in keys
    ]
    arrows = []
    for row, keys in enumerate(levels[1:], start=1):
        for number, key in enumerate(keys):
            above = levels[row - 1]
            nearest = number * len(above) // len(keys)
            arrows.append(Arrow(key, above[nearest]))
            if chance.random() < 0.3:
                arrows.append(Arrow(key, above[min(len(above) - 1, nearest + 1)]))
            if row > 1 and chance.random() < 0.1:
                arrows.append(Arrow(key, chance.choice(levels[row - 2])))
            if row > 1 and chance.random() < 0.05:
                arrows.append(Arrow(above[nearest], key, constrains=False))
    shares = [
        Frame(f"frame-{part}", tuple(key for keys in levels[1:] for key in _part(keys, part, frames)))
        for part in range(frames)
    ]
    return Graph(tuple(nodes), tuple(dict.fromkeys(arrows)), tuple(shares), **options)


def _part(keys, part, parts):
    return keys[len(keys) * part // parts : len(keys) * (part + 1) // parts]


def shuffled(graph, seed):
    """Give the same graph, declared in another order, with the places of its arrows in it."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    nodes, frames = (
        list(graph.nodes),
        [Frame(f.key, tuple(chance.sample(f.members, len(f.members)))) for f in graph.frames],
    )
    order = list(range(len(graph.arrows)))
    for each in (nodes, frames, order):
        chance.shuffle(each)
    arrows = tuple(graph.arrows[number] for number in order)
    return Graph(tuple(nodes), arrows, tuple(frames), graph.direction, graph.node_gap, graph.row_gap, graph.ratio)
