"""A belief that would sink the plan, and that you do not believe yourselves.

It matters very much (`importance: high`) and it will almost certainly not hold (`likelihood: no`). Then the plan
cannot work as it is: change it, or add work that makes the belief come true. Once it holds (`status: holding`),
this is silent.

Source: the decision tree for assumptions of the logframe, where such a one calls for a new design.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen on weekdays
    assuming time: Working families have time at noon
      importance: high
      likelihood: no
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  activity kitchen: Open a kitchen in the evening
    assuming time: Working families have time at eight
      importance: high
      likelihood: likely
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import state

from .broken_assumption_in_use import NAME as BROKEN
from .phrases import name
from .rule import ERROR, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

NAME = "killer-assumption"


def find(facts: Facts) -> Iterator[Finding]:
    """Name the important assumptions that will not hold and that nothing works on."""
    worked_on = {link.target for link in facts.theory.links}
    for assumption in facts.theory.of_kind("assumption"):
        told = state(assumption) == "broken" and BROKEN in facts.speaking
        if is_killer(assumption) and assumption.id not in worked_on and not told:
            yield on_element(
                assumption,
                f"The plan fails without {name(assumption)}, and you think that it will not hold. What would make it "
                "likely, or what would you do instead?",
                Fix("Add an activity that brings it about, and a result in its place"),
                Fix("If you think otherwise by now, say so", paste="likelihood: likely"),
            )


def is_killer(assumption: Element) -> bool:
    """Say whether the plan fails without an assumption, and nobody thinks that it will hold."""
    is_unlikely = assumption.get("importance") == "high" and assumption.get("likelihood") == "no"
    return is_unlikely and state(assumption) != "holding"


RULE = Rule(NAME, find, None, WARNING, ERROR, ERROR, family=Family.ASSUMPTIONS)
