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

from .phrases import name
from .rule import ERROR, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Name the important assumptions that will not hold and that nothing works on."""
    worked_on = {link.target for link in facts.theory.links}
    for assumption in facts.theory.of_kind("assumption"):
        if assumption.get("importance") != "high" or assumption.get("likelihood") != "no":
            continue
        if state(assumption) != "holding" and assumption.id not in worked_on:
            yield on_element(
                assumption,
                f"If {name(assumption)} does not hold, the plan fails, and you think it will not. What would make it "
                "likely, or what would you do instead?",
                Fix("Add an activity that brings it about, and a result in its place"),
                Fix("If you think otherwise by now, say so", paste="likelihood: likely"),
            )


RULE = Rule("killer-assumption", find, None, WARNING, ERROR, ERROR, family=Family.ASSUMPTIONS)
