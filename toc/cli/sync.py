"""`toc sync`: keep the parts of a Markdown document that come from a plan up to date."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from toc.troubles import typed

from .options import STDIN, colour_option

if TYPE_CHECKING:
    from toc.sync import Synced

    from .terminal import Terminal


@click.command(name="sync", short_help="Keep pictures and reports inside a document up to date.")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when something would change.")
@click.option("--force", is_flag=True, help="Also where somebody wrote by hand; the old words are kept beside.")
@colour_option
def command(files: tuple[str, ...], *, only_check: bool, force: bool, colour: str) -> int:
    """Write anew what stands between two markers in a Markdown document, and nothing else.

    \b
    <!-- toc:begin plan.toc -->                                 the picture
    <!-- toc:begin plan.toc show=story partner=council -->      or picture, findings
    <!-- toc:begin plans/plan.toc report=matrix lang=fr -->     any report of toc report --list
    <!-- toc:end -->
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    if not files or STDIN in files:
        msg = "Which document? Name it, as in toc sync report.md."
        raise click.UsageError(msg)
    if only_check and force:
        msg = "--check changes nothing, and --force changes more. Choose one."
        raise click.UsageError(msg)
    from toc.render import start_engine, stop_engine  # noqa: PLC0415  wrong use needs no reports
    from toc.sync import Plans, settle, synced  # noqa: PLC0415  the same

    from .terminal import of_stream  # noqa: PLC0415  the same

    terminal, engine = of_stream(sys.stderr, colour), start_engine("embedded")
    try:
        plans = Plans(engine)
        documents = [synced(file, plans, force=force) for file in dict.fromkeys(files)]
        for document in documents:
            if not only_check:
                settle(document)
            _tell(document, terminal, only_check=only_check)
    finally:
        stop_engine(engine)
    if not any(document.blocks or document.told for document in documents):
        terminal.say("No block found. One begins with <!-- toc:begin plan.toc --> and ends with <!-- toc:end -->.")
    return int(any(told.sort != "new" or only_check for document in documents for told in document.told))


def _tell(document: Synced, terminal: Terminal, *, only_check: bool) -> None:
    said = f"would change. To do it: toc sync {typed(document.path)}" if only_check else "is up to date now."
    for told in document.told:
        sentence = f"‘{told.sentence}’ {said}" if told.sort == "new" else told.sentence
        terminal.say(f"{document.path}:{told.line if only_check else told.later}: {sentence}")
    if not only_check:
        for path, _ in document.kept:
            terminal.say(f"What was overwritten is kept in {path}.")
