"""More notes on one picture than a room can read.

A wall full of notes is fine while a group thinks. A picture that others are to understand shows about thirty
notes, and chains of three or four steps. Pathways help: each can be drawn and discussed alone, so only the notes
outside of pathways, and each pathway by itself, are counted.

Where the lines are drawn is a setting (`notes_on_one_picture`, `arrows_in_a_chain`). The numbers are ours.

Source: three or four levels usually suffice (Center for Theory of Change); nested theories (Mayne 2015, 2019).

Speaks up:

```toc
goal g: The valley has work for its young people
  outcome h: Firms take on apprentices
    outcome i: Firms can pay them
      outcome j: Firms win orders
        outcome k: Buyers know the firms
          outcome l: The firms show what they make
            outcome m: The firms share a stand
              outcome n: The firms trust each other
                activity o: Firms eat together once a month
```

Silent:

```toc
goal g: The valley has work for its young people
  outcome h: Firms take on apprentices
    outcome j: Firms win orders
      outcome l: The firms share a stand at the fair
        activity o: Firms eat together once a month
```
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import CAUSAL_KINDS

from .phrases import name_of
from .rule import ADVICE, Facts, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Count the notes of the fullest picture and the steps of the longest chain."""
    limits = facts.thresholds
    pathway, notes = _fullest(facts)
    if notes > limits.notes_on_one_picture:
        where = f"in the pathway {name_of(facts.theory, pathway)}" if pathway else "on one picture"
        message = f"{notes:,} notes {where} are more than a room can read. Which of them belong together?"
        bundle = Fix("Bundle them in pathways, and draw one at a time with --pathway")
        yield on_theory(facts.theory, message, bundle)
    steps, start = facts.graph.longest_chain
    if steps > limits.arrows_in_a_chain:
        message = f"The longest chain has {steps:,} steps; it starts at {name_of(facts.theory, start)}."
        yield on_theory(facts.theory, f"{message} Which of them could be told as one?")


def _fullest(facts: Facts) -> tuple[str, int]:
    counts = Counter(
        [
            pathway
            for element in facts.theory.elements
            if element.kind in CAUSAL_KINDS
            for pathway in element.pathways or ("",)
        ]
    )
    return counts.most_common(1)[0] if counts else ("", 0)


RULE = Rule("map-too-big", find, None, ADVICE, ADVICE, ADVICE)
