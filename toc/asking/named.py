"""What a question names, by which two of them are told apart."""

from __future__ import annotations

import re

_NAMED = re.compile("‘[^’]*’|[0-9]+ more")


def named_in(asks: str) -> frozenset[str]:
    """Give what a question names: the boxes, and how many more it counts."""
    return frozenset(_NAMED.findall(asks))
