"""A partner of the core group for whom nobody speaks, or only one person.

An organisation takes part through people. Without somebody who speaks for it, nobody carries things home; with only one
person, everything is lost when that person changes jobs. `champion:` and `deputy:` name them. While nobody has said who
belongs to the core group, every partner who brings something is asked about, from three partners on.

Source: individuals are not their organisations, and they are replaced (Pickering and Plitt 2013); leaders as enabling
champions (Sturrock and Pocock).

Speaks up:

```toc
partner college: Harbour College
  ring: core
  champion: Tom Adeyemi
partner trades: Harbour Trades
  ring: wider
```

Silent:

```toc
partner college: Harbour College
  ring: core
  champion: Tom Adeyemi
  deputy: Ines Varga
partner trades: Harbour Trades
  ring: wider
```
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed

from .few_or_many import at_first, few_or_many
from .giving import brought
from .phrases import capital, count, name, name_of, names_of
from .rings import SEVERAL, core_group, ring
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "no-champion"
FEW = 2
"""How many are asked one by one."""

ENOUGH = 2
"""How many people speak for a partner: one, and somebody who stands in."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name the partners of the core group who have no champion, or one without a deputy."""
    core, given = core_group(facts.theory), brought(facts.theory)
    lone = [
        one
        for one in core
        if len(_speakers(one)) < ENOUGH
        and one.id not in facts.settled
        and (ring(one) == "core" or (len(core) >= SEVERAL and one.id in given))
    ]
    alone, together = partial(_alone, facts=facts), partial(_together, facts=facts)
    yield from few_or_many(lone, facts, NAME, alone, together, few=FEW)


def _speakers(partner: Element) -> tuple[str, ...]:
    return tuple([one for key in ("champion", "deputy") for one in listed(partner.get(key) or "")])


def _alone(partner: Element, facts: Facts) -> Finding:
    champion, deputy = partner.get("champion"), partner.get("deputy")
    if champion or deputy:
        message = f"If {name_of(facts.theory, champion or deputy or '')} moves on, who speaks for {name(partner)}?"
        missing = "deputy" if champion else "champion"
        return on_element(partner, message, Fix("Name somebody who stands in", paste=f"{missing}: …"))
    message = f"Who speaks for {name(partner)} here, and carries things home?"
    return on_element(partner, message, Fix("Name them", paste="champion: …"))


def _together(partners: Sequence[Element], facts: Facts) -> Finding:
    names = names_of(facts.theory, [one.id for one in partners])
    some = any(_speakers(one) for one in partners)
    nobody = "one person or nobody" if some else "nobody"
    message = (
        f"{capital(count(len(partners), 'partner'))} have {nobody} who speaks for them here: {names}. "
        f"Who carries things home{', also when that person moves on' if some else ''}?"
    )
    first = partners[0]
    missing = "deputy" if first.get("champion") else "champion"
    fix = Fix(f"Begin with {name(first)}", paste=f"{missing}: …", below=first.span)
    return at_first(message, first, fix)


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP, asks_for_more=True)
