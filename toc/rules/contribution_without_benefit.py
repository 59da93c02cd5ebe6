"""A partner who gives, and to whom nothing comes back.

A partner has said what it is after, but nothing it brings leads there, and nothing says what else it gets. That can be
generous, and it rarely lasts. Write down what comes back (`gets:`), or let it help where its own aim is. Partners
without any aim are asked about that first (`partner-without-objective`), aims that meet nothing shared too
(`objective-not-aligned`), and partners who get something and bring nothing as well (`idle-partner`).

Source: mutual benefit (The Partnering Initiative); benefits in proportion to costs (Ostrom); agreements list what
everybody contributes and receives.

Speaks up:

```toc
partner health: Harbour Health
  aim queues: Shorter queues at the surgery
    -> well
goal live: Old people in Harbour live at home
  outcome well: Old people see a doctor in time
    condition bus: A bus stops at the surgery
  outcome company: Nobody eats alone
    activity lunch: Serve lunch every day
      by health: a nurse and a room
```

Silent:

```toc
partner health: Harbour Health
  gets: a room to meet people before they are ill
  aim queues: Shorter queues at the surgery
    -> well
goal live: Old people in Harbour live at home
  outcome well: Old people see a doctor in time
    condition bus: A bus stops at the surgery
  outcome company: Nobody eats alone
    activity lunch: Serve lunch every day
      by health: a nurse and a room
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkKind

from .at_the_table import at_the_table
from .few_or_many import at_first, begin_with, few_or_many
from .giving import brought
from .phrases import capital, count, name, names, names_of
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import Contribution, Element

NAME = "contribution-without-benefit"
GETS = Fix("Write down what they get out of this", paste="gets: …")
MOST_STEPS = 200_000
"""How many arrows are followed in all; past that, a way is taken for granted."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner whose contributions lead to nothing that its aims are about."""
    aims = _aims(facts)
    wanted = _wanted(facts, aims)
    given = brought(facts.theory) if wanted else {}
    asked = [one for one in at_the_table(facts.theory) if one.id in wanted and one.id in given and not one.get("gets")]
    left_out = [
        one
        for one in asked
        if one.id not in facts.settled and not _comes_back(given[one.id], wanted[one.id], facts, len(asked))
    ]
    yield from few_or_many(left_out, facts, NAME, lambda one: _told(one, aims[one.id], facts), _together)


def _aims(facts: Facts) -> dict[str, list[str]]:
    """Give for every partner its aims."""
    found: dict[str, list[str]] = {}
    for aim in facts.theory.of_kind("aim"):
        if aim.owner:
            found.setdefault(aim.owner, []).append(aim.id)
    return found


def _wanted(facts: Facts, aims: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Give for every partner the shared results that its aims lead to."""
    owners = {aim: partner for partner, ones in aims.items() for aim in ones}
    found: dict[str, list[str]] = {}
    for link in facts.theory.links if owners else ():
        owner = owners.get(link.source)
        if owner and link.kind is not LinkKind.WORKS_AGAINST:
            found.setdefault(owner, []).append(link.target)
    return found


def _comes_back(given: Sequence[Contribution], wanted: Sequence[str], facts: Facts, asked: int) -> bool:
    """Say whether something a partner brings leads to something it is after, or may do so."""
    known, starts = facts.theory.by_id, []
    for one in given:
        if one.to is None:
            return True
        starts += [one.to] if isinstance(one.to, str) else [one.to.target]
        about = known.get(starts[-1])
        starts += [end if isinstance(end, str) else end.target for end in (about.about if about else ())]
    if any(one not in known for one in (*wanted, *starts)):
        return True
    return facts.graph.is_way(starts, wanted, MOST_STEPS // asked)


def _told(partner: Element, aims: Sequence[str], facts: Facts) -> Finding:
    message = (
        f"Nothing that {name(partner)} brings leads to what it is after itself: {names_of(facts.theory, aims)}. "
        f"What comes back to {name(partner)}?"
    )
    return on_element(partner, message, GETS)


def _together(partners: Sequence[Element]) -> Finding:
    message = (
        f"{capital(count(len(partners), 'partner'))} bring something that does not lead to what they are after "
        f"themselves: {names(partners)}. What comes back to each of them?"
    )
    return at_first(message, partners[0], *begin_with(partners[0], GETS))


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP, asks_for_more=True)
