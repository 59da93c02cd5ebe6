"""Where a text may be broken into lines, and breaking it so that it fits a width.

Text breaks at spaces, after hyphens and slashes, and between Chinese and Japanese characters, where closing marks never
begin a line and opening ones never end one. Only a word that does not fit a line at all is broken inside, and
never inside what a reader sees as one letter.

Invariant: put together again, the lines have every character of the text but spaces.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..kept import MANY, kept
from .glyph_widths import known, width

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where a line may end, and what disappears there. Spaces that hold words together are not among them."""

BREAK_AFTER = "-/\u2010\u2012\u2013\u2014\u200b\\"
"""Where a line may end after the character, when a letter follows."""

CLOSING = (
    "、。，．・：；？！）」』】〕〉》〗〙〛〟”’｝］％‰℃°゠–〜ー々〻ヽヾゝゞ…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;?!)]}%·"
)
"""What never begins a line of Chinese or Japanese."""

OPENING = "（「『【〔〈《〖〘〚〝“‘｛［([{￥＄#"
"""What never ends a line of Chinese or Japanese."""

IDEOGRAPHIC = (("\u2e80", "\ua4cf"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"), ("\U00020000", "\U0003ffff"))
"""First and last characters of Chinese and Japanese, with their punctuation."""

JOINER = "\u200d"
"""Makes one picture out of two."""

VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")
"""Signs that bind the next letter to the one before."""


@kept(MANY)
def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most ``limit`` points; only a single letter may be wider than that.

    Line breaks of the text are kept. There is always at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled(paragraph, limit, size, bold=bold)
    return tuple(lines)


def widest_piece(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width in points of the longest word of a text: in less room it would be broken inside."""
    pieces = [piece.rstrip(SPACES) for paragraph in text.split("\n") for piece in _pieces(paragraph)]
    return max([width(piece, size, bold=bold) for piece in pieces], default=0.0)


def _filled(paragraph: str, limit: float, size: float, *, bold: bool) -> list[str]:
    if width(paragraph, size, bold=bold) <= limit:
        return [paragraph.rstrip(SPACES)]
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(paragraph):
        words = piece.rstrip(SPACES)
        need = width(words, size, bold=bold)
        if line and used + need > limit:
            lines.append(line.rstrip(SPACES))
            line, used = "", 0.0
        if need > limit:
            *full, words = _split(words, limit, size, bold=bold)
            lines += full
            line, used, need = "", 0.0, width(words, size, bold=bold)
        spaces = piece[len(piece.rstrip(SPACES)) :]
        line += words + spaces
        used += need + width(spaces, size, bold=bold)
    return [*lines, line.rstrip(SPACES)]


def _split(word: str, limit: float, size: float, *, bold: bool) -> list[str]:
    """Break a word that is too long for any line, between letters."""
    lines, line, used = [], "", 0.0
    for letter in letters(word):
        need = width(letter, size, bold=bold)
        if line and used + need > limit:
            lines.append(line)
            line, used = "", 0.0
        line += letter
        used += need
    return [*lines, line]


def _pieces(paragraph: str) -> Iterator[str]:
    """Cut a paragraph wherever a line may end; each piece has the spaces that follow it."""
    start = 0
    plain = paragraph.isascii() or known(paragraph)
    for at, (before, after) in enumerate(pairwise(paragraph), start=1):
        if after in SPACES:
            continue
        ends = before in SPACES or (before in BREAK_AFTER and after.isalpha())
        if ends or (not plain and _ideographic(before, after)):
            yield paragraph[start:at]
            start = at
    if start < len(paragraph):
        yield paragraph[start:]


def _ideographic(before: str, after: str) -> bool:
    """Say whether a line may end between two characters because one of them is Chinese or Japanese."""
    if before in OPENING or after in CLOSING or _extends(before, after):
        return False
    return _is_ideographic(before) or _is_ideographic(after)


def _is_ideographic(char: str) -> bool:
    return any(first <= char <= last for first, last in IDEOGRAPHIC)


def letters(text: str) -> list[str]:
    """Cut a text into what a reader sees as letters: with their marks, joined pictures, flags as one."""
    found: list[str] = []
    for char in text:
        if found and (_extends(found[-1][-1], char) or _is_flag(found[-1], char)):
            found[-1] += char
        else:
            found.append(char)
    return found


def _extends(before: str, char: str) -> bool:
    """Say whether a character belongs to the letter before it."""
    if char < "\u0300":
        return False
    import unicodedata  # noqa: PLC0415  (few texts need it)

    return (
        unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}
        or before == JOINER
        or before in VIRAMAS
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # the colour of a hand or face
        or ("\u1100" <= before <= "\u11ff" and "\u1160" <= char <= "\u11ff")  # the parts of a Korean syllable
    )


def _is_flag(letter: str, char: str) -> bool:
    """Say whether two regional signs make one flag."""
    return len(letter) == 1 and all("\U0001f1e6" <= sign <= "\U0001f1ff" for sign in letter + char)
