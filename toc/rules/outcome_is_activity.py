"""An outcome that says what is done, not what changes.

Workshops held and people trained are things partners do. An outcome says what is different afterwards, for whom.
This reads the words: whether the text opens with a verb of doing ("Train 500 farmers"), says that something was
done ("Leaflets distributed"), or names an event ("Annual conference"). It knows English and French, follows
`language:`, and keeps quiet where it is not sure.

Source: change language instead of action language (Winderl); outputs say how much, outcomes what difference it
makes.

Speaks up:

```toc
goal soil: Farms survive dry years
  outcome train: Train 500 farmers in composting
```

Silent:

```toc
goal soil: Farms survive dry years
  outcome train: Farmers feed their soil with compost
    activity course: Train 500 farmers in composting
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .change_kind import change_kind
from .phrases import name
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .wording import is_doing
from .words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal and outcome."""
    words = words_for(facts.theory.language)
    for element in facts.theory.of_kind("goal", "outcome") if words else ():
        if words and is_doing(element.text, element.kind, words):
            yield on_element(
                element,
                f"{name(element)} is something you do. What is different afterwards, and for whom?",
                change_kind(element, "activity", "Make it an activity"),
                Fix("Or reword it: who does or has what, once it worked"),
            )


RULE = Rule("outcome-is-activity", find, WARNING, WARNING, WARNING, WARNING, HEURISTIC, family=Family.WORDING)
