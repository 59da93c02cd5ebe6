"""How somebody wants to see the theory: which part of it, in which colours, on which page.

Everybody may look at it in their own way; those who look the same way share one picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from toc.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUESTIONS = ("focus", "partner", "pathway")
_THEMES = ("light", "dark", "print")
_PAGES = ("slide", "A4", "A3", "A2", "A4-landscape", "A3-landscape", "A2-landscape")
_DIRECTIONS = ("up", "right", "left")
_SPACINGS = ("page", "screen", "room")
_LONGEST = 200
_MOST_HIDDEN = 20


class Look(NamedTuple):
    """What a page asked to see; without anything said, all of it in light colours."""

    focus: str | None = None
    partner: str | None = None
    pathway: str | None = None
    hide: frozenset[str] = frozenset()
    theme: str = "light"
    page: str | None = None
    direction: str | None = None
    spacing: str = "page"

    @property
    def view(self) -> View | None:
        """Give the part of the theory that is asked for; None for all of it."""
        if self.focus or self.partner or self.pathway or self.hide:
            return View(focus=self.focus, partner=self.partner, pathway=self.pathway, hide=self.hide)
        return None

    @property
    def options(self) -> dict[str, Any]:
        """Give what the drawing takes."""
        return {"theme": self.theme, "page": self.page, "direction": self.direction, "spacing": self.spacing}

    def as_json(self) -> dict[str, Any]:
        """Give it as the page said it."""
        asked = {name: getattr(self, name) for name in _QUESTIONS if getattr(self, name)}
        how = {"theme": self.theme, "page": self.page, "spacing": self.spacing}
        return {"view": asked or None, **how, "hide": sorted(self.hide)}


USUAL = Look(hide=frozenset({"title", "notes", "bands"}), spacing="screen")
"""How a page in light colours asks to see the theory first, beside its text; it is drawn before the page has asked."""


def look_of(message: Mapping[str, Any]) -> Look:
    """Read how a page wants to see the theory; what it says that nobody knows is as if it had not been said."""
    view = message.get("view")
    asked = {name: _word(view.get(name)) for name in _QUESTIONS} if isinstance(view, dict) else {}
    hide = message.get("hide")
    hidden = [word for one in hide[:_MOST_HIDDEN] if (word := _word(one))] if isinstance(hide, list) else []
    return Look(
        **asked,
        hide=frozenset(hidden),
        theme=_one_of(message.get("theme"), _THEMES) or "light",
        page=_one_of(message.get("page"), _PAGES),
        direction=_one_of(message.get("direction"), _DIRECTIONS),
        spacing=_one_of(message.get("spacing"), _SPACINGS) or "page",
    )


def _word(said: Any) -> str | None:
    return said if isinstance(said, str) and 0 < len(said) <= _LONGEST else None


def _one_of(said: Any, known: tuple[str, ...]) -> str | None:
    return said if said in known else None
