"""Two links of the chain on one note.

"So that", "in order to", "leading to": a note with such words holds a step and what it leads to. Torn in two, with
an arrow between, each half can be discussed, and somebody may notice that the arrow is the weak point. This reads
the words; it knows English and French, and follows `language:`.

Source: one idea for each entity (Goldratt's thinking processes); statement structure (Global Affairs Canada).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Families cook together so that children eat warm food
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Children eat warm food every day
    outcome cook: Families cook together
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import name, quoted
from .rewording import reworded
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .wording import joined_levels
from .words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal, outcome, output and activity."""
    words = words_for(facts.theory.language)
    for element in facts.theory.of_kind("goal", "outcome", "output", "activity") if words else ():
        halves = joined_levels(element.text, words) if words and not is_stopped(element) else None
        if halves:
            message = f"Two steps are on one note: {name(element)}. Tear it in two and draw the arrow: does it hold?"
            yield on_element(element, message, _split(element, *halves))


def _split(element: Element, step: str, effect: str) -> Fix:
    if element.kind == "activity":
        return Fix(f"Keep {quoted(step)} here, and let it lead to a result of its own: {quoted(effect)}")
    label = f"Keep {quoted(effect)} here, and write the step before it below"
    return Fix(label, reworded(element, effect), paste=f"outcome: {step}")


RULE = Rule("two-levels-in-statement", find, WARNING, WARNING, WARNING, WARNING, HEURISTIC, family=Family.WORDING)
