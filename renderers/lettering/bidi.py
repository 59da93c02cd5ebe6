"""Which way a text runs, and how a line keeps its own order whatever stands around it.

Programs that show an SVG disagree about its `direction` attribute, but all of them follow the isolates of the Unicode
bidirectional algorithm (UAX 9). So the picture itself always runs from left to right, and a line that holds a script
from right to left is wrapped in an isolate of its own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LANGUAGES: Final = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
_RUNS_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CONTROL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENS: Final = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_FROM_RIGHT, _FROM_LEFT, _END = "\u2067", "\u2066", "\u2069"


def language_runs_left(language: str | None) -> bool:
    """Say whether a language is written from right to left: ``ar``, ``fa-IR``."""
    return (language or "").replace("_", "-").partition("-")[0].lower() in _LANGUAGES


def runs_left(text: str) -> bool:
    """Say whether a text runs from right to left, by its first letter that has a direction."""
    if text.isascii() or not _RUNS_LEFT.search(text):
        return False
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in ("R", "AL"):
            return True
        if way == "L":
            return False
    return False


def follows_left(text: str, *, from_right: bool) -> bool:
    """Say whether a paragraph runs from right to left; one without letters follows the picture it stands in."""
    return runs_left(text) or (from_right and not any(map(str.isalpha, text)))


def goes_along(text: str, *, from_right: bool) -> bool:
    """Say whether a paragraph of a document runs from right to left: all do there, but those wholly in other scripts.

    A sentence that begins with a foreign name still runs as the document does.
    """
    return from_right and (bool(_RUNS_LEFT.search(text)) or not any(map(str.isalpha, text)))


def mostly_runs_left(texts: Iterable[str]) -> bool:
    """Say whether more of these texts run from right to left than from left to right."""
    ways = [runs_left(text) for text in texts if text.strip()]
    return 2 * sum(ways) > len(ways)


def enclosed(text: str, *, from_right: bool) -> tuple[str, str, str]:
    """Give what has to stand before a line, the line, and what has to stand after it, so that it keeps its order.

    Controls of the user's own stay where they come in pairs; a lone one would reach into what follows, and goes.
    """
    text = paired(text)
    if from_right:
        return _FROM_RIGHT, text, _END
    if text.isascii() or not _RUNS_LEFT.search(text):
        return "", text, ""
    return _FROM_LEFT, text, _END


def paired(text: str) -> str:
    """Take out the controls that stand alone: they would turn round what follows, which is not theirs."""
    if text.isascii() or not _CONTROL.search(text):
        return text
    kept: list[str] = []
    open_at: list[int] = []
    for character in text:
        if character in _OPENS:
            open_at.append(len(kept))
        elif character in "\u202c\u2069":
            if not open_at or _OPENS[kept[open_at[-1]]] != character:
                continue
            open_at.pop()
        kept.append(character)
    lone = set(open_at)
    return "".join([character for at, character in enumerate(kept) if at not in lone])
