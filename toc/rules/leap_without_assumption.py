"""A step that leaves what you control, with nothing assumed.

Up to their outputs, partners can see to it that things happen. Beyond, it is other people who act. For that they
must be able to, have the chance, and want to. So three kinds of arrow ask for an assumption: from an output to an
outcome, from a change in what people can do to a change in what they do (`change: capacity` to `change:
behaviour`), and from an activity straight to a change in what people do.

Source: capability, opportunity and motivation are each needed (COM-B; Mayne 2016); causal-link assumptions (Mayne
2019).

Speaks up:

```toc
goal healthy: Mothers survive childbirth
  outcome early: Mothers come to the clinic in time
    output road: The road to the clinic is open all year
```

Silent:

```toc
goal healthy: Mothers survive childbirth
  outcome early: Mothers come to the clinic in time
    output road: The road to the clinic is open all year
      assuming carts: Every village has a cart or a car
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkKind

from .believed import is_assumed
from .phrases import name
from .rule import WARNING, Facts, Family, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every arrow that crosses the line without an assumption."""
    known = facts.theory.by_id
    for link in facts.theory.links:
        source, target = known.get(link.source), known.get(link.target)
        if link.kind is not LinkKind.LEADS_TO or source is None or target is None or not _leaps(source, target):
            continue
        if not is_assumed(link.source, link.target, facts) and not facts.graph.beliefs(target.id, "assumption"):
            message = (
                f"Between {name(source)} and {name(target)} the map leaves what you control. What has to be true for "
                "people to act?"
            )
            belief = "assuming: They can, and they want to"
            yield on_link(link, message, Fix("Write it below the arrow", paste=belief, below=link.span))


def _leaps(source: Element, target: Element) -> bool:
    if target.kind != "outcome" or is_stopped(source):
        return False
    if source.kind == "outcome":
        return source.get("change") == "capacity" and target.get("change") == "behaviour"
    return source.kind == "output" or (source.kind == "activity" and target.get("change") == "behaviour")


RULE = Rule("leap-without-assumption", find, None, WARNING, WARNING, WARNING, family=Family.ASSUMPTIONS)
