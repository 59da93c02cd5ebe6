"""Did you mean: the known word that a misspelt one is closest to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 4
_BUDGET = 2_000_000


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that was probably meant, or None.

    A word of up to four letters may differ in one place, a longer one in two, a long one in a quarter of its
    letters; a different case differs in none. Otherwise the beginning of exactly one known word counts, or of exactly
    one part of those with hyphens, as in ‘food’ for ‘enough-food’.
    Work is bounded: past two million letters compared, the rest of ``known`` is not looked at.
    """
    folded = word.casefold()
    best, least = None, _allowed(folded) + 1
    begins: list[str] = []
    within: list[str] = []
    spent = 0
    for candidate in known:
        other = candidate.casefold()
        if len(folded) >= _SHORT - 1 and other.startswith(folded):
            begins.append(candidate)
        elif (
            len(folded) >= _SHORT - 1 and f"-{folded}" in other and "." not in folded
        ):  # a dot is in no name but a file's
            within.append(candidate)
        if abs(len(other) - len(folded)) < least:
            spent += len(other) * len(folded)
            if spent > _BUDGET:
                break
            apart = distance(folded, other, least)
            if apart < least:
                best, least = candidate, apart
    only = begins or within
    return best or (only[0] if len(only) == 1 else None)


def _allowed(word: str) -> int:
    return 1 if len(word) <= _SHORT else max(2, len(word) // 4)


def distance(one: str, other: str, enough: int) -> int:
    """Count the letters to change, add, drop or swap with their neighbour; stop counting at ``enough``."""
    if one == other:
        return 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for column, against in enumerate(other, 1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != against))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
        if min(row) >= enough:
            return enough
    return row[-1]
