"""The parent's side: starts the process in which Graphviz runs, asks it, and ends it when it is late or has died.

Invariants: a process that gave anything but a good answer is never asked again; nothing waits longer than the deadline,
whatever the child does; `Worker.close` leaves no process behind.
"""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import struct
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Self

from .trouble import EngineError, EngineTimeoutError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

SECONDS = 5.0
"""How long a small picture may take."""

CHARACTERS_A_SECOND = 20_000
"""How many more characters of DOT give one second more; 2,000 boxes have about 100,000."""

JOBS = 500
"""After how many pictures a process is replaced, so that nothing it leaks can add up."""

NEEDED_TO_START = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
"""What a Python may need to start at all; the rest of the environment is no business of the child."""

PIECE = 4096
"""What a pipe takes without waiting, once it says that it takes something."""

REASONS = {
    b"-load": "Graphviz is not available here: pygraphviz is installed but cannot be loaded.",
    b"-part": "Graphviz could not arrange all of it.",
}

Process = subprocess.Popen[bytes]


class Worker:
    """Graphviz in a process of its own. Starting returns at once; the first answer waits until it is ready.

    With ``spare`` a second process stands by, so that the one after a crash costs nothing: for the live page.
    May be asked from several threads, one after the other. Close it, or use it in a ``with`` statement.
    """

    def __init__(self, *, seconds: float = SECONDS, spare: bool = False) -> None:
        self._seconds = seconds
        self._wants_spare = spare
        self._lock = threading.Lock()
        self._jobs = 0
        self._process = _start()
        self._spare = _start() if spare else None

    def plain(self, dot: str) -> str:
        """Arrange a graph and give Graphviz' ``plain`` format.

        Raises:
            EngineError: pygraphviz is missing, broke off, or did not draw everything.
            EngineTimeoutError: it took too long, and was ended.
        """
        with self._lock:
            process = self._ready()
            try:
                answer = _ask(process, dot, self._seconds + len(dot) / CHARACTERS_A_SECOND)
            except BaseException:
                self._drop()
                raise
            self._jobs += 1
            if not answer.startswith(b"+"):
                self._drop()
                raise EngineError(REASONS.get(answer, REASONS[b"-part"]))
            if self._jobs >= JOBS:
                self._drop()
            return answer[1:].decode("utf-8", "replace")

    @property
    def process_id(self) -> int | None:
        """Give the number of the process that will answer next, or None where there is none."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the processes. Asking again afterwards starts a new one."""
        with self._lock:
            for process in (self._process, self._spare):
                _end(process)
            self._process = self._spare = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ready(self) -> Process:
        """Give a process that lives; one that was killed while it waited is replaced."""
        if self._process is not None and self._process.poll() is not None:
            self._drop()
        if self._process is None:
            self._process = _start()
        if self._process is None:
            reason = "Graphviz is not available here: pygraphviz is not installed."
            raise EngineError(reason)
        return self._process

    def _drop(self) -> None:
        """End the process and put the spare in its place."""
        _end(self._process)
        self._process, self._spare, self._jobs = self._spare, None, 0
        if self._wants_spare:
            self._process = self._process or _start()
            self._spare = _start()


def _start() -> Process | None:
    """Start a child, or give None where pygraphviz is missing or no process can be started."""
    try:
        spec = find_spec("pygraphviz")
    except (ImportError, ValueError):
        return None
    folders = spec.submodule_search_locations if spec else None
    if not folders or not sys.executable:
        return None
    # The system would end the child together with the thread that started it, not only with the process.
    parent = os.getpid() if threading.current_thread() is threading.main_thread() else 0
    command = [sys.executable, "-I", "-S", str(Path(__file__).with_name("child.py")), next(iter(folders)), str(parent)]
    environment = {name: os.environ[name] for name in NEEDED_TO_START if name in os.environ}
    try:
        return subprocess.Popen(  # noqa: S603  (our own script)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,
            start_new_session=True,
        )
    except OSError:
        return None


def _end(process: Process | None) -> None:
    """Kill a child with everything it may have started, and let the system forget it."""
    if process is None:
        return
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


def _ask(process: Process, dot: str, seconds: float) -> bytes:
    """Send one request and wait for its answer, not longer than ``seconds``."""
    if process.stdin is None or process.stdout is None:  # never: both are pipes
        raise EngineError(REASONS[b"-part"])
    request = f"{math.ceil(seconds)}\n{dot}".encode()
    deadline = monotonic() + seconds
    with _watched(process, seconds):
        try:
            _send(process.stdin.fileno(), struct.pack("!I", len(request)) + request, deadline)
            (size,) = struct.unpack("!I", _receive(process.stdout.fileno(), 4, deadline))
            return _receive(process.stdout.fileno(), size, deadline)
        except (BrokenPipeError, ConnectionError, EOFError):
            if monotonic() >= deadline:
                raise _late(seconds) from None
            reason = "Graphviz broke off on it."
            raise EngineError(reason) from None
        except TimeoutError:
            raise _late(seconds) from None


def _late(seconds: float) -> EngineTimeoutError:
    return EngineTimeoutError(f"Graphviz took longer than {seconds:.0f} seconds.")


@contextlib.contextmanager
def _watched(process: Process, seconds: float) -> Iterator[None]:
    """Where pipes cannot be waited for (Windows), end the child at the deadline, which ends the waiting."""
    if os.name == "posix":
        yield
        return
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _send(pipe: int, content: bytes, deadline: float) -> None:
    view = memoryview(content)
    while view:
        _wait(pipe, deadline, writing=True)
        view = view[os.write(pipe, view[:PIECE]) :]


def _receive(pipe: int, size: int, deadline: float) -> bytes:
    parts = []
    while size:
        _wait(pipe, deadline, writing=False)
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _wait(pipe: int, deadline: float, *, writing: bool) -> None:
    """Wait until a pipe can be written to or read. Raises TimeoutError at the deadline."""
    if os.name != "posix":
        return
    left = deadline - monotonic()
    # poll, not select: it takes any file number, however many are open
    waiter = select.poll()
    waiter.register(pipe, select.POLLOUT if writing else select.POLLIN)
    if left <= 0 or not waiter.poll(left * 1000):
        raise TimeoutError
