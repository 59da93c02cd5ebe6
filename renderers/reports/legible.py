"""Whether the words of a picture can still be read when it is printed on a page of A4."""

from __future__ import annotations

import re
from typing import Final

_ROOT: Final = re.compile(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"')
_WORDS: Final = 14.0
"""The size of the words in the boxes of a picture, in its own points."""

_WIDE: Final = 170.0
"""Millimetres: the width of a page between its margins."""

_SMALLEST: Final = 7.0
_MILLIMETRES: Final = 25.4 / 96
_POINTS: Final = 72 / 96


def can_be_read(svg: str, tallest: int) -> bool:
    """Say whether words are printed with at least 7 points where a picture may be so many millimetres high."""
    found = _ROOT.search(svg)
    if not found:
        return True
    wide, high = (float(length) * _MILLIMETRES for length in found.groups())
    return _WORDS * _POINTS * min(1.0, _WIDE / wide, tallest / high) >= _SMALLEST
