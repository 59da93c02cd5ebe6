"""Something promised that nobody at home has confirmed.

Whoever sits at the table is not their organisation. They offer in good faith, and it takes time until those who decide
have heard of it and said yes. Once a plan is agreed, every promise should say who confirmed it
(`confirmed-by`, `confirmed-on`, or `status: confirmed`). Work that is done or stopped is left in peace, and a promise
on which a goal depends is told by `single-partner-dependence` alone.

Source: individuals are not their organisations, and it takes time to filter up (Pickering and Plitt 2013); those who
decide often do not know (a handbook for partnerships of many).

Speaks up:

```toc
partner asha: Asha's Kitchen
goal fed: Nobody in Harbour goes hungry
  activity cook: Cook for two hundred
    by asha: two staff days
      status: offered
```

Silent:

```toc
partner asha: Asha's Kitchen
goal fed: Nobody in Harbour goes hungry
  activity cook: Cook for two hundred
    by asha: two staff days
      status: offered
      confirmed-by: the board
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import state

from . import single_partner_dependence
from .few_or_many import at_first, few_or_many
from .giving import is_going_on, is_promised
from .ignores import is_waived
from .phrases import capital, count, name, name_of, names_of, quoted
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import Contribution, Element

NAME = "unconfirmed-contribution"


def find(facts: Facts) -> Iterator[Finding]:
    """Name what is offered or pledged and not confirmed, by what it is for."""
    promised = [given for given in facts.theory.contributions if is_promised(given) and _counts(given, facts)]
    told = _told_elsewhere(facts) if promised else frozenset()
    found: dict[str, list[Contribution]] = {}
    for given in promised:
        if id(given) not in told:
            found.setdefault(given.to if isinstance(given.to, str) else given.partner, []).append(given)
    lacking = [facts.theory.by_id[known] for known in found]
    yield from few_or_many(
        lacking,
        facts,
        NAME,
        lambda one: _alone(one, found[one.id], facts),
        lambda several: _together(several, found, facts),
    )


def _counts(given: Contribution, facts: Facts) -> bool:
    """Say whether a promise is about something that still lies ahead, by somebody who is a partner here."""
    about = facts.theory.by_id.get(given.to) if isinstance(given.to, str) else None
    if isinstance(given.to, str) and (about is None or not is_going_on(about)):
        return False
    return given.partner in facts.theory.by_id and not {given.partner, given.to} & facts.settled


def _told_elsewhere(facts: Facts) -> frozenset[int]:
    """Give the promises on which a goal depends, where another rule speaks about them."""
    rule = single_partner_dependence.NAME
    if rule not in facts.speaking:
        return frozenset()
    found = single_partner_dependence.pillars(facts)
    open_ = [pillar for pillar in found if not is_waived(facts.theory, pillar.partner.id, rule)]
    return frozenset([id(given) for pillar in open_ for given in pillar.promised])


def _alone(about: Element, promised: Sequence[Contribution], facts: Facts) -> Finding:
    first, partners = promised[0], tuple(dict.fromkeys([given.partner for given in promised]))
    who = names_of(facts.theory, partners)
    where = "" if about.kind == "partner" else f" for {name(about)}"
    if len(promised) == 1:
        did = "offered" if state(first) == "offered" else "pledged"
        what = quoted(first.what) if first.what else "something" if about.kind == "partner" else "to help"
        message = f"{who} has {did} {what}{where}, and nobody has confirmed it yet."
    else:
        have = "has promised several things" if len(partners) == 1 else "have promised something"
        message = f"{who} {have}{where} that nobody has confirmed yet."
    said = next((detail.span for detail in first.details if detail.key == "status"), None)
    return on_element(
        about,
        f"{message} Has it been agreed at home, or does that take a little longer?",
        Fix("Write down who said yes", paste="confirmed-by: …", below=first.span),
        Fix("Or only that it is confirmed", paste="status: confirmed", instead=said),
    )


def _together(several: Sequence[Element], found: Mapping[str, Sequence[Contribution]], facts: Facts) -> Finding:
    partners = tuple(dict.fromkeys([given.partner for one in several for given in found[one.id]]))
    number = sum(len(found[one.id]) for one in several)
    message = (
        f"{capital(count(number, 'contribution'))} of {names_of(facts.theory, partners)} are promised and not "
        f"confirmed yet, for {names_of(facts.theory, [one.id for one in several])}. Which have been agreed at home?"
    )
    first = found[several[0].id][0]
    fix = Fix(
        f"Begin with {name_of(facts.theory, first.partner)}: write down who said yes",
        paste="confirmed-by: …",
        below=first.span,
    )
    return at_first(message, several[0], fix)


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP)
