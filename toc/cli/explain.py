"""`toc explain`: what a check looks for, what a kind is, what a detail means."""

from __future__ import annotations

import sys

import click

from .options import colour_option


@click.command(
    name="explain",
    short_help="Tell about a check, a kind or a detail.",
    context_settings={"ignore_unknown_options": True},  # an arrow begins like one
)
@click.argument("words", nargs=-1, metavar="[WORD]...")
@colour_option
def command(words: tuple[str, ...], *, colour: str) -> None:
    """Tell about a check, a kind of line or a detail; without a word, list them all.

    The names of the checks stand in brackets behind what toc check says.

    \b
    toc explain unowned-activity     why toc check says this, with an example
    toc explain indicator            what it is, and what may stand below it
    toc explain due                  what it means, and where it may stand
    toc explain '->'                 the arrows
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from .manual import UnknownWordError, about, overview  # noqa: PLC0415  brings all rules
    from .terminal import Row, of_stream  # noqa: PLC0415  wrong use needs no terminal

    try:
        pages = [list(about(word)) for word in words] or [list(overview())]
    except UnknownWordError as trouble:
        raise click.UsageError(str(trouble)) from None
    terminal = of_stream(sys.stdout, colour)
    for place, page in enumerate(pages):
        for row in [Row(), *page] if place else page:
            terminal.say(row)
