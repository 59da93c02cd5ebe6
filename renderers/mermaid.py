"""The theory as a Mermaid flowchart, for GitHub, wikis and notebooks.

Written for Mermaid 10 to 12: shapes and syntax that all of them know, every text through `escape.mermaid_text`, and
no names of our users in the syntax.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.model import LinkKind

from .escape import mermaid_text, plain_names
from .loops import loops_first
from .sketch import Arrow, Box, Frame, Sketch, in_frames, sketch
from .themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Theory

_DIRECTIONS = {"up": "BT", "right": "LR", "left": "RL"}

_SHAPES = {
    "goal": ("([", "])"),
    "outcome": ("(", ")"),
    "output": ("[/", "/]"),
    "activity": ("[", "]"),
    "input": ("[(", ")]"),
    "condition": ("{{", "}}"),
    "barrier": ("[/", "\\]"),
    "pathway": ("[[", "]]"),
    "aim": (">", "]"),
    "stakeholder": ("([", "])"),
}
_PLAIN_SHAPE = ("[", "]")
_FRAME = f"fill:{LIGHT.band},stroke:{LIGHT.frame.edge},color:{LIGHT.frame.text}"
_LEGEND_LINES = 6
_LEGEND_COLUMNS = 6

_MOST_ARROWS = 500
"""GitHub draws no more arrows than this in one diagram."""

_LONGEST = 50_000
"""Mermaid reads no more characters than this."""

_TOO_LONG = "  %% The legend is left out: Mermaid reads 50,000 characters at most. A part of the theory will have one."


def render(theory: Theory, *, lang: str | None = None, direction: str | None = None) -> str:
    """Write the theory as a flowchart; ``direction`` is where the goals are: up, right or left."""
    drawn = sketch(theory, lang=lang, direction=direction)
    drawn = replace(drawn, boxes=loops_first(drawn), arrows=tuple(sorted(drawn.arrows, key=_is_loop)))
    names = plain_names((*(box.key for box in drawn.boxes), *(frame.key for frame in drawn.frames)))
    # A letter in front keeps every name clear of the words of Mermaid, such as "end".
    names = {key: f"n_{name}" for key, name in names.items()}
    content = in_frames(drawn, lambda box: _box(box, names), lambda frame: _frame(frame, names), "end")
    body = [*content, *[f"  {_arrow(arrow, names)}" for arrow in drawn.arrows]]
    styles = [*_parked(drawn), *_styles(drawn, names)]
    whole = "\n".join([*_head(drawn), *body, *_legend(drawn), *styles]) + "\n"
    if len(whole) <= _LONGEST:
        return whole
    return "\n".join([*_head(drawn), _TOO_LONG, *body, *styles]) + "\n"


def _is_loop(arrow: Arrow) -> bool:
    return arrow.kind is LinkKind.FEEDS_BACK


def _head(drawn: Sketch) -> list[str]:
    lines = [f"flowchart {_DIRECTIONS.get(drawn.direction, 'BT')}"]
    if len(drawn.arrows) > _MOST_ARROWS:
        lines.append(f"  %% GitHub draws at most {_MOST_ARROWS} arrows: use --focus, --pathway or --partner.")
    return lines


def _frame(frame: Frame, names: Mapping[str, str]) -> list[str]:
    return [f'  subgraph {names[frame.key]}["{mermaid_text(frame.text)}"]']


def _box(box: Box, names: Mapping[str, str]) -> str:
    opening, closing = _SHAPES.get(box.kind, _PLAIN_SHAPE)
    label = mermaid_text("\n".join([line for line in (box.above, box.text, box.below) if line]))
    return f'{names[box.key]}{opening}"{label}"{closing}:::{_class(box)}'


def _arrow(arrow: Arrow, names: Mapping[str, str]) -> str:
    line = {LinkKind.LEADS_TO: "-->", LinkKind.FEEDS_BACK: "-.->", LinkKind.WORKS_AGAINST: "--x"}[arrow.kind]
    marks = ("−", *arrow.marks) if arrow.kind is LinkKind.WORKS_AGAINST else arrow.marks
    label = f'|"{mermaid_text(", ".join(marks))}"|' if marks else ""
    return f"{names[arrow.source]} {line}{label} {names[arrow.target]}"


def _legend(drawn: Sketch) -> list[str]:
    """Write the legend as a row of boxes, because Mermaid makes every box narrow."""
    said = [mermaid_text(f"{mark} {text}") for mark, text in drawn.legend]
    boxes = ["\n".join(said[at : at + _LEGEND_LINES]) for at in range(0, len(said), _LEGEND_LINES)]
    if not boxes:
        return []
    lines = [f'    legend_{number}["{box}"]:::legend' for number, box in enumerate(boxes)]
    below = range(_LEGEND_COLUMNS, len(boxes))
    lines += [f"    legend_{number - _LEGEND_COLUMNS} ~~~ legend_{number}" for number in below]
    title = mermaid_text(drawn.words("picture.legend"))
    return [f'  subgraph legend ["{title}"]', "    direction TB", *lines, "  end"]


def _parked(drawn: Sketch) -> list[str]:
    if not drawn.parked:
        return []
    texts = [drawn.words("picture.parked-notes"), *drawn.parked]
    return [f'  parked["{mermaid_text(chr(10).join(texts))}"]:::parked']


def _styles(drawn: Sketch, names: Mapping[str, str]) -> list[str]:
    kinds = dict.fromkeys(_class(box) for box in drawn.boxes)
    lines = [f"  classDef {kind} {_style(kind)}" for kind in kinds]
    lines += [f"  classDef {kind} {style}" for kind, style in _aside_styles(drawn)]
    lines += [f"  style {names[frame.key]} {_FRAME}" for frame in drawn.frames]
    lines += [f"  style legend {_FRAME}"] if drawn.legend else []
    for kind in (LinkKind.WORKS_AGAINST, LinkKind.FEEDS_BACK):
        numbers = [str(number) for number, arrow in enumerate(drawn.arrows) if arrow.kind is kind]
        if numbers:
            lines.append(f"  linkStyle {','.join(numbers)} stroke:{LIGHT.arrows[kind]}")
    return lines


def _class(box: Box) -> str:
    return box.kind if box.kind in LIGHT.kinds else "other"


def _style(kind: str) -> str:
    paint = LIGHT.kinds[kind]
    width = "3px" if kind == "goal" else "1.5px"
    dashes = ",stroke-dasharray:5 4" if kind in ("stub", "condition") else ""
    return f"fill:{paint.fill},stroke:{paint.edge},color:{LIGHT.ink},stroke-width:{width}{dashes}"


def _aside_styles(drawn: Sketch) -> list[tuple[str, str]]:
    note = LIGHT.note
    styles = []
    if drawn.legend:
        styles.append(("legend", f"fill:{LIGHT.paper},stroke:{LIGHT.rule},color:{LIGHT.ink},text-align:left"))
    if drawn.parked:
        styles.append(("parked", f"fill:{note.fill},stroke:{note.edge},color:{note.text},text-align:left"))
    return styles
