"""The names in one version of a text: what is called how, and which lines use which name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toc.build.names import made_id
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
    from collections.abc import Iterable, Iterator

    from toc.memory import Memory
    from toc.service.names import Name

    from .blocks import Block

Called = dict["Block", str]
"""The names of the blocks of one version that declare something, written or made."""

_NOWHERE = Source("", "")
_NUMBER = re.compile(r"-\d+$")


class Version(NamedTuple):
    """A text, what its blocks are called, which blocks use which name, and all names that are declared."""

    text: str
    called: Called
    used: dict[str, list[Block]]
    declared: frozenset[str]


def versions(texts: Iterable[tuple[str, Block]], memory: Memory) -> list[Version]:
    """Look through versions, each a text with its blocks, for their names."""
    found = [(text, list(everything(top))) for text, top in texts]
    made = any(_uses_made(blocks) for _, blocks in found)
    return [_version(text, blocks, memory if made else None) for text, blocks in found]


def _version(text: str, blocks: list[Block], memory: Memory | None) -> Version:
    called = _called(text, blocks, memory)
    used: dict[str, list[Block]] = {}
    declared = set(called.values())
    for block in blocks:
        if block.line.shape in NAMING and block.line.shape is not Shape.MENTION:
            declared.update([normal(word.text) for word in block.line.names])
        for name in uses(block, called):
            used.setdefault(name.key, []).append(block)
    return Version(text, called, used, frozenset(declared))


def root_of(name: str) -> str:
    """Give a name without the number that it has where words make one name several times."""
    return _NUMBER.sub("", name)


def _called(text: str, blocks: list[Block], memory: Memory | None) -> Called:
    """Find out what everything is called. Without a memory only names that are written, since nobody uses others."""
    written = _written(blocks)
    if memory is None:
        return {block: name for name, block in written.items()}
    theory = of_source(Source("", text), memory=memory).theory
    ids = {element.span.start: element.id for element in theory.elements if element.kind not in OWN_NAMESPACE}
    return {block: ids[block.line.start] for block in blocks if _may_declare(block) and block.line.start in ids}


def _written(blocks: list[Block]) -> dict[str, Block]:
    elements = [block for block in blocks if block.line.shape is Shape.ELEMENT and not _is_apart(block)]
    return {normal(block.line.names[0].text): block for block in reversed(elements) if block.line.names}


def _uses_made(blocks: list[Block]) -> bool:
    """Say whether a name is used that may have been made from words, or that stands for two things."""
    written = _written(blocks)
    rest = [block for block in blocks if _may_declare(block) and written.get(_name_of(block)) is not block]
    made = {root_of(made_id(_said(block)) or kind_of(block.line)) for block in rest}
    made |= {_name_of(block) for block in rest}
    found = (name.key for block in blocks for name in uses(block, {})) if made else ()
    return any(root_of(name) in made and (name not in written or name in made) for name in found)


def _name_of(block: Block) -> str:
    return normal(block.line.names[0].text) if block.line.names else ""


def _said(block: Block) -> str:
    return _name_of(block) if block.line.shape is Shape.MENTION else block.line.said


def _is_apart(block: Block) -> bool:
    return kind_of(block.line) in {"theory", *OWN_NAMESPACE}


def _may_declare(block: Block) -> bool:
    return _is_bare_assuming(block) or (block.line.shape is Shape.ELEMENT and not _is_apart(block))


def _is_bare_assuming(block: Block) -> bool:
    """Say whether it declares something where nobody else does: ``assuming funding``."""
    return block.line.shape is Shape.MENTION and block.line.word.text.casefold() in NESTED_WORDS


def uses(block: Block, called: Called) -> Iterator[Name]:
    """Give the names that a block uses, those of its own declaration left out."""
    if not (block.line.shape is Shape.MENTION and block in called):
        yield from [name for name in names_in(_NOWHERE, block.line) if not (name.declares or name.space)]
