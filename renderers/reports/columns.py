"""The drawing in the pack: columns of cards with arrows from one to the next, for paper that has little room.

It is as wide as the page and no higher than it may be, with words that can be read there: rather than draw smaller, it
leaves out rows and says how many. What is the partner's own has a thick border, and its column says so in words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from ..themes import LIGHT
from .drawing import EDGE, SIDE, Look, Text, arrow, card, drawing, words, written
from .ours import ours
from .telling import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..picture.curves import Curve
    from .asked import Asked
    from .drawing import Written
    from .ours import Ours

    Name = tuple[str, ...]
    """A card is named by its id, the lane of an arrow that passes a column by the ids at both ends."""

WIDE: Final = 800.0
"""How wide the drawing is, in its own points; on A4 it fills the width of the page."""

HIGH: Final = 5.2
"""How high it may be for each millimetre of paper, so that no word is printed below 7 points."""

_ROWS: Final = 9
_FEWEST: Final = 2
_WIDEST: Final = 230.0
_APART: Final = 40.0
_GAP: Final = 10.0
_PEN: Final = 2.0
_LANE: Final = 4.0
_BOW: Final = 24.0
"""How far an arrow bends outwards that stays in its column."""

_NAMED: Final = 2
_PLAIN: Final = Look()
_OWN: Final = Look(LIGHT.kinds["activity"].fill, LIGHT.kinds["activity"].edge, 2.5)
_GOAL: Final = Look(LIGHT.kinds["goal"].fill, LIGHT.kinds["goal"].edge)
_SUM: Final = Look(dashes="7 5")


class _Slot(NamedTuple):
    """A place in a column: a card, or without words the lane of an arrow."""

    name: Name
    words: Written | None = None
    look: Look = _PLAIN

    @property
    def high(self) -> float:
        """Give how high it is."""
        return self.words.height + 2 * EDGE if self.words else _LANE


class _Column(NamedTuple):
    """What stands below each other, under a head; ``left`` is where it begins for who reads from the left."""

    head: Written
    left: float
    wide: float
    slots: tuple[_Slot, ...]

    @property
    def high(self) -> float:
        """Give how high its slots are together."""
        return sum([slot.high + _GAP for slot in self.slots]) - _GAP


class _Stop(NamedTuple):
    """Where an arrow begins, passes or ends: the two sides and the middle."""

    left: float
    right: float
    y: float


class Part(NamedTuple):
    """The drawing of a partner's part, and what it shows."""

    svg: str
    shows: Ours


def draw_part(asked: Asked, partner: str, tallest: int) -> Part | None:
    """Draw the part of a partner, at most so many millimetres high; None where it has none on the map, or no room."""
    for most in range(_ROWS, _FEWEST - 1, -1):
        part = ours(asked, partner, most)
        if not part.work:
            return None
        columns = _columns(asked, part)
        top = max([column.head.height for column in columns]) + _GAP
        high = top + max([column.high for column in columns]) + _PEN
        if high <= tallest * HIGH:
            return Part(_drawn(asked, part, columns, (top, high)), part)
    return None


def _columns(asked: Asked, part: Ours) -> list[_Column]:
    """Put what there is into columns."""
    rows = [("part", part.work), ("next", part.results), ("way", ("",) if part.between else ()), ("whole", part.goals)]
    rows = [(name, ids) for name, ids in rows if ids]
    at = {one: number for number, (_, ids) in enumerate(rows) for one in ids}
    wide = min(_WIDEST, (WIDE - 2 * _PEN - _APART * (len(rows) - 1)) / len(rows))
    apart = (WIDE - 2 * _PEN - wide) / max(1, len(rows) - 1)
    made: list[_Column] = []
    for number, (name, ids) in enumerate(rows):
        lanes = [step for step in part.steps if at[step[0]] < number < at[step[1]]]
        before = made[-1].slots if made else ()
        order = sorted([*[(one,) for one in ids], *lanes], key=lambda one: _row(one, before, part))
        slots = [_slot(asked, part, one, wide) for one in order]
        head = _written(asked, [Text(asked.words(f"pack.{name}"), tone="muted")], wide)
        made.append(_Column(head, _PEN + number * apart, wide, (*slots, *_more(asked, part, name, wide))))
    return made


def _row(name: Name, before: Sequence[_Slot], part: Ours) -> float:
    """Say beside which row of the column before something should stand, so that few arrows cross."""
    steps = [step for step in part.steps if step[1] == name[-1]] if len(name) == 1 else [name]
    sources = {source for step in steps for source in (step, step[:1])}
    found = [number for number, slot in enumerate(before) if slot.name in sources]
    return sum(found) / len(found) if found else float(len(before))


def _slot(asked: Asked, part: Ours, name: Name, wide: float) -> _Slot:
    if len(name) > 1:
        return _Slot(name)
    (one,) = name
    if not one:
        return _Slot(name, _written(asked, [Text(text) for text in _between(asked, part)], wide), _SUM)
    look = _OWN if one in part.own else _GOAL if one in part.goals else _PLAIN
    return _Slot(name, _written(asked, [Text(bare(asked, one), bold=one in part.own)], wide), look)


def _between(asked: Asked, part: Ours) -> list[str]:
    """Name what lies between, or say how much it is."""
    if len(part.between) > _NAMED:
        return [asked.words("pack.results", count=len(part.between))]
    return [bare(asked, one) for one in part.between]


def _more(asked: Asked, part: Ours, column: str, wide: float) -> list[_Slot]:
    """Say below a column how much had no room."""
    count = dict(zip(("part", "next"), part.more, strict=True)).get(column, 0)
    more = asked.words("pack.more", count=count)
    return [_Slot(("+",), _written(asked, [Text(more, tone="muted")], wide), _SUM)] if count else []


def _written(asked: Asked, texts: list[Text], wide: float) -> Written:
    return written(texts, wide - 2 * SIDE, from_right=asked.words.direction == "rtl")


def _drawn(asked: Asked, part: Ours, columns: Sequence[_Column], down: tuple[float, float]) -> str:
    """Put the drawing together: arrows, then cards, then the heads; mirrored for who reads from the right."""
    from_right = asked.words.direction == "rtl"
    top, high = down
    stops: dict[tuple[int, Name], _Stop] = {}
    parts: list[str] = []
    for number, column in enumerate(columns):
        left = WIDE - column.left - column.wide if from_right else column.left
        parts.append(words(column.head, left + column.wide / 2, 0))
        below = top + (high - top - column.high) / 2
        for slot in column.slots:
            stops[number, slot.name] = _Stop(column.left, column.left + column.wide, below + slot.high / 2)
            parts += [card(slot.words, left, below, column.wide, slot.high, slot.look)] if slot.words else []
            below += slot.high + _GAP
    arrows = [arrow(_curve(step, stops, from_right=from_right), dashed=False) for step in part.steps]
    title, language = asked.words("pack.picture"), asked.teller.lang or asked.theory.language
    return drawing((WIDE, high), title, title, [*arrows, *parts], language)


def _curve(step: Name, stops: dict[tuple[int, Name], _Stop], *, from_right: bool) -> Curve:
    """Lead an arrow from card to card, straight on through the columns between them."""
    names = (step[:1], step, step[1:])
    way = [stop for (_, name), stop in stops.items() if name in names]
    points = [(way[0].right, way[0].y)]
    for one, other in pairwise(way):
        if one.left == other.left:
            bow = one.right + _BOW
            points += [(bow, one.y), (bow, other.y), (other.right, other.y)]
            continue
        half = (other.left - one.right) / 2
        points += [(one.right + half, one.y), (other.left - half, other.y), (other.left, other.y)]
        if other is not way[-1]:
            third = (other.right - other.left) / 3
            points += [(other.left + third, other.y), (other.right - third, other.y), (other.right, other.y)]
    return tuple([(WIDE - x, y) for x, y in points] if from_right else points)
