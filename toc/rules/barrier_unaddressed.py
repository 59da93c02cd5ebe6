"""A barrier that nothing on the map works on.

Somebody named what stands in the way. Either something on the map works on it (`-|`), or the group assumes that it
will not matter, or it has decided to leave it and says why. A barrier that comes from another one is taken care of
when that other one is.

Source: the problem tree of the logframe; Mayne 2019 starts from the barriers.

Speaks up:

```toc
goal housed: Families on benefits find a flat
  barrier refuse: Landlords turn down people on benefits
  activity search: Help families search
```

Silent:

```toc
goal housed: Families on benefits find a flat
  barrier refuse: Landlords turn down people on benefits
  activity deposit: Vouch for the deposit
    -| refuse
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkKind
from toc.source import NOWHERE

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import count, name, names
from .rule import WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "barrier-unaddressed"


def find(facts: Facts) -> Iterator[Finding]:
    """Name the barriers that nothing addresses."""
    barriers = facts.theory.of_kind("barrier")
    addressed = _addressed(facts) if barriers else frozenset()

    def alone(barrier: Element) -> Finding:
        message = f"You named {name(barrier)} as a barrier, and nothing on the map works on it. Who could, and how?"
        return on_element(barrier, message, *_fixes(barrier))

    def together(left: Sequence[Element]) -> Finding:
        message = f"You named {count(len(left), 'barrier')} that nothing on the map works on: {names(left)}."
        return at_first(f"{message} Who could, and how?", left[0], *begin_with(left[0], *_fixes(left[0])))

    yield from few_or_many([one for one in barriers if one.id not in addressed], facts, NAME, alone, together)


def _fixes(barrier: Element) -> tuple[Fix, Fix]:
    return (
        Fix("Say below the activity that works on it", paste=f"-| {barrier.id}", below=NOWHERE),
        Fix("If you leave it, say why", paste=f"ignore {NAME}: …"),
    )


def _addressed(facts: Facts) -> frozenset[str]:
    """Give the barriers that something works on, leads to or is assumed about, and those that follow from them."""
    known = facts.theory.by_id
    barriers = {one for one, element in known.items() if element.kind == "barrier"}
    follows: dict[str, list[str]] = {}
    found = [one for one in barriers if one in facts.settled or facts.graph.beliefs(one, "assumption")]
    for link in facts.theory.links:
        if link.target in barriers:
            if link.source in barriers and link.kind is LinkKind.LEADS_TO:
                follows.setdefault(link.source, []).append(link.target)
            elif link.kind is not LinkKind.FEEDS_BACK and not is_stopped(known.get(link.source)):
                found.append(link.target)
    seen = set(found)
    for barrier in found:
        for other in follows.get(barrier, ()):
            if other not in seen:
                seen.add(other)
                found.append(other)
    return frozenset(seen)


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, asks_for_more=True)
