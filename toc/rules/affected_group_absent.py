"""A goal for people who are not at the table.

The goal says for whom it is (`for:`), and no partner and no stakeholder is one of them or speaks for them. Then
others decide what is good for them. A partner or a stakeholder says whose voice it brings (`speaks-for:`); one whose
name has a word of the group in it counts as well, and so does one that `for:` names. It is a warning once you have
written down who is in the core group, and so who decides.

Source: stakeholders who are under-represented (a handbook for partnerships of many); inclusive design (Davies 2012);
those affected take part in the rules (Ostrom).

Speaks up:

```toc
partner council: Harbour Council
partner trust: Family Trust
goal rest: Young carers have a day of their own every week
  for: young carers of the old town
```

Silent:

```toc
partner council: Harbour Council
partner trust: Family Trust
  speaks-for: young carers
goal rest: Young carers have a day of their own every week
  for: young carers in Harbour
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed
from toc.source import NOWHERE

from .at_the_table import at_the_table
from .phrases import name, quoted
from .rings import has_rings
from .rule import ADVICE, HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

SHORTEST = 4
"""How many letters a word of the Latin alphabet has at least to tell people apart."""

STEM = 5
"""How many letters of a word are compared: carer and carers, fishers and fishing families."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every goal for a group that nobody at the table is part of or speaks for."""
    partners = at_the_table(facts.theory)
    goals = [one for one in facts.theory.of_kind("goal") if one.get("for") and one.id not in facts.settled]
    if not partners or not goals:
        return
    voices = (*partners, *facts.theory.of_kind("stakeholder"))
    title = _stems(facts.theory.title)
    groups = [_stems(goal.get("for") or "") - title for goal in goals]
    spoken = [_stems(" ".join(one.all("speaks-for"))) - title for one in voices if one.get("speaks-for")]
    if any(said.isdisjoint(frozenset().union(*groups)) for said in spoken):
        return
    named = {one for voice in voices for value in voice.all("speaks-for") for one in listed(value)}
    present = {one.id for one in voices}
    known = frozenset().union(*spoken, *[_stems(one.text) for one in voices])
    for goal, group in zip(goals, groups, strict=True):
        ids = {goal.id, *listed(goal.get("for") or "")}
        if group and group.isdisjoint(known) and not ids & named and not ids & present:
            yield _told(goal, facts)


def _stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that can tell people apart: no numbers, no short words."""
    words = [word for word in words_of(text) if not word[0].isdecimal()]
    return frozenset([word[:STEM] for word in words if len(word) >= SHORTEST or not word.isascii()])


def _told(goal: Element, facts: Facts) -> Finding:
    group = quoted(goal.get("for") or "")
    return on_element(
        goal,
        f"{name(goal)} is for {group}. Who among them sits at the table, or who speaks for them there?",
        Fix("If a partner does, write below it", paste=f"speaks-for: {goal.get('for')}", below=NOWHERE),
        Fix("Or add who should be asked", paste=f"stakeholder: {goal.get('for')}", below=NOWHERE),
        at_most=WARNING if has_rings(facts.theory) else ADVICE,
    )


RULE = Rule(
    "affected-group-absent", find, None, None, WARNING, WARNING, HEURISTIC, Family.PARTNERSHIP, asks_for_more=True
)
