"""From text to the line tree: the shape of every line, what stands under what, and where.

The grammar (`grammar/toc.lark`) decides the shape of a line, `Indents` its place. Neither can fail: what is no
statement is a note, and what begins like one but does not go on like one is kept as unfinished. Nothing here knows
what a name means; that is `toc.build`.

Offsets in the tree are offsets into ``Source.text``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from lark import Lark, Token, Transformer

from .characters import readable
from .findings import Finding
from .near import nearest
from .source import Span
from .vocabulary import KEYS, KINDS, SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .source import Source

DEEPEST = 64
"""Levels of indent that are read; what stands deeper is read as standing there."""


class Shape(StrEnum):
    """What a line is."""

    ELEMENT = "element"
    MENTION = "mention"
    ARROW = "arrow"
    CONTRIBUTION = "contribution"
    PROPERTY = "property"
    NOTE = "note"
    COMMENT = "comment"
    CONFLICT = "conflict"
    """a whole conflict that git left behind, with all its lines"""
    MARKER = "marker"
    """a conflict marker that stands alone"""
    UNFINISHED = "unfinished"
    """begins with a kind and does not go on as a statement"""
    UNFINISHED_ARROW = "unfinished arrow"
    UNFINISHED_CONTRIBUTION = "unfinished contribution"
    MISSPELT = "misspelt"
    """begins with a near miss of a kind and has a colon"""
    BULLET = "bullet"
    """a statement behind a bullet"""
    UNKNOWN_KEY = "unknown key"


class Word(NamedTuple):
    """An id, a name or a text, and where it stands."""

    text: str
    start: int
    end: int


class Line(NamedTuple):
    """One statement with the lines below it, or a line that is no statement.

    ``word`` is the kind, key or arrow as written; ``names`` the ids; ``text`` what follows, its continuation lines
    joined with ``\\n``, or None where the line has no colon. ``start`` and ``end`` frame the line without
    its indent. ``under`` is the start of the line that a note or comment stands under by its own indent.
    """

    shape: Shape
    word: Word
    names: tuple[Word, ...]
    text: Word | None
    start: int
    end: int
    children: tuple[Line, ...] = ()
    under: int | None = None
    more: tuple[Word, ...] = ()

    @property
    def said(self) -> str:
        """Give the text with its continuation lines; an empty one is a paragraph break."""
        own = self.text.text if self.text else ""
        if not self.more:
            return own
        return "\n".join(([own] if own else []) + [word.text for word in self.more]).strip("\n")


class Tree(NamedTuple):
    """The lines of one source that stand at the margin, and what was noticed on the way."""

    source: Source
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


class _Aside(Token):
    """A note, comment or marker that remembers the line it stands under."""

    __slots__ = ("under",)
    under: int | None


_FAR_OUT = 1_000_000
_ASIDES = frozenset({"NOTE", "COMMENT", "MARKER"})
SPACES = " \t\u00a0\u202f\u3000"
"""What separates words, and what an indent is made of."""
_HEAD = re.compile(rf"([^\W\d][\w-]*)(?:[{SPACES}]+([^{SPACES}:：]+))?[{SPACES}]*[:：](?!//)")
_BULLET = re.compile(rf"(?:[-*+•‣◦·–—]|\d{{1,3}}[.)])[{SPACES}]+")
_COLON = re.compile(rf"[:：][{SPACES}]*")
_STATEMENT = re.compile(
    rf"(?i)(?:(?:{'|'.join(KINDS)}|assuming)(?:[{SPACES}]+[^{SPACES}:：]+)?[{SPACES}]*[:：]|by[{SPACES}]+[^{SPACES}]+$"
    rf"|(?:{'|'.join(KEYS)})[{SPACES}]*[:：]|->|→)"
)
_INNER_KIND = re.compile(rf"(?im)^([{SPACES}]*)(?:{'|'.join(KINDS)}|assuming)[{SPACES}:：]")


class _Indents:
    """Turns indents into _INDENT and _DEDENT; total: any indent belongs somewhere.

    A line belongs to the nearest line above it that is less indented. Notes, comments, markers and continuations
    do not count; notes and comments wait for the next statement, so that they stand in the block it stands in.
    """

    always_accept = ("_NL",)

    def __init__(self) -> None:
        self.begin("")

    def begin(self, text: str) -> None:
        self.text = text
        self.open: list[_Level] = []
        self.too_deep: int | None = None
        self.mixed: list[int] = []
        self.block = ""

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        held: list[Token] = []
        at_start, in_line, began = True, False, False
        for token in stream:
            if token.type == "_NL":
                if in_line:
                    yield token
                at_start, in_line = True, False
            elif not at_start:
                yield token
            elif token.type in _ASIDES and not self._counts(token):
                at_start = False
                held.append(self._aside(token))
            elif token.type == "CONTINUATION":
                at_start = False
                if began:
                    in_line = True
                    yield token
                else:
                    held.append(self._aside(Token.new_borrow_pos("NOTE", token.value, token)))
            else:
                at_start, in_line, began = False, True, True
                yield from self._place(token, held)
                held = []
                yield Token.new_borrow_pos("BROKEN", token.value, token) if token.type == "NOTE" else token
        if in_line:
            yield Token("_NL", "\n")
        yield from [Token("_DEDENT", "") for level in reversed(self.open) if level.has_block]
        for token in held:
            yield token
            yield Token("_NL", "\n")

    def _place(self, token: Token, held: list[Token]) -> Iterator[Token]:
        """Close the blocks that the line is not in, open the one it is in."""
        column = self._column(token)
        while self.open and (self.open[-1].column >= column or len(self.open) == DEEPEST):
            if self.open[-1].column < column and self.too_deep is None:
                self.too_deep = token.start_pos
            if self.open.pop().has_block:
                yield Token("_DEDENT", "")
        if self.open and not self.open[-1].has_block:
            self.open[-1].has_block = True
            yield Token("_INDENT", "")
        for waiting in held:
            yield waiting
            yield Token("_NL", "\n")
        self.open.append(_Level(column, token.start_pos or 0))

    def _column(self, token: Token) -> int:
        start = token.start_pos or 0
        indent = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if token.type == "CONFLICT":
            return conflict_column(token.value)
        if not indent:
            self.block = ""
            return 0
        made_of = "tabs" if not indent.strip("\t") else "spaces" if "\t" not in indent else "both"
        if self.block == "":
            self.block = made_of
        if self.block not in ("reported", made_of) or made_of == "both":
            if self.block != "reported":
                self.mixed.append(start)
            self.block = "reported"
        return len(indent.expandtabs(4))

    def _counts(self, token: Token) -> bool:
        """Say whether a line that is no statement was meant as one, so that it holds its place."""
        return token.type == "NOTE" and misread(token.value, under_something=self._above(token) is not None) is not None

    def _above(self, token: Token) -> int | None:
        start = token.start_pos or 0
        indent = self.text[self.text.rfind("\n", 0, start) + 1 : start].expandtabs(4)
        for level in reversed(self.open):
            if level.column < len(indent):
                return level.start
        return None

    def _aside(self, token: Token) -> Token:
        aside = _Aside.new_borrow_pos(token.type, token.value, token)
        aside.under = self._above(token)
        return aside


def conflict_column(conflict: str) -> int:
    """Give the column that a conflict stands at: that of its outermost statement, far out where it has none."""
    return min([len(match[1].expandtabs(4)) for match in _INNER_KIND.finditer(conflict)], default=_FAR_OUT)


class _Level:
    __slots__ = ("column", "has_block", "start")

    def __init__(self, column: int, start: int) -> None:
        self.column = column
        self.start = start
        self.has_block = False


class Misread(NamedTuple):
    """A line that is no statement but was meant as one: what it was probably meant to begin with."""

    shape: Shape
    word: str
    meant: str | None
    name: str | None


def misread(text: str, *, under_something: bool) -> Misread | None:
    """Look at a line that is no statement for a misspelt kind or key, or a bullet before a statement."""
    bullet = _BULLET.match(text)
    if bullet and _STATEMENT.match(text, bullet.end()):
        return Misread(Shape.BULLET, bullet[0].rstrip(SPACES), None, None)
    head = _HEAD.match(text)
    if not head:
        return None
    word, second = head[1], head[2]
    if word.casefold() in KINDS or (word.casefold() in KEYS and second):
        return None
    kind = SYNONYMS.get(word.casefold()) or _near(word, KINDS)
    key = None if second else _near(word, KEYS)
    if kind and (not key or word.casefold() in SYNONYMS):
        return Misread(Shape.MISSPELT, word, kind, second)
    if key or (under_something and not second):
        return Misread(Shape.UNKNOWN_KEY, word, key, None)
    return None


def _near(word: str, known: Iterable[str]) -> str | None:
    meant = nearest(word, known) if len(word) > 2 else None
    return meant if meant and abs(len(meant) - len(word)) <= 2 else None


class _Lines(Transformer[Token, Any]):
    """Makes a `Line` of every statement while Lark reads, so that there is no second tree."""

    def start(self, items: list[Line]) -> tuple[Line, ...]:
        return tuple(items)

    block = start

    def statement(self, parts: list[Any]) -> Line:
        line: Line = parts[0]
        if len(parts) == 1:
            return line
        children = parts.pop() if type(parts[-1]) is tuple else ()
        more = tuple([Word(one.value[1:].strip(SPACES), one.start_pos or 0, one.end_pos or 0) for one in parts[1:]])
        return line._replace(children=children, more=more)

    def more(self, parts: list[Token]) -> Token:
        return parts[0]

    def aside(self, parts: list[_Aside]) -> Line:
        word = _word(parts[0])
        return Line(_SHAPE_OF[parts[0].type], word, (), None, word.start, word.end, (), parts[0].under)

    def element(self, parts: list[Token | None]) -> Line:
        return _line(Shape.ELEMENT, parts)

    def assuming(self, parts: list[Token | None]) -> Line:
        if parts[-1] is None or parts[-1].type != "REST":
            return _line(Shape.ELEMENT, parts)
        words = [part for part in parts[1:] if part]
        text = words[0].value
        for word in words[1:]:
            text += " " * ((word.start_pos or 0) - (words[0].start_pos or 0) - len(text)) + word.value
        said = Word(text.rstrip(SPACES), words[0].start_pos or 0, words[-1].end_pos or 0)
        return _line(Shape.ELEMENT, parts[:1])._replace(text=said, end=said.end)

    def term(self, parts: list[Token | None]) -> Line:
        head = parts[0]
        start, end = head.start_pos or 0, head.end_pos or 0
        name = head.value[4:].strip(SPACES)
        place = start + head.value.index(name, 4)
        line = _line(Shape.ELEMENT, parts)
        return line._replace(word=Word("term", start, start + 4), names=(Word(name, place, place + len(name)),), end=max(line.end, end))

    def mention(self, parts: list[Token | None]) -> Line:
        return _line(Shape.MENTION, parts)

    def arrow(self, parts: list[Token | None]) -> Line:
        return _line(Shape.ARROW, parts)

    def contribution(self, parts: list[Token | None]) -> Line:
        return _line(Shape.CONTRIBUTION, parts)

    def property(self, parts: list[Token | None]) -> Line:
        return _line(Shape.PROPERTY, parts)

    named_property = property
    because = property

    def unfinished(self, parts: list[Token | None]) -> Line:
        return _line(Shape.UNFINISHED, parts)

    def unfinished_arrow(self, parts: list[Token | None]) -> Line:
        return _line(Shape.UNFINISHED_ARROW, parts)

    def unfinished_contribution(self, parts: list[Token | None]) -> Line:
        return _line(Shape.UNFINISHED_CONTRIBUTION, parts)

    def broken(self, parts: list[Token]) -> Line:
        whole = _word(parts[0])
        found = misread(whole.text, under_something=True)
        shape, start = (found.shape, found.word) if found else (Shape.UNKNOWN_KEY, whole.text)
        names = tuple(_inner_names(whole)) if shape is not Shape.UNKNOWN_KEY else ()
        text = _after_colon(whole) if shape is Shape.UNKNOWN_KEY else None
        return Line(shape, Word(start, whole.start, whole.start + len(start)), names, text, whole.start, whole.end)

    def conflict(self, parts: list[Token]) -> Line:
        whole = _word(parts[0])
        return Line(Shape.CONFLICT, whole, tuple(_inner_names(whole)), None, whole.start, whole.end)


_SHAPE_OF = {"NOTE": Shape.NOTE, "COMMENT": Shape.COMMENT, "MARKER": Shape.MARKER}
_TEXTS = frozenset({"TEXT", "REST"})
_NAMES = frozenset({"ID", "NAME"})
_INNER_NAME = re.compile(rf"(?m)(?:^|(?<=[{SPACES}]))[^\W\d]\w+[{SPACES}]+([\w-]+)[{SPACES}]*[:：]")


def _inner_names(whole: Word) -> Iterator[Word]:
    """Find the ids that a line or a conflict seems to declare, so that other lines may use them."""
    for match in _INNER_NAME.finditer(whole.text):
        yield Word(match[1], whole.start + match.start(1), whole.start + match.end(1))


def _after_colon(whole: Word) -> Word | None:
    match = _COLON.search(whole.text)
    return Word(whole.text[match.end() :], whole.start + match.end(), whole.end) if match else None


def _word(token: Token) -> Word:
    return Word(token.value.rstrip(SPACES), token.start_pos or 0, (token.start_pos or 0) + len(token.value.rstrip(SPACES)))


def _line(shape: Shape, parts: list[Token | None]) -> Line:
    """Put the tokens of one line into their places."""
    first = parts[0]
    names: list[Word] = []
    text: Word | None = None
    end = first.end_pos
    for part in parts[1:]:
        if part is None:
            continue
        start, end = part.start_pos, part.end_pos
        if part.type in _NAMES:
            name = part.value.removeprefix(".")
            names.append(Word(name, end - len(name), end))
        elif part.type in _TEXTS:
            value = part.value.rstrip(SPACES)
            end = start + len(value)
            text = Word(value, start, end)
        elif part.type != "COMMA":
            text = Word("", end, end)
    return Line(shape, Word(first.value, first.start_pos, first.end_pos), tuple(names), text, first.start_pos, end)


_INDENTS = _Indents()
_LOCK = Lock()
_PARSER: list[Lark] = []


def _parser() -> Lark:
    if not _PARSER:
        from pathlib import Path

        grammar = (Path(__file__).parents[1] / "grammar" / "toc.lark").read_text(encoding="utf-8")
        _PARSER.append(Lark(grammar, parser="lalr", postlex=_INDENTS, transformer=_Lines(), maybe_placeholders=True))
    return _PARSER[0]


def parse(source: Source) -> Tree:
    """Read one text into its line tree. Any text gives a tree; cost grows linearly with the text."""
    text, findings = readable(source)
    with _LOCK:
        _INDENTS.begin(text)
        lines = _parser().parse(text)
        too_deep, mixed = _INDENTS.too_deep, _INDENTS.mixed
    if too_deep is not None:
        says = f"Lines are indented more than {DEEPEST} levels deep here; they were read at level {DEEPEST}."
        findings.append(Finding("too-large", says, Span(source.name, too_deep, too_deep + 1)))
    says = "Tabs and spaces are mixed in these indents; `toc fmt` makes them all spaces."
    findings += [Finding("mixed-indent", says, Span(source.name, start, start + 1)) for start in mixed]
    return Tree(source, lines, tuple(findings))
