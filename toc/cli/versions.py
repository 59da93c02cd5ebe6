"""Which two versions of a theory are meant: two files, or one file at two moments that git knows.

The words are git's own: ``toc diff plan.toc`` is what is not staged yet, ``--staged`` what is, ``HEAD~3 plan.toc`` what
changed since then, ``main..autumn plan.toc`` between two revisions, ``main...autumn`` since they went different ways.
The only plan of a folder need not be named.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from .options import STDIN, named_or_only

if TYPE_CHECKING:
    from toc.git import Tree
    from toc.load import Loaded
    from toc.memory import Memory

_BETWEEN = ".."
_SINCE = "..."
_MOST = 2


class Version(NamedTuple):
    """A theory at one moment: what people call it, what it says, and its file."""

    called: str
    loaded: Loaded
    file: str


class Asked(NamedTuple):
    """Two moments of one file: revisions, ``""`` for what is staged, None for the file as it is now."""

    file: str
    old: str | None
    new: str | None


def two_versions(words: tuple[str, ...], *, staged: bool, part: str | None = None) -> tuple[Version, Version]:
    """Read the two versions that the command line names; ``part`` is the file that both are versions of, by itself.

    Raises click.UsageError where it does not name two, and FileTrouble where one of them cannot be read.
    """
    if part is not None:
        return _of_part(words, part, staged=staged)
    if len(words) == 2 and not staged and is_file(words[0]):  # noqa: PLR2004  two names
        return _of_files(*words)
    asked = _asked(words, staged=staged)
    new = _version(asked, asked.new, None)
    return _version(asked, asked.old, asked), new


def is_file(word: str) -> bool:
    """Say whether a word of the command line names a file."""
    return word == STDIN or os.path.lexists(word) or word.lower().endswith((".toc", ".json"))


def _of_files(old: str, new: str) -> tuple[Version, Version]:
    from .opening import opened  # noqa: PLC0415  wrong use is told without it

    if old == new == STDIN:
        msg = "Standard input can only be read once. Name a file for one of the two."
        raise click.UsageError(msg)
    return Version(old, opened(old), old), Version(new, opened(new), new)


def _of_part(words: tuple[str, ...], part: str, *, staged: bool) -> tuple[Version, Version]:
    """Read two versions of one file without what it includes, which git shows by itself where it changed."""
    if len(words) != 2 or staged:  # noqa: PLR2004  two names
        msg = "With --of, name two files: what the file was, and what it is now."
        raise click.UsageError(msg)
    old, new = map(_alone, words)
    return Version(f"{part} as it was", old, part), Version(part, new, part)


def _alone(file: str) -> Loaded:
    from toc.files import read  # noqa: PLC0415  wrong use is told without the parser
    from toc.load import loads, of_source  # noqa: PLC0415  the same

    # That is how git says that there was no such file, or is none any more.
    loaded = loads("") if file == os.devnull else of_source(read(file))
    told = tuple([finding for finding in loaded.findings if finding.rule != "include-failed"])
    return replace(loaded, findings=told)


def _asked(words: tuple[str, ...], *, staged: bool) -> Asked:
    named = words[-1:] if words and is_file(words[-1]) else ()
    revisions = words[: len(words) - len(named)]
    if len(revisions) > _MOST:
        msg = "Name two files, or one file after a revision, as in toc diff HEAD~3 plan.toc"
        raise click.UsageError(msg)
    (file,) = named_or_only(named)
    if file == STDIN:
        msg = "git knows nothing about standard input. Name a file."
        raise click.UsageError(msg)
    old, new = _moments(revisions, file)
    if not staged:
        return Asked(file, old, new)
    if new is not None:
        msg = "With --staged, name one revision or none."
        raise click.UsageError(msg)
    return Asked(file, old or "HEAD", "")


def _moments(revisions: tuple[str, ...], file: str) -> tuple[str, str | None]:
    """Say which two moments are meant; as in git, a side that is left out is HEAD."""
    if not revisions:
        return "", None
    if len(revisions) > 1:
        return revisions[0], revisions[1]
    if _SINCE in revisions[0]:
        from toc.git import merge_base  # noqa: PLC0415  few ask for it

        old, _, new = revisions[0].partition(_SINCE)
        return merge_base(old or "HEAD", new or "HEAD", os.path.dirname(os.path.realpath(file))), new or "HEAD"
    old, dots, new = revisions[0].partition(_BETWEEN)
    return old or "HEAD", (new or "HEAD") if dots else None


def _version(asked: Asked, moment: str | None, newer: Asked | None) -> Version:
    if moment is None:
        from .opening import opened  # noqa: PLC0415  the same

        return Version(asked.file, opened(asked.file), asked.file)
    from toc.git import tree_at  # noqa: PLC0415  two files need no git

    tree = tree_at(moment, asked.file)
    path = asked.file if newer is None or tree.is_file(asked.file) else _earlier(asked.file, tree, newer.new)
    return Version(f"{path} {_when(moment)}", loaded_at(tree, path), asked.file)


def _earlier(file: str, tree: Tree, newer: str | None) -> str:
    """Give the path from this folder that a file had in an older tree; its own where git tells no other."""
    from toc.git import earlier_name  # noqa: PLC0415  two files need no git

    path = earlier_name(file, tree, newer)
    return os.path.relpath(path, os.path.realpath(os.curdir)) if path else file


def _when(moment: str) -> str:
    return f"at {moment}" if moment else "as staged"


def loaded_at(tree: Tree, path: str, memory: Memory | None = None) -> Loaded:
    """Read a theory from the files of a tree; who reads many versions hands in one ``memory``.

    Raises FileTrouble where its main file is not there or cannot be read.
    """
    from toc.includes import Folders  # noqa: PLC0415  the same
    from toc.load import of_source  # noqa: PLC0415  brings the parser

    if path.lower().endswith(".json"):
        from .opening import model_of  # noqa: PLC0415  most theories are text

        return model_of(tree[path])
    folders = Folders(tree.names, tree.is_file)
    return of_source(tree[path], path, memory=memory, opened=tree, folders=folders)
