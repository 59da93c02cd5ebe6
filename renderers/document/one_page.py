"""What is meant to be one page of paper, in Word: smaller words, closer together, as HTML prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .word_parts import Word

_CLOSE: Final = {
    "Title": (15, 0, 2), "Subtitle": (9, 0, 2), "Heading 1": (10.5, 6, 2), "Heading 2": (9.5, 4, 1),
    "Normal": (9, 0, 2), "Quote": (10.5, 0, 2), "List Bullet": (9, 0, 1), "List Number": (9, 0, 1),
    "Caption": (8, 0, 0),
}  # fmt: skip
"""Of each style the size of its words, and what is free above and below them, in points."""


def set_close(paper: Any, parts: Word) -> None:
    """Make the styles of a document small and close."""
    for name, (size, above, below) in _CLOSE.items():
        style = paper.styles[name]
        parts.size(style, size)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = parts.shared.Pt(above), parts.shared.Pt(below)
        spacing.line_spacing = 1.0
