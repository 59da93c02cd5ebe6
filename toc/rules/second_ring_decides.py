"""A partner outside the core group who leads on the goal, or has a say in it.

The wider ring hears everything and helps where it can; the goal and the last results are for those who carry the
whole. If somebody from the wider ring leads there, either they belong further in, or somebody in the core
group should take it. `role: lead` counts, and `decides-on:` where it names the goal or a result with `level: long`.

Source: a handbook for partnerships of many (the second ring is not in oversight or in the major decisions).

Speaks up:

```toc
partner uni: Norhaven University
  ring: wider
  decides-on: clean
partner trust: River Trust
  ring: core
goal clean: Children in Norhaven can swim in the river
  by trust
```

Silent:

```toc
partner uni: Norhaven University
  ring: wider
partner trust: River Trust
  ring: core
  decides-on: clean
goal clean: Children in Norhaven can swim in the river
  by trust
  by uni: measures the water
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed, state

from .at_the_table import AWAY
from .phrases import name, names_of
from .rings import OUTSIDE, ring
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner outside the core group who decides on the goal or a last result."""
    led: dict[str, list[str]] = {}
    for given in facts.theory.contributions:
        if given.role == "lead" and isinstance(given.to, str) and state(given) != "withdrawn":
            led.setdefault(given.partner, []).append(given.to)
    for partner in facts.theory.of_kind("partner"):
        if ring(partner) not in OUTSIDE or state(partner) in AWAY or partner.id in facts.settled:
            continue
        said = [one for value in partner.all("decides-on") for one in listed(value)]
        over = tuple(dict.fromkeys([one for one in (*led.get(partner.id, ()), *said) if _is_last(one, facts)]))
        if over:
            yield _told(partner, over, facts)


def _is_last(known: str, facts: Facts) -> bool:
    element = facts.theory.by_id.get(known)
    return element is not None and (
        element.kind == "goal" or (element.kind == "outcome" and element.get("level") == "long")
    )


def _told(partner: Element, over: Sequence[str], facts: Facts) -> Finding:
    place = "is an observer" if ring(partner) == "observer" else "is in the wider ring"
    message = (
        f"{name(partner)} {place} and has a leading say in {names_of(facts.theory, over)}. "
        "Would they rather come into the core group, or should somebody there take this on?"
    )
    line = next((one.span for one in partner.details if one.key == "ring"), None)
    return on_element(partner, message, Fix("If they belong further in, say so", paste="ring: core", instead=line))


RULE = Rule("second-ring-decides", find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP)
