"""Two changes on one note.

"Rents stay stable and tenants feel safe": the two may come at different times, for different reasons, and one may
fail while the other holds. With two notes each has its own arrows, its own sign and its own work. This looks for a
verb of change or state on both sides of an "and", so that "mothers and fathers" and "know and use" stay together. It
knows English and French, and follows `language:`.

Source: one idea in one entity (Goldratt's thinking processes); results with one dimension (USAID).

Speaks up:

```toc
goal home: Families stay in the docks
  outcome calm: Rents stay stable and tenants feel safe
```

Silent:

```toc
goal home: Families stay in the docks
  outcome stable: Rents stay stable
  outcome rights: Tenants and owners know and use their rights
```
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import name, quoted
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, is_verb, verbs_in
from .wording import is_doing, words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .words import Results

LEAST = 2
"""How many words stand at least on each side."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal and outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    for element in facts.theory.of_kind("goal", "outcome"):
        halves = two_changes(element.text, results)
        if halves and not is_stopped(element) and not is_doing(element.text, element.kind, words):
            one, other = halves
            yield on_element(
                element,
                f"Two changes are on one note: {name(element)}. Can one of them come true without the other?",
                Fix(f"If so, keep {quoted(one)} here, and give {quoted(other)} a note of its own"),
            )


def two_changes(text: str, results: Results) -> tuple[str, str] | None:
    """Give the two halves of a statement that says two things, or None. Rather too seldom than too often."""
    line = first_line(text)
    for joining in results.joining:
        if joining not in line.casefold():
            continue
        pattern = re.escape(joining) if joining == ";" else rf"\s{joining}\s"
        for match in re.finditer(pattern, line, re.IGNORECASE):
            left, right = line[: match.start()].strip(" ,"), line[match.end() :].strip(" ,.")
            if _both_say_something(words_of(left), words_of(right), results):
                return left, right
    return None


def _both_say_something(left: Sequence[str], right: Sequence[str], results: Results) -> bool:
    if len(left) < LEAST or len(right) < LEAST or not results.clause.isdisjoint(left):
        return False
    mine, theirs = [place for place in verbs_in(left, results) if place], verbs_in(right, results)
    if not mine or not theirs:
        return False
    follows_on = theirs[0] == 0
    ends_with_a_verb = mine[-1] == len(left) - 1
    return not (follows_on and (ends_with_a_verb or _leaves_open(left, mine[-1], results)))


def _leaves_open(left: Sequence[str], verb: int, results: Results) -> bool:
    """Say whether the last verb goes on with ``to``, so that what follows the ``and`` may belong to that."""
    rest = left[verb:]
    return any(
        before in results.before_infinitives and (is_verb(word, results) or word.endswith(results.infinitive_endings))
        for before, word in pairwise(rest)
    )


RULE = Rule("compound-statement", find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
