"""The command line: one file a command group, each importing what it needs when it runs.

Status 0: fine. 1: `toc check` found errors, `toc fmt --check` or `toc sync --check` something to change, `toc sync` a
block to leave, `toc diff` what `--exit-code` or `--breaking` ask for, or `toc doctor` something wrong. 2: wrong use, or
a file that cannot be read or written. 3: `toc merge` left a conflict. 130: stopped with Ctrl-C, at any moment, without
a word; 143: ended from outside.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType


def main() -> NoReturn:
    """Run toc as a program; this is what the command `toc` calls."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), _stop)
    # A run is short and leaves no rubbish in circles, so that looking for it only costs time, as does tidying up at
    # the end: together a fifth of a check.
    gc.disable()
    from .app import run  # noqa: PLC0415  Ctrl-C is quiet from here on, so also while the rest is imported

    status = run(sys.argv[1:])
    if os.environ.get("TOC_DEBUG"):
        sys.exit(status)
    os._exit(status)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    """End at once: an exception could be swallowed on its way, or printed by what it passes."""
    if files := sys.modules.get("toc.files"):
        getattr(files, "drop_unfinished", int)()
    os._exit(128 + number)
