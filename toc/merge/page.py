"""The merged text, written line by line: indents that keep every block in its place, and conflicts in git's marks.

A block keeps the indent it was typed with wherever it still says the same there; where the lines above it were
indented otherwise, it moves with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.lines import Shape

from .blocks import Meant, Tangled, stripped
from .wording import Clash, Wording, changed, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .blocks import Block
    from .weave import Three

MARKER_SIZE = 7
"""Characters of a conflict mark, as git writes them and as the reader of the language knows them."""

_STEP = "  "
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class Labels(NamedTuple):
    """What the two sides are called beside the marks."""

    ours: str = "ours"
    theirs: str = "theirs"


class _At(NamedTuple):
    """Where the lines below something stand: its indent in the merged text, and how deep they are."""

    indent: str = ""
    column: int = -1
    depth: int = 0


@dataclass(slots=True)
class Page:
    """The text so far. ``meant`` is how its blocks should be read, ``conflicts`` the lines on which these begin.

    ``placed`` are the blocks that ``meant`` speaks of.
    """

    labels: Labels
    size: int = MARKER_SIZE
    lines: list[str] = field(default_factory=list)
    meant: list[Meant] = field(default_factory=list)
    placed: list[Three] = field(default_factory=list)
    conflicts: list[int] = field(default_factory=list)
    within: bool = False
    """whether these are lines of a conflict, which is about all of them"""

    def write_all(self, threes: list[Three], at: _At) -> None:
        """Write blocks that stand side by side; none may be further in than the one before it."""
        before: str | None = None
        for three in threes:
            before = self._write(three, at, before)

    def _write(self, three: Three, at: _At, before: str | None) -> str | None:
        """Write a block and what stands below it; give the indent that the next one may have at most."""
        self.lines += _gap(three)
        if three.contested and not self.within:
            return self._contest(three, at, before)
        words = wording(three)
        if three.some.aside and isinstance(words, Wording):
            self._mean(three, Meant(-1, stripped(words.own)))
            self._put(words, _indenting(three)[0].indent)
            return before
        indent = _indent(three, at, before)
        inside = _At(indent, column(indent), at.depth + 1)
        if isinstance(words, Wording):
            if words.source.line.shape is not Shape.CONFLICT:
                self._mean(three, Meant(at.depth, stripped(words.own)))
            self._put(words, indent)
            self.write_all(three.below, inside)
            return indent
        if _can_hold(words):
            self._conflict(_moved(words.ours, indent), _moved(words.theirs, indent))
            self.write_all(three.below, inside)
            return indent
        self._conflict(_whole(words.ours, indent), _whole(words.theirs, indent))
        return before

    def _mean(self, three: Three, meant: Meant) -> None:
        self.meant.append(meant)
        self.placed.append(three)

    def _put(self, words: Wording, indent: str) -> None:
        own = _indented(words.own, words.source.indent, indent)
        if any(line.startswith(_MARKS) for line in own) and words.source.line.shape not in _OF_GIT:
            msg = "A line of the text looks like a conflict mark, so the texts are merged line by line."
            raise Tangled(msg)
        self.lines += own

    def _contest(self, three: Three, at: _At, before: str | None) -> str | None:
        """Write what one side took out and the other one changed: all of it, against nothing."""
        page = Page(self.labels, within=True)
        kept = page._write(three, at, before)
        if page.conflicts:
            msg = "A conflict would stand within a conflict, so the texts are merged line by line."
            raise Tangled(msg)
        lines = page.lines[len(_gap(three)) :]
        self._conflict(*((lines, []) if three.contested == "ours" else ([], lines)))
        return kept if three.some.line.shape is Shape.ELEMENT else before

    def _conflict(self, ours: list[str], theirs: list[str]) -> None:
        if any(line.startswith(_MARKS) for line in (*ours, *theirs)):
            msg = "A conflict would stand within a conflict, so the texts are merged line by line."
            raise Tangled(msg)
        self.conflicts.append(len(self.lines) + 1)
        self.lines += [
            f"{'<' * self.size} {self.labels.ours}".rstrip(),
            *ours,
            "=" * self.size,
            *theirs,
            f"{'>' * self.size} {self.labels.theirs}".rstrip(),
        ]


_OF_GIT = frozenset({Shape.CONFLICT, Shape.MARKER, Shape.NOTE})


def column(indent: str) -> int:
    """Give the column that an indent leads to."""
    return len(indent.expandtabs(4))


def write_page(top: Three, labels: Labels, size: int) -> Page:
    """Write the whole text."""
    page = Page(labels, size)
    page.write_all(top.below, _At())
    return page


def _gap(three: Three) -> tuple[str, ...]:
    """Give the blank lines above a block."""
    if three.ours is None or three.theirs is None:
        return three.some.gap
    gap = changed(three.base.gap if three.base else None, three.ours.gap, three.theirs.gap)
    return three.ours.gap if gap is None else gap


def _indent(three: Three, at: _At, before: str | None) -> str:
    """Choose an indent: as typed, if that keeps the block below what it stands in and beside those before it."""
    candidates = _indenting(three)
    block = next((one for one in candidates if _column_above(one) == at.column), candidates[0])
    above, wanted = _column_above(block), block.indent
    if above != at.column:
        wanted = " " * max(0, column(block.indent) - above + at.column)
    if at.column < column(wanted) and (before is None or column(wanted) <= column(before)):
        return wanted
    return before if before is not None else at.indent + _STEP if at.column >= 0 else ""


def _column_above(block: Block) -> int:
    """Give the column of what a block stands in; -1 at the margin."""
    return column(block.above.indent) if block.above and block.above.above else -1


def _indenting(three: Three) -> list[Block]:
    """Give the versions whose indent may be taken, the one that was changed first."""
    both = [block for block in (three.ours, three.theirs) if block]
    if three.base and three.ours and three.ours.indent == three.base.indent:
        both.reverse()
    return both


def _indented(own: tuple[str, ...], typed: str, indent: str) -> list[str]:
    """Move the lines of a block to an indent; blank lines and lines further out stay as they are."""
    first, *rest = own
    if typed == indent:
        return [indent + first, *rest]
    return [
        indent + first,
        *[indent + line[len(typed) :] if typed and line.startswith(typed) else line for line in rest],
    ]


def _moved(block: Block, indent: str) -> list[str]:
    return _indented(block.own, block.indent, indent)


def _whole(block: Block, indent: str) -> list[str]:
    """Give a block as one side has it, with all that stands below it there."""
    shift = column(indent) - column(block.indent)
    lines = _moved(block, indent)
    for below in _everything(block):
        lines += [*below.gap, *_moved(below, below.indent if not shift else " " * max(0, column(below.indent) + shift))]
    return lines


def _everything(block: Block) -> Iterator[Block]:
    for below in block.below:
        yield below
        yield from _everything(below)


def _can_hold(clash: Clash) -> bool:
    """Say whether what stands below can stay below the conflict: it reads as an element, whichever side is taken."""
    bare = not (clash.ours.below or clash.theirs.below)
    return bare or all(block.line.shape is Shape.ELEMENT for block in clash)
