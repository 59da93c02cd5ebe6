"""Texts with a mark where the cursor stands, and what the service says there, in a form that is easy to compare."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import toc
from toc.edit import applied

if TYPE_CHECKING:
    from toc.load import Loaded

CURSOR = "¦"
FILE = "plan.toc"


def at(text: str) -> tuple[Loaded, str, int]:
    """Read a text without its mark; give it with its name and the place of the mark."""
    written = dedent(text)
    place = written.index(CURSOR)
    return toc.loads(written.replace(CURSOR, ""), FILE), FILE, place


def text_of(loaded: Loaded, file: str = FILE) -> str:
    return next(source.text for source in loaded.sources if source.name == file)


def words_at(loaded: Loaded, span) -> str:
    """Give ``line:words`` for a span, with the name of its file where it is not the usual one."""
    source = next(source for source in loaded.sources if source.name == span.file)
    where = "" if span.file == FILE else f"{span.file.rsplit('/', 1)[-1]}:"
    return f"{where}{source.position(span.start).line}:{source.text[span.start : span.end]}"


def after(loaded: Loaded, edits) -> Loaded:
    """Read the theory again, with the edits in all its files; only for theories of one file without includes."""
    (source,) = loaded.sources
    return toc.loads(applied(source.text, edits), source.name)
