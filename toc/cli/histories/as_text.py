"""The past of a plan for people at a terminal: who and when in one row, below it what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.cli.differences.as_text import row
from toc.cli.terminal import Row, Style, Styled, clean, columns
from toc.compare.words import on_one_line
from toc.history import News

from . import NOT_YET, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.cli.terminal import Piece
    from toc.history import Entry, Life, Step, Touch

_WIDEST: Final = 30


def rows(entries: Iterable[Entry], life: Life | None) -> Iterator[Row]:
    """Write what happened."""
    entry = None
    if life is not None:
        yield Row((Styled(title(life), Style.STRONG),), 2)
    for number, entry in enumerate(entries):
        if number > 0 or life is not None:
            yield Row()
        yield Row(tuple(_heading(entry.step)), 2)
        yield from [row(told) for told in entry.told]
    if entry is None:
        yield Row((NOTHING,))


def title(life: Life) -> str:
    """Say whose life is told."""
    once = "" if life.asked == life.key[1] else f", once called {life.asked}"
    words = on_one_line(life.element.text)
    return f"The life of the {life.element.kind} ‘{words or life.key[1]}’ ({life.key[1]}{once})"


def _heading(step: Step) -> Iterator[Piece]:
    if step.commit is None:
        yield Styled(NOT_YET, Style.STRONG)
        return
    yield Styled(f"{step.commit.date[:10]}  {step.commit.author}", Style.STRONG)
    yield f"  {step.commit.short}"
    yield Styled(f"  {on_one_line(step.commit.subject)}", Style.FAINT)


def blamed(touches: Sequence[Touch]) -> Iterator[Row]:
    """Write who last touched each element, and how."""
    names = _column([touch.element.id for touch in touches])
    authors = _column([_author(touch.step) for touch in touches])
    for touch, name, author in zip(touches, names, authors, strict=True):
        yield Row((Styled(name, Style.STRONG), f"  {_when(touch.step, author)}"))
        yield from [row(told) for told in touch.told]


def _when(step: Step | None, author: str) -> str:
    """Say when and by whom; where a shallow clone begins, nobody knows."""
    if step is None or step.news is News.CUT:
        return "not known"
    return f"{step.commit.date[:10]}  {author}  {step.commit.short}" if step.commit else NOT_YET


def _author(step: Step | None) -> str:
    return step.commit.author if step and step.commit and step.news is not News.CUT else ""


def _column(texts: Iterable[str]) -> list[str]:
    """Pad texts to the widest of them, as far as it is not too wide."""
    cleaned = [clean(text) for text in texts]
    widths = [columns(text) for text in cleaned]
    wide = min(max(widths, default=0), _WIDEST)
    return [text + " " * (wide - width) for text, width in zip(cleaned, widths, strict=True)]
