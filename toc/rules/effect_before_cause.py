"""A cause that is due after its effect.

Both ends of the arrow have a date, and the cause comes later. One of the dates is wrong, or the arrow is. Dates
may be years, months or days; a year and a month within it do not contradict each other.

Source: plausible timing of results (Mayne 2017).

Speaks up:

```toc
goal pass: More pupils pass their exams
  due: 2027
  outcome lessons: Teachers use the new lessons
    due: 2028
    activity write: Write the lessons
```

Silent:

```toc
goal pass: More pupils pass their exams
  due: 2028
  outcome lessons: Teachers use the new lessons
    due: 2028-09
    activity write: Write the lessons
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.logic.dates import first_and_last
from toc.model import LinkKind

from .phrases import name
from .rule import ERROR, WARNING, Facts, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the dates at both ends of every arrow."""
    going = [element for element in facts.theory.elements if not is_stopped(element)]
    dated = {element.id: (element, due) for element in going if (due := element.get("due"))}
    for link in facts.theory.links if len(dated) > 1 else ():
        if link.kind is LinkKind.LEADS_TO and link.source in dated and link.target in dated:
            (source, early), (target, late) = dated[link.source], dated[link.target]
            cause, effect = first_and_last(early), first_and_last(late)
            if cause and effect and cause[0] > effect[1]:
                message = (
                    f"{name(source)} ({early}) is meant to bring about {name(target)} ({late}), which is due earlier."
                )
                yield on_link(link, f"{message} Which date is right?", Fix("Correct one of the two dates"))


RULE = Rule("effect-before-cause", find, None, WARNING, ERROR, ERROR)
