"""The settings of a project: ``toc.toml``, or ``[tool.toc]`` in pyproject.toml, nearest above a theory.

::

    stage = "agreed"
    profile = "light"

    [rules]
    no-words = "off"
    bare-arrows = "warning"

    [thresholds]
    goals = 2

Data only: nothing in it is run, and no other file is named by it. pydantic is imported only where there is such a file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from toc.files import read
from toc.rules.settings import Settings
from toc.troubles import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_FILE = "toc.toml"
SHARED_FILE = "pyproject.toml"


def settings_near(path: str) -> Settings:
    """Find and read the settings that hold for a file; without any, everything is as usual.

    Raises FileTrouble when they cannot be read or say something that nobody understands.
    """
    for folder in _upwards(os.path.dirname(os.path.realpath(path))):
        for name in (OWN_FILE, SHARED_FILE):
            file = os.path.join(folder, name)
            if os.path.isfile(file) and (said := _said_in(file)) is not None:
                from .config_shape import settings_from  # noqa: PLC0415  brings pydantic

                return settings_from(said, _near(file))
    return Settings()


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _said_in(file: str) -> dict[str, Any] | None:
    """Give what a file says to toc; None where it says nothing, as most pyproject.toml do."""
    text = read(file).text
    if file.endswith(SHARED_FILE) and "toc" not in text:
        return None
    import tomllib  # noqa: PLC0415  most theories have no settings

    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if file.endswith(SHARED_FILE) and "tool.toc" not in text:
            return None  # somebody else's tool will complain about it
        msg = f"{_near(file)} is no TOML: {error}. Correct it there, or take the file away."
        raise FileTrouble(msg) from None
    if file.endswith(OWN_FILE):
        return whole
    tools = whole.get("tool")
    own = tools.get("toc") if isinstance(tools, dict) else None
    return own if isinstance(own, dict) else None


def _near(file: str) -> str:
    """Name a file from here where that is shorter."""
    try:
        return min(os.path.relpath(file), file, key=len)
    except ValueError:
        return file
