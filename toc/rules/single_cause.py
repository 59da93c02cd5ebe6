"""A change with one single cause.

One thing is rarely enough for people to act differently. Where a goal or an outcome has one cause only, ask what
else must be true. The answer is another cause, an assumption on the arrow, or a clear `enough: yes`. Outputs are
not asked: an activity delivers its output by itself. Nor are side effects, which nobody tries to bring about.

Source: "cause insufficiency", which Goldratt's tradition calls the most common defect of such maps; Davies 2018
asks for arrows to say whether they are necessary or sufficient.

Speaks up:

```toc
goal yields: Farms survive dry years
  outcome mulch: Farmers cover their soil
    activity train: Show farmers how to cover soil
```

Silent:

```toc
goal yields: Farms survive dry years
  enough: yes
  outcome mulch: Farmers cover their soil
    activity train: Show farmers how to cover soil
      assuming straw: Straw is to be had in every village
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .believed import is_assumed
from .phrases import name
from .rule import ADVICE, QUESTION, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Ask of every goal and outcome with one cause whether that is enough."""
    graph = facts.graph
    for element in facts.theory.of_kind("goal", "outcome"):
        if element.id in facts.settled or any(element.get(key) for key in ("enough", "needs", "unintended")):
            continue
        causes = graph.some_causes(element.id, 2)
        only = facts.theory.by_id.get(causes[0]) if len(causes) == 1 else None
        if only and not is_stopped(only) and not is_assumed(only.id, element.id, facts):
            more = f"assumption: …\n  on: {only.id} -> {element.id}"
            yield on_element(
                element,
                f"Is {name(only)} enough, on its own, for {name(element)}? What else must be true?",
                Fix("Write down what else it takes", paste=more, margin=more),
                Fix("If it is enough, say so", paste="enough: yes"),
            )


RULE = Rule("single-cause", find, None, ADVICE, ADVICE, ADVICE, QUESTION, asks_for_more=True)
