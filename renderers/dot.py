"""The theory as DOT, for people who go on with it in Graphviz tools.

Every text goes through `escape.dot_text`, every name is plain, and nothing that a user wrote becomes an attribute
other than a label or tooltip. The features are those that Graphviz is known to survive: ``newrank``, levels as
``rank=same``, no ports, no HTML, and labels only on arrows from one level to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind

from .escape import dot_text, plain_names
from .rows import Standing, find_rows
from .sketch import Arrow, Box, Frame, Sketch, in_frames, sketch
from .themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Theory

_DIRECTIONS = {"up": "BT", "right": "LR", "left": "RL"}

_SHAPES = {
    "goal": "box",
    "outcome": "box",
    "output": "note",
    "activity": "box",
    "input": "cylinder",
    "condition": "hexagon",
    "barrier": "octagon",
    "pathway": "tab",
    "aim": "cds",
    "stakeholder": "ellipse",
}
_STYLES = {
    "goal": "rounded,filled,bold",
    "outcome": "rounded,filled",
    "condition": "filled,dashed",
    "stub": "filled,dashed",
}
_WIDE = frozenset({"condition", "barrier", "stakeholder"})
"""The kinds whose shape leaves room at the sides already."""
_TIGHT = 'margin="0.02,0.02", '
_LONGEST_LINE = 28
"""Characters of a label on one line, where its words allow it."""


def render(theory: Theory, *, lang: str | None = None, direction: str | None = None) -> str:
    """Write the theory as DOT; ``direction`` is where the goals are: up, right or left."""
    drawn = sketch(theory, lang=lang, direction=direction)
    names = plain_names((*(box.key for box in drawn.boxes), *(frame.key for frame in drawn.frames)))
    names = {key: f"n_{name}" for key, name in names.items()}
    rows = _rows(drawn)
    lines = [
        "digraph theory_of_change {",
        *_defaults(drawn),
        *in_frames(drawn, lambda box: _box(box, names), lambda frame: _frame(frame, names), "}"),
        *_levels(drawn, names, rows),
        *_arrows(drawn, names, rows),
        *_asides(drawn),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _defaults(drawn: Sketch) -> list[str]:
    font = 'fontname="Arial,Helvetica,Liberation Sans,sans-serif"'
    return [
        f"  graph [rankdir={_DIRECTIONS.get(drawn.direction, 'BT')}, newrank=true, compound=true,",
        "    nodesep=0.35, ranksep=0.7,",
        f'    {font}, fontsize=18, fontcolor="{LIGHT.ink}", labelloc=t, labeljust=l,',
        f"    label={dot_text(drawn.title)}, tooltip={dot_text(drawn.title)}];",
        f'  node [{font}, fontsize=12, fontcolor="{LIGHT.ink}", margin="0.18,0.1",',
        "    penwidth=1.4];",
        f'  edge [{font}, fontsize=10, fontcolor="{LIGHT.ink}", color="{LIGHT.arrows[LinkKind.LEADS_TO]}"];',
    ]


def _members(drawn: Sketch) -> dict[str, list[str]]:
    """List the boxes in each frame, also those in frames within it."""
    members: dict[str, list[str]] = {frame.key: [] for frame in drawn.frames}
    outer = {frame.key: frame.outer for frame in drawn.frames}
    for box in drawn.boxes:
        around = box.frame
        while around is not None:
            members[around].append(box.key)
            around = outer[around]
    return members


def _rows(drawn: Sketch) -> Mapping[str, int]:
    """Put every box on a level, as the picture does."""
    kinds = {box.key: box.kind for box in drawn.boxes}
    pairs = [(arrow.source, arrow.target) for arrow in drawn.arrows if arrow.kind is LinkKind.LEADS_TO]
    return find_rows(Standing(kinds, pairs, {key: tuple(keys) for key, keys in _members(drawn).items()})).of


def _frame(frame: Frame, names: Mapping[str, str]) -> list[str]:
    paint = LIGHT.frame
    return [
        f"  subgraph cluster_{names[frame.key]} {{",
        f"    label={dot_text(frame.text)}; tooltip={dot_text(frame.text)}; fontsize=13; labeljust=l;",
        f'    style="rounded"; color="{paint.edge}"; fontcolor="{paint.text}"; margin=14;',
    ]


def _box(box: Box, names: Mapping[str, str]) -> str:
    paint = LIGHT.kinds.get(box.kind, LIGHT.kinds["other"])
    text = "\n".join([line for line in (box.above, _wrapped(box.text), _wrapped(box.below)) if line])
    return (
        f'{names[box.key]} [shape={_SHAPES.get(box.kind, "box")}, style="{_STYLES.get(box.kind, "filled")}", '
        f"{_TIGHT if box.kind in _WIDE else ''}"
        f'fillcolor="{paint.fill}", color="{paint.edge}", '
        f"label={dot_text(text)}, tooltip={dot_text(box.text)}];"
    )


def _levels(drawn: Sketch, names: Mapping[str, str], rows: Mapping[str, int]) -> list[str]:
    levels: dict[int, list[str]] = {}
    for box in drawn.boxes:
        levels.setdefault(rows[box.key], []).append(names[box.key])
    return [f"  {{ rank=same; {'; '.join(keys)}; }}" for _, keys in sorted(levels.items()) if len(keys) > 1]


def _arrows(drawn: Sketch, names: Mapping[str, str], rows: Mapping[str, int]) -> list[str]:
    """Write the arrows. One that ends at a pathway is drawn to one of its boxes and cut at the frame."""
    members = _members(drawn)
    first = {key: max(keys, key=lambda box: rows[box]) for key, keys in members.items()}
    last = {key: min(keys, key=lambda box: rows[box]) for key, keys in members.items()}
    said = dict(drawn.legend)
    lines = []
    for arrow in drawn.arrows:
        ends = (last.get(arrow.source, arrow.source), first.get(arrow.target, arrow.target))
        cuts = [f"ltail=cluster_{names[arrow.source]}"] if arrow.source in last else []
        cuts += [f"lhead=cluster_{names[arrow.target]}"] if arrow.target in first else []
        attributes = _look(arrow.kind) + cuts + _marks(arrow, is_level=rows[ends[0]] == rows[ends[1]])
        told = "\n".join([said[mark] for mark in arrow.marks])
        attributes += [f"tooltip={dot_text(told)}"] if told else []
        looks = f" [{', '.join(attributes)}]" if attributes else ""
        lines.append(f"  {names[ends[0]]} -> {names[ends[1]]}{looks};")
    return lines


def _marks(arrow: Arrow, *, is_level: bool) -> list[str]:
    """Label an arrow. Labels between boxes of one level bring Graphviz down, so these stand at the arrow's head."""
    marks = ", ".join(("−", *arrow.marks) if arrow.kind is LinkKind.WORKS_AGAINST else arrow.marks)
    return [f"{'headlabel' if is_level else 'label'}={dot_text(f' {marks} ')}"] if marks else []


def _look(kind: LinkKind) -> list[str]:
    colour = LIGHT.arrows[kind]
    return {
        LinkKind.LEADS_TO: [],
        LinkKind.FEEDS_BACK: [f'color="{colour}"', "style=dashed", "constraint=false"],
        LinkKind.WORKS_AGAINST: [f'color="{colour}"', "arrowhead=tee", "constraint=false"],
    }[kind]


def _asides(drawn: Sketch) -> list[str]:
    """Write the legend and the parked notes as boxes of their own."""
    legend = [f"{mark}  {said}" for mark, said in drawn.legend]
    lines = _aside("legend", drawn.words("picture.legend"), legend, LIGHT.rule)
    return lines + _aside("parked", drawn.words("picture.parked-notes"), list(drawn.parked), LIGHT.note.edge)


def _aside(name: str, title: str, texts: list[str], edge: str) -> list[str]:
    if not texts:
        return []
    label = "\n".join([title, *[_wrapped(text, 2 * _LONGEST_LINE) for text in texts], ""])
    return [f'  {name} [shape=box, style=dotted, color="{edge}", label={dot_text(label, to_the_left=True)}];']


def _wrapped(text: str, width: int = _LONGEST_LINE) -> str:
    """Break long lines between words; a word is never cut."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.append("")
        for word in paragraph.split():
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append("")
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)
