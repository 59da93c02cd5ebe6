"""A partner who brings nothing.

Somebody sits at the table and nothing on the map depends on them. Perhaps nobody asked what they could bring,
perhaps they are an observer (`ring: observer`), perhaps they are here for the look of it. Any contribution counts,
also to an indicator, a disagreement or the whole theory, and so does standing in as a backup, keeping an eye on an
assumption, or having a say (`decides-on:`). Whoever keeps the partnership going (`role: backbone`, `coordination`,
`facilitator`…) is not idle, nor is a partner not yet or no longer in.

Source: meaningful involvement and tokenism (Arnstein); everybody gives something (the partnership handbooks agree).

Speaks up:

```toc
partner homes: Riverside Homes
partner trust: Harbour Trust
goal home: Nobody sleeps on the quay
  activity flats: Rent twenty flats
    by trust
```

Silent:

```toc
partner homes: Riverside Homes
partner trust: Harbour Trust
goal home: Nobody sleeps on the quay
  activity flats: Rent twenty flats
    by trust
    by homes: knows which landlords will listen
      role: consulted
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed, state
from toc.source import NOWHERE

from .at_the_table import AWAY
from .coordinating import is_helping
from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Detail, Element

NAME = "idle-partner"

NAMING = frozenset({"owner", "source", "backup", "backbone", "depends-on", "watch"})
"""The details that can name a partner on whom something depends."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner on whom nothing depends."""
    busy = {contribution.partner for contribution in facts.theory.contributions}
    free = [one for one in facts.theory.of_kind("partner") if one.id not in busy and _is_expected(one, facts)]
    named = _named(facts) if free else frozenset()
    idle, yet = [one for one in free if one.id not in named], " yet" if facts.early else ""

    def alone(partner: Element) -> Finding:
        message = f"{name(partner)} is a partner, but nothing on the map depends on them{yet}."
        return on_element(partner, f"{message} What would they bring?", *_fixes(partner))

    def together(left: Sequence[Element]) -> Finding:
        many = capital(count(len(left), "partner"))
        message = f"{many} are here, but nothing on the map depends on them{yet}: {names(left)}."
        return at_first(f"{message} What would each of them bring?", left[0], *begin_with(left[0], *_fixes(left[0])))

    yield from few_or_many(idle, facts, NAME, alone, together)


def _fixes(partner: Element) -> tuple[Fix, Fix]:
    return (
        Fix("Write below what they contribute to", paste=f"by {partner.id}", below=NOWHERE),
        Fix("If they only look on, say so", paste="ring: observer"),
    )


def _is_expected(partner: Element, facts: Facts) -> bool:
    return (
        partner.id not in facts.settled
        and partner.get("ring") != "observer"
        and not partner.get("decides-on")
        and state(partner) not in AWAY
        and not is_helping(partner)
    )


def _named(facts: Facts) -> frozenset[str]:
    found: set[str] = set()
    for element in facts.theory.elements:
        found.update(_names_in(element.details))
    for contribution in facts.theory.contributions:
        found.update(_names_in(contribution.details))
    return frozenset(found)


def _names_in(details: tuple[Detail, ...]) -> Iterator[str]:
    for detail in details:
        if detail.key in NAMING:
            yield from listed(detail.value)


RULE = Rule(NAME, find, ADVICE, WARNING, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
