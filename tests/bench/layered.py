"""Layered theories of any size: a goal on top, results and outputs below it, work at the bottom.

The same size gives the same text. `layered` writes about five lines for an element, as in a theory that a group has
worked on for a while: words, a date, one or two arrows with a reason, who does the work, assumptions. `drawn` is for
pictures: fewer words on the side, so that it is the boxes and arrows that are measured.

Boxes stand in rows about as wide as the whole is high. A box leads to one or two that are near it in the row above,
every eighth one also to a box two rows up.
"""

from __future__ import annotations

from itertools import product
from math import isqrt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTNERS = 8
_KINDS = (("outcome", 0.35), ("output", 0.6), ("activity", 1.0))
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va")
_WORDS = tuple(map("".join, product(_SYLLABLES, _SYLLABLES, _SYLLABLES)))


def layered(elements: int) -> str:
    """Write a theory of this many elements, at least 20; a quarter of them assumptions."""
    partners = min(_PARTNERS, elements // 10)
    boxes = (elements - partners) * 3 // 4
    return _theory(boxes, partners, elements - partners - boxes, details=True)


def drawn(boxes: int) -> str:
    """Write a theory whose picture has this many boxes, with a reason or assumption here and there."""
    return _theory(boxes, _PARTNERS, boxes // 8, details=False)


def _theory(boxes: int, partners: int, assumptions: int, *, details: bool) -> str:
    random = Random(boxes)  # noqa: S311  sizes and words, no secrets
    return "\n".join(_lines(boxes, partners, assumptions, random, details=details)) + "\n"


def _lines(boxes: int, partners: int, assumptions: int, random: Random, *, details: bool) -> Iterator[str]:
    yield "theory: A theory to measure with"
    for number in range(partners):
        yield f"partner p{number}: {_said(random, 3)}"
        yield "  ring: core"
    yield f"goal b0: {_said(random, 8)}"
    every = max(1, (boxes - 1) // max(1, assumptions))
    for number in range(1, boxes):
        kind = next(kind for kind, end in _KINDS if number <= end * boxes)
        yield f"{kind} b{number}: {_said(random, 7)}"
        yield from _arrows(number, boxes, random, details=details)
        if details:
            yield f"  due: {2027 + number % 8}"
        if kind == "activity":
            yield f"  by p{number % partners}: {_said(random, 4)}"
        if number % every == 0 and number // every <= assumptions:
            yield from _believed(number, random, details=details)


def _arrows(number: int, boxes: int, random: Random, *, details: bool) -> Iterator[str]:
    width = max(4, isqrt(boxes))
    row, place = divmod(number - 1, width)
    targets = [_near(row - 1, place, width, random) for _ in range(1 + number % 2)]
    if number % 8 == 0:
        targets.append(_near(row - 2, place, width, random))
    for target in dict.fromkeys(targets):
        reasoned = details or number % 3 == 0
        yield f"  -> b{target}: {_said(random, 6)}" if reasoned else f"  -> b{target}"
        if details:
            yield "    confidence: medium"


def _near(row: int, place: int, width: int, random: Random) -> int:
    """Choose a box of a row, not far from a place in it; above the first row there is only the goal."""
    return row * width + 1 + (place + random.randint(-2, 2)) % width if row >= 0 else 0


def _believed(number: int, random: Random, *, details: bool) -> Iterator[str]:
    yield f"  assuming a{number}: {_said(random, 5)}"
    if details:
        yield "    type: causal"
        yield "    confidence: medium"
        yield f"    watch: {_said(random, 3)}"


def _said(random: Random, words: int) -> str:
    return " ".join(random.choices(_WORDS, k=words)).capitalize()
