"""Meetings: in which order they were, which took place, what was written down, and when a next step is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic.dates import day_of

from .phrases import name

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Element

    from .rule import Facts

REFLECTION = {"happened": "what happened", "why": "why", "so-what": "so what", "now-what": "now what"}
"""The four questions with which a group looks back, by their keys."""


def looked_back(session: Element) -> tuple[str, ...]:
    """Give the keys of the questions that were answered."""
    return tuple([key for key in REFLECTION if (session.get(key) or "").strip()])


def in_order(facts: Facts) -> tuple[Element, ...]:
    """Give the sessions up to today, the oldest first; those without a day come first, as written."""
    sessions = facts.theory.of_kind("session")
    dated = [(day_of(one.id), place, one) for place, one in enumerate(sessions)]
    past = [(day.isoformat() if day else "", place, one) for day, place, one in dated if not _is_ahead(day, facts)]
    return tuple([one for _, _, one in sorted(past, key=lambda each: each[:2])])


def took_place(session: Element, with_actions: frozenset[str], facts: Facts) -> bool:
    """Say whether a session is over; on the day itself, only where somebody wrote something down."""
    day = day_of(session.id)
    if day and facts.as_of and day < facts.as_of:
        return True
    return not _is_ahead(day, facts) and bool(
        session.get("present") or session.get("decision") or looked_back(session) or session.id in with_actions
    )


def _is_ahead(day: date | None, facts: Facts) -> bool:
    return bool(day and facts.as_of and day > facts.as_of)


def when(session: Element) -> str:
    """Say when a session was: ``on 2026-03-12``; by its words where its name is no day."""
    return f"on {session.id}" if day_of(session.id) else f"in the meeting {name(session)}"


def with_actions(facts: Facts) -> frozenset[str]:
    """Give the ids of the sessions that agreed on next steps."""
    return frozenset([one.owner for one in facts.theory.of_kind("action") if one.owner])
