"""A base that is in dispute itself, as git makes one where two histories cross.

Where two branches were merged each into the other, git first merges what they last had in common, and hands that to
us as the base, with the conflicts that it left. Neither of the two wordings in such a conflict is what both sides began
with, so a side that settled it has changed it, whichever wording it took: what each settled in its own way is a
conflict again, and what both settled alike is clean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = re.compile(r"(?m)^(<{7,})(?: |$)")


class Base(NamedTuple):
    """What both sides began with, and its rows, counted from 0, of which that is not known."""

    text: str
    disputed: frozenset[int] = frozenset()


def settled(base: str, ours: str, theirs: str) -> Base:
    """Take one wording of each conflict in a base for what was there, and say where.

    A conflict that was saved as it is, so that a side still has it, is text like any other.
    """
    if not _BEGIN.search(base) or _BEGIN.search(ours) or _BEGIN.search(theirs):
        return Base(base)
    lines: list[str] = []
    disputed: set[int] = set()
    for part in _parts(base.split("\n")):
        if isinstance(part, str):
            lines.append(part)
        else:
            disputed.update(range(len(lines), len(lines) + len(part)))
            lines += part
    return Base("\n".join(lines), frozenset(disputed))


def _parts(lines: list[str]) -> Iterator[str | list[str]]:
    """Give the lines one by one, and each conflict as the lines of the one wording that has any."""
    place = 0
    while place < len(lines):
        end = _end(lines, place)
        if end is None:
            yield lines[place]
            place += 1
        else:
            yield _one_wording(lines[place : end + 1])
            place = end + 1


def _end(lines: list[str], place: int) -> int | None:
    """Give the last line of the conflict that begins on a line; None where none does, or not as git writes them."""
    begin = _BEGIN.match(lines[place])
    if begin is None:
        return None
    size = len(begin[1])
    signs = []
    for at in range(place + 1, len(lines)):
        sign = _sign(lines[at], size)
        signs += [sign] if sign else []
        if sign == ">":
            return at if signs in (["=", ">"], ["|", "=", ">"]) else None
    return None


def _sign(line: str, size: int) -> str:
    sign = line[:1]
    is_mark = sign in ("<", "|", "=", ">") and line[:size] == sign * size and line[size : size + 1] in ("", " ")
    return sign if is_mark else ""


def _one_wording(conflict: list[str]) -> list[str]:
    size = len(conflict[0]) - len(conflict[0].lstrip("<"))
    signs = [_sign(line, size) for line in conflict]
    middle = signs.index("=")
    ours = conflict[1 : signs.index("|") if "|" in signs else middle]
    return ours if any(map(str.strip, ours)) else conflict[middle + 1 : -1]
