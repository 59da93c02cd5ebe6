"""Notes that lead to each other in a circle.

If one thing must come before another, and that one before the first, nobody can start. Most circles are a slip:
one arrow points the wrong way. Some are meant: a reinforcing loop, where success feeds more success. A loop that
is meant is drawn with `~>`, which this check and all questions of reach leave alone.

Every tangle of notes is told once, by a shortest circle in it. In a giant tangle the search for a shorter one stops
at a limit, and the message says so.

Source: Davies 2018 asks that loops be drawn on purpose; Mayne 2017 asks for a logical order of results.

Speaks up:

```toc
goal safe-river: Families swim in the river again
  outcome clean-water: The water is clean all summer
    outcome more-visitors: More visitors come to the banks
      -> caring: visitors see what a clean river is worth
  outcome caring: Neighbours look after the banks
    -> clean-water
    -> more-visitors
```

Silent:

```toc
goal safe-river: Families swim in the river again
  outcome clean-water: The water is clean all summer
    outcome caring: Neighbours look after the banks
  ~> caring: a river people swim in is a river they look after
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .level_reversal import RANKS
from .phrases import count, name_of
from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_element, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.logic import Knot
    from toc.model import Link

SHOWN = 6
"""How many notes of a circle a message names."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name one shortest circle of every tangle, on the arrow that seems to close it."""
    knots = facts.graph.knots
    links = {(link.source, link.target): link for link in facts.theory.links} if knots else {}
    for knot in knots:
        source, target = _closing(knot, links, facts)
        message = f"{_circle(knot, facts)} Which arrow points the wrong way, or is this a loop you want?"
        link = links.get((source, target))
        fix = Fix(
            f"If you want the loop, write this below {name_of(facts.theory, source)} in place of the arrow",
            paste=f"~> {target}",
            below=facts.theory.by_id[source].span if link else NOWHERE,
            instead=link.span if link else None,
        )
        if link:
            yield on_link(link, message + _limits(knot), fix)
        else:
            yield on_element(facts.theory.by_id[source], message + _limits(knot), fix)


def _closing(knot: Knot, links: dict[tuple[str, str], Link], facts: Facts) -> tuple[str, str]:
    """Find the arrow that seems wrong: from a later kind to an earlier one, away from the goal, written last."""
    known, levels = facts.theory.by_id, facts.graph.levels

    def suspicion(pair: tuple[str, str]) -> tuple[int, int, int]:
        source, target = pair
        kinds = RANKS.get(known[source].kind, 0) - RANKS.get(known[target].kind, 0)
        return kinds, levels[target] - levels[source], links[pair].span.start if pair in links else -1

    return max(zip(knot.circle, (*knot.circle[1:], knot.circle[0]), strict=True), key=suspicion)


def _circle(knot: Knot, facts: Facts) -> str:
    circle = knot.circle
    if len(circle) == 1:
        return f"{name_of(facts.theory, circle[0])} leads to itself."
    names = [name_of(facts.theory, one) for one in circle[: SHOWN - 1]]
    if len(circle) > SHOWN:
        names.append(f"… {count(len(circle) - SHOWN, 'more note')} …")
    if len(circle) >= SHOWN:
        names.append(name_of(facts.theory, circle[-1]))
    return f"These notes lead to each other in a circle: {' → '.join([*names, names[0]])}."


def _limits(knot: Knot) -> str:
    said = f" The whole tangle has {knot.size:,} notes." if knot.size > len(knot.circle) else ""
    if knot.shortest:
        return said
    return f"{said} There may be a shorter circle: only a part of it was searched."


RULE = Rule("causal-cycle", find, ADVICE, WARNING, ERROR, ERROR)
