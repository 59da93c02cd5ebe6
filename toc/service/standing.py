"""What a line stands in, and so which details fit there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.lines import NAMING, Shape
from toc.misread import misread
from toc.vocabulary import ARROW, CONTRIBUTION, KINDS, MARGIN, NESTED_WORDS

from .text import ancestors

if TYPE_CHECKING:
    from toc.lines import Line
    from toc.vocabulary import Kind

    from .text import Bare

_ARROWS = frozenset({Shape.ARROW, Shape.UNFINISHED_ARROW})
_CONTRIBUTIONS = frozenset({Shape.CONTRIBUTION, Shape.UNFINISHED_CONTRIBUTION})
_DETAILS = frozenset({Shape.PROPERTY, Shape.UNKNOWN_KEY})


class Standing(NamedTuple):
    """Where a line stands: ``kind`` says which details fit, ``line`` is what they would be about, None at the margin.

    ``host`` is the element around both; it is ``line`` itself but where that is an arrow or a contribution.
    """

    kind: Kind
    line: Line | None = None
    host: Line | None = None


def standing(text: str, bare: Bare) -> Standing:
    """Say what a line stands in; details stand in nothing, so one below a detail stands where that does."""
    inner: tuple[Kind, Line] | None = None
    for line in ancestors(text, bare):
        kind = kind_below(line)
        if kind is None:
            continue
        if kind in (ARROW, CONTRIBUTION):
            inner = inner or (kind, line)
        else:
            return Standing(*inner, line) if inner else Standing(kind, line, line)
    return Standing(*inner) if inner else Standing(MARGIN)


def kind_below(line: Line) -> Kind | None:
    """Give the kind that a line is for those below it; None for details and what nobody understands."""
    if line.shape in _ARROWS:
        return ARROW
    if line.shape in _CONTRIBUTIONS:
        return CONTRIBUTION
    if line.shape in _DETAILS or line.shape not in NAMING:
        return None
    word = line.word.text.casefold()
    if line.shape is Shape.MISSPELT:
        found = misread(f"{line.word.text}: x", under_something=True)
        word = (found.meant if found else None) or "outcome"
    return KINDS.get(NESTED_WORDS.get(word, word))
