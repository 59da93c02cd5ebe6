"""How close a partner says it works with the others, and what it does, do not fit.

`level: network` means telling each other what one does; who leads work, or lends money, does more than that. `level:
collaborate` means making each other stronger; who is only consulted or informed does less. Neither is better: some
partners do well at arm's length. But two readings of the same word are a common quarrel.

Source: networking, coordinating, cooperating, collaborating (Himmelman 2002); different depths of commitment, alignment
before integration (Pickering and Plitt 2013).

Speaks up:

```toc
partner police: Harbour Police
  level: network
goal safe: Children in Harbour walk to school alone
  activity room: Run a café for parents
    by police: a house in Quay Street
      role: lead
```

Silent:

```toc
partner police: Harbour Police
  level: cooperate
goal safe: Children in Harbour walk to school alone
  activity room: Run a café for parents
    by police: a house in Quay Street
      role: lead
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .at_the_table import at_the_table
from .giving import brought
from .phrases import name, name_of, quoted
from .rule import ADVICE, Facts, Family, Rule, on_element
from .token_partner import LISTENING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Contribution, Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner whose level says less, or more, than what it brings."""
    given = brought(facts.theory)
    for partner in at_the_table(facts.theory):
        level, brings = (partner.get("level") or "").strip().casefold(), given.get(partner.id, ())
        if partner.id in facts.settled or not brings:
            continue
        if level == "network" and (more := _more_than_news(brings, facts)):
            yield _told(partner, f"and they {more}", "cooperate")
        elif level == "collaborate" and {one.role.strip().casefold() for one in brings} <= LISTENING:
            yield _told(partner, "and so far they are only consulted or informed", "network")


def _more_than_news(brings: Sequence[Contribution], facts: Facts) -> str:
    """Say what a partner does that is more than telling what it does, or nothing."""
    for one in brings:
        about = facts.theory.by_id.get(one.to) if isinstance(one.to, str) else None
        if one.role.strip().casefold() == "lead" and about:
            return f"lead {name_of(facts.theory, about.id)}"
        if one.get("amount"):
            return f"bring {quoted(one.get('amount') or '')}"
        if about and about.kind == "input":
            return f"bring {name(about)}"
    return ""


def _told(partner: Element, said: str, fits: str) -> Finding:
    level = (partner.get("level") or "").strip()
    line = next((detail.span for detail in partner.details if detail.key == "level"), None)
    return on_element(
        partner,
        f"You wrote {quoted(level)} for how closely {name(partner)} works with the others, {said}. Which is it?",
        Fix("If what they do is right, change the word", paste=f"level: {fits}", instead=line),
    )


RULE = Rule("collaboration-level-mismatch", find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP)
