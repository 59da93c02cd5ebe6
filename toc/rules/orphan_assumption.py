"""An assumption that belongs to no step.

An assumption is useful where it says what could break a step. Kept in a list of its own it is soon forgotten. It
is attached by nesting it below a note or an arrow, or with `on:`; below `theory:` it is about the whole, and that
is fine.

Source: assumptions belong to a step of the chain (Changeroo); Davies 2018.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
assumption prices: Food prices stay as they are
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
assumption prices: Food prices stay as they are
  on: kitchen -> fed
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkKind

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "orphan-assumption"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every assumption that is about nothing."""
    yet = " yet" if facts.early else ""
    loose = [
        one
        for one in facts.theory.of_kind("assumption")
        if not (one.about or one.whole) and one.id not in facts.settled
    ]

    def alone(assumption: Element) -> Finding:
        message = f"{name(assumption)} is attached to no arrow{yet}. Which step would fail without it?"
        return on_element(assumption, message, *_fixes(facts))

    def together(left: Sequence[Element]) -> Finding:
        message = f"{capital(count(len(left), 'assumption'))} are attached to no arrow{yet}: {names(left)}."
        question = "Which step would fail without each of them?"
        return at_first(f"{message} {question}", left[0], *begin_with(left[0], *_fixes(facts)))

    yield from few_or_many(loose, facts, NAME, alone, together)


def _fixes(facts: Facts) -> tuple[Fix, ...]:
    first = next((link for link in facts.theory.links if link.kind is LinkKind.LEADS_TO), None)
    such = (Fix("Say which step it is about, such as this one", paste=f"on: {first.ref}"),) if first else ()
    return (*such, Fix("Or indent it below the step it is about"))


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.ASSUMPTIONS)
