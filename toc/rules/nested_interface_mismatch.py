"""A partner's own map that ends beside the shared one.

A partner can keep its own theory in a file of its own, with its own goal, and the shared theory, which has a title and
a goal elsewhere, includes it. Then that goal should lead to something the partners want together. If it leads to
nothing outside its file, the two maps only lie beside each other. This takes two files: it speaks up where
`shelter.toc` declares a partner and `goal move-on: …` and no arrow leaves the file, and is silent as soon as `-> leave`
stands below that goal and `leave` is a result of the shared map. What an arrow names and nobody declared is told by
`unknown-name`.

Source: theories of change inside each other (Saamuhika Shakti; Mayne 2015); partners keep their own (the partnering
handbooks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .phrases import name, name_of, names_of
from .rule import ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element

NAME = "nested-interface-mismatch"
MOST_BEYOND = 100
"""How many places beyond a partner's own goal are looked at; past that, one of them is taken to be shared."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every goal of a partner's own file that leads to nothing outside it."""
    beside = beside_the_shared_map(facts)
    if not beside:
        return
    apart = frozenset(beside)
    shared = next(goal for goal in facts.graph.top_goals if goal not in apart)
    owners: dict[str, list[str]] = {}
    for partner in facts.theory.of_kind("partner"):
        owners.setdefault(partner.span.file, []).append(partner.id)
    for known in beside:
        goal, yet = facts.theory.by_id[known], " yet" if facts.early else ""
        map_ = f"The map of {names_of(facts.theory, owners[goal.span.file])} ends in {name(goal)}"
        yield on_element(
            goal,
            f"{map_}, and that leads to nothing in the shared map{yet}. Which shared result does it help?",
            Fix(f"Draw an arrow to it, such as {name_of(facts.theory, shared)}", paste=f"-> {shared}"),
        )


def beside_the_shared_map(facts: Facts) -> tuple[str, ...]:
    """Give the goals of partners' own files that lead to nothing outside them; none where no other goal is shared."""
    tops = facts.graph.top_goals
    home, known = facts.theory.span, facts.theory.by_id
    if len(tops) < 2 or home == NOWHERE:  # noqa: PLR2004  a shared goal and one beside it
        return ()
    files = {partner.span.file for partner in facts.theory.of_kind("partner")} - {home.file}
    beside = tuple([one for one in tops if known[one].span.file in files and _stays(known[one], facts)])
    return beside if len(beside) < len(tops) else ()


def _stays(goal: Element, facts: Facts) -> bool:
    if goal.id in facts.settled:
        return False
    beyond = facts.graph.beyond(goal.id, most=MOST_BEYOND)
    here = [facts.theory.by_id[one] for one in beyond if one in facts.theory.by_id]
    return len(here) == len(beyond) < MOST_BEYOND and all(one.span.file == goal.span.file for one in here)


RULE = Rule(NAME, find, None, WARNING, ERROR, ERROR)
