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
from toc.logic.dates import is_past
from toc.source import NOWHERE

from .phrases import name
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

LOOKED_AT = ("watch", "owner")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the important assumptions that nobody looks at, or has not looked at in time."""
    for assumption in facts.theory.of_kind("assumption"):
        if assumption.get("importance") != "high":
            continue
        review = assumption.get("review") or ""
        if _is_unsure(assumption) and not _is_looked_at(assumption, facts):
            yield on_element(
                assumption,
                f"The plan rests on {name(assumption)}, and nobody is checking it. How would you notice "
                "that it is wrong?",
                Fix("Name the sign to watch", paste="watch: …"),
                Fix("Name who keeps an eye on it", paste="owner: …"),
            )
        elif facts.stage == "running" and facts.as_of and is_past(review, facts.as_of):
            message = f"The plan rests on {name(assumption)}, which you wanted to look at again by {review}."
            again = Fix("Look at it, and set the next date", paste="review: …", below=NOWHERE)
            yield on_element(assumption, f"{message} Does it hold?", again)


def _is_unsure(assumption: Element) -> bool:
    return (assumption.get("confidence") or "low") == "low"


def _is_looked_at(assumption: Element, facts: Facts) -> bool:
    return any(assumption.get(key) for key in LOOKED_AT) or bool(facts.graph.beliefs(assumption.id, "evidence"))


RULE = Rule("critical-assumption-untested", find, None, None, WARNING, WARNING, family=Family.ASSUMPTIONS)
