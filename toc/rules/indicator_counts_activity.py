"""An indicator of a result that counts the work.

The number of workshops held, of people trained or of leaflets handed out tells that work was done. Whether anything
changed for anybody, it does not tell. Below an output such a number is fine; below an outcome or a goal another one is
needed. This reads the words, in English and French, and keeps quiet where it is not sure.

Source: an indicator has to match the kind of change of its level (Global Affairs Canada).

Speaks up:

```toc
goal soil: Farms survive dry years
  outcome compost: Farmers feed their soil with compost
    indicator trained: Number of farmers trained in composting
```

Silent:

```toc
goal soil: Farms survive dry years
  outcome compost: Farmers feed their soil with compost
    indicator heaps: Farms with a compost heap in use
  output courses: Courses in every village
    indicator trained: Number of farmers trained in composting
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .phrases import name, name_of
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .wording import is_doing, words_of
from .words import words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import About

    from .words import Words

COUNTING = tuple(
    tuple(opening.split())
    for opening in (
        "total number of", "number of", "numbers of", "no of", "nr of", "count of", "how many", "total",
        "percentage of", "per cent of", "percent of", "proportion of", "share of", "rate of", "of",
        "nombre total de", "nombre total d", "nombre de", "nombre d", "nb de", "pourcentage de", "pourcentage d",
        "proportion de", "proportion d", "part de", "part des", "part d", "taux de", "taux d", "combien de",
        "combien d",
    )
)  # fmt: skip
"""How an indicator begins before it says what is counted, in the languages that have word lists, the longest first."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every indicator of a goal or an outcome."""
    words = words_for(facts.theory.language)
    for indicator in facts.theory.of_kind("indicator") if words else ():
        result = next((what for what in indicator.about if _is_a_change(what, facts)), None)
        if words and isinstance(result, str) and _counts_work(indicator.text, words):
            yield on_element(
                indicator,
                f"{name(indicator)} counts what you did. What would show that it worked, and that "
                f"{name_of(facts.theory, result)} comes about?",
                Fix("Name a sign that people could see instead", paste="indicator: …", below=NOWHERE),
                Fix("Or move this one below the work it counts"),
            )


def _is_a_change(what: About, facts: Facts) -> bool:
    element = facts.theory.by_id.get(what) if isinstance(what, str) else None
    return element is not None and element.kind in ("goal", "outcome")


def _counts_work(text: str, words: Words) -> bool:
    """Say whether what is counted is something that was done."""
    said = words_of(text.split("\n", 1)[0])
    opening = next((opening for opening in COUNTING if said[: len(opening)] == opening), ())
    return is_doing(" ".join(said[len(opening) :]), "outcome", words)


RULE = Rule("indicator-counts-activity", find, None, None, WARNING, WARNING, HEURISTIC, family=Family.MEASUREMENT)
