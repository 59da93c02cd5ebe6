"""The champion pack: one page that a partner's champion takes to the director, its own aim first.

It speaks as the partner (“what we give”), holds nothing about the inside of others, and asks for little: the champion
has to carry it (the partnership handbooks: decision makers are not aware, packs are what champions take home).
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from toc.logic import is_over, state
from toc.logic import listed as known_as

from ..document import Figure, Heading, Listing, Paragraph, plain
from ..escape import one_line
from ..languages import capital
from ..story.sentences import without_stop
from .columns import draw_part
from .telling import aside, bare, contribution, detail, details, gives, labelled, listed, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

_UNCONFIRMED = frozenset({"offered", "pledged"})
_MOST: Final = 10
"""Of a list on the page; the rest is told as a number, because it has to stay one page."""

_FEW: Final = 5
_PAGE: Final = 255
_LINE: Final = 4.3
_HEADING: Final = 8.5
"""Millimetres: of an A4 page between its margins, of a line of small words, and of a heading with what is around it."""

_IN_A_LINE: Final = 95
"""Letters that surely fit into one line."""

_TALLEST: Final = 110
_LOWEST: Final = 40
"""Millimetres of the picture on paper."""


def build(asked: Asked) -> Document:
    """Give the page of the partner that was asked for."""
    words, partner = asked.words, asked.partner or ""
    blocks = [*_aims(asked, partner), *_goals(asked), *_gives(asked, partner), *_gets(asked, partner)]
    blocks += [*_asked_of(asked, partner), *_changed(asked), *_before_us(asked, partner)]
    blocks += _picture(asked, partner, min(_TALLEST, _PAGE - _height(blocks)))
    return replace(asked.document(words("pack.title", partner=bare(asked, partner)), blocks), one_page=True)


def _goals(asked: Asked) -> list[Block]:
    goals = asked.words.joined(tuple([without_stop(asked.teller.text(goal)) for goal in asked.theory.of_kind("goal")]))
    return [Paragraph(labelled(asked, asked.words("pack.whole"), goals))] if goals else []


def _aims(asked: Asked, partner: str) -> list[Block]:
    aims = [_aim(asked, aim) for aim in asked.teller.owned.get(partner, ()) if aim.kind == "aim"]
    return [Heading(asked.words("pack.aims")), *_some(asked, aims, _FEW, asked.words("pack.no-aim"))]


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
    items = [capital(_gift(asked, each)) for each in gives(asked, partner)]
    return [Heading(asked.words("pack.gives")), *_some(asked, items, _MOST, asked.words("pack.gives-nothing"))]


def _gift(asked: Asked, each: Contribution) -> str:
    """Say what we give to what, in our own words."""
    return contribution(asked, each, asked.words(f"pack.{each.role}"), _by(asked, each))


def _by(asked: Asked, each: Contribution) -> str:
    """Say by when what we give to is due, unless it is done."""
    to = asked.theory.get(each.to) if isinstance(each.to, str) else None
    due = to.get("due") if to and not is_over(to) else None
    return asked.words.by(due) if due else ""


def _some(asked: Asked, texts: Sequence[str], most: int, nothing: str) -> list[Block]:
    """List the first of some texts, and say how many more there are."""
    rest = len(texts) - most
    shown = texts if rest <= 1 else [*texts[:most], asked.words("pack.more", count=rest)]
    return listed(shown, nothing)


def _gets(asked: Asked, partner: str) -> list[Block]:
    element = asked.theory.get(partner)
    gets = [capital(text) for text in (details(asked, element, "gets") if element else ())]
    return [Heading(asked.words("pack.gets")), *_some(asked, gets, _FEW, asked.words("pack.gets-nothing"))]


def _asked_of(asked: Asked, partner: str) -> list[Block]:
    """Say what waits for this partner: to confirm what it offered, and its own next steps."""
    waiting = [_confirm(asked, each) for each in gives(asked, partner) if state(each) in _UNCONFIRMED]
    waiting += [_step(asked, action) for action in asked.theory.of_kind("action") if _is_theirs(asked, action, partner)]
    return [Heading(asked.words("pack.asked")), *_some(asked, waiting, _FEW, asked.words("pack.asked-nothing"))]


def _confirm(asked: Asked, each: Contribution) -> str:
    """Ask for a yes to what was offered, and name it."""
    what, to = one_line(each.what) or asked.words(f"pack.{each.role}"), place(asked, each)
    return asked.words("pack.confirm-for", what=what, work=to) if to else asked.words("pack.confirm", what=what)


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


def _height(blocks: Sequence[Block]) -> int:
    """Say how many millimetres of the page words take at most; the title and the heading of the picture included."""
    texts = [block.said for block in blocks if isinstance(block, Paragraph)]
    texts += [item.said for block in blocks if isinstance(block, Listing) for item in block.items]
    lines = sum([ceil(len(plain(text)) / _IN_A_LINE) for text in texts])
    headings = 3 + len([block for block in blocks if isinstance(block, Heading)])
    return ceil(lines * _LINE + headings * _HEADING)


def _picture(asked: Asked, partner: str, tallest: int) -> list[Block]:
    """Draw this partner's own part and where it leads; nothing where it has no part on the map, or no room is left."""
    part = draw_part(asked, partner, tallest) if tallest >= _LOWEST else None
    if part is None:
        return []
    names = asked.words.joined(tuple([bare(asked, name) for name in (*part.shows.results, *part.shows.goals)]))
    alt = asked.words("pack.picture-alt", partner=bare(asked, partner), results=names)
    return [Heading(asked.words("pack.picture")), Figure(part.svg, alt, f"part-of-{partner}", tallest=tallest)]
