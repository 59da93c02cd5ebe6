"""Word lists for the checks that read wording: data, one file a language.

To add a language, add one file with a ``WORDS`` and its name to `LANGUAGES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

LANGUAGES = {"en": "en", "english": "en", "fr": "fr", "french": "fr", "français": "fr"}
"""What a theory can call its language, and the file with its words."""

USUAL = "en"
"""The language of a theory that names none."""


@dataclass(slots=True, eq=False, repr=False)
class Link:
    """Words that join a step and what it leads to, such as ``in order to``.

    They do not count directly after ``not_after`` or before ``not_before``, and with ``comma`` only behind a comma.
    """

    phrase: str
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    comma: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give its words one by one."""
        return tuple(self.phrase.split())


@dataclass(slots=True, eq=False, repr=False)
class Words:
    """The words of one language, all in small letters.

    ``verbs`` open an activity (``provide``). ``object_verbs`` and ``noun_verbs`` do so before a number or an article
    (``lead the network``), the former also before people, events and things (``train farmers``). With ``goal_verbs``
    a goal may open. ``done`` pairs what was done with what it can be done to.
    ``change`` are words that speak of a change or a state; a statement with one of them is left alone unless it
    opens with a verb.
    """

    skipped: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    verbs: frozenset[str]
    object_verbs: frozenset[str]
    noun_verbs: frozenset[str]
    goal_verbs: frozenset[str]
    people: frozenset[str]
    events: frozenset[str]
    gatherings: frozenset[str]
    things: frozenset[str]
    done: tuple[tuple[frozenset[str], frozenset[str]], ...]
    change: frozenset[str]
    joining: tuple[Link, ...]
    head_comes_first: bool = False
    longest_head: int = 4
    longest_tail: int = 6


def split(words: str) -> frozenset[str]:
    """Read a list of words with spaces between."""
    return frozenset(words.split())


def words_for(language: str | None) -> Words | None:
    """Give the words of a language as a theory names it (``fr``, ``fr-CA``), or None where there are none."""
    named = (language or USUAL).strip().casefold().replace("_", "-")
    file = LANGUAGES.get(named) or LANGUAGES.get(named.split("-")[0])
    words: Words | None = import_module(f".{file}", __name__).WORDS if file else None
    return words
