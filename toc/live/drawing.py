"""From the texts of one moment to what is seen: the theory, its picture as lines of SVG, its findings.

Runs in one thread beside the event loop, one thing after the other. The engine that places the boxes may break off,
hang or run out of memory at any moment; then it is asked once more, and where that does not help the picture is
marked as made without it, so that the room can keep the last good one for a while.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from toc.check import survey
from toc.exchange.config import settings_near
from toc.findings import Finding, Severity
from toc.layout_worker import EngineError, EngineTimeoutError, Worker
from toc.load import of_source
from toc.memory import Memory
from toc.render import RenderTrouble, render
from toc.rules.settings import Settings
from toc.source import Span
from toc.troubles import FileTrouble

from .holding import Held, declared_on, hold, settled, troubled_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.load import Loaded
    from toc.render import Engine
    from toc.service.rounds import Round

    from .desk import Reading
    from .look import Look


PATIENCE = 2.0
"""Seconds that the engine may take for a small picture; while somebody types, nobody waits longer."""


class Drawn(NamedTuple):
    """A picture as lines.

    ``note`` says what cannot be shown as it was asked for; ``without_engine`` that the boxes were placed plainly
    because the engine gave no answer.
    """

    lines: tuple[str, ...]
    note: str | None = None
    without_engine: bool = False


class Steadied(NamedTuple):
    """The theory that is drawn. ``held`` are the elements shown as they were, with the file and line of each."""

    loaded: Loaded
    held: Mapping[str, tuple[str, int]] = MappingProxyType({})


class Steady:
    """An engine that asks a second time when the first process broke off, and remembers what went wrong.

    Two around the same engine are equal: a graph that one has an answer to is not laid out for the other again.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.broke: str | None = None
        self.gave_up = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Steady) and other.engine is self.engine

    def __hash__(self) -> int:
        return hash(self.engine)

    def plain(self, dot: str) -> str:
        """Arrange a graph. Raises EngineError where the second try failed too, or the first took too long."""
        try:
            return self.engine.plain(dot)
        except EngineTimeoutError as trouble:
            self.broke, self.gave_up = str(trouble), True
            raise
        except EngineError as trouble:
            self.broke = str(trouble)
        try:
            return self.engine.plain(dot)
        except EngineError:
            self.gave_up = True
            raise


class Drawer:
    """Reads, draws and checks one theory again and again."""

    def __init__(self, path: str, engine: Worker | None = None) -> None:
        self.path = path
        self.worker = engine or Worker(seconds=PATIENCE, spare=True)
        self.memory = Memory()
        self.held: dict[str, Held] = {}

    def read(self, reading: Reading) -> Loaded:
        """Read the theory as it lies open."""
        return of_source(reading.main(self.path), self.path, memory=self.memory, opened=reading)

    def steady(self, loaded: Loaded, reading: Reading, *, at_rest: bool) -> Steadied:
        """Give the theory as it is drawn: where a line is half typed, with what it said before.

        ``at_rest`` says that nobody is typing any more.
        """
        troubled = troubled_lines(loaded)
        for source in loaded.sources:
            file, lines = source.name, troubled.get(source.name, {})
            held = hold(self.held.get(file, Held()), source.text, lines)
            self.held[file] = settled(held, lines) if at_rest else held
        kept = {file: held for file, held in self.held.items() if not held.is_as_typed and file in reading.texts}
        if not kept:
            return Steadied(loaded)
        texts = replace(reading, texts={**reading.texts, **{file: held.text for file, held in kept.items()}})
        shown = of_source(texts.main(self.path), self.path, memory=self.memory, opened=texts)
        places: dict[str, tuple[str, int]] = {}
        for file, held in kept.items():
            places |= {key: (file, line) for key, line in declared_on(shown, file, held.numbers).items()}
        return Steadied(shown, places)

    def draw(self, loaded: Loaded, look: Look) -> tuple[Drawn, str | None]:
        """Draw the theory as a page wants to see it; the second part says what the engine did, where it broke."""
        steady = Steady(self.worker)
        note = None
        try:
            made = render(loaded, "svg", view=look.view, engine=steady, **look.options)
        except RenderTrouble as trouble:
            note = str(trouble)
            made = render(loaded, "svg", engine=steady, **look.options)
        return Drawn(tuple(str(made).split("\n")), note, steady.gave_up), steady.broke

    @property
    def holds_back(self) -> bool:
        """Say whether something is not drawn as it stands."""
        return any(not held.is_as_typed for held in self.held.values())

    def check(self, loaded: Loaded, held_round: Round | None = None) -> tuple[Finding, ...]:
        """Look the theory through, as loud as the room stage is unless the theory names another one.

        In a round its own checks speak as they do after a workshop, as advice: that is what the round is for.
        """
        settings, complaint = self._settings()
        try:
            found = survey(loaded, stage=self._stage(loaded), settings=settings).findings
        except ValueError as trouble:
            found, complaint = survey(loaded, stage="live").findings, str(trouble)
        return (*_as_finding(complaint, loaded), *found, *_of_round(held_round, loaded, found))

    def close(self) -> None:
        """End the engine."""
        self.worker.close()

    def _stage(self, loaded: Loaded) -> str | None:
        return None if any(one.key == "stage" for one in loaded.theory.details) else "live"

    def _settings(self) -> tuple[Settings, str | None]:
        try:
            return settings_near(self.path), None
        except FileTrouble as trouble:
            return Settings(), str(trouble)


def _of_round(held: Round | None, loaded: Loaded, found: Iterable[Finding]) -> list[Finding]:
    """Give what the checks of a round say beyond what was found already."""
    if held is None:
        return []
    said = {(finding.rule, finding.span) for finding in found}
    asked = [finding for finding in survey(loaded, stage="draft").findings if finding.rule in held.rules]
    return [replace(one, severity=Severity.ADVICE) for one in asked if (one.rule, one.span) not in said]


def _as_finding(complaint: str | None, loaded: Loaded) -> Iterable[Finding]:
    if complaint is None or not loaded.sources:
        return ()
    return (Finding("settings", complaint, Span(loaded.sources[0].name, 0, 0), Severity.WARNING),)
