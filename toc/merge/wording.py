"""The words of one block in the merged text: those of the side that changed them, or two wordings that collide."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from toc.lines import Shape, Word
from toc.writing import written

from .blocks import Block, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .weave import Three

Said = TypeVar("Said")


class Wording(NamedTuple):
    """The lines of a block, the first without its indent, and the block whose indents they have."""

    own: tuple[str, ...]
    source: Block


class Clash(NamedTuple):
    """Two wordings of one block that cannot both be right."""

    ours: Block
    theirs: Block


def wording(three: Three) -> Wording | Clash:
    """Choose the words of a block that stays."""
    base = None if three.base and three.base.disputed else three.base
    ours, theirs = three.ours, three.theirs
    if ours is None or theirs is None:
        return _as_in(three.some)
    chosen = _chosen(base, ours, theirs, _own) or _chosen(base, ours, theirs, _canonical)
    if chosen:
        return _as_in(chosen)
    return _of_both(base, ours, theirs) or Clash(ours, theirs)


def changed(base: Said | None, ours: Said, theirs: Said) -> Said | None:
    """Give what one side changed, or both alike; None where each changed it in its own way."""
    if theirs in (ours, base):
        return ours
    return theirs if base == ours else None


def _as_in(block: Block) -> Wording:
    return Wording(block.own, block)


def _own(block: Block) -> tuple[str, ...]:
    return block.own


def _canonical(block: Block) -> str:
    return block.canonical


def _chosen(base: Block | None, ours: Block, theirs: Block, said: Callable[[Block], object]) -> Block | None:
    before, one, other = said(base) if base else None, said(ours), said(theirs)
    if other in (one, before):
        return ours
    return theirs if before == one else None


def _of_both(base: Block | None, ours: Block, theirs: Block) -> Wording | None:
    """Put together a name or kind that one side changed and words that the other one did."""
    if base is None or any(block.line.shape is not Shape.ELEMENT for block in (base, ours, theirs)):
        return None
    if any(len(block.own) != 1 + len(block.line.more) for block in (base, ours, theirs)):
        return None
    head, words = changed(_head(base), _head(ours), _head(theirs)), changed(_words(base), _words(ours), _words(theirs))
    if head is None or words is None:
        return None
    heading = ours if _head(ours) == head else theirs
    telling = ours if _words(ours) == words else theirs
    line = heading.line._replace(text=Word(words[0], 0, 0), more=())
    return Wording((*written(line, nested=heading.line.word.text.casefold() == "assuming"), *telling.own[1:]), telling)


def _head(block: Block) -> tuple[str, ...]:
    return (kind_of(block.line), *[word.text for word in block.line.names])


def _words(block: Block) -> tuple[str, ...]:
    return (block.line.text.text if block.line.text else "", *[word.text for word in block.line.more])
