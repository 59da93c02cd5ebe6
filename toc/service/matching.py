"""How well something fits what was typed: by its name, and by the words of its text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[^\w]+")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Give a text without capitals and accents, for comparing with what somebody types in a hurry."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join([letter for letter in plain if not unicodedata.combining(letter)])


def fit(typed: str, name: str, text: str = "") -> int | None:
    """Say how well a name or its text fits what was typed: 0 is best, None is not at all.

    The beginning of the name counts most, then that of one of its parts, then words of the text, in any order, then
    anything inside.
    """
    query = folded(typed.strip())
    if not query:
        return 0
    label, said = folded(name), folded(text)
    if label.startswith(query):
        return 0 if label == query else 1
    if any(part.startswith(query) for part in _APART.split(label)[1:]):
        return 2
    if said.startswith(query):
        return 3
    words = [*_APART.split(said), *_APART.split(label)]
    if all(any(word.startswith(part) for word in words) for part in _APART.split(query) if part):
        return 4
    return 5 if query in label or query in said else None
