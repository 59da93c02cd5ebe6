"""Side by side: what is compared runs in turns, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_SMALL = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def turns(rounds: int, *ways: Callable[[], float]) -> list[list[float]]:
    """Run each way once a round, after one round that does not count."""
    for way in ways:
        way()
    done: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for runs, way in zip(done, ways, strict=True):
            runs.append(way())
    return done


def inside(work: Callable[[], object]) -> Callable[[], float]:
    """Time a call in this process."""

    def way() -> float:
        gc.collect()
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return way


def process(*command: str, fine: Sequence[int] = (0,)) -> Callable[[], float]:
    """Time a whole process, from its start to its end; ``fine`` are the exit statuses that count as success."""

    def way() -> float:
        start = time.perf_counter()
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
        if done.returncode not in fine:
            msg = f"{' '.join(command)} ended with {done.returncode}"
            raise RuntimeError(msg)
        return seconds

    return way


def peak(*command: str) -> float:
    """Give the most memory that a process and those it starts held, in MB.

    A small process in between starts it: one started from here would count the memory of this one as its own.
    """
    done = subprocess.run([sys.executable, "-c", _SMALL, *command], check=True, capture_output=True, text=True)
    return float(done.stdout)
