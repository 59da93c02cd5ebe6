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

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name
from .rule import ADVICE, WARNING, Facts, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element, Link

NAME = "missing-middle"


def find(facts: Facts) -> Iterator[Finding]:
    """Look for arrows from work to a goal, and for levels left out."""
    known = facts.theory.by_id
    asked = [link for link in facts.theory.links if link.kind is LinkKind.LEADS_TO and _is_known(link, facts)]
    straight = [link for link in asked if jumps(known[link.source], known[link.target])]

    def alone(link: Link) -> Finding:
        message = f"{_said(link, facts)} jumps straight to the goal {name(known[link.target])}."
        return on_link(link, f"{message} Who does what differently in between?", _fix(link, facts))

    def together(left: Sequence[Link]) -> Finding:
        message = f"{capital(count(len(left), 'arrow'))} jump from work straight to a goal, such as that from"
        question = "Who does what differently in between?"
        return at_first(f"{message} {_said(left[0], facts)}. {question}", left[0], _fix(left[0], facts))

    yield from few_or_many(straight, facts, NAME, alone, together)
    for link in asked:
        if _skips(known[link.source], known[link.target]) and not link.because:
            yield _skip(link, known[link.source], known[link.target])


def _is_known(link: Link, facts: Facts) -> bool:
    return all(end in facts.theory.by_id and end not in facts.settled for end in (link.source, link.target))


def jumps(source: Element, target: Element) -> bool:
    """Say whether an arrow between these two goes from work that is not stopped straight to a goal."""
    return target.kind == "goal" and source.kind in ("activity", "output") and not is_stopped(source)


def _skips(source: Element, target: Element) -> bool:
    both = source.kind == "outcome" == target.kind
    return both and source.get("level") == "immediate" and target.get("level") == "long"


def _said(link: Link, facts: Facts) -> str:
    return name(facts.theory.by_id[link.source])


def _fix(link: Link, facts: Facts) -> Fix:
    source, target = _said(link, facts), name(facts.theory.by_id[link.target])
    return Fix(
        f"Write the change in between below {target}, and {source} below that",
        paste="outcome: Who does what differently",
        below=NOWHERE,
    )


def _skip(link: Link, source: Element, target: Element) -> Finding:
    message = (
        f"The arrow from {name(source)} to {name(target)} leaves out the level between immediate and long. "
        "What happens in between?"
    )
    why = Fix("Say why it needs no step between", paste="because: …", below=link.span)
    return on_link(link, message, why, at_most=ADVICE)


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING)
