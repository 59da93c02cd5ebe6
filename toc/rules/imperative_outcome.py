"""A result told as an order.

"Improve access to care" is what you set out to do. Told as already achieved, "People in the north see a doctor within
a day", it can be pictured, and everybody sees when it is there. Goals are left alone: most real ones begin this way.
This looks at the first word. It knows English and French, and follows `language:`.

Source: results are told as if already achieved (logframe); past participles (Global Affairs Canada).

Speaks up:

```toc
goal well: Nobody in the north dies of what can be treated
  outcome care: Improve access to care in the north
```

Silent:

```toc
goal well: Improve the health of people in the north
  outcome care: People in the north see a doctor within a day
  outcome more: Increase in free beds
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import name
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, verbs_in
from .wording import is_doing, words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .words import Results


def find(facts: Facts) -> Iterator[Finding]:
    """Read every outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    for element in facts.theory.of_kind("outcome"):
        said = words_of(first_line(element.text))
        if is_an_order(said, results) and not is_stopped(element) and not is_doing(element.text, element.kind, words):
            message = f"{name(element)} says what to do. What will be so, once it is done?"
            yield on_element(element, message, Fix("Write it as already achieved: who has, does or knows what"))


def is_an_order(said: Sequence[str], results: Results) -> bool:
    """Say whether a statement begins like an order; ``increase in`` is none, nor are ``cut flowers are``."""
    if len(said) < 2:  # noqa: PLR2004  a word alone is a heading
        return False
    if said[0] in results.imperatives:
        return True
    return said[0] in results.maybe_imperatives and said[1] not in results.of and not verbs_in(said[2:], results)


RULE = Rule("imperative-outcome", find, None, None, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
