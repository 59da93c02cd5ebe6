"""A target inside a result.

"Malaria cases drop by 40 %" is a result and a target in one. The result stays true for ten years, the target changes
after the first count. With an indicator the number has a baseline, a date and somebody who reads it. This looks for
percentages, and for how far something rises or falls, in outcomes without an indicator; not for years or dates. It
knows English and French, and follows `language:`.

Source: statement, indicator and target are three things (checklist of Global Affairs Canada).

Speaks up:

```toc
goal well: Malaria no longer kills children
  outcome cases: Malaria cases drop by 40 %
```

Silent:

```toc
goal well: Malaria no longer kills children
  outcome cases: Malaria cases drop by 40 %
    indicator sick: Malaria cases in the five clinics
      target: 1,200 (2029)
  outcome nets: Families sleep under nets by 2027
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import name, quoted
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line
from .wording import words_of
from .words import results_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .words import Results

_NUMBER = r"(\d[\d.,\u00a0\u202f ]{0,15})"
_YEAR = r"(19|20)\d\d"


def find(facts: Facts) -> Iterator[Finding]:
    """Read every outcome that has a digit and no indicator."""
    numbered = [one for one in facts.theory.of_kind("outcome") if any(map(str.isdigit, one.text))]
    results = results_for(facts.theory.language) if numbered else None
    for element in numbered if results else ():
        number = target_in(first_line(element.text), results) if results else None
        if number and not any(one.kind == "indicator" for one in facts.graph.about.get(element.id, ())):
            message = f"{quoted(number)} in {name(element)} is a target. With an indicator the result can outlive it."
            yield on_element(element, message, Fix("Give it an indicator with this target", paste="indicator: …"))


def target_in(line: str, results: Results) -> str | None:
    """Give the number that says how much or how far, as it is written; None where there is none."""
    for sign in results.percent:
        found = re.search(rf"{_NUMBER}{re.escape(sign)}(?!\w)", line, re.IGNORECASE)
        if found:
            return " ".join(line[found.start() : found.end()].split())
    for found in re.finditer(rf"\b{results.moves_by}\s+{_NUMBER}", line, re.IGNORECASE):
        number = found[1].strip(" .,")
        if not re.fullmatch(_YEAR, number) and not results.moves.isdisjoint(words_of(line[: found.start()])):
            return line[found.start() : found.end()].strip(" .,")
    return None


RULE = Rule("number-in-statement", find, None, None, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
