"""A change that several fixes make: other words for the same note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Edit
from toc.source import NOWHERE, Span

if TYPE_CHECKING:
    from toc.model import Element


def reworded(element: Element, text: str) -> tuple[Edit, ...]:
    """Write other words for a note, whose span ends with them; a made name stays what it was."""
    file, start, end = element.span.file, element.span.start + len(element.kind), element.span.end
    if "\n" in element.text or element.span == NOWHERE:
        return ()
    words = Edit(Span(file, end - len(element.text), end), text)
    return (words,) if element.pinned else (Edit(Span(file, start, start), f" {element.id}"), words)
