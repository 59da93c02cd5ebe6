"""What is marked in a picture: what is new, gone or changed, or what would fall or come late.

A sign and a word say it, never a colour alone. Where something is only supposed, whatever stays as it is is drawn
quietly, so that what falls can be followed to the goal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ..escape import one_line

if TYPE_CHECKING:
    from ..languages import Words

Why = str | tuple[str, str, str]
"""How something was, or why it falls; or a detail that is not drawn, with how it was and how it is."""

Changes = Mapping[str, tuple[str, tuple[Why, ...]]]
"""What happens, and how it was, or why.

By id, by arrow as it is written, by ``ID by PARTNER`` or ``ID by PARTNER: WORDS``, by ``ID because WORDS``, by
``note: WORDS``, and by `WHOLE`.

Of two versions: added, removed or changed, and how it was. Supposed: lost (and without whom), untrue (and which
belief), falls (and what it needs), torn, late (and the old date), waits (and until when), steps-in.
"""

UNCHANGED: Final[Changes] = {}
"""The changes of a picture that shows one version."""

WHOLE: Final = "theory:"
"""What finds what happened to the theory as a whole."""

QUIET: Final = "quiet"
"""What happens to everything else in a picture of what is supposed."""

FALLING: Final = frozenset({"lost", "untrue", "falls", "torn"})
"""What no longer holds."""

LATE: Final = frozenset({"late", "waits"})
"""What comes later."""

_SIGNS: Final = {
    "added": "+", "removed": "−", "changed": "±", "steps-in": "+",
    **dict.fromkeys(FALLING, "×"), **dict.fromkeys(LATE, "»"),
}  # fmt: skip
_NOTHING: Final = "–"
_WHY: Final = {"lost": "without", "untrue": "not-so", "falls": "needs-this", "waits": "not-before"}


def sign(what: str) -> str:
    """Give the sign of what happened."""
    return _SIGNS[what]


def signed(words: Words, what: str) -> str:
    """Give the sign and the word: ``+ new``."""
    return f"{_SIGNS[what]} {words(f'picture.is-{what}')}"


def explained(words: Words, what: str, lines: tuple[Why, ...]) -> tuple[str, ...]:
    """Say how something was, or why it no longer holds: ``was: Fewer cars``, ``every: week → month``."""
    return tuple([_explained(words, what, line) for line in lines])


def _explained(words: Words, what: str, line: Why) -> str:
    if isinstance(line, str):
        said = words.date(line) if what in LATE else line
        return words(f"picture.{_WHY.get(what, 'was')}", text=one_line(said))
    field, was, now = line
    arrow = " ← " if words.direction == "rtl" else " → "
    return words("punctuation.label", label=field, text=one_line(arrow.join([was or _NOTHING, now or _NOTHING])))


def is_supposed(changes: Changes) -> bool:
    """Say whether a picture shows what would be, and not two versions."""
    return any(what in FALLING or what in LATE or what == "steps-in" for what, _ in changes.values())
