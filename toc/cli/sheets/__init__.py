"""Questions written down: a sheet for a terminal, as Markdown to print, as JSON for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.model import LinkRef
from toc.source import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.asking import Ask
    from toc.load import Loaded
    from toc.model import Theory
    from toc.source import Span


class Asked(NamedTuple):
    """A question with the place in the files that it is about; ``line`` is 0 where that is nowhere."""

    ask: Ask
    file: str
    line: int

    @property
    def spot(self) -> str:
        """Give the place as editors take it: ``plan.toc:12``."""
        return f"{self.file}:{self.line}" if self.line else ""


class Sheet(NamedTuple):
    """Questions to write down: ``title`` is what the theory is called, ``file`` its main file."""

    title: str
    file: str
    asked: tuple[Asked, ...]


def sheet_of(loaded: Loaded, file: str, asks: Iterable[Ask]) -> Sheet:
    """Find the lines that some questions are about."""
    texts = {source.name: source for source in loaded.sources}
    asked = []
    for ask in asks:
        span = _span(loaded.theory, ask)
        source = texts.get(span.file)
        asked.append(Asked(ask, span.file, source.position(span.start).line if source else 0))
    title = " ".join(loaded.theory.title.split())
    return Sheet(f"‘{title}’" if title else file, file, tuple(asked))


def _span(theory: Theory, ask: Ask) -> Span:
    about = ask.place.parked or (ask.place.about[0] if ask.place.about else None)
    if about is None:
        return theory.span
    if isinstance(about, LinkRef):
        return next((link.span for link in theory.links if link.ref == about), NOWHERE)
    element = theory.by_id.get(about)
    return element.span if element else NOWHERE
