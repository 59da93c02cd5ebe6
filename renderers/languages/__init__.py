"""The fixed words of pictures and reports, one data file for each language.

A pack is a JSON file named after its language (`fr.json`); adding a language is adding one file. What a pack leaves
out is said in English. Keys have two levels, written ``group.key``: ``picture.leads-to``, ``stage.draft``.
Kinds have two forms, for one and for many, in the letter case of running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..kept import MANY, kept

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOME: Final = Path(__file__).parent
_FALLBACK: Final = "en"
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: ``words("picture.leads-to")``, ``words.kind("outcome", 2)``.

    ``direction`` is ``ltr`` or ``rtl``. ``phrases`` holds every phrase under ``group.key``; ``called`` holds the
    names that the theory itself gives to kinds (`call outcome: Result`), which win over the pack.
    """

    language: str
    direction: str
    phrases: Mapping[str, str | tuple[str, ...]]
    called: tuple[tuple[str, str], ...] = ()

    def __call__(self, key: str, /, **values: object) -> str:
        """Give a phrase, with its ``{places}`` filled; an unknown key is a mistake of ours and raises KeyError."""
        phrase = self.phrases[key]
        text = phrase if isinstance(phrase, str) else phrase[0]
        return text.format(**values) if values else text

    def list(self, key: str) -> tuple[str, ...]:
        """Give a phrase that is a row of words, such as ``date.months``; nothing where the pack has none."""
        found = self.phrases.get(key, ())
        return (found,) if isinstance(found, str) else found

    def has(self, key: str, word: str) -> bool:
        """Say whether a word is in a row of words, such as ``grammar.verbs``."""
        return word in _row(self.language, key)

    def value(self, group: str, value: str) -> str:
        """Say a value of the language in words, such as ``("status", "pledged")``; an unknown one stays as it is."""
        found = self.phrases.get(f"{group}.{value.strip().lower()}")
        return found if isinstance(found, str) else value

    def kind(self, kind: str, count: int = 1) -> str:
        """Name a kind as in running text: ``outcome``, ``outcomes``; names that the theory gave count too."""
        for called, name in self.called:
            if called == kind:
                return self._inside(name if count == 1 else self._plural(name))
        one, *more = self.list(f"kinds.{kind}") or (kind,)
        return one if count == 1 or not more else more[0]

    def heading(self, kind: str, count: int = 1) -> str:
        """Name a kind as a heading or label: ``Outcome``, ``Outcomes``."""
        return capital(self.kind(kind, count))

    def joined(self, items: tuple[str, ...], last: str = "list.and") -> str:
        """Join into one phrase: ``a, b and c``; ``last`` may be ``list.or``."""
        if not items:
            return ""
        start = self("list.comma").join(items[:-1])
        return self(last, start=start, last=items[-1]) if start else items[-1]

    def date(self, value: str) -> str:
        """Say a year, month or day in words: ``2030-06`` is ``June 2030``; anything else stays as it is."""
        numbers = value.strip().split("-")
        months = self.list("date.months")
        if not all(part.isascii() and part.isdigit() for part in numbers) or len(numbers[0]) != len("2030"):
            return value
        if len(numbers) not in (2, 3) or not 1 <= int(numbers[1]) <= len(months):
            return value
        month = months[int(numbers[1]) - 1]
        if len(numbers) == 2:  # noqa: PLR2004 - a year and a month
            return self("date.month", month=month, year=numbers[0])
        day = int(numbers[2])
        return self("date.first" if day == 1 else "date.day", day=day, month=month, year=numbers[0])

    def often(self, value: str) -> str:
        """Say how often: ``month`` is ``every month``; what the pack knows as no stretch of time stays as it is."""
        number = "".join(_NUMBER.findall(value)[:1])
        stretch = value.strip().lower().replace(number, "#", 1) if number else value.strip().lower()
        said = dict([row.split(">") for row in self.list("grammar.every")]).get(stretch)
        return said.replace("#", number) if said else value

    def by(self, value: str) -> str:
        """Say by when: ``by June 2030``."""
        is_day = value.strip().count("-") == 2 and self.date(value) != value  # noqa: PLR2004 - year, month and day
        return self("picture.by-day" if is_day else "picture.by", date=self.date(value))

    def _inside(self, name: str) -> str:
        """Put a name that the theory gave into the letter case of running text."""
        is_word = name[:1].isupper() and name[1:2].islower() and self.list("grammar.lower-case")
        return small(name[:1]) + name[1:] if is_word else name

    def _plural(self, name: str) -> str:
        """Put a name that the theory gave into the plural, as far as the endings in the pack say how."""
        if " " in name and not self.list("grammar.plural-of-last-word"):
            return name
        for ending in self.list("grammar.plural"):
            old, _, new = ending.partition(">")
            if name.endswith(old):
                return name[: len(name) - len(old)] + new
        return name


@kept(MANY)
def capital(text: str) -> str:
    """Begin with a capital letter and leave the rest alone; addresses and names like iNaturalist stay as they are."""
    first = "".join(text.split(maxsplit=1)[:1])
    is_name = "://" in first or "@" in first or first.startswith("www.") or any(map(str.isupper, first[1:]))
    return text if is_name else large(text[:1]) + text[1:]


def large(letter: str) -> str:
    """Give the capital of a letter that has exactly one: ``ß`` and the dotless ``ı`` stay as they are."""
    return letter.upper() if letter.upper().lower() == letter else letter


def small(letter: str) -> str:
    """Give the small letter of a capital that has exactly one."""
    return letter.lower() if letter.lower().upper() == letter else letter


def languages() -> tuple[str, ...]:
    """Give the languages that have a pack."""
    return tuple(sorted(path.stem for path in _HOME.glob("*.json")))


def words(language: str | None = None, called: tuple[tuple[str, str], ...] = ()) -> Words:
    """Give the words of a language, such as ``fr`` or ``fr-CA``; English where there is no pack for it."""
    found = _words(language or _FALLBACK)
    return replace(found, called=called) if called else found


def with_phrases(found: Words, home: Path) -> Words:
    """Add the phrases of another folder of packs, in the same language; what it leaves out is said in English."""
    return replace(found, phrases={**found.phrases, **_more(found.language, home)})


@cache
def _more(language: str, home: Path) -> Mapping[str, str | tuple[str, ...]]:
    more = _read(_FALLBACK, home)
    return {**more, **_read(language, home)} if (home / f"{language}.json").is_file() else more


@cache
def _words(language: str) -> Words:
    base = language.replace("_", "-").partition("-")[0].lower()
    pack = base if base.isascii() and base.isalpha() and (_HOME / f"{base}.json").is_file() else _FALLBACK
    phrases = _read(_FALLBACK) if pack == _FALLBACK else {**_neutral(_read(_FALLBACK)), **_read(pack)}
    return Words(pack, str(phrases["language.direction"]), phrases)


@cache
def _row(language: str, key: str) -> frozenset[str]:
    return frozenset(_words(language).list(key))


def _neutral(phrases: Mapping[str, str | tuple[str, ...]]) -> dict[str, str | tuple[str, ...]]:
    """Leave out what is about English itself."""
    return {key: phrase for key, phrase in phrases.items() if not key.startswith("grammar.")}


def _read(language: str, home: Path | None = None) -> Mapping[str, str | tuple[str, ...]]:
    import json  # noqa: PLC0415 - needed only when something is drawn or told

    groups = json.loads(((home or _HOME) / f"{language}.json").read_text(encoding="utf-8"))
    return {
        f"{group}.{key}": phrase if isinstance(phrase, str) else tuple(phrase)
        for group, phrases in groups.items()
        for key, phrase in phrases.items()
    }
