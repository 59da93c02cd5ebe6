"""What every chapter needs to know: the theory, its words, and who is about whom, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.logic.arrows import arriving, leaving

from ..escape import one_line
from ..wording import labelled, text_in, words_for
from .sentences import flowing, inside, proper_names, without_stop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import About, Contribution, Element, Link, Theory

    from ..languages import Words


@dataclass(frozen=True)
class Teller:
    """A theory and the language it is told in; ``proper`` holds the words that keep their capital letter."""

    theory: Theory
    words: Words
    lang: str | None
    proper: frozenset[str]

    @cached_property
    def causes(self) -> Mapping[str, tuple[Link, ...]]:
        """Give the leads-to arrows that arrive at each name, in reading order."""
        return arriving(self.theory)

    @cached_property
    def effects(self) -> Mapping[str, tuple[Link, ...]]:
        """Give the leads-to arrows that leave each name, in reading order."""
        return leaving(self.theory)

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Give what stands in each pathway, not counting what stands in pathways within it."""
        found: dict[str, set[str]] = {}
        for element in self.theory.elements:
            for name in element.pathways:
                found.setdefault(name, set()).add(element.id)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def about(self) -> Mapping[About, tuple[Element, ...]]:
        """Give what is about each element and arrow: assumptions, risks, evidence, indicators and so on."""
        found: dict[About, list[Element]] = {}
        for element in self.theory.elements:
            for about in dict.fromkeys(element.about):
                found.setdefault(about, []).append(element)
        return {about: tuple(elements) for about, elements in found.items()}

    @cached_property
    def given(self) -> Mapping[About | None, tuple[Contribution, ...]]:
        """Give the contributions to each element and arrow, and to the whole (None)."""
        found: dict[About | None, list[Contribution]] = {}
        for contribution in self.theory.contributions:
            found.setdefault(contribution.to, []).append(contribution)
        return {to: tuple(contributions) for to, contributions in found.items()}

    @cached_property
    def owned(self) -> Mapping[str | None, tuple[Element, ...]]:
        """Give the aims of each partner and the actions of each session."""
        found: dict[str | None, list[Element]] = {}
        for element in self.theory.of_kind("aim", "action"):
            found.setdefault(element.owner, []).append(element)
        return {owner: tuple(elements) for owner, elements in found.items()}

    def place(self, name: str) -> int:
        """Say where a name stands in reading order; what was never declared stands last."""
        return self._places.get(name, len(self._places))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {element.id: at for at, element in enumerate(self.theory.elements)}

    def on(self, about: About, kind: str) -> tuple[Element, ...]:
        """Give what of one kind is about an element or arrow."""
        return tuple([element for element in self.about.get(about, ()) if element.kind == kind])

    def text(self, element: Element) -> str:
        """Give the words of an element on one line; its id where it has none."""
        return one_line(flowing(text_in(element, self.lang))) or element.id

    def has_words(self, element: Element) -> bool:
        """Say whether anybody has found words for an element yet."""
        return bool(text_in(element, self.lang).strip())

    def speaks(self, element: Element) -> bool:
        """Say whether the words of an element are in the language of the story, so that its grammar fits them."""
        return self.at_home or labelled(element.details, self.lang) is not None

    @cached_property
    def at_home(self) -> bool:
        """Say whether the theory is told in the language it is written in."""
        return words_for(self.theory).language == self.words.language

    def inside(self, text: str) -> str:
        """Make a reason or the like fit to stand inside a sentence; a text in another language stays as it is."""
        return inside(self.words, text, self.proper) if self.at_home else without_stop(text)

    def name(self, name: str) -> str:
        """Say an id in words; a name that nobody declared stays as it is."""
        element = self.theory.get(name)
        return self.text(element) if element else one_line(name)


def teller_for(theory: Theory, lang: str | None) -> Teller:
    """Make ready to tell a theory, in its own language or another one."""
    words = words_for(theory, lang)
    return Teller(theory, words, lang, proper_names(theory, lang))
