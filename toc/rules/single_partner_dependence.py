"""A goal that is out of reach as soon as one partner is missing.

In most plans nearly everything is needed, and so nearly everybody; that is no mistake, and nothing is said about it.
This speaks up where it matters now: a goal depends on what one partner holds, nobody else does it or stands by as a
`backup`, and the partner has only offered or pledged it, or is not quite in (`status: invited`, `leaving`). It asks who
could step in. A pledge that is asked about here is not told by `unconfirmed-contribution` a second time.

Source: partners can leave without putting the whole at risk (the partnering handbooks on moving on); spread the risks
(Bath Consultancy Group).

Speaks up:

```toc
partner shelter: Harbour Shelter
partner clinic: Harbour Clinic
goal home: Nobody sleeps on the quay
  activity counsel: Talk with everybody who does
    by shelter: two counsellors
      status: pledged
  activity treat: Treat wounds on the spot
    by clinic: a nurse
```

Silent:

```toc
partner shelter: Harbour Shelter
partner clinic: Harbour Clinic
goal home: Nobody sleeps on the quay
  activity counsel: Talk with everybody who does
    by shelter: two counsellors
      status: pledged
      backup: clinic
  activity treat: Treat wounds on the spot
    by clinic: a nurse
```
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding, Fix
from toc.logic import listed, state
from toc.source import NOWHERE

from .at_the_table import AWAY, at_the_table
from .few_or_many import at_first, few_or_many
from .giving import is_going_on, is_promised, line_of
from .phrases import capital, count, name, name_of, names_of
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from toc.model import Contribution, Element

    Held = Mapping[str, Sequence[tuple[str, Sequence[Contribution]]]]
    """For every partner the work and the resources that it alone holds, with what it brings to them."""

NAME = "single-partner-dependence"
MOST_PLACES = 100_000
"""How many places are looked at in all to see what still holds; partners beyond that are not asked about."""


class Pillar(NamedTuple):
    """A partner without whom a goal is out of reach, the work that nobody else does, and whether it is only promised.

    Where it is not, the partner is not quite in.
    """

    partner: Element
    goal: str
    work: tuple[str, ...]
    promised: tuple[Contribution, ...]


def find(facts: Facts) -> Iterator[Finding]:
    """Name every partner without whom a goal is out of reach and on whom it is not safe to rely."""
    found = {pillar.partner.id: pillar for pillar in pillars(facts)}
    yield from few_or_many(
        [pillar.partner for pillar in found.values()],
        facts,
        NAME,
        lambda partner: _told(found[partner.id], facts),
        lambda partners: _together([found[partner.id] for partner in partners], facts),
    )


def pillars(facts: Facts) -> tuple[Pillar, ...]:
    """Give the partners on whom a goal depends and on whom it is not safe to rely, in reading order."""
    holding = [goal for goal in facts.graph.goals if goal in facts.graph.holds]
    helping = {given.partner for doing in facts.graph.doers.values() for given in doing} if holding else set()
    if len(helping) < 2:  # noqa: PLR2004  to depend on one partner takes another
        return ()
    looks = max(1, MOST_PLACES // max(1, len(facts.graph.places)))
    return tuple(_needed(_held_alone(facts), holding, facts, looks))


def _held_alone(facts: Facts) -> Held:
    """Give what each partner alone holds and what is not safe, of all that leads to a goal."""
    held: dict[str, list[tuple[str, Sequence[Contribution]]]] = {}
    for known, doing in facts.graph.doers.items():
        element, partner = facts.theory.by_id.get(known), doing[0].partner
        if (
            element
            and element.kind in ("activity", "input")
            and is_going_on(element)
            and known in facts.graph.reaches_goal
            and not element.get("lead")
            and all(given.partner == partner and not _is_covered(given) for given in doing)
            and _is_shaky(partner, doing, facts)
        ):
            held.setdefault(partner, []).append((known, doing))
    return {one.id: held[one.id] for one in facts.theory.of_kind("partner") if one.id in held}


def _is_covered(given: Contribution) -> bool:
    return any(one != given.partner for one in listed(given.get("backup") or ""))


def _is_shaky(partner: str, doing: Iterable[Contribution], facts: Facts) -> bool:
    known = facts.theory.by_id.get(partner)
    if known is None or partner in facts.settled:
        return False
    return state(known) in AWAY or all(is_promised(given) for given in doing)


def _needed(held: Held, goals: Sequence[str], facts: Facts, looks: int) -> Iterator[Pillar]:
    """Give the partners without whose work one of these goals does not hold; so many of them are looked at."""
    for partner, work in islice(held.items(), looks):
        left = facts.graph.holds_without(frozenset([known for known, _ in work]), frozenset())
        goal = next((one for one in goals if one not in left), None)
        if goal:
            promised = [given for _, doing in work for given in doing if is_promised(given)]
            yield Pillar(facts.theory.by_id[partner], goal, tuple([known for known, _ in work]), tuple(promised))


def _told(pillar: Pillar, facts: Facts) -> Finding:
    partner, work = name(pillar.partner), names_of(facts.theory, pillar.work)
    goal, it = name_of(facts.theory, pillar.goal), "it" if len(pillar.work) == 1 else "them"
    step_in = _step_in(pillar, facts)
    if state(pillar.partner) in AWAY:
        message = (
            f"{partner} is {_away(pillar.partner)}, and nobody else does {work}. Without {it}, {goal} is out of reach."
        )
        return on_element(pillar.partner, f"{message} Who could take over?", step_in, at_most=ADVICE)
    message = f"{goal} depends on {work}. {partner} alone has promised {it}, and nobody has confirmed it yet."
    said_yes = Fix("Or who has said yes", paste="confirmed-by: …", below=line_of(pillar.promised[0]))
    return on_element(pillar.partner, f"{message} Is it agreed at home, and who could step in?", step_in, said_yes)


def _step_in(pillar: Pillar, facts: Facts) -> Fix:
    """Name who could step in, where there is only one who could."""
    others = [one for one in at_the_table(facts.theory) if one.id != pillar.partner.id]
    if len(others) != 1:
        return Fix("Write below the contribution who could step in", paste="backup: …", below=NOWHERE)
    line = line_of(facts.graph.doers[pillar.work[0]][0])
    return Fix(f"If {name(others[0])} could step in, say so", paste=f"backup: {others[0].id}", below=line)


def _away(partner: Element) -> str:
    said = state(partner)
    return "only invited" if said == "invited" else "no longer in" if said in ("out", "left") else said


def _together(found: Sequence[Pillar], facts: Facts) -> Finding:
    names = names_of(facts.theory, [pillar.partner.id for pillar in found])
    message = (
        f"{capital(count(len(found), 'partner'))} alone hold something that a goal cannot do without, and that is "
        f"not safe yet: {names}. Who has said yes at home, and who could step in?"
    )
    return at_first(
        message, found[0].partner, Fix("Write below a contribution who could step in", paste="backup: …", below=NOWHERE)
    )


RULE = Rule(NAME, find, None, None, WARNING, WARNING, family=Family.PARTNERSHIP, asks_for_more=True)
