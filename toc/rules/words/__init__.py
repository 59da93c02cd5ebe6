"""Word lists for the checks that read wording: data, one folder a language.

To add a language, add a folder with the same three files and its name to `LANGUAGES`: `work.py` says what is done,
`results.py` how changes are told, `terms.py` which abbreviations everybody knows and which words say little. A list is
read when a rule first asks for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = {"en": "en", "english": "en", "fr": "fr", "french": "fr", "français": "fr"}
"""What a theory can call its language, and the folder with its words."""

USUAL = "en"
"""The language of a theory that names none."""


class Link(NamedTuple):
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


class Words(NamedTuple):
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


class Means(NamedTuple):
    """Words behind which a statement says how something comes about, such as ``through``.

    They do not count directly after ``not_after`` or a word that ends in ``not_after_endings``, nor before
    ``not_before``; where there is an ``only_before``, they count before these words only, with an ``ending`` before a
    word that ends so, and with ``nouns`` where one of the next two words ends so. None of ``not_with`` may be among
    the next few words. ``verb_first`` wants a verb somewhere before them. ``kept_after`` are words after which they
    count all the same.
    """

    phrase: str
    not_after: frozenset[str] = frozenset()
    not_after_endings: tuple[str, ...] = ()
    kept_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    only_before: frozenset[str] = frozenset()
    ending: str = ""
    nouns: tuple[str, ...] = ()
    not_with: frozenset[str] = frozenset()
    verb_first: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Give its words one by one."""
        return tuple(self.phrase.split())


class Results(NamedTuple):
    """How one language tells of changes, all in small letters.

    Saying something: ``verbs`` say that something changes or is so (``fall``, ``are``), and so do words that end in
    ``verb_endings`` and are not among ``no_verbs``; ``states`` say how it is or how much (``safe``, ``fewer``). A verb
    is none after ``not_before_verbs`` (``their work``, ``to work``) or in a ``clause``, and ``nouns_too`` only where
    they fit the word before; behind ``before_infinitives`` (``to``) stands an infinitive. ``joining`` stands between
    two that each say something.

    Openings: ``changes`` open a result (``cleaner rivers``); ``more`` and, in an output, ``of_goods`` only before a
    label (``improved access``, but not ``improved seeds``); ``changes_of`` only before one of ``of`` (``reduction
    of``); words of ``changed`` stand behind what changed (``confiance accrue``). ``imperatives`` open a wish
    (``improve``), ``maybe_imperatives`` only where no verb follows.

    Labels: ``small`` words do not count in one; one of ``labels`` or ``label_endings`` ends it. ``quantities`` can be
    larger or smaller.

    People and what they do: ``people`` and words with ``people_endings`` name people, ``no_people`` only end so.
    ``knowing``, ``practice`` and, with people, ``habits`` tell the kind of a change. ``doing`` is what a partner does,
    perhaps with words of ``before_doing`` between, behind one of ``articles`` and its name.

    Numbers: with ``moves``, one after ``moves_by`` says how far; ``percent`` stand behind it. ``endings`` come off a
    word before it is compared with another.
    """

    verbs: frozenset[str]
    verb_endings: tuple[str, ...]
    no_verbs: frozenset[str]
    nouns_too: frozenset[str]
    states: frozenset[str]
    clause: frozenset[str]
    not_before_verbs: frozenset[str]
    before_infinitives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    joining: tuple[str, ...]
    changes: frozenset[str]
    more: frozenset[str]
    of_goods: frozenset[str]
    changes_of: frozenset[str]
    of: frozenset[str]
    changed: frozenset[str]
    imperatives: frozenset[str]
    maybe_imperatives: frozenset[str]
    means: tuple[Means, ...]
    small: frozenset[str]
    labels: frozenset[str]
    label_endings: tuple[str, ...]
    quantities: frozenset[str]
    people: frozenset[str]
    people_endings: tuple[str, ...]
    no_people: frozenset[str]
    knowing: frozenset[str]
    practice: frozenset[str]
    habits: frozenset[str]
    doing: frozenset[str]
    before_doing: frozenset[str]
    articles: frozenset[str]
    moves: frozenset[str]
    moves_by: str
    percent: tuple[str, ...]
    endings: tuple[str, ...]


class Terms(NamedTuple):
    """What one language takes for known, and which of its words say little: ``empower*`` stands for all its endings."""

    known: frozenset[str]
    vague: tuple[str, ...]


def split(words: str) -> frozenset[str]:
    """Read a list of words with spaces between."""
    return frozenset(words.split())


def words_for(language: str | None) -> Words | None:
    """Give the words of a language as a theory names it (``fr``, ``fr-CA``), or None where there are none."""
    file = _file(language, "work")
    words: Words | None = file.WORDS if file else None
    return words


def results_for(language: str | None) -> Results | None:
    """Give the words in which a language tells of changes, or None where there are none."""
    file = _file(language, "results")
    results: Results | None = file.RESULTS if file else None
    return results


def terms_for(language: str | None) -> Terms | None:
    """Give the words that a language takes for known, and those that say little, or None where there are none."""
    file = _file(language, "terms")
    terms: Terms | None = file.TERMS if file else None
    return terms


def _file(language: str | None, name: str) -> Any:
    named = (language or USUAL).strip().casefold().replace("_", "-")
    folder = LANGUAGES.get(named) or LANGUAGES.get(named.split("-")[0])
    return import_module(f".{folder}.{name}", __name__) if folder else None
