"""From one picture to the next: only the lines that differ travel to the page."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Patch = list[tuple[int, int, list[str]]]
"""Runs of lines to replace: where in the old list, how many of them, and the lines that stand there now."""


def patch(old: Sequence[str], new: Sequence[str]) -> Patch:
    """Give what has to be replaced in ``old`` to get ``new``, in rising order of the lines of ``old``."""
    if len(old) == len(new):
        return _line_by_line(old, new)
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    middle, other = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, middle, other, autojunk=False)
    return [
        (start + head, end - start, list(other[new_start:new_end]))
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _line_by_line(old: Sequence[str], new: Sequence[str]) -> Patch:
    found: Patch = []
    for place, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if found and found[-1][0] + found[-1][1] == place:
            start, count, lines = found[-1]
            found[-1] = (start, count + 1, [*lines, after])
        else:
            found.append((place, 1, [after]))
    return found
