"""What all office files share: zip containers in which the same parts give the same bytes, and links that open.

A relation to an address that is no proper URI makes office programs call the whole file damaged.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

from .escape import link_target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MISSING: Final = "Word, Excel and PowerPoint need a few more packages: pip install 'theory-of-change[office]'"
"""What is said where none of what writes them is installed; all of it comes at once."""

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST: Final = 2000
LONGEST_TITLE: Final = 255
"""The most characters that a title among the properties may have."""

_OUTWARD: Final = re.compile(r"mailto:.+|https?://(?:[^/?#@]*@)?[\w.-]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE)


def leads_to(address: str | None) -> str | None:
    """Give the address of a link where office files may hold it: a place on the web, or a mail; else None."""
    target = link_target(address) if address else None
    return target if target and len(target) <= _LONGEST and _OUTWARD.fullmatch(target) else None


def without_thumbnail(relations: Any) -> None:
    """Take out the small picture of a template's first page, which is what folders would show of our file."""
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        relations.pop(key)


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
