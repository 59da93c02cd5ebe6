"""A note without words.

While everybody is still talking, a note may well have a name only. Before others read the map, it needs words: in
pictures and messages it goes by its words, never by its name. Meetings and agreements may do without.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome quiet:
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome quiet: Nobody has to ask for food
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import a_kind, quoted
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY_DO_WITHOUT = frozenset({"agreement", "session"})


def find(facts: Facts) -> Iterator[Finding]:
    """Name every note without words that nobody complained about yet."""
    for element in facts.theory.elements:
        if not element.text.strip() and element.kind not in MAY_DO_WITHOUT and element.id not in facts.settled:
            message = f"{quoted(element.id)} is {a_kind(element.kind)} without words{' yet' if facts.early else ''}."
            yield on_element(element, f"{message} How would you say it?", Fix("Write its words behind the colon"))


RULE = Rule("no-words", find, None, ADVICE, WARNING, WARNING, family=Family.TEXT)
