"""From text to the line tree.

The grammar (`grammar/toc.lark`) decides the shape of a line, `toc.indents` its place. Neither can fail: what is no
statement is a note, and what begins like one but does not go on like one is kept as unfinished. Nothing here knows
what a name means; that is `toc.build`.
"""

from __future__ import annotations

import re
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from lark import Lark, Token, Transformer
from lark import __version__ as lark_version

from .characters import readable
from .findings import Finding
from .indents import DEEPEST, Indents
from .lines import SPACES, Line, Shape, Tree, Word
from .misread import misread
from .source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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

    def aside(self, parts: list[Any]) -> Line:
        word = _word(parts[0])
        return Line(_SHAPE_OF[parts[0].type], word, (), None, word.start, word.end, (), parts[0].under)

    def element(self, parts: list[Any]) -> Line:
        return _line(Shape.ELEMENT, parts)

    def assuming(self, parts: list[Any]) -> Line:
        if parts[-1] is None or parts[-1].type != "REST":
            return _line(Shape.ELEMENT, parts)
        words = [part for part in parts[1:] if part]
        text = words[0].value
        for word in words[1:]:
            text += " " * ((word.start_pos or 0) - (words[0].start_pos or 0) - len(text)) + word.value
        said = Word(text.rstrip(SPACES), words[0].start_pos or 0, words[-1].end_pos or 0)
        return _line(Shape.ELEMENT, parts[:1])._replace(text=said, end=said.end)

    def term(self, parts: list[Any]) -> Line:
        head = parts[0]
        start, end = head.start_pos or 0, head.end_pos or 0
        name = head.value[4:].strip(SPACES)
        place = start + head.value.index(name, 4)
        line = _line(Shape.ELEMENT, parts)
        return line._replace(
            word=Word("term", start, start + 4), names=(Word(name, place, place + len(name)),), end=max(line.end, end)
        )

    def mention(self, parts: list[Any]) -> Line:
        return _line(Shape.MENTION, parts)

    def arrow(self, parts: list[Any]) -> Line:
        return _line(Shape.ARROW, parts)

    def contribution(self, parts: list[Any]) -> Line:
        return _line(Shape.CONTRIBUTION, parts)

    def because(self, parts: list[Any]) -> Line:
        return _line(Shape.PROPERTY, parts)

    named_property = because
    property = because

    def unfinished(self, parts: list[Any]) -> Line:
        return _line(Shape.UNFINISHED, parts)

    def unfinished_arrow(self, parts: list[Any]) -> Line:
        return _line(Shape.UNFINISHED_ARROW, parts)

    def unfinished_contribution(self, parts: list[Any]) -> Line:
        return _line(Shape.UNFINISHED_CONTRIBUTION, parts)

    def broken(self, parts: list[Any]) -> Line:
        whole = _word(parts[0])
        found = misread(whole.text, under_something=True)
        shape, start = (found.shape, found.word) if found else (Shape.UNKNOWN_KEY, whole.text)
        names = tuple(_inner_names(whole)) if shape is not Shape.UNKNOWN_KEY else ()
        text = _after_colon(whole) if shape is Shape.UNKNOWN_KEY else None
        return Line(shape, Word(start, whole.start, whole.start + len(start)), names, text, whole.start, whole.end)

    def conflict(self, parts: list[Any]) -> Line:
        whole = _word(parts[0])
        return Line(Shape.CONFLICT, whole, tuple(_inner_names(whole)), None, whole.start, whole.end)


_SHAPE_OF = {"NOTE": Shape.NOTE, "COMMENT": Shape.COMMENT, "MARKER": Shape.MARKER}
_TEXTS = frozenset({"TEXT", "REST"})
_NAMES = frozenset({"ID", "NAME"})
_COLON = rf"[:：][{SPACES}]*"
_INNER_NAME = rf"(?m)(?:^|(?<=[{SPACES}]))[^\W\d]\w+[{SPACES}]+([\w-]+)[{SPACES}]*[:：]"


def _inner_names(whole: Word) -> Iterator[Word]:
    """Find the ids that a line or a conflict seems to declare, so that other lines may use them."""
    for match in re.finditer(_INNER_NAME, whole.text):
        yield Word(match[1], whole.start + match.start(1), whole.start + match.end(1))


def _after_colon(whole: Word) -> Word | None:
    match = re.search(_COLON, whole.text)
    return Word(whole.text[match.end() :], whole.start + match.end(), whole.end) if match else None


def _word(token: Token) -> Word:
    return Word(
        token.value.rstrip(SPACES), token.start_pos or 0, (token.start_pos or 0) + len(token.value.rstrip(SPACES))
    )


def _line(shape: Shape, parts: list[Any]) -> Line:
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
        else:
            end = start + len(part.value.rstrip(SPACES))
            text = Word("", end, end) if part.type != "COMMA" else None
    return Line(shape, Word(first.value, first.start_pos, first.end_pos), tuple(names), text, first.start_pos, end)


_INDENTS = Indents()
_LOCK = Lock()
_PARSER: list[Lark] = []


def _parser() -> Lark:
    """Give the parser: prepared ahead (`grammar/tables.py`), or made from the grammar where lark is another one."""
    if not _PARSER:
        tables = import_module("toc.grammar.tables")
        if lark_version == tables.LARK:
            ready: Any = Lark._load_from_dict  # noqa: SLF001  what lark's own standalone parsers call
            made = ready(tables.DATA, tables.MEMO, postlex=_INDENTS, transformer=_Lines())
        else:
            from pathlib import Path  # noqa: PLC0415  every start would pay for it

            grammar = Path(str(tables.__file__)).with_name("toc.lark").read_text(encoding="utf-8")
            made = Lark(grammar, parser="lalr", postlex=_INDENTS, transformer=_Lines(), maybe_placeholders=False)
        _PARSER.append(made)
    return _PARSER[0]


class Piece(NamedTuple):
    """What a text says by itself: its lines, where the first one stands too deep, and those with mixed indents."""

    lines: tuple[Line, ...]
    too_deep: int | None
    mixed: tuple[int, ...]


def read_piece(text: str) -> Piece:
    """Read a text without control characters, or a part of one that begins at the margin."""
    with _LOCK:
        _INDENTS.begin(text)
        lines: Any = _parser().parse(text)
        return Piece(lines, _INDENTS.too_deep, tuple(_INDENTS.mixed))


def parse(source: Source, read: Callable[[str], Piece] = read_piece) -> Tree:
    """Read one text into its line tree. Any text gives a tree; cost grows linearly with the text.

    ``read`` reads the text once it is free of control characters; `toc.memory` has one that remembers.
    """
    text, findings = readable(source)
    lines, too_deep, mixed = read(text)
    if too_deep is not None:
        says = f"Lines are indented more than {DEEPEST} levels deep here; they were read at level {DEEPEST}."
        findings.append(Finding("too-large", says, Span(source.name, too_deep, too_deep + 1)))
    says = "Tabs and spaces are mixed in these indents; `toc fmt` makes them all spaces."
    findings += [Finding("mixed-indent", says, Span(source.name, start, start + 1)) for start in mixed]
    as_read = source if text == source.text else Source(source.name, text, source.newline)
    return Tree(as_read, lines, tuple(findings))
