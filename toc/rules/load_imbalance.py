"""One partner who carries most of it.

Where one partner leads more than half of the work, the others may have stopped leading; where nearly all the money
comes from one of them, everything ends with it. That can be just what everybody wants, so this only asks. Whoever
does something alone leads it. From three partners and four pieces of led work on; money counts where at least two
partners bring some in the same currency.

Source: domination and over-reliance (a handbook for partnerships of many); equity (Ostrom), which is not equality (The
Partnering Initiative).

Speaks up:

```toc
partner council: Harbour Council
partner traders: Quay Traders
partner parents: Parents of Harbour School
goal green: The old harbour is a park
  activity plan: Draw the plan
    by council
  activity trees: Plant sixty trees
    by council
  activity paths: Build the paths
    by council
  activity party: Open it with a party
    by traders
  activity swings: Build the swings
    by parents
```

Silent:

```toc
partner council: Harbour Council
partner traders: Quay Traders
partner parents: Parents of Harbour School
goal green: The old harbour is a park
  activity plan: Draw the plan
    by council
  activity trees: Plant sixty trees
    by council
  activity paths: Build the paths
    by traders
  activity party: Open it with a party
    by traders
  activity swings: Build the swings
    by parents
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped, state
from toc.source import NOWHERE

from .at_the_table import at_the_table
from .giving import leaders
from .phrases import name
from .rings import SEVERAL
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.logic.amounts import Amount

_MONEY = r"[€$£¥₹₦₵₱₺₽₩]|\b(?!KWH|MWH|GWH|TWH|KGS|PCS|HRS)[A-Z]{3}\b|\bF?CFA\b|\b[Ee]uros?\b"


def find(facts: Facts) -> Iterator[Finding]:
    """Name the partner who leads most of the work, and the one who brings nearly all the money."""
    if len(at_the_table(facts.theory)) < SEVERAL:
        return
    yield from _of_leads(facts)
    yield from _of_money(facts)


def _of_leads(facts: Facts) -> Iterator[Finding]:
    led: dict[str, int] = {}
    for activity in facts.theory.of_kind("activity"):
        if not is_stopped(activity):
            for leader in leaders(activity.id, facts):
                led[leader] = led.get(leader, 0) + 1
    most, all_of_them = max(led, key=led.__getitem__, default=""), sum(led.values())
    share = facts.thresholds.leads_of_one_partner
    if all_of_them >= facts.thresholds.leads_in_all and led[most] > share * all_of_them and most in facts.theory.by_id:
        partner = facts.theory.by_id[most]
        message = (
            f"{name(partner)} leads {led[most]} of the {all_of_them} activities that somebody leads. "
            "Is that how all of you want it, or would somebody else like to lead one of them?"
        )
        yield on_element(partner, message, Fix("Name another lead, below an activity", paste="lead: …", below=NOWHERE))


def _of_money(facts: Facts) -> Iterator[Finding]:
    for currency, given in _money(facts).items():
        if len(given) > 1:
            most = max(given, key=given.__getitem__)
            least, whole = given[most][0], sum(high for partner, (_, high) in given.items() if partner != most)
            if least > facts.thresholds.money_of_one_partner * (least + whole) and most in facts.theory.by_id:
                partner = facts.theory.by_id[most]
                said = f"{least:,.0f} of {least + whole:,.0f} {currency}"
                message = f"Nearly all the money that is written down comes from {name(partner)}: {said}."
                yield on_element(partner, f"{message} What would you do if it ended?")


def _money(facts: Facts) -> Mapping[str, Mapping[str, tuple[float, float]]]:
    """Give for every currency what each partner brings, read as little and as much; the same amount counts once."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    seen: set[tuple[str, str]] = set()
    for given in facts.theory.contributions:
        said = (given.get("amount") or "").strip()
        if said and state(given) != "withdrawn" and (given.partner, said) not in seen and re.search(_MONEY, said):
            seen.add((given.partner, said))
            read = _read(said)
            if read and read.of is None:
                currency = read.unit.upper()
                low, high = found.setdefault(currency, {}).get(given.partner, (0.0, 0.0))
                found[currency][given.partner] = (low + read.values[0], high + read.values[-1])
    return found


def _read(said: str) -> Amount | None:
    from toc.logic.amounts import amount  # noqa: PLC0415  most theories name no money

    return amount(said)


RULE = Rule("load-imbalance", find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP)
