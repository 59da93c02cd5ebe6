"""Questions about the arrows: would one thing really lead to another, is it enough, and how long does it take?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes, people
from toc.logic import ALL, is_stopped, needed
from toc.logic.dates import first_and_last
from toc.model import LinkKind
from toc.rules.phrases import count
from toc.rules.wording import words_of
from toc.rules.words import words_for

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Element, Link

    from .question import Ground

_OPENING: Final = 4
_DELIVERED: Final = frozenset({"output", "activity"})


def _kinds(ground: Ground, names: Iterable[str]) -> list[str]:
    found = [ground.theory.by_id.get(name) for name in names]
    return [element.kind for element in found if element]


def believable(ground: Ground) -> Iterator[Place]:
    """Ask at results without evidence; first where results lead to a result, and where all the work passes through."""
    bare = [one.id for one in ground.wanted if not _is_proven(ground, one)]
    narrow = {place for place, _ in ground.graph.single_points[0]}
    causes = {name: ground.live_causes(name) for name in ground.heaviest(bare)}
    steps = {name: found for name, found in causes.items() if found}
    far = {name: not {"goal", "outcome"}.isdisjoint(_kinds(ground, found)) for name, found in steps.items()}
    for name in sorted(steps, key=lambda name: (not far[name], name not in narrow)):
        yield Place((name,), _bet(ground, name, steps[name]), _resting(ground, name))


def _is_proven(ground: Ground, element: Element) -> bool:
    if ground.graph.beliefs(element.id, "evidence"):
        return True
    return any(ground.is_backed(link, "evidence") for link in ground.arrows.get(element.id, ()))


def _bet(ground: Ground, name: str, causes: list[str]) -> str:
    theory = ground.theory
    element = theory.by_id[name]
    if len(causes) == 1:
        suppose = f"Suppose this has happened: {box(theory, causes[0])}"
    else:
        some = f"{needed(element)} of these have"
        every = "both of these have" if len(causes) == 2 else "all of these have"  # noqa: PLR2004  a pair
        which = {ALL: every, 1: "one of these has"}.get(needed(element), some)
        suppose = f"Suppose {which} happened: {boxes(theory, causes)}"
    return f"{suppose}. Would you bet that {box(theory, name)} follows?"


def _resting(ground: Ground, name: str) -> str:
    number = ground.resting(name)
    rests = f", and {count(number, 'box rests', 'boxes rest')} on it" if number else ""
    return f"No evidence is written down for this step yet{rests}."


def enough(ground: Ground) -> Iterator[Place]:
    """Ask at every group of causes of which all are needed, the largest first."""
    groups = []
    for element in ground.wanted:
        if needed(element) == ALL:
            causes = ground.live_causes(element.id)
            if len(causes) > 1:
                groups.append((element.id, causes))
    for name, causes in sorted(groups, key=lambda group: -len(group[1])):
        these, all_ = ("these two", "both") if len(causes) == 2 else ("these", "all of them")  # noqa: PLR2004  a pair
        asks = (
            f"{boxes(ground.theory, causes)}: are {these} together enough for {box(ground.theory, name)}? "
            "What is still missing?"
        )
        yield Place((name,), asks, f"As drawn, it takes {all_} and nothing else.")


def order(ground: Ground) -> Iterator[Place]:
    """Ask along the longest chain that leads to a goal."""
    chain = _longest_chain(ground)
    if len(chain) > 2:  # noqa: PLR2004  two boxes have one order only
        first, *middle, last = [box(ground.theory, name) for name in chain]
        told = middle if len(middle) <= 5 else [*middle[:2], f"{len(middle) - 4} more steps", *middle[-2:]]  # noqa: PLR2004
        then = ", then ".join(told)
        asks = f"First {first}, then {then}, and at last {last}. Is that the order in which it happens here?"
        yield Place((chain[0], chain[-1]), asks, "It is the longest chain on the map.")


def _longest_chain(ground: Ground) -> list[str]:
    levels, known = ground.graph.levels, ground.theory.by_id
    reaching = {name for name in ground.graph.reaches_goal if name in known and not is_stopped(known[name])}
    chain = [min(reaching, key=lambda name: (-levels[name], name))] if reaching else []
    while chain:
        last = chain[-1]
        ahead = [name for name in ground.graph.effects(last) if name in reaching and levels[name] < levels[last]]
        if not ahead:
            break
        chain.append(max(ahead, key=lambda name: (levels[name], name)))
    return chain


def why_change(ground: Ground) -> Iterator[Place]:
    """Ask at each arrow where people have to act differently; where nobody said so, from outcome to outcome."""
    links = [link for link in ground.theory.links if link.kind is LinkKind.LEADS_TO and ground.is_drawn(link)]
    said = any(one.get("change") for one in ground.wanted)
    ranked = [(rank, link) for link in links if (rank := _rank_of_change(ground, link, said=said))]
    bare = [(ground.is_backed(link, "assumption"), rank, link) for rank, link in ranked]
    for backed, _, link in sorted(bare, key=lambda each: each[:2]):
        source, target = box(ground.theory, link.source), box(ground.theory, link.target)
        asks = (
            f"From {source} to {target}: why would people act? Are they able to, do they have the chance, "
            "and do they want to?"
        )
        yield Place((link.ref,), asks, "" if backed else "Nothing is assumed about this step yet.")


def _rank_of_change(ground: Ground, link: Link, *, said: bool) -> int:
    """Say how clearly people have to act here: 1 from knowing to doing, 2 to doing, 3 to 6 perhaps; else 0."""
    source, target = ground.theory.by_id[link.source], ground.theory.by_id[link.target]
    if target.get("change") == "behaviour":
        return 1 if source.get("change") == "capacity" else 2
    if said or target.kind != "outcome":
        return 0
    delivered = source.kind in _DELIVERED
    if not delivered and source.kind != "outcome":
        return 0
    return (5 if _names_people_late(ground, target) else 3) + delivered


def _names_people_late(ground: Ground, outcome: Element) -> bool:
    """Say whether an outcome begins with something else than people, as far as the words of its language tell."""
    words = words_for(ground.theory.language)
    return words is not None and words.people.isdisjoint(words_of(outcome.text)[:_OPENING])


def reach(ground: Ground) -> Iterator[Place]:
    """Ask where the first thing delivered meets an outcome, once for each group of people."""
    theory = ground.theory
    delivering = "output" if theory.of_kind("output") else "activity"
    seen: set[str] = set()
    found = []
    for outcome in theory.of_kind("outcome"):
        group = outcome.get("for") or ""
        for cause in ground.live_causes(outcome.id):
            if theory.by_id.get(cause) and theory.by_id[cause].kind == delivering and group not in seen:
                found.append((cause, outcome, group))
                seen.update([group] if group else [])
                break
    for cause, outcome, group in sorted(found, key=lambda each: not each[2]):
        yield Place((cause,), _reached(ground, cause, outcome, group))


def _reached(ground: Ground, cause: str, outcome: Element, group: str) -> str:
    theory = ground.theory
    if group:
        whom = people(theory, group)
        return f"{box(theory, cause)}: will it reach {whom}, and will they want it?"
    return (
        f"Whom does {box(theory, cause)} have to reach, so that {box(theory, outcome.id)}? Will it get to them, and "
        "will they want it?"
    )


def time(ground: Ground) -> Iterator[Place]:
    """Ask at arrows without a time between two dates, those with the least time between them first."""
    known = ground.theory.by_id
    found = []
    for link in ground.theory.links:
        source, target = known.get(link.source), known.get(link.target)
        if link.kind is LinkKind.LEADS_TO and source and target and not link.get("after") and not is_stopped(source):
            days = [first_and_last(one.get("due") or "") for one in (source, target)]
            if days[0] and days[1] and source.get("status") != "done":
                found.append((_months(days[1][1]) - _months(days[0][1]), link))
    for _, link in sorted(found, key=lambda each: each[0]):
        source, target = known[link.source], known[link.target]
        asks = (
            f"{box(ground.theory, source.id)} is due by {source.get('due')}, {box(ground.theory, target.id)} by "
            f"{target.get('due')}. How long does it really take from one to the other?"
        )
        yield Place((link.ref,), asks, "The arrow says nothing about time.")


def _months(day: str) -> int:
    return 12 * int(day[:4]) + int(day[5:7])
