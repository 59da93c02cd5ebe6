"""Side by side: what is compared runs in turns, so that a busy machine slows both alike."""

from __future__ import annotations

import gc
import os
import subprocess
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, and the most memory it held, in MB (0 inside this process)."""

    seconds: float
    memory: float = 0.0


def turns(rounds: int, *ways: Callable[[], Run]) -> list[list[Run]]:
    """Run each way once a round, after one round that does not count."""
    for way in ways:
        way()
    done: list[list[Run]] = [[] for _ in ways]
    for _ in range(rounds):
        for runs, way in zip(done, ways, strict=True):
            runs.append(way())
    return done


def inside(work: Callable[[], object]) -> Callable[[], Run]:
    """Time a call in this process."""

    def way() -> Run:
        gc.collect()
        start = time.perf_counter()
        work()
        return Run(time.perf_counter() - start)

    return way


def process(*command: str, fine: Sequence[int] = (0,)) -> Callable[[], Run]:
    """Time a whole process, from its start to its end; ``fine`` are the exit statuses that count as success."""

    def way() -> Run:
        start = time.perf_counter()
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - start
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode not in fine:
            msg = f"{' '.join(command)} ended with {running.returncode}"
            raise RuntimeError(msg)
        return Run(seconds, used.ru_maxrss / 1024)

    return way


def typical(runs: Sequence[Run]) -> float:
    """Give the median of the seconds."""
    return median([run.seconds for run in runs])


def most(runs: Sequence[Run]) -> float:
    """Give the most memory that any of the runs held, in MB."""
    return max(run.memory for run in runs)
