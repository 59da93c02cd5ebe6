"""Two wordings as one run of words: what stays, what is gone, what has come."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Role(StrEnum):
    """What a piece of a sentence is."""

    OURS = "ours"
    """our own words"""
    THEIRS = "theirs"
    """words of the theory"""
    GONE = "gone"
    COME = "come"
    NAME = "name"
    """an id"""
    ASIDE = "aside"
    """our own words, of less weight"""


class Piece(NamedTuple):
    """A piece of a sentence, on one line."""

    text: str
    role: Role = Role.OURS


Pieces = tuple[Piece, ...]

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|[^\w\s]")
_MOST: Final = 250_000
_ALIKE: Final = 0.4


def on_one_line(text: str) -> str:
    """Put a text that may have several lines on one."""
    return " ".join(text.split())


def word_diff(old: str, new: str) -> Pieces:
    """Give one wording out of two; two that have little in common stand whole, one after the other."""
    before, after = _WORD.findall(on_one_line(old)), _WORD.findall(on_one_line(new))
    if len(before) * len(after) <= _MOST:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        if _likeness(before, after, matcher) >= _ALIKE:
            return tuple(_joined(before, after, matcher))
    return tuple(_replaced("".join(before), "".join(after), " "))


def _likeness(before: list[str], after: list[str], matcher: SequenceMatcher[str]) -> float:
    """Say how much two wordings share; the spaces, which they always share, do not count."""
    same = sum([_words(before[at : at + size]) for at, _, size in matcher.get_matching_blocks()])
    return 2 * same / max(_words(before) + _words(after), 1)


def _words(run: list[str]) -> int:
    return sum([not each.isspace() for each in run])


def _joined(before: list[str], after: list[str], matcher: SequenceMatcher[str]) -> Iterator[Piece]:
    for _, first, last, start, end in _runs(before, matcher):
        same = before[first:last] == after[start:end]
        if same:
            yield Piece("".join(before[first:last]), Role.THEIRS)
        else:
            yield from _replaced("".join(before[first:last]), "".join(after[start:end]), "")


def _runs(before: list[str], matcher: SequenceMatcher[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Take a lone space between two changes for a part of them, so that a changed phrase reads as one."""
    held: tuple[str, int, int, int, int] | None = None
    for code in matcher.get_opcodes():
        lone = code[0] == "equal" and not "".join(before[code[1] : code[2]]).strip()
        if held is None:
            held = code
        elif lone or (held[0] == "replace" and code[0] != "equal"):
            held = ("replace" if held[0] != "equal" else "equal", held[1], code[2], held[3], code[4])
        else:
            yield held
            held = code
    if held is not None:
        yield held


def _replaced(old: str, new: str, between: str) -> Iterator[Piece]:
    if old:
        yield Piece(old, Role.GONE)
    if old and new and between:
        yield Piece(between)
    if new:
        yield Piece(new, Role.COME)
