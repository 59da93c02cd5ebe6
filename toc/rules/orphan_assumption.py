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

from .phrases import name
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Name every assumption that is about nothing."""
    for assumption in facts.theory.of_kind("assumption"):
        if not (assumption.about or assumption.whole) and assumption.id not in facts.settled:
            yield on_element(
                assumption,
                f"{name(assumption)} is attached to no arrow{' yet' if facts.early else ''}. Which step would fail "
                "without it?",
                *_fixes(facts),
            )


def _fixes(facts: Facts) -> tuple[Fix, ...]:
    first = next((link for link in facts.theory.links if link.kind is LinkKind.LEADS_TO), None)
    such = (Fix("Say which step it is about, such as this one", paste=f"on: {first.ref}"),) if first else ()
    return (*such, Fix("Or indent it below the step it is about"))


RULE = Rule("orphan-assumption", find, None, WARNING, WARNING, WARNING, family=Family.ASSUMPTIONS)
