"""What things are called in sentences: by their words, in this theory or the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from toc.model import LinkKind, LinkRef, Theory

from .facts import about_of
from .words import Piece, Role, on_one_line

if TYPE_CHECKING:
    from toc.model import About, Element

    from .words import Pieces

BEARS: Final = {
    LinkKind.LEADS_TO: "leads to",
    LinkKind.FEEDS_BACK: "feeds back to",
    LinkKind.WORKS_AGAINST: "works against",
}
"""How each kind of arrow reads."""

_LONGEST: Final = 90
_WITH_AN: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class Names:
    """Two theories, the older one under the ids of the newer, in which things are looked up by name."""

    old: Theory
    new: Theory

    def element(self, name: str) -> Element | None:
        """Find an element, in the newer theory first."""
        return self.new.get(name) or self.old.get(name)

    def called(self, name: str) -> Piece:
        """Call an element by its words, cut where they are many; by its id where it has none."""
        element = self.element(name)
        words = on_one_line(element.text) if element else ""
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
        return Piece(f"‘{short or name}’", Role.THEIRS)

    def partner(self, name: str) -> Piece:
        """Call a partner by its name, without quotes around it."""
        element = self.element(name)
        return Piece((on_one_line(element.text) if element else "") or name, Role.THEIRS)

    def about(self, about: str | None) -> Pieces:
        """Say what something is about, as the end of a sentence: an element, a step, or the whole."""
        if about is None:
            return (Piece("the whole theory"),)
        ref: About = about_of(about)
        if not isinstance(ref, LinkRef):
            return (self.called(ref),)
        if ref.kind is not LinkKind.LEADS_TO:
            return (Piece("how "), *self.step(ref))
        return (Piece("the step from "), self.called(ref.source), Piece(" to "), self.called(ref.target))

    def step(self, ref: LinkRef) -> Pieces:
        """Read an arrow aloud."""
        return (self.called(ref.source), Piece(f" {BEARS[ref.kind]} "), self.called(ref.target))


def a_kind(kind: str) -> str:
    """Give a kind with the article it takes."""
    return f"an {kind}" if kind[:1] in _WITH_AN else f"a {kind}"
