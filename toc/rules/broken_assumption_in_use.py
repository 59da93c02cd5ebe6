"""A belief that no longer holds, and results that still rest on it.

The assumption is `broken`, and the step that needs it is still part of the plan. The message names what can no
longer be reached, taking into account what else supports each result. Then the group decides: continue, change, or
stop.

Source: continue, pause or stop; few theories are ever revised (Aston).

Speaks up:

```toc
theory: Night clinics
  stage: running

partner clinic: Harbour Clinic
goal caught: Cancer is found early
  outcome come: Night workers come to be screened
    activity night: Screen at night
      by clinic
      assuming open: The ferry runs at night
        status: broken
```

Silent:

```toc
theory: Night clinics
  stage: running

partner clinic: Harbour Clinic
goal caught: Cancer is found early
  outcome come: Night workers come to be screened
    activity night: Screen at night
      by clinic
      status: stopped
      assuming open: The ferry runs at night
        status: broken
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import state
from toc.model import About, Element, LinkRef

from .phrases import FEW, name, name_of, names_of, series
from .rule import ERROR, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "broken-assumption-in-use"
MOST_STEPS = 500_000
"""How much is worked out in all; past it, a broken assumption names what comes next and not what falls."""


def find(facts: Facts) -> Iterator[Finding]:
    """Name every broken assumption with something that still uses it, and what falls with it."""
    left = MOST_STEPS
    for assumption in facts.theory.of_kind("assumption"):
        if state(assumption) != "broken":
            continue
        used = [what for what in assumption.about if _is_used(what, facts)]
        if used or assumption.whole:
            left -= len(facts.graph.places)
            yield on_element(
                assumption,
                f"{name(assumption)} no longer holds. {_rests(assumption, used, facts, exactly=left > 0)} "
                "Continue, change, or stop?",
                Fix("If it holds again, say so", paste="status: holding"),
            )


def _is_used(what: About, facts: Facts) -> bool:
    ends = (what.source,) if isinstance(what, LinkRef) else (what,)
    known = [facts.theory.by_id.get(end) for end in ends]
    return not any(element is not None and state(element) in ("stopped", "done") for element in known)


def _rests(assumption: Element, used: list[About], facts: Facts, *, exactly: bool) -> str:
    if assumption.whole:
        return "The whole plan rests on it."
    lost = frozenset([what for what in used if isinstance(what, str)])
    torn = frozenset([what for what in used if isinstance(what, LinkRef)])
    fallen = _fallen(lost, torn, facts) if exactly else []
    if fallen:
        names = names_of(facts.theory, fallen)
        return f"With it {'falls' if len(fallen) == 1 else 'fall'} {names}."
    following = [one for what in used for one in _following(what, facts)]
    ids = list(dict.fromkeys(following))
    if not ids:
        return f"It is still part of the plan, below {name_of(facts.theory, next(iter(lost), ''))}." if lost else ""
    said = series([name_of(facts.theory, one) for one in ids[:FEW]] + (["others"] if len(ids) > FEW else []))
    return f"{said} {'rests' if len(ids) == 1 else 'rest'} on it."


def _fallen(lost: frozenset[str], torn: frozenset[LinkRef], facts: Facts) -> list[str]:
    after = facts.graph.holds_without(lost, torn)
    return [
        one for one in facts.graph.places if one in facts.graph.holds and one not in after and _is_result(one, facts)
    ]


def _is_result(known: str, facts: Facts) -> bool:
    element: Element | None = facts.theory.by_id.get(known)
    return element is not None and element.kind != "activity"


def _following(what: About, facts: Facts) -> tuple[str, ...]:
    if isinstance(what, LinkRef):
        return (what.target, *facts.graph.beyond(what.target, most=FEW))
    return facts.graph.beyond(what, most=FEW + 1)


RULE = Rule(NAME, find, None, None, None, ERROR, family=Family.ASSUMPTIONS)
