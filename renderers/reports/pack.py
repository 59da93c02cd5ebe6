"""The champion pack: one page that a partner's champion takes to the director, its own aim first.

It speaks as the partner (“what we give”), holds nothing about the inside of others, and asks for little: the champion
has to carry it (the partnership handbooks: decision makers are not aware, packs are what champions take home).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Figure, Heading, Paragraph, said
from ..escape import one_line
from ..story.sentences import without_stop
from .telling import contribution, listed

if TYPE_CHECKING:
    from toc.model import Element

    from ..document import Block, Document
    from .asked import Asked

_UNCONFIRMED = frozenset({"offered", "pledged"})
_DONE = frozenset({"done", "dropped", "stopped"})


def build(asked: Asked) -> Document:
    """Give the page of the partner that was asked for."""
    words, partner = asked.words, asked.partner or ""
    name = asked.teller.name(partner)
    blocks = [*_goals(asked), *_aims(asked, partner), *_gives(asked, partner), *_gets(asked, partner)]
    blocks += [*_asked_of(asked, partner), *_changed(asked), *_picture(asked, partner, name)]
    return asked.document(words("pack.title", partner=name), blocks)


def _goals(asked: Asked) -> list[Block]:
    goals = asked.words.joined(tuple([without_stop(asked.teller.text(goal)) for goal in asked.theory.of_kind("goal")]))
    label = asked.words("punctuation.label", label=asked.words("pack.whole"), text=goals)
    return [Paragraph(said(label), lead=True)] if goals else []


def _aims(asked: Asked, partner: str) -> list[Block]:
    aims = [aim for aim in asked.teller.owned.get(partner, ()) if aim.kind == "aim"]
    return [Heading(asked.words("pack.aims")), *listed([_aim(asked, aim) for aim in aims], asked.words("pack.no-aim"))]


def _aim(asked: Asked, aim: Element) -> str:
    """Say an aim, and the shared results that serve it."""
    shared = tuple([asked.teller.name(link.target) for link in asked.teller.effects.get(aim.id, ())])
    text = asked.teller.text(aim)
    if not shared:
        return text
    results = asked.words.joined(tuple([f"“{without_stop(result)}”" for result in shared]))
    aside = asked.words("story.aim-shares", results=results)
    return asked.words("punctuation.aside", text=text, aside=aside)


def _gives(asked: Asked, partner: str) -> list[Block]:
    given = [each for each in asked.theory.contributions if each.partner == partner and each.role != "informed"]
    items = [contribution(asked, each) for each in given]
    return [Heading(asked.words("pack.gives")), *listed(items, asked.words("pack.gives-nothing"))]


def _gets(asked: Asked, partner: str) -> list[Block]:
    element = asked.theory.get(partner)
    gets = [one_line(text) for text in (element.all("gets") if element else ())]
    return [Heading(asked.words("pack.gets")), *listed(gets, asked.words("pack.gets-nothing"))]


def _asked_of(asked: Asked, partner: str) -> list[Block]:
    """Say what waits for this partner: to confirm what it offered, and its own next steps."""
    waiting = [
        asked.words("pack.confirm", what=contribution(asked, each))
        for each in asked.theory.contributions
        if each.partner == partner and each.get("status") in _UNCONFIRMED
    ]
    waiting += [_step(asked, action) for action in asked.theory.of_kind("action") if _is_theirs(asked, action, partner)]
    return [Heading(asked.words("pack.asked")), *listed(waiting, asked.words("pack.asked-nothing"))]


def _is_theirs(asked: Asked, action: Element, partner: str) -> bool:
    """Say whether a next step that is not done yet is this partner's."""
    given = asked.teller.given.get(action.id, ())
    takes_part = action.get("lead") == partner or any(each.partner == partner for each in given)
    return takes_part and (action.get("status") or "") not in _DONE


def _step(asked: Asked, action: Element) -> str:
    text, due = asked.teller.text(action), action.get("due")
    return f"{without_stop(text)}, {asked.words.by(due)}" if due else text


def _changed(asked: Asked) -> list[Block]:
    if asked.since is None:
        return []
    version, changes = asked.since.version, asked.since.changes
    heading = Heading(asked.words("pack.changed", version=version))
    return [heading, *listed(changes, asked.words("pack.changed-nothing", version=version))]


def _picture(asked: Asked, partner: str, name: str) -> list[Block]:
    """Draw what this partner is part of; without a legend, because the page speaks of one partner."""
    alt = asked.words("pack.picture-alt", partner=name)
    figure = Figure(asked.draw(partner=partner, hide=("legend", "title", "notes")), alt, f"part-of-{partner}")
    return [Heading(asked.words("pack.picture")), figure]
