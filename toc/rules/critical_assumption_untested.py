"""A belief that carries the plan and that nobody checks.

It matters very much (`importance: high`), nobody is sure of it, and there is neither evidence, nor a sign to
watch, nor anybody who keeps an eye on it. Once the work is running, an important belief whose review date has
passed is named too. Which day is today is never read from the clock: it is given with `--as-of`, or it is the day
of the last session.

Source: put in order, validate, act (Changeroo); load-bearing assumptions and signposts (Dewar); the living
document (Vogel 2012).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
    assuming shame: People come although others see them
      importance: high
      confidence: low
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
    assuming shame: People come although others see them
      importance: high
      confidence: low
      watch: how many come a second time
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import state
from toc.logic.dates import is_past
from toc.source import NOWHERE

from . import killer_assumption
from .few_or_many import at_first, begin_with, few_or_many
from .phrases import count, name, names
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "critical-assumption-untested"
WATCH = Fix("Name the sign to watch", paste="watch: …")
OWNER = Fix("Name who keeps an eye on it", paste="owner: …")
LOOKED_AT = ("watch", "owner")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the important assumptions that nobody looks at, or has not looked at in time."""
    important = [one for one in facts.theory.of_kind("assumption") if _counts(one, facts)]
    unseen = [one for one in important if _is_unsure(one) and not _is_looked_at(one, facts)]

    def alone(assumption: Element) -> Finding:
        message = f"The plan rests on {name(assumption)}, and nobody is checking it."
        return on_element(assumption, f"{message} How would you notice that it is wrong?", WATCH, OWNER)

    def together(left: Sequence[Element]) -> Finding:
        message = f"The plan rests on {count(len(left), 'assumption')} that nobody is checking: {names(left)}."
        question = "How would you notice that one of them is wrong?"
        return at_first(f"{message} {question}", left[0], *begin_with(left[0], WATCH, OWNER))

    yield from few_or_many(unseen, facts, NAME, alone, together)
    seen = {one.id for one in unseen}
    for assumption in important:
        review = assumption.get("review") or ""
        late = facts.stage == "running" and facts.as_of and is_past(review, facts.as_of)
        if late and assumption.id not in seen:
            message = f"The plan rests on {name(assumption)}, which you wanted to look at again by {review}."
            again = Fix("Look at it, and set the next date", paste="review: …", below=NOWHERE)
            yield on_element(assumption, f"{message} Does it hold?", again)


def _counts(assumption: Element, facts: Facts) -> bool:
    """Say whether much rests on an assumption, and it is not known, or told elsewhere, that it will not hold."""
    killing = killer_assumption.NAME in facts.speaking and killer_assumption.is_killer(assumption)
    return assumption.get("importance") == "high" and state(assumption) != "broken" and not killing


def _is_unsure(assumption: Element) -> bool:
    return (assumption.get("confidence") or "low") == "low"


def _is_looked_at(assumption: Element, facts: Facts) -> bool:
    return any(assumption.get(key) for key in LOOKED_AT) or bool(facts.graph.beliefs(assumption.id, "evidence"))


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.ASSUMPTIONS)
