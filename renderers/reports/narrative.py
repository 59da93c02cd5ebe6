"""The story of the theory as a document to send: if, then, because; the chapters are those of the Markdown story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Figure, plain
from ..markdown import CHAPTERS
from ..story.as_blocks import as_blocks, words_of
from ..story.purpose import alternative_text

if TYPE_CHECKING:
    from ..document import Block, Document
    from .asked import Asked


def build(asked: Asked) -> Document:
    """Tell everything that was declared, with its picture in front."""
    blocks: list[Block] = [block for chapter in CHAPTERS for block in as_blocks(chapter(asked.teller))]
    return asked.document(asked.called, [*_picture(asked), *blocks], asked.words("narrative.subtitle"))


def _picture(asked: Asked) -> list[Block]:
    """Draw the whole, if there is anything to draw; its title stands above it already."""
    if not asked.theory.elements:
        return []
    alt = plain(words_of(alternative_text(asked.teller)))
    return [Figure(asked.draw(hide=("title",)), alt, "picture")]
