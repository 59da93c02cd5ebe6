"""`toc log`: what happened to a plan, or to one box of it, since it began."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from .options import colour_option, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.history import Entry, History, Life

    from .histories import Asked

FORMATS = ("text", "md", "json")
"""The formats of `toc log`, as they are named on the command line."""


@click.command(name="log", short_help="Tell the life of a plan, or of one box of it.")
@click.argument("words", nargs=-1, metavar="[FILE] [ID]")
@click.option("-n", "most", type=click.IntRange(min=1), metavar="N", help="Only the newest N steps.")
@click.option("--since", metavar="DATE", help="Only what was done on this day or later, such as 2026-03-12.")
@click.option("--for", "partner", metavar="ID", help="Only what concerned this partner, and where its part leads.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@colour_option
def command(
    words: tuple[str, ...], *, most: int | None, since: str | None, partner: str | None, form: str, colour: str
) -> None:
    """Tell what happened to a plan since it began, newest first: who did what, when, in the words of the plan.

    With the id of a box, only what happened to it: its words, its arrows, who contributes to it, what is said about
    it. It may be gone by now, or have had other ids, and the file another name. A commit that only moved lines is left
    out, and a change is told once, also where branches were merged.

    \b
    toc log plan.toc               the life of the whole plan
    toc log plan.toc clean-air     the life of one box
    toc log -n 5 plan.toc          the last five steps
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from .histories import asked, looking_back  # noqa: PLC0415  wrong use is told without it

    wanted = asked(words)
    if wanted.element is not None and partner is not None:
        msg = "Name a box, or a partner with --for, but not both."
        raise click.UsageError(msg)
    from_day = day(since)
    with looking_back(wanted.file, from_day.isoformat() if from_day else "") as history:
        told = _told(history, wanted.element, partner)
        entries = told.entries if most is None else _first(most, told.entries)
        _say(wanted, told.life, entries, form, colour)


class _Told(NamedTuple):
    life: Life | None
    entries: Iterator[Entry]


def _told(history: History, element: str | None, partner: str | None) -> _Told:
    from toc.history import entries, entries_for, entries_of, life_of  # noqa: PLC0415  wrong use is told without it

    if partner is not None:
        life = life_of(partner, history)
        if life.element.kind != "partner":
            msg = f"‘{partner}’ is no partner, it is of the kind {life.element.kind}. Without --for, its life is told."
            raise click.UsageError(msg)
        return _Told(life, entries_for(life))
    if element is not None:
        life = life_of(element, history)
        return _Told(life, entries_of(life))
    return _Told(None, entries(history.steps))


def _first(most: int, entries: Iterator[Entry]) -> Iterator[Entry]:
    from itertools import islice  # noqa: PLC0415  few ask for it

    return islice(entries, most)


def _say(wanted: Asked, life: Life | None, entries: Iterator[Entry], form: str, colour: str) -> None:
    if form == "text":
        from .histories.as_text import rows  # noqa: PLC0415  one format is written
        from .terminal import of_stream  # noqa: PLC0415  the same

        terminal = of_stream(sys.stdout, colour)
        for row in rows(entries, life):
            terminal.say(row)
        return
    from .terminal import put  # noqa: PLC0415  the same

    if form == "json":
        from toc.exchange.history_json import write_log  # noqa: PLC0415  the same

        put(write_log(wanted.file, life.key[1] if life else None, entries))
        return
    from .histories.as_markdown import document  # noqa: PLC0415  the same

    put(document(entries, life))
