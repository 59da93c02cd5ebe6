"""The drawing of the rings: frames inside each other, the core in the middle, and whoever is outside below them.

Rounded frames and not circles, because names need room: every name is measured, cards stand in rows, and a frame is as
high as what it holds. What counts is also said in words on the card: who is essential, whom to ask again and when.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import state

from ..themes import LIGHT
from .drawing import EDGE, SIDE, Look, Text, card, drawing, frame, heading, written
from .telling import bare, detail, key_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import Element

    from .asked import Asked
    from .drawing import Written

_WIDE: Final = 740.0
_MARGIN: Final = 16.0
_INSET: Final = 18.0
_GAP: Final = 12.0
_HEAD: Final = 30.0
_WIDEST: Final = 168.0
_NARROWEST: Final = 84.0
_SMALL: Final = 11.0
_LOOKS: Final = {
    "core": Look(LIGHT.kinds["outcome"].fill, LIGHT.kinds["outcome"].edge, 2.5, corner=26),
    "wider": Look(LIGHT.band, LIGHT.chip.edge, 1.5, corner=30),
    "observer": Look(LIGHT.paper, LIGHT.chip.edge, 1.25, "2 4", 34),
    "": Look(LIGHT.paper, LIGHT.chip.edge, 1.25, "7 5", 12),
}
_ESSENTIAL: Final = Look(LIGHT.kinds["stakeholder"].fill, LIGHT.kinds["stakeholder"].edge, 3.0)
_OUTSIDE: Final = Look(LIGHT.paper, LIGHT.kinds["stakeholder"].edge, 1.25)


class _Card(NamedTuple):
    """Somebody with a look; what is written, and the room the card takes."""

    words: Written
    wide: float
    high: float
    look: Look


class _Rows(NamedTuple):
    """Cards set in rows, as drawn parts, and how high that is."""

    parts: list[str]
    high: float


def draw_circles(asked: Asked, partners: Mapping[str, Sequence[Element]], outside: Sequence[Element]) -> str:
    """Draw the rings that hold anybody, from the outermost inwards, then those who stand outside."""
    parts: list[str] = []
    below = _MARGIN
    rings = [ring for ring in ("observer", "wider", "core") if partners[ring]]
    if rings:
        below += _ring(asked, partners, rings, (_MARGIN, below, _WIDE - 2 * _MARGIN), parts) + _GAP
    if partners[""]:
        below += _ring(asked, partners, [""], (_MARGIN, below, _WIDE - 2 * _MARGIN), parts) + _GAP
    if outside:
        below += _outside(asked, outside, below, parts)
    language = asked.teller.lang or asked.theory.language
    return drawing(
        (_WIDE, below + _MARGIN - _GAP), asked.words("rings.title"), asked.words("rings.alt"), parts, language
    )


def _ring(
    asked: Asked,
    partners: Mapping[str, Sequence[Element]],
    rings: Sequence[str],
    at: tuple[float, float, float],
    parts: list[str],
) -> float:
    """Draw a ring, the next one inside it, and its own cards below that; gives how high it is."""
    (ring, *inner), (x, y, wide) = rings, at
    held: list[str] = []
    high = _HEAD
    if inner:
        high += _ring(asked, partners, inner, (x + _INSET, y + high, wide - 2 * _INSET), held) + _GAP
    cards = [_partner(asked, one, wide - 2 * _INSET) for one in partners[ring]]
    rows = _rows(cards, (x + _INSET, y + high, wide - 2 * _INSET), from_right=_from_right(asked))
    high += rows.high + _INSET - _GAP
    name = asked.words(f"rings.{ring}" if ring else "rings.unsaid")
    parts += [frame(x, y, wide, high, _LOOKS[ring]), _named(asked, name, x + _INSET, y, wide - 2 * _INSET)]
    parts += [*held, *rows.parts]
    return high


def _named(asked: Asked, name: str, x: float, y: float, wide: float) -> str:
    start = x + wide if _from_right(asked) else x
    return heading(Text(name, 13, bold=True), start, y + 21, from_right=_from_right(asked))


def _outside(asked: Asked, outside: Sequence[Element], y: float, parts: list[str]) -> float:
    """Draw those who stand outside; who is essential comes first."""
    wide = _WIDE - 2 * _MARGIN
    parts.append(_named(asked, asked.words("rings.outside"), _MARGIN, y, wide))
    ordered = sorted(outside, key=lambda one: not one.get("essential"))
    rows = _rows([_stakeholder(asked, one, wide) for one in ordered], (_MARGIN, y + _HEAD, wide),
                 from_right=_from_right(asked))  # fmt: skip
    parts += rows.parts
    return _HEAD + rows.high


def _from_right(asked: Asked) -> bool:
    return asked.words.direction == "rtl"


def _partner(asked: Asked, one: Element, limit: float) -> _Card:
    """Write a partner's card: its name, its part in the partnership, and what is special about its being in."""
    small = [detail(asked, one, "role"), detail(asked, one, "status") if state(one) != "in" else ""]
    small += [_labelled(asked, one, "until")]
    return _card(asked, one, small, limit, Look())


def _stakeholder(asked: Asked, one: Element, limit: float) -> _Card:
    """Write the card of somebody outside: whether it is essential, where we stand, when to ask again."""
    small = [asked.words("rings.essential") if one.get("essential") else "", detail(asked, one, "status")]
    small += [_labelled(asked, one, "follow-up")]
    return _card(asked, one, small, limit, _ESSENTIAL if one.get("essential") else _OUTSIDE)


def _labelled(asked: Asked, one: Element, key: str) -> str:
    text = detail(asked, one, key)
    return asked.words("punctuation.label", label=key_name(asked, key), text=text) if text else ""


def _card(asked: Asked, one: Element, small: Sequence[str], limit: float, look: Look) -> _Card:
    texts = [Text(bare(asked, one.id), bold=True), *[Text(text, _SMALL, tone="muted") for text in small]]
    words = written(texts, min(_WIDEST, limit) - 2 * SIDE, from_right=_from_right(asked))
    return _Card(words, max(_NARROWEST, words.width + 2 * SIDE), words.height + 2 * EDGE, look)


def _rows(cards: Sequence[_Card], at: tuple[float, float, float], *, from_right: bool) -> _Rows:
    """Set cards in rows from a corner in a width; the cards of a row are equally high and stand around its middle."""
    x, y, wide = at
    parts: list[str] = []
    below = y
    for row in _broken(cards, wide):
        high = max([each.high for each in row])
        left = x + (wide - sum([each.wide for each in row]) - _GAP * (len(row) - 1)) / 2
        for each in reversed(row) if from_right else row:
            parts.append(card(each.words, left, below, each.wide, high, each.look))
            left += each.wide + _GAP
        below += high + _GAP
    return _Rows(parts, below - y)


def _broken(cards: Sequence[_Card], wide: float) -> list[list[_Card]]:
    """Break cards into rows that fit."""
    number, used = 0, 0.0
    numbered: list[tuple[int, _Card]] = []
    for each in cards:
        if used and used + each.wide > wide:
            number, used = number + 1, 0.0
        numbered.append((number, each))
        used += each.wide + _GAP
    return [[each for _, each in row] for _, row in groupby(numbered, key=lambda pair: pair[0])]
