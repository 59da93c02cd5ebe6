"""Questions that only people can answer: the tool picks the place, a group answers, the answer is kept in the file.

    >>> from toc.asking import Ground, sheet
    >>> for ask in sheet(Ground(theory)):
    ...     print(ask.place.asks)

A bank of 24 questions, each with a function that finds where in a theory it makes sense. Nothing is scored, counted up
or compared, and nothing here reads the clock or writes a file. Costs a few walks over the theory. How an answer is
written down is in `toc.asking.answering`, which is read only where somebody answers.
"""

from __future__ import annotations

from .bank import BANK, LAST
from .question import Ground, Place, Question, Theme
from .sheet import OWN, Ask, asks_of, by_theme, in_rounds, sheet

__all__ = [
    "BANK",
    "LAST",
    "OWN",
    "Ask",
    "Ground",
    "Place",
    "Question",
    "Theme",
    "asks_of",
    "by_theme",
    "in_rounds",
    "sheet",
]
