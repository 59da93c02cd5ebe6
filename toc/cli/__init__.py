"""The command line: one file a command group, each importing what it needs when it runs.

Status 0: fine. 1: `toc check` found errors, or `toc fmt --check` something to change. 2: wrong use, or a file that
cannot be read or written. 130: stopped with Ctrl-C, at any moment, without a word.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType


def main() -> None:
    """Run toc as a program; this is what the command `toc` calls."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), _stop)
    from .app import run  # noqa: PLC0415  Ctrl-C is quiet from here on, so also while the rest is imported

    sys.exit(run(sys.argv[1:]))


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End at once: an exception could be swallowed on its way, or printed by what it passes."""
    if files := sys.modules.get("toc.files"):
        getattr(files, "drop_unfinished", int)()
    os._exit(128 + number)
