"""The diagram of who waits for whom: a card for each partner, an arrow from whoever waits to whoever is waited for.

Several hand-overs between the same two are one arrow; two who wait for each other in the same way share one with two
heads. A solid arrow is confirmed; a dashed one is not, and says so in words on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from ..picture.markers import Ground, place_markers
from ..picture.scene import Stroke
from .around import seats, way
from .drawing import EDGE, LEADING, SIDE, Text, arrow, card, drawing, heading, pill, small_label, written
from .telling import bare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..layout.shape import Point
    from ..picture.scene import Pill
    from .asked import Asked
    from .drawing import Written
    from .handovers import Handover

MOST: Final = 40
"""With more partners than this nobody could read the drawing; then the table alone says it."""

_MANY: Final = 12
_WIDEST: Final = (150.0, 128.0)
_NARROWEST: Final = 84.0
_MARGIN: Final = 20.0
_SAMPLE: Final = 44.0
_LEGEND: Final = 44.0
_LEAST: Final = 380.0


class _Tie(NamedTuple):
    """The hand-overs from one partner to another, what is said of them, and whether it goes both ways."""

    waiting: str
    giver: str
    says: str
    both: bool = False


def draw_waiting(asked: Asked, found: tuple[Handover, ...]) -> str | None:
    """Draw the partners that wait or are waited for; None where there are too many of them for a drawing."""
    ties = _ties(asked, found)
    names = tuple(dict.fromkeys([end for tie in ties for end in (tie.waiting, tie.giver)]))
    if len(names) > MOST:
        return None
    from_right, widest = asked.words.direction == "rtl", _WIDEST[len(names) > _MANY] - 2 * SIDE
    cards = {name: written([Text(bare(asked, name), bold=True)], widest, from_right=from_right) for name in names}
    return _drawn(asked, cards, ties, from_right=from_right)


def _ties(asked: Asked, found: tuple[Handover, ...]) -> tuple[_Tie, ...]:
    sure: dict[tuple[str, str], list[bool]] = {}
    for each in found:
        for waiting in each.waiting:
            sure.setdefault((waiting, each.giver), []).append(each.is_confirmed)
    said = {ends: _says(asked, answers) for ends, answers in sure.items()}
    mutual = {ends for ends in said if said.get(ends[::-1]) == said[ends]}
    seen: set[tuple[str, str]] = set()
    ties = []
    for ends, says in said.items():
        if ends[::-1] not in seen:
            ties.append(_Tie(*ends, says, ends in mutual))
            seen |= {ends} & mutual
    return tuple(ties)


def _says(asked: Asked, answers: list[bool]) -> str:
    """Say how much is confirmed; nothing where all of it is."""
    if all(answers):
        return ""
    if any(answers):
        return asked.words("waiting.some", confirmed=sum(answers), count=len(answers))
    return asked.words("waiting.not-yet")


def _drawn(asked: Asked, cards: Mapping[str, Written], ties: tuple[_Tie, ...], *, from_right: bool) -> str:
    """Put the drawing together: arrows, then cards, then what is written on the arrows, then the legend."""
    sizes = {name: (max(_NARROWEST, it.width + 2 * SIDE), it.height + 2 * EDGE) for name, it in cards.items()}
    middles = seats(sizes, [(tie.waiting, tie.giver) for tie in ties], from_right=from_right)
    left, top = (_MARGIN - min([middles[name][at] - sizes[name][at] / 2 for name in cards]) for at in (0, 1))
    right, foot = (max([middles[name][at] + sizes[name][at] / 2 for name in cards]) for at in (0, 1))
    wide, high = max(right + left + _MARGIN, _LEAST), foot + top + _MARGIN + _LEGEND
    corners = {name: (x + left - sizes[name][0] / 2, y + top - sizes[name][1] / 2) for name, (x, y) in middles.items()}
    strokes = tuple([_stroke(tie, ties, middles, sizes, (left, top), from_right=from_right) for tie in ties])
    ground = Ground.of(strokes, [(x, y, x + sizes[name][0], y + sizes[name][1]) for name, (x, y) in corners.items()])
    parts = [
        arrow(it.curve, dashed=bool(tie.says), both=tie.both) for tie, it in zip(ties, strokes, strict=True)
    ]  # fmt: skip
    parts += [card(cards[name], *at, *sizes[name]) for name, at in corners.items()]
    parts += [pill(each) for some in place_markers(strokes, ground) for each in some]
    parts += _legend(asked, wide, high - _LEGEND + 8, from_right=from_right)
    language = asked.teller.lang or asked.theory.language
    return drawing((wide, high), asked.words("waiting.title"), asked.words("waiting.alt"), parts, language)


def _stroke(
    tie: _Tie,
    ties: tuple[_Tie, ...],
    middles: Mapping[str, Point],
    sizes: Mapping[str, tuple[float, float]],
    by: Point,
    *,
    from_right: bool,
) -> Stroke:
    """Give the way of an arrow on the page, with its words."""
    ends = (tie.giver, tie.waiting)
    aside = any((other.waiting, other.giver) == ends for other in ties)
    curve = way(middles[tie.waiting], middles[tie.giver], (sizes[tie.waiting], sizes[tie.giver]), aside=aside)
    labels: tuple[Pill, ...] = (small_label(tie.says, dashed=True, from_right=from_right),) if tie.says else ()
    return Stroke("leads-to", tie.waiting, tie.giver, tuple([(x + by[0], y + by[1]) for x, y in curve]), labels)


def _legend(asked: Asked, wide: float, y: float, *, from_right: bool) -> list[str]:
    """Say what the two kinds of arrows mean."""
    parts = []
    for key, dashed in (("waiting.solid", False), ("waiting.dashed", True)):
        start, end = (wide - _MARGIN, wide - _MARGIN - _SAMPLE) if from_right else (_MARGIN, _MARGIN + _SAMPLE)
        third = (end - start) / 3
        parts.append(arrow(((start, y), (start + third, y), (end - third, y), (end, y)), dashed=dashed))
        at = end - 8 if from_right else end + 8
        parts.append(heading(Text(asked.words(key), 12, tone="muted"), at, y + 4, from_right=from_right))
        y += 12 * LEADING + 5
    return parts
