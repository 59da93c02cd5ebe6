"""The levels of a logframe: its results from the top down, each with its signs and with what it rests on.

An assumption stands where logframes want it: beside the lower of the two levels that its arrow joins, because that is
what has to hold for the lower one to bring about the higher one. Where the lower one has no row, it stands beside the
higher one; what is about the whole stands at the top, and what is about anything else comes last, so that none is lost.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from toc.model import LinkRef

from ..document import Cell, cell
from ..languages import capital
from ..story.sentences import without_stop
from .figures import measured
from .telling import aside, bare, detail, subjects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import About, Element

    from .asked import Asked

    Lines = Sequence[Sequence[Cell]]
    """Lines of cells that belong to one result."""


class Level(NamedTuple):
    """One result of a level: what its level is called, with its number where there are several, and its words."""

    name: str
    text: str
    element: Element | None
    indicators: tuple[Element, ...]
    assumptions: tuple[str, ...]


def levels(asked: Asked, names: Mapping[str, str]) -> tuple[Level, ...]:
    """Give the results of some kinds, which have the names of their levels, from the top down; then what is left.

    A side effect that nobody aims for is no level.
    """
    found = [one for kind in names for one in aimed_for(asked, kind)]
    beside, left = _beside(asked, [one.id for one in found])
    counts = Counter([one.kind for one in found])
    numbers = dict.fromkeys(names, 0)
    made = []
    for one in found:
        numbers[one.kind] += 1
        name = f"{names[one.kind]} {numbers[one.kind]}" if counts[one.kind] > 1 else names[one.kind]
        text = aside(asked, capital(without_stop(asked.teller.text(one))), _due(asked, one))
        made.append(Level(name, text, one, asked.teller.on(one.id, "indicator"), tuple(beside.get(one.id, ()))))
    return (*made, *left)


def _due(asked: Asked, one: Element) -> str:
    """Say by when, where the words do not say so already."""
    due = one.get("due") or ""
    return "" if not due or due in asked.teller.text(one) else asked.words.by(due)


def aimed_for(asked: Asked, *kinds: str) -> tuple[Element, ...]:
    """Give what somebody wants: no side effects."""
    return tuple([one for one in asked.theory.of_kind(*kinds) if not one.get("unintended")])


def _beside(asked: Asked, places: Sequence[str]) -> tuple[Mapping[str, list[str]], list[Level]]:
    """Find for every assumption the results beside which it stands; those without any become levels of their own."""
    beside: dict[str, list[str]] = {}
    left = []
    for one in asked.theory.of_kind("assumption"):
        text = capital(bare(asked, one.id))
        homes = list(dict.fromkeys([home for about in one.about if (home := _home(about, places))]))
        homes = homes or ([places[0]] if one.whole and places else [])
        for home in homes:
            beside.setdefault(home, []).append(text)
        if not homes:
            about = subjects(asked, one.about) or asked.words("story.whole-theory")
            left.append(Level(asked.words("logframe.elsewhere"), about, None, (), (text,)))
    return beside, left


def _home(about: About, places: Sequence[str]) -> str:
    ends = (about.source, about.target) if isinstance(about, LinkRef) else (about,)
    return next((end for end in ends if end in places), "")


def set_rows(level: Level, lines: Lines, width: int, *after: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """Set a level in rows: its name in each, its words in the first, then lines of ``width`` cells, then more columns.

    ``after`` are columns of their own behind the lines, each with its cells from the top down.
    """
    longest = max(1, len(lines), *[len(column) for column in after])
    made = []
    for number in range(longest):
        words = cell(level.text if number == 0 else "")
        line = lines[number] if number < len(lines) else [Cell()] * width
        behind = [column[number] if number < len(column) else Cell() for column in after]
        made.append((cell(level.name), words, *line, *behind))
    return made


def beliefs(level: Level) -> list[Cell]:
    """Give the assumptions of a level as a column."""
    return [cell(text) for text in level.assumptions]


def named(asked: Asked, indicator: Element) -> Cell:
    """Give an indicator with its unit, where its words do not name that already."""
    text, unit = capital(bare(asked, indicator.id)), detail(asked, indicator, "unit")
    return cell(aside(asked, text, unit) if unit.casefold() not in text.casefold() else text)


def latest(indicator: Element) -> Cell:
    """Give the last value that somebody saw."""
    found = indicator.all("actual")
    return measured(found[-1]) if found else Cell()


def value(indicator: Element, key: str) -> Cell:
    """Give the baseline or the target."""
    return measured(indicator.get(key) or "")


def milestones(indicators: Sequence[Element]) -> int:
    """Count the values on the way of the indicator that has the most of them."""
    return max([len(one.all("interim")) for one in indicators], default=0)


def on_the_way(indicator: Element, count: int) -> list[Cell]:
    """Give the values on the way, each in its column."""
    found = [measured(text) for text in indicator.all("interim")]
    return [*found, *[Cell()] * (count - len(found))]
