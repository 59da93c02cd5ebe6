"""Several partners, and nobody who keeps it going.

From four partners on somebody has to book the room, send the notes and keep the map. That may be a partner (`role:
backbone`, `role: coordination`), a person, or each in turn (`backbone:` below the agreement). It is only advice: some
groups want the lightest structure there is, and do well.

Source: a backbone is one of five conditions (collective impact); a common reason for failure is that nobody coordinates
(Pickering and Plitt 2013).

Speaks up:

```toc
partner council: Harbour Council
partner traders: Quay Traders
partner parents: Parents of Harbour School
partner clinic: Harbour Clinic
```

Silent:

```toc
partner council: Harbour Council
partner traders: Quay Traders
partner parents: Parents of Harbour School
partner clinic: Harbour Clinic
agreement: How we work together
  backbone: each in turn, for a year
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .at_the_table import at_the_table
from .coordinating import somebody_coordinates
from .phrases import count
from .rule import ADVICE, Facts, Family, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Ask who keeps the partnership going, where several are in it and nobody is named."""
    partners = at_the_table(facts.theory)
    if len(partners) >= facts.thresholds.partners_without_a_backbone and not somebody_coordinates(facts.theory):
        yet = " yet" if facts.early else ""
        yield on_theory(
            facts.theory,
            f"There are {count(len(partners), 'partner')}, and nobody{yet} to keep it all going. "
            "Who books the room, sends the notes and looks after the map, one of you or each in turn?",
            Fix("If it is a partner, write below it", paste="role: backbone", below=NOWHERE),
            Fix("If it is a person, or each in turn", paste="agreement:\n  backbone: …", below=NOWHERE),
        )


RULE = Rule("no-backbone", find, None, ADVICE, ADVICE, ADVICE, family=Family.PARTNERSHIP, asks_for_more=True)
