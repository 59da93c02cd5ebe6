"""Answers that are kept for a while: the one way in which drawing the same theory again is made fast.

A page that follows every key asks nearly always for what it asked for a moment ago: the same words wrapped, the same
box written, the same graph laid out. So functions that depend on nothing but what they are given, take only what never
changes, and cost much more than looking that up, keep their last answers. Nothing has to be handed around, and no
answer can be out of date, because all that counts is in what was asked. That is why they are asked about what a box
says and where it is, never about a theory, in which nothing is the same after a key.

What is held is bounded: each function drops the answers that were not asked for the longest, and where texts are so
long that even these would be much, `forget` drops them all after the picture.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")

MANY: Final = 2048
"""Answers about the parts of a picture: enough for a theory of a thousand boxes."""

FEW: Final = 8
"""Answers about whole pictures: enough for several ways of looking at a theory."""

LONG: Final = 20_000
"""Characters of one thing in a picture beyond which `forget` is called for."""

_KEEPING: Final[list[Any]] = []


def kept(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function keep this many answers. What it is given must be hashable, and what it gives must not change."""

    def keeping(function: Callable[P, R]) -> Callable[P, R]:
        keeper = lru_cache(maxsize=most)(function)
        _KEEPING.append(keeper)
        return cast("Callable[P, R]", keeper)

    return keeping


def forget() -> None:
    """Drop all answers."""
    for keeper in _KEEPING:
        keeper.cache_clear()


def held() -> int:
    """Count the answers that are kept at the moment."""
    return sum([keeper.cache_info().currsize for keeper in _KEEPING])
