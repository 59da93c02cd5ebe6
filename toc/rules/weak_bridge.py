"""A step that everything passes through, without evidence.

When all the work can reach a goal only by way of one step, the whole plan is as strong as that step. Such a bridge
may well hold; this only asks what you know about it. It looks at goals that at least two activities lead to.

With very many goals the search stops at a limit, and says so.

Source: plausible and justifiable theories (Davies 2012; Forti 2012); evidence, experience, uncertain (Changeroo).

Speaks up:

```toc
goal read: Every child reads at ten
  outcome home: Parents read to their children
    activity bags: Lend bags of books
    activity club: Meet in a reading club
```

Silent:

```toc
goal read: Every child reads at ten
  outcome home: Parents read to their children
    activity bags: Lend bags of books
    activity club: Meet in a reading club
    evidence study: Children read to at home read earlier
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkKind

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import count, name, name_of, names
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "weak-bridge"
KNOWN = Fix("Write down what you know about it", paste="evidence: …")


def find(facts: Facts) -> Iterator[Finding]:
    """Name every single point that no evidence is about, neither the note nor an arrow that leads on from it."""
    points, complete = facts.graph.single_points
    proven = _proven(facts) if points else frozenset()
    goals = {place: goal for place, goal in points if place in facts.theory.by_id and place not in proven}

    def alone(step: Element) -> Finding:
        message = f"All the work for {name_of(facts.theory, goals[step.id])} passes through {name(step)}"
        evidence = "and there is no evidence for that step yet. What do you know about it?"
        return on_element(step, f"{message}, {evidence}", KNOWN)

    def together(left: Sequence[Element]) -> Finding:
        message = f"All the work for a goal passes through {count(len(left), 'step')} without evidence: {names(left)}."
        return at_first(f"{message} What do you know about each of them?", left[0], *begin_with(left[0], KNOWN))

    yield from few_or_many([facts.theory.by_id[place] for place in goals], facts, NAME, alone, together)
    if not complete:
        yield on_theory(facts.theory, "There are so many goals that only some were searched for weak bridges.")


def _proven(facts: Facts) -> frozenset[str]:
    proven = {
        link.source
        for link in facts.theory.links
        if link.kind is LinkKind.LEADS_TO and facts.graph.beliefs(link.ref, "evidence")
    }
    for what in facts.graph.about:
        if isinstance(what, str) and facts.graph.beliefs(what, "evidence"):
            proven.add(what)
    return frozenset(proven)


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, family=Family.ASSUMPTIONS)
