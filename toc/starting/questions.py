"""The four questions with which a theory begins.

They go the way a workshop goes: the goal before the means, who is there before what they do, what must be in place
before what is done for it. The fourth asks for what exists already, because a group that sees its own work on the
wall goes on by itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Question(NamedTuple):
    """One question, with an answer that shows how short an answer may be."""

    asks: str
    example: str


QUESTIONS = (
    Question(
        "What would be different, and for whom, if this worked?",
        "Every child in Lantern Street reads for pleasure",
    ),
    Question(
        "Who is at the table? With commas between them, or one on each line.",
        "Lantern Street School, the library",
    ),
    Question(
        "What must be in place before that can happen? One thing on each line.",
        "Families read together in the evening",
    ),
    Question(
        "What does somebody already do for it? One thing on each line; begin with who, if you know.",
        "The library: send a bag of books home every Friday",
    ),
)
"""The questions, in the order in which they are asked."""


class Answers(NamedTuple):
    """What was answered, word for word, in the order of the questions; each may be empty or have several lines.

    ``more`` is what was said after the last question.
    """

    change: str = ""
    table: str = ""
    first: str = ""
    already: str = ""
    more: str = ""
