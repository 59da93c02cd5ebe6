"""Questions at the command line: asked one after the other, on a terminal or of whatever is piped in.

Each answer may have several lines, and an empty line goes on to the next question. What is piped in is shown behind
the question it answers, so that both ways read the same.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from toc.troubles import FileTrouble

from .terminal import Row, Style, Styled, is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .terminal import Terminal

    NextLine = Callable[[], str | None]
    """Gives the next line that is answered, or None when there are no more."""

_PROMPT = "> "


def ask_all(questions: Sequence[tuple[str, str]], terminal: Terminal) -> tuple[str, ...]:
    """Ask questions, each with an example of an answer; give the answers, and last what came after all of them.

    Raises FileTrouble where nobody can be asked and nothing is piped in.
    """
    if is_terminal(sys.stdin):
        with _line_editing():
            return (*_asked(questions, terminal, _typed), "")
    lines = _piped()

    def next_line() -> str | None:
        line = next(lines, None)
        terminal.say(_PROMPT + (line or ""))
        return line

    answers = tuple(_asked(questions, terminal, next_line))
    return (*answers, "\n".join(lines))


def _asked(questions: Sequence[tuple[str, str]], terminal: Terminal, next_line: NextLine) -> Iterator[str]:
    opening = "An empty line goes on to the next question. Every answer may stay empty."
    terminal.say(Row((Styled(opening, Style.FAINT),)))
    for number, (asks, example) in enumerate(questions, 1):
        count = f"{number} of {len(questions)}. "
        terminal.say(Row())
        terminal.say(Row((count, Styled(asks, Style.STRONG)), indent=len(count)))
        terminal.say(Row((" " * len(count), Styled(f"Such as: {example}", Style.FAINT)), indent=len(count)))
        yield _answer(next_line)


def _answer(next_line: NextLine) -> str:
    lines: list[str] = []
    while (line := next_line()) is not None and line.strip():
        lines.append(line)
    return "\n".join(lines)


def _typed() -> str | None:
    try:
        return input(_PROMPT)
    except EOFError:
        print()  # noqa: T201  the prompt still stands on its line
        return None


def _piped() -> Iterator[str]:
    from .opening import piped  # noqa: PLC0415  a terminal has no need of it

    if sys.stdin is None:
        msg = "There is nobody to ask. To begin without questions: toc new --template workshop"
        raise FileTrouble(msg)
    return iter(piped().text.split("\n"))


@contextmanager
def _line_editing() -> Iterator[None]:
    """Let people correct what they type; a text that is pasted stays one answer, with its line ends."""
    with suppress(ImportError):
        import readline  # noqa: PLC0415  only a terminal needs it, and some systems lack it

        readline.parse_and_bind("set enable-bracketed-paste on")
        readline.parse_and_bind("tab: self-insert")
    # Whatever comes from the keyboard is kept, also where it is not in the encoding that the terminal claims.
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="backslashreplace")
    with passing_ctrl_c_on():
        yield


@contextmanager
def passing_ctrl_c_on() -> Iterator[None]:
    """Let Ctrl-C be an exception while a line is typed.

    It has to pass through whoever edits the line, because only that one can put the terminal right again; and it ends
    the line on which the prompt stands.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
