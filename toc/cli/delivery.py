"""Where a result goes: into a file, all of it or nothing, or to standard output."""

from __future__ import annotations

from .options import STDIN


def deliver(content: str | bytes, output: str) -> None:
    """Write a result into a file, or to standard output for ``-``; raises FileTrouble when that cannot be done."""
    if output == STDIN:
        from .terminal import put  # noqa: PLC0415  a file needs no terminal

        put(content)
    else:
        from toc.files import write  # noqa: PLC0415  standard output needs no file

        write(output, content)
