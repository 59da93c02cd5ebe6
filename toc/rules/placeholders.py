"""Words that stand for words that are still to be found: ``TBD``, ``???``, ``…``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WAITING = (
    r"(?<!\S)\?{2,}(?!\S)|\?{3,}|(?<![\w-])(?:TBD|TBC|TBA|tbd|tbc|TODO|FIXME)(?![\w-])"
    r"|^\s*(?:\?|…|\.{3,}|_{2,}|-{2,}|[Xx]{2,})\s*$"
    r"|^\s*[(\[]?(?:to be (?:decided|defined|confirmed|determined|agreed|announced)"
    r"|(?:encore )?[àa] (?:définir|préciser|compléter|confirmer|déterminer)|por definir|a definir)[)\]]?\s*$"
)
_HINTS = (
    "??", "TB", "tb", "TODO", "FIXME", "…", "...", "__", "--", "xx", "XX", "Xx", "xX", "to be ", "éfinir", "definir",
    "préciser", "compléter", "confirmer", "éterminer",
)  # fmt: skip
_ALONE = r"^\s*\?\s*$"


def placeholder(text: str) -> str | None:
    """Give what stands in for words in a text, or None."""
    found = re.search(_WAITING, text, re.MULTILINE)
    return found[0].strip() if found else None


def may_hold_placeholders(texts: Iterable[str]) -> bool:
    """Say whether it is worth looking at these texts one by one; much quicker than to do so."""
    together = "\n".join(texts)
    return any(hint in together for hint in _HINTS) or (
        "?" in together and re.search(_ALONE, together, re.MULTILINE) is not None
    )
