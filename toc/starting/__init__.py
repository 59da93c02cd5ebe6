"""The beginning of a theory: four questions or a template, and the files that stand in a folder afterwards.

Nothing is written before everything is known, and nothing that is there is ever replaced.
"""

from __future__ import annotations

from .plan import plan_of
from .putting import Place, find_place, put
from .questions import QUESTIONS, Answers, Question
from .templates import TEMPLATES, UnknownTemplateError, about, template

__all__ = [
    "QUESTIONS",
    "TEMPLATES",
    "Answers",
    "Place",
    "Question",
    "UnknownTemplateError",
    "about",
    "find_place",
    "plan_of",
    "put",
    "template",
]
