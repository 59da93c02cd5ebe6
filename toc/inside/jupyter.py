"""Theories in notebooks: `%load_ext toc.inside.jupyter`, then a cell that begins with `%%toc`.

The cell is drawn as it stands; ``%%toc --partner council`` shows a part of it. From then on a theory that a cell gives,
such as ``toc.load("plan.toc")``, shows itself: as a picture, as its story, and as plain text.
"""

from __future__ import annotations

import shlex
from functools import partial
from typing import Any

from .shown import OPTIONS, Shown, show


class Cell:
    """What a cell shows: the picture, and in plain text what could not be read."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def _repr_mimebundle_(self, **_asked: Any) -> dict[str, str]:
        plain = "\n".join([self.shown.alt, *self.shown.remarks])
        from .shown import in_html  # noqa: PLC0415  notebooks that print need no HTML

        return {"text/plain": plain, "text/html": in_html(self.shown)}


def toc(line: str, cell: str) -> Cell:
    """Show the theory in a cell; the words behind ``%%toc`` are options such as ``--partner council``."""
    words, options = shlex.split(line), {}
    while words:
        name = words.pop(0).removeprefix("--")
        if name not in OPTIONS or not words:
            return Cell(Shown(remarks=(f"What does ‘{name}’ mean here? There are {', '.join(OPTIONS)}.",)))
        options[name] = words.pop(0)
    return Cell(show(cell, None, options))


def load_ipython_extension(shell: Any) -> None:
    """Add the magic, and teach the notebook to show theories; this is what `%load_ext` calls."""
    shell.register_magic_function(toc, "cell", "toc")
    for kind, how in (("image/svg+xml", "svg"), ("text/markdown", "md")):
        shown = partial(_rendered, how)
        for module, name in (("toc.load", "Loaded"), ("toc.model", "Theory")):
            shell.display_formatter.formatters[kind].for_type_by_name(module, name, shown)


def _rendered(how: str, theory: Any) -> str:
    from toc.render import render  # noqa: PLC0415  a notebook that shows no theory needs none

    return str(render(theory, how))
