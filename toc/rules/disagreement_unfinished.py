"""A disagreement that is not written down to the end.

To agree to disagree takes two views, each with somebody who holds it (`by`), and an end: what would settle it
(`settle`), or until when you live with it (`until`). Half written down, it looks as if one side were the plan. What
ended (`answer`) is left in peace.

Source: make differences explicit in the agreement; good enough for now, with a date to look again (Sociocracy 3.0);
differing assumptions explain why partners clash (Guijt 2013).

Speaks up:

```toc
partner kitchen: Valley Kitchen
goal fed: Nobody in the valley goes hungry
  outcome eat: Families choose what they eat
    disagreement form: Cash or vouchers?
      by kitchen: vouchers
```

Silent:

```toc
partner kitchen: Valley Kitchen
partner bank: Food Bank
goal fed: Nobody in the valley goes hungry
  outcome eat: Families choose what they eat
    disagreement form: Cash or vouchers?
      by kitchen: vouchers
      by bank: cash
      settle: try both for a winter
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .few_or_many import at_first, few_or_many
from .goal_disputed import disputed_goals, is_open
from .phrases import capital, count, name, names_of
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "disagreement-unfinished"
TWO = 2
"""How many views it takes to differ."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name the disagreements with fewer than two views, or with no end; a disputed goal is told elsewhere."""
    views = _views(facts)
    asked = [one for one in facts.theory.of_kind("disagreement") if is_open(one) and not disputed_goals(one, facts)]
    unfinished = [one for one in asked if len(views.get(one.id, ())) < TWO or not _has_an_end(one)]

    def alone(one: Element) -> Finding:
        held = len(views.get(one.id, ()))
        fixes = [Fix("Say who holds the other view", paste="by …: …", below=NOWHERE)] if held < TWO else []
        fixes += [] if _has_an_end(one) else [Fix("Say what would settle it", paste="settle: …")]
        return on_element(one, f"{name(one)} {_gap(held, ended=_has_an_end(one))}", *fixes)

    def together(left: Sequence[Element]) -> Finding:
        names = names_of(facts.theory, [one.id for one in left])
        message = f"{count(len(left), 'difference')} are not written down to the end: {names}."
        return at_first(f"{capital(message)} Who holds which view, and what would settle it?", left[0])

    yield from few_or_many(unfinished, facts, NAME, alone, together)


def _gap(held: int, *, ended: bool) -> str:
    views = ("has no views written down. Who sees it how", "has one view written down. Who holds the other")
    if held >= TWO:
        return "has no end. What would settle it, or until when do you live with it?"
    return f"{views[held]}?" if ended else f"{views[held]}, and what would settle it?"


def _has_an_end(one: Element) -> bool:
    return bool(one.get("settle") or one.get("until"))


def _views(facts: Facts) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for given in facts.theory.contributions:
        if isinstance(given.to, str):
            found.setdefault(given.to, set()).add(given.partner)
    return found


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, family=Family.PROCESS)
