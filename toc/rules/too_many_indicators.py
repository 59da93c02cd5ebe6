"""More indicators than anybody looks at.

Every number costs somebody time, and the ones that matter drown in the rest. Two or three for an outcome, and a list
that fits on one page, are looked at. Where the lines are drawn is a setting (`indicators_of_one_outcome`,
`indicators_in_all`); the numbers are ours.

Source: do not try to measure everything (Scaling Up Nutrition); a short list of shared indicators (collective
impact).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Old people eat a warm meal every day
    indicator meals: Meals served
    indicator weight: Old people who lose weight
    indicator told: Old people who say that they were hungry
    indicator fridges: Empty fridges found by carers
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Old people eat a warm meal every day
    indicator weight: Old people who lose weight
    indicator told: Old people who say that they were hungry
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import RESULT_KINDS

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "too-many-indicators"
AT_HOME = Fix("Keep those here, and let whoever needs the others keep them at home")


def find(facts: Facts) -> Iterator[Finding]:
    """Count the indicators of each result, and all of them."""
    limits = facts.thresholds
    indicators = facts.theory.of_kind("indicator")
    if len(indicators) > limits.indicators_in_all:
        message = f"There are {count(len(indicators), 'indicator')}. Which of them would you look at in a meeting?"
        yield on_theory(facts.theory, message, AT_HOME)
        return
    numbers = {one.id: len(facts.graph.beliefs(one.id, "indicator")) for one in facts.theory.of_kind(*RESULT_KINDS)}
    crowded = [one for one in facts.theory.of_kind(*RESULT_KINDS) if numbers[one.id] > limits.indicators_of_one_outcome]

    def alone(result: Element) -> Finding:
        message = f"{name(result)} has {count(numbers[result.id], 'indicator')}."
        return on_element(result, f"{message} Which two would you look at in a meeting?", AT_HOME)

    def together(left: Sequence[Element]) -> Finding:
        most = max(left, key=lambda result: numbers[result.id])
        message = f"{count(len(left), 'result')} have more than {count(limits.indicators_of_one_outcome, 'indicator')}"
        first = f"{name(most)} has {count(numbers[most.id], 'indicator')}"
        return at_first(f"{capital(message)} each; {first}. Which would you look at in a meeting?", most)

    yield from few_or_many(crowded, facts, NAME, alone, together)


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, family=Family.MEASUREMENT)
