"""The command `toc`: its subcommands by name, and what happens when one of them cannot go on.

Whatever goes wrong ends in one sentence on standard error and a status, never in a traceback; with TOC_DEBUG set in the
environment, faults of the program show theirs.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

import click

from toc.troubles import FileTrouble, typed

from .terminal import Row, Style, Styled, hush, of_stream

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "new", "check", "ask", "what-if", "render", "report", "sync", "live", "fmt", "diff", "log", "blame", "review",
    "merge", "git-setup", "doctor", "explain", "schema",
)  # fmt: skip
"""The subcommands in the order of the help; each has the file of its name."""

CANNOT = 2
"""The status for wrong use, and for a file that cannot be read or written."""


class _Commands(click.Group):
    """Subcommands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click hands it over
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f".{cmd_name.replace('-', '_')}", __package__).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            raise click.UsageError(_no_such_command(args[0]), ctx)
        return super().resolve_command(ctx, args)


def _no_such_command(word: str) -> str:
    from toc.near import nearest  # noqa: PLC0415  only a wrong word pays for it

    if word.endswith(".toc"):
        return f"What shall be done with {word}? To look for gaps: toc check {typed(word)}"
    near = nearest(word, COMMANDS)
    meant = f"Did you mean toc {near}?" if near else f"There are {', '.join(COMMANDS)}."
    return f"There is no command ‘{word}’. {meant}"


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--version", is_flag=True, help="Say which version this is.")
@click.pass_context
def toc(context: click.Context, /, *, version: bool) -> int | None:
    """Theories of change as plain text: checked, drawn and told as a story.

    Without a command, say how the plan in this folder is doing and what could come next.

    In the helps, an ID is the short name of a box or partner in a plan: the word before its colon.
    """
    if version:
        from .status import say_version  # noqa: PLC0415

        say_version()
        context.exit(0)
    if context.invoked_subcommand is None:
        from .status import say_status  # noqa: PLC0415

        say_status()
        context.exit(0)
    return None


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its status; nothing but a wish to end the process gets out."""
    status = _run(arguments)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                hush(stream)
    return status


def _run(arguments: Sequence[str]) -> int:
    try:
        status = toc.main(list(arguments), prog_name="toc", standalone_mode=False)
    except click.exceptions.Abort:
        return 130
    except click.UsageError as trouble:
        return _misused(trouble, arguments)
    except click.ClickException as trouble:
        return _give_up(trouble.format_message())
    except FileTrouble as trouble:
        return _give_up(str(trouble))
    except Exception as fault:
        if os.environ.get("TOC_DEBUG"):
            raise
        return _give_up(_apology(fault))
    return status if isinstance(status, int) else 0


def _misused(trouble: click.UsageError, arguments: Sequence[str]) -> int:
    from .wrong_use import told  # noqa: PLC0415  only wrong use pays for it

    command: click.Command | None
    if trouble.ctx is not None:
        command, path = trouble.ctx.command, trouble.ctx.command_path
    else:  # an option with nothing behind it, of a command that has only been named
        named = next((word for word in arguments if word in COMMANDS), None)
        command = toc.get_command(click.Context(toc), named) if named else toc
        path = f"toc {named}" if named else "toc"
    return _give_up(told(trouble, path, command or toc), path)


def _give_up(sentence: str, path: str = "") -> int:
    with suppress(FileTrouble):
        terminal = of_stream(sys.stderr)
        terminal.say(Row((Styled("toc: ", Style.ERROR), " ".join(sentence.split("\n"))), indent=5))
        if path:
            terminal.say(Row((Styled(f"     More about it: {path} --help", Style.FAINT),)))
    return CANNOT


def _apology(fault: Exception) -> str:
    if isinstance(fault, MemoryError):
        return "There is not enough memory for this."
    return (
        f"This is a fault in toc, not in your text. Please report it with this line: {type(fault).__name__}: {fault}. "
        "Setting TOC_DEBUG=1 shows where it happened."
    )
