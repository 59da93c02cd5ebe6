"""What the details of an element say, as questions can use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from .support import ALL

if TYPE_CHECKING:
    from toc.model import About, Contribution, Element, Theory

DOING_ROLES = frozenset({"do", "lead"})
"""The roles in which a partner does an activity."""

REACHED = frozenset(
    {
        "accompli", "accomplie", "accomplished", "achieved", "atteint", "atteinte", "celebrated", "complete",
        "completed", "cumplido", "done", "fait", "faite", "finished", "hecho", "logrado", "met", "reached", "terminé",
        "terminée", "✓", "✔", "تم",
    }
)  # fmt: skip
"""How people write that something is done."""

DROPPED = frozenset({"abandonné", "abandonnée", "annulé", "annulée", "canceled", "cancelled", "closed", "dropped"})
"""How people write that something will not be done any more."""

_COMMA = re.compile(r"[,，،]")
_MOST_DIGITS = 9


def state(thing: Element | Contribution) -> str:
    """Give the status of an element or contribution as it is compared: ``stopped``, or empty."""
    return (thing.get("status") or "").strip().casefold()


def is_stopped(element: Element | None) -> bool:
    """Say whether this is an activity that was stopped; it is left in peace and supports nothing any more."""
    return element is not None and element.kind == "activity" and state(element) == "stopped"


def is_reached(element: Element) -> bool:
    """Say whether the first word of a status says that something is done: ``done``, ``reached in May``."""
    return _first_word(element) in REACHED


def is_over(element: Element) -> bool:
    """Say whether something is done, or dropped."""
    return is_reached(element) or _first_word(element) in DROPPED


def _first_word(element: Element) -> str:
    return state(element).replace(",", " ").replace(":", " ").split(" ", 1)[0]


def needed(element: Element) -> int:
    """Say how many of its causes a result needs; `ALL` unless it says otherwise."""
    said = (element.get("needs") or "").strip().casefold()
    if said == "any" or (not said and (element.get("enough") or "").strip().casefold() == "yes"):
        return 1
    return max(1, int(said[:_MOST_DIGITS])) if said.isdecimal() else ALL


def listed(value: str) -> tuple[str, ...]:
    """Take a list of names apart at its commas."""
    return tuple([normalize("NFC", part.strip()) for part in _COMMA.split(value) if part.strip()])


def doers(theory: Theory) -> dict[str, tuple[Contribution, ...]]:
    """Give for every element the contributions of those who do or lead it; what was withdrawn does not count."""
    found: dict[str, list[Contribution]] = {}
    for contribution in theory.contributions:
        to = contribution.to
        if isinstance(to, str) and contribution.role in DOING_ROLES and state(contribution) != "withdrawn":
            found.setdefault(to, []).append(contribution)
    return {name: tuple(contributions) for name, contributions in found.items()}


def by_subject(theory: Theory) -> dict[About, tuple[Element, ...]]:
    """Give for every element and arrow what is about it."""
    found: dict[About, list[Element]] = {}
    for element in theory.elements:
        for what in element.about:
            found.setdefault(what, []).append(element)
    return {what: tuple(elements) for what, elements in found.items()}
