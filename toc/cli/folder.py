"""Reports into a folder: all of them, or one for each partner. One that cannot be written stops none of the others."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .options import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .report import Task

    Write = Callable[[Any, str, str, str | None, Task], None]
    """What writes one report: which one, in which format, where, for which partner, from what."""

NEEDS_NOTHING = "html"
"""The format that can always be written; others may need a part that is not installed."""

_NAMED = 3


class Wanted(NamedTuple):
    """One file that is to be written: the report, from what, for which partner, and its name without the ending."""

    report: Any
    task: Task
    partner: str | None
    stem: str


def into_folder(tasks: list[tuple[Any, Task]], folder: str, form: str | None, write: Write) -> None:
    """Write reports into a folder, each in its usual format or the one that is named; one file for each partner.

    What cannot be written in its usual format becomes a page for a browser, and why is said at the end.
    """
    if folder == STDIN:
        msg = "Several files need a folder. Name one, as in -o for-everybody/"
        raise click.UsageError(msg)
    files = tuple(_files(tasks, form))
    if not files:
        msg = f"None of these comes as {form}. To see how each does: toc report --list"
        raise click.UsageError(msg)
    from .terminal import of_stream  # noqa: PLC0415  wrong use is told elsewhere

    terminal = of_stream(sys.stderr)
    instead: dict[str, list[str]] = {}
    for wanted in files:
        place, trouble = _written(wanted, folder, form, write)
        click.echo(place)
        if trouble:
            instead.setdefault(trouble, []).append(os.path.basename(place))
    for trouble, names in instead.items():
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        terminal.say(trouble)
        terminal.say(f"Until then, pages for a browser stand there: {', '.join(names[:_NAMED])}{more}")


def _files(tasks: list[tuple[Any, Task]], form: str | None) -> Iterator[Wanted]:
    """Give what is to be written: for each report one file, or one for each partner; none where it has no such form."""
    from toc.report import stems  # noqa: PLC0415  wrong use needs no reports

    for report, task in tasks:
        partner = task.given.get("partner")
        if form not in (None, *report.formats):
            continue
        each = stems(report.name, task.loaded) if report.for_one else ()
        found = [Wanted(report, task, *one) for one in each if partner in (None, one[0])]
        yield from found or [Wanted(report, task, partner, report.name)]  # whoever makes it names a partner it lacks


def _written(wanted: Wanted, folder: str, form: str | None, write: Write) -> tuple[str, str]:
    """Write one file; give where it is, and what kept it from its usual format."""
    from toc.report import ReportTrouble  # noqa: PLC0415  the same

    def place(to: str) -> str:
        return os.path.join(folder, f"{wanted.stem}.{to}")

    usual = form or wanted.report.formats[0]
    try:
        write(wanted.report, usual, place(usual), wanted.partner, wanted.task)
    except ReportTrouble as trouble:
        if form is not None or usual == NEEDS_NOTHING:
            raise
        write(wanted.report, NEEDS_NOTHING, place(NEEDS_NOTHING), wanted.partner, wanted.task)
        return place(NEEDS_NOTHING), str(trouble)
    return place(usual), ""
