"""From a text to blocks: every statement with its own lines and those below it, so that each line has one owner.

A block owns the line it stands on, the lines its text goes on with, and the blank lines above it. A note or comment
between a statement and the lines that go on with its text belongs to that statement. Put one after the other, the
blocks are the text again, letter for letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.characters import normal
from toc.lines import SPACES, Shape
from toc.model import OWN_NAMESPACE
from toc.source import Source
from toc.vocabulary import NESTED_WORDS, repeats
from toc.writing import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.lines import Line
    from toc.memory import Memory

ASIDES = frozenset({Shape.NOTE, Shape.COMMENT, Shape.MARKER})
"""The shapes that take no part in what stands under what."""

_CANONICAL = frozenset({Shape.ELEMENT, Shape.MENTION, Shape.ARROW, Shape.CONTRIBUTION, Shape.PROPERTY})
_NAMING = frozenset({Shape.ELEMENT, Shape.UNFINISHED, Shape.MISSPELT, Shape.BULLET})

Name = tuple[str, ...]
"""What makes a block the same one in another version, whatever else is said in it."""


class Tangled(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """Texts that cannot be merged fact by fact; the message says why. Git's merge by lines can still do it."""


@dataclass(slots=True, eq=False)
class Block:
    """A statement, note or comment, with what stands below it.

    ``own`` are its lines, the first without ``indent``, the others as typed; ``gap`` the blank lines above it.
    ``disputed`` are those of a base of which nobody knows what they said.
    """

    line: Line
    indent: str
    own: tuple[str, ...]
    gap: tuple[str, ...]
    above: Block | None = None
    below: list[Block] = field(default_factory=list)
    disputed: bool = False

    @property
    def aside(self) -> bool:
        """Say whether it is a note or comment, which stands wherever it stands."""
        return self.line.shape in ASIDES

    @property
    def named(self) -> Name | None:
        """Give what it is known by in the whole text; None where only its words or its place tell."""
        if self.line.shape not in _NAMING:
            return None
        kind = kind_of(self.line)
        if kind == "theory":
            return ("theory",)
        if len(self.line.names) != 1:
            return None
        return (kind if kind in OWN_NAMESPACE else "", normal(self.line.names[0].text))

    @property
    def fact(self) -> Name | None:
        """Give what it is known by below its element: the key of a detail, both ends of an arrow, the partner."""
        line = self.line
        names = tuple([normal(word.text) for word in line.names])
        if line.shape is Shape.PROPERTY:
            key = line.word.text.casefold()
            return None if key == "include" or repeats(key) else ("detail", key, *names)
        if line.shape is Shape.ARROW:
            return ("arrow", written(line)[0].split(" ", 1)[0], *names)
        return ("by", *names) if line.shape is Shape.CONTRIBUTION else None

    @property
    def said(self) -> tuple[str, str]:
        """Give the words of an element with its kind, or those of anything else as they are written canonically."""
        if self.line.shape is Shape.ELEMENT:
            return (kind_of(self.line), self.line.said)
        return (self.line.shape, self.canonical)

    @property
    def canonical(self) -> str:
        """Give its own lines as `toc fmt` writes them, so that tidying up is no change."""
        if self.line.shape not in _CANONICAL:
            return "\n".join(self.own)
        more = [f"| {word.text}".rstrip() for word in self.line.more]
        return "\n".join([*written(self.line), *more, *self._asides()])

    def _asides(self) -> list[str]:
        return [text for text in map(str.strip, self.own[1:]) if text and not text.startswith("|")]


class Blocks(NamedTuple):
    """A text as blocks: ``top`` holds those at the margin. ``tail`` are the blank lines below the last one."""

    top: Block
    tail: tuple[str, ...]
    ended: bool
    """whether the last line has a line end"""


def kind_of(line: Line) -> str:
    """Give the kind that a line names."""
    word = line.word.text.casefold()
    return NESTED_WORDS.get(word, word)


def blocks_of(text: str, memory: Memory, disputed: frozenset[int] = frozenset()) -> Blocks:
    """Take a text apart, some of whose rows may be in dispute.

    Raises Tangled for one beyond the limits of the reader, because not all of it was read.
    """
    source = Source("", text)
    tree = memory.parse(source)
    if any(finding.rule == "too-large" for finding in tree.findings):
        msg = "This text is beyond the limits of toc, so it is merged line by line."
        raise Tangled(msg)
    ended = text.endswith("\n") or not text
    typed = text.split("\n")[: -1 if ended else None]
    if not tree.lines:
        return Blocks(_top(), tuple(typed), ended)
    rows = list(_rows(tree.lines, source.line_starts()))
    top, tail = _owned(rows, typed, tree.source.text.split("\n"), source.line_starts(), disputed)
    return Blocks(top, tail, ended)


def _top() -> Block:
    from toc.lines import Line, Word  # noqa: PLC0415  only this one block is made without a text

    return Block(Line(Shape.NOTE, Word("", 0, 0), (), None, 0, 0), "", (), ())


class Meant(NamedTuple):
    """How a block is read: its depth, -1 for a note or comment, and its lines without their indents."""

    depth: int
    own: tuple[str, ...]


def meant(block: Block, depth: int) -> Meant | None:
    """Say how a block was read; a conflict, whose place follows from its lines, says nothing."""
    if block.line.shape is Shape.CONFLICT:
        return None
    return Meant(-1 if block.aside else depth, stripped(block.own))


def stripped(own: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines of a block without the spaces around them."""
    return (own[0].rstrip(),) if len(own) == 1 else tuple(map(str.strip, own))


def with_depth(top: Block) -> Iterator[tuple[Block, int]]:
    """Give all blocks below one in reading order, each with its depth."""
    waiting = [(block, 0) for block in reversed(top.below)]
    while waiting:
        block, depth = waiting.pop()
        yield block, depth
        if block.below:
            waiting += [(below, depth + 1) for below in reversed(block.below)]


def _lines_of(lines: tuple[Line, ...]) -> Iterator[tuple[Line, int]]:
    """Give all lines in reading order, each with its depth."""
    waiting = [(line, 0) for line in reversed(lines)]
    while waiting:
        line, depth = waiting.pop()
        yield line, depth
        if line.children:
            waiting += [(child, depth + 1) for child in reversed(line.children)]


def _rows(lines: tuple[Line, ...], starts: tuple[int, ...]) -> Iterator[tuple[int, Line, int]]:
    """Give each line with the number of its row, counted from 0."""
    row, last = 0, len(starts) - 1
    for line, depth in _lines_of(lines):
        while row < last and starts[row + 1] <= line.start:
            row += 1
        yield row, line, depth


def _owned(
    rows: list[tuple[int, Line, int]],
    typed: list[str],
    read: list[str],
    starts: tuple[int, ...],
    disputed: frozenset[int],
) -> tuple[Block, tuple[str, ...]]:
    top = _top()
    path: list[Block] = [top]
    gap = tuple(typed[: rows[0][0]])
    statement: Block | None = None
    since: list[Block] = []
    for place, (row, line, depth) in enumerate(rows):
        following = rows[place + 1][0] if place + 1 < len(rows) else len(typed)
        end = following
        while end > row + 1 and not read[end - 1].strip(SPACES):
            end -= 1
        indent = typed[row][: line.start - starts[row]]
        block = Block(line, indent, (typed[row][len(indent) :], *typed[row + 1 : end]), gap)
        block.disputed = not disputed.isdisjoint(range(row, end)) if disputed else False
        gap = tuple(typed[end:following])
        if block.aside and statement and end > row + 1:
            _go_on(statement, [*since, block])
            since = []
            continue
        del path[depth + 1 :]
        _put(block, path[-1])
        if block.aside:
            since.append(block)
        else:
            path.append(block)
            statement, since = block, []
    return top, gap


def _put(block: Block, above: Block) -> None:
    block.above = above
    above.below.append(block)


def _go_on(statement: Block, asides: list[Block]) -> None:
    """Give a statement the notes that stand between it and the rest of its text."""
    for block in asides:
        statement.own += (*block.gap, block.indent + block.own[0], *block.own[1:])
        if block.above:
            block.above.below.remove(block)
