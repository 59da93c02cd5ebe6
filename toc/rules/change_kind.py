"""A fix that several rules offer: the same note, but of another kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Edit, Fix
from toc.source import NOWHERE, Span

if TYPE_CHECKING:
    from toc.model import Element


def change_kind(element: Element, kind: str, label: str) -> Fix:
    """Write another kind in front of a note; its span starts with the word for the kind."""
    if element.span == NOWHERE:
        return Fix(label)
    start = element.span.start
    return Fix(label, (Edit(Span(element.span.file, start, start + len(element.kind)), kind),))
