"""Work that jumps straight to the goal.

Between what partners do and the lasting change, somebody else has to do something differently. A map that leaves
this out cannot be tested: if the goal does not come, nobody knows where it got stuck. Outcomes whose levels leave
one out (from immediate straight to long) are a smaller jump, and only advice where no reason is given.

Source: the "missing middle" of the Center for Theory of Change; from capacity to behaviour to benefit (Mayne 2016).

Speaks up:

```toc
goal alive: Fewer mothers die in childbirth
  activity train: Train forty nurses
```

Silent:

```toc
goal alive: Fewer mothers die in childbirth
  outcome early: Nurses see danger signs in time
    activity train: Train forty nurses
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import LinkKind
from toc.source import NOWHERE

from .phrases import name
from .rule import ADVICE, WARNING, Facts, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element, Link


def find(facts: Facts) -> Iterator[Finding]:
    """Look for arrows from work to a goal, and for levels left out."""
    known = facts.theory.by_id
    for link in facts.theory.links:
        source, target = known.get(link.source), known.get(link.target)
        if link.source in facts.settled or link.target in facts.settled:
            continue
        if link.kind is LinkKind.LEADS_TO and source and target:
            if target.kind == "goal" and source.kind in ("activity", "output") and not is_stopped(source):
                yield _jump(link, source, target)
            elif _skips(source, target) and not link.because:
                yield _skip(link, source, target)


def _skips(source: Element, target: Element) -> bool:
    both = source.kind == "outcome" == target.kind
    return both and source.get("level") == "immediate" and target.get("level") == "long"


def _jump(link: Link, source: Element, target: Element) -> Finding:
    message = f"{name(source)} jumps straight to the goal {name(target)}. Who does what differently in between?"
    return on_link(
        link,
        message,
        Fix(
            f"Write the change in between below {name(target)}, and {name(source)} below that",
            paste="outcome: Who does what differently",
            below=NOWHERE,
        ),
    )


def _skip(link: Link, source: Element, target: Element) -> Finding:
    message = (
        f"The arrow from {name(source)} to {name(target)} leaves out the level between immediate and long. "
        "What happens in between?"
    )
    why = Fix("Say why it needs no step between", paste="because: …", below=link.span)
    return on_link(link, message, why, at_most=ADVICE)


RULE = Rule("missing-middle", find, None, WARNING, WARNING, WARNING)
