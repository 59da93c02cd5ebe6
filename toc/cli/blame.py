"""`toc blame`: who last touched each box of a plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from toc.troubles import FileTrouble, typed

from .options import colour_option

if TYPE_CHECKING:
    from toc.history import History, Touch

FORMATS = ("text", "json")
"""The formats of `toc blame`, as they are named on the command line."""


@click.command(name="blame", short_help="Say who last touched each box.")
@click.argument("words", nargs=-1, metavar="[FILE] [ID]")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@colour_option
def command(words: tuple[str, ...], *, form: str, colour: str) -> None:
    """Say for each box who touched it last, when, and what they did; with an id, for that one.

    To touch a box is to change its words or details, its arrows to others, or what partners contribute to it. Lines
    that only moved, or were tidied up, count for nothing.
    """
    from .histories import asked, looking_back  # noqa: PLC0415  wrong use is told without it

    wanted = asked(words)
    with looking_back(wanted.file) as history:
        touches = _touches(history, wanted.file, wanted.element, colour)
    if form == "json":
        from toc.exchange.history_json import write_blame  # noqa: PLC0415  one format is written

        from .terminal import put  # noqa: PLC0415  the same

        put(write_blame(wanted.file, touches))
        return
    from .histories.as_text import blamed  # noqa: PLC0415  the same
    from .terminal import of_stream  # noqa: PLC0415  the same

    terminal = of_stream(sys.stdout, colour)
    for row in blamed(touches):
        terminal.say(row)


def _touches(history: History, file: str, name: str | None, colour: str) -> tuple[Touch, ...]:
    from toc.history import blame, life_of  # noqa: PLC0415  wrong use is told without it

    from .histories import telling_gaps  # noqa: PLC0415  the same

    elements = history.newest.elements
    if name is not None:
        life = life_of(name, history)
        if history.newest.get(life.key[1]) is None:
            msg = f"‘{name}’ is not in {file} any more. To read what became of it: toc log {typed(file)} {name}"
            raise FileTrouble(msg)
        return blame([life.element], telling_gaps(life.steps, colour))
    if not elements:
        msg = f"There is no box in {file} now. To read what happened to it: toc log {typed(file)}"
        raise FileTrouble(msg)
    return blame(elements, telling_gaps(history.steps, colour))
