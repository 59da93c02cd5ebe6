"""Where a result goes: into a file, all of it or nothing, or to standard output."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from toc.troubles import FileTrouble

from .options import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable


def deliver(content: str | bytes, output: str, *, read_from: Iterable[str] = ()) -> None:
    """Write a result into a file, or to standard output for ``-``.

    Raises FileTrouble when that cannot be done, or when it would replace one of the files it was made from.
    """
    if output == STDIN:
        from .terminal import put  # noqa: PLC0415  a file needs no terminal

        put(content)
        return
    from toc.files import write  # noqa: PLC0415  standard output needs no file

    for file in read_from:
        if _is_the_same(file, output):
            msg = f"{output} is the theory itself, and would be lost. Choose another name."
            raise FileTrouble(msg)
    write(output, content)


def _is_the_same(file: str, output: str) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(file, output)
    return False
