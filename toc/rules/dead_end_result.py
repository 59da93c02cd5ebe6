"""An outcome or output that leads nowhere.

Ask "so what?" of every result. If nothing follows, either the arrow was forgotten, or the map stops too early, or
the result is not needed. This names the place where a path stops, and what rests on it; what lies before it is not
blamed for it. A side effect that nobody aims for (`unintended: yes`) may lead nowhere.

Source: the "so what" test; the Conservation Standards ask for a full set of intermediate results.

Speaks up:

```toc
goal healthy: Mothers survive childbirth in every village
  outcome treated: Clinics treat mothers within the hour
output guide: A guide for midwives is in every clinic
  activity write: Write the guide with midwives
```

Silent:

```toc
goal healthy: Mothers survive childbirth in every village
  outcome treated: Clinics treat mothers within the hour
    output guide: A guide for midwives is in every clinic
      activity write: Write the guide with midwives
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import FEW, name, name_of, series
from .rule import ADVICE, ERROR, WARNING, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every outcome and output without an arrow that leads on."""
    graph = facts.graph
    if not graph.goals:
        return
    for element in facts.theory.of_kind("outcome", "output"):
        if graph.leads_on(element.id) or element.id in facts.settled or element.get("unintended") == "yes":
            continue
        yield on_element(
            element,
            f"{name(element)} leads nowhere{' yet' if facts.early else ''}{_rests(element, facts)}. So what: what "
            "changes because of it?",
            Fix(f"Say what it leads to, such as {name_of(facts.theory, graph.goals[0])}", paste=f"-> {graph.goals[0]}"),
            Fix("If it is a side effect, say so", paste="unintended: yes"),
        )


def _rests(element: Element, facts: Facts) -> str:
    below = facts.graph.beyond(element.id, most=FEW + 1, causes=True)
    if not below:
        return ""
    names = [name_of(facts.theory, one) for one in below[:FEW]]
    said = series([*names, "others"] if len(below) > FEW else names)
    return f", and {said} {'rests' if len(below) == 1 else 'rest'} on it"


RULE = Rule("dead-end-result", find, ADVICE, WARNING, ERROR, ERROR, asks_for_more=True)
