"""Nobody knows how a partner leaves.

People change jobs, funding ends, priorities move. A partnership that has said how a partner leaves well is not brought
down by it. `exit` below the agreement says it for all, `until` below a partner for one. And whoever holds the work
together for a time, as a facilitator or broker, needs an end (`until`) or somebody to hand over to (`hands-to`).

Source: conditions for moving on (Partnership Brokers); a facilitator for a limited time; exit guidance (INTRAC, GNDR).

Speaks up:

```toc
partner trust: Harbour Trust
  role: facilitator
partner homes: Riverside Homes
goal home: Nobody sleeps on the quay
  activity flats: Rent twenty flats
    by homes
```

Silent:

```toc
partner trust: Harbour Trust
  role: facilitator
  until: 2028
  hands-to: homes
partner homes: Riverside Homes
goal home: Nobody sleeps on the quay
  activity flats: Rent twenty flats
    by homes
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed

from .at_the_table import at_the_table
from .phrases import name, quoted
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

FOR_A_TIME = frozenset({"broker", "facilitator", "facilitateur", "facilitatrice", "facilitador", "facilitadora"})
"""The roles that are meant to end."""


def find(facts: Facts) -> Iterator[Finding]:
    """Ask how a partner leaves, and to whom whoever facilitates hands over."""
    partners = at_the_table(facts.theory)
    endless = [one for one in partners if _is_for_a_time(one) and not _has_an_end(one)]
    for partner in endless:
        role = quoted(partner.get("role") or "")
        message = f"{name(partner)} is here as {role}, and that has no end. To whom does it pass?"
        until, to = Fix("Say until when", paste="until: …"), Fix("Say who takes over", paste="hands-to: …")
        yield on_element(partner, message, until, to)
    agreements = facts.theory.of_kind("agreement")
    if len(partners) > 1 and not endless and not _is_said(partners, agreements):
        yield _nobody_leaves(facts, agreements)


def _is_for_a_time(partner: Element) -> bool:
    return bool(FOR_A_TIME.intersection(listed((partner.get("role") or "").casefold())))


def _has_an_end(partner: Element) -> bool:
    return bool(partner.get("until") or partner.get("hands-to"))


def _is_said(partners: tuple[Element, ...], agreements: tuple[Element, ...]) -> bool:
    return any(_has_an_end(one) for one in partners) or any(one.get("exit") for one in agreements)


def _nobody_leaves(facts: Facts, agreements: tuple[Element, ...]) -> Finding:
    message = "How does a partner leave well? No agreement says so, and no partner has an end."
    if agreements:
        return on_element(agreements[0], message, Fix("Write it into the agreement", paste="exit: …"))
    agreement = "agreement: How we work together\n  exit: …"
    return on_theory(facts.theory, message, Fix("Write it into an agreement", paste=agreement))


RULE = Rule("exit-undefined", find, None, None, ADVICE, ADVICE, family=Family.PROCESS, asks_for_more=True)
