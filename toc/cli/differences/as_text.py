"""Changes for people at a terminal: readable without colour, since brackets say what is gone and what has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.cli.terminal import Row, Style, Styled
from toc.compare.told import NOTHING
from toc.compare.words import Role

from . import DROPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.cli.terminal import Piece
    from toc.compare import words
    from toc.compare.told import Told

    from . import Difference

_MARKS: Final = {"+": Style.GOOD, "-": Style.ERROR, "~": Style.WARNING, ">": Style.ADVICE, "!": Style.WARNING}
_INDENT: Final = 4


def rows(difference: Difference) -> Iterator[Row]:
    """Write all changes, row by row."""
    if not difference.groups:
        yield Row((f"{NOTHING}{difference.whom and f' for {difference.whom}'}",))
    else:
        yield from _told(difference)
    if difference.dropped:
        yield Row()
        yield from drops(difference)


def drops(difference: Difference) -> Iterator[Row]:
    """Write what was dropped without a word."""
    yield Row((Styled(DROPPED, Style.STRONG),))
    for each in difference.dropped:
        yield Row(("  ", Styled("!", Style.ERROR), " ", *[_piece(piece) for piece in each]), _INDENT)


def _told(difference: Difference) -> Iterator[Row]:
    yield Row((difference.heading,), indent=2)
    for group in difference.groups:
        yield Row()
        yield Row((Styled(group.title, Style.STRONG),))
        yield from [row(told) for told in group.told]


def row(told: Told) -> Row:
    """Write one sentence."""
    return Row(("  ", Styled(told.mark, _MARKS[told.mark]), " ", *[_piece(each) for each in told.pieces]), _INDENT)


def _piece(piece: words.Piece) -> Piece:
    if piece.role is Role.GONE:
        return Styled(f"[-{piece.text}-]", Style.ERROR)
    if piece.role is Role.COME:
        return Styled(f"{{+{piece.text}+}}", Style.GOOD)
    return Styled(piece.text, Style.FAINT) if piece.role is Role.ASIDE else piece.text
