"""The public page: what the partnership wants, what changes for whom, and who is in it. Nothing internal.

What it may show is a list of what is allowed, not of what is hidden: goals, results that somebody aims for, and the
names and sectors of partners who are in. So a status, an amount, a difference or an offer that nobody confirmed cannot
get onto it, also not through the picture or a keyword that is new.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from toc.logic import arriving, state
from toc.model import LinkKind

from ..document import Figure, Heading, Item, Listing, Paragraph, Style, said
from ..languages import capital
from ..story.sentences import ended, without_stop
from .legible import can_be_read
from .telling import bare, detail, listed, paragraph, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Element, Theory

    from ..document import Block, Document
    from .asked import Asked

_KINDS: Final = frozenset({"goal", "outcome", "output"})
_DETAILS: Final = frozenset({"for", "due", "label", "needs", "enough"})
_TALLEST: Final = 130
"""Millimetres of the picture on paper."""

_MOST: Final = 20
"""More boxes than this cannot be read on the page, however they are placed."""

_IN: Final = frozenset({"", "in"})
_OUTSIDE: Final = frozenset({"observer"})
_OF_THE_WHOLE: Final = frozenset({"call", "edition", "label", "language"})


def build(asked: Asked) -> Document:
    """Give the page; without a goal there is nothing to tell the public yet."""
    words, goals = asked.words, [one for one in asked.theory.of_kind("goal") if asked.teller.has_words(one)]
    if not goals:
        return asked.document(asked.called, [paragraph(words("public.nothing"))], words("public.subtitle"))
    blocks = [*_goals(asked, goals), *_changes(asked, goals), *_partners(asked), *_picture(asked)]
    return replace(asked.document(asked.called, blocks, words("public.subtitle")), one_page=True)


def _goals(asked: Asked, goals: list[Element]) -> list[Block]:
    """Say the goals, each with whom it is for and by when."""
    return [Paragraph(said(_goal(asked, goal), Style.STRONG), lead=True) for goal in goals]


def _goal(asked: Asked, goal: Element) -> str:
    words, due, people = asked.words, goal.get("due"), detail(asked, goal, "for")
    asides = [words.by(due) if due else "", words("picture.for", people=without_stop(people)) if people else ""]
    more = words("list.comma").join([each for each in asides if each])
    text = without_stop(asked.teller.text(goal))
    return ended(words("punctuation.comma-aside", text=text, aside=more) if more else text)


def _changes(asked: Asked, goals: list[Element]) -> list[Block]:
    """Say what has to change on the way: the results right below the goals, with the people they are for."""
    below = [link.source for goal in goals for link in asked.teller.causes.get(goal.id, ())]
    found = [asked.theory.by_id[name] for name in dict.fromkeys(below) if name in asked.theory.by_id]
    results = [one for one in found if _is_public(asked, one) and one.kind != "goal"]
    return (
        [Heading(asked.words("public.changes")), *listed([_change(asked, one) for one in results])] if results else []
    )


def _change(asked: Asked, result: Element) -> str:
    text, people = without_stop(asked.teller.text(result)), detail(asked, result, "for")
    more = asked.words("picture.for", people=without_stop(people)) if people else ""
    return sentence(asked.words("punctuation.comma-aside", text=text, aside=more) if more else text)


def _partners(asked: Asked) -> list[Block]:
    """Name those who are in, sector by sector; nobody who was only invited, observes, or has left."""
    sectors: dict[str, list[str]] = {}
    for one in asked.theory.of_kind("partner"):
        if state(one) in _IN and (one.get("ring") or "") not in _OUTSIDE:
            sectors.setdefault(detail(asked, one, "sector"), []).append(bare(asked, one.id))
    if not sectors:
        return []
    if list(sectors) == [""]:
        return [Heading(asked.words("public.partners")), paragraph(ended(asked.words.joined(tuple(sectors[""]))))]
    items = [_sector(asked, sector, tuple(names)) for sector, names in sectors.items()]
    return [Heading(asked.words("public.partners")), Listing(tuple(items))]


def _sector(asked: Asked, sector: str, names: tuple[str, ...]) -> Item:
    joined = asked.words("list.comma").join(names)
    text = asked.words("punctuation.label", label=capital(sector), text=joined) if sector else joined
    return Item(said(text))


def _picture(asked: Asked) -> list[Block]:
    shown = _shown(asked)
    if not shown.links:
        return []
    picture, is_whole = _drawn(asked, shown)
    alt = asked.words("public.picture-alt", title=asked.called)
    caption = "" if is_whole else asked.words("public.nearest")
    return [Heading(asked.words("heading.change")), Figure(picture, alt, "public", caption, _TALLEST)]


def _drawn(asked: Asked, shown: Theory) -> tuple[str, bool]:
    """Draw as much as can be read on paper, from the goals down, and say whether that is all of it."""
    across = "left" if asked.words.direction == "rtl" else "right"
    rows = _rows(shown)
    picture, is_whole = "", False
    for deepest in range(_deepest(rows), 0, -1):
        part = _above(shown, {name for name, row in rows.items() if row <= deepest})
        for direction in (None, across):
            picture = asked.draw(theory=part, hide=("legend", "title", "bands"), direction=direction)
            is_whole = len(part.elements) == len(shown.elements)
            if can_be_read(picture, _TALLEST):
                return picture, is_whole
    return picture, is_whole


def _rows(shown: Theory) -> dict[str, int]:
    """Say for everything how many arrows it is from the goals; what leads to none is as far as can be."""
    causes = arriving(shown)
    rows = dict.fromkeys([goal.id for goal in shown.of_kind("goal")], 0)
    waiting = list(rows)
    for name in waiting:
        new = [link.source for link in causes.get(name, ()) if link.source not in rows]
        rows |= dict.fromkeys(new, rows[name] + 1)
        waiting += dict.fromkeys(new)
    last = max(rows.values(), default=0) + 1
    return {one.id: rows.get(one.id, last) for one in shown.elements}


def _deepest(rows: Mapping[str, int]) -> int:
    """Say how far from the goals there are few enough boxes; the results right below them always are."""
    counts = Counter(rows.values())
    sizes = accumulate([counts[row] for row in range(max(counts) + 1)])
    return max(1, len([size for size in sizes if size <= _MOST]) - 1)


def _above(shown: Theory, names: set[str]) -> Theory:
    """Keep only these, and the arrows between them."""
    return replace(
        shown,
        elements=tuple([one for one in shown.elements if one.id in names]),
        links=tuple([link for link in shown.links if {link.source, link.target} <= names]),
    )


def _shown(asked: Asked) -> Theory:
    """Cut the theory down to what is allowed."""
    theory = asked.theory
    elements = tuple([_cut(one) for one in theory.elements if _is_public(asked, one)])
    kept = {one.id for one in elements}
    arrows = [link for link in theory.links if link.kind is LinkKind.LEADS_TO and {link.source, link.target} <= kept]
    details = tuple([each for each in theory.details if each.key in _OF_THE_WHOLE])
    links = tuple([replace(link, details=()) for link in arrows])
    return replace(theory, details=details, elements=elements, links=links, contributions=(), notes=(), comments=())


def _cut(element: Element) -> Element:
    details = tuple([each for each in element.details if each.key in _DETAILS])
    return replace(element, details=details, pathways=(), about=(), owner=None)


def _is_public(asked: Asked, element: Element) -> bool:
    return element.kind in _KINDS and asked.teller.has_words(element) and not element.get("unintended")
