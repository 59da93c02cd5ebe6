"""From a name on the command line to a theory: a .toc file, standard input, or a model as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from toc.troubles import FileTrouble

from .options import STDIN

if TYPE_CHECKING:
    from toc.load import Loaded
    from toc.rules.settings import Settings
    from toc.source import Source

STDIN_NAME = "<stdin>"
"""What messages call standard input."""


def opened(file: str) -> Loaded:
    """Read a theory with whatever it includes; raises FileTrouble when its main file cannot be read."""
    from toc.load import load, of_source  # noqa: PLC0415  brings the parser

    if file != STDIN:
        return load(file)
    source = piped()
    return model_of(source) if source.text.lstrip().startswith("{") else of_source(source)


def piped() -> Source:
    """Read standard input; raises FileTrouble when there is none or it is no text."""
    from toc.files import read_stream  # noqa: PLC0415  a file has its own reader

    if sys.stdin is None:
        msg = "There is no standard input to read. Name a file."
        raise FileTrouble(msg)
    return read_stream(sys.stdin.buffer, STDIN_NAME)


def model_of(source: Source) -> Loaded:
    """Read a model as JSON; raises FileTrouble where it is none."""
    from toc.exchange.model_json import read  # noqa: PLC0415  brings pydantic
    from toc.load import Loaded  # noqa: PLC0415  most theories are text

    return Loaded(*read(source.text, source.name))


def settings_for(file: str) -> Settings:
    """Find the settings of the project that a file belongs to; for standard input, of this folder."""
    from toc.exchange.config import settings_near  # noqa: PLC0415  wrong use needs no settings

    return settings_near(STDIN_NAME if file == STDIN else file)
