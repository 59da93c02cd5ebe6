"""The draft of a partnering agreement: principles before duties, and what the partners differ about as an annex.

It takes what the theory holds and leaves room to write by hand where the theory says nothing yet, so that a group can
finish it at a table. It is a draft between partners and says so; it is no contract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic import listed as listed_in
from toc.logic import state

from ..document import Blank, Heading, Item, Listing, NewPage, Paragraph, Style, Table, cell, said
from ..escape import one_line
from ..languages import capital
from ..story.sentences import ended, without_stop
from .telling import (
    bare,
    contribution,
    detail,
    details,
    gives,
    key_name,
    labelled,
    listed,
    paragraph,
    sentence,
    subjects,
)

if TYPE_CHECKING:
    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

_BESIDE = frozenset({"observer"})
_GONE = frozenset({"out", "left"})
_BACKBONE = "backbone"


def build(asked: Asked) -> Document:
    """Give the draft; a theory without partners has nobody to agree yet."""
    words = asked.words
    if not asked.theory.of_kind("partner"):
        return asked.document(words("agreement.title"), [paragraph(words("agreement.nobody"))])
    blocks = [paragraph(words("agreement.draft"), Style.QUIET), *_purpose(asked), *_principles(asked)]
    blocks += [*_deciding(asked), *_looking_back(asked), *_shares(asked), *_leaving(asked), *_signatures(asked)]
    return asked.document(words("agreement.title"), [*blocks, *_differences(asked)])


def _partners(asked: Asked) -> list[Element]:
    """Give the partners who are here to agree: nobody who has left."""
    return [one for one in asked.theory.of_kind("partner") if state(one) not in _GONE]


def _purpose(asked: Asked) -> list[Block]:
    goals = [sentence(asked.teller.text(goal)) for goal in asked.theory.of_kind("goal")]
    room: list[Block] = [Blank(asked.words("agreement.write"), 3)]
    return [Heading(asked.words("heading.purpose")), *(listed(goals) or room)]


def _principles(asked: Asked) -> list[Block]:
    """List the principles, numbered so that people can point at them."""
    found = [text for one in asked.theory.of_kind("agreement") for text in details(asked, one, "principle")]
    items = tuple([Item(said(sentence(without_stop(text)))) for text in found])
    room: Block = Blank(asked.words("agreement.write"), 4)
    return [Heading(asked.words("agreement.principles")), Listing(items, numbered=True) if items else room]


def _deciding(asked: Asked) -> list[Block]:
    """Say how the partners decide, and who has a say in what."""
    heading = Heading(key_name(asked, "decide"))
    ways = [detail(asked, one, "decide") for one in asked.theory.of_kind("agreement") if one.get("decide")]
    room: list[Block] = [Blank(asked.words("agreement.write"), 3)]
    rights = [(one, details(asked, one, "decides-on")) for one in _partners(asked)]
    say = [
        asked.words("agreement.say", partner=bare(asked, one.id), what=asked.words.joined(found))
        for one, found in rights
        if found
    ]
    return [heading, *([paragraph(sentence(way)) for way in ways] or room), *listed(say)]


def _looking_back(asked: Asked) -> list[Block]:
    """Say who keeps it going, how often the partners look back, and when they read this text again."""
    found: list[Block] = [
        Paragraph(labelled(asked, key_name(asked, key), ended(detail(asked, one, key))))
        for one in asked.theory.of_kind("agreement")
        for key in ("backbone", "every", "review")
        if one.get(key)
    ]
    known = {key for one in asked.theory.of_kind("agreement") for key in ("review", _BACKBONE) if one.get(key)}
    backbone = [] if _BACKBONE in known else _backbone(asked)
    room: list[Block] = [] if "review" in known else [Blank(key_name(asked, "review"), 1)]
    return [Heading(asked.words("agreement.going")), *backbone, *found, *room]


def _backbone(asked: Asked) -> list[Block]:
    """Name the partners whose part it is to keep it going, or leave room to name somebody."""
    names = [bare(asked, one.id) for one in _partners(asked) if _BACKBONE in listed_in(one.get("role") or "")]
    said_so = ended(asked.words.joined(tuple(names)))
    name = key_name(asked, _BACKBONE)
    return [Paragraph(labelled(asked, name, said_so)) if names else Blank(name, 1)]


def _shares(asked: Asked) -> list[Block]:
    """Say who brings what and what each gets, partner by partner."""
    blocks: list[Block] = [Heading(asked.words("agreement.shares"))]
    for partner in _partners(asked):
        brings = [capital(contribution(asked, each)) for each in gives(asked, partner.id)]
        gets = [capital(text) for text in details(asked, partner, "gets")]
        blocks += [Heading(bare(asked, partner.id), 2)]
        blocks += [
            *_share(asked, asked.words("agreement.brings"), brings),
            *_share(asked, key_name(asked, "gets"), gets),
        ]
    return blocks


def _share(asked: Asked, name: str, texts: list[str]) -> list[Block]:
    """List what a partner brings or gets; one thing stands beside its label, and nothing leaves room to write."""
    if len(texts) > 1:
        return [Paragraph(labelled(asked, name, "")), *listed(texts)]
    return [Paragraph(labelled(asked, name, texts[0])) if texts else Blank(name, 1)]


def _leaving(asked: Asked) -> list[Block]:
    """Say how a partner leaves well, and who has said already until when it stays."""
    ways = [detail(asked, one, "exit") for one in asked.theory.of_kind("agreement") if one.get("exit")]
    room: list[Block] = [Blank(asked.words("agreement.write"), 2)]
    until = [_until(asked, one) for one in _partners(asked) if one.get("until")]
    heading = Heading(key_name(asked, "exit"))
    return [heading, *([paragraph(sentence(way)) for way in ways] or room), *listed(until)]


def _until(asked: Asked, partner: Element) -> str:
    words = asked.words
    said_so = words("agreement.until", partner=bare(asked, partner.id), date=detail(asked, partner, "until"))
    after = detail(asked, partner, "hands-to")
    more = words("punctuation.label", label=key_name(asked, "hands-to"), text=after) if after else ""
    return " ".join([part for part in (said_so, sentence(more)) if part])


def _signatures(asked: Asked) -> list[Block]:
    """Leave room for those who stand behind it; observers do not sign."""
    words = asked.words
    signing = [one for one in _partners(asked) if (one.get("ring") or "") not in _BESIDE]
    rows = [(cell(bare(asked, one.id)), cell(""), cell("")) for one in signing]
    head = (words.heading("partner"), words("agreement.name"), words("agreement.signed"))
    return [Heading(words("agreement.signatures")), Table(head, tuple(rows), (4, 4, 4), words("agreement.signatures"))]


def _differences(asked: Asked) -> list[Block]:
    """Give what the partners differ about as an annex: who holds what, and what would settle it."""
    found = asked.theory.of_kind("disagreement")
    if not found:
        return []
    blocks: list[Block] = [
        NewPage(),
        Heading(asked.words("agreement.annex")),
        paragraph(asked.words("agreement.differ")),
    ]
    for each in found:
        blocks += [Heading(asked.teller.text(each), 2), *_difference(asked, each)]
    return blocks


def _difference(asked: Asked, each: Element) -> list[Block]:
    blocks: list[Block] = []
    if each.about:
        blocks.append(paragraph(ended(_labelled(asked, asked.words("story.about"), subjects(asked, each.about)))))
    given = asked.teller.given.get(each.id, ())
    blocks += listed([_position(asked, one) for one in given]) or [Blank(asked.words("agreement.positions"), 2)]
    for key in ("settle", "until", "answer"):
        if each.get(key):
            name = asked.words("agreement.live-with") if key == "until" else key_name(asked, key)
            blocks.append(Paragraph(labelled(asked, name, ended(detail(asked, each, key)))))
    return blocks


def _position(asked: Asked, given: Contribution) -> str:
    name, what = bare(asked, given.partner), one_line(given.what)
    return ended(_labelled(asked, name, without_stop(what)) if what else name)


def _labelled(asked: Asked, label: str, text: str) -> str:
    return asked.words("punctuation.label", label=label, text=text)
