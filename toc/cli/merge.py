"""`toc merge`: two versions of a plan and what both came from become one; or several tables, each with its own plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from toc.troubles import FileTrouble

from .options import STDIN, colour_option

if TYPE_CHECKING:
    from toc.merge import Labels
    from toc.source import Source

    from .terminal import Terminal

CONFLICT = 3
"""The status when a conflict is left, which somebody has to settle."""

_SIDES = 3
_CLEAN, _MOST_CONFLICTS = 0, 127


@click.command(name="merge", short_help="Bring two versions, or several tables, together.")
@click.argument("files", nargs=-1, metavar="BASE OURS THEIRS")
@click.option("--tables", is_flag=True, help="The files are plans of tables that began apart; there is no base.")
@click.option("-o", "--output", metavar="FILE", help="Write the result into a file instead of standard output.")
@click.option("--driver", is_flag=True, help="Write the result over OURS and print its size: for git.")
@click.option("--name", metavar="FILE", help="What OURS is called in messages, where git has it under another name.")
@click.option("--labels", nargs=2, default=("ours", "theirs"), metavar="OURS THEIRS", help="Names beside the marks.")
@click.option("--marker-size", type=click.IntRange(min=1), default=7, metavar="N", help="Length of a mark; usually 7.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    tables: bool,
    output: str | None,
    driver: bool,
    name: str | None,
    labels: tuple[str, str],
    marker_size: int,
    colour: str,
) -> int:
    """Bring together what two people made of one plan, box by box and detail by detail.

    BASE is the version both began with. Exits with 0 when all went together, and with 3 when both changed the same
    detail: then both wordings stand between git's marks, and the rest is merged.

    With --tables, any number of plans that began apart become one text; a name that two of them use is made two, and
    boxes that may be the same are listed. Nothing is merged unasked.
    """
    from .terminal import of_stream  # noqa: PLC0415  wrong use needs no terminal

    _refuse(files, tables=tables, driver=driver, output=output)
    terminal = of_stream(sys.stderr, colour)
    if tables:
        return _lay_together(files, output or STDIN, terminal)
    result = _Result(files[1] if driver else output or STDIN, name, _labels(labels), marker_size, driver=driver)
    return _merge(files, result, terminal)


class _Result(NamedTuple):
    """Where the merged text goes, what it is called there, and how conflicts are marked in it."""

    output: str
    name: str | None
    labels: Labels
    size: int
    driver: bool

    @property
    def called(self) -> str:
        """Give what people call the place of the merged text."""
        return self.name or ("standard output" if self.output == STDIN else self.output)


def _labels(labels: tuple[str, str]) -> Labels:
    from toc.merge import Labels  # noqa: PLC0415  brings the parser

    return Labels(*[" ".join(label.split()) for label in labels])


def _refuse(files: tuple[str, ...], *, tables: bool, driver: bool, output: str | None) -> None:
    if driver and (tables or output):
        msg = "--driver writes over OURS; it goes neither with -o nor with --tables."
        raise click.UsageError(msg)
    if tables and len(files) < _SIDES - 1:
        msg = "Name the plans of at least two tables: toc merge --tables one.toc two.toc"
        raise click.UsageError(msg)
    if not tables and len(files) != _SIDES:
        msg = "Name three files: BASE OURS THEIRS. Plans that have no common base go together with --tables."
        raise click.UsageError(msg)


def _merge(files: tuple[str, ...], result: _Result, terminal: Terminal) -> int:
    from toc.files import read  # noqa: PLC0415  wrong use is told without the parser
    from toc.merge import MARKER_SIZE, Tangled, merge  # noqa: PLC0415  the same

    from .delivery import deliver  # noqa: PLC0415  the same

    try:
        base, ours, theirs = (_typed(read(file)) for file in files)
        merged = merge(base, ours, theirs, labels=result.labels, size=result.size)
    except Tangled as why:
        told: tuple[str, ...] = (str(why),)
        content, left = _line_by_line(files, result)
    else:
        told, content, left = merged.told, merged.text.encode(), len(merged.conflicts)
    deliver(content, result.output)
    if result.driver:
        deliver(f"{len(content)}\n", STDIN)
    # Longer marks are those of a text that git merges only to find out what two histories have in common.
    for sentence in (*told, *_left(left, result.called)) if result.size <= MARKER_SIZE else ():
        terminal.say(sentence)
    return CONFLICT if left else _CLEAN


def _left(conflicts: int, where: str) -> tuple[str, ...]:
    if not conflicts:
        return ()
    many = "One conflict is left" if conflicts == 1 else f"{conflicts} conflicts are left"
    return (f"{many} in {where}: choose between the wordings at the marks <<<<<<<, then delete the marks.",)


def _typed(source: Source) -> str:
    return source.text.replace("\n", source.newline)


def _line_by_line(files: tuple[str, ...], result: _Result) -> tuple[bytes, int]:
    """Let git merge line by line; raises FileTrouble where it cannot either."""
    from toc.git import ask_git  # noqa: PLC0415  hardly ever needed

    base, ours, theirs = files
    labels = ("-L", result.labels.ours, "-L", "base", "-L", result.labels.theirs)
    answer = ask_git(["merge-file", "-p", f"--marker-size={result.size}", *labels, "--", ours, base, theirs])
    if answer.status > _MOST_CONFLICTS:
        msg = f"{ours} and {theirs} cannot be merged line by line either: {answer.complaint.strip()}"
        raise FileTrouble(msg)
    return answer.out, answer.status


def _lay_together(files: tuple[str, ...], output: str, terminal: Terminal) -> int:
    from toc.files import read  # noqa: PLC0415  wrong use is told without the parser
    from toc.merge.tables import together  # noqa: PLC0415  the same

    from .delivery import deliver  # noqa: PLC0415  the same

    laid = together([read(file) for file in files])
    deliver(laid.text, output, read_from=files)
    for sentence in (*laid.renamed, *laid.alike):
        terminal.say(sentence)
    return _CLEAN
