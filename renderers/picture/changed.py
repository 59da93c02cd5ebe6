"""What is marked in a picture of two versions: new, gone, changed. A sign and a word say it, never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..languages import Words

Changes = Mapping[str, tuple[str, tuple[str, ...]]]
"""By id, by arrow as it is written, or by ``ID by PARTNER``: added, removed or changed, and lines of how it was."""

UNCHANGED: Final[Changes] = {}
"""The changes of a picture that shows one version."""

_SIGNS: Final = {"added": "+", "removed": "−", "changed": "±"}


def sign(what: str) -> str:
    """Give the sign of what happened."""
    return _SIGNS[what]


def signed(words: Words, what: str) -> str:
    """Give the sign and the word: ``+ new``."""
    return f"{_SIGNS[what]} {words(f'picture.is-{what}')}"
