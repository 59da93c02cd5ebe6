"""An agreement that leaves out what holds a partnership together.

Principles, how you decide, and when you look at the agreement again are worth more than a list of duties: they still
help when something happens that nobody foresaw. This looks at all agreements together, and counts duties (`by` below an
agreement) against principles; more than three for each (a setting, `duties_for_each_principle`, and ours) are many.
Where there is no agreement, nothing is said: many good partnerships do without.

Source: principles over technical detail; inclusive decisions and a way through conflict (Ostrom); a partnering
agreement is reviewed when partners join or leave (MSP Guide, tool 38).

Speaks up:

```toc
agreement: How we work together
  principle: whoever is affected is asked first
```

Silent:

```toc
agreement: How we work together
  principle: whoever is affected is asked first
  decide: by consent
  review: 2027-03
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import count, series
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

HOLDING = {
    "principle": ("no principles", Fix("Write one down", paste="principle: …")),
    "decide": ("no rule for how you decide", Fix("Say how you decide", paste="decide: …")),
    "review": ("no day on which you look at it again", Fix("Set a day", paste="review: …")),
}
"""What an agreement is asked for, and how its absence is told and mended."""


def find(facts: Facts) -> Iterator[Finding]:
    """Say once what the agreements leave out."""
    agreements = facts.theory.of_kind("agreement")
    if not agreements:
        return
    missing = [HOLDING[key] for key in HOLDING if not any(one.get(key) for one in agreements)]
    ids = {one.id for one in agreements}
    duties = len([given for given in facts.theory.contributions if given.to in ids])
    principles = sum(len(one.all("principle")) for one in agreements)
    if missing:
        lists = f"lists {count(duties, 'duty', 'duties')} and " if duties and not principles else "has "
        message = f"The agreement {lists}{series([said for said, _ in missing])}. What would you want to rely on?"
        yield on_element(agreements[0], message, *[fix for _, fix in missing[:2]])
    elif duties > principles * facts.thresholds.duties_for_each_principle:
        listed = f"{count(duties, 'duty', 'duties')} and {count(principles, 'principle')}"
        message = f"The agreement lists {listed}. What do you hold each other to when none of the duties fits?"
        yield on_element(agreements[0], message, HOLDING["principle"][1])


RULE = Rule("agreement-thin", find, None, None, ADVICE, ADVICE, family=Family.PROCESS, asks_for_more=True)
