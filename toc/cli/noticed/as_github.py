"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

GitHub keeps ten of each level a step, so errors come first and a plain line says how many it will not show. A command
is one line: line ends are escaped, so no text can start a command of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.cli.terminal import clean
from toc.findings import Severity

from . import elsewhere, one_line, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.findings import Finding
    from toc.source import Source

    from . import Checked

MOST = 10
"""Commands of one level that GitHub shows for each step."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def document(checked: tuple[Checked, ...]) -> str:
    """Write one command a finding, errors first, and the closing line."""
    return "\n".join(_lines(checked)) + "\n"


def _lines(checked: tuple[Checked, ...]) -> Iterator[str]:
    from .as_text import closing_row  # noqa: PLC0415  the frame of the other format is not needed before

    unseen = 0
    for severity, level in _LEVELS.items():
        found = [(finding, one) for one in checked for finding in one.findings if finding.severity is severity]
        yield from [_command(level, finding, one.sources) for finding, one in found]
        unseen += max(len(found) - MOST, 0)
    if unseen:
        yield f"GitHub shows the first {MOST} of each level beside the lines; {unseen} more are in this log."
    yield closing_row(checked).text


def _command(level: str, finding: Finding, sources: Mapping[str, Source]) -> str:
    place = place_of(finding.span, sources)
    properties = {"title": finding.rule}
    if place:
        properties = {"file": place.file, "line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:
            properties |= {"col": str(place.column), "endColumn": str(max(place.end_column - 1, place.column))}
        properties["title"] = finding.rule
    written = ",".join([f"{name}={_property(value)}" for name, value in properties.items()])
    return f"::{level} {written}::{_message(_whole(finding, sources))}"


def _whole(finding: Finding, sources: Mapping[str, Source]) -> str:
    fixes = [f"fix: {one_line(fix.label)}" for fix in finding.fixes]
    also = elsewhere(finding, sources)
    return "\n".join([one_line(finding.message), *([also] if also else []), *fixes])


def _message(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return clean(escaped)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
