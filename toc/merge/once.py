"""Three texts merged, once: taken apart, woven, written, and read again to make sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .blocks import Blocks, Tangled, blocks_of, meant, with_depth
from .page import MARKER_SIZE, Labels, Page, write_page
from .weave import Three, woven
from .wording import changed

if TYPE_CHECKING:
    from toc.memory import Memory

    from .blocks import Block
    from .disputed import Base
    from .weave import Of

Placed = tuple[tuple[Three, "Block"], ...]
"""Which block of a merged text is which."""


class Texts(NamedTuple):
    """The three versions, each with line feeds as its only line ends."""

    base: Base
    ours: str
    theirs: str


class Once(NamedTuple):
    """A merged text, the lines on which its conflicts begin, the blocks of all versions, and what each of them is.

    ``now`` is the top of the merged text, read again, and ``placed`` is which of its blocks is which. Both are left
    out for a text that nobody reads as it is: the base that git makes of two others.
    """

    text: str
    conflicts: tuple[int, ...]
    base: Blocks
    ours: Blocks
    theirs: Blocks
    of: Of
    now: Block | None
    placed: Placed


def once(texts: Texts, labels: Labels, size: int, memory: Memory) -> Once:
    """Merge; raises Tangled where a line would not stand where it was meant to."""
    base = blocks_of(texts.base.text, memory, texts.base.disputed)
    ours, theirs = blocks_of(texts.ours, memory), blocks_of(texts.theirs, memory)
    whole = woven(base.top, ours.top, theirs.top)
    page = write_page(whole.top, labels, size)
    lines = [*page.lines, *_tail(base, ours, theirs)]
    ended = changed(base.ended, ours.ended, theirs.ended)
    text = "\n".join(lines) + ("\n" if lines and ended is not False else "")
    if size != MARKER_SIZE and page.conflicts:
        return Once(text, tuple(page.conflicts), base, ours, theirs, whole.of, None, ())
    now = blocks_of(text, memory).top
    return Once(text, tuple(page.conflicts), base, ours, theirs, whole.of, now, _placed(page, now))


def _tail(before: Blocks, ours: Blocks, theirs: Blocks) -> tuple[str, ...]:
    tail = changed(before.tail, ours.tail, theirs.tail)
    return ours.tail if tail is None else tail


def _placed(page: Page, now: Block) -> Placed:
    """Find the blocks of the merged text again, and see whether every one stands where it was meant to."""
    read = [(one, block) for block, depth in with_depth(now) if (one := meant(block, depth))]
    if [one for one, _ in read] != page.meant:
        msg = "Some lines would not have stood where they were meant to, so the texts are merged line by line."
        raise Tangled(msg)
    return tuple([(three, block) for three, (_, block) in zip(page.placed, read, strict=True)])
