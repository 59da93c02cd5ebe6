"""How wide a text is, without asking the machine for a font.

Latin, Greek and Cyrillic come from the advance widths that Arial, Helvetica, Liberation Sans and Arimo share, so that a
text set in that family fits everywhere. For other scripts there is one generous width each: whatever font a
reader's machine chooses should stay inside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..kept import MANY, kept

TABLE = Path(__file__).with_name("arial_widths.json")

SCRIPTS: tuple[tuple[int, int, float], ...] = (
    (0x0530, 0x058F, 0.75),  # Armenian
    (0x0590, 0x05FF, 0.65),  # Hebrew
    (0x0600, 0x08FF, 0.65),  # Arabic, Syriac and their neighbours
    (0x0900, 0x09FF, 0.80),  # Devanagari, Bengali
    (0x0A00, 0x0AFF, 0.80),  # Gurmukhi, Gujarati
    (0x0B00, 0x0D7F, 1.05),  # Odia, Tamil, Telugu, Kannada, Malayalam
    (0x0D80, 0x0DFF, 1.05),  # Sinhala
    (0x0E00, 0x0EFF, 0.75),  # Thai, Lao
    (0x0F00, 0x0FFF, 0.85),  # Tibetan
    (0x1000, 0x109F, 1.00),  # Myanmar
    (0x10A0, 0x10FF, 0.75),  # Georgian
    (0x1100, 0x11FF, 1.00),  # Korean letters
    (0x1200, 0x139F, 0.95),  # Ethiopic
    (0x1780, 0x17FF, 0.95),  # Khmer
    (0x1E00, 0x1EFF, 0.75),  # Latin with two marks
    (0x2E80, 0xA4CF, 1.00),  # Chinese, Japanese, Yi
    (0xAC00, 0xD7FF, 1.00),  # Korean
    (0xF900, 0xFAFF, 1.00),  # Chinese, compatibility
    (0xFB1D, 0xFDFF, 0.80),  # Hebrew and Arabic, compatibility
    (0xFE30, 0xFE4F, 1.00),  # Chinese, compatibility
    (0xFE70, 0xFEFF, 0.80),  # Arabic, compatibility
    (0xFF00, 0xFF60, 1.00),  # full width
    (0xFF61, 0xFFDC, 0.60),  # half width
    (0xFFE0, 0xFFE6, 1.00),  # full width signs
    (0x20000, 0x3FFFF, 1.00),  # Chinese, rarer
    (0x1F000, 0x1FBFF, 1.30),  # pictures
    (0x2600, 0x27BF, 1.30),  # signs that may be drawn as pictures
)
"""First and last character of a block, and the width of its letters in em; generous on purpose."""

ELSEWHERE = 1.0
"""The width in em of a letter about which nothing is known."""

BOLDER = 1.1
"""How much wider bold letters are in scripts outside the table."""

SHORT = 24
"""Up to this many characters a text is a word, and likely to come again."""

SOFT_HYPHEN = 0xAD


@cache
def _tables() -> tuple[dict[str, float], dict[str, float]]:
    """Read the table: the widths in em of each known character, regular and bold."""
    import json  # noqa: PLC0415  (only who draws needs it)

    data = json.loads(TABLE.read_text(encoding="utf-8"))
    regular: dict[str, float] = {}
    bold: dict[str, float] = {}
    for part in data["ranges"]:
        first = part["first"]
        for offset, (thin, thick) in enumerate(zip(part["regular"], part["bold"], strict=True)):
            regular[chr(first + offset)], bold[chr(first + offset)] = thin / data["em"], thick / data["em"]
    regular[chr(SOFT_HYPHEN)] = bold[chr(SOFT_HYPHEN)] = 0.0
    return regular, bold


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line of text in points, set in ``size`` points."""
    return (_remembered(text, bold) if len(text) <= SHORT else _ems(text, bold)) * size


def _ems(text: str, bold: bool) -> float:  # noqa: FBT001  remembered by position
    table = _tables()[bold]
    try:
        return sum([table[char] for char in text])
    except KeyError:
        factor = BOLDER if bold else 1.0
        return sum([table[char] if char in table else _guessed(char) * factor for char in text])


_remembered = kept(2 * MANY)(_ems)
"""Words come again and again, so the widths of short ones are kept."""


def known(text: str) -> bool:
    """Say whether every character is in the table, so that the width is exact and not only an upper bound."""
    table = _tables()[0]
    return all(char in table for char in text)


def unsure(text: str) -> bool:
    """Say whether the width of a character is a mere guess, because neither the table nor its script says anything."""
    table = _tables()[0]
    return any(char not in table and _guessed(char) == ELSEWHERE and not _has_script(char) for char in text)


def _has_script(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last, _ in SCRIPTS)


@cache
def _guessed(char: str) -> float:
    """Give a width in em for a character outside the table: nothing for marks, else what its script may need."""
    import unicodedata  # noqa: PLC0415  (few texts need it)

    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    bare = unicodedata.normalize("NFD", char)
    if len(bare) > 1 and bare[0] in _tables()[0]:
        return _tables()[0][bare[0]]
    code = ord(char)
    return next((em for first, last, em in SCRIPTS if first <= code <= last), ELSEWHERE)
