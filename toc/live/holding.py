"""Keeps the picture still while a line is half typed: it is drawn as it last made sense.

Somebody who types ‘activity’ over ‘outcome’ passes through seven lines that mean nothing. What the line said before
stays in the picture until it says something again. A line that says something, but about a name that nobody knows
(yet), or that became a note, is given that patience only while it is the one being typed.

Lines are numbered from 0 here, and paired by where they stand: what is the same at both ends of the text is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.load import Loaded

BROKEN = frozenset({"missing-colon", "unfinished-line", "unknown-kind", "unknown-key", "misplaced-line"})
"""What the reader says about a line that means nothing yet."""

SOFT = frozenset({"parked-note", "unknown-name", "partner-by-name"})
"""What it says about a line that may well stay as it is."""


class Held(NamedTuple):
    """One text: its lines as they are, and as they are drawn; ``None`` where that is the same.

    ``senseless`` are the lines that had a trouble and nothing to be drawn instead.
    """

    lines: tuple[str, ...] = ()
    drawn: tuple[str | None, ...] = ()
    senseless: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """Give the text to draw."""
        return "\n".join([line if put is None else put for line, put in zip(self.lines, self.drawn, strict=True)])

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the lines that are drawn as they were before."""
        return tuple([number for number, put in enumerate(self.drawn) if put])

    @property
    def is_as_typed(self) -> bool:
        """Say whether everything is drawn as it stands."""
        return all(put is None for put in self.drawn)


def hold(before: Held, text: str, troubled: Mapping[int, str]) -> Held:
    """Decide what is drawn for each line of a text; ``troubled`` names the reader's rule for lines that have one."""
    lines = tuple(text.split("\n"))
    if not before.lines:
        return Held(lines, (None,) * len(lines), frozenset(troubled))
    head, tail = _same_ends(before.lines, lines)
    typed = range(head, len(lines) - tail)
    paired = len(before.lines) == len(lines)
    drawn: list[str | None] = [None] * len(lines)
    for number, rule in troubled.items():
        if number >= len(lines):
            continue
        if number in typed:
            old = number if paired else None
            drawn[number] = _while_typed(before, old, lines[number], rule)
        elif rule in BROKEN:
            drawn[number] = before.drawn[number if number < head else number - len(lines) + len(before.lines)]
    return Held(lines, tuple(drawn), frozenset([number for number in troubled if not drawn[number]]))


def settled(held: Held, troubled: Mapping[int, str]) -> Held:
    """Draw what nobody types any more as it stands, but for lines that mean nothing."""
    kept = [put if troubled.get(number) in BROKEN and put else None for number, put in enumerate(held.drawn)]
    return held._replace(drawn=tuple(kept))


def troubled_lines(loaded: Loaded) -> dict[str, dict[int, str]]:
    """Find the lines of each file that the reader could make nothing, or not everything, of."""
    found: dict[str, dict[int, str]] = {}
    sources = {source.name: source for source in loaded.sources}
    for finding in loaded.findings:
        if finding.rule in BROKEN or finding.rule in SOFT:
            number = sources[finding.span.file].position(finding.span.start).line - 1
            found.setdefault(finding.span.file, {}).setdefault(number, finding.rule)
    return found


def declared_on(loaded: Loaded, file: str, numbers: Iterable[int]) -> dict[str, int]:
    """Find the elements that these lines of a file declare: their ids, with the line of each."""
    wanted = frozenset(numbers)
    source = next((source for source in loaded.sources if source.name == file), None)
    if source is None or not wanted:
        return {}
    lines = {
        one.id: source.position(one.span.start).line - 1 for one in loaded.theory.elements if one.span.file == file
    }
    return {key: line for key, line in lines.items() if line in wanted}


def _while_typed(before: Held, old: int | None, line: str, rule: str) -> str | None:
    """Say how a line is drawn that is being typed: as it was before, or not at all while it names nobody.

    A name that grows may have been somebody else's on the way: ‘p’ of ‘prose’.
    """
    unknown = rule == "unknown-name"
    if old is not None:
        put = before.drawn[old]
        was = put or ("" if old in before.senseless else before.lines[old])
        if was.strip() and not (unknown and put is None and line.startswith(was)):
            return was
    return "" if unknown else None


def _same_ends(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[int, int]:
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    return head, tail
