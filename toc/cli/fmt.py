"""`toc fmt`: put a text into its one canonical form, keeping comments, order and every word."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from toc.troubles import typed

from .options import STDIN, colour_option, named_or_only

if TYPE_CHECKING:
    from toc.source import Source

    from .terminal import Terminal


@click.command(name="fmt", short_help="Write a theory the one canonical way.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 when something would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
@click.option(
    "--pin", is_flag=True, help="Write the names that toc made into the text, so that arrows hold when words change."
)
@colour_option
def command(files: tuple[str, ...], *, only_check: bool, diff: bool, pin: bool, colour: str) -> int:
    """Write theories the one canonical way; - reads standard input and writes standard output.

    Comments, order and blank lines stay, and what the theory says does not change.
    """
    from .terminal import of_stream  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stderr, colour)
    texts = [(file, *_formatted(file, pin=pin)) for file in named_or_only(files)]
    changed = [(file, source, after) for file, source, after in texts if after != source.text]
    if diff:
        _show_differences(changed, colour)
    elif not only_check:
        _write_all(texts, terminal)
    if only_check:
        _say_what_would_change(changed, terminal)
    return int(only_check and bool(changed))


def _formatted(file: str, *, pin: bool) -> tuple[Source, str]:
    from toc.files import read  # noqa: PLC0415  wrong use is told without the parser
    from toc.format import format_text, made_ids  # noqa: PLC0415  the same

    from .opening import piped  # noqa: PLC0415  the same

    if file == STDIN:
        source = piped()
        return source, format_text(source.text, pin=pin)
    if file.lower().endswith(".json"):
        msg = f"{file} is a model as JSON. toc fmt tidies theories that are written as text."
        raise click.UsageError(msg)
    source = read(file)
    if not pin:
        return source, format_text(source.text)
    from toc.load import load  # noqa: PLC0415  made ids depend on what is included

    return source, format_text(source.text, pin=True, ids=made_ids(load(file), source.name))


def _write_all(texts: list[tuple[str, Source, str]], terminal: Terminal) -> None:
    """Write what changed; what came from standard input goes to standard output, changed or not."""
    from toc.files import write  # noqa: PLC0415  only here something is written

    from .terminal import put  # noqa: PLC0415

    for file, source, after in texts:
        content = after.replace("\n", source.newline)
        if file == STDIN:
            put(content)
        elif after != source.text:
            write(file, content)
            terminal.say(f"{source.name} is tidy now.")


def _say_what_would_change(changed: list[tuple[str, Source, str]], terminal: Terminal) -> None:
    for file, source, _ in changed:
        terminal.say(f"{source.name} would change. To do it: toc fmt {typed(file)}")


def _show_differences(changed: list[tuple[str, Source, str]], colour: str) -> None:
    from difflib import unified_diff  # noqa: PLC0415  only differences need it

    from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415

    terminal = of_stream(sys.stdout, colour)
    styles = {"+": Style.GOOD, "-": Style.ERROR, "@": Style.ADVICE}
    for _, source, after in changed:
        before = source.text.split("\n")
        for line in unified_diff(before, after.split("\n"), source.name, f"{source.name} (tidy)", lineterm=""):
            style = styles.get(line[:1])
            terminal.say(Row((Styled(line, style) if style else line,)))
