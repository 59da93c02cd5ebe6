"""Looking closer at one statement: where its verbs are, whether it names people, and what it is a label for.

All of it reads words, follows the list of one language, and keeps quiet where it is not sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .words import Results

LONGEST_LABEL = 2
"""How many words a label has at most, not counting the small ones; three where the last one leaves no doubt."""

SHORTEST_WORD = 3
"""How many letters the longest word of a statement has at least; less is a mark on a card, not words."""

LONGEST_HEAD = 4
"""How many words belong at most to what a statement begins with."""

LONGEST_LINE = 500
"""How many characters a statement has at most; what is longer is a text, and not read as one statement."""


def first_line(text: str) -> str:
    """Give the line that says it; what follows explains. Nothing where it is too long for a statement."""
    line = text.split("\n", 1)[0]
    return line if len(line) <= LONGEST_LINE else ""


def has_words(said: Sequence[str]) -> bool:
    """Say whether there is anything to read: ``A`` or ``O2`` on a card is no statement yet."""
    return any(len(word) >= SHORTEST_WORD for word in said)


def verbs_in(said: Sequence[str], results: Results) -> list[int]:
    """Give the places of the verbs that say something of the whole; behind ``who`` or ``where`` stand others."""
    found: list[int] = []
    for place, word in enumerate(said):
        if word in results.clause:
            break
        if is_verb(word, results) and (place == 0 or _fits(said, place, results)):
            found.append(place)
    return found


def _fits(said: Sequence[str], place: int, results: Results) -> bool:
    """Say whether a word is a verb where it stands; ``support`` is one behind ``nurses``, and none behind ``input``."""
    before, word = said[place - 1], said[place]
    if before in results.not_before_verbs:
        return False
    if word in results.nouns_too:
        return before.endswith("s") or before in results.people
    costs = word not in results.moves and word.removesuffix("s") in results.nouns_too
    return not costs or place + 1 < len(said)


def is_verb(word: str, results: Results) -> bool:
    """Say whether a word can be a verb that says something: it is listed, or ends as most of them do."""
    return word in results.verbs or (word.endswith(results.verb_endings) and word not in results.no_verbs)


def names_people(said: Sequence[str], results: Results) -> bool:
    """Say whether a statement names people, or an organisation of people."""
    return any(
        word in results.people or (word.endswith(results.people_endings) and word not in results.no_people)
        for word in said
    )


def is_label_word(word: str, results: Results) -> bool:
    """Say whether a word is the name of a subject, such as ``awareness`` or ``access``."""
    return word in results.labels or word.endswith(results.label_endings)


def is_label(said: Sequence[str], results: Results) -> bool:
    """Say whether these words only name a subject: ``Awareness``, ``Rule of law``. Nothing in them is so or changes."""
    counted = [word for word in said if word not in results.small]
    if not has_words(counted) or len(counted) > LONGEST_LABEL + 1 or _says_something(said, results):
        return False
    if len(counted) == 1:
        return True
    last = counted[-1]
    if len(counted) == LONGEST_LABEL and said[said.index(counted[0]) + 1] in results.small:
        return True
    if len(counted) == LONGEST_LABEL:
        return last in results.labels or (last.endswith(results.label_endings) and said[0] not in results.people)
    plural = counted[0].endswith("s") or counted[1].endswith("s")  # villages protect, parliament funds
    return not plural and is_label_word(last, results) and said[0] not in results.people


def _says_something(said: Sequence[str], results: Results) -> bool:
    """Say whether any word is a verb, an order, or tells how something is."""
    begins = said[0] in results.imperatives or said[0] in results.maybe_imperatives
    tells = results.states | results.changes | results.more | results.changed
    return begins or any(is_verb(word, results) or word in tells for word in said)


def speaks_of_a_subject(said: Sequence[str], results: Results, ends: frozenset[str]) -> bool:
    """Say whether the first few words, up to one of ``ends``, name a subject or a quantity: ``access``, ``costs``."""
    for place, word in enumerate(said[:LONGEST_HEAD]):
        if word in ends:
            return False
        last = place + 1 == len(said) or said[place + 1] in ends
        if last or word in results.quantities:
            return word in results.quantities or is_label_word(word, results)
    return False
