"""A heading where a result should stand.

"Awareness", "food security", "rule of law" name a subject. Whose awareness, of what, and how is it different from
today? Only a sentence can be believed, doubted or measured. This looks for goals and outcomes of one or two words
that say neither how something is nor that it changes. It knows English and French, and follows `language:`.

Source: who, what and where (Global Affairs Canada); who, what and in which direction (Evaluation Support Scotland);
complete statements (Goldratt's thinking processes).

Speaks up:

```toc
goal safe: Nobody is cheated at the door
  outcome aware: Awareness
```

Silent:

```toc
goal safe: Nobody is cheated at the door
  outcome aware: Old people know the tricks of doorstep sellers
  outcome calm: Streets are calm
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .few_or_many import at_first, few_or_many
from .means_in_statement import means_in
from .phrases import capital, count, name, names
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, is_label
from .wording import is_doing, words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results, Words

NAME = "label-only"
SENTENCE = Fix("Make it a sentence: who has, does or knows what")
LONGEST = 40
"""How many characters a label has at most."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every short goal and outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    labels = [one for one in facts.theory.of_kind("goal", "outcome") if _is_heading(one, results, words)]
    yield from few_or_many(labels, facts, NAME, _alone, _together)


def _is_heading(element: Element, results: Results, words: Words) -> bool:
    line = first_line(element.text)
    if len(line) > LONGEST or not is_label(words_of(line), results) or is_stopped(element):
        return False
    return not is_doing(line, element.kind, words) and not means_in(line, results)


def _alone(element: Element) -> Finding:
    return on_element(element, f"{name(element)} is a heading. What is different, for whom?", SENTENCE)


def _together(left: Sequence[Element]) -> Finding:
    message = f"{capital(count(len(left), 'note'))} are headings: {names(left)}."
    return at_first(f"{message} What is different in each of them, for whom?", left[0], SENTENCE)


RULE = Rule(NAME, find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
