"""Who stands how close: the core group, the wider ring, observers, and who matters outside; drawn, and as tables.

Nobody is rated: a ring says where decisions are made, not who counts. (Stakeholder mapping, a core of a few and a ring
around it, follow-up of those who are missing: the handbooks on partnerships of many.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.logic import state

from ..document import Cell, Figure, Heading, Paragraph, Style, Table, cell, said
from .circles import draw_circles
from .drawing import TALLEST
from .telling import aside, bare, detail, details, is_late, key_name, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import Element

    from ..document import Block, Document
    from .asked import Asked

_RINGS: Final = ("core", "wider", "observer", "")
_PARTNER: Final = ("sector", "role", "level", "champion", "deputy", "status", "until")
_OUTSIDE: Final = ("status", "follow-up", "joins-if", "speaks-for")
_GONE: Final = frozenset({"out", "left"})


def build(asked: Asked) -> Document:
    """Give the drawing and a table for each side, or say that nobody was named yet."""
    words, partners, outside = asked.words, by_ring(asked), asked.theory.of_kind("stakeholder")
    if not any(partners.values()) and not outside:
        return asked.document(words("rings.title"), [paragraph(words("rings.none"))])
    blocks: list[Block] = [Paragraph(said(words("rings.intro")), lead=True), *_questions(asked, partners)]
    blocks.append(Figure(draw_circles(asked, partners, outside), words("rings.alt"), "rings", tallest=TALLEST))
    return asked.document(words("rings.title"), [*blocks, *_inside(asked, partners), *_outside(asked, outside)])


def by_ring(asked: Asked) -> Mapping[str, Sequence[Element]]:
    """Give the partners of each ring, from the core outwards; last those of whom nobody has said it; none who left."""
    found: dict[str, list[Element]] = {ring: [] for ring in _RINGS}
    for partner in asked.theory.of_kind("partner"):
        if state(partner) not in _GONE:
            ring = (partner.get("ring") or "").strip().casefold()
            found[ring if ring in found else ""].append(partner)
    return found


def _questions(asked: Asked, partners: Mapping[str, Sequence[Element]]) -> list[Block]:
    """Ask what the rings themselves raise."""
    if partners[""] and not partners["core"]:
        return [paragraph(asked.words("rings.nobody-said"))]
    return [paragraph(asked.words("rings.some-missing"))] if partners[""] else []


def _inside(asked: Asked, partners: Mapping[str, Sequence[Element]]) -> list[Block]:
    rows = [_partner(asked, ring, one) for ring, found in partners.items() for one in found]
    if not rows:
        return []
    head, kept = _head(asked, _PARTNER, [row[2:] for row in rows])
    first = (asked.words.heading("partner"), key_name(asked, "ring"))
    table = Table((*first, *head), tuple([(*row[:2], *[row[2 + at] for at in kept]) for row in rows]),
                  name=asked.words.heading("partner", 2))  # fmt: skip
    return [Heading(asked.words.heading("partner", 2)), table]


def _partner(asked: Asked, ring: str, one: Element) -> tuple[Cell, ...]:
    said_ring = asked.words(f"rings.{ring}") if ring else asked.words("rings.unsaid")
    return (cell(bare(asked, one.id)), cell(said_ring), *[cell(_fact(asked, one, key)) for key in _PARTNER])


def _fact(asked: Asked, one: Element, key: str) -> str:
    """Say a detail of a partner; that it is in goes without saying."""
    return "" if key == "status" and state(one) == "in" else _all(asked, one, key)


def _outside(asked: Asked, outside: Sequence[Element]) -> list[Block]:
    if not outside:
        return []
    rows = [_stakeholder(asked, one) for one in outside]
    head, kept = _head(asked, _OUTSIDE, [row[2:] for row in rows])
    first = (asked.words.heading("stakeholder"), asked.words("rings.essential-head"))
    table = Table((*first, *head), tuple([(*row[:2], *[row[2 + at] for at in kept]) for row in rows]),
                  name=asked.words("rings.outside"))  # fmt: skip
    return [Heading(asked.words("rings.outside")), table]


def _stakeholder(asked: Asked, one: Element) -> tuple[Cell, ...]:
    essential = Cell(said(asked.words.value("value", "yes"), Style.STRONG)) if one.get("essential") else Cell()
    rest = [_follow_up(asked, one) if key == "follow-up" else cell(_all(asked, one, key)) for key in _OUTSIDE]
    return (cell(bare(asked, one.id)), essential, *rest)


def _follow_up(asked: Asked, one: Element) -> Cell:
    """Say when to ask again; a day that has passed stands out, in words."""
    text = detail(asked, one, "follow-up")
    if is_late(one.get("follow-up"), asked.as_of):
        return Cell(said(aside(asked, text, asked.words("rings.ask-now")), Style.STRONG))
    return cell(text)


def _all(asked: Asked, one: Element, key: str) -> str:
    return asked.words("punctuation.and-so-on").join(details(asked, one, key))


def _head(asked: Asked, keys: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[list[str], list[int]]:
    """Leave out the columns in which nobody wrote anything."""
    kept = [at for at in range(len(keys)) if any(row[at].said for row in rows)]
    return [key_name(asked, keys[at]) for at in kept], kept
