"""A map in pieces that never meet.

If no arrow joins two parts of the map, it holds two theories. Either something connects them and was not
drawn, or they are better told apart, each in a file of its own. A note that nothing joins to anything is no piece:
other checks name it.

Source: missing connections are the first weakness that Davies 2018 finds in published diagrams.

Speaks up:

```toc
goal safe: Children walk to school safely
  outcome slow: Cars drive slowly near the school
outcome shade: The school yard is cool in summer
  outcome trees: Thirty trees grow in the yard
```

Silent:

```toc
goal safe: Children walk to school safely
  outcome slow: Cars drive slowly near the school
  outcome shade: The way to school is cool in summer
    outcome trees: Thirty trees line the way
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import RESULT_KINDS

from .phrases import FEW, count, name_of, series
from .rule import WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Count the pieces that hold results; a piece with a name nobody knows may well belong to another."""
    tops = [top for island in facts.graph.islands if len(island) > 1 and (top := _top(island, facts))]
    if len(tops) > 1:
        names = [name_of(facts.theory, top.id) for top in tops]
        around = series([f"one around {one}" for one in names[:FEW]], max(0, len(tops) - FEW))
        message = f"The map is in {count(len(tops), 'piece')} that never meet: {around}. What connects them?"
        join = Fix(f"Join them: write this below {names[1]}", paste=f"-> {tops[0].id}")
        yield on_element(tops[1], message, join, Fix("Give each piece a file of its own"))


def _top(island: tuple[str, ...], facts: Facts) -> Element | None:
    known, levels = facts.theory.by_id, facts.graph.levels
    if any(one in facts.settled or one not in known for one in island):
        return None
    results = [known[one] for one in island if known[one].kind in RESULT_KINDS]
    return min(results, key=lambda result: levels[result.id], default=None)


RULE = Rule("disconnected-pathway", find, None, WARNING, WARNING, WARNING, asks_for_more=True)
