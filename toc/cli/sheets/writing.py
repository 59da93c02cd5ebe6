"""An answer goes into its file: only where nobody else has written there meanwhile, and every other byte stays."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from toc.asking.answering import Answer, AnswerTrouble, write_answer
from toc.cli.ask import ground_of, wanted_asks
from toc.cli.opening import opened
from toc.cli.options import STDIN
from toc.edit import applied, applied_to_bytes
from toc.files import decode, read_bytes, shown, write
from toc.troubles import FileTrouble

if TYPE_CHECKING:
    from datetime import date

    from toc.asking import Ask
    from toc.cli.ask import Wanted
    from toc.findings import Edit
    from toc.load import Loaded


class Told(NamedTuple):
    """What holds for every answer of this run: the day it is asked, and who is there."""

    asked: date | None
    present: tuple[str, ...]


def answer_one(file: str, wanted: Wanted, told: Told, words: str, colour: str) -> None:
    """Answer the next of the wanted questions and say what was answered.

    Raises click.UsageError where no question is open or the answer has no words, FileTrouble where it cannot be kept.
    """
    loaded = opened(file)
    asks = wanted_asks(ground_of(loaded, file, told.asked), wanted._replace(only_next=True))
    if not asks:
        msg = "No such question is open, so nothing was written."
        raise click.UsageError(msg)
    where = keep(loaded, file, asks[0], words, told)
    from toc.cli.terminal import of_stream  # noqa: PLC0415  what cannot be answered needs no terminal

    terminal = of_stream(sys.stderr, colour)
    terminal.say(f"{asks[0].place.asks}")
    terminal.say(f"The answer stands in {where} now.")


def keep(loaded: Loaded, file: str, ask: Ask, words: str, told: Told) -> str:
    """Write an answer into the file it belongs to, and give that file's name."""
    if file.lower().endswith(".json"):
        msg = f"{file} is a model as JSON. Answers are written into theories that are text."
        raise click.UsageError(msg)
    try:
        edits = write_answer(loaded, ask, Answer(words, told.asked, told.present))
    except AnswerTrouble as trouble:
        raise click.UsageError(str(trouble)) from None
    name = edits[0].span.file
    if file == STDIN:
        _to_standard_output(loaded, edits)
        return "standard output"
    _into_file(file if name == shown(file) else name, loaded, edits)
    return name


def _to_standard_output(loaded: Loaded, edits: tuple[Edit, ...]) -> None:
    from toc.cli.terminal import put  # noqa: PLC0415  a file needs no terminal

    source = loaded.sources[0]
    put(applied(source.text, edits).replace("\n", source.newline))


def _into_file(path: str, loaded: Loaded, edits: tuple[Edit, ...]) -> None:
    read = next(source for source in loaded.sources if source.name == edits[0].span.file)
    data = read_bytes(path)
    changed = decode(data, read.name).text != read.text
    after = b"" if changed else applied_to_bytes(data, edits, read.newline)
    if changed or not write(path, after, only_if=lambda: read_bytes(path) == data):
        msg = f"{read.name} was changed by somebody else just now, so the answer was not written. Ask again."
        raise FileTrouble(msg)
