"""An indicator that no partner collects.

A number that somebody else is to bring comes late or not at all, and whoever reads it has no part in what it means.
Monitoring sits best inside the partnership: `by` below the indicator says who looks. A partner named under `source:`
or `shared:` looks too.

Source: responsibility for each indicator (Global Affairs Canada); monitoring by the members themselves (Ostrom).

Speaks up:

```toc
partner clinic: Harbour Clinic
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    source: a website of the ministry
```

Silent:

```toc
partner clinic: Harbour Clinic
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    source: a website of the ministry
    by clinic: brings the numbers to every meeting
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed, state
from toc.source import NOWHERE

from .at_the_table import at_the_table
from .few_or_many import at_first, few_or_many
from .orphan_indicator import measuring
from .phrases import name
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "indicator-without-collector"
LOOKING = ("source", "shared")
"""The details of an indicator that can name a partner who looks."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name the indicators that no partner collects; where there are no partners, nobody is asked."""
    if not at_the_table(facts.theory):
        return
    indicators = measuring(facts)
    collected = {one.to for one in facts.theory.contributions if state(one) != "withdrawn"}
    lacking = [one for one in indicators if one.id not in collected and not _is_watched(one, facts)]
    yet = " yet" if facts.early else ""

    def together(left: Sequence[Element]) -> Finding:
        done, of = len(indicators) - len(lacking), len(indicators)
        said = (
            f"{done:,} of {of:,} indicators {'is' if done == 1 else 'are'}"
            if done
            else f"Not one of the {of:,} indicators is"
        )
        message = f"{said} collected by a partner{yet}. Go on with {name(left[0])}: who looks, and how often?"
        return at_first(message, left[0], _fix(facts))

    def alone(indicator: Element) -> Finding:
        message = f"No partner collects {name(indicator)}{yet}. Who looks, and how often?"
        return on_element(indicator, message, _fix(facts))

    yield from few_or_many(lacking, facts, NAME, alone, together)


def _is_watched(indicator: Element, facts: Facts) -> bool:
    named = [facts.theory.by_id.get(one) for key in LOOKING for one in listed(indicator.get(key) or "")]
    return any(one is not None and one.kind == "partner" for one in named)


def _fix(facts: Facts) -> Fix:
    partner = at_the_table(facts.theory)[0]
    return Fix(f"Write below it who looks, such as {name(partner)}", paste=f"by {partner.id}: …", below=NOWHERE)


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.MEASUREMENT, asks_for_more=True)
