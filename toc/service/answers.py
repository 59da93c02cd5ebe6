"""What people type into a form, as lines of a theory.

Nothing typed can become another statement: every answer stands behind a word of the language and its colon, further
lines of it are continuations, and characters that nobody can see are read as spaces. What is read back from the file
is what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.characters import readable
from toc.decoding import of_text
from toc.lines import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator


def cleaned(text: str) -> str:
    """Give an answer as it will be read back: one kind of line end, no invisible characters, no empty ends."""
    plain, _ = readable(of_text(text, ""))
    return "\n".join([line.strip(SPACES) for line in plain.split("\n")]).strip("\n")


def cleaned_line(text: str) -> str:
    """Give an answer that has one line only."""
    return " ".join(cleaned(text).split("\n")).strip(SPACES)


def said(indent: str, head: str, text: str) -> Iterator[str]:
    """Write words behind a head, further lines as continuations one step further in."""
    first, *more = cleaned(text).split("\n")
    yield f"{indent}{head}: {first}".rstrip(SPACES)
    for line in more:
        yield f"{indent}  | {line}".rstrip(SPACES)
