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
from .nesting import nest
from .wording import name_of, numbers, text_in, title_in, words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc.model import Element, Link, Theory

    from .languages import Words
    from .nesting import Nesting

STUB = "stub"
"""The kind of a box for a name that nobody declared."""

_ALWAYS = CAUSAL_KINDS | {"barrier"}
_MANY_BOXES = 30


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
    nesting = nest(shown)
    boxes = _boxes(theory, shown, nesting, words, lang)
    frames = [Frame(key, one_line(text_in(shown[key], lang)) or key, outer) for key, outer in nesting.outer.items()]
    marks, legend = _marks(theory, words, lang)
    there = {box.key for box in boxes} | set(nesting.outer)
    arrows = [
        Arrow(link.source, link.target, link.kind, marks.get(link.ref, ()))
        for link in theory.links
        if link.source in there and link.target in there and not _within(link, nesting)
    ]
    title = one_line(title_in(theory, lang)) or words("picture.untitled")
    parked = tuple([one_line(note.text) for note in theory.notes])
    towards = direction or _direction(words, len(boxes))
    return Sketch(title, towards, boxes, tuple(frames), tuple(arrows), tuple(legend), parked, words)


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


def _within(link: Link, nesting: Nesting) -> bool:
    """Say whether an arrow would join a frame with what stands in it, or with itself."""
    if link.source == link.target:
        return link.source in nesting.outer
    return link.source in nesting.around(link.target) or link.target in nesting.around(link.source)


def _boxes(
    theory: Theory, shown: Mapping[str, Element], nesting: Nesting, words: Words, lang: str | None
) -> tuple[Box, ...]:
    below = _below(theory, words)
    boxes = []
    for key, holder in nesting.holder.items():
        element = shown[key]
        due = element.get("due")
        above = words.heading(element.kind) + (f" · {words.by(due)}" if due else "")
        text = text_in(element, lang).strip() or words("picture.no-words")
        around = nesting.around(key)
        also = [name_of(theory, name, lang) for name in element.pathways if name not in around]
        more = (
            [words("punctuation.label", label=words("picture.part-of"), text=words.joined(tuple(also)))] if also else []
        )
        boxes.append(Box(key, element.kind, text, above, " · ".join([*below.get(key, ()), *more]), holder))
    ends = dict.fromkeys(end for link in theory.links for end in (link.source, link.target))
    stubs = [Box(name, STUB, name, words("picture.not-declared")) for name in ends if theory.get(name) is None]
    return (*boxes, *stubs)


def _below(theory: Theory, words: Words) -> dict[str, tuple[str, ...]]:
    """Say for each element who contributes to it, and which assumptions it rests on, by their marks."""
    found: dict[str, dict[str, None]] = {}
    for contribution in theory.contributions:
        if isinstance(contribution.to, str):
            found.setdefault(contribution.to, {})[contribution.partner] = None
    for name, number in numbers(theory).items():
        for about in theory.by_id[name].about:
            if not isinstance(about, LinkRef):
                found.setdefault(about, {})[f"{words('picture.assumption-letter')}{number}"] = None
    return {key: tuple(marks) for key, marks in found.items()}


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


def in_frames(
    drawn: Sketch, write_box: Callable[[Box], str], open_frame: Callable[[Frame], list[str]], end: str
) -> list[str]:
    """Write the boxes, each in its frame and one step further in than what is around it; ``end`` closes a frame."""
    held: dict[str | None, list[str]] = {None: [], **{frame.key: [] for frame in drawn.frames}}
    for box in drawn.boxes:
        held[box.frame].append(f"  {write_box(box)}")
    inner: dict[str | None, list[Frame]] = {}
    for frame in drawn.frames:
        inner.setdefault(frame.outer, []).append(frame)

    def write(key: str | None) -> list[str]:
        lines = held[key]
        for frame in inner.get(key, ()):
            lines += [*open_frame(frame), *[f"  {line}" for line in write(frame.key)], f"  {end}"]
        return lines

    return write(None)
