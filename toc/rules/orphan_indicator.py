"""An indicator that measures nothing on the map.

Numbers that happen to be at hand are easily kept, and nobody remembers which result they tell about. An indicator
belongs below what it measures, or says so with `on:`. A sign that an assumption watches has its place, and so has
one below `theory:`.

Source: the indicators have to match the results (checklist of Global Affairs Canada).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
indicator hits: Visits to the website
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
indicator left-over: Meals asked for and not served
  on: fed
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name, names_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "orphan-indicator"


def find(facts: Facts) -> Iterator[Finding]:
    """Name the indicators that are about nothing and that no assumption watches."""
    left = _parted(facts)[1]
    yet = " yet" if facts.early else ""

    def alone(indicator: Element) -> Finding:
        message = f"{name(indicator)} measures nothing on the map{yet}. Which result would it tell you about?"
        return on_element(indicator, message, *_fixes(facts))

    def together(indicators: Sequence[Element]) -> Finding:
        names = names_of(facts.theory, [one.id for one in indicators])
        message = f"{count(len(indicators), 'indicator')} measure nothing on the map{yet}: {names}."
        return at_first(f"{capital(message)} Which results would they tell you about?", indicators[0])

    yield from few_or_many(left, facts, NAME, alone, together)


def measuring(facts: Facts) -> list[Element]:
    """Give the indicators that measure something; of the others nothing more is asked until they do."""
    return _parted(facts)[0]


def _parted(facts: Facts) -> tuple[list[Element], list[Element]]:
    indicators = [one for one in facts.theory.of_kind("indicator") if one.id not in facts.settled]
    loose = [one for one in indicators if not (one.about or one.whole)]
    watched = frozenset(_watched(facts)) if loose else frozenset()
    orphans = [one for one in loose if one.id not in watched]
    lost = frozenset([one.id for one in orphans])
    return [one for one in indicators if one.id not in lost], orphans


def _watched(facts: Facts) -> Iterator[str]:
    for element in facts.theory.elements:
        for value in element.all("watch"):
            yield from listed(value)


def _fixes(facts: Facts) -> tuple[Fix, ...]:
    first = next(iter(facts.theory.of_kind("outcome", "goal")), None)
    such = (Fix("Say which result it is about, such as this one", paste=f"on: {first.id}"),) if first else ()
    return (*such, Fix("Or indent it below the result it is about"))


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.MEASUREMENT)
