"""A word that sounds like more than it says.

"Empowered", "capacity building", "stakeholders": everybody nods, and everybody thinks of something else. The question
is what one would see. Of such words about half are in their right place, so this check is off unless you switch it
on (`vague-term = "advice"` under `[rules]`), or write your own list into the settings:
`vague-words = ["empower*", "leverage"]`, where `*` stands for any ending. Without a list of yours there is one for
English and one for French.

Source: causes that can be touched (Goldratt's thinking processes).

Speaks up:

```toc
goal run: Women run the market of Kitale
  outcome strong: Market women are empowered
```

Silent:

```toc
goal run: Women run the market of Kitale
  outcome strong: Market women set the fees for their stalls
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import name, quoted
from .rule import HEURISTIC, Facts, Family, Rule, on_element
from .wording import words_of
from .words import terms_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ANY_ENDING = "*"


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal, outcome, output and activity for words of the list."""
    terms = terms_for(facts.theory.language)
    listed = facts.vague_words or (terms.vague if terms else ())
    vague = [tuple(entry.casefold().replace("-", " ").split()) for entry in listed]
    for element in facts.theory.of_kind("goal", "outcome", "output", "activity") if vague else ():
        found = _first(words_of(element.text), vague)
        if found and not is_stopped(element):
            message = f"{quoted(found)} in {name(element)} can mean many things. What would one see?"
            yield on_element(element, message, Fix("Say who does or has what, so that one could take a picture of it"))


def _first(said: Sequence[str], vague: Sequence[tuple[str, ...]]) -> str | None:
    """Give the first words of the list that a text uses, as they stand there."""
    for place in range(len(said)):
        for entry in vague:
            words = said[place : place + len(entry)]
            if len(words) == len(entry) and all(_is(word, wanted) for word, wanted in zip(words, entry, strict=True)):
                return " ".join(words)
    return None


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith(ANY_ENDING) else word == wanted


RULE = Rule("vague-term", find, None, None, None, None, HEURISTIC, family=Family.WORDING)
