"""The champion pack: one page that a partner's champion takes to the director, its own aim first.

It speaks as the partner (“what we give”), holds nothing about the inside of others, and asks for little: the champion
has to carry it (the partnership handbooks: decision makers are not aware, packs are what champions take home).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from toc.logic import is_over, state
from toc.logic import listed as known_as
from toc.model import CAUSAL_KINDS

from ..document import Figure, Heading, Paragraph, said
from ..languages import capital
from ..picture.changed import QUIET
from ..story.sentences import without_stop
from .telling import aside, bare, contribution, detail, details, gives, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import Element

    from ..document import Block, Document
    from ..picture.changed import Changes
    from .asked import Asked

_UNCONFIRMED = frozenset({"offered", "pledged"})
_MOST: Final = 10
"""Of a list on the page; the rest is told as a number, because it has to stay one page."""

_FEW: Final = 5
_TALLEST: Final = 100
"""Millimetres of the picture on paper."""

_DRAWN: Final = (*CAUSAL_KINDS, "barrier", "aim", "stakeholder")
_HIDDEN: Final = (
    "legend", "title", "notes", "bands", "pathways", "ceiling", "assumptions", "reasons", "risks", "evidence",
    "indicators",
)  # fmt: skip


def build(asked: Asked) -> Document:
    """Give the page of the partner that was asked for."""
    words, partner = asked.words, asked.partner or ""
    name = bare(asked, partner)
    blocks = [*_aims(asked, partner), *_goals(asked), *_gives(asked, partner), *_gets(asked, partner)]
    blocks += [*_asked_of(asked, partner), *_changed(asked), *_before_us(asked, partner)]
    document = asked.document(words("pack.title", partner=name), [*blocks, *_picture(asked, partner, name)])
    return replace(document, one_page=True)


def _goals(asked: Asked) -> list[Block]:
    goals = asked.words.joined(tuple([without_stop(asked.teller.text(goal)) for goal in asked.theory.of_kind("goal")]))
    label = asked.words("punctuation.label", label=asked.words("pack.whole"), text=goals)
    return [Paragraph(said(label))] if goals else []


def _aims(asked: Asked, partner: str) -> list[Block]:
    aims = [aim for aim in asked.teller.owned.get(partner, ()) if aim.kind == "aim"]
    return [Heading(asked.words("pack.aims")), *listed([_aim(asked, aim) for aim in aims], asked.words("pack.no-aim"))]


def _aim(asked: Asked, aim: Element) -> str:
    """Say an aim, and the shared results that serve it."""
    shared = tuple([asked.teller.name(link.target) for link in asked.teller.effects.get(aim.id, ())])
    text = asked.teller.text(aim)
    if not shared:
        return text
    results = asked.words.joined(
        tuple([asked.words("punctuation.quote", text=without_stop(result)) for result in shared])
    )
    return aside(asked, text, asked.words("story.aim-shares", results=results))


def _gives(asked: Asked, partner: str) -> list[Block]:
    items = [capital(contribution(asked, each)) for each in gives(asked, partner)]
    return [Heading(asked.words("pack.gives")), *_some(asked, items, _MOST, asked.words("pack.gives-nothing"))]


def _some(asked: Asked, texts: Sequence[str], most: int, nothing: str) -> list[Block]:
    """List the first of some texts, and say how many more there are."""
    rest = len(texts) - most
    shown = texts if rest <= 1 else [*texts[:most], asked.words("pack.more", count=rest)]
    return listed(shown, nothing)


def _gets(asked: Asked, partner: str) -> list[Block]:
    element = asked.theory.get(partner)
    gets = [capital(text) for text in (details(asked, element, "gets") if element else ())]
    return [Heading(asked.words("pack.gets")), *listed(gets, asked.words("pack.gets-nothing"))]


def _asked_of(asked: Asked, partner: str) -> list[Block]:
    """Say what waits for this partner: to confirm what it offered, and its own next steps."""
    waiting = [
        asked.words("pack.confirm", what=contribution(asked, each))
        for each in gives(asked, partner)
        if state(each) in _UNCONFIRMED
    ]
    waiting += [_step(asked, action) for action in asked.theory.of_kind("action") if _is_theirs(asked, action, partner)]
    return [Heading(asked.words("pack.asked")), *_some(asked, waiting, _FEW, asked.words("pack.asked-nothing"))]


def _is_theirs(asked: Asked, action: Element, partner: str) -> bool:
    """Say whether a next step that is not done yet is this partner's."""
    given = asked.teller.given.get(action.id, ())
    takes_part = action.get("lead") == partner or any(each.partner == partner for each in given)
    return takes_part and not is_over(action)


def _step(asked: Asked, action: Element) -> str:
    text, due = asked.teller.text(action), action.get("due")
    return f"{without_stop(text)}, {asked.words.by(due)}" if due else text


def _changed(asked: Asked) -> list[Block]:
    if asked.since is None:
        return []
    version, changes = asked.since.version, asked.since.changes
    heading = Heading(asked.words("pack.changed", version=version))
    return [heading, *_some(asked, changes, _FEW, asked.words("pack.changed-nothing", version=version))]


def _before_us(asked: Asked, partner: str) -> list[Block]:
    """Tell a partner that comes late what was decided before, and which words have a meaning here."""
    sessions, name = asked.theory.of_kind("session"), asked.teller.name(partner)
    there = {who for one in sessions for text in one.all("present") for who in known_as(text)}
    if not there or {partner, name} & there:
        return []
    items = [_meeting(asked, one) for one in sessions][-_FEW:]
    terms = [asked.words("punctuation.label", label=one.id, text=asked.teller.text(one)) for one in _terms(asked)]
    return [Heading(asked.words("pack.before")), *listed([*items, *terms[:_FEW]])]


def _terms(asked: Asked) -> tuple[Element, ...]:
    return tuple([one for one in asked.theory.of_kind("term") if asked.teller.has_words(one)])


def _meeting(asked: Asked, session: Element) -> str:
    """Say when a meeting was, how it ended, and what it wanted to do."""
    facts = [detail(asked, session, key) for key in ("decision", "now-what")]
    text = asked.words("punctuation.and-so-on").join([fact for fact in facts if fact])
    day = asked.words.date(session.id)
    label = aside(asked, asked.teller.text(session), day) if session.text.strip() else day
    return asked.words("punctuation.label", label=label, text=text) if text else label


def _picture(asked: Asked, partner: str, name: str) -> list[Block]:
    """Draw what this partner is part of and where that leads, with its own mark on its own part and nobody else's."""
    alt = asked.words("pack.picture-alt", partner=name)
    own = replace(asked.theory, contributions=tuple([c for c in asked.theory.contributions if c.partner == partner]))
    across = "left" if asked.words.direction == "rtl" else "right"
    quiet = _others(asked, partner)
    drawn = asked.draw(theory=own, partner=partner, hide=_HIDDEN, direction=across, changes=quiet)
    figure = Figure(drawn, alt, f"part-of-{partner}", tallest=_TALLEST)
    return [Heading(asked.words("pack.picture")), figure]


def _others(asked: Asked, partner: str) -> Changes:
    """Let what is not this partner's own be drawn quietly; goals stay lit, because they are everybody's."""
    given = {each.to for each in asked.theory.contributions if each.partner == partner}
    own = {one.id for one in asked.theory.elements if one.owner == partner} | given
    quiet = [one.id for one in asked.theory.of_kind(*_DRAWN) if one.id not in own and one.kind != "goal"]
    quiet += [str(link.ref) for link in asked.theory.links if link.source not in own and link.ref not in own]
    return dict.fromkeys(quiet, (QUIET, ()))
