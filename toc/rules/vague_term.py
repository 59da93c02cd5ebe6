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

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped

from .phrases import name, quoted
from .rule import HEURISTIC, Facts, Family, Rule, on_element
from .words import terms_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ANY_ENDING = "*"


def find(facts: Facts) -> Iterator[Finding]:
    """Read every goal, outcome, output and activity for words of the list."""
    terms = terms_for(facts.theory.language)
    listed = facts.vague_words or (terms.vague if terms else ())
    vague = _pattern(listed)
    for element in facts.theory.of_kind("goal", "outcome", "output", "activity") if vague else ():
        found = vague.search(element.text) if vague else None
        if found and not is_stopped(element):
            message = f"{quoted(found[0])} in {name(element)} can mean many things. What would one see?"
            yield on_element(element, message, Fix("Say who does or has what, so that one could take a picture of it"))


def _pattern(listed: Iterable[str]) -> re.Pattern[str] | None:
    """Make one pattern of a list; between words may stand anything that is no word."""
    entries = [_entry(entry) for entry in listed if entry.strip(" *-")]
    return re.compile(rf"\b(?:{'|'.join(entries)})", re.IGNORECASE) if entries else None


def _entry(entry: str) -> str:
    words = r"\W+".join([re.escape(word) for word in entry.rstrip(ANY_ENDING).replace("-", " ").split()])
    return words + (r"\w*" if entry.endswith(ANY_ENDING) else r"\b")


RULE = Rule("vague-term", find, None, None, None, None, HEURISTIC, family=Family.WORDING)
