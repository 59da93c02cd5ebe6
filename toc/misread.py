"""Lines that are no statement but were meant as one: a misspelt kind or key, a bullet before a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .lines import SPACES, Shape
from .near import nearest
from .vocabulary import KEYS, KINDS, SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 3
_SHORT = 4
_MOST_LETTERS_OFF = 2
_HEAD = rf"([^\W\d][\w-]*)(?:[{SPACES}]+([^{SPACES}:：]+))?[{SPACES}]*[:：](?!//)"
BULLET = rf"(?:[-*+•‣◦·–—]|\d{{1,3}}[.)])[{SPACES}]+"
"""What a line of a list begins with, as a pattern."""
_STATEMENT = (
    rf"(?i)(?:(?:{'|'.join(KINDS)}|assuming)(?:[{SPACES}]+[^{SPACES}:：]+)?[{SPACES}]*[:：]|by[{SPACES}]+[^{SPACES}]+$"
    rf"|(?:{'|'.join(KEYS)})[{SPACES}]*[:：]|->|→)"
)


class Misread(NamedTuple):
    """A line that is no statement but was meant as one: what it was probably meant to begin with."""

    shape: Shape
    word: str
    meant: str | None
    name: str | None


def misread(text: str, *, under_something: bool) -> Misread | None:
    """Look at a line that is no statement for a misspelt kind or key, or a bullet before a statement."""
    text = text.rstrip(SPACES)
    bullet = re.match(BULLET, text)
    if bullet and re.match(_STATEMENT, text[bullet.end() :]):
        return Misread(Shape.BULLET, bullet[0].rstrip(SPACES), None, None)
    head = re.match(_HEAD, text)
    if not head:
        return None
    word, second = head[1], head[2]
    if word.casefold() in KINDS or (word.casefold() in KEYS and second):
        return None
    kind = SYNONYMS.get(word.casefold()) or _near(word, KINDS)
    key = None if second else _near(word, KEYS)
    if kind and (not key or word.casefold() in SYNONYMS):
        return Misread(Shape.MISSPELT, word, kind, second)
    if key or (under_something and not second):
        return Misread(Shape.UNKNOWN_KEY, word, key, None)
    return None


def _near(word: str, known: Iterable[str]) -> str | None:
    """Find what was meant, more strictly than for names: ‘Team: …’ is a note, no misspelt ‘term’."""
    meant = nearest(word, known) if len(word) >= _SHORTEST else None
    if meant is None or abs(len(meant) - len(word)) > _MOST_LETTERS_OFF:
        return None
    if len(word) == len(meant) <= _SHORT and sorted(word.casefold()) != sorted(meant):
        return None
    return meant
