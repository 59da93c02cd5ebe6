"""The pipeline in one place: files → lines → theory.

Only this module knows the order. What people typed never raises here: what cannot be understood becomes a finding. A
main file that cannot be read at all raises `toc.files.FileTrouble`; an included one is a finding on its line.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

from .build import Part, build
from .decoding import of_text
from .files import FileTrouble, read, resolve_include
from .findings import Finding
from .includes import DISK
from .lines import Shape
from .source import Span
from .syntax import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .includes import Folders
    from .lines import Line, Tree
    from .memory import Memory
    from .model import Theory
    from .source import Source

DEEPEST_INCLUDE = 16
NOTHING: Mapping[str, Source] = {}
"""No file is open."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A theory, everything that was noticed while reading it, and the texts that it was read from.

    ``findings`` are those of the reader alone, in reading order; `toc.check.check` adds the rules about the theory
    and decides what the stage of the theory lets them say.
    """

    theory: Theory
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]


def loads(text: str, name: str = "text.toc") -> Loaded:
    """Read a text; an ``include`` in it is a finding, because a text alone has no folder to look in."""
    return of_source(of_text(text, name))


def load(path: str | os.PathLike[str]) -> Loaded:
    """Read a file and all it includes; a ``.json`` file is read as the model that `toc render --to json` wrote.

    Raises `toc.files.FileTrouble`, a sentence, when the file itself cannot be read.
    """
    source = read(path)
    if os.fspath(path).lower().endswith(".json"):
        return Loaded(*import_module("toc.exchange.model_json").read(source.text, source.name))
    return of_source(source, os.fspath(path))


def of_source(
    source: Source,
    path: str | None = None,
    *,
    memory: Memory | None = None,
    opened: Mapping[str, Source] = NOTHING,
    folders: Folders = DISK,
) -> Loaded:
    """Read a source that is at hand; with the path it has on the disk, its includes are followed.

    Who reads the same theory again and again hands in one ``memory``, and gets the same faster. ``opened`` are the
    files that are open in an editor, by their real path (`os.path.realpath`): they are taken from there, not from the
    disk, where they are included. ``folders`` is where the star of an include line looks.
    """
    root = (os.path.dirname(path) or ".") if path is not None else None
    reading = _Reading(root, memory.parse if memory else parse, opened, folders)
    reading.add(source, path or "", ())
    if memory:
        memory.keep_only([one.name for one in reading.sources])
    theory, findings = build(reading.parts, partial=reading.partial)
    return Loaded(theory, _in_reading_order(reading.findings + findings, reading.sources), tuple(reading.sources))


def _in_reading_order(findings: list[Finding], sources: list[Source]) -> tuple[Finding, ...]:
    order = {source.name: place for place, source in enumerate(sources)}
    return tuple(sorted(findings, key=lambda finding: (order.get(finding.span.file, 0), finding.span.start)))


@dataclass(slots=True)
class _Reading:
    """The files read so far. ``root`` is the folder that nothing may lie outside of; None where there is none."""

    root: str | None
    parse: Callable[[Source], Tree]
    opened: Mapping[str, Source]
    folders: Folders
    sources: list[Source] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    partial: bool = False

    def add(self, source: Source, path: str, above: tuple[str, ...]) -> None:
        """Read one source, and at each include line the files it names."""
        here = os.path.realpath(path)
        self.seen.add(here)
        self.sources.append(source)
        tree = self.parse(source)
        self.findings += tree.findings
        waiting: list[Line] = []
        for line in tree.lines:
            if line.shape is Shape.PROPERTY and line.word.text.casefold() == "include":
                self.parts.append(Part(tree.source, tuple(waiting), not above))
                self._include(line, source, path, (*above, here))
                waiting = list(line.children)
            else:
                waiting.append(line)
        self.parts.append(Part(tree.source, tuple(waiting), not above))

    def _include(self, line: Line, source: Source, path: str, above: tuple[str, ...]) -> None:
        pattern = line.text.text if line.text else ""
        try:
            for one in self._found(path, pattern):
                self._follow(one, above)
        except FileTrouble as trouble:
            self.partial = True
            self.findings.append(Finding("include-failed", str(trouble), Span(source.name, line.start, line.end)))

    def _found(self, path: str, pattern: str) -> tuple[str, ...]:
        if self.root is None:
            msg = f"A text alone cannot include ‘{pattern}’; save it as a file, then that is found beside it."
            raise FileTrouble(msg)
        return resolve_include(self.root, path, pattern, self.folders)

    def _follow(self, path: str, above: tuple[str, ...]) -> None:
        here = os.path.realpath(path)
        if here in above:
            msg = f"{os.path.basename(path)} is being read already: these files include each other. Take one out."
            raise FileTrouble(msg)
        if here in self.seen:
            return
        if len(above) > DEEPEST_INCLUDE:
            msg = f"Files include files more than {DEEPEST_INCLUDE} levels deep here; the rest was not read."
            raise FileTrouble(msg)
        self.add(self.opened.get(here) or read(path, root=self.root), path, above)
