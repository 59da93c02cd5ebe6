"""The process in which Graphviz runs: it may die, and nothing else dies with it.

It is started as a script of its own (see `worker.py`) and never imported by the tool. It loads pygraphviz's compiled
part and nothing else, takes frames from its standard input and answers each with one frame:

    request   4 bytes length, then one line with the seconds of processor time it may use, then the graph in DOT
    answer    4 bytes length, then ``+`` and the ``plain`` format, or ``-`` and one of the reasons below

What Graphviz prints is caught in memory and searched for "Error", because some wrong answers come with success. After
any reason but a good answer the parent ends this process, so nothing here has to be put in order again.
"""

from __future__ import annotations

import os
import struct
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from typing import Any

MEMORY = 512 * 2**20
FILE_SIZE = 64 * 2**20
OPEN_FILES = 64
CANNOT_LOAD, NOT_ALL = b"-load", b"-part"
KILLED_WITH_PARENT = (1, 9)  # PR_SET_PDEATHSIG, SIGKILL


class _Text:
    """What pygraphviz needs of an open file: a number and a mode."""

    mode = "rb"

    def __init__(self, name: str) -> None:
        if hasattr(os, "memfd_create"):
            self.number = os.memfd_create(name)
        else:
            from tempfile import TemporaryFile  # noqa: PLC0415  (not needed on Linux, and slow)

            self.file = TemporaryFile()  # noqa: SIM115  (it is open as long as this process lives)
            self.number = self.file.fileno()

    def fileno(self) -> int:
        return self.number

    def fill(self, content: bytes) -> None:
        os.ftruncate(self.number, 0)
        os.lseek(self.number, 0, os.SEEK_SET)
        view = memoryview(content)
        while view:
            view = view[os.write(self.number, view) :]
        os.lseek(self.number, 0, os.SEEK_SET)

    def take(self) -> bytes:
        """Give what was printed, and forget it."""
        size = os.fstat(self.number).st_size
        os.lseek(self.number, 0, os.SEEK_SET)
        content = os.read(self.number, min(size, 65_536)) if size else b""
        os.ftruncate(self.number, 0)
        os.lseek(self.number, 0, os.SEEK_SET)
        return content


def _load(folder: str) -> Any:
    """Load pygraphviz's compiled part from its folder, past the package around it, which takes longer to import."""
    if sys.platform == "win32":
        os.add_dll_directory(os.path.join(os.path.dirname(folder), "pygraphviz.libs"))
    for ending in EXTENSION_SUFFIXES:
        path = f"{folder}{os.sep}_graphviz{ending}"
        if os.path.exists(path):
            import _imp  # noqa: PLC0415

            spec = ModuleSpec("_graphviz", ExtensionFileLoader("_graphviz", path), origin=path)
            library = _imp.create_dynamic(spec)
            _imp.exec_dynamic(library)
            return library
    sys.path.insert(0, os.path.dirname(folder))
    from pygraphviz import graphviz  # noqa: PLC0415

    return graphviz


def _set_limits() -> None:
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        if hard == resource.RLIM_INFINITY or hard > most:
            try:
                resource.setrlimit(limit, (most, most))
            except (OSError, ValueError):  # macOS knows a limit on memory and refuses to set it
                continue


def _allow_seconds(seconds: int) -> None:
    """Give this process that much more processor time; the system ends it after that, parent or not."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _die_with(parent: int) -> None:
    """End with the parent, on Linux. ``parent`` is 0 where that is not wanted."""
    if not parent or sys.platform != "linux":
        return
    try:
        import ctypes  # noqa: PLC0415

        ctypes.CDLL(None).prctl(*KILLED_WITH_PARENT)
    except (ImportError, OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(0)


def _arrange(library: Any, context: Any, dot: bytes, text: _Text, printed: _Text) -> bytes:
    text.fill(dot)
    graph = library.agread(text, None)
    if library.gvLayout(context, graph, b"dot"):
        return NOT_ALL
    failed, plain = library.gvRenderData(context, graph, b"plain")
    library.gvFreeLayout(context, graph)
    library.agclose(graph)
    if failed or b"Error" in printed.take():
        return NOT_ALL
    return b"+" + bytes(plain)


def _read(size: int) -> bytes:
    parts = []
    while size:
        part = os.read(0, min(size, 1 << 20))
        if not part:
            os._exit(0)  # the parent is gone, or wants no more
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _write(number: int, content: bytes) -> None:
    view = memoryview(struct.pack("!I", len(content)) + content)
    while view:
        view = view[os.write(number, view) :]


def main(folder: str, parent: int) -> None:
    """Answer requests until there are no more."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    _die_with(parent)
    answers = os.dup(1)
    printed, text = _Text("printed"), _Text("text")
    os.dup2(printed.fileno(), 1)
    os.dup2(printed.fileno(), 2)
    _set_limits()
    try:
        library = _load(folder)
        context = getattr(library, "gvContextWithBuiltins", library.gvContext)()
    except Exception:  # noqa: BLE001  (a broken installation may fail in any way)
        library = context = None
    printed.take()
    while True:
        seconds, _, dot = _read(*struct.unpack("!I", _read(4))).partition(b"\n")
        _allow_seconds(int(seconds))
        try:
            answer = _arrange(library, context, dot, text, printed) if library else CANNOT_LOAD
        except Exception:  # noqa: BLE001  (whatever it is, the parent has to hear of it)
            answer = NOT_ALL
        _write(answers, answer)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
