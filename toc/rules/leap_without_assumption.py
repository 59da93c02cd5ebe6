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
from .few_or_many import at_first, few_or_many
from .phrases import count, name_of
from .rule import WARNING, Facts, Family, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element, Link

NAME = "leap-without-assumption"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every arrow that crosses the line without an assumption."""
    known = facts.theory.by_id
    leaps = [
        link
        for link in facts.theory.links
        if link.kind is LinkKind.LEADS_TO and is_leap(known.get(link.source), known.get(link.target), facts)
    ]

    def alone(link: Link) -> Finding:
        message = f"Between {_ends(link, facts)} the map leaves what you control."
        return on_link(link, f"{message} What has to be true for people to act?", _fix(link))

    def together(left: Sequence[Link]) -> Finding:
        message = f"On {count(len(left), 'arrow')} the map leaves what you control, such as between"
        question = "What has to be true for people to act?"
        return at_first(f"{message} {_ends(left[0], facts)}. {question}", left[0], _fix(left[0]))

    yield from few_or_many(leaps, facts, NAME, alone, together)


def is_leap(source: Element | None, target: Element | None, facts: Facts) -> bool:
    """Say whether an arrow between these two crosses the line, and nobody said what has to be true for that."""
    return (
        source is not None
        and target is not None
        and _leaps(source, target)
        and not is_assumed(source.id, target.id, facts)
        and not facts.graph.beliefs(target.id, "assumption")
    )


def _ends(link: Link, facts: Facts) -> str:
    return f"{name_of(facts.theory, link.source)} and {name_of(facts.theory, link.target)}"


def _fix(link: Link) -> Fix:
    return Fix("Write it below the arrow", paste="assuming: They can, and they want to", below=link.span)


def _leaps(source: Element, target: Element) -> bool:
    if target.kind != "outcome" or is_stopped(source):
        return False
    if source.kind == "outcome":
        return source.get("change") == "capacity" and target.get("change") == "behaviour"
    return source.kind == "output" or (source.kind == "activity" and target.get("change") == "behaviour")


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.ASSUMPTIONS)
