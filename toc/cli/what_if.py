"""`toc what-if`: what no longer holds, or comes late, if a partner leaves, a belief breaks or a date slips."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from .options import STDIN, colour_option, one_named

if TYPE_CHECKING:
    from toc.load import Loaded
    from toc.whatif import WhatIf

FORMATS = ("text", "md", "json", "svg")
"""The formats of an answer, as they are named on the command line."""


@click.command(name="what-if", short_help="Say what falls if somebody leaves or something is not so.")
@click.argument("files", nargs=-1, metavar="[FILE]")
@click.option("--without", multiple=True, metavar="PARTNER", help="This partner is not there.")
@click.option("--broken", multiple=True, metavar="ID", help="This assumption does not hold, or this risk comes true.")
@click.option("--late", multiple=True, nargs=2, metavar="ID DATE", help="This box does not come before that date.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to answer.")
@click.option("--theme", type=click.Choice(["light", "dark", "print"]), default="light", help="Colours of the picture.")
@click.option("--page", metavar="PAGE", help="Fit the picture onto A4, A3, A2 or slide.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    without: tuple[str, ...],
    broken: tuple[str, ...],
    late: tuple[tuple[str, str], ...],
    form: str,
    theme: str,
    page: str | None,
    output: str | None,
    colour: str,
) -> None:
    """Say which results no longer hold, or come late, and why; - reads standard input.

    Each can be said several times, and all of them together. --broken also takes a condition or an input that is not
    there. Whether a result holds is decided by what it needs: all of its causes, any, or a number.

    \b
    toc what-if plan.toc --without council
    toc what-if plan.toc --broken marshals --late bus-tender 2031
    toc what-if plan.toc --without council --format svg -o without-council.svg
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    if not (without or broken or late):
        msg = "What if what? Say --without PARTNER, --broken ASSUMPTION or --late BOX DATE."
        raise click.UsageError(msg)
    file = one_named(files)
    from .opening import opened  # noqa: PLC0415  wrong use is told without the parser

    loaded = opened(file)
    _say_what_was_not_read(loaded, colour)
    answer = _answer(loaded, without, broken, late)
    if form == "text" and output in (None, STDIN):
        _say(answer, colour)
        return
    from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

    document = _document(form, answer, theme, page)
    deliver(document, output or STDIN, read_from=(file, *[source.name for source in loaded.sources]))


def _answer(
    loaded: Loaded, without: tuple[str, ...], broken: tuple[str, ...], late: tuple[tuple[str, str], ...]
) -> WhatIf:
    from toc.whatif import Supposed, WhatIfTrouble, suppose  # noqa: PLC0415  as above

    try:
        return suppose(loaded.theory, Supposed(without, broken, late))
    except WhatIfTrouble as trouble:
        raise click.UsageError(str(trouble)) from None


def _say(answer: WhatIf, colour: str) -> None:
    from .suppositions.as_text import rows  # noqa: PLC0415  one format is written
    from .terminal import of_stream  # noqa: PLC0415  a file has none

    terminal = of_stream(sys.stdout, colour)
    for row in rows(answer):
        terminal.say(row)


def _say_what_was_not_read(loaded: Loaded, colour: str) -> None:
    """Warn that a part is missing: what cannot be read cannot hold anything up either."""
    for finding in loaded.findings:
        if finding.rule == "include-failed":
            from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  this is rare

            told = f"A part of the plan was not read. {finding.message}"
            of_stream(sys.stderr, colour).say(Row((Styled("warning: ", Style.WARNING), told), 2))


def _document(form: str, answer: WhatIf, theme: str, page: str | None) -> str:
    if form == "json":
        from .suppositions.as_json import document  # noqa: PLC0415  one format is written

        return document(answer)
    if form == "md":
        from .suppositions import as_markdown  # noqa: PLC0415  the same

        return as_markdown.document(answer)
    if form == "svg":
        return _picture(answer, theme, page)
    from .suppositions.as_text import rows  # noqa: PLC0415  the same

    return "".join([row.text + "\n" for row in rows(answer)])


def _picture(answer: WhatIf, theme: str, page: str | None) -> str:
    """Draw the whole map: what falls and what comes late stands out, the rest is quiet."""
    from toc.render import RenderTrouble, render  # noqa: PLC0415  the same
    from toc.whatif import HIDDEN, marked  # noqa: PLC0415  the same

    shown = marked(answer)
    options: dict[str, Any] = {"theme": theme, "hide": HIDDEN, **({"page": page} if page else {})}
    try:
        return str(render(shown.theory, "svg", changes=shown.marks, **options))
    except RenderTrouble as trouble:
        raise click.ClickException(str(trouble)) from None
