"""What one key costs the server of a live page: from the text as it is now to the lines of its picture.

Each key is typed into the same theory, which was drawn a moment before. What the browser does comes on top; what we
want to keep to is 15 ms at 30 boxes and 60 ms at 300 for a key in a text, as little as can be where boxes move.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from layered import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.layout_worker import Worker
    from toc.memory import Memory

SIZES = (30, 300)
KEYS = 31
LONG_SESSION = 4_000


def _in_words(text: str, random: Random, number: int) -> str:
    """Type a letter into the words of some box, arrow or contribution."""
    places = [match.end() for match in re.finditer(r": \w", text)]
    at = random.choice(places)
    return text[:at] + "abcdefgh"[number % 8] + text[at:]


def _arrow(text: str, random: Random, number: int) -> str:  # noqa: ARG001  all are called alike
    """Finish an arrow from some box to some other."""
    boxes = re.findall(r"(?m)^(?:outcome|output|activity) (b\d+):.*\n", text)
    source, target = random.sample(boxes, 2)
    at = re.search(rf"(?m)^\w+ {source}:.*\n", text).end()
    return f"{text[:at]}  -> {target}\n{text[at:]}"


def _box(text: str, random: Random, number: int) -> str:
    """Finish a box below some other box."""
    boxes = list(re.finditer(r"(?m)^(?:outcome|output|activity) b\d+:.*\n", text))
    at = random.choice(boxes).end()
    return f"{text[:at]}  activity new{number}: Something that is new\n{text[at:]}"


WAYS: dict[str, Callable[[str, Random, int], str]] = {
    "a key in a text": _in_words,
    "a new arrow": _arrow,
    "a new box": _box,
}


def typing(_: Path) -> None:
    """Print medians in milliseconds, then how the memory grows while somebody types for hours."""
    from toc.layout_worker import Worker  # noqa: PLC0415  what is measured is imported where it is measured

    print(
        f"{'boxes':>6}  {'':16}{'read':>7}{'draw':>7}{'total':>7}{'check':>7}  (ms; the check comes after the picture)"
    )
    with Worker(spare=True) as worker:
        for boxes in SIZES:
            for name, change in WAYS.items():
                read, draw, check = _costs(drawn(boxes), change, worker)
                print(f"{boxes:6,}  {name:16}{read:7.1f}{draw:7.1f}{read + draw:7.1f}{check:7.1f}")
        _session(worker)


def _costs(text: str, change: Callable[[str, Random, int], str], worker: Worker) -> list[float]:
    """Measure reading, drawing and checking for each key, every time from the same theory."""
    from toc.memory import Memory  # noqa: PLC0415  as above

    random, memory = Random(1), Memory()  # noqa: S311  places in a text, no secrets
    rows = []
    for number in range(KEYS):
        _stroke(text, memory, worker)
        rows.append(_stroke(change(text, random, number), memory, worker))
    return [median(column) * 1000 for column in zip(*rows[1:], strict=True)]


def _stroke(text: str, memory: Memory, worker: Worker) -> tuple[float, float, float]:
    import toc  # noqa: PLC0415  as above
    from toc.load import of_source  # noqa: PLC0415  as above
    from toc.source import Source  # noqa: PLC0415  as above

    start = time.perf_counter()
    loaded = of_source(Source("typed.toc", text), memory=memory)
    read = time.perf_counter()
    toc.render(loaded, "svg", engine=worker).split("\n")
    drew = time.perf_counter()
    toc.check(loaded, stage="live")
    return read - start, drew - read, time.perf_counter() - drew


def _session(worker: Worker) -> None:
    """Type on and on, sometimes new words, sometimes new boxes, and look at the memory."""
    from toc.memory import Memory  # noqa: PLC0415  as above

    memory, random, text = Memory(), Random(2), drawn(30)  # noqa: S311  as above
    held = []
    for number in range(LONG_SESSION):
        text = _in_words(text, random, number) if number % 20 else _box(drawn(30), random, number)
        _stroke(text, memory, worker)
        if number % (LONG_SESSION // 4) == LONG_SESSION // 4 - 1:
            held.append(f"{number + 1:,} keys {_memory():.0f} MB")
    print("memory after " + ", ".join(held))


def _memory() -> float:
    """Give the memory that this process holds now, in MB; 0 where the system does not say."""
    if not sys.platform.startswith("linux"):
        return 0.0
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
