"""An assumption that says the same as a result.

Either you bring something about, then it is a result, or you count on it, then it is an assumption. The same words
for both hide whether anybody works on it. This compares the words, so it can be wrong.

How alike is alike is a setting (`same_words`, the share of words in common).

Source: precondition or assumption (Center for Theory of Change); results left out of the logic turn up as
assumptions.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome known: People in need know where to go
  activity kitchen: Open a kitchen on weekdays
    assuming they: People in need know where to go
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome known: People in need know where to go
  activity kitchen: Open a kitchen on weekdays
    assuming they: People in need can leave work at noon
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import RESULT_KINDS

from .phrases import a_kind, name
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .wording import alike, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Compare every assumption with every result."""
    assumptions = facts.theory.of_kind("assumption")
    results = facts.theory.of_kind(*RESULT_KINDS) if assumptions else ()
    pairs = alike(
        [words_of(one.text) for one in assumptions],
        [words_of(one.text) for one in results],
        facts.thresholds.same_words,
    )
    for mine, other in pairs:
        assumption, result = assumptions[mine], results[other]
        message = (
            f"You assume {name(assumption)}, and {name(result)} is also {a_kind(result.kind)} you want to bring about. "
            "Which is it?"
        )
        yield on_element(
            assumption,
            message,
            Fix("If you bring it about, take the assumption out"),
            Fix("If you count on it, make the result a condition"),
        )


RULE = Rule("assumption-repeats-outcome", find, None, WARNING, WARNING, WARNING, HEURISTIC, family=Family.ASSUMPTIONS)
