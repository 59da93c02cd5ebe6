"""From an ``include`` line to the files it names.

The pattern is relative to the file it stands in, ``*`` stands for any part of one name, and what it names must be
regular files below the root folder once links are resolved. Nothing beyond the root is looked at.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from .troubles import FileTrouble, outside, shown, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .troubles import AnyPath

_TOPS: Final = (".git", "toc.toml")
"""What marks the top of a project."""


class Folders(NamedTuple):
    """Where the star of an include line looks: what lies in a folder, and what is a file."""

    names: Callable[[str], Sequence[str]]
    is_file: Callable[[str], bool]


def _on_disk(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


DISK: Final = Folders(_on_disk, os.path.isfile)
"""The folders of this machine, as they are now."""


def is_below(place: str, root: AnyPath) -> bool:
    """Say whether a path lies in the root folder or deeper; both are resolved first."""
    top = os.path.realpath(root)
    return os.path.realpath(place).startswith(top.rstrip(os.sep) + os.sep)


def project_of(folder: AnyPath, otherwise: AnyPath | None = None) -> str:
    """Find the top of the project that a folder is in: where its repository begins, or else its settings lie.

    The first of the two that is found anywhere above counts. Without either it is ``otherwise``, or the folder itself.
    """
    for mark in _TOPS:
        here, below = os.path.realpath(folder), ""
        while here != below:
            if os.path.exists(os.path.join(here, mark)):
                return here
            here, below = os.path.dirname(here), here
    return os.path.realpath(folder if otherwise is None else otherwise)


def resolve_include(root: AnyPath, from_file: AnyPath, pattern: str, folders: Folders = DISK) -> tuple[str, ...]:
    """Give the files that an include line in ``from_file`` names, in code-point order, as paths that start at ``root``.

    Raises FileTrouble when the pattern is no relative path, leads outside the root, or names no file.
    """
    wanted = pattern.strip()
    if fault := _not_relative(wanted):
        raise FileTrouble(fault)
    try:
        found = _matches(os.path.dirname(os.fspath(from_file)), wanted, root, folders)
    except (OSError, ValueError) as error:
        raise FileTrouble(unreadable(error, wanted)) from None
    if not found:
        msg = f"No file is named like {shown(wanted)} yet. Names start from the folder of this file."
        raise FileTrouble(msg)
    return tuple([os.path.normpath(os.path.join(os.fspath(root), name)) for name in sorted(found)])


def _not_relative(wanted: str) -> str | None:
    if not wanted:
        return "After include: comes the name of a file, such as partners.toc."
    if "://" in wanted:
        return f"{wanted} is an address, and include: reads files only. Save the file beside this one and name it here."
    if "\\" in wanted:
        return f"In include: {wanted}, write / between folders, also on Windows."
    if wanted.startswith(("/", "~")) or os.path.isabs(wanted) or os.path.splitdrive(wanted)[0]:
        return f"include: {wanted} starts at the top of the disk. Name it from the folder of this file: partners.toc."
    return None


def _matches(folder: str, wanted: str, root: AnyPath, folders: Folders) -> set[str]:
    top = os.path.realpath(root)
    places = [os.path.realpath(folder)]
    for part in wanted.split("/"):
        if "*" in part:
            _refuse_strays(places, top, wanted)
        places = [found for place in places for found in _step(place, part, folders)]
    _refuse_strays(places, top, wanted)
    regular = [place for place in places if "*" not in wanted or folders.is_file(place)]
    return {os.path.relpath(place, top) for place in regular}


def _refuse_strays(places: list[str], top: str, wanted: str) -> None:
    """Stop before anything beyond the root is listed or named; what is there is nobody's business."""
    if any(place != top and not is_below(place, top) for place in places):
        raise FileTrouble(outside(shown(wanted)))


def _step(place: str, part: str, folders: Folders) -> list[str]:
    if part in ("", "."):
        return [place]
    if "*" not in part:
        return [os.path.realpath(os.path.join(place, part))]
    names = [name for name in folders.names(place) if not name.startswith(".") and _is_like(name, part)]
    return [os.path.realpath(os.path.join(place, name)) for name in names]


def _is_like(name: str, part: str) -> bool:
    """Match ``*`` only, without ever going back: each piece is looked for after the one before."""
    start, *middle, end = part.split("*")
    if len(name) < len(start) + len(end) or not (name.startswith(start) and name.endswith(end)):
        return False
    at, last = len(start), len(name) - len(end)
    for piece in middle:
        at = name.find(piece, at, last) + len(piece)
        if at < len(piece):
            return False
    return True
