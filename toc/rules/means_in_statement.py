"""A result and how to get it, on one note.

"Yields rise through better seed": the yields are what everybody wants, the seed is one way to get there. On a note of
its own the way can be discussed, replaced and done by somebody, and the result stays true when the way changes. So
partners can agree on a goal before they agree on a strategy. This looks for words such as "through", "by means of",
"by planting"; not for "by 2027" or "through the winter". It knows English and French, and follows `language:`.

Source: a statement says who, what and where, not how (Global Affairs Canada); one result in one statement (USAID).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome yields: Farmers harvest more by planting trees between the rows
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome yields: Farmers harvest enough through the dry years
    activity trees: Plant trees between the rows
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import capital, name, quoted
from .rewording import reworded
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .sentences import first_line, verbs_in
from .wording import is_doing, joined_levels
from .words import results_for, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Means, Results, Words

NEAR = 3
"""How many words before ``par`` may say that what follows did it, and how many behind it may say how."""
FEW = 4
"""How many words behind ``via`` may show that it is a road or a telephone."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal and outcome that is not told as work anyway."""
    results, words = results_for(facts.theory.language), words_for(facts.theory.language)
    if not results or not words:
        return
    for element in facts.theory.of_kind("goal", "outcome"):
        halves = means_in(element.text, results)
        if halves and not _told_already(element, words) and not is_stopped(element):
            message = f"{name(element)} holds a result and how to get it. Put the ‘how’ below: is it the only way?"
            yield on_element(element, message, _split(element, *halves))


def _told_already(element: Element, words: Words) -> bool:
    return is_doing(element.text, element.kind, words) or joined_levels(element.text, words) is not None


def _split(element: Element, result: str, means: str) -> Fix:
    kind = "outcome" if element.kind == "goal" else "activity"
    label = f"Keep {quoted(result)} here, and write the way there below"
    return Fix(label, reworded(element, result), paste=f"{kind}: {capital(means)}")


def means_in(text: str, results: Results) -> tuple[str, str] | None:
    """Give a result and the way to it, where a statement holds both; the words between are left out."""
    line = first_line(text)
    folded = line.casefold()
    meant = [means for means in results.means if means.words[0] in folded]
    if not meant:
        return None
    found = list(re.finditer(r"\w+", line))
    said = [match[0].casefold() for match in found]
    for place in range(1, len(said) - 1):
        for means in meant:
            end = place + len(means.words)
            if tuple(said[place:end]) == means.words and end < len(said) and _counts(means, said, place, results):
                left, right = line[: found[place].start()], line[found[end - 1].end() :]
                return left.strip(" ,;:–—-"), right.strip(" ,;:–—'’.")
    return None


def _counts(means: Means, said: Sequence[str], place: int, results: Results) -> bool:
    before, after = said[place - 1], said[place + len(means.words) :]
    if before in means.not_after or after[0] in means.not_before:
        return False
    if means.not_after_endings and before not in means.kept_after:
        near = said[max(0, place - NEAR) : place] if means.nouns else (before,)
        if any(word.endswith(means.not_after_endings) for word in near):
            return False
    if not means.not_with.isdisjoint(after[:FEW]):
        return False
    if means.only_before and after[0] not in means.only_before:
        return False
    if means.nouns and not any(word.endswith(means.nouns) for word in after[1:NEAR]):
        return False
    if means.verb_first and not verbs_in(said[:place], results):
        return False
    return after[0].endswith(means.ending)


RULE = Rule("means-in-statement", find, None, WARNING, WARNING, WARNING, HEURISTIC, family=Family.WORDING)
