"""What partners bring: by whom, to what, how firm it is, and who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic import is_stopped, state
from toc.source import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Contribution, Element, Theory
    from toc.source import Span

    from .rule import Facts

PROMISED = frozenset({"offered", "pledged"})
"""How firm a contribution is that nobody has confirmed yet."""

FIRM = frozenset({"confirmed", "delivered"})
"""How firm a contribution is that can be counted on."""

VIEWS = frozenset({"assumption", "disagreement"})
"""What a partner holds a view on; a view brings nothing."""


def brought(theory: Theory) -> Mapping[str, tuple[Contribution, ...]]:
    """Give for every partner what it brings; views, and what was withdrawn, do not count."""
    found: dict[str, list[Contribution]] = {}
    for given in theory.contributions:
        about = theory.by_id.get(given.to) if isinstance(given.to, str) else None
        if state(given) != "withdrawn" and not (about and about.kind in VIEWS):
            found.setdefault(given.partner, []).append(given)
    return {partner: tuple(contributions) for partner, contributions in found.items()}


def is_confirmed(given: Contribution) -> bool:
    """Say whether somebody has said yes to a contribution, or it is there already."""
    return state(given) in FIRM or bool(given.get("confirmed-by") or given.get("confirmed-on"))


def is_promised(given: Contribution) -> bool:
    """Say whether a contribution is offered or pledged, and nobody has said yes to it."""
    return state(given) in PROMISED and not is_confirmed(given)


def line_of(given: Contribution) -> Span:
    """Give the ``by`` line below which more can be said about a contribution; nowhere if it may be another line."""
    is_said = given.what or any(detail.span != given.span for detail in given.details)
    return given.span if is_said else NOWHERE


def is_going_on(activity: Element) -> bool:
    """Say whether work is planned or going on: neither stopped nor done."""
    return not is_stopped(activity) and state(activity) != "done"


def partners_doing(known: str, facts: Facts) -> tuple[str, ...]:
    """Give the partners who do or lead something, each once."""
    return tuple(dict.fromkeys([given.partner for given in facts.graph.doers.get(known, ())]))


def leaders(known: str, facts: Facts) -> tuple[str, ...]:
    """Give the partners who lead something; whoever does it alone leads it."""
    doers = facts.graph.doers.get(known, ())
    leading = tuple(dict.fromkeys([given.partner for given in doers if given.role == "lead"]))
    alone = partners_doing(known, facts)
    return leading or (alone if len(alone) == 1 else ())
