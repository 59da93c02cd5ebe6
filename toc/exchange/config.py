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
from pathlib import Path
from typing import Any

from toc.files import read
from toc.rules.settings import Settings
from toc.troubles import FileTrouble

OWN_FILE = "toc.toml"
SHARED_FILE = "pyproject.toml"


def settings_near(path: str) -> Settings:
    """Find and read the settings that hold for a file, or for this folder; without any, everything is as usual.

    Raises FileTrouble when they cannot be read or say something that nobody understands.
    """
    place = Path(os.path.realpath(path))
    for folder in place.parents:
        for name in (OWN_FILE, SHARED_FILE):
            file = folder / name
            if file.is_file() and (said := _said_in(file)) is not None:
                from .config_shape import settings_from  # noqa: PLC0415  brings pydantic

                return settings_from(said, _near(file))
    return Settings()


def _said_in(file: Path) -> dict[str, Any] | None:
    """Give what a file says to toc; None where it says nothing, as most pyproject.toml do."""
    text = read(file).text
    if file.name == SHARED_FILE and "toc" not in text:
        return None
    import tomllib  # noqa: PLC0415  most theories have no settings

    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if file.name == SHARED_FILE and "tool.toc" not in text:
            return None  # somebody else's tool will complain about it
        msg = f"{_near(file)} is no TOML: {error}. Correct it there, or take the file away."
        raise FileTrouble(msg) from None
    if file.name == OWN_FILE:
        return whole
    tools = whole.get("tool")
    own = tools.get("toc") if isinstance(tools, dict) else None
    return own if isinstance(own, dict) else None


def _near(file: Path) -> str:
    """Name a file from here where that is shorter."""
    try:
        return min(os.path.relpath(file), str(file), key=len)
    except ValueError:
        return str(file)
