"""A result about what a partner did.

"Harbour Clinic provided 400 check-ups" praises a partner and says nothing about the people who came. An outcome is
about what they gained. This looks for the name of a partner at the beginning, followed by a verb of doing; what a
partner itself does differently is left alone ("Harbour Clinic opens on Saturdays"), and so is a partner for whom the
change is meant (`for`). It knows English and French, and follows `language:`.

Source: phrases to avoid (Winderl).

Speaks up:

```toc
partner clinic: Harbour Clinic
goal early: Cancer is found early
  outcome checks: Harbour Clinic provided 400 free check-ups
```

Silent:

```toc
partner clinic: Harbour Clinic
goal early: Cancer is found early
  outcome checks: Night workers come for a check-up every year
  outcome open: Harbour Clinic opens on Saturdays
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import listed

from .change_kind import change_kind
from .partner_names import names_of_partners
from .phrases import name, name_of
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line
from .wording import words_of
from .words import results_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results


def find(facts: Facts) -> Iterator[Finding]:
    """Read how every outcome begins, where there are partners."""
    partners = facts.theory.of_kind("partner")
    results = results_for(facts.theory.language) if partners else None
    if not results:
        return
    known = names_of_partners(partners) | {(one.id.casefold(),): one.id for one in partners}
    lengths = sorted({len(words) for words in known}, reverse=True)
    for element in facts.theory.of_kind("outcome"):
        partner = _doing(words_of(first_line(element.text)), known, lengths, results)
        if partner and not _is_for(element, partner, facts):
            message = f"{name(element)} says what {name_of(facts.theory, partner)} does. What do the people gain?"
            instead = change_kind(element, "activity", "If it is their work, make it an activity")
            yield on_element(element, message, Fix("Say what is different for the people it is for"), instead)


def _doing(
    said: Sequence[str], known: dict[tuple[str, ...], str], lengths: Sequence[int], results: Results
) -> str | None:
    """Give the partner that a statement begins with, where the next word says what they do."""
    said = said[1:] if said and said[0] in results.articles else said
    for length in lengths:
        partner = known.get(tuple(said[:length]))
        if partner:
            rest = said[length:]
            while rest and rest[0] in results.before_doing:
                rest = rest[1:]
            return partner if rest and rest[0] in results.doing else None
    return None


def _is_for(element: Element, partner: str, facts: Facts) -> bool:
    """Say whether the change is meant for this partner, as the outcome itself or a goal says."""
    meant = [element.get("for"), *[goal.get("for") for goal in facts.theory.of_kind("goal")]]
    names = {partner, facts.theory.by_id[partner].text}
    return any(not names.isdisjoint((value, *listed(value))) for value in meant if value)


RULE = Rule("partner-as-subject", find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
