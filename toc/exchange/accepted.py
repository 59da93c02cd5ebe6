"""Changes that the group has accepted although they drop something: ``toc-accepted.toml`` beside the plan.

::

    [accepted]
    clean-air = "It became a part of the goal healthy-children."
    "walks by council" = "The council told us by phone on 3 May; minutes follow."

The name is the one that ``toc diff --breaking`` shows; the reason is required.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from toc.files import read
from toc.troubles import FileTrouble, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "toc-accepted.toml"
"""What the file is called where nobody names another."""


def accepted_beside(plan: str) -> Mapping[str, str]:
    """Read what is accepted for a plan; where there is no such file beside it, nothing is."""
    path = os.path.join(os.path.dirname(plan), NAME)
    return accepted(path) if os.path.lexists(path) else {}


def accepted(path: str) -> Mapping[str, str]:
    """Read accepted changes and the reason for each; raises FileTrouble where one has none, or it is no such file."""
    import tomllib  # noqa: PLC0415  most plans accept nothing

    try:
        table = tomllib.loads(read(path).text).get("accepted")
    except tomllib.TOMLDecodeError as error:
        msg = f"{shown(path)} is no TOML: {error}."
        raise FileTrouble(msg) from None
    if not isinstance(table, dict):
        msg = f"{shown(path)} has no table [accepted] with lines such as: clean-air = “the reason”"
        raise FileTrouble(msg)
    for name, reason in table.items():
        if not isinstance(reason, str) or not reason.strip():
            msg = f"{shown(path)} accepts ‘{name}’ without a reason. Write one: {name} = “the reason”"
            raise FileTrouble(msg)
    return table
