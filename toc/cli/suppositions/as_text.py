"""The answer for people at a terminal: groups of sentences, each with a sign that is no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.cli.terminal import Row, Style, Styled
from toc.whatif import tell, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.whatif import WhatIf

_SIGNS: Final = {"×": Style.ERROR, "»": Style.WARNING, "=": Style.GOOD, "+": Style.ADVICE, "": Style.FAINT}
_INDENT: Final = 4
MOST_TOLD: Final = 40
"""How many sentences of a group are shown at a terminal; the other formats have them all."""


def rows(answer: WhatIf) -> Iterator[Row]:
    """Write the whole answer, row by row."""
    yield Row((Styled(title(answer), Style.STRONG),), indent=2)
    for group in tell(answer):
        yield from (Row(), Row((Styled(group.title, Style.STRONG),)))
        for sentence in group.told[:MOST_TOLD]:
            yield Row(("  ", Styled(group.sign or "-", _SIGNS[group.sign]), " ", sentence), _INDENT)
        if len(group.told) > MOST_TOLD:
            yield Row((f"    … and {len(group.told) - MOST_TOLD:,} more; all of them: --format md",), _INDENT)
