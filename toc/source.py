"""Where words stand: the texts that were read, and places in them.

Offsets are the truth. A span is two offsets into the text of one source; line and column are worked out late, and
only for what is shown, because most spans are never shown.

Offsets and columns count code points. Lines and columns start at 1, as people count.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Self


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
