"""From files to the whole plans that they are parts of, as a commit or a check of a repository needs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from .options import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_REPOSITORY = "--whole looks for plans in a repository of git, and this folder is in none. Name the whole plan."


def whole_plans_of(files: tuple[str, ...]) -> tuple[str, ...]:
    """Give the whole plans that files are parts of, as paths from this folder; with no file, all of the repository.

    A file that lies in no plan of this repository stays as it is. Raises click.UsageError for standard input, and
    where there is no repository.
    """
    from toc.git import GitTrouble, files_now  # noqa: PLC0415  a single plan needs no git
    from toc.plans import name_of, now, path_of, those_with, whole_plans  # noqa: PLC0415  the same

    if STDIN in files:
        msg = "Standard input is a part of nothing. Name a file, or leave --whole out."
        raise click.UsageError(msg)
    try:
        listed = files_now()
    except GitTrouble:
        raise click.UsageError(_NO_REPOSITORY) from None
    plans = whole_plans(now(listed.top, listed.names))
    if files:
        asked = {name_of(listed.top, file): file for file in files}
        plans = those_with(plans, asked)
        covered = {part for plan in plans for part in plan.parts}
        strays = [file for name, file in asked.items() if name not in covered]
    else:
        strays = []
    return (*_from_here([path_of(listed.top, plan.name) for plan in plans]), *strays)


def _from_here(paths: Iterable[str]) -> list[str]:
    """Name them as somebody in this folder would, whichever way led here."""
    here = os.path.realpath(os.curdir)
    return [os.path.relpath(path, here) for path in paths]
