"""Words that are still to be found, and questions that wait.

`TBD`, `???` and `…` are fine while people talk: they keep a place. Before others read the map, somebody has to come
back to them, and to the questions that were parked (`question` without `answer`). All of them are told in one line.

Source: what is left open in a workshop is easily forgotten afterwards; completeness (Davies 2012).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Old people eat ??? every day
  question holidays: Who cooks in August?
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
  outcome eat: Old people eat a warm meal every day
  question holidays: Who cooks in August?
    answer: the club, as it did last year
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding, Fix

from .ignores import is_waived
from .phrases import FEW, capital, count, name, quoted, series
from .placeholders import may_hold_placeholders, placeholder
from .rule import ADVICE, WARNING, Facts, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Detail, Theory
    from toc.source import Span

NAME = "placeholder-left"
NO_WORDS_OF_THE_PLAN = frozenset({"ignore", "in", "label", "on"})
"""Details that say nothing about the plan itself."""


class Place(NamedTuple):
    """Where something stands in for words, what, and on what it stands."""

    sign: str
    span: Span
    element: str | None


def find(facts: Facts) -> Iterator[Finding]:
    """Count what still stands in for words, and the questions without an answer."""
    every = [*_places(facts), *_questions(facts)]
    left: list[Place] = []
    for place in every:
        if place.element and is_waived(facts.theory, place.element, NAME):
            what = quoted(place.sign) if place.sign else "The question"
            yield Finding("", f"{what} is left open here.", place.span, WARNING, element=place.element)
        else:
            left.append(place)
    if left:
        yield _told(left, facts)


def _told(left: list[Place], facts: Facts) -> Finding:
    first = left[0]
    element = facts.theory.by_id.get(first.element or "")
    answer = () if first.sign else (Fix("Write down what the group says", paste="answer: …", below=first.span),)
    fixes = answer or (Fix("Write the words"),)
    if len(left) == 1 and element and not (first.sign and placeholder(element.text)):
        open_ = f"still says {quoted(first.sign)}" if first.sign else "waits for an answer"
        return Finding("", f"{name(element)} {open_}.", first.span, WARNING, element=element.id, fixes=fixes)
    signs = [place.sign for place in left if place.sign]
    said = [_still(signs)] if signs else []
    if waiting := len(left) - len(signs):
        said.append(f"{count(waiting, 'question')} {'waits' if waiting == 1 else 'wait'} for an answer")
    message = " and ".join(said)
    begin = f" Begin with {name(element)}." if element and len(left) > 1 else ""
    alone = first.element if len(left) == 1 else None
    also = tuple([place.span for place in left if place.span != first.span])
    return Finding("", f"{capital(message)}.{begin}", first.span, WARNING, element=alone, fixes=fixes, also=also)


def _still(signs: list[str]) -> str:
    different = list(dict.fromkeys(signs))
    named = series([quoted(sign) for sign in different[:FEW]], len(different[FEW:]))
    return f"{count(len(signs), 'place')} still {'says' if len(signs) == 1 else 'say'} {named}"


def _questions(facts: Facts) -> Iterator[Place]:
    for question in facts.theory.of_kind("question"):
        if not (question.get("answer") or "").strip() and question.id not in facts.settled:
            yield Place("", question.span, question.id)


def _places(facts: Facts) -> Iterator[Place]:
    theory = facts.theory
    if not may_hold_placeholders(_texts(theory)):
        return
    yield from _in_details(theory.details, None)
    for element in theory.elements:
        sign = placeholder(element.text) if element.kind != "question" else None
        if sign:
            yield Place(sign, element.span, element.id)
        yield from _in_details(element.details, element.id)
    for link in theory.links:
        yield from _in_details(link.details, link.source)
    for given in theory.contributions:
        about = given.to if isinstance(given.to, str) else None
        if sign := placeholder(given.what):
            yield Place(sign, given.span, about)
        yield from _in_details(given.details, about)


def _texts(theory: Theory) -> list[str]:
    """Give everything that somebody wrote."""
    written: list[str] = [element.text for element in theory.elements]
    written += [given.what for given in theory.contributions]
    for things in ((theory,), theory.elements, theory.links, theory.contributions):
        written += [detail.value for thing in things for detail in thing.details]
    return written


def _in_details(details: Iterable[Detail], element: str | None) -> Iterator[Place]:
    for detail in details:
        if detail.key not in NO_WORDS_OF_THE_PLAN and (sign := placeholder(detail.value)):
            yield Place(sign, detail.span, element)


RULE = Rule(NAME, find, None, ADVICE, WARNING, WARNING, family=Family.PROCESS)
