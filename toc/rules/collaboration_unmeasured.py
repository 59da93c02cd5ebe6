"""Nothing shows whether working together is worth it.

Partnerships cost time. One sign about the partnership itself, or one question that is asked in every review, is
enough to notice early that people come out of politeness. Such a sign stands below the agreement or a partner
(`indicator`, `question`), or has partners or the partnership in its words.

Source: success criteria of a partnership (Scaling Up Nutrition); health check of a partnership (Stibbe and Prescott
2020).

Speaks up:

```toc
partner school: Hill Road School
partner bakery: Fold Street Bakery
goal awake: Pupils can follow the first lesson
  indicator present: Pupils at their desk when the bell rings
```

Silent:

```toc
partner school: Hill Road School
partner bakery: Fold Street Bakery
goal awake: Pupils can follow the first lesson
  indicator present: Pupils at their desk when the bell rings
agreement together: How we work together
  question worth: Was this meeting worth your morning?
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .at_the_table import at_the_table
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory
from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

ASKING = ("indicator", "question")
OURSELVES = frozenset({"agreement", "partner"})
BEGINNINGS = ("partner", "partenar", "partenair", "collabor", "cooperat", "coopérat", "alliance")
"""How words begin that speak of the partnership itself; one of them too many only keeps this quiet."""


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for a sign about the partnership where there is none."""
    theory = facts.theory
    if len(at_the_table(theory)) < 2 or any(_is_about_us(one, facts) for one in theory.of_kind(*ASKING)):  # noqa: PLR2004  one partner is no partnership
        return
    message = "Nothing shows yet" if facts.early else "Nothing shows"
    message += " whether working together is worth the time. What would you look at?"
    agreement = next(iter(theory.of_kind("agreement")), None)
    if agreement:
        yield on_element(agreement, message, Fix("Name a sign, or a question for every review", paste="indicator: …"))
    else:
        sign = "agreement: How we work together\n  indicator: …"
        yield on_theory(theory, message, Fix("Name a sign, or a question for every review", paste=sign))


def _is_about_us(asking: Element, facts: Facts) -> bool:
    if asking.whole and asking.kind == "indicator":
        return True
    about = [facts.theory.by_id.get(what) for what in asking.about if isinstance(what, str)]
    if any(one is not None and (one.kind in OURSELVES or _names_us(one.text)) for one in about):
        return True
    return _names_us(asking.text)


def _names_us(text: str) -> bool:
    return any(word.startswith(BEGINNINGS) for word in words_of(text))


RULE = Rule("collaboration-unmeasured", find, None, None, ADVICE, ADVICE, family=Family.MEASUREMENT, asks_for_more=True)
