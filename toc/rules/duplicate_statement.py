"""Two notes that say the same.

When several tables write at once, the same thought lands on the wall twice, and arrows go to one or the other. Or two
partners plan the same work without knowing of each other. This compares notes of one kind word by word, without
endings and small words; two that differ in a number, a name or a group of people are two, and so are two that are
`for` different people. How alike is alike is a setting (`same_words`, the share of words in common).

Source: avoiding duplication (the partnership handbooks agree); work that reinforces other work (collective impact).

Speaks up:

```toc
goal safe: Old people feel at home in the quarter
  outcome bus: Old people feel safe on the evening bus
  outcome late: Old people feel safe on the evening buses
```

Silent:

```toc
goal safe: Old people feel at home in the quarter
  outcome bus: Old people feel safe on the evening bus
  outcome street: Old people feel safe on the evening street
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import CAUSAL_KINDS

from .phrases import count, name, name_of, quoted, series
from .rule import HEURISTIC, WARNING, Facts, Family, Rule, on_element
from .sentences import first_line
from .wording import twins, words_of
from .words import results_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results

COMPARED = (*sorted(CAUSAL_KINDS), "barrier")
"""The kinds that are compared, each with its own."""

LEAST_STEM = 3
"""How many letters of a word are left at least when an ending comes off."""


class _Reader:
    """Reads notes in one language, and keeps what it made of each word."""

    def __init__(self, results: Results | None) -> None:
        self.small = results.small if results else frozenset()
        self.endings = results.endings if results else ()
        self.stems: dict[str, str] = {}
        telling = results.states | results.moves | results.people if results else ()
        self.telling = frozenset([self.stem(word) for word in telling])

    def words(self, note: Element) -> frozenset[str]:
        """Give the words that count, without endings."""
        words = words_of(first_line(note.text))
        return frozenset([self.stem(word) for word in words if word not in self.small])

    def own(self, note: Element) -> tuple[object, ...]:
        """Give what makes a note one of its own: numbers, names, groups of people, up or down, and for whom it is."""
        line = first_line(note.text)
        words = [word for word in words_of(line) if self.stem(word) in self.telling or not word.isalpha()]
        named = [word.casefold() for word in line.split()[1:] if word[:1].isupper()]
        return frozenset([self.stem(word) for word in (*words, *named)]), note.get("for")

    def stem(self, word: str) -> str:
        """Take the ending off a word."""
        known = self.stems.get(word)
        if known is None:
            ending = next(
                (one for one in self.endings if word.endswith(one) and len(word) - len(one) >= LEAST_STEM), ""
            )
            known = self.stems[word] = word.removesuffix(ending)
        return known


def find(facts: Facts) -> Iterator[Finding]:
    """Compare the notes of each kind, and tell each thought once, at its second place."""
    reader = _Reader(results_for(facts.theory.language))
    for kind in COMPARED:
        notes = [one for one in facts.theory.of_kind(kind) if one.text.strip() and not is_stopped(one)]
        same: dict[int, list[Element]] = {}
        for first, other in twins([reader.words(one) for one in notes], facts.thresholds.same_words):
            if reader.own(notes[first]) == reader.own(notes[other]):
                same.setdefault(first, []).append(notes[other])
        for first, others in same.items():
            yield _tell(notes[first], others, facts)


def _tell(first: Element, others: Sequence[Element], facts: Facts) -> Finding:
    second, more = others[0], len(others) - 1
    mine, theirs = _doers(first, facts), _doers(second, facts)
    if mine and theirs and not more and not mine.keys() & theirs.keys():
        partners = series([name_of(facts.theory, partner) for partner in (*mine, *theirs)])
        message = f"{partners} plan the same, it seems: {name(first)}. Could they join up, or divide the work?"
        return on_element(second, message, Fix("Keep one of the two notes, and name all of them below it"))
    if first.text == second.text:
        message = f"{name(first)} is there {'twice' if not more else count(more + 2, 'time')}. Is it one note?"
    else:
        message = f"{name(second)} and {name(first)} look the same"
        message += f", and so do {count(more, 'more', 'more')}. Is it one note?" if more else ". Are they one note?"
    merge = Fix(f"Keep one, and mention it wherever it belongs: {quoted(f'{first.kind} {first.id}')}")
    return on_element(second, message, merge, Fix("Or say in their words what makes them different"))


def _doers(note: Element, facts: Facts) -> dict[str, None]:
    return dict.fromkeys([one.partner for one in facts.graph.doers.get(note.id, ())])


RULE = Rule("duplicate-statement", find, None, WARNING, WARNING, WARNING, HEURISTIC, family=Family.WORDING)
