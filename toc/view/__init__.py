"""Views: a part of a theory as a theory of its own, made before anything is drawn or told.

A view is a question to the one model ("what leads to this?", "where do we come in?"), never a second model. What it
answers is a whole: a link stays only between two ends that stay, what is about something goes with it, and no name
becomes undeclared that was not before. Linear in the theory; nothing recurses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .asking import AROUND, View, ViewTrouble
from .cut import cut, wanted
from .questions import answers

if TYPE_CHECKING:
    from toc.model import Theory

__all__ = ["View", "ViewTrouble", "apply"]


def apply(theory: Theory, view: View) -> Theory:
    """Give the part of a theory that a view shows; raises ViewTrouble for a name or word that there is not."""
    hides = view.hide - AROUND
    if view == View(hide=view.hide) and hides <= {"notes"}:
        return replace(theory, notes=()) if hides else theory
    return cut(theory, wanted(view, answers(theory, view)))
