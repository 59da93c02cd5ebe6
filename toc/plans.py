"""Which of many files are whole plans, and which are parts of one.

A whole plan is a file that no other file includes. A part makes sense only in its plan: looked at alone, half of the
names in it would be unknown. Names are those of git: from the top of the repository, with ``/`` between folders.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from .load import load, of_source
from .troubles import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .includes import Folders
    from .load import Loaded
    from .source import Source


class Plan(NamedTuple):
    """A whole plan: the name of its file, and the names of all files it is read from, its own among them."""

    name: str
    parts: frozenset[str]


class Moment(NamedTuple):
    """A repository at one moment: its folder, the names of its theories, and how one of them is read.

    ``read`` raises FileTrouble where it cannot; ``named`` turns the name of a source into one of git.
    """

    top: str
    names: tuple[str, ...]
    read: Callable[[str], Loaded]
    named: Callable[[str], str]


def now(top: str, names: Iterable[str]) -> Moment:
    """Take the files as they are now."""
    theories = tuple([name for name in names if name.endswith(".toc")])
    return Moment(top, theories, lambda name: load(path_of(top, name)), lambda name: name_of(top, name))


def then(top: str, kept: Mapping[str, Source], names: Iterable[str], folders: Folders) -> Moment:
    """Take the files as they were: ``kept`` has them by their real paths, and ``folders`` is where a star looks."""
    theories = tuple(sorted([name for name in names if name.endswith(".toc")]))

    def read(name: str) -> Loaded:
        path = path_of(top, name)
        return of_source(kept[path], path, opened=kept, folders=folders)

    return Moment(top, theories, read, str)


def path_of(top: str, name: str) -> str:
    """Give the path of a file from its name in git."""
    return os.path.join(top, *name.split("/"))


def name_of(top: str, path: str) -> str:
    """Give the name in git of a path."""
    return os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")


def whole_plans(moment: Moment) -> tuple[Plan, ...]:
    """Give the whole plans, in the order of their names.

    Of files that include each other, the first one stands for all. A file that cannot be read is a plan of its own.
    """
    parts = {name: _parts(moment, name) for name in moment.names}
    included = {part for name, each in parts.items() for part in each if part != name}
    whole = {name for name in parts if name not in included}
    covered = {part for name in whole for part in parts[name]}
    for name, each in parts.items():
        if name not in covered:
            whole.add(name)
            covered |= each
    return tuple([Plan(name, parts[name]) for name in sorted(whole)])


def _parts(moment: Moment, name: str) -> frozenset[str]:
    try:
        sources = moment.read(name).sources
    except FileTrouble:
        sources = ()
    return frozenset({name, *[moment.named(source.name) for source in sources]})


def those_with(plans: Iterable[Plan], names: Iterable[str]) -> tuple[Plan, ...]:
    """Give the plans that one of these files is a part of."""
    wanted = frozenset(names)
    return tuple([plan for plan in plans if plan.parts & wanted])
