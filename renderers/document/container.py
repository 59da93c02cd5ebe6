"""Zip containers of office files, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def same_bytes(container: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """Write a container anew: its parts in their order, without the time at which they were put in.

    ``changes`` says for parts, by name, what is to be done to them on the way.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(container)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            change = (changes or {}).get(name)
            new.writestr(info, change(old.read(name)) if change else old.read(name))
    return out.getvalue()
