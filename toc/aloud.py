"""Names as they are read aloud: boxes by all of their words, partners by their name; long lists are cut and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.rules.phrases import quoted, series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Theory

LONGEST = 160
"""How many characters of a box are repeated."""

MOST_NAMED = 5
"""How many are named before the rest is counted; one that would be left alone is named too."""


def box(theory: Theory, name: str) -> str:
    """Name a box by its words, in quotes; by its id while it has none."""
    element = theory.by_id.get(name)
    return quoted((element.text if element else "") or name, LONGEST)


def boxes(theory: Theory, names: Iterable[str], most: int = MOST_NAMED) -> str:
    """Name several: ``‘A’, ‘B’ and ‘C’``, or the first ones and how many more."""
    known = tuple(names)
    return _some([box(theory, name) for name in _shown(known, most)], len(known))


def partner(theory: Theory, name: str) -> str:
    """Name a partner, without quotes."""
    element = theory.by_id.get(name)
    return " ".join((element.text if element else "").split()) or name


def partners(theory: Theory, names: Iterable[str], most: int = MOST_NAMED) -> str:
    """Name several partners."""
    known = tuple(names)
    return _some([partner(theory, name) for name in _shown(known, most)], len(known))


def people(theory: Theory, text: str) -> str:
    """Say for whom something is: a declared name by its words, anything else as it was written."""
    element = theory.by_id.get(text.strip())
    return " ".join((element.text if element and element.text else text).split()).rstrip(".")


def _shown(known: tuple[str, ...], most: int) -> tuple[str, ...]:
    return known if len(known) <= most + 1 else known[:most]


def _some(shown: list[str], number: int) -> str:
    return series(shown, number - len(shown)) if shown else ""
