"""Every partner measures for itself.

Three or more partners, and no number that two of them watch together. Then everybody can report success while nothing
changes for the people. `shared:` on an indicator says who watches it together; two partners who collect it do, too.

Source: shared measurement (collective impact); population outcomes rather than measures of a service.

Speaks up:

```toc
partner school: Hill Road School
partner bakery: Fold Street Bakery
partner clinic: Marsh Lane Clinic
goal awake: Pupils can follow the first lesson
  indicator present: Pupils at their desk when the bell rings
    by school: counts
```

Silent:

```toc
partner school: Hill Road School
partner bakery: Fold Street Bakery
partner clinic: Marsh Lane Clinic
goal awake: Pupils can follow the first lesson
  indicator present: Pupils at their desk when the bell rings
    shared: all three
    by school: counts
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .at_the_table import at_the_table
from .rule import ADVICE, Facts, Family, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for a shared number where there are several partners and numbers, and none is shared."""
    indicators = facts.theory.of_kind("indicator")
    if not indicators or any(_is_shared(one, facts) for one in indicators):
        return
    if len(at_the_table(facts.theory)) >= facts.thresholds.partners_who_share_a_number:
        message = "No number is watched by two partners together. Which one would tell all of you how it goes?"
        yield on_theory(facts.theory, message, Fix("Write it below that indicator: ‘shared: …’"))


def _is_shared(indicator: Element, facts: Facts) -> bool:
    return bool(indicator.get("shared")) or len({one.partner for one in facts.graph.doers.get(indicator.id, ())}) > 1


RULE = Rule("no-shared-indicator", find, None, None, ADVICE, ADVICE, family=Family.MEASUREMENT, asks_for_more=True)
