"""A map without a goal.

Everything on a theory of change is there for the sake of something. Without that something, nobody can say which
work belongs on the map and which does not. So this is said once, and the checks that ask what leads to the goal
keep quiet until there is one.

Source: the first stage of the Center for Theory of Change: begin with the long-term change.

Speaks up:

```toc
activity newsletter: Send a newsletter to all members
```

Silent:

```toc
goal connected: Nobody in the valley eats alone
activity newsletter: Send a newsletter to all members
  -> connected
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for a goal where there is none."""
    if not facts.graph.goals:
        opening = "There is no goal yet." if facts.early else "The goal is missing."
        message = f"{opening} What would be different, and for whom, if your work together succeeded?"
        yield on_theory(facts.theory, message, Fix("Write the goal first", paste="goal: Who is better off, and how"))


RULE = Rule("no-goal", find, ADVICE, WARNING, ERROR, ERROR, asks_for_more=True)
