"""`toc diff`: what changed between two versions of a theory, in words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .options import STDIN, colour_option

if TYPE_CHECKING:
    from toc.compare import Change

    from .differences import Difference
    from .versions import Version

FORMATS = ("text", "md", "json")
"""The formats of `toc diff`, as they are named on the command line."""


@click.command(name="diff", short_help="Say what changed between two versions.")
@click.argument("words", nargs=-1, metavar="[OLD NEW | [REV[..REV]] FILE]")
@click.option("--staged", "--cached", "staged", is_flag=True, help="The newer version is what is staged in git.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something changed.")
@colour_option
def command(
    words: tuple[str, ...], *, staged: bool, form: str, output: str | None, exit_code: bool, colour: str
) -> int:
    """Say what changed between two versions of a theory, in its own words; - reads standard input.

    Layout, the order of lines and whether a name is written out are no changes. With one file, git is asked for
    the older version, and what the file includes is read as it was then.

    \b
    toc diff spring.toc autumn.toc     from one file to another
    toc diff plan.toc                  what is not staged yet
    toc diff --staged plan.toc         what is staged for the next commit
    toc diff HEAD~3 plan.toc           since three commits ago
    toc diff main..autumn plan.toc     between two branches
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from toc.compare import compare  # noqa: PLC0415  wrong use is told without it

    from .versions import two_versions  # noqa: PLC0415  the same

    old, new = two_versions(words, staged=staged)
    _say_what_was_not_read((old, new), colour)
    changes = compare(old.loaded.theory, new.loaded.theory)
    _say(changes, old, new, form, output, colour)
    return int(exit_code and bool(changes))


def _say_what_was_not_read(versions: tuple[Version, ...], colour: str) -> None:
    """Warn that a part is missing: what an include line names and nobody can read would look like gone."""
    for version in versions:
        for finding in version.loaded.findings:
            if finding.rule == "include-failed":
                from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  this is rare

                told = f"{version.called} is not whole. {finding.message}"
                of_stream(sys.stderr, colour).say(Row((Styled("warning: ", Style.WARNING), told), 2))


def _say(changes: tuple[Change, ...], old: Version, new: Version, form: str, output: str | None, colour: str) -> None:
    from toc.compare.told import tell  # noqa: PLC0415  the same

    from .differences import Difference  # noqa: PLC0415  the same

    told = Difference(old.called, new.called, tell(changes, old.loaded.theory, new.loaded.theory))
    if form == "text" and output in (None, STDIN):
        from .differences.as_text import rows  # noqa: PLC0415  one format is written
        from .terminal import of_stream  # noqa: PLC0415

        terminal = of_stream(sys.stdout, colour)
        for row in rows(told):
            terminal.say(row)
        return
    from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

    read_from = [source.name for version in (old, new) for source in version.loaded.sources]
    deliver(_document(form, changes, told), output or STDIN, read_from=read_from)


def _document(form: str, changes: tuple[Change, ...], told: Difference) -> str:
    if form == "json":
        from toc.exchange.changes_json import write  # noqa: PLC0415  one format is written

        return write(changes)
    if form == "md":
        from .differences.as_markdown import document  # noqa: PLC0415  the same

        return document(told)
    from .differences.as_text import rows  # noqa: PLC0415  the same

    return "".join([row.text + "\n" for row in rows(told)])
