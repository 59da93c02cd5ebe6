"""The past of a plan from the command line: which file and which box are meant, and who did what when."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import click

from toc.cli.options import STDIN, named_or_only

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.history import History, Step

NOT_YET = "not committed yet"
"""What stands in place of author and date."""

NOTHING = "Nothing was done in this time."
"""What is said where there is nothing to tell."""

_MOST = 2


class Asked(NamedTuple):
    """The file, and the id of one element of it or nothing."""

    file: str
    element: str | None


def asked(words: tuple[str, ...]) -> Asked:
    """Read ``[FILE] [ID]``; the only plan of a folder need not be named.

    Raises click.UsageError for more words, and where it is not plain which file is meant.
    """
    from toc.cli.versions import is_file  # noqa: PLC0415  wrong use is told without it

    if len(words) > _MOST:
        msg = "Name a file and one box of it: toc log plan.toc clean-air"
        raise click.UsageError(msg)
    if words[:1] == (STDIN,):
        msg = "git knows nothing about standard input. Name a file."
        raise click.UsageError(msg)
    if len(words) == _MOST:
        return Asked(*words)
    named = [word for word in words if is_file(word)]
    return Asked(named_or_only(tuple(named))[0], None if named or not words else words[0])


@contextmanager
def looking_back(file: str, since: str = "") -> Iterator[History]:
    """Open the past of a file; raises FileTrouble where there is none."""
    from functools import partial  # noqa: PLC0415  wrong use is told without it

    from toc.cli.opening import opened  # noqa: PLC0415  the same
    from toc.cli.versions import loaded_at  # noqa: PLC0415  the same
    from toc.history import history_of  # noqa: PLC0415  the same
    from toc.memory import Memory  # noqa: PLC0415  the same

    with history_of(file, partial(loaded_at, memory=Memory()), partial(opened, file), since=since) as history:
        yield history


def telling_gaps(steps: Iterable[Step], colour: str) -> Iterator[Step]:
    """Pass steps on, and warn about those that cannot be read."""
    from toc.history import News  # noqa: PLC0415  wrong use is told without it

    for step in steps:
        if step.news is News.UNREADABLE:
            from toc.cli.terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  this is rare

            told = f"The version {named(step)} cannot be read, and is left out. {' '.join(step.notes)}"
            of_stream(sys.stderr, colour).say(Row((Styled("warning: ", Style.WARNING), told), 2))
        yield step


def named(step: Step) -> str:
    """Name a version by its short revision and its date."""
    return f"{step.commit.short} of {step.commit.date[:10]}" if step.commit else f"that is {NOT_YET}"
