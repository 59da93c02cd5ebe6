"""What was read a moment ago, for whoever reads the same theory again after every key that is pressed.

A margin statement runs from a line at the margin that begins with a kind or a key, to the next such line. What it
says depends on its own text alone, so its lines are kept by that text: where it still stands in the same place they
are taken as they are, where it moved they are moved, and only what is new is read. Ids, files and checks span many
statements and are never kept. What comes out is always what `toc.syntax.parse` gives for the whole text; no more is
held than the last text of each file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from .lines import SPACES, Line, Word
from .syntax import Piece, parse, read_piece
from .vocabulary import KEYS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .lines import Tree
    from .source import Source

_KIND = rf"(?:{'|'.join(KINDS)}|assuming)(?=[{SPACES}:：\n]|$)"
_KEY = rf"(?:{'|'.join(KEYS)})(?=[{SPACES}]*[:：])"
_MARGIN = re.compile(rf"\n(?=\S)(?i:{_KIND}|{_KEY})")
"""The end of a line before a margin statement. Lines that begin otherwise belong to the statement above them."""

_OURS, _THEIRS = "\n<<<<<<<", "\n>>>>>>>"


class _Kept(NamedTuple):
    """A margin statement: where it stood the last time, and its lines with their places there."""

    start: int
    piece: Piece


@dataclass(slots=True)
class Memory:
    """What was read of each file the last time, by the text of each margin statement.

    One memory belongs to one theory, and to one thread at a time: hand it to `toc.load.of_source` again and again.
    """

    files: dict[str, dict[str, _Kept]] = field(default_factory=dict)

    def parse(self, source: Source) -> Tree:
        """Read a source as `toc.syntax.parse` does."""
        return parse(source, partial(self._read, source.name))

    def keep_only(self, files: Iterable[str]) -> None:
        """Forget all files but these: what is no longer included, nobody asks for."""
        self.files = {name: self.files[name] for name in files if name in self.files}

    def _read(self, name: str, text: str) -> Piece:
        before = self.files.get(name, {})
        kept: dict[str, _Kept] = {}
        lines: list[Line] = []
        too_deep: list[int] = []
        mixed: list[int] = []
        for start, said in statements(text):
            found = kept.get(said) or before.get(said) or _Kept(0, read_piece(said))
            if found.start != start:
                found = _Kept(start, _moved(found.piece, start - found.start))
            kept[said] = found
            lines += found.piece.lines
            mixed += found.piece.mixed
            if found.piece.too_deep is not None:
                too_deep.append(found.piece.too_deep)
        self.files[name] = kept
        return Piece(tuple(lines), min(too_deep, default=None), tuple(mixed))


def statements(text: str) -> Iterator[tuple[int, str]]:
    """Take a text apart into what can be read by itself: where each part starts, and the part.

    A conflict that git left may hold statements of two versions, so nothing is taken apart from the first mark of one
    to the last.
    """
    first = 0 if text.startswith(_OURS[1:]) else text.find(_OURS)
    last = text.rfind(_THEIRS) if first >= 0 else -1
    start = 0
    for match in _MARGIN.finditer(text):
        end = match.start()
        if not first <= end <= last:
            yield start, text[start : end + 1]
            start = end + 1
    yield start, text[start:]


def _moved(piece: Piece, by: int) -> Piece:
    lines, too_deep, mixed = piece
    return Piece(
        tuple([_line(line, by) for line in lines]),
        None if too_deep is None else too_deep + by,
        tuple([start + by for start in mixed]),
    )


def _line(line: Line, by: int) -> Line:
    """Move a line and all below it. Written for speed: after a key at the top of a file, all its lines move."""
    shape, word, names, text, start, end, children, under, more = line
    return Line(
        shape,
        Word(word[0], word[1] + by, word[2] + by),
        tuple([Word(one[0], one[1] + by, one[2] + by) for one in names]) if names else (),
        None if text is None else Word(text[0], text[1] + by, text[2] + by),
        start + by,
        end + by,
        tuple([_line(child, by) for child in children]) if children else (),
        None if under is None else under + by,
        tuple([Word(one[0], one[1] + by, one[2] + by) for one in more]) if more else (),
    )
