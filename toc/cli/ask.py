"""`toc ask`: the questions that only people can answer, where they make sense, and what a group answered."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from .options import STDIN, colour_option, day, one_named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from toc.asking import Ask, Ground
    from toc.load import Loaded

    from .sheets import Sheet

FORMATS = ("text", "md", "json")
"""The formats of a sheet, as they are named on the command line."""


class Wanted(NamedTuple):
    """Which questions are wanted: everything, one number of the bank, what is about one element, only the next."""

    number: int | None
    at: str | None
    only_next: bool = False


@click.command(name="ask", short_help="Ask what only people can answer.")
@click.argument("files", nargs=-1, metavar="[FILE]")
@click.option("--next", "only_next", is_flag=True, help="Only the next question.")
@click.option("--number", type=click.IntRange(1, 24), help="This question of the bank, wherever it makes sense.")
@click.option("--at", metavar="ID", help="Only what is about this box, pathway or partner.")
@click.option("--answer", metavar="WORDS", help="Write this into the file as the answer to the next of them.")
@click.option(
    "--present", metavar="NAMES", default="", help="Who was there, with commas between; kept with the answer."
)
@click.option("--as-of", "as_of", metavar="DATE", help="The day it is asked, such as 2030-06-15; kept with the answer.")
@click.option("-i", "--interactive", is_flag=True, help="Ask one after the other, and write each answer down at once.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write the questions down.")
@click.option("-o", "--output", metavar="FILE", help="Write them into a file instead.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    only_next: bool,
    number: int | None,
    at: str | None,
    answer: str | None,
    present: str,
    as_of: str | None,
    interactive: bool,
    form: str,
    output: str | None,
    colour: str,
) -> None:
    """Ask the questions about a theory that only people can answer, each where it makes sense.

    Without more, each question of the bank stands on a sheet once, at its weakest place, together with what the group
    has parked itself. An answer is written into the file, below the box it is about, and nothing else there changes;
    it is not asked again there until the words it is about have changed. Nothing is scored.

    \b
    toc ask plan.toc                       a sheet of questions
    toc ask plan.toc --next                one question
    toc ask plan.toc --at clean-air        all that can be asked about one box
    toc ask plan.toc --answer "Yes, …"     the answer to that one question
    toc ask plan.toc --interactive         one after the other
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    file = one_named(files)
    wanted, given = Wanted(number, at, only_next), day(as_of)
    if answer is not None or interactive:
        _keep_answers(file, wanted, None if interactive else answer, given, present, colour)
        return
    from .opening import opened  # noqa: PLC0415  wrong use is told without the parser
    from .sheets import sheet_of  # noqa: PLC0415  the same

    loaded = opened(file)
    asks = wanted_asks(ground_of(loaded, file, given), wanted)
    _show(sheet_of(loaded, file, asks), form, output, colour, read_from=[one.name for one in loaded.sources])


def _keep_answers(file: str, wanted: Wanted, answer: str | None, given: date | None, present: str, colour: str) -> None:
    """Write one answer down; without one, ask for one after the other."""
    from .sheets.writing import Told, answer_one  # noqa: PLC0415  most only read

    told = Told(given, tuple([name.strip() for name in present.split(",")]))
    if answer is not None:
        answer_one(file, wanted, told, answer, colour)
        return
    from .sheets.talk import talk  # noqa: PLC0415  the same

    talk(file, wanted, told, colour)


def ground_of(loaded: Loaded, file: str, given: date | None) -> Ground:
    """Give what questions may look at; today is the day that is given, else that of the last session."""
    from toc.asking import Ground  # noqa: PLC0415  the same
    from toc.logic.dates import last_day  # noqa: PLC0415  the same

    from .sheets.since import changes_since  # noqa: PLC0415  the same

    theory = loaded.theory
    today = given or last_day(tuple([session.id for session in theory.of_kind("session")]))
    return Ground(theory, today, lambda since: "" if file == STDIN else changes_since(file, theory, since))


def wanted_asks(ground: Ground, wanted: Wanted) -> tuple[Ask, ...]:
    """Give the questions that are wanted; raises click.UsageError for a name that the theory has not."""
    from itertools import islice  # noqa: PLC0415  the same

    from toc.asking import asks_of, by_theme, in_rounds, sheet  # noqa: PLC0415  the same

    if wanted.at is not None and wanted.at not in ground.theory.by_id:
        raise click.UsageError(_no_such(wanted.at, ground.theory.by_id))
    if wanted.number is None and wanted.at is None:
        return tuple(islice(in_rounds(ground), 1)) if wanted.only_next else sheet(ground)
    found = asks_of(ground, wanted.number, wanted.at)
    return tuple(islice(found, 1)) if wanted.only_next else by_theme(found)


def _no_such(name: str, known: Iterable[str]) -> str:
    from toc.near import nearest  # noqa: PLC0415  only a wrong name pays for it

    near = nearest(name, known)
    return f"There is no ‘{name}’ on the map.{f' Did you mean ‘{near}’?' if near else ''}"


def _show(sheet: Sheet, form: str, output: str | None, colour: str, *, read_from: list[str]) -> None:
    from .sheets.as_text import rows  # noqa: PLC0415  the same

    if form == "text" and output in (None, STDIN):
        from .terminal import of_stream  # noqa: PLC0415  a file has none

        terminal = of_stream(sys.stdout, colour)
        for row in rows(sheet):
            terminal.say(row)
        return
    from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

    deliver(_document(sheet, form), output or STDIN, read_from=read_from)


def _document(sheet: Sheet, form: str) -> str:
    if form == "json":
        from .sheets.as_json import document  # noqa: PLC0415  one format is written

        return document(sheet)
    if form == "md":
        from .sheets import as_markdown  # noqa: PLC0415  the same

        return as_markdown.document(sheet)
    from .sheets.as_text import rows  # noqa: PLC0415  the same

    return "".join([row.text + "\n" for row in rows(sheet)])
