"""One indicator for a result and for what brings it about.

If the same number stands for both, it cannot tell whether the first led to the second. Then either one of the two
results has no sign of its own, or they are one and the same.

Source: results that are measurable and distinct (Mayne 2017); tautologies among the categories of legitimate
reservation.

Speaks up:

```toc
goal fed: No pupil starts the day hungry
  outcome come: The hungry ones come to breakfast
    indicator plates: Breakfasts eaten in a week
      on: fed
```

Silent:

```toc
goal fed: No pupil starts the day hungry
  indicator told: Pupils who say that they had breakfast
  outcome come: The hungry ones come to breakfast
    indicator plates: Breakfasts eaten in a week
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .phrases import name, name_of
from .rule import ADVICE, Facts, Family, Rule, on_element
from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

MOST_BEYOND = 30
"""How many of the results that something leads to are looked at, nearest first."""


def find(facts: Facts) -> Iterator[Finding]:
    """Look for indicators, or twins in the same words, on a cause and on its effect."""
    for twins in _twins(facts):
        subjects = {what: one for one in twins for what in one.about if isinstance(what, str)}
        pair = _cause_and_effect(subjects, facts) if len(subjects) > 1 else None
        if pair:
            cause, effect = (name_of(facts.theory, one) for one in pair)
            yield on_element(
                subjects[pair[0]],
                f"{name(subjects[pair[0]])} measures {cause} and also {effect}, which comes of it. One number cannot "
                "show both steps. What would show each of them?",
                Fix(
                    "Give one of the two a sign of its own, and take this one out there",
                    paste="indicator: …",
                    below=NOWHERE,
                ),
            )


def _twins(facts: Facts) -> Iterator[Sequence[Element]]:
    """Give the indicators in groups of the same words."""
    groups: dict[tuple[str, ...], list[Element]] = {}
    for indicator in facts.theory.of_kind("indicator"):
        words = words_of(indicator.text) or (indicator.id,)
        groups.setdefault(words, []).append(indicator)
    return iter(groups.values())


def _cause_and_effect(subjects: dict[str, Element], facts: Facts) -> tuple[str, str] | None:
    for cause in subjects:
        for effect in facts.graph.beyond(cause, most=MOST_BEYOND):
            if effect in subjects and effect != cause and effect in facts.theory.by_id:
                return cause, effect
    return None


RULE = Rule("indicator-measures-two-levels", find, None, None, ADVICE, ADVICE, family=Family.MEASUREMENT)
