"""The past of a plan as Markdown: a heading for each step, below it what was done, with every text escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.cli.differences.as_markdown import item
from toc.cli.terminal import clean
from toc.render import markdown_text

from . import NOT_YET, NOTHING
from .as_text import title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.history import Entry, Life, Step


def document(entries: Iterable[Entry], life: Life | None) -> str:
    """Write what happened."""
    return "\n".join(_lines(entries, life))


def _lines(entries: Iterable[Entry], life: Life | None) -> Iterator[str]:
    entry = None
    if life is not None:
        yield f"## {markdown_text(title(life))}\n"
    for entry in entries:
        yield f"### {_heading(entry.step)}\n"
        if entry.step.commit and entry.step.commit.subject.strip():
            yield f"{markdown_text(clean(entry.step.commit.subject))}\n"
        yield from [item(told) for told in entry.told]
        yield ""
    if entry is None:
        yield f"{NOTHING}\n"


def _heading(step: Step) -> str:
    if step.commit is None:
        return NOT_YET[0].upper() + NOT_YET[1:]
    return f"{step.commit.date[:10]}, {markdown_text(clean(step.commit.author))} ({step.commit.short})"
