"""Who waits for whom: every hand-over between two partners that the map shows or that somebody wrote down.

A partner waits for another one

- where it says so (`depends-on`);
- where it leads work to which the other brings something; where nobody leads, those who do it wait for each other,
  but for those who only give money;
- where its work needs what the other does first, also through something that is delivered in between.

What is stopped, done, delivered or withdrawn holds nobody up any more. (Mapping of roles, responsibilities and
interdependencies: the partnering literature; dependency networks.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import DOING_ROLES, Graph, is_stopped, listed, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Contribution, Element, Theory

_WORK: Final = ("activity", "input")
_FIRM: Final = frozenset({"confirmed", "delivered"})
_MOST: Final = 20
"""How many causes of one piece of work, or of one thing delivered, are looked at."""


class Handover(NamedTuple):
    """Partners wait for a partner. ``given`` is what it brings, ``first`` the work it does before, if that is another.

    ``work`` is what cannot go on without it.
    """

    waiting: tuple[str, ...]
    giver: str
    work: Element
    given: tuple[Contribution, ...] = ()
    first: Element | None = None

    @property
    def due(self) -> str:
        """Give the day, month or year by which it is needed; empty where nobody wrote one."""
        return (self.first.get("due") if self.first else None) or self.work.get("due") or ""

    @property
    def is_confirmed(self) -> bool:
        """Say whether somebody has said yes to all of it."""
        return bool(self.given) and all(_is_confirmed(each) for each in self.given)

    @property
    def backup(self) -> tuple[str, ...]:
        """Give who could step in."""
        names = [name for each in self.given for name in listed(each.get("backup") or "") if name != self.giver]
        return tuple(dict.fromkeys(names))


def handovers(theory: Theory) -> tuple[Handover, ...]:
    """Give all hand-overs, in the reading order of the work that waits."""
    graph = Graph(theory)
    given: dict[str, list[Contribution]] = {}
    for each in theory.contributions:
        if isinstance(each.to, str) and state(each) != "withdrawn" and each.role != "informed":
            given.setdefault(each.to, []).append(each)
    found: list[Handover] = []
    for work in theory.of_kind(*_WORK):
        if _is_going_on(work):
            own = given.get(work.id, [])
            found += _merged([*_shared(work, own), *_said(work, own), *_before(work, graph, given)])
    return tuple(found)


def leaders(work: Element, given: list[Contribution]) -> tuple[str, ...]:
    """Give the partners who lead some work: as it says, or by their role; whoever does it alone leads it."""
    doing = tuple(dict.fromkeys([each.partner for each in given if each.role in DOING_ROLES]))
    named = work.get("lead")
    leading = [each.partner for each in given if each.role == "lead"] + ([named] if named in doing else [])
    return tuple(dict.fromkeys([one for one in leading if one])) or (doing if len(doing) == 1 else ())


def _is_going_on(work: Element) -> bool:
    return not is_stopped(work) and state(work) != "done"


def _is_confirmed(given: Contribution) -> bool:
    return state(given) in _FIRM or bool(given.get("confirmed-by") or given.get("confirmed-on"))


def _shared(work: Element, given: list[Contribution]) -> Iterator[Handover]:
    """Give what others bring to the work that somebody leads, or to the work that several do together."""
    leading = leaders(work, given)
    doing = tuple(dict.fromkeys([one.partner for one in given if one.role in DOING_ROLES and not one.get("amount")]))
    for each in given:
        waiting = tuple([one for one in leading or doing if one != each.partner])
        is_lone_lead = leading == (each.partner,)
        is_only_asked = each.role == "consulted" and not each.what.strip()
        if waiting and not is_lone_lead and not is_only_asked and state(each) != "delivered":
            yield Handover(waiting, each.partner, work, (each,))


def _said(work: Element, given: list[Contribution]) -> Iterator[Handover]:
    """Give what somebody wrote down as waiting."""
    for each in given:
        for other in listed(each.get("depends-on") or ""):
            brought = tuple([one for one in given if one.partner == other])
            if other != each.partner and not (brought and all(state(one) == "delivered" for one in brought)):
                yield Handover((each.partner,), other, work, brought)


def _before(work: Element, graph: Graph, given: dict[str, list[Contribution]]) -> Iterator[Handover]:
    """Give the work of others that has to come first."""
    own = given.get(work.id, [])
    waiting = leaders(work, own) or tuple(dict.fromkeys([each.partner for each in own if each.role in DOING_ROLES]))
    for first in _earlier(work, graph):
        theirs = given.get(first.id, [])
        for giver in leaders(first, theirs):
            brought = tuple([each for each in theirs if each.partner == giver])
            if giver not in waiting and waiting and not all(state(each) == "delivered" for each in brought):
                yield Handover(waiting, giver, work, brought, first)


def _earlier(work: Element, graph: Graph) -> Iterator[Element]:
    """Give the work that some work needs first, also where something that is delivered lies between."""
    known, seen = graph.theory.by_id, {work.id}
    for cause in graph.some_causes(work.id, _MOST):
        element = known.get(cause)
        behind = graph.some_causes(cause, _MOST) if element and element.kind == "output" else (cause,)
        for one in behind:
            found = known.get(one)
            if found and one not in seen and found.kind in _WORK and _is_going_on(found):
                seen.add(one)
                yield found


def _merged(found: list[Handover]) -> list[Handover]:
    """Join what is the same hand-over, said in two ways."""
    kept: dict[tuple[str, str | None], Handover] = {}
    for each in found:
        key = (each.giver, each.first.id if each.first else None)
        old = kept.get(key)
        if old is None:
            kept[key] = each
        else:
            waiting, given = dict.fromkeys([*old.waiting, *each.waiting]), dict.fromkeys([*old.given, *each.given])
            kept[key] = old._replace(waiting=tuple(waiting), given=tuple(given))
    return list(kept.values())
