"""`toc diff`: what changed between two versions of a theory, in words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .options import STDIN, colour_option

if TYPE_CHECKING:
    from toc.compare import Change
    from toc.load import Loaded

    from .differences import Difference

FORMATS = ("text", "md", "json")
"""The formats of `toc diff`, as they are named on the command line."""


@click.command(name="diff", short_help="Say what changed between two versions.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something changed.")
@colour_option
def command(old: str, new: str, *, form: str, output: str | None, exit_code: bool, colour: str) -> int:
    """Say what changed from OLD to NEW, two files, in the words of the theory; - reads standard input.

    Layout, the order of lines and whether a name is written out are no changes.
    """
    from toc.compare import compare  # noqa: PLC0415  wrong use is told without it

    before, after = _both(old, new)
    changes = compare(before.theory, after.theory)
    _say(changes, before, after, (old, new), form, output, colour)
    return int(exit_code and bool(changes))


def _both(old: str, new: str) -> tuple[Loaded, Loaded]:
    from .opening import opened  # noqa: PLC0415  the same

    if old == new == STDIN:
        msg = "Standard input can only be read once. Name a file for one of the two."
        raise click.UsageError(msg)
    return opened(old), opened(new)


def _say(
    changes: tuple[Change, ...],
    old: Loaded,
    new: Loaded,
    called: tuple[str, str],
    form: str,
    output: str | None,
    colour: str,
) -> None:
    from toc.compare.told import tell  # noqa: PLC0415  the same

    from .differences import Difference  # noqa: PLC0415  the same

    told = Difference(*called, tell(changes, old.theory, new.theory))
    if form == "text" and output in (None, STDIN):
        from .differences.as_text import rows  # noqa: PLC0415  one format is written
        from .terminal import of_stream  # noqa: PLC0415

        terminal = of_stream(sys.stdout, colour)
        for row in rows(told):
            terminal.say(row)
        return
    from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

    read_from = [source.name for loaded in (old, new) for source in loaded.sources]
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
