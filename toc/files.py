"""The one reader and the one writer of files.

Reading never hangs: a pipe, a device or a folder is refused by name, and nothing beyond the limit is read. Writing is
all or nothing: the bytes go into a temporary file beside the target, and only when they are safely on the disk does it
take the target's place. Every failure is a FileTrouble with one sentence for the person who typed the name.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from .decoding import decode
from .includes import is_below, resolve_include
from .troubles import LIMIT, FileTrouble, not_regular, outside, shown, too_large, unreadable, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from .source import Source
    from .troubles import AnyPath

__all__ = [
    "FileTrouble",
    "decode",
    "drop_unfinished",
    "read",
    "read_bytes",
    "read_stream",
    "resolve_include",
    "shown",
    "write",
]

_SAFELY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_unfinished: set[str] = set()


def read(path: AnyPath, *, root: AnyPath | None = None) -> Source:
    """Read a text file; with ``root``, only from below that folder, links resolved.

    Raises FileTrouble for everything that is not a regular UTF-8 text file of at most `LIMIT` bytes.
    """
    try:
        place = os.path.realpath(path) if root is not None else os.fspath(path)
        if root is not None and not is_below(place, root):
            raise FileTrouble(outside(shown(path)))
        return decode(_bytes_of_regular_file(place, shown(path)), shown(path))
    except (OSError, ValueError) as error:
        raise FileTrouble(unreadable(error, path)) from None


def read_bytes(path: AnyPath) -> bytes:
    """Read a text file as it lies on the disk, for whoever changes a part of it; raises FileTrouble like `read`."""
    try:
        return _bytes_of_regular_file(os.fspath(path), shown(path))
    except (OSError, ValueError) as error:
        raise FileTrouble(unreadable(error, path)) from None


def read_stream(stream: BinaryIO, name: str) -> Source:
    """Read what is piped in, such as standard input, up to the same limit; raises FileTrouble like `read`."""
    try:
        return decode(stream.read(LIMIT + 1), name)
    except OSError as error:
        raise FileTrouble(unreadable(error, name)) from None


def _bytes_of_regular_file(place: str, name: str) -> bytes:
    descriptor = os.open(place, os.O_RDONLY | _SAFELY)
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise FileTrouble(not_regular(status.st_mode, name))
        if status.st_size > LIMIT:
            raise FileTrouble(too_large(name))
        return file.read(LIMIT + 1)


def write(path: AnyPath, data: str | bytes, *, only_if: Callable[[], bool] | None = None) -> bool:
    """Put ``data`` where ``path`` says: all of it, or nothing at all.

    ``only_if`` is asked last, when nothing but the change of names is left to do; where it says no, nothing is written
    and the answer is False.

    An existing file keeps its mode and owner, a symbolic link stays one and what it points to is replaced. Raises
    FileTrouble when it cannot be done, and then nothing has changed and no temporary file is left.
    """
    try:
        content = data.encode() if isinstance(data, str) else data
        before = _status(path)
        if before is not None and not stat.S_ISREG(before.st_mode):
            _write_through(path, content, before.st_mode)
            return True
        return _replace(os.path.realpath(path), content, before, only_if)
    except (OSError, ValueError) as error:
        raise FileTrouble(unwritable(error, path)) from None


def _status(path: AnyPath) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _replace(target: str, content: bytes, before: os.stat_result | None, only_if: Callable[[], bool] | None) -> bool:
    if before is not None and not os.access(target, os.W_OK):
        reason = errno.EROFS if _is_read_only_disk(target) else errno.EACCES
        raise OSError(reason, os.strerror(reason))
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".toc-{os.urandom(8).hex()}.tmp")
    _unfinished.add(temporary)
    try:
        _fill(temporary, content, before)
        if only_if is not None and not only_if():
            _remove(temporary)
            return False
        os.replace(temporary, target)
    except BaseException:
        _remove(temporary)
        raise
    finally:
        _unfinished.discard(temporary)
    _settle(folder)
    return True


def _is_read_only_disk(path: str) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _fill(temporary: str, content: bytes, before: os.stat_result | None) -> None:
    new = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(temporary, new | _SAFELY, 0o666 if before is None else 0o600)
    with open(descriptor, "wb") as file:
        if before is not None:
            _keep_owner_and_mode(descriptor, before)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _keep_owner_and_mode(descriptor: int, before: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        # Somebody else's file in a shared folder becomes ours, as with every editor.
        with suppress(PermissionError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _settle(folder: str) -> None:
    """Make the new name last through a power cut; not every system knows how, and the file is there already."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_through(path: AnyPath, content: bytes, mode: int) -> None:
    """Write into what cannot be replaced: /dev/stdout, /dev/null, a pipe that somebody reads."""
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    descriptor = os.open(path, os.O_WRONLY | _SAFELY)
    with open(descriptor, "wb") as file:
        if hasattr(os, "set_blocking"):
            os.set_blocking(descriptor, True)
        file.write(content)


def drop_unfinished() -> None:
    """Remove the temporary file of a write that is being abandoned; for whoever ends the process at once."""
    for temporary in tuple(_unfinished):
        _remove(temporary)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
