"""What a report is made from: the theory with its words, and whatever was found out before for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..document import Document
from ..escape import one_line
from ..languages import with_phrases
from ..story.teller import Teller, teller_for
from ..wording import title_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from toc.findings import Finding
    from toc.model import Theory

    from ..document import Block
    from ..languages import Words

_WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an earlier version: what that is called, and sentences; a partner is told its own."""

    version: str
    changes: tuple[str, ...]


class Question(NamedTuple):
    """A question that only the group can answer, in the words of its place, why it is asked there, and its theme."""

    asks: str
    why: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a report may use.

    ``draw`` gives the SVG of the theory, or of a part of it given as ``theory``, and takes the options of the renderer
    ``svg``. ``findings`` are those of a check, in the order in which they are told. ``as_of`` counts as today where
    time matters; without it reports do not say what is late. ``partner`` is the id of the partner it is for. ``title``
    replaces the report's own. ``columns`` names the columns of a logframe. ``questions`` are those that only the group
    can answer.
    """

    teller: Teller
    draw: Callable[..., str]
    findings: tuple[Finding, ...] = ()
    as_of: date | None = None
    partner: str | None = None
    since: Since | None = None
    title: str | None = None
    columns: str | None = None
    questions: tuple[Question, ...] = ()

    @property
    def theory(self) -> Theory:
        """Give the theory."""
        return self.teller.theory

    @property
    def words(self) -> Words:
        """Give the fixed words: those of all renderers, and ``report.…``."""
        return self.teller.words

    @property
    def called(self) -> str:
        """Give the title of the theory on one line; a phrase for one that has none."""
        return one_line(title_in(self.theory, self.teller.lang)) or self.words("picture.untitled")

    def document(self, title: str, blocks: list[Block], subtitle: str | None = None) -> Document:
        """Give a document with this title, or the one that was asked for, in the language of the theory."""
        words = self.words
        about = self.called if subtitle is None else subtitle
        language = self.teller.lang or self.theory.language or "en"
        return Document(self.title or title, tuple(blocks), about, language, words.direction)


def teller_with_words(theory: Theory, lang: str | None) -> Teller:
    """Give the teller of a theory whose words include those of the reports."""
    teller = teller_for(theory, lang)
    return replace(teller, words=with_phrases(teller.words, _WORDS))
