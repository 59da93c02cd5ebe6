"""What every renderer calls the things of a theory: one place decides, so that picture and story use the same words.

The language is the one asked for, else the one that the theory names, else English. Texts come in that language where
a `label.fr: …` gives them. Display names (`call outcome: Result`) win in the theory's own language only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .escape import one_line
from .languages import Words, words

if TYPE_CHECKING:
    from toc.model import Detail, Element, Theory


def words_for(theory: Theory, lang: str | None = None) -> Words:
    """Give the fixed words to use for this theory."""
    if lang and theory.language and _base(lang) != _base(theory.language):
        return words(lang)
    called = tuple([(d.name.lower(), d.value) for d in theory.details if d.key == "call" and d.name and d.value])
    return words(lang or theory.language, called)


def _base(language: str) -> str:
    return language.replace("_", "-").lower().split("-")[0]


def text_in(element: Element, lang: str | None = None) -> str:
    """Give the words of an element, in another language where it has them; with its line ends."""
    return labelled(element.details, lang) or element.text


def title_in(theory: Theory, lang: str | None = None) -> str:
    """Give the title of the theory, in another language where it has one; empty where there is none."""
    return labelled(theory.details, lang) or theory.title


def labelled(details: tuple[Detail, ...], lang: str | None) -> str | None:
    """Find the `label` for a language; ``fr-CA`` takes `label.fr` where there is none of its own."""
    if not lang:
        return None
    given = {d.name.replace("_", "-").lower(): d.value for d in reversed(details) if d.key == "label" and d.name}
    wanted = lang.replace("_", "-").lower()
    return given.get(wanted) or given.get(wanted.partition("-")[0])


def name_of(theory: Theory, name: str, lang: str | None = None) -> str:
    """Say an id in words, on one line; a name that nobody declared, or that has no words yet, is its own word."""
    element = theory.get(name)
    return one_line(text_in(element, lang)) or name if element else name


def numbers(theory: Theory) -> dict[str, int]:
    """Number the assumptions from 1, in reading order: picture, Mermaid and story then point at the same ones."""
    return {element.id: number for number, element in enumerate(theory.of_kind("assumption"), 1)}
