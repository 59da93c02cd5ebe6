"""A success that nobody celebrated.

A milestone was reached, and neither `celebrated:` nor a session, next step or note mentions it. What was marked is
remembered; it carries people to the next one.

Source: intermediate goals are reached, and celebrated.

Speaks up:

```toc
goal home: Nobody sleeps on the quay
  milestone fifty: The first fifty tenancies
    due: 2026-04
    status: reached
```

Silent:

```toc
goal home: Nobody sleeps on the quay
  milestone fifty: The first fifty tenancies
    due: 2026-04
    status: reached
    celebrated: with soup for everybody on the quay
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_reached

from .few_or_many import at_first, few_or_many
from .phrases import capital, count, name, names_of
from .rule import ADVICE, Facts, Family, Rule, on_element
from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "milestone-unmarked"
TELLING = ("note", "happened", "why", "so-what", "now-what")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the milestones that were reached and are mentioned nowhere."""
    reached = [one for one in facts.theory.of_kind("milestone") if _is_reached(one)]
    said = " ".join(_said(facts)) if reached else ""
    unmarked = [one for one in reached if not _is_mentioned(one, said)]

    def together(left: Sequence[Element]) -> Finding:
        names = names_of(facts.theory, [one.id for one in left])
        message = f"{count(len(left), 'milestone')} were reached and not marked: {names}."
        return at_first(f"{capital(message)} Which of them will you celebrate?", left[0])

    yield from few_or_many(unmarked, facts, NAME, _alone, together)


def _alone(milestone: Element) -> Finding:
    message = f"{name(milestone)} was reached. Has it been celebrated?"
    return on_element(milestone, message, Fix("Write down when and how", paste="celebrated: …"))


def _is_reached(milestone: Element) -> bool:
    return is_reached(milestone) and not (milestone.get("celebrated") or "").strip()


def _said(facts: Facts) -> Iterator[str]:
    """Give what sessions, next steps and notes say, in small words, each with spaces around it."""
    for element in facts.theory.of_kind("session", "action", "milestone"):
        if element.kind != "milestone":
            yield f" {' '.join(words_of(element.text))} "
        for detail in element.details:
            if detail.key in TELLING:
                yield f" {' '.join(words_of(detail.value))} "
    for note in facts.theory.notes:
        yield f" {' '.join(words_of(note.text))} "


def _is_mentioned(milestone: Element, said: str) -> bool:
    if (milestone.get("note") or "").strip():
        return True
    names = [milestone.text, *([] if milestone.id.isalpha() else [milestone.id])]  # ‘first’ may be just a word
    return any(words and f" {' '.join(words)} " in said for words in map(words_of, names))


RULE = Rule(NAME, find, None, None, None, ADVICE, family=Family.PROCESS)
