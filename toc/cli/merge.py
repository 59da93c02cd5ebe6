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
@click.option("--labels", nargs=2, default=("ours", "theirs"), metavar="OURS THEIRS", help="Names beside the marks.")
@click.option("--marker-size", type=click.IntRange(min=1), default=7, metavar="N", help="Length of a mark; usually 7.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    tables: bool,
    output: str | None,
    driver: bool,
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
    marks = _marks(labels, marker_size)
    return _merge(files, files[1] if driver else output or STDIN, marks, terminal, driver=driver)


class _Marks(NamedTuple):
    labels: Labels
    size: int


def _marks(labels: tuple[str, str], size: int) -> _Marks:
    from toc.merge import Labels  # noqa: PLC0415  brings the parser

    return _Marks(Labels(*[" ".join(label.split()) for label in labels]), size)


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


def _merge(files: tuple[str, ...], output: str, marks: _Marks, terminal: Terminal, *, driver: bool) -> int:
    from toc.files import read  # noqa: PLC0415  wrong use is told without the parser
    from toc.merge import Tangled, merge  # noqa: PLC0415  the same

    from .delivery import deliver  # noqa: PLC0415  the same

    try:
        base, ours, theirs = (_typed(read(file)) for file in files)
        merged = merge(base, ours, theirs, labels=marks.labels, size=marks.size)
    except Tangled as why:
        terminal.say(str(why))
        content, left = _line_by_line(files, marks)
    else:
        content, left = merged.text.encode(), len(merged.conflicts)
        for sentence in merged.told:
            terminal.say(sentence)
    deliver(content, output)
    if driver:
        deliver(f"{len(content)}\n", STDIN)
    if left:
        # git hands over a copy under a name of its own, and names the plan itself.
        where = "the plan" if driver else "standard output" if output == STDIN else output
        many = "One conflict is left" if left == 1 else f"{left} conflicts are left"
        terminal.say(f"{many} in {where}: choose between the wordings at the marks <<<<<<<, then delete the marks.")
    return CONFLICT if left else _CLEAN


def _typed(source: Source) -> str:
    return source.text.replace("\n", source.newline)


def _line_by_line(files: tuple[str, ...], marks: _Marks) -> tuple[bytes, int]:
    """Let git merge line by line; raises FileTrouble where it cannot either."""
    from toc.git import ask_git  # noqa: PLC0415  hardly ever needed

    base, ours, theirs = files
    labels = ("-L", marks.labels.ours, "-L", "base", "-L", marks.labels.theirs)
    answer = ask_git(["merge-file", "-p", f"--marker-size={marks.size}", *labels, "--", ours, base, theirs])
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
