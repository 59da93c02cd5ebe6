"""Work that reads like a result.

"Improved hygiene", "fewer evictions": nobody can do that on a Monday morning. If it is what you hope for, it is a
result, and the work that leads to it is still to be found; if it is work, say what people do. This looks for words of
change at the beginning of activities and outputs; goods that are better than others ("improved stoves") are left
alone. It knows English and French, and follows `language:`.

Source: each level has its own way of saying things (Global Affairs Canada).

Speaks up:

```toc
goal well: Nobody falls ill from street food
  activity clean: Improved hygiene among food sellers
```

Silent:

```toc
goal well: Nobody falls ill from street food
  outcome clean: Improved hygiene among food sellers
    activity stands: Put a water tank beside every stand
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .change_kind import change_kind
from .phrases import name
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, speaks_of_a_subject
from .wording import words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .words import Results, Words

FIRST_WORDS = 3
"""How many words can stand before the one that says how something changed: ``Des rivières plus propres``."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every activity and output."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    for element in facts.theory.of_kind("activity", "output"):
        if is_a_result(element.text, element.kind, results, words) and not is_stopped(element):
            yield on_element(
                element,
                f"{name(element)} reads like a result. Is it what you do, or what you hope for?",
                change_kind(element, "outcome", "If you hope for it, make it an outcome"),
                Fix("If you do it, say what people do"),
            )


def is_a_result(text: str, kind: str, results: Results, words: Words) -> bool:
    """Say whether work or goods are told as a change. Rather too seldom than too often."""
    line = first_line(text)
    said = words_of(line)
    while said and said[0] in results.articles | words.skipped:
        said = said[1:]
    if len(said) < 2 or said[0] + "-" in line.casefold():  # noqa: PLR2004  one word alone says nothing
        return False
    opening, following = said[0], said[1:]
    if opening in results.changes_of:
        return following[0] in results.of
    tells = speaks_of_a_subject(following, results, words.prepositions)
    if opening in results.more or (kind == "output" and opening in results.of_goods):
        return tells
    return opening in results.changes or _changed(said, results)


def _changed(said: Sequence[str], results: Results) -> bool:
    """Look for a change behind what changed: ``Confiance accrue``, ``Des rivières plus propres``."""
    for place, word in enumerate(said[:FIRST_WORDS]):
        if word in results.changed and place > 0:
            if word in results.more:
                return said[place + 1 : place + 2] != () and said[place + 1] in results.states
            return speaks_of_a_subject(said[:place], results, frozenset())
    return False


RULE = Rule("activity-is-outcome", find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
