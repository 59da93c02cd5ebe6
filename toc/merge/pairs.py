"""Which block of one version is which block of another.

A name settles it wherever the block stands now. Below a block that is known in both, its lines are known by what they
say, then by what they are about. What is left is known by its words, if nobody else says the same, so that a changed
name and a moved note are seen; last by words that are nearly the same, beside the same neighbours.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from toc.lines import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from .blocks import Block

    _Pairing = Callable[["Pairs", list[Block], list[Block]], list[tuple[Block, Block]]]
    """Pairs some of the lines below two blocks, and gives those that it paired."""

Pairs = dict["Block", "Block"]
"""From the blocks of one version to those of the other, both ways."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
_NEAR = 0.6
_MOST_COMPARED = 400
"""Pairs of lines below one block whose words are compared; past that, they are taken for different ones."""


def pairs(one: Block, other: Block, *, guess: bool = True) -> Pairs:
    """Pair the blocks of two versions, from their tops down.

    Without ``guess`` only those are paired that are the same beyond doubt: by name, or word for word in one place.
    """
    found: Pairs = {}
    _pair(found, one, other)
    ones, others = list(everything(one)), list(everything(other))
    _by(found, ones, others, lambda block: block.named)
    _below(found, [(block, found[block]) for block in (one, *ones) if block in found], _surely if guess else _exactly)
    if guess:
        fresh = _alone(found, _left(found, ones), _left(found, others))
        _below(found, fresh, _surely)
        known = [(block, found[block]) for block in (one, *ones) if block in found]
        _below(found, known, _nearly)
    return found


def everything(top: Block) -> Iterator[Block]:
    """Give all blocks below one, in reading order."""
    waiting = list(reversed(top.below))
    while waiting:
        block = waiting.pop()
        yield block
        if block.below:
            waiting += reversed(block.below)


def _pair(found: Pairs, one: Block, other: Block) -> None:
    found[one], found[other] = other, one


def _left(found: Pairs, blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if block not in found]


def _by(
    found: Pairs, ones: Iterable[Block], others: Iterable[Block], key: Callable[[Block], Hashable]
) -> list[tuple[Block, Block]]:
    """Pair what has the same key; where several have, those with the same words first, then in reading order."""
    waiting: dict[Hashable, list[Block]] = defaultdict(list)
    for other in others:
        known = key(other) if other not in found else None
        if known is not None:
            waiting[known].append(other)
    made: list[tuple[Block, Block]] = []
    for one in ones:
        known = key(one) if waiting and one not in found else None
        candidates = waiting.get(known) if known is not None else None
        if candidates:
            same = next((other for other in candidates if other.own == one.own), candidates[0])
            candidates.remove(same)
            _pair(found, one, same)
            made.append((one, same))
    return made


def _below(found: Pairs, known: list[tuple[Block, Block]], pair: _Pairing) -> None:
    """Pair the lines below blocks that are known, and those below these."""
    waiting = list(reversed(known))
    while waiting:
        one, other = waiting.pop()
        ones, others = _left(found, one.below), _left(found, other.below)
        if ones and others:
            waiting += pair(found, ones, others)


def _exactly(found: Pairs, ones: list[Block], others: list[Block]) -> list[tuple[Block, Block]]:
    """Word for word, or the same detail of which there can be one only."""
    made = _by(found, ones, others, lambda block: block.own)
    made += _by(found, _left(found, ones), _left(found, others), lambda block: (block.line.shape, block.canonical))
    return made + _by(found, _left(found, ones), _left(found, others), _only_one)


def _only_one(block: Block) -> Hashable:
    return block.fact if block.line.shape is Shape.PROPERTY else None


def _surely(found: Pairs, ones: list[Block], others: list[Block]) -> list[tuple[Block, Block]]:
    made = _exactly(found, ones, others)
    return made + _by(found, _left(found, ones), _left(found, others), lambda block: block.fact)


def _nearly(found: Pairs, ones: list[Block], others: list[Block]) -> list[tuple[Block, Block]]:
    """Pair what is of one sort and says nearly the same, the most alike first."""
    made = _surely(found, ones, others)
    ones, others = _left(found, ones), _left(found, others)
    if len(ones) * len(others) > _MOST_COMPARED:
        return made
    alike = [(_likeness(one, other), one, other) for one in ones for other in others if _sort(one) == _sort(other)]
    for likeness, one, other in sorted(alike, key=lambda each: -each[0]):
        if likeness >= _NEAR and one not in found and other not in found:
            _pair(found, one, other)
            made.append((one, other))
    return made


def _sort(block: Block) -> Hashable:
    line = block.line
    names = () if line.shape is Shape.PROPERTY else (block.named,)
    return (line.shape, "" if block.aside else line.word.text.casefold(), *names)


def _likeness(one: Block, other: Block) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415  most merges need no guess

    # A detail that is taken for another one stays where it was; a box takes all arrows with it, so its words must tell.
    if one.line.shape is Shape.ELEMENT:
        return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()
    return SequenceMatcher(None, one.canonical, other.canonical, autojunk=False).ratio()


def _words(block: Block) -> list[str]:
    return _WORD.findall(block.line.said.casefold())


def _alone(found: Pairs, ones: list[Block], others: list[Block]) -> list[tuple[Block, Block]]:
    """Pair elements, notes and comments by their words, where they are the only ones that say this."""
    said, other_said = _by_words(ones), _by_words(others)
    made = []
    for words, one in said.items():
        other = other_said.get(words)
        if one and other:
            _pair(found, one, other)
            made.append((one, other))
    return made


def _by_words(blocks: list[Block]) -> dict[Hashable, Block | None]:
    """Give what says something by the words it says; None where several say the same."""
    by_words: dict[Hashable, Block | None] = {}
    for block in blocks:
        if block.line.shape is Shape.ELEMENT or block.aside:
            kind, words = block.said
            if words:
                by_words[kind, words] = None if (kind, words) in by_words else block
    return by_words
