"""`toc check`: read theories, ask every rule, and write down what was noticed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .noticed import FORMATS
from .options import STDIN, colour_option, day, named_or_only

if TYPE_CHECKING:
    from datetime import date

    from .noticed import Checked


@click.command(name="check", short_help="Look for gaps in a theory.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--stage", help="Check as at this stage: live, draft, agreed or running.")
@click.option("--profile", help="Check with this selection of rules: light, room, draft, agreed, running or logframe.")
@click.option("--as-of", "as_of", metavar="DATE", help="The day to compare dates with, such as 2030-06-15.")
@click.option("--whole", is_flag=True, help="Check the plans that the files are parts of; without FILE, all.")
@click.option("--strict", is_flag=True, help="Warnings count as errors for the exit status.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    stage: str | None,
    profile: str | None,
    as_of: str | None,
    whole: bool,
    strict: bool,
    form: str,
    output: str | None,
    colour: str,
) -> int:
    """Look for gaps in a theory of change; - reads standard input.

    The exit status is 0 when nothing is an error, 1 when something is, 2 when a file cannot be read.
    """
    given = day(as_of)
    checked = tuple([_checked(file, stage, profile, given) for file in _asked(files, whole=whole)])
    if form == "text" and output in (None, STDIN):
        _show(checked, colour)
    else:
        from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

        read_from = [name for one in checked for name in one.sources]
        deliver(_document(form, checked, strict=strict), output or STDIN, read_from=read_from)
    return _status(checked, strict=strict)


def _asked(files: tuple[str, ...], *, whole: bool) -> tuple[str, ...]:
    if not whole:
        return named_or_only(files)
    from .whole import whole_plans_of  # noqa: PLC0415  a single plan needs no git

    return whole_plans_of(files)


def _checked(file: str, stage: str | None, profile: str | None, as_of: date | None) -> Checked:
    from toc.check import survey  # noqa: PLC0415  wrong use is told without the parser

    from .noticed import of_survey  # noqa: PLC0415  the same
    from .opening import opened, settings_for  # noqa: PLC0415  the same

    settings = settings_for(file)
    loaded = opened(file)
    try:
        found = survey(loaded, stage=stage, profile=profile, as_of=as_of, settings=settings)
    except ValueError as trouble:
        raise click.UsageError(str(trouble)) from None
    return of_survey(loaded, file, found)


def _status(checked: tuple[Checked, ...], *, strict: bool) -> int:
    from toc.findings import Severity  # noqa: PLC0415  the same

    fail = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return int(any(finding.severity in fail for one in checked for finding in one.findings))


def _show(checked: tuple[Checked, ...], colour: str) -> None:
    from .noticed.as_text import rows  # noqa: PLC0415  the other formats do without it
    from .terminal import of_stream  # noqa: PLC0415

    terminal = of_stream(sys.stdout, colour)
    for row in rows(checked, terminal.width):
        terminal.say(row)


def _document(form: str, checked: tuple[Checked, ...], *, strict: bool) -> str:
    if form == "json":
        from .noticed import as_json  # noqa: PLC0415  one format is written, the others are not even read

        return as_json.document(checked)
    if form == "github":
        from .noticed import as_github  # noqa: PLC0415

        return as_github.document(checked)
    if form == "junit":
        from .noticed import as_junit  # noqa: PLC0415

        return as_junit.document(checked, strict=strict)
    if form == "sarif":
        from .about import version  # noqa: PLC0415
        from .manual import summary  # noqa: PLC0415
        from .noticed import as_sarif  # noqa: PLC0415

        return as_sarif.document(checked, version=version(), about=summary)
    from .noticed.as_text import rows  # noqa: PLC0415

    return "".join([row.text + "\n" for row in rows(checked, None, most=None)])
