"""More assumptions than anybody can watch.

With more than three on one arrow, or more than twenty without a word about which matter, nobody will look at any
of them. Keep those that would sink the plan.

Where the lines are drawn is a setting (`assumptions_on_one_arrow`, `assumptions_without_importance`).

Source: too few or too many (Guijt 2013); mark the important ones first (Changeroo).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome cook: Families cook for each other
    assuming a: There are pots
    assuming b: There is gas
    assuming c: Families know each other
    assuming d: Landlords allow it
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome cook: Families cook for each other
    assuming c: Families know each other
    assuming d: Landlords allow it
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkRef

from .few_or_many import at_first, begin_with, everywhere
from .phrases import capital, count, name_of
from .rule import ADVICE, Facts, Family, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

RANK = Fix("Mark the three that would sink the plan", paste="importance: high")


def find(facts: Facts) -> Iterator[Finding]:
    """Count the assumptions of each arrow, and those of the whole map."""
    limits = facts.thresholds
    crowded = {what: number for what, number in _counts(facts).items() if number > limits.assumptions_on_one_arrow}
    for link in facts.theory.links if crowded else ():
        if number := crowded.get(link.ref):
            source, target = name_of(facts.theory, link.source), name_of(facts.theory, link.target)
            many = capital(count(number, "assumption"))
            message = f"{many} on the arrow from {source} to {target} are too many to watch."
            yield on_link(link, f"{message} Which would break it?", Fix("Keep the ones that would break it"))
    unranked = [one for one in facts.theory.of_kind("assumption") if not one.get("importance")]
    if len(unranked) > limits.assumptions_without_importance:
        many = capital(count(len(unranked), "assumption"))
        message = f"{many} say nothing about how much rests on them. Which three matter most?"
        yield everywhere(at_first(message, unranked[0], *begin_with(unranked[0], RANK)), unranked)


def _counts(facts: Facts) -> dict[LinkRef, int]:
    return {
        what: len([element for element in elements if element.kind == "assumption"])
        for what, elements in facts.graph.about.items()
        if isinstance(what, LinkRef)
    }


RULE = Rule("assumption-overload", find, None, ADVICE, ADVICE, ADVICE, family=Family.ASSUMPTIONS)
