"""A theory of change written as plain text: checked, drawn and told as a story.

    >>> import toc
    >>> loaded = toc.loads("goal clean-air: Children breathe clean air")
    >>> loaded.theory.get("clean-air").text
    'Children breathe clean air'

Everything public is here and comes when it is first asked for, so that ``import toc`` stays cheap.
"""

from __future__ import annotations

import sys
from importlib import import_module
from os import path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .check import check
    from .compare import compare
    from .findings import Finding
    from .load import Loaded, load, loads
    from .model import Theory
    from .render import render

__all__ = ["Finding", "Loaded", "Theory", "check", "compare", "load", "loads", "render"]

_HOME = {
    "Finding": "findings",
    "Loaded": "load",
    "Theory": "model",
    "check": "check",
    "compare": "compare",
    "load": "load",
    "loads": "load",
    "render": "render",
}

# In a checkout `grammar/` and `renderers/` stand beside this folder; in a wheel they are inside it.
if not path.isdir(path.join(path.dirname(__file__), "grammar")):
    __path__.append(path.dirname(path.dirname(__file__)))


class _Package(ModuleType):
    """Keeps `toc.load` the function once the module of that name has been imported, which would put itself there."""

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOME.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f".{_HOME[name]}", __name__), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
