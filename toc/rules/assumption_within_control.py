"""An assumption about something a partner here can do.

Assumptions are about what is not in your hands. If one names a partner, perhaps it is something that this partner
could promise: then it is a contribution, and somebody answers for it. This looks for the full name of a partner
anywhere, for a short name in brackets, and for the partner's id as the first word, so it can be wrong.

Source: assumptions lie outside of the project (logframe); "partners have the capacity" is no assumption (Guijt
2013).

Speaks up:

```toc
partner council: Riverside City Council
goal visit: Old people see friends every week
  outcome bus: The evening bus runs again
    assuming pay: Council pays for the evening bus
```

Silent:

```toc
partner council: Riverside City Council
goal visit: Old people see friends every week
  outcome bus: The evening bus runs again
    by council: pays for it
    assuming feel: Old people feel safe on the bus
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .partner_names import ARTICLES, names_of_partners
from .phrases import name, name_of
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Look for partners, and for what they already contribute, in the text of every assumption."""
    assumptions = facts.theory.of_kind("assumption")
    partners = names_of_partners(facts.theory.of_kind("partner")) if assumptions else {}
    ids = {partner.id.casefold(): partner.id for partner in facts.theory.of_kind("partner")} if assumptions else {}
    given = {words_of(one.what): one.partner for one in facts.theory.contributions if one.what} if assumptions else {}
    lengths = sorted({len(one) for one in partners}, reverse=True)
    for assumption in assumptions:
        words = words_of(assumption.text)
        partner = given.get(words) or _subject(assumption.text, ids) or _named(words, partners, lengths)
        if partner:
            yield _tell(assumption, partner, facts)


def _subject(text: str, ids: dict[str, str]) -> str | None:
    first = [word.strip(".,;:!?’'\"").casefold() for word in text.split(None, 2)[:2]]
    subject = first[1:] if first and first[0] in ARTICLES else first[:1]
    return ids.get(subject[0]) if subject else None


def _named(words: tuple[str, ...], partners: dict[tuple[str, ...], str], lengths: list[int]) -> str | None:
    for length in lengths:
        for start in range(len(words) - length + 1):
            partner = partners.get(words[start : start + length])
            if partner:
                return partner
    return None


def _tell(assumption: Element, partner: str, facts: Facts) -> Finding:
    message = (
        f"{name(assumption)} is something that {name_of(facts.theory, partner)} can do here. Is it a contribution "
        "rather than an assumption?"
    )
    instead = f"by {partner}: {_line(assumption)}"
    return on_element(assumption, message, Fix("Write it below what it is for", paste=instead, below=NOWHERE))


def _line(assumption: Element) -> str:
    return assumption.text.split("\n", 1)[0]


RULE = Rule("assumption-within-control", find, None, ADVICE, ADVICE, ADVICE, HEURISTIC, family=Family.ASSUMPTIONS)
