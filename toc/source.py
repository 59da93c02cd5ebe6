"""Where words stand: the texts that were read, and places in them.

Offsets are the truth. A span is two offsets into the text of one source; line and column are worked out late, and
only for what is shown, because most spans are never shown.

Offsets and columns count code points. Lines and columns start at 1, as people count. Browsers and editors count UTF-16
units, in which a character beyond U+FFFF is a pair; `Source.utf16` and `Source.offset_of_utf16` stand between.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Self

_PAIRED = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one source: ``start`` is the first code point, ``end`` the one after the last."""

    file: str
    start: int
    end: int


NOWHERE = Span("", 0, 0)
"""The span of what was never written, such as a theory that was put together by a program."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place as people count it: line and column from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    r"""One text that was read: a file, an included file, or what was typed.

    ``name`` is what messages call it, ``text`` has ``\n`` as its only line end, ``newline`` is the line end
    that the file used, so that writing it back changes nothing else.
    """

    name: str
    text: str
    newline: str = "\n"
    _starts: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)
    _pairs: tuple[int, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of_lines(cls, name: str, lines: int) -> Self:
        """Stand in for a text that is not at hand, of which only the number of lines is known."""
        return cls(name, "\n" * lines)

    def line_starts(self) -> tuple[int, ...]:
        """Give the offset of the first code point of every line; found once, then kept."""
        if not self._starts:
            starts = [0]
            found = self.text.find("\n")
            while found >= 0:
                starts.append(found + 1)
                found = self.text.find("\n", found + 1)
            object.__setattr__(self, "_starts", tuple(starts))
        return self._starts

    def position(self, offset: int) -> Position:
        """Turn an offset into line and column."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Give the text of a line, without its end."""
        starts = self.line_starts()
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def utf16(self, offset: int) -> int:
        """Turn an offset into a count of UTF-16 units; one beyond either end is taken for that end."""
        kept = min(max(offset, 0), len(self.text))
        return kept + bisect_left(self._paired(), kept)

    def offset_of_utf16(self, units: int) -> int:
        """Turn a count of UTF-16 units into an offset; inside a pair it is the start of that pair."""
        paired = self._paired()
        # Each pair before a place moves it by one unit, so the n-th pair starts at its offset plus n.
        low, high = 0, len(paired)
        while low < high:
            middle = (low + high) // 2
            if paired[middle] + middle < units:
                low = middle + 1
            else:
                high = middle
        inside = low > 0 and paired[low - 1] + low == units
        return min(max(units - low, 0), len(self.text)) if not inside else paired[low - 1]

    def _paired(self) -> tuple[int, ...]:
        """Give the offsets of the characters that take two units; found once, then kept."""
        if self._pairs is None:
            found = () if self.text.isascii() else tuple([match.start() for match in _PAIRED.finditer(self.text)])
            object.__setattr__(self, "_pairs", found)
        return self._pairs or ()
