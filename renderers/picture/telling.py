"""What every part of a picture needs to know: the theory, its words, which way it reads, what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..escape import one_line
from ..lettering.bidi import follows_left, language_runs_left, mostly_runs_left
from ..wording import numbers, text_in, title_in, words_for
from .changed import QUIET, UNCHANGED, is_supposed
from .spacing import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Contribution, Element, Theory

    from ..languages import Words
    from .changed import Changes
    from .spacing import Spacing


@dataclass(frozen=True)
class Telling:
    """A theory, the language it is drawn in, and the names of what is hidden, such as ``reasons`` or ``partners``.

    ``spacing`` says how large its words are and how far things stand apart, ``changes`` what to mark where the theory
    is two versions in one.
    """

    theory: Theory
    words: Words
    lang: str | None
    hide: frozenset[str]
    spacing: Spacing = PAGE
    changes: Changes = field(default_factory=dict)

    @cached_property
    def otherwise(self) -> str:
        """Say what happens to everything that is not marked: nothing, or it is drawn quietly."""
        return QUIET if is_supposed(self.changes) else ""

    @cached_property
    def from_right(self) -> bool:
        """Say whether the picture reads from right to left: by its language, else by most of its texts."""
        if self.language:
            return language_runs_left(self.language)
        return mostly_runs_left([self.text(element) for element in self.theory.elements])

    @property
    def language(self) -> str | None:
        """Give the language of the texts, such as ``fr``, where it is known."""
        return self.lang or self.theory.language

    @cached_property
    def title(self) -> str:
        """Give the title to write above the picture."""
        return one_line(title_in(self.theory, self.lang)) or self.words("picture.untitled")

    @cached_property
    def partner_numbers(self) -> Mapping[str, int]:
        """Number the partners in reading order, declared ones first: a number decides colour and shape."""
        names = [element.id for element in self.theory.of_kind("partner")]
        names += [contribution.partner for contribution in self.theory.contributions]
        return {name: number for number, name in enumerate(dict.fromkeys(names))}

    @cached_property
    def given_to(self) -> Mapping[str, tuple[Contribution, ...]]:
        """Give the contributions to each element, in reading order."""
        found: dict[str, list[Contribution]] = {}
        for contribution in self.theory.contributions:
            if isinstance(contribution.to, str):
                found.setdefault(contribution.to, []).append(contribution)
        return {key: tuple(each) for key, each in found.items()}

    @cached_property
    def assumption_numbers(self) -> Mapping[str, int]:
        """Give the numbers of the assumptions, by id."""
        return numbers(self.theory)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Give the words of each element on one line, by its id; its id where it has none."""
        return {name: one_line(self.text(element)) or name for name, element in self.theory.by_id.items()}

    def text(self, element: Element) -> str:
        """Give the words of an element in the language of the picture."""
        return text_in(element, self.lang)

    def shows(self, what: str) -> bool:
        """Say whether something is to be drawn: ``shows("reasons")``."""
        return what not in self.hide

    def by(self, date: str) -> str:
        """Say by when: ``by 2030``, ``by 15 June 2030``."""
        day = date.strip().count("-") == len("-06-15") - len("0615")
        return self.words("picture.by-day" if day else "picture.by", date=one_line(self.words.date(date)))

    def runs_left(self, text: str) -> bool:
        """Say whether a paragraph runs from right to left; one without letters follows the picture."""
        return follows_left(text, from_right=self.from_right)


def make_telling(
    theory: Theory,
    lang: str | None,
    hide: frozenset[str],
    spacing: Spacing = PAGE,
    changes: Changes = UNCHANGED,
) -> Telling:
    """Put together what the parts of a picture need."""
    return Telling(theory, words_for(theory, lang), lang, hide, spacing, changes)
