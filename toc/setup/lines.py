"""Lines of ours in files that belong to others, such as .gitattributes: put in once, and taken out exactly."""

from __future__ import annotations

import os

from toc.files import read, write


def put_in(path: str, lines: tuple[str, ...]) -> bool:
    """Put lines at the end of a file, which may not exist yet; False where they stand in it already."""
    text, newline = _read(path)
    if _place(text.split("\n"), lines) is not None:
        return False
    if text and not text.endswith("\n"):
        text += "\n"
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    write(path, (text + "\n".join(lines) + "\n").replace("\n", newline))
    return True


def take_out(path: str, lines: tuple[str, ...]) -> bool:
    """Take lines out of a file again, and the file too if nothing else is in it; False where they are not there."""
    text, newline = _read(path)
    rows = text.split("\n")
    place = _place(rows, lines)
    if place is None:
        return False
    del rows[place : place + len(lines)]
    left = "\n".join(rows)
    if left:
        write(path, left.replace("\n", newline))
    else:
        os.unlink(path)
    return True


def _read(path: str) -> tuple[str, str]:
    if not os.path.exists(path):
        return "", "\n"
    source = read(path)
    return source.text, source.newline


def _place(rows: list[str], lines: tuple[str, ...]) -> int | None:
    """Find where the lines stand, one below the other."""
    for place in range(len(rows) - len(lines) + 1):
        if tuple(rows[place : place + len(lines)]) == lines:
            return place
    return None
