"""A direct arrow beside a longer path between the same two notes.

If A leads to B and B leads to C, the arrow from A to C says that there is a second, separate way. Often it was
drawn early and forgotten when the steps between were found. If it is meant, a reason on the arrow says so.

On a map with very many arrows the search stops at a limit, and says so.

Source: several pathways to one result are a choice to be made knowingly (Davies 2018).

Speaks up:

```toc
goal home: Young carers finish school
  outcome rest: Young carers get a free weekend a month
    activity host: Find families who host
      -> home
```

Silent:

```toc
goal home: Young carers finish school
  outcome rest: Young carers get a free weekend a month
    activity host: Find families who host
      -> home: host families also help with homework
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkKind

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name_of
from .rule import ADVICE, Facts, Rule, on_link, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.logic import Graph
    from toc.model import Link

NAME = "shortcut-link"
MOST_STEPS = 300_000
"""How many arrows are followed in all to look for longer paths."""


def find(facts: Facts) -> Iterator[Finding]:
    """Look for a longer path beside every arrow that passes at least one row without a reason."""
    search = _Search(facts.graph)
    found = [(link, search.way_around(link)) for link in _asked(facts) if search.left > 0 and search.passes_a_row(link)]
    ways = {id(link): between for link, between in found if between}

    def alone(link: Link) -> Finding:
        message = f"{_said(link, ways[id(link)], facts)} Is the direct arrow a second way of its own?"
        return on_link(link, message, *_fixes(link))

    def together(left: Sequence[Link]) -> Finding:
        begin = f"{capital(count(len(left), 'arrow'))} lead directly where a longer way leads too. Begin here:"
        message = f"{begin} {_said(left[0], ways[id(left[0])], facts)} Is the direct arrow a second way of its own?"
        return at_first(message, left[0], *_fixes(left[0]))

    yield from few_or_many([link for link, between in found if between], facts, NAME, alone, together)
    if search.left <= 0:
        yield on_theory(facts.theory, "There are so many arrows that only a part was searched for shortcuts.")


def _asked(facts: Facts) -> Iterator[Link]:
    """Give the arrows without a reason, from boxes that are here and not stopped."""
    for link in facts.theory.links:
        start = facts.theory.by_id.get(link.source)
        if link.kind is LinkKind.LEADS_TO and not link.because and start and not is_stopped(start):
            yield link


def _said(link: Link, between: str, facts: Facts) -> str:
    source, target = name_of(facts.theory, link.source), name_of(facts.theory, link.target)
    return f"{source} leads to {target} directly, and also by way of {name_of(facts.theory, between)}."


def _fixes(link: Link) -> tuple[Fix, Fix]:
    return (
        Fix("Say how the direct way works", paste="because: …", below=link.span),
        Fix("Take the direct arrow out", instead=link.span),
    )


class _Search:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.levels = graph.levels
        self.left = MOST_STEPS
        self.next: dict[str, tuple[str, ...]] = {}

    def passes_a_row(self, link: Link) -> bool:
        """A longer path takes at least two rows; notes in one tangle are told elsewhere."""
        start, end = self.levels.get(link.source), self.levels.get(link.target)
        if start is None or end is None or start < end + 2:
            return False
        tangles = self.graph.tangle_of
        return link.source not in tangles or tangles[link.source] != tangles.get(link.target)

    def way_around(self, link: Link) -> str:
        """Give the first note of a longer path, or nothing."""
        lowest = self.levels[link.target]
        seen = {link.source, link.target}
        for first in self.effects(link.source):
            ahead = [] if first in seen else [first]
            seen.update(ahead)
            for place in ahead:
                for other in self.effects(place):
                    self.left -= 1
                    if other == link.target:
                        return first
                    if other not in seen and self.levels[other] > lowest:
                        seen.add(other)
                        ahead.append(other)
                if self.left <= 0:
                    return ""
        return ""

    def effects(self, place: str) -> tuple[str, ...]:
        found = self.next.get(place)
        if found is None:
            found = self.next[place] = self.graph.some_effects(place, MOST_STEPS)
            self.left -= len(found)
        return found


RULE = Rule(NAME, find, None, ADVICE, ADVICE, ADVICE)
