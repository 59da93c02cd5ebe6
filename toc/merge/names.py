"""The names in one version of a text: what is called how, and which lines use which name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.characters import normal
from toc.lines import NAMING, Shape
from toc.load import of_source
from toc.model import OWN_NAMESPACE
from toc.service.names import names_in
from toc.source import Source
from toc.vocabulary import NESTED_WORDS

from .blocks import kind_of
from .pairs import everything

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.memory import Memory
    from toc.service.names import Name

    from .blocks import Block

Called = dict["Block", str]
"""The names of the blocks of one version that declare something, written or made."""

_NOWHERE = Source("", "")


class Version(NamedTuple):
    """A text, what its blocks are called, which blocks use which name, and all names that are declared."""

    text: str
    called: Called
    used: dict[str, list[Block]]
    declared: frozenset[str]


def version(text: str, top: Block, memory: Memory) -> Version:
    """Look through one version for its names."""
    called = _called(text, top, memory)
    used: dict[str, list[Block]] = {}
    declared = set(called.values())
    for block in everything(top):
        if block.line.shape in NAMING and block.line.shape is not Shape.MENTION:
            declared.update([normal(word.text) for word in block.line.names])
        for name in uses(block, called):
            used.setdefault(name.key, []).append(block)
    return Version(text, called, used, frozenset(declared))


def _called(text: str, top: Block, memory: Memory) -> Called:
    """Find out what everything is called; only where a name was made from words does that need the whole theory."""
    blocks = [block for block in everything(top) if block.line.shape in (Shape.ELEMENT, Shape.MENTION)]
    elements = [block for block in blocks if block.line.shape is Shape.ELEMENT and not _is_apart(block)]
    written = {normal(block.line.names[0].text): block for block in elements if len(block.line.names) == 1}
    if len(written) == len(elements) and all(
        normal(block.line.names[0].text) in written for block in blocks if _may_declare(block)
    ):
        return {block: name for name, block in written.items()}
    theory = of_source(Source("", text), memory=memory).theory
    ids = {element.span.start: element.id for element in theory.elements if element.kind not in OWN_NAMESPACE}
    return {block: ids[block.line.start] for block in blocks if block.line.start in ids}


def _is_apart(block: Block) -> bool:
    return kind_of(block.line) in {"theory", *OWN_NAMESPACE}


def _may_declare(block: Block) -> bool:
    """Say whether it declares something where nobody else does: ``assuming funding``."""
    return block.line.shape is Shape.MENTION and block.line.word.text.casefold() in NESTED_WORDS


def uses(block: Block, called: Called) -> Iterator[Name]:
    """Give the names that a block uses, those of its own declaration left out."""
    if not (block.line.shape is Shape.MENTION and block in called):
        yield from [name for name in names_in(_NOWHERE, block.line) if not (name.declares or name.space)]
