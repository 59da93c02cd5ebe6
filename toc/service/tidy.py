"""Tidying: `toc fmt` for a file that is open, as the few edits that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.edit import edits_between
from toc.format import format_text

from .text import source_of

if TYPE_CHECKING:
    from toc.findings import Edit
    from toc.load import Loaded


def tidy(loaded: Loaded, file: str) -> tuple[Edit, ...]:
    """Give the edits that write one file in the canonical way; they leave the rest of the text untouched.

    Raises KeyError for a file that the theory has not.
    """
    source = source_of(loaded, file)
    return edits_between(source.text, format_text(source.text), source.name)
