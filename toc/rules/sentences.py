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

LONGEST_HEAD = 4
"""How many words belong at most to what a statement begins with."""


def first_line(text: str) -> str:
    """Give the line that says it; what follows explains."""
    return text.split("\n", 1)[0]


def verbs_in(said: Sequence[str], results: Results) -> list[int]:
    """Give the places of the verbs that say something of the whole; behind ``who`` or ``where`` stand others."""
    found: list[int] = []
    for place, word in enumerate(said):
        if word in results.clause:
            break
        if word in results.verbs and (place == 0 or said[place - 1] not in results.not_before_verbs):
            found.append(place)
    return found


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
    if not counted or any(word in results.verbs or word in results.states for word in said):
        return False
    if said[0] in results.imperatives or said[0] in results.maybe_imperatives:
        return False
    if len(counted) == 1:
        return not counted[0].isdecimal()
    last = counted[-1]
    if len(counted) == LONGEST_LABEL:
        return last in results.labels or (last.endswith(results.label_endings) and said[0] not in results.people)
    return len(counted) == LONGEST_LABEL + 1 == len(said) and last in results.labels and said[0] not in results.people


def speaks_of_a_subject(said: Sequence[str], results: Results, ends: frozenset[str]) -> bool:
    """Say whether the first few words, up to one of ``ends``, name a subject or a quantity: ``access``, ``costs``."""
    for place, word in enumerate(said[:LONGEST_HEAD]):
        if word in ends:
            return False
        last = place + 1 == len(said) or said[place + 1] in ends
        if last or word in results.quantities:
            return word in results.quantities or is_label_word(word, results)
    return False
