"""Words of another script in a document that runs from right to left keep their order.

An English sentence in an Arabic page would have its full stop at the wrong end, and a number at its beginning would go
behind it. Every office program and browser heeds the mark that Unicode has against that (UAX 9, left-to-right mark).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..lettering.bidi import goes_along
from . import Blank, Cell, Figure, Heading, Item, Listing, Paragraph, Run, Table, plain

if TYPE_CHECKING:
    from . import Block, Document, Said

_MARK: Final = "\u200e"


def in_order(document: Document) -> Document:
    """Give a document in which whatever runs against its direction is held together by marks."""
    if document.direction != "rtl":
        return document
    return replace(
        document,
        title=_text(document.title),
        subtitle=_text(document.subtitle),
        blocks=tuple([_block(block) for block in document.blocks]),
    )


def _block(block: Block) -> Block:
    match block:
        case Heading(text):
            return block._replace(text=_text(text))
        case Blank(label):
            return block._replace(label=_text(label))
        case Paragraph(words):
            return block._replace(said=_words(words))
        case Listing(items):
            return block._replace(items=_items(items))
        case Table(head, rows):
            cells = tuple([tuple([Cell(_words(cell.said), cell.value) for cell in row]) for row in rows])
            return block._replace(head=tuple([_text(name) for name in head]), rows=cells)
        case Figure():
            return replace(block, caption=_text(block.caption))
        case _:
            return block


def _items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple([Item(_words(item.said), _items(item.under)) for item in items])


def _words(words: Said) -> Said:
    return words if goes_along(plain(words), from_right=True) else (Run(_MARK), *words, Run(_MARK))


def _text(text: str) -> str:
    return text if goes_along(text, from_right=True) else f"{_MARK}{text}{_MARK}"
