"""Assumptions about the world only, none about your own steps.

It is easy to assume that prices stay low and the weather holds. Harder, and more useful, is to write down why your
own work should work: those are the assumptions you can test. Only assumptions with a `type` are counted.

Where the line is drawn is a setting (`typed_assumptions`).

Source: a common problem in workshops (Guijt 2013); world view, context and mechanism (Changeroo).

Speaks up:

```toc
goal g: Farms survive dry years
  outcome soil: Farmers cover their soil
    assuming rain: It rains once a month
      type: context
    assuming price: Straw stays cheap
      type: context
    assuming law: The land law stays as it is
      type: context
```

Silent:

```toc
goal g: Farms survive dry years
  outcome soil: Farmers cover their soil
    assuming rain: It rains once a month
      type: context
    assuming price: Straw stays cheap
      type: context
    assuming moist: Covered soil keeps its water for two weeks
      type: causal
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .phrases import count
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Look for one causal assumption among those with a type."""
    typed = [one for one in facts.theory.of_kind("assumption") if one.get("type")]
    if len(typed) >= max(1, facts.thresholds.typed_assumptions) and all(one.get("type") != "causal" for one in typed):
        message = (
            f"All {count(len(typed), 'assumption')} with a type are about the world around you. Why should your own "
            "steps work?"
        )
        yield on_element(
            typed[0], message, Fix("Write one below a step", paste="assuming: …\n  type: causal", below=NOWHERE)
        )


RULE = Rule("only-context-assumptions", find, None, ADVICE, ADVICE, ADVICE, family=Family.ASSUMPTIONS)
