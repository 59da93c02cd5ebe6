"""By which words partners go: their full name, a short name in brackets behind it, and their id at the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Element

ARTICLES = frozenset({"the", "our", "la", "le", "les", "l", "notre", "nos"})
LONGEST_NAME = 12


def names_of_partners(partners: Iterable[Element]) -> dict[tuple[str, ...], str]:
    """Give the words of every partner's name, and of a short name in brackets behind it."""
    found: dict[tuple[str, ...], str] = {}
    for partner in partners:
        before, _, rest = partner.text.partition("(")
        for text in (partner.text, before, rest.partition(")")[0]):
            words = words_of(text)
            if words and len(words) <= LONGEST_NAME:
                found.setdefault(words, partner.id)
    return found
