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

from .means_in_statement import means_in
from .phrases import name
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, is_label
from .wording import is_doing, words_of
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 40
"""How many characters a label has at most."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every short goal and outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    for element in facts.theory.of_kind("goal", "outcome"):
        line = first_line(element.text)
        if len(line) > LONGEST or not is_label(words_of(line), results) or is_stopped(element):
            continue
        if not is_doing(line, element.kind, words) and not means_in(line, results):
            message = f"{name(element)} is a heading. What is different, for whom?"
            yield on_element(element, message, Fix("Make it a sentence: who has, does or knows what"))


RULE = Rule("label-only", find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
