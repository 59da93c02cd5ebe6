"""`toc new`: begin a theory, with four questions or from a template."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from toc.troubles import typed

from .options import colour_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.starting import Place

    from .terminal import Terminal

_NEXT = (
    ("toc live {}", "write on, on a page that draws while you type"),
    ("toc check {}", "look for gaps"),
    ("toc render {} -o {}", "draw it"),
)


@click.command(name="new", short_help="Begin a theory, with four questions or from a template.")
@click.argument("place", default=".", metavar="[FOLDER or FILE]")
@click.option("--template", "name", metavar="NAME", help="Ask nothing; begin with this template.")
@click.option("--list", "listed", is_flag=True, help="List the templates.")
@colour_option
def command(*, place: str, name: str | None, listed: bool, colour: str) -> None:
    """Begin a theory of change in this folder, or in another one, which is made if it is not there.

    Four questions are asked; every answer may stay empty, and may also be piped in, with an empty line after each.
    Then there are plan.toc, a README.md that says how to write in it, and a .gitattributes for git. Nothing that is
    there is replaced, and Ctrl-C leaves nothing behind.
    """
    from .terminal import of_stream  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stdout, colour)
    if listed:
        _list(terminal)
        return
    from toc.starting import find_place, put  # noqa: PLC0415  brings the parser

    where = find_place(place)
    text = _from_template(name) if name is not None else _from_answers(where, terminal)
    with _undisturbed():
        told = put(where, text)
    for sentence in told:
        terminal.say(sentence)
    _say_what_next(where, terminal)


def _list(terminal: Terminal) -> None:
    from toc.starting import TEMPLATES, about  # noqa: PLC0415  brings the parser

    from .terminal import Row, Style, Styled  # noqa: PLC0415  wrong use needs no terminal

    width = max([len(name) for name in TEMPLATES]) + 2
    for name in TEMPLATES:
        terminal.say(Row((Styled(f"  {name:<{width}}", Style.STRONG), about(name)), indent=width + 2))
    terminal.say(f"To begin with one of them: toc new --template {TEMPLATES[0]}")


def _from_template(name: str) -> str:
    from toc.starting import UnknownTemplateError, template  # noqa: PLC0415  brings the parser

    try:
        return template(name)
    except UnknownTemplateError as trouble:
        msg = f"{trouble} To see what they are for: toc new --list"
        raise click.UsageError(msg) from None


def _from_answers(where: Place, terminal: Terminal) -> str:
    from toc.starting import QUESTIONS, Answers, plan_of  # noqa: PLC0415  brings the parser
    from toc.troubles import FileTrouble  # noqa: PLC0415  the same

    from .asking import ask_all  # noqa: PLC0415  a template asks nothing

    answers = Answers(*ask_all(QUESTIONS, terminal))
    terminal.say("")
    try:
        return plan_of(where.title, answers)
    except ValueError as trouble:
        raise FileTrouble(str(trouble)) from None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let the few files be written without a Ctrl-C between them; it takes no longer than a blink."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _say_what_next(where: Place, terminal: Terminal) -> None:
    from .terminal import Row, Style, Styled  # noqa: PLC0415  wrong use needs no terminal

    plan = typed(where.path(where.name))
    drawn = typed(os.path.splitext(where.path(where.name))[0] + ".svg")
    lines = [(command.format(plan, drawn), what) for command, what in _NEXT]
    width = max([len(line) for line, _ in lines])
    terminal.say("")
    for line, what in lines:
        terminal.say(Row((Styled(f"  {line:<{width}}", Style.ADVICE), f"  {what}"), indent=width + 4))
