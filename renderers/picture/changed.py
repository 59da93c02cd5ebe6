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

Changes = Mapping[str, tuple[str, tuple[str, ...]]]
"""By id, by arrow as it is written, or by ``ID by PARTNER``: what happens, and lines that say how it was, or why.

Of two versions: added, removed or changed, and how it was. Supposed: lost (and without whom), untrue (and which
belief), falls (and what it needs), torn, late (and the old date), waits (and until when), steps-in.
"""

UNCHANGED: Final[Changes] = {}
"""The changes of a picture that shows one version."""

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
_WHY: Final = {"lost": "without", "untrue": "not-so", "falls": "needs-this", "waits": "not-before"}


def sign(what: str) -> str:
    """Give the sign of what happened."""
    return _SIGNS[what]


def signed(words: Words, what: str) -> str:
    """Give the sign and the word: ``+ new``."""
    return f"{_SIGNS[what]} {words(f'picture.is-{what}')}"


def explained(words: Words, what: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Say how something was, or why it no longer holds: ``was: Fewer cars``, ``without Town Hall``."""
    said = [words.date(line) if what in LATE else line for line in lines]
    return tuple([words(f"picture.{_WHY.get(what, 'was')}", text=one_line(line)) for line in said])


def is_supposed(changes: Changes) -> bool:
    """Say whether a picture shows what would be, and not two versions."""
    return any(what in FALLING or what in LATE or what == "steps-in" for what, _ in changes.values())
