"""Somebody it cannot work without, who is not in, and nobody knows when to ask again.

A no is respected, and it is rarely the last word: circumstances change, and so do people. For a stakeholder with
`essential: yes` who declined, or about whom nothing is known yet, write down what it would take for them to join
(`joins-if`), or when you may come back (`follow-up`).

Source: must-haves, and asking leave to come back in about six months (a handbook for partnerships of many).

Speaks up:

```toc
stakeholder landlords: Landlords of the quay
  essential: yes
  status: said no in May
```

Silent:

```toc
stakeholder landlords: Landlords of the quay
  essential: yes
  status: said no in May
  follow-up: 2027-01
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic.dates import months_after

from .phrases import name, quoted
from .rule import ADVICE, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

MONTHS_UNTIL_ASKED_AGAIN = 6

_NO = (
    r"\bno\b|\bnot\b|n[’']t\b|declin|refus|absent|reject|\bout\b|withdr"
    r"|\bnon\b|\bpas\b|rechaz|rehus|ausent|رفض|غائب|لا\b"
)


def find(facts: Facts) -> Iterator[Finding]:
    """Name every essential stakeholder who is not in, without a date or a condition."""
    for one in facts.theory.of_kind("stakeholder"):
        said = (one.get("status") or "").strip()
        is_needed = (one.get("essential") or "").strip().casefold() == "yes" and one.id not in facts.settled
        if (
            is_needed
            and not one.get("follow-up")
            and not one.get("joins-if")
            and (not said or re.search(_NO, said.casefold()))
        ):
            yield _told(one, said, facts)


def _told(one: Element, said: str, facts: Facts) -> Finding:
    known = f" ({quoted(said)})." if said else ", and nothing says where you stand with them."
    again = months_after(facts.as_of, MONTHS_UNTIL_ASKED_AGAIN).isoformat()[:7] if facts.as_of else "…"
    return on_element(
        one,
        f"It cannot work without {name(one)}{known} What would it take for them to join, and when may you ask again?",
        Fix("Write down when you may ask again", paste=f"follow-up: {again}"),
        Fix("Or what it would take", paste="joins-if: …"),
    )


RULE = Rule(
    "stakeholder-follow-up-missing", find, None, None, ADVICE, ADVICE, family=Family.PARTNERSHIP, asks_for_more=True
)
