"""A partner who gives, and has not said what it needs itself.

Everybody comes with something they want for their own house. Where that stays unsaid, it works in the dark, and the
partner tires first when it gets nothing back. `aim:` writes down what a partner is after, `gets:` what it gets out of
this; either is enough. Partners who bring nothing yet are asked about that first (`idle-partner`), and so, once the
plan is agreed, are those in the core group who are only consulted (`token-partner`). Observers, whoever helps the
others work together, and one or two partners who have not named their ring are not asked.

Source: the aims of the partnership belong in each organisation's own (Sturrock and Pocock); everybody gets something
for themselves (Pickering and Plitt 2013); mutual benefit (The Partnering Initiative); aims that stay covert (Vangen
and Huxham).

Speaks up:

```toc
partner trust: Harbour Housing Trust
  ring: core
goal home: Nobody sleeps on the quay
  activity flats: Rent out twenty flats
    by trust
```

Silent:

```toc
partner trust: Harbour Housing Trust
  ring: core
  aim full: No flat stands empty for longer than a month
    -> home
goal home: Nobody sleeps on the quay
  activity flats: Rent out twenty flats
    by trust
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .at_the_table import at_the_table
from .coordinating import is_helping
from .few_or_many import at_first, few_or_many
from .giving import brought
from .phrases import capital, count, name, names_of
from .rings import SEVERAL, ring
from .rule import WARNING, Facts, Family, Rule, on_element
from .token_partner import NAME as TOKEN
from .token_partner import is_only_asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "partner-without-objective"
FEW = 2
"""How many are asked one by one."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name the partners who bring something and have written down neither an aim nor what they get."""
    given = brought(facts.theory)
    aiming = {aim.owner for aim in facts.theory.of_kind("aim")}
    partners = at_the_table(facts.theory)
    silent = [
        partner
        for partner in partners
        if (ring(partner) or len(partners) >= SEVERAL)
        and partner.id in given
        and partner.id not in aiming
        and partner.id not in facts.settled
        and not partner.get("gets")
        and not is_helping(partner)
        and not (TOKEN in facts.speaking and is_only_asked(partner, given[partner.id]))
    ]
    yield from few_or_many(silent, facts, NAME, _alone, lambda all_: _together(all_, facts), few=FEW)


def _alone(partner: Element) -> Finding:
    return on_element(partner, f"What does {name(partner)} itself need out of this?", *_fixes(partner))


def _together(partners: Sequence[Element], facts: Facts) -> Finding:
    names = names_of(facts.theory, [one.id for one in partners])
    how_many = capital(count(len(partners), "partner"))
    message = (
        f"{how_many} have not said what they need out of this themselves: {names}. What does each of them hope for?"
    )
    return at_first(message, partners[0], *_fixes(partners[0]))


def _fixes(partner: Element) -> tuple[Fix, Fix]:
    return (
        Fix(f"Write down what {name(partner)} is after", paste="aim: …", below=partner.span),
        Fix("Or what it gets out of this", paste="gets: …", below=partner.span),
    )


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
