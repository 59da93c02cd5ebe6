"""What goes wrong with files, in sentences for the person who typed the name.

Each says what, where, and what to do about it. Nothing here touches a file but to look for a name that was meant.
"""

from __future__ import annotations

import errno
import os
import shlex
import stat

LIMIT = 32 * 1024 * 1024
"""The most bytes one file may have."""

AnyPath = str | os.PathLike[str]
"""Whatever names a file."""

_NOT_REGULAR = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_READING = {
    errno.EACCES: "You have no permission to read it; ask whoever owns the file.",
    errno.EPERM: "You have no permission to read it; ask whoever owns the file.",
    errno.EISDIR: "It is a folder; name a file in it, such as plan.toc.",
    errno.ELOOP: "It is a link that leads back to itself.",
    errno.ENAMETOOLONG: "The name is too long.",
    errno.ENOTDIR: "A part of its path is a file, not a folder.",
    errno.ENXIO: "It is a socket or a device, not a file to read.",
}
_WRITING = {
    errno.EACCES: "You have no permission to write it; choose another place.",
    errno.EPERM: "You have no permission to write it; choose another place.",
    errno.EROFS: "The disk can only be read; choose another place.",
    errno.ENOSPC: "The disk is full; make room or choose another place.",
    errno.EDQUOT: "Your share of the disk is full; make room or choose another place.",
    errno.EISDIR: "It is a folder; give the name of a file in it.",
    errno.ENOTDIR: "A part of its path is a file, not a folder.",
    errno.ELOOP: "It is a link that leads back to itself.",
    errno.ENAMETOOLONG: "The name is too long.",
    errno.ENXIO: "It is a pipe that nobody reads.",
}


class FileTrouble(Exception):  # noqa: N818  "error" is not a word to meet in a workshop
    """A file that cannot be read or written; the text is one sentence that says what, where and what to do."""


def shown(path: AnyPath) -> str:
    r"""Give a path as messages show it: bytes of a file name that are no UTF-8 become ``\xNN``."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def typed(path: AnyPath) -> str:
    """Give a path as it is typed behind a command: in quotes where a shell needs them, and never like an option."""
    name = shown(path)
    return shlex.quote(f"./{name}" if name.startswith("-") and name != "-" else name)


def too_large(name: str) -> str:
    """Say that a file is beyond the limit."""
    return (
        f"{name} is larger than {LIMIT // 1024 // 1024} MB, which is more than one file may be. "
        "Split it, and bring the parts together with include lines."
    )


def not_regular(mode: int, name: str) -> str:
    """Say what stands there instead of a file."""
    what = next((what for is_one, what in _NOT_REGULAR if is_one(mode)), "no regular file")
    hint = (
        "Name a file in it, such as plan.toc." if stat.S_ISDIR(mode) else "Give toc a text file, or - to read a pipe."
    )
    return f"{name} is {what}, not a file to read. {hint}"


def outside(name: str) -> str:
    """Say that a file lies beyond the project's own folder."""
    return f"{name} lies outside the folder of the theory. Move or copy the file into that folder."


def unreadable(error: OSError | ValueError, path: AnyPath) -> str:
    """Say why a file cannot be read."""
    if isinstance(error, ValueError):
        return f"‘{shown(path)}’ is no name of a file."
    if isinstance(error, FileNotFoundError):
        return f"There is no file {shown(path)}. {_meant(path)}"
    return f"{shown(path)} cannot be read. {_READING.get(error.errno or 0) or _plain(error)}"


def unwritable(error: OSError | ValueError, path: AnyPath) -> str:
    """Say why a file cannot be written."""
    if isinstance(error, UnicodeEncodeError) and error.object != os.fspath(path):
        half = ord(error.object[error.start])
        return f"{shown(path)} cannot be written: the text holds half a character (U+{half:04X})."
    if isinstance(error, ValueError):
        return f"‘{shown(path)}’ is no name of a file."
    if isinstance(error, FileNotFoundError):
        folder = os.path.dirname(os.fspath(path)) or "."
        return f"{shown(path)} cannot be written: there is no folder {shown(folder)}. Make it first, or choose another."
    return f"{shown(path)} cannot be written. {_WRITING.get(error.errno or 0) or _plain(error)}"


def _plain(error: OSError) -> str:
    return f"The system says: {error.strerror or type(error).__name__}."


def _meant(path: AnyPath) -> str:
    folder, name = os.path.split(shown(path))
    try:
        names = [shown(found) for found in os.listdir(folder or ".")]
    except OSError:
        return f"There is no folder {folder} either."
    from .near import nearest  # noqa: PLC0415  only a wrong name pays for it

    if near := nearest(name, names):
        return f"Did you mean {os.path.join(folder, near)}?"
    return "Look at how the name is written, and in which folder you are."
