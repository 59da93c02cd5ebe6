"""What several commands share: which file is meant, colour, and a date from the command line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

STDIN = "-"
"""What stands for standard input, and for standard output."""

_LISTED = 5


def colour_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--color`` to a command."""
    return click.option(
        "--color",
        "--colour",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour: on a terminal (auto), always or never. NO_COLOR is respected.",
    )(command)


def theories_here() -> tuple[str, ...]:
    """Give the .toc files of this folder, in code-point order."""
    with os.scandir() as entries:
        found = [entry.name for entry in entries if entry.name.lower().endswith(".toc") and entry.is_file()]
        return tuple(sorted(found))


def named_or_only(files: tuple[str, ...]) -> tuple[str, ...]:
    """Give the files that were named, or else the only .toc file of this folder.

    Raises click.UsageError where nothing was named and there is not exactly one.
    """
    if files:
        return files
    here = theories_here()
    if len(here) == 1:
        return here
    if not here:
        msg = "Which file? There is no .toc file in this folder."
        raise click.UsageError(msg)
    more = ", …" if len(here) > _LISTED else ""
    msg = f"Which file? In this folder there are {', '.join(here[:_LISTED])}{more}"
    raise click.UsageError(msg)


def one_named(files: tuple[str, ...]) -> str:
    """Give the file that was named, or else the only .toc file of this folder; raises click.UsageError for more."""
    found = named_or_only(files)
    if len(found) > 1:
        msg = "Name one file. What several files say together comes from include lines in one of them."
        raise click.UsageError(msg)
    return found[0]


def day(written: str | None) -> date | None:
    """Read a date such as 2030-06-15; raises click.UsageError for anything else."""
    if written is None:
        return None
    from datetime import date  # noqa: PLC0415  only a few commands know dates

    try:
        return date.fromisoformat(written)
    except ValueError:
        msg = f"‘{written}’ is no date. Write year, month and day, such as 2030-06-15."
        raise click.UsageError(msg) from None
