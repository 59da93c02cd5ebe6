"""Three-way merge of a theory, by element and by fact instead of by line.

The steps, in order: each text taken apart into blocks (`blocks`), blocks of different versions recognised (`pairs`),
their places settled (`weave`) and their words (`wording`), and the text written again (`page`). Lines of neither side
are made up, and no line that a side added or changed is left out: where two sides changed one fact, both wordings
stand in a conflict around that fact alone, in the marks that git uses. The result is read again before it is given
away, so that every block is known to stand where it was meant to.
"""

from __future__ import annotations

from typing import NamedTuple

from toc.decoding import of_text
from toc.memory import Memory

from .blocks import Blocks, Tangled, blocks_of, meant, with_depth
from .disputed import settled
from .page import MARKER_SIZE, Labels, Page, write_page
from .weave import woven
from .wording import changed

__all__ = ["MARKER_SIZE", "Labels", "Merged", "Tangled", "merge"]


SIDES = Labels()
"""What the sides are called where nobody says more."""


class Merged(NamedTuple):
    """A merged text, and the lines on which its conflicts begin; none where it is clean."""

    text: str
    conflicts: tuple[int, ...] = ()


def merge(base: str, ours: str, theirs: str, *, labels: Labels = SIDES, size: int = MARKER_SIZE) -> Merged:
    """Bring what two sides made of one text together; line ends are those of ``ours``.

    Raises Tangled for texts that were not read as a whole or cannot be told apart fact by fact; these are merged line
    by line, with git.
    """
    if theirs in (ours, base):
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    before, own, other = (of_text(text, "") for text in (base, ours, theirs))
    merged = _merged(before.text, own.text, other.text, labels, size)
    return merged._replace(text=merged.text.replace("\n", own.newline))


def _merged(base: str, ours: str, theirs: str, labels: Labels, size: int) -> Merged:
    memory = Memory()
    known = settled(base, ours, theirs)
    before = blocks_of(known.text, memory, known.disputed)
    own, other = blocks_of(ours, memory), blocks_of(theirs, memory)
    page = write_page(woven(before.top, own.top, other.top), labels, size)
    lines = [*page.lines, *_tail(before, own, other)]
    ended = changed(before.ended, own.ended, other.ended)
    text = "\n".join(lines) + ("\n" if lines and ended is not False else "")
    _make_sure(text, page, memory)
    return Merged(text, tuple(page.conflicts))


def _tail(before: Blocks, ours: Blocks, theirs: Blocks) -> tuple[str, ...]:
    tail = changed(before.tail, ours.tail, theirs.tail)
    return ours.tail if tail is None else tail


def _make_sure(text: str, page: Page, memory: Memory) -> None:
    """Read the merged text, and see whether every statement stands where it was meant to."""
    if page.size != MARKER_SIZE and page.conflicts:
        return
    read = [meant(block, depth) for block, depth in with_depth(blocks_of(text, memory).top)]
    if [one for one in read if one] != page.meant:
        msg = "Some lines would not have stood where they were meant to, so the texts are merged line by line."
        raise Tangled(msg)
