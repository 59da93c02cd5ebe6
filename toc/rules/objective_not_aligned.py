"""A partner's own aim that touches no shared result.

What an organisation wants for itself and what the partners want together need not be the same, but they should
meet somewhere: what does not help at home has a low priority at home, and there the work stops. Draw an arrow
from the aim to the result it shares. An aim that only works against a result is asked about as well. One that is
parked can say so (`ignore objective-not-aligned: …`).

Source: low priority at home is where delivery fails (Sturrock and Pocock); members pursue their own aims within shared
values (Prosocial, after Ostrom); mutually reinforcing work (collective impact).

Speaks up:

```toc
partner college: Harbour College
  aim places: Fill every apprenticeship
goal work: School leavers in Harbour find work
  activity fair: Hold a job fair
    by college
```

Silent:

```toc
partner college: Harbour College
  aim places: Fill every apprenticeship
    -> work
goal work: School leavers in Harbour find work
  activity fair: Hold a job fair
    by college
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkKind

from .at_the_table import at_the_table
from .few_or_many import at_first, few_or_many
from .giving import brought
from .phrases import capital, count, name, name_of, names_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import Contribution, Element

NAME = "objective-not-aligned"


def find(facts: Facts) -> Iterator[Finding]:
    """Name every aim of a partner at the table from which no arrow leads to a shared result."""
    here = {partner.id for partner in at_the_table(facts.theory)}
    aims = [aim for aim in facts.theory.of_kind("aim") if aim.owner in here and aim.id not in facts.settled]
    if not aims:
        return
    own = {aim.id for aim in aims}
    meets = {link.source for link in facts.theory.links if link.source in own and link.kind != LinkKind.WORKS_AGAINST}
    against = {link.source: link.target for link in facts.theory.links if link.source in own}
    alone = [aim for aim in aims if aim.id not in meets]
    given = brought(facts.theory)
    yield from few_or_many(
        alone,
        facts,
        NAME,
        lambda aim: _alone(aim, against.get(aim.id), _nearest(aim, given, facts), facts),
        lambda all_: _together(all_, facts),
    )


def _alone(aim: Element, against: str | None, nearest: str | None, facts: Facts) -> Finding:
    owner = name_of(facts.theory, aim.owner or "")
    if against:
        said = f"{name(aim)}, which {owner} is after, works against {name_of(facts.theory, against)}"
        message = f"{said}, and touches no other shared result. Have you talked about how the two can live together?"
    else:
        message = (
            f"{owner} is after {name(aim)}, and it touches no shared result. Where does it meet what you do together?"
        )
    fixes = [Fix("If it is parked for now, say so", paste=f"ignore {NAME}: …")]
    if nearest:
        fixes.insert(
            0,
            Fix(
                f"Draw an arrow to the result it helps, such as {name_of(facts.theory, nearest)}", paste=f"-> {nearest}"
            ),
        )
    return on_element(aim, message, *fixes)


def _together(aims: Sequence[Element], facts: Facts) -> Finding:
    names = names_of(facts.theory, [one.id for one in aims])
    how_many = capital(count(len(aims), "aim"))
    message = (
        f"{how_many} of partners touch no shared result: {names}. Where does each of them meet what you do together?"
    )
    return at_first(message, aims[0], Fix("Draw an arrow from an aim to the result it helps"))


def _nearest(aim: Element, given: Mapping[str, Sequence[Contribution]], facts: Facts) -> str | None:
    """Give the first result that something its owner brings leads to."""
    for one in given.get(aim.owner or "", ()):
        found = facts.graph.some_effects(one.to, 1) if isinstance(one.to, str) else ()
        if found and found[0] in facts.theory.by_id:
            return found[0]
    return next(iter(facts.graph.goals), None)


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
