"""Edits of a text: applying them, and finding the few that turn one text into another.

An edit touches what is in its span and nothing else, so cursors and marks elsewhere stay where they are, and the law
`applied(before, edits_between(before, after, file)) == after` holds for any two texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from difflib import SequenceMatcher
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from .findings import Edit
from .source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_LINES_COMPARED = 5_000
"""Lines of a changed stretch that are compared one by one; a longer one is one edit."""

_LINE_END = re.compile("\r\r\n|\r\n|\r|\n")
_PLACE = attrgetter("span.start", "span.end")


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the edits in it; several inserts at one place come in the order given.

    Raises ValueError where two edits want the same characters, where one lies beyond the text, and where they belong
    to different files.
    """
    ordered = sorted(edits, key=_PLACE)
    _refuse_strays(text, ordered)
    parts: list[str] = []
    place = 0
    for edit in ordered:
        parts += (text[place : edit.span.start], edit.text)
        place = edit.span.end
    return "".join([*parts, text[place:]])


def _refuse_strays(text: str, ordered: list[Edit]) -> None:
    for one, other in pairwise(ordered):
        if one.span.file != other.span.file:
            msg = f"These edits belong to two files, {one.span.file} and {other.span.file}."
            raise ValueError(msg)
        if one.span.end > other.span.start:
            msg = f"Two edits want to change the same words, at {other.span.start}."
            raise ValueError(msg)
    for edit in ordered:
        if not 0 <= edit.span.start <= edit.span.end <= len(text):
            msg = f"An edit at {edit.span.start} lies beyond the text."
            raise ValueError(msg)


def applied_to_bytes(data: bytes, edits: Iterable[Edit], newline: str) -> bytes:
    """Give a file as it is after some edits of its text; every other byte stays, odd line ends and a BOM among them.

    ``newline`` is the line end for what is new. Raises ValueError like `applied`.
    """
    start = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    text = data[start:].decode("utf-8")
    found = [end.span() for end in _LINE_END.finditer(text)]
    starts = [0, *[end for _, end in found]]
    lines = [text[one:other] for one, (other, _) in zip(starts, [*found, (len(text), 0)], strict=True)]
    ordered = sorted(edits, key=_PLACE)
    _refuse_strays("\n".join(lines), ordered)
    places = _offsets(0, lines)

    def moved(offset: int) -> int:
        line = bisect_right(places, offset) - 1
        return starts[line] + offset - places[line]

    kept = [
        Edit(Span(one.span.file, moved(one.span.start), moved(one.span.end)), one.text.replace("\n", newline))
        for one in ordered
    ]
    return data[:start] + applied(text, kept).encode("utf-8")


def edits_between(before: str, after: str, file: str) -> tuple[Edit, ...]:
    """Give the edits that turn one text into another: line by line, each cut down to the characters that differ."""
    return tuple([Edit(Span(file, start, end), text) for start, end, text in _changes(before, after)])


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    start, old, new = _trimmed(0, before, after)
    if old == new:
        return
    # Whole lines again, so that lines can be paired.
    line = before.rfind("\n", 0, start) + 1
    tail = before.find("\n", start + len(old))
    rest = before[start + len(old) : len(before) if tail < 0 else tail]
    lead = before[line:start]
    old_lines, new_lines = (lead + old + rest).split("\n"), (lead + new + rest).split("\n")
    if max(len(old_lines), len(new_lines)) > MOST_LINES_COMPARED:
        yield start, start + len(old), new
        return
    offsets = _offsets(line, old_lines)
    for tag, one, two, three, four in SequenceMatcher(None, old_lines, new_lines).get_opcodes():
        if tag != "equal":
            yield from _hunk(offsets, old_lines, (one, two), new_lines[three:four])


def _offsets(start: int, lines: list[str]) -> list[int]:
    found = [start]
    for line in lines:
        found.append(found[-1] + len(line) + 1)
    return found


def _hunk(offsets: list[int], old: list[str], span: tuple[int, int], new: list[str]) -> Iterator[tuple[int, int, str]]:
    """Edit a run of lines: pair by pair where there are as many before as after."""
    first, last = span
    if last - first == len(new):
        for place, line in enumerate(new, first):
            yield from _edit(offsets[place], old[place], line)
    elif not new:
        # A line goes with the line end before it, or at the very start with the one behind it.
        start = offsets[first] - 1 if first else offsets[first]
        yield start, offsets[last] - 1 if first or last == len(old) else offsets[last], ""
    elif first == last:
        text = "\n".join(new)
        at = offsets[first] - 1 if first else offsets[0]
        yield at, at, f"\n{text}" if first else f"{text}\n"
    else:
        yield from _edit(offsets[first], "\n".join(old[first:last]), "\n".join(new))


def _edit(start: int, old: str, new: str) -> Iterator[tuple[int, int, str]]:
    start, old, new = _trimmed(start, old, new)
    if old or new:
        yield start, start + len(old), new


def _trimmed(start: int, old: str, new: str) -> tuple[int, str, str]:
    """Take off what both texts begin and end with."""
    front = _alike(old, new)
    one, other = old[front:], new[front:]
    back = _alike(one, other, back=True)
    return start + front, one[: len(one) - back], other[: len(other) - back]


def _alike(one: str, other: str, *, back: bool = False) -> int:
    """Count the characters that two texts begin with, or end with; halving, so that long texts are compared fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        same = one[-middle:] == other[-middle:] if back else one[low:middle] == other[low:middle]
        low, high = (middle, high) if same else (low, middle - 1)
    return low
