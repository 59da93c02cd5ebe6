"""How many outcomes can be seen to come about.

An indicator is one sign by which you would know. Most theories have far fewer signs than outcomes, so this never
counts them up one by one: it says once how far you are, and which outcome without a sign is closest to the goal.
What lies beyond the ceiling needs none, and side effects are not asked for one; an indicator on a pathway counts for
all that is in it.

Source: each outcome gets one or more indicators (Taplin and Clark 2012); none are needed above the ceiling of
accountability (De Silva and others 2014); checklist of Global Affairs Canada.

Speaks up:

```toc
goal readers: Every child in Lantern Street reads for pleasure
  outcome evenings: Families read together in the evening
    indicator loans: Picture books lent in a month
  outcome shelf: There is something good to read in every home
```

Silent:

```toc
goal readers: Every child in Lantern Street reads for pleasure
  outcome evenings: Families read together in the evening
    indicator loans: Picture books lent in a month
  outcome shelf: There is something good to read in every home
    indicator shelves: Homes with ten books for children
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkRef

from .few_or_many import at_first, few_or_many
from .phrases import name
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "outcome-without-indicator"


def find(facts: Facts) -> Iterator[Finding]:
    """Count the outcomes with an indicator, and name the one without that is closest to the goal."""
    asked = [outcome for outcome in facts.theory.of_kind("outcome") if _is_asked(outcome, facts)]
    measured = frozenset(_measured(facts))
    lacking = [outcome for outcome in asked if outcome.id not in measured]

    def together(left: Sequence[Element]) -> Finding:
        levels = facts.graph.levels
        first = min(left, key=lambda outcome: levels.get(outcome.id, 0))
        return at_first(
            f"{_coverage(len(asked) - len(lacking), len(asked), facts)} {name(first)}: how would you know? "
            "Name one sign.",
            first,
            Fix("Name it below", paste="indicator: …", below=first.span),
        )

    yield from few_or_many(lacking, facts, NAME, _alone, together, few=1)


def _alone(outcome: Element) -> Finding:
    message = f"{name(outcome)} has no indicator. How would you know? Name one sign."
    return on_element(outcome, message, Fix("Name it below", paste="indicator: …"))


def _coverage(number: int, of: int, facts: Facts) -> str:
    if number:
        return f"{number:,} of {of:,} outcomes {'has' if number == 1 else 'have'} an indicator. Go on with"
    nobody = "Neither of the two" if of == 2 else f"Not one of the {of:,}"  # noqa: PLR2004  two have a word of their own
    return f"{nobody} outcomes has an indicator{' yet' if facts.early else ''}. Begin with"


def _is_asked(outcome: Element, facts: Facts) -> bool:
    return (
        outcome.get("unintended") != "yes"
        and outcome.id not in facts.graph.ceiling.above
        and outcome.id not in facts.settled
    )


def _measured(facts: Facts) -> Iterator[str]:
    for indicator in facts.theory.of_kind("indicator"):
        for what in indicator.about:
            for end in (what.source, what.target) if isinstance(what, LinkRef) else (what,):
                yield end
                yield from facts.graph.members(end)


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.MEASUREMENT, asks_for_more=True)
