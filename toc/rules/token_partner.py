"""A partner who is asked, but decides nothing.

Somebody sits in the core group, or brings the voice of the people it is all for, and every one of their roles is to be
consulted or informed: no lead, nothing they do, no say, nothing they get. That is hard to tell from being there for the
look of it. `decides-on:` writes down what a partner has a say in; `ring: wider` is the honest word for somebody who
wants to be heard and not to decide.

Source: informing, consulting and placating are degrees of tokenism (Arnstein 1969); meaningful involvement (the
partnership handbooks agree).

Speaks up:

```toc
partner tenants: Tenants' Forum
  ring: core
partner city: City Housing
  ring: core
  gets: fewer empty flats
goal home: Nobody in Norhaven waits for a flat for more than a year
  activity allocate: Hand out flats by need
    by city
      role: lead
    by tenants
      role: consulted
```

Silent:

```toc
partner tenants: Tenants' Forum
  ring: core
  decides-on: allocate
partner city: City Housing
  ring: core
  gets: fewer empty flats
goal home: Nobody in Norhaven waits for a flat for more than a year
  activity allocate: Hand out flats by need
    by city
      role: lead
    by tenants
      role: consulted
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .at_the_table import at_the_table
from .few_or_many import at_first, begin_with, few_or_many
from .giving import brought
from .phrases import capital, count, name, names, quoted
from .rings import ring
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.model import Contribution, Element

NAME = "token-partner"
LISTENING = frozenset({"consulted", "informed"})
"""The roles of those who are asked or told."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner near the middle who is only asked or told."""
    given = brought(facts.theory)
    asked = [
        one
        for one in at_the_table(facts.theory)
        if one.id not in facts.settled and is_only_asked(one, given.get(one.id, ()))
    ]

    def alone(partner: Element) -> Finding:
        message = f"{_stands(partner)}, and is only {_asked(given[partner.id])}."
        return on_element(partner, f"{message} What could they decide, or what could they take on?", *_fixes(partner))

    def together(left: Sequence[Element]) -> Finding:
        many = capital(count(len(left), "partner"))
        message = f"{many} close to the middle are only consulted or informed: {names(left)}."
        question = "What could each of them decide, or take on?"
        return at_first(f"{message} {question}", left[0], *begin_with(left[0], *_fixes(left[0])))

    yield from few_or_many(asked, facts, NAME, alone, together)


def _fixes(partner: Element) -> tuple[Fix, Fix]:
    wider = next((one.span for one in partner.details if one.key == "ring"), None)
    return (
        Fix("Write down what they have a say in", paste="decides-on: …"),
        Fix("If they would rather only be heard, say so", paste="ring: wider", instead=wider),
    )


def is_only_asked(partner: Element, given: Iterable[Contribution]) -> bool:
    """Say whether somebody near the middle has no other role than to be consulted or informed, no say and no gain."""
    roles = {one.role.strip().casefold() for one in given}
    is_near = ring(partner) == "core" or bool(partner.get("speaks-for"))
    return is_near and bool(roles) and roles <= LISTENING and not partner.get("decides-on") and not partner.get("gets")


def _asked(given: Iterable[Contribution]) -> str:
    return "consulted" if any(one.role.strip().casefold() == "consulted" for one in given) else "informed"


def _stands(partner: Element) -> str:
    if ring(partner) == "core":
        return f"{name(partner)} is in the core group"
    return f"{name(partner)} speaks for {quoted(partner.get('speaks-for') or '')}"


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
