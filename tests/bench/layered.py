"""Layered theories of any size: a goal on top, results and outputs below it, work at the bottom.

The same size gives the same text. An element has about five lines, as in a theory that a group has worked on for a
while: its words, one or two arrows with a reason, the work somebody who does it, every third box an assumption.
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
    """Write a theory of this many elements, at least 20."""
    partners = min(_PARTNERS, elements // 10)
    boxes = (elements - partners) * 3 // 4
    return _theory(boxes, partners, elements - partners - boxes)


def drawn(boxes: int) -> str:
    """Write a theory whose picture has this many boxes."""
    return _theory(boxes, _PARTNERS, boxes // 3)


def _theory(boxes: int, partners: int, assumptions: int) -> str:
    random = Random(boxes)  # noqa: S311  sizes and words, no secrets
    return "\n".join(_lines(boxes, partners, assumptions, random)) + "\n"


def _lines(boxes: int, partners: int, assumptions: int, random: Random) -> Iterator[str]:
    yield "theory: A theory to measure with"
    for number in range(partners):
        yield f"partner p{number}: {_said(random, 3)}"
        yield "  ring: core"
    yield f"goal b0: {_said(random, 8)}"
    yield "  due: 2036"
    width = max(4, isqrt(boxes))
    every = max(1, (boxes - 1) // max(1, assumptions))
    for number in range(1, boxes):
        kind = next(kind for kind, end in _KINDS if number <= end * boxes)
        yield f"{kind} b{number}: {_said(random, 9)}"
        yield from _body(kind, number, width, partners, random)
        if number % every == 0 and number // every <= assumptions:
            yield from _believed(number, random)


def _body(kind: str, number: int, width: int, partners: int, random: Random) -> Iterator[str]:
    yield f"  due: {2027 + number % 8}"
    row, place = divmod(number - 1, width)
    first = (row - 1) * width + 1
    near = (first + place, first + (place + 1) % width)
    for target in dict.fromkeys(near[: 1 + number % 2] if row else (0,)):
        yield f"  -> b{target}: {_said(random, 6)}"
        yield "    confidence: medium"
    if kind == "activity":
        yield f"  by p{number % partners}: {_said(random, 4)}"
        yield "    status: confirmed"


def _believed(number: int, random: Random) -> Iterator[str]:
    yield f"  assuming a{number}: {_said(random, 5)}"
    yield "    type: causal"
    yield "    confidence: medium"
    yield f"    watch: {_said(random, 3)}"


def _said(random: Random, words: int) -> str:
    return " ".join(random.choices(_WORDS, k=words)).capitalize()
