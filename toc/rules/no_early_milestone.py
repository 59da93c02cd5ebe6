"""Nothing to celebrate for a long time.

The goal is more than a year away, and nothing on the way there has a date within the first third of the time. Trust
grows with something that worked; who waits four years for it loses people. A milestone, an outcome or an output with a
date counts, and so does a year in the `interim` value of an indicator. The time runs from the first session to the
date of the last goal, or the horizon; without a session it runs from the day given with `--as-of`.

The numbers are settings (`months_without_a_success`, `early_share`) and ours.

Source: quick outcomes are not to be expected, so show and celebrate what works on the way (Pickering and Plitt 2013).

Speaks up:

```toc
goal river: The river is alive again
  due: 2036
session 2026-02-10: First evening
  decision: continue
```

Silent:

```toc
goal river: The river is alive again
  due: 2036
  milestone pass: The first fish pass is open
    due: 2027-04
session 2026-02-10: First evening
  decision: continue
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_over
from toc.logic.dates import day_of, first_and_last, months_after
from toc.model import first

from .phrases import name
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.model import Element

_DATE = r"(?<!\d)(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?!\d)"


def find(facts: Facts) -> Iterator[Finding]:
    """Look for something dated in the first third of the way to the goal."""
    start, end = _start(facts), _end(facts)
    if not start or not end or months_after(start, facts.thresholds.months_without_a_success).isoformat() >= end[1]:
        return
    until = _early(start, end[1], facts)
    if (facts.as_of and facts.as_of.isoformat() > until) or any(_dates_up_to(until, facts)):
        return
    loose = next((one for one in facts.theory.of_kind("milestone") if not one.get("due") and not is_over(one)), None)
    message = f"The goal is due by {end[0]}, and nothing on the way has a date before {until[:7]}."
    message += " What will you celebrate first, and when?"
    if loose:
        yield on_element(loose, message, Fix(f"Give {name(loose)} a date", paste=f"due: {until[:7]}"))
    else:
        goals = facts.theory.of_kind("goal")
        below = goals[0].span if goals else facts.theory.span
        lines = f"milestone: …\n  due: {until[:7]}"
        yield on_theory(facts.theory, message, Fix("Name a first success, and its date", paste=lines, below=below))


def _start(facts: Facts) -> date | None:
    days = [day for session in facts.theory.of_kind("session") if (day := day_of(session.id))]
    return min(days, default=facts.as_of)


def _end(facts: Facts) -> tuple[str, str] | None:
    """Give the latest date of a goal, or the horizon: as written, and its last day."""
    dues = [goal.get("due") for goal in facts.theory.of_kind("goal")]
    said = [text for text in dues if text] or [text for text in (first(facts.theory.details, "horizon"),) if text]
    found = [(days[1], text.strip()) for text in said if (days := first_and_last(text))]
    last, text = max(found, default=("", ""))
    return (text, last) if last else None


def _early(start: date, end: str, facts: Facts) -> str:
    """Give the last day of the first part of the way; a month may have been written with a 31st day it has not."""
    last = day_of(end) or day_of(f"{end[:7]}-28")
    return (start + (last - start) * facts.thresholds.early_share).isoformat() if last else end


def _dates_up_to(until: str, facts: Facts) -> Iterator[bool]:
    """Say of everything on the way whether it comes early enough."""
    for element in facts.theory.of_kind("milestone", "outcome", "output", "indicator"):
        if element.kind == "indicator":
            yield any(found[0] <= until for text in element.all("interim") for found in re.finditer(_DATE, text))
        else:
            yield _is_early(element, until)


def _is_early(element: Element, until: str) -> bool:
    days = first_and_last(element.get("due") or "")
    return (days is not None and days[0] <= until) or (element.kind == "milestone" and is_over(element))


RULE = Rule("no-early-milestone", find, None, ADVICE, ADVICE, ADVICE, family=Family.MEASUREMENT, asks_for_more=True)
