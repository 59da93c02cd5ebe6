"""A next step that nobody has taken on, that has no date, or whose date is past.

What a meeting agrees on happens when somebody does it by some day. `by` below the action names a partner; anybody else
stands in brackets behind its words. What is done, or dropped, is left alone. Which day is today is given with
`--as-of`, or it is the day of the last session.

Source: action-oriented communication (Pickering and Plitt 2013); the step to “now what” (Liberating Structures).

Speaks up:

```toc
partner council: Riverside City Council
session 2026-06-03: Second evening
  decision: continue
  action data: Draft the data agreement
    due: 2026-07
```

Silent:

```toc
partner council: Riverside City Council
session 2026-06-03: Second evening
  decision: continue
  action data: Draft the data agreement
    by council
    due: 2026-07
  action hall: Ask for the school hall (Maria)
    due: 2026-07
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_over
from toc.logic.dates import is_past
from toc.source import NOWHERE

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name, names_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "action-incomplete"
TAKE_ON = Fix("Name the partner who does it", paste="by …", below=NOWHERE)
DATE = Fix("Say until when", paste="due: …")
IS_DONE = Fix("If it is done, say so", paste="status: done")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the next steps that lack somebody or a date, and those that are late."""
    ahead = [one for one in facts.theory.of_kind("action") if not is_over(one) and one.id not in facts.settled]
    taken = {given.to for given in facts.theory.contributions} if ahead else set()
    gaps = {one.id: found for one in ahead if (found := _gaps(one, one.id in taken, facts))}

    def alone(action: Element) -> Finding:
        gap = gaps[action.id]
        fixes = {"somebody": TAKE_ON, "a date": DATE, "late": IS_DONE}
        return on_element(action, _said(action, gap), *[fixes[one] for one in gap][:2])

    def together(left: Sequence[Element]) -> Finding:
        names = names_of(facts.theory, [one.id for one in left])
        message = f"{count(len(left), 'next step')} have nobody, no date, or a date that is past: {names}."
        return at_first(f"{capital(message)} Which of them do you still want?", left[0])

    yield from few_or_many([one for one in ahead if one.id in gaps], facts, NAME, alone, together)


def _gaps(action: Element, taken: bool, facts: Facts) -> tuple[str, ...]:  # noqa: FBT001  one of two facts about it
    due = action.get("due") or ""
    there = {
        "somebody": not (taken or action.get("owner") or action.get("lead") or action.text.rstrip(" .").endswith(")")),
        "a date": not due,
        "late": facts.as_of is not None and is_past(due, facts.as_of),
    }
    return tuple([gap for gap, lacking in there.items() if lacking])


def _said(action: Element, gaps: tuple[str, ...]) -> str:
    nobody, late = "somebody" in gaps, "late" in gaps
    if late:
        and_nobody = ", and nobody has taken it on" if nobody else ""
        return f"{name(action)} was due by {action.get('due')}{and_nobody}. Is it done, or not needed any more?"
    if nobody:
        return f"Nobody has taken on {name(action)}{', and it has no date' if 'a date' in gaps else ''}. Who will?"
    return f"{name(action)} has no date. Until when?"


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.PROCESS)
