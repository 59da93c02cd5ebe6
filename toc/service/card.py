"""The eight words of the card: enough for a workshop, and all that anybody has to know before writing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the card: the word, what it is for, and one line with it."""

    word: str
    about: str
    example: str


CARD: tuple[Word, ...] = (
    Word("goal", "the lasting change, and for whom", "goal clean-air: Children in Riverside breathe clean air"),
    Word("outcome", "what must change first", "outcome low-traffic: Fewer cars drive past schools at drop-off"),
    Word("activity", "what we do", "activity school-streets: Close streets around 12 schools at drop-off"),
    Word("partner", "who is in this together", "partner council: Riverside City Council"),
    Word("by", "who does it or brings something", "by council: traffic orders, signs and bollards"),
    Word("because", "why one leads to the other", "because: the school run is most of the traffic then"),
    Word("assuming", "what has to be true for it", "assuming: displaced traffic does not move to other schools"),
    Word("->", "leads to this as well", "-> low-traffic: parents switch when the bus is quiet and clean"),
)
"""The words, in the order in which a group needs them."""
