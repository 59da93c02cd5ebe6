"""Questions about those who are not in the room: would it happen anyway, who is harmed, whose view is missing?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes, people
from toc.logic import state
from toc.model import RESULT_KINDS, LinkKind
from toc.rules.undefined_term import unexplained
from toc.rules.words import terms_for

from .question import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Element, Link

    from .question import Ground

_READ: Final = frozenset({"goal", "outcome", "pathway"})
_AT_THE_TABLE: Final = frozenset({"in", "joined", "partner", "present"})


def anyway(ground: Ground) -> Iterator[Place]:
    """Ask at results that something outside the partnership brings about; without one, at the goals."""
    theory = ground.theory
    given = {one.id for one in theory.of_kind("condition")}
    outside = {one.id: [cause for cause in ground.live_causes(one.id) if cause in given] for one in ground.wanted}
    found = {name: causes for name, causes in outside.items() if causes}
    for name in sorted(found, key=lambda name: -len(found[name])):
        asks = f"Would {box(theory, name)} come about without us? Who else is at work on it?"
        yield Place((name,), asks, f"It also takes what none of us brings about: {boxes(theory, found[name])}.")
    for goal in ground.graph.top_goals if not found else ():
        asks = f"Suppose we did nothing. What would become of {box(theory, goal)}, and who else is at work on it?"
        yield Place((goal,), asks)


def outsider(ground: Ground) -> Iterator[Place]:
    """Ask about short words that nobody explains, then at arrows without a reason, the closest to the goal first."""
    yield from _unexplained(ground)
    levels = ground.graph.levels
    bare = [
        link
        for link in ground.theory.links
        if link.kind is LinkKind.LEADS_TO
        and not link.because
        and not ground.is_backed(link, "assumption", "evidence")
        and ground.is_drawn(link)
        and ground.theory.by_id[link.target].kind in _READ
    ]
    for link in sorted(bare, key=lambda link: levels.get(link.target, 0)):
        source, target = box(ground.theory, link.source), box(ground.theory, link.target)
        asks = f"Somebody who was not here reads that {source} leads to {target}. Would they see why?"
        yield Place((link.ref,), asks, "The arrow has no reason yet.")


def _unexplained(ground: Ground) -> Iterator[Place]:
    theory = ground.theory
    terms = terms_for(theory.language)
    drawn = [one for one in theory.elements if one.id in ground.graph.levels]
    for word, element in unexplained(drawn, theory, terms.known if terms else frozenset()).items():
        asks = f"Would somebody who was not here know what {word} means, in {box(theory, element.id)}?"
        yield Place((element.id,), asks, "Nothing in the list of words explains it.")


def missing_view(ground: Ground) -> Iterator[Place]:
    """Ask about those who are not at the table, the essential ones first, then about those it is for."""
    theory = ground.theory
    away = [one for one in theory.of_kind("stakeholder") if state(one) not in _AT_THE_TABLE]
    for one in sorted(away, key=lambda one: (one.get("essential") != "yes", one.get("status") is None)):
        asks = f"How do they see it: {box(theory, one.id)}? Who has asked them, and whose view is missing besides?"
        status = f": {one.get('status')}" if one.get("status") else ""
        yield Place((one.id,), asks, f"They are not at the table{status}.")
    heard = {people(theory, text).casefold() for text in _voices(ground)}
    for element, group in _groups(ground):
        if group.casefold() not in heard:
            heard.add(group.casefold())
            asks = f"{box(theory, element.id)} is for {group}. Who among them has been asked how they see it?"
            yield Place((element.id,), asks, "Nobody on the map speaks for them.")


def _groups(ground: Ground) -> Iterator[tuple[Element, str]]:
    for element in ground.wanted:
        if group := people(ground.theory, element.get("for") or ""):
            yield element, group


def _voices(ground: Ground) -> Iterator[str]:
    """Give who is at the table, and for whom they speak."""
    for one in ground.theory.of_kind("partner", "stakeholder"):
        yield from (one.id, one.text, *one.all("speaks-for"))


def harmed(ground: Ground) -> Iterator[Place]:
    """Ask at side effects, then where something works against a result, then at the goals."""
    theory = ground.theory
    for one in theory.elements:
        if one.kind in RESULT_KINDS and one.get("unintended"):
            asks = f"Suppose it comes to this: {box(theory, one.id)}. Who pays for it, and do they know?"
            yield Place((one.id,), asks)
    for link in theory.links:
        if link.kind is LinkKind.WORKS_AGAINST and _is_our_doing(ground, link):
            asks = f"{box(theory, link.source)} works against {box(theory, link.target)}. Who is worse off then?"
            yield Place((link.ref,), asks)
    for goal in ground.graph.top_goals:
        group = people(theory, theory.by_id[goal].get("for") or "")
        asks = (
            f"Suppose we get there: {box(theory, goal)}. Who could be worse off, among {group or 'those it is for'}, "
            "among their neighbours, among those who do this work today?"
        )
        yield Place((goal,), asks)


def _is_our_doing(ground: Ground, link: Link) -> bool:
    """Say whether an arrow leads from what we do or want to a result."""
    source, target = ground.theory.by_id.get(link.source), ground.theory.by_id.get(link.target)
    if source is None or target is None or target.kind not in RESULT_KINDS:
        return False
    return source.kind not in ("barrier", "condition") and not source.get("unintended")
