"""One question after the other: asked, answered, written down, the next.

Each answer is on the disk before the next question comes, so that whoever stops, with whichever key, loses nothing. The
theory is read anew after each answer: others may write in it too.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from toc.asking import Ask, asks_of
from toc.cli.ask import ground_of, wanted_asks
from toc.cli.asking import passing_ctrl_c_on
from toc.cli.opening import opened
from toc.cli.options import STDIN
from toc.cli.terminal import Row, Style, Styled, of_stream, put
from toc.troubles import FileTrouble

from . import sheet_of
from .as_text import NOTHING, one
from .writing import keep

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from toc.cli.ask import Wanted
    from toc.cli.terminal import Terminal
    from toc.load import Loaded

    from .writing import Told

_HOW: Final = "Write the answer on one line. Enter alone leaves a question for later, ? says this again, Ctrl-C ends."
_ASK_FOR_HELP: Final = ("?", "？", "؟")
_LONGEST: Final = 100_000


def talk(file: str, wanted: Wanted, told: Told, colour: str) -> None:
    """Ask until nothing is left, or until somebody stops."""
    if file == STDIN:
        msg = "To answer one question after the other, name a file: the answers come from standard input."
        raise click.UsageError(msg)
    terminal = of_stream(sys.stdout, colour)
    _say_how(terminal)
    later: set[Hashable] = set()
    loaded, asks = _begin(file, wanted, told, later)
    while ask := next(asks, None):
        words = _answer_to(ask, loaded, file, terminal)
        if words is None:
            return
        if words.strip():
            terminal.say(Row((Styled(_kept(loaded, file, ask, words, told), Style.FAINT),), indent=2))
            loaded, asks = _begin(file, wanted, told, later)
        else:
            later.add(_key(ask))
    terminal.say("That was all. What was left for later can be asked again." if later else NOTHING)


def _say_how(terminal: Terminal) -> None:
    terminal.say(Row((Styled(_HOW, Style.FAINT),), indent=2))


def _begin(file: str, wanted: Wanted, told: Told, later: set[Hashable]) -> tuple[Loaded, Iterator[Ask]]:
    loaded = opened(file)
    return loaded, _open(loaded, file, wanted, told, later)


def _open(loaded: Loaded, file: str, wanted: Wanted, told: Told, later: set[Hashable]) -> Iterator[Ask]:
    """Give what is still to be asked; a question that was left for later does not come again."""
    ground = ground_of(loaded, file, told.asked)
    if wanted.at is not None:
        wanted_asks(ground, wanted._replace(only_next=True))
    return (ask for ask in asks_of(ground, wanted.number, wanted.at) if _key(ask) not in later)


def _key(ask: Ask) -> Hashable:
    return ask.question.number, ask.place.about, ask.place.parked


def _answer_to(ask: Ask, loaded: Loaded, file: str, terminal: Terminal) -> str | None:
    """Show a question and wait for a line; None where there will be no more."""
    terminal.say(Row())
    for row in one(sheet_of(loaded, file, (ask,)).asked[0]):
        terminal.say(row)
    while (words := _line(terminal)) is not None and words.strip() in _ASK_FOR_HELP:
        _say_how(terminal)
    return words


def _line(terminal: Terminal) -> str | None:
    with passing_ctrl_c_on():
        put("> ")
        line = sys.stdin.buffer.readline(_LONGEST) if sys.stdin is not None else b""
    if not line:
        terminal.say(Row())
        return None
    return line.decode("utf-8", "replace").rstrip("\r\n")


def _kept(loaded: Loaded, file: str, ask: Ask, words: str, told: Told) -> str:
    """Write an answer down; where the file has changed under the question, once more from how it is now."""
    try:
        return f"Written into {keep(loaded, file, ask, words, told)}."
    except FileTrouble as trouble:
        try:
            anew = opened(file)
            same = [one for one in asks_of(ground_of(anew, file, told.asked)) if _key(one) == _key(ask)]
            if same:
                return f"Written into {keep(anew, file, same[0], words, told)}."
        except FileTrouble:
            pass
        msg = f"{trouble} Your answer was: {words}"
        raise FileTrouble(msg) from None
