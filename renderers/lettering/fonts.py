"""Measuring and breaking text, always in the same way on every machine.

`width` and `known` come from the table of widths, `wrap` and `letters` from the rules for line breaks.
"""

from __future__ import annotations

from .glyph_widths import known, unsure, width
from .line_breaks import letters, wrap

__all__ = ["known", "letters", "unsure", "width", "wrap"]
