"""What a diagram in text form shows: boxes, frames, arrows and a legend, before any syntax.

DOT and Mermaid both write what is here, each through its own writer in `escape`; nothing here is escaped yet.

Invariants: every end of an arrow is a box or a frame that is shown; no arrow joins a frame with what stands in it;
every box and frame stands in at most one frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import CAUSAL_KINDS, LinkKind, LinkRef

from .escape import one_line
from .wording import numbers, text_in, title_in, words_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Element, Link, Theory

    from .languages import Words

STUB = "stub"
"""The kind of a box for a name that nobody declared."""

_ALWAYS = CAUSAL_KINDS | {"barrier"}
_MANY_BOXES = 30
_MOST_NESTED = 12


@dataclass(frozen=True, slots=True)
class Box:
    """One box: ``above`` is its kind and date, ``below`` who contributes and which assumptions it rests on."""

    key: str
    kind: str
    text: str
    above: str = ""
    below: str = ""
    frame: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A pathway around its members; ``outer`` is the frame it stands in."""

    key: str
    text: str
    outer: str | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow between boxes or frames; ``marks`` point into the legend: ``("1", "A2")``."""

    source: str
    target: str
    kind: LinkKind
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """Everything there is to show. ``legend`` has pairs of mark and sentence, ``parked`` the notes of the group."""

    title: str
    direction: str
    boxes: tuple[Box, ...]
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[tuple[str, str], ...]
    parked: tuple[str, ...]
    words: Words


def sketch(theory: Theory, *, lang: str | None = None, direction: str | None = None) -> Sketch:
    """Decide what is shown, and how it is called; ``direction`` is where the goals are: up, right or left."""
    words = words_for(theory, lang)
    shown = _shown(theory)
    frames = _frames(shown, lang)
    boxes = _boxes(theory, shown, frames, words, lang)
    marks, legend = _marks(theory, words, lang)
    there = {box.key for box in boxes} | {frame.key for frame in frames}
    inside = _inside(boxes, frames)
    arrows = [
        Arrow(link.source, link.target, link.kind, marks.get(link.ref, ()))
        for link in theory.links
        if link.source in there and link.target in there and not _within(link, inside, frames)
    ]
    title = one_line(title_in(theory, lang)) or words("picture.untitled")
    parked = tuple([one_line(note.text) for note in theory.notes])
    towards = direction or _direction(words, len(boxes))
    return Sketch(title, towards, boxes, frames, tuple(arrows), tuple(legend), parked, words)


def _shown(theory: Theory) -> dict[str, Element]:
    """Give the elements that have a place in a diagram."""
    ends = {end for link in theory.links for end in (link.source, link.target)}
    return {
        element.id: element
        for element in theory.by_id.values()
        if element.kind in _ALWAYS or element.kind == "pathway" or element.id in ends
    }


def _direction(words: Words, count: int) -> str:
    if count <= _MANY_BOXES:
        return "up"
    return "left" if words.direction == "rtl" else "right"


def _frames(shown: Mapping[str, Element], lang: str | None) -> tuple[Frame, ...]:
    """Make a frame of every pathway that something belongs to; a circle of pathways is cut where it closes."""
    used = {name for element in shown.values() for name in element.pathways}
    pathways = {key: element for key, element in shown.items() if element.kind == "pathway" and key in used}
    outer: dict[str, str | None] = {}
    for key, element in pathways.items():
        first = next((name for name in element.pathways if name in pathways), None)
        outer[key] = None if key in _chain(outer, first) else first
    for key in pathways:
        around = _chain(outer, key)
        if len(around) > _MOST_NESTED:
            outer[around[-2]] = None
    return tuple([Frame(key, one_line(text_in(pathways[key], lang)) or key, outer[key]) for key in pathways])


def _chain(outer: Mapping[str, str | None], start: str | None) -> tuple[str, ...]:
    """Give a frame and those around it, from the inside out."""
    chain: list[str] = []
    while start is not None and len(chain) <= _MOST_NESTED:
        chain.append(start)
        start = outer.get(start)
    return tuple(chain)


def _inside(boxes: tuple[Box, ...], frames: tuple[Frame, ...]) -> dict[str, frozenset[str]]:
    """For every box and frame, the frames around it."""
    outer = {frame.key: frame.outer for frame in frames}
    around = {box.key: frozenset(_chain(outer, box.frame)) for box in boxes}
    return around | {frame.key: frozenset(_chain(outer, frame.outer)) for frame in frames}


def _within(link: Link, inside: Mapping[str, frozenset[str]], frames: tuple[Frame, ...]) -> bool:
    """Say whether an arrow would join a frame with what stands in it, or with itself."""
    if link.source == link.target:
        return any(frame.key == link.source for frame in frames)
    return link.source in inside[link.target] or link.target in inside[link.source]


def _boxes(
    theory: Theory, shown: Mapping[str, Element], frames: tuple[Frame, ...], words: Words, lang: str | None
) -> tuple[Box, ...]:
    below = _below(theory, words)
    outer = {frame.key: frame.outer for frame in frames}
    boxes = []
    for key, element in shown.items():
        if key not in outer:
            around = sorted([name for name in element.pathways if name in outer], key=lambda n: -len(_chain(outer, n)))
            due = element.get("due")
            above = words.heading(element.kind) + (f" · {words.by(due)}" if due else "")
            text = text_in(element, lang).strip() or words("picture.no-words")
            boxes.append(Box(key, element.kind, text, above, below.get(key, ""), around[0] if around else None))
    ends = dict.fromkeys(end for link in theory.links for end in (link.source, link.target))
    stubs = [Box(name, STUB, name, words("picture.not-declared")) for name in ends if theory.get(name) is None]
    return (*boxes, *stubs)


def _below(theory: Theory, words: Words) -> dict[str, str]:
    """Say for each element who contributes to it, and which assumptions it rests on, by their marks."""
    found: dict[str, dict[str, None]] = {}
    for contribution in theory.contributions:
        if isinstance(contribution.to, str):
            found.setdefault(contribution.to, {})[contribution.partner] = None
    for name, number in numbers(theory).items():
        for about in theory.by_id[name].about:
            if not isinstance(about, LinkRef):
                found.setdefault(about, {})[f"{words('picture.assumption-letter')}{number}"] = None
    return {key: " · ".join(marks) for key, marks in found.items()}


def _marks(
    theory: Theory, words: Words, lang: str | None
) -> tuple[dict[LinkRef, tuple[str, ...]], list[tuple[str, str]]]:
    """Number the reasons and assumptions, and spell them out for the legend; equal reasons share a number."""
    marks: dict[LinkRef, tuple[str, ...]] = {}
    reasons: dict[str, str] = {}
    for link in theory.links:
        for reason in link.because:
            mark = reasons.setdefault(one_line(reason), str(len(reasons) + 1))
            marks[link.ref] = (*marks.get(link.ref, ()), mark)
    legend = [(mark, f"{words('picture.because')} {reason}") for reason, mark in reasons.items()]
    for name, number in numbers(theory).items():
        element = theory.by_id[name]
        mark = f"{words('picture.assumption-letter')}{number}"
        legend.append((mark, f"{words('picture.assuming')} {one_line(text_in(element, lang)) or name}"))
        for about in element.about:
            if isinstance(about, LinkRef):
                marks[about] = (*marks.get(about, ()), mark)
    return marks, legend
