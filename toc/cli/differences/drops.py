"""What was dropped without a word, in a sentence that says whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.compare.sentences import sentence
from toc.compare.words import Piece, Role

if TYPE_CHECKING:
    from toc.compare.dropped import Dropped
    from toc.compare.names import Names
    from toc.compare.words import Pieces


def told(dropped: Dropped, names: Names) -> Pieces:
    """Tell that something was dropped, and whom it concerns; its name is what an accepted change calls it."""
    pieces = [*sentence(dropped.change, names), Piece(", and no session, disagreement or note says why.")]
    for number, partner in enumerate(dropped.change.partners):
        pieces += [Piece(" It concerns " if number == 0 else ", "), names.partner(partner)]
    pieces += [Piece("." if dropped.change.partners else ""), Piece(" [")]
    return (*pieces, Piece(dropped.name, Role.NAME), Piece("]"))
