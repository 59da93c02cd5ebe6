"""Questions about the partners: what each brings and needs, who decides, what only all of them together can do.

Nobody is counted, weighed or compared aloud: where to ask is worked out, and what is asked is a question to all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes, partner, partners
from toc.logic import DOING_ROLES, is_stopped, state

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.model import Contribution, Element

    from .question import Ground

_FIRM: Final = frozenset({"confirmed", "delivered"})
_AWAY: Final = frozenset({"left", "out"})
_HOW_FIRM: Final = {"offered": 0, "pledged": 1, "": 2}
_DELIVERED: Final = frozenset({"output", "activity", "input"})
_MOST_BELOW: Final = 60


def means(ground: Ground) -> Iterator[Place]:
    """Ask at results for which much is to be done and little of it is confirmed."""
    theory = ground.theory
    found = []
    for one in ground.wanted:
        work = _work_below(ground, one.id)
        loose = [name for name in work if not _is_firm(ground, name)]
        if loose:
            found.append((one.id, work, loose))
    for name, work, loose in sorted(found, key=lambda each: -len(each[2])):
        asks = f"{boxes(theory, work)}: do we have the people, the money, the say and the time for {_it(work)}?"
        firm = "Nobody has confirmed yet what they bring" if len(loose) == len(work) else _not_firm(ground, loose)
        yield Place((name,), asks, f"{box(theory, name)} rests on {_it(work)}. {firm}.")


def _it(work: list[str]) -> str:
    return "it" if len(work) == 1 else "both" if len(work) == 2 else "all of them"  # noqa: PLR2004  a pair


def _not_firm(ground: Ground, loose: list[str]) -> str:
    return f"What partners bring to {boxes(ground.theory, loose, 3)} is not confirmed"


def _work_below(ground: Ground, name: str) -> list[str]:
    """Give what is done for a result, also by way of what it delivers."""
    found: dict[str, None] = {}
    ahead = ground.live_causes(name)[:_MOST_BELOW]
    for cause in ahead:
        element = ground.theory.by_id.get(cause)
        if element is not None and element.kind == "activity" and state(element) != "done":
            found[cause] = None
        elif element is not None and element.kind == "output" and len(ahead) < _MOST_BELOW:
            ahead += ground.live_causes(cause)[: _MOST_BELOW - len(ahead)]
    return list(found)


def _is_firm(ground: Ground, name: str) -> bool:
    given = ground.graph.doers.get(name, ())
    return bool(given) and all(_confirmed(one) for one in given)


def _confirmed(given: Contribution) -> bool:
    return state(given) in _FIRM or bool(given.get("confirmed-by"))


def power(ground: Ground) -> Iterator[Place]:
    """Ask once who holds what, with those of whom the map says that they bring money or keep figures."""
    theory = ground.theory
    if len(theory.of_kind("partner")) < 2:  # noqa: PLR2004  alone, nobody is in anybody's hands
        return
    money = _by_share(ground)
    figures = [one.partner for one in theory.contributions if isinstance(one.to, str) and _is_measure(ground, one.to)]
    said = [f"money from {partners(theory, money, 3)}"] if money else []
    said += [f"figures kept by {partners(theory, dict.fromkeys(figures), 3)}"] if figures else []
    named = f"The map names {' and '.join(said)}. " if said else ""
    decide = next((text for one in theory.of_kind("agreement") if (text := one.get("decide"))), "")
    why = f"How you decide, as it is written down: {decide}." if decide else "How you decide is not written down yet."
    asks = f"{named}Who really holds the money, the data and the veto here, and does the map show it?"
    yield Place((), asks, why)


def _is_measure(ground: Ground, name: str) -> bool:
    element = ground.theory.by_id.get(name)
    return element is not None and element.kind == "indicator"


def _by_share(ground: Ground) -> list[str]:
    """Give the partners who bring money, by how often they do."""
    often: dict[str, int] = {}
    for given in ground.theory.contributions:
        if given.get("amount") and state(given) != "withdrawn":
            often[given.partner] = often.get(given.partner, 0) + 1
    return sorted(often, key=lambda name: -often[name])


def boss_knows(ground: Ground) -> Iterator[Place]:
    """Ask for each partner about what it has offered and nobody has confirmed, the loosest first."""
    theory = ground.theory
    loose: dict[str, list[Contribution]] = {}
    for given in theory.contributions:
        if _is_loose(given) and _is_work(ground, given):
            loose.setdefault(given.partner, []).append(given)
    first = {name: min(given, key=lambda one: (_HOW_FIRM[state(one)], not one.what)) for name, given in loose.items()}
    for name in sorted(first, key=lambda name: (_HOW_FIRM[state(first[name])], -len(loose[name]))):
        given, said = first[name], state(first[name])
        brings = f"‘{' '.join(given.what.split())}’ for" if given.what else "its part in"
        what = f"{brings} {box(theory, str(given.to))}"
        asks = f"{partner(theory, name)} brings {what}. Does whoever decides there know, and agree?"
        yield Place((name,), asks, f"It is {said}, not confirmed." if said else "Nobody has said how firm it is.")


def _is_loose(given: Contribution) -> bool:
    return state(given) in _HOW_FIRM and not given.get("confirmed-by") and given.role in DOING_ROLES


def _is_work(ground: Ground, given: Contribution) -> bool:
    element = ground.theory.by_id.get(given.to) if isinstance(given.to, str) else None
    return element is not None and element.kind in _DELIVERED and state(element) != "done" and not is_stopped(element)


def unsaid_needs(ground: Ground) -> Iterator[Place]:
    """Ask partners who say nothing about what they need, then those whose aims are worded alike, then the others."""
    theory = ground.theory
    aims: dict[str, list[Element]] = {}
    for aim in theory.of_kind("aim"):
        aims.setdefault(aim.owner or "", []).append(aim)
    known = [one for one in theory.of_kind("partner") if state(one) not in _AWAY]
    silent = [one for one in known if one.id not in aims]
    for one in sorted(silent, key=lambda one: bool(one.get("gets"))):
        asks = f"What does {partner(theory, one.id)} itself need out of this that has not been said?"
        yield Place((one.id,), asks, "It has no aim of its own on the map.")
    worded: dict[str, list[Element]] = {}
    for aim in theory.of_kind("aim"):
        worded.setdefault(" ".join(aim.text.casefold().split()), []).append(aim)
    for same in worded.values():
        owners = list(dict.fromkeys([aim.owner for aim in same if aim.owner]))
        if len(owners) > 1 and same[0].text:
            wording = box(theory, same[0].id)
            asks = f"{partners(theory, owners)} write {wording} as their own aim. Is it really the same need?"
            yield Place((same[0].id,), asks)


def together(ground: Ground) -> Iterator[Place]:
    """Ask at the first results in which the work of several partners meets; where there is none, at the goal."""
    theory = ground.theory
    hands = _hands(ground)
    goals = set(ground.graph.goals)
    joint = [one.id for one in ground.wanted if len(hands.get(one.id, ())) > 1 and one.id not in goals]
    for name in sorted(joint, key=lambda name: (-len(hands[name]), -ground.graph.levels[name])):
        asks = (
            f"What can {partners(theory, hands[name])} do for {box(theory, name)} only together? What could one of "
            "them do alone?"
        )
        yield Place((name,), asks, "Here the work of several partners meets.")
    for goal in ground.graph.top_goals if not joint and len(theory.of_kind("partner")) > 1 else ():
        asks = f"What can we do for {box(theory, goal)} together that none of us can do alone?"
        yield Place((goal,), asks, "As drawn, the work of the partners meets at the goal only.")


def _hands(ground: Ground) -> Mapping[str, tuple[str, ...]]:
    """Give for each result whose work leads to it directly, or by way of what is delivered."""
    found = {}
    for one in ground.wanted:
        work = _work_below(ground, one.id)
        given = [each.partner for name in work for each in ground.graph.doers.get(name, ())]
        found[one.id] = tuple(dict.fromkeys(given))
    return found


def differing(ground: Ground) -> Iterator[Place]:
    """Ask where work of different partners leads to one result and no disagreement is written down."""
    theory = ground.theory
    spoken = {what for one in theory.of_kind("disagreement") for what in one.about}
    for one in ground.wanted:
        work = {name: _whose(ground, name) for name in _work_below(ground, one.id)}
        pair = _pair(work)
        if pair and one.id not in spoken and spoken.isdisjoint(pair):
            both = " and ".join([f"{box(theory, each)} ({partner(theory, work[each][0])})" for each in pair])
            asks = (
                f"{both} both work for {box(theory, one.id)}. Which of the two would each of us do first, and where do "
                "we agree to disagree?"
            )
            yield Place((one.id,), asks)


def _whose(ground: Ground, name: str) -> list[str]:
    """Give who does a piece of work, whoever leads it first."""
    given = sorted(ground.graph.doers.get(name, ()), key=lambda one: one.role != "lead")
    return list(dict.fromkeys([one.partner for one in given]))


def _pair(work: Mapping[str, list[str]]) -> tuple[str, str] | None:
    """Find two pieces of work that have nobody in common."""
    names = [name for name, whose in work.items() if whose]
    for number, first in enumerate(names):
        for second in names[number + 1 :]:
            if not set(work[first]) & set(work[second]):
                return first, second
    return None
