"""A word that not everybody at the table knows.

Abbreviations shut people out, and the ones who do not know them rarely ask. Each needs one line in the glossary
(`term MARAC: …`), or its words in brackets once. Names of partners explain themselves, and what everybody knows (HIV,
EU, TV) is left alone. And where the group agreed to say one word and `not` another, the other one is told. This knows
English and French, and follows `language:`; words to avoid are looked for in every language.

Source: understandable (Davies 2012); partners who do not use the same language (the partnership handbooks agree).

Speaks up:

```toc
goal safe: Nobody in Marlow is beaten at home
  outcome end: MARAC meetings end with a decision
```

Silent:

```toc
goal safe: Nobody in Marlow is beaten at home
  outcome end: MARAC meetings end with a decision
term MARAC: the monthly meeting of all services about those most at risk
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import quoted
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .wording import words_of
from .words import terms_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.model import Element, Theory

# Patterns are compiled when they are needed: everybody pays for what is done on import.
_ABBREVIATION = r"(?<![\w.&-])([A-ZÀ-ÖØ-Þ]{2,6})s?(?![\w&-]|\.\w)"
_BRACKETS = r"\(([^()]+)\)"
FILLING = 3
"""How many small words can stand between those whose first letters make an abbreviation."""

_ROMAN = frozenset("IVX")
EXPLAINING = frozenset({"partner", "stakeholder", "term"})
"""The kinds that are names, and so explain what stands in them."""

LEFT_ALONE = EXPLAINING | {"evidence", "session", "agreement"}
"""The kinds in which words are not looked at: names, titles of sources, days."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every note for abbreviations that nothing explains, and for words that the group agreed to avoid."""
    notes = [one for one in facts.theory.elements if one.kind not in LEFT_ALONE]
    terms = terms_for(facts.theory.language)
    for word, note in unexplained(notes, facts.theory, terms.known).items() if terms else ():
        message = f"{quoted(word)} is explained nowhere. Does everybody at the table know it?"
        line = f"term {word}: …"
        yield on_element(note, message, Fix("Explain it once, in the glossary", paste=line, margin=line))
    yield from _avoided(notes, facts.theory)


def unexplained(notes: Iterable[Element], theory: Theory, known: frozenset[str]) -> dict[str, Element]:
    """Give the abbreviations in some notes that are not known to everybody and explained nowhere, with the first."""
    used: dict[str, Element] = {}
    for note in notes:
        if not note.text.isupper():
            for match in re.finditer(_ABBREVIATION, note.text):
                used.setdefault(match[1], note)
    unknown = [word for word in used if word not in known and not _ROMAN.issuperset(word)]
    explained = _explained(theory) if unknown else frozenset()
    return {
        word: used[word]
        for word in unknown
        if word.casefold() not in explained and not _is_shouted(word, used[word].text)
    }


def _is_shouted(word: str, text: str) -> bool:
    """Say whether a word stands beside others in capitals, as in a heading."""
    words = [one for one in re.findall(r"[^\W\d_]{2,}", text) if one != word]
    return sum(map(str.isupper, words)) * 2 >= len(words) > 0


def _explained(theory: Theory) -> frozenset[str]:
    """Give what names, brackets and initials explain, in small letters."""
    found: set[str] = set()
    for element in theory.elements:
        if element.kind in EXPLAINING:
            found.update(words_of(f"{element.id} {element.text}"))
            found.update((*_initials(element.text), *_initials(element.id)))
        if "(" in element.text:
            found.update(_in_brackets(element.text))
    return frozenset(found)


def _in_brackets(text: str) -> Iterator[str]:
    """Give what brackets explain: ``MARAC (the meeting of all services)``, ``the Inland Valley Swamps (IVS)``."""
    behind = 0
    for match in re.finditer(_BRACKETS, text):
        words, said = words_of(text[behind : match.start()]), words_of(match[1])
        behind = match.end()
        if words and len(said) > 1:
            yield words[-1]
        if words and len(said) == 1:
            yield from [short for short in (said[0], said[0].removesuffix("s")) if _fits(short, words)]


def _fits(short: str, words: Sequence[str]) -> bool:
    """Say whether the letters of a short form begin, in their order, the words right before it."""
    initials = iter([word[0] for word in words[-len(short) - FILLING :]])
    return all(letter in initials for letter in short)


def _initials(text: str) -> tuple[str, str]:
    words = re.findall(r"[^\W\d_]+", text)
    capitals = [word[0] for word in words if word[0].isupper()]
    return "".join(capitals).casefold(), "".join([word[0] for word in words]).casefold()


def _avoided(notes: list[Element], theory: Theory) -> Iterator[Finding]:
    instead = {
        words: term.id for term in theory.of_kind("term") for said in term.all("not") if (words := words_of(said))
    }
    openings = {words[0] for words in instead}
    for note in notes if instead else ():
        said = words_of(note.text)
        for place in [place for place, word in enumerate(said) if word in openings]:
            found = [words for words in instead if said[place : place + len(words)] == words]
            if found:
                words = max(found, key=len)
                message = f"This says {quoted(' '.join(words))}; you agreed to say {quoted(instead[words])}."
                yield on_element(note, message, Fix(f"Say it with {quoted(instead[words])}"))
                break


RULE = Rule("undefined-term", find, None, None, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
