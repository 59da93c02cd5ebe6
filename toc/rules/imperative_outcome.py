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

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, verbs_in
from .wording import is_doing, words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results

NAME = "imperative-outcome"
ACHIEVED = Fix("Write it as already achieved: who has, does or knows what")


def find(facts: Facts) -> Iterator[Finding]:
    """Read every outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    orders = [
        one
        for one in facts.theory.of_kind("outcome")
        if is_an_order(words_of(first_line(one.text)), results)
        and not is_stopped(one)
        and not is_doing(one.text, one.kind, words)
    ]
    yield from few_or_many(orders, facts, NAME, _alone, _together)


def _alone(outcome: Element) -> Finding:
    return on_element(outcome, f"{name(outcome)} says what to do. What will be so, once it is done?", ACHIEVED)


def _together(left: Sequence[Element]) -> Finding:
    message = f"{capital(count(len(left), 'outcome'))} say what to do: {names(left)}."
    return at_first(f"{message} What will be so, once it is done?", left[0], ACHIEVED)


def is_an_order(said: Sequence[str], results: Results) -> bool:
    """Say whether a statement begins like an order; ``increase in`` is none, nor are ``cut flowers are``."""
    if len(said) < 2:  # noqa: PLR2004  a word alone is a heading
        return False
    if said[0] in results.imperatives:
        return True
    return said[0] in results.maybe_imperatives and said[1] not in results.of and not verbs_in(said[2:], results)


RULE = Rule(NAME, find, None, None, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
