"""One file of a theory, line by line: what stands at a place, above it and below it.

The shape of a line is decided by that line alone, so a question about a place reads the few lines it needs and never
the whole file again. Offsets are those of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from toc.lines import SPACES, Shape
from toc.misread import misread
from toc.source import Source
from toc.syntax import parse
from toc.vocabulary import KEYS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.lines import Line, Word
    from toc.load import Loaded

ARROWS = r"(?:<--|<-|←|-->|->|–>|—>|=>|→|~>|-\|)"
"""All ways to write an arrow, as a pattern."""

COMMA = "[,，،]"
"""What separates names, as a pattern."""

_KEY = "|".join(key for key in KEYS if key not in ("because", "ignore", "call", "label"))
_MORE_THAN_WORDS = (
    rf"{ARROWS}|by[{SPACES}]|because(?:[{SPACES}:：]|$)|(?:{_KEY})[{SPACES}]*[:：]"
    rf"|(?:ignore|call|label)(?:[. {SPACES}][^:：\n]*)?[:：]"
)
_DECLARING = rf"(?:{'|'.join(KINDS)}|assuming)(?:[{SPACES}:：]|$)|<<<<<<<"
_FACT = re.compile(rf"(?i)\||{_MORE_THAN_WORDS}")
_STATEMENT = re.compile(rf"(?i){_DECLARING}")
_STATEMENTS = re.compile(rf"(?im)^[{SPACES}]*(?:{_DECLARING}|{_MORE_THAN_WORDS})")
_COMMENT = re.compile(rf"#(?:[{SPACES}]|$)")
_COLON = re.compile("[:：]")
_INDENT = re.compile(f"[{SPACES}]*")
_FIRST_STEP = re.compile(rf"(?m)^([{SPACES}]+)[^{SPACES}|#\n]")
_WIDEST_STEP = 8


class Bare(NamedTuple):
    """A line as it is written: it runs from ``start`` to ``end``, and ``words`` follow its ``indent``."""

    start: int
    end: int
    indent: str
    words: str

    @property
    def at(self) -> int:
        """Give the place where its words begin."""
        return self.start + len(self.indent)

    @property
    def column(self) -> int:
        """Say how far in it stands."""
        return len(self.indent.expandtabs(4))

    @property
    def goes_on(self) -> bool:
        """Say whether it only continues the text above it."""
        return self.words.startswith("|")

    @property
    def is_fact(self) -> bool:
        """Say whether it adds something to what stands above it: a detail, an arrow, a contribution, more words."""
        return _FACT.match(self.words) is not None

    @property
    def is_comment(self) -> bool:
        """Say whether nobody reads it but people."""
        return _COMMENT.match(self.words) is not None

    @property
    def counts(self) -> bool:
        """Say whether lines below it can belong to it: it is no note, comment, continuation or blank line."""
        if not self.words or self.goes_on or self.is_comment:
            return False
        if self.is_fact or _STATEMENT.match(self.words):
            return True
        if self.words[0].isalpha() and not _COLON.search(self.words):
            return False
        return _meant_something(self.words, below=bool(self.indent))

    @property
    def is_note(self) -> bool:
        """Say whether it begins like nothing that the language knows."""
        return bool(self.words) and not self.is_comment and not self.is_fact and not _STATEMENT.match(self.words)


@lru_cache(maxsize=4096)
def _meant_something(words: str, *, below: bool) -> bool:
    return misread(words, under_something=below) is not None


def source_of(loaded: Loaded, file: str) -> Source:
    """Give the text of one file of a theory; raises KeyError where the theory has no such file."""
    for source in loaded.sources:
        if source.name == file:
            return source
    raise KeyError(file)


def bare_at(text: str, offset: int) -> Bare:
    """Give the line that an offset lies on; one beyond the text lies on its last line."""
    place = min(max(offset, 0), len(text))
    start = text.rfind("\n", 0, place) + 1
    return _bare(text, start)


def _bare(text: str, start: int) -> Bare:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    found = _INDENT.match(text, start, end)
    inner = found.end() if found else start
    return Bare(start, end, text[start:inner], text[inner:end].rstrip(SPACES))


def lines_above(text: str, line: Bare) -> Iterator[Bare]:
    """Give the lines above a line, from the nearest up."""
    start = line.start
    while start > 0:
        start = text.rfind("\n", 0, start - 1) + 1
        yield _bare(text, start)


def lines_below(text: str, line: Bare) -> Iterator[Bare]:
    """Give the lines below a line, from the nearest down."""
    end = line.end
    while end < len(text):
        below = _bare(text, end + 1)
        yield below
        end = below.end


def block_below(text: str, line: Bare) -> Iterator[Bare]:
    """Give the lines that stand below a line and further in, blank lines and all continuations among them."""
    for one in lines_below(text, line):
        if one.words and not one.goes_on and one.column <= line.column:
            return
        yield one


@lru_cache(maxsize=4)
def _statements(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Find where the lines start that are statements, and those of them at the margin; in one pass, for many asks."""
    starts = tuple([found.start() for found in _STATEMENTS.finditer(text)])
    return starts, tuple([start for start in starts if text[start] not in SPACES])


def next_statement(text: str, end: int, *, at_margin: bool = False) -> Bare | None:
    """Give the next statement below an offset; misspelt ones are not looked for."""
    starts = _statements(text)[at_margin]
    place = bisect_left(starts, end)
    return _bare(text, starts[place]) if place < len(starts) else None


def step_of(text: str) -> str:
    """Give one step of indent as this text makes it; two spaces where it makes none."""
    found = _FIRST_STEP.search(text)
    return found[1] if found and len(found[1].expandtabs(4)) <= _WIDEST_STEP else "  "


def read_line(bare: Bare) -> Line | None:
    """Read one line by itself, with its places in the file; None for blank lines and continuations."""
    line = _alone(bare.words) if bare.words and not bare.goes_on else None
    return _moved(line, bare.at) if line else None


@lru_cache(maxsize=4096)
def _alone(words: str) -> Line | None:
    lines = parse(Source("", words)).lines
    return lines[0] if lines else None


def _moved(line: Line, by: int) -> Line:
    def moved(word: Word) -> Word:
        return word._replace(start=word.start + by, end=word.end + by)

    return line._replace(
        word=moved(line.word),
        names=tuple([moved(name) for name in line.names]),
        text=moved(line.text) if line.text else None,
        start=line.start + by,
        end=line.end + by,
    )


def ancestors(text: str, line: Bare) -> Iterator[Line]:
    """Give what a line stands under, from the nearest out: each is less indented than the one before it."""
    column = line.column
    for bare in lines_above(text, line) if column else ():
        read = read_line(bare) if bare.column < column and bare.counts else None
        if read is None or read.shape is Shape.MARKER or not _holds_its_place(read, bare):
            continue
        column = bare.column
        yield read._replace(shape=Shape.UNKNOWN_KEY) if read.shape is Shape.NOTE else read
        if not column:
            return


def _holds_its_place(read: Line, bare: Bare) -> bool:
    return read.shape is not Shape.NOTE or _meant_something(bare.words, below=bool(bare.indent))
