"""An arrow from a result back to what should come before it.

Work brings about deliveries, deliveries bring about changes, and changes add up to the goal. An arrow the other way
is usually a slip: in an outline the earlier thing stands *below* the later one, so an output nested in an activity
says that the output leads to the activity.

Source: the "cause and effect reversed" test of Goldratt's thinking processes; the result levels of Global Affairs
Canada.

Speaks up:

```toc
goal literate: Every child reads at ten
  outcome reading: Children read at home
    activity train: Train library volunteers
      output trained: Sixty volunteers know how to read aloud
```

Silent:

```toc
goal literate: Every child reads at ten
  outcome reading: Children read at home
    output trained: Sixty volunteers know how to read aloud
      activity train: Train library volunteers
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkKind

from .phrases import name
from .rule import WARNING, Facts, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element, Link

RANKS = {"input": 0, "activity": 1, "output": 2, "outcome": 3, "goal": 4}
"""The order of the kinds from the first step to the last change. A condition has no place in it."""

LEVELS = {"immediate": 0, "intermediate": 1, "long": 2}
"""The order of the levels that an outcome can name."""


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the two ends of every arrow; a circle is told by a rule of its own."""
    known, tangle_of = facts.theory.by_id, facts.graph.tangle_of
    for link in facts.theory.links:
        source, target = known.get(link.source), known.get(link.target)
        if link.kind is not LinkKind.LEADS_TO or source is None or target is None:
            continue
        if link.source in facts.settled or link.target in facts.settled or is_stopped(source) or is_stopped(target):
            continue
        if _falls(source, target) and (
            link.source not in tangle_of or tangle_of[link.source] != tangle_of.get(link.target)
        ):
            yield _tell(link, source, target)


def _falls(source: Element, target: Element) -> bool:
    if source.kind == "outcome" == target.kind:
        above, below = LEVELS.get(source.get("level") or ""), LEVELS.get(target.get("level") or "")
        return above is not None and below is not None and above > below
    if (source.kind, target.kind) == ("activity", "input"):
        return False  # work can bring in what later work needs
    return RANKS.get(source.kind, -1) > RANKS.get(target.kind, 9)


def _tell(link: Link, source: Element, target: Element) -> Finding:
    here, there = _as_said(source, target), _as_said(target, source)
    message = f"The arrow runs from the {here} {name(source)} back to the {there} {name(target)}. Which comes first?"
    turn = Fix(
        f"Turn it round: write this below {name(target)} instead",
        paste=f"-> {source.id}",
        below=target.span,
        instead=link.span,
    )
    loop = Fix(
        f"If it is a loop, write this below {name(source)} instead",
        paste=f"~> {target.id}",
        below=source.span,
        instead=link.span,
    )
    return on_link(link, message, turn, loop)


def _as_said(one: Element, other: Element) -> str:
    level = one.get("level")
    return f"{level} {one.kind}" if level and one.kind == other.kind else one.kind


RULE = Rule("level-reversal", find, None, WARNING, WARNING, WARNING)
