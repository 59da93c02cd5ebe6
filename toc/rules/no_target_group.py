"""A change for nobody in particular.

A goal is for somebody. Who they are decides what "better" means, who should be asked, and what will be counted. Say it
in the words ("Children in Riverside…") or below them (`for: …`); a pathway's `for` holds for what belongs to it. Goals
are told one by one. Of outcomes it is told once which name nobody, unless they are about the state of something
(`change: state`). Where people are named in the words is read from them, so this can be wrong; it knows English and
French, and follows `language:`.

Source: for whom (Forti 2012, question 1; Vogel 2012); who (Global Affairs Canada); reach (Mayne 2016).

Speaks up:

```toc
goal clean: Clean rivers
  outcome rules: Waste rules are kept
```

Silent:

```toc
goal clean: Clean rivers
  for: everybody who drinks, fishes or swims in the valley
  outcome rules: Households and workshops keep the waste rules
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import every

from .few_or_many import at_first, begin_with, few_or_many
from .phrases import capital, count, name, names
from .rule import ADVICE, HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .sentences import first_line, has_words, is_label, names_people
from .wording import words_of
from .words import results_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results

NAME = "no-target-group"
FOR = Fix("Say it in the words, or below with ‘for’", paste="for: …")


def find(facts: Facts) -> Iterator[Finding]:
    """Name every goal that names nobody, and once the outcomes that do not."""
    results = results_for(facts.theory.language)
    if not results:
        return
    members = _members(facts)
    asked = [one for one in facts.theory.of_kind("goal", "outcome") if _is_asked(one, facts, results, members)]
    for goal in asked:
        if goal.kind == "goal":
            message = f"{name(goal)} names nobody{' yet' if facts.early else ''}. Who is this change for?"
            yield on_element(goal, message, Fix("Say below it for whom", paste="for: …"))
    yield from few_or_many([one for one in asked if one.kind == "outcome"], facts, NAME, _alone, _together, few=1)


def _alone(outcome: Element) -> Finding:
    message = f"{name(outcome)} names nobody. Who does, has or knows something different then?"
    return on_element(outcome, message, FOR, at_most=ADVICE)


def _together(left: Sequence[Element]) -> Finding:
    message = f"{capital(count(len(left), 'outcome'))} name nobody: {names(left)}."
    question = "Who does, has or knows something different then?"
    return at_first(f"{message} {question}", left[0], *begin_with(left[0], FOR), at_most=ADVICE)


def _is_asked(element: Element, facts: Facts, results: Results, members: frozenset[str]) -> bool:
    if element.id in facts.settled or element.get("for") or element.get("unintended"):
        return False
    if element.kind == "outcome" and (element.get("change") or "").strip().casefold() == "state":
        return False
    said = words_of(first_line(element.text))
    if not has_words(said) or is_label(said, results):
        return False  # a heading is asked for its people by `label-only`
    return not (names_people(said, results) or not members.isdisjoint(said) or _is_meant(element, facts))


def _members(facts: Facts) -> frozenset[str]:
    """Give the names of partners and stakeholders; whoever stands in a statement by name is named."""
    return frozenset([one.id.casefold() for one in facts.theory.of_kind("partner", "stakeholder")])


def _is_meant(element: Element, facts: Facts) -> bool:
    """Say whether a pathway that it belongs to, or one around that, says for whom."""
    waiting, seen = list(element.pathways), set(element.pathways)
    while waiting:
        pathway = facts.theory.by_id.get(waiting.pop())
        if pathway is None:
            continue
        if every(pathway.details, "for"):
            return True
        waiting += [one for one in pathway.pathways if one not in seen]
        seen.update(pathway.pathways)
    return False


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, HEURISTIC, family=Family.WORDING, asks_for_more=True)
