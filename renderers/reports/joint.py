"""What only several partners can bring about together, and what each can put into its own plan.

A result needs a partner if it no longer holds when that partner's work and resources are gone and nobody steps in
(`toc.logic`). What needs two or more is why there is a partnership at all (Huxham and Vangen: collaborative advantage;
Pickering and Plitt: do together only what cannot be done alone).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic import Graph, hopeful, listed
from toc.model import RESULT_KINDS

from ..document import Heading, Paragraph, Table, cell, said
from ..languages import capital
from ..story.sentences import without_stop
from .telling import aside, bare, detail, gift, gives, key_name, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Contribution, Element

    from ..document import Block, Cell, Document
    from .asked import Asked

_OWN = frozenset({*RESULT_KINDS, "activity", "input"})
_ALONE = 1
_MANY = 3
"""From so many partners on, all of them need not be named one by one."""


def build(asked: Asked) -> Document:
    """Give the results that take several partners, then a table for each partner's own plan."""
    partners = [one.id for one in asked.theory.of_kind("partner")]
    blocks = [*_together(asked, partners), *[block for partner in partners for block in _own(asked, partner)]]
    return asked.document(asked.words("joint.title"), blocks)


def _together(asked: Asked, partners: list[str]) -> list[Block]:
    words, needed = asked.words, _needed(asked, partners)
    results = [one for one in asked.theory.of_kind(*RESULT_KINDS) if _is_joint(one, needed)]
    if not results:
        return [paragraph(words("joint.nothing"))]
    rows = [_result(asked, one, needed[one.id], partners) for one in results]
    head = (words.heading("outcome"), words("joint.who"), key_name(asked, "due"))
    table = Table(head, tuple(rows), (5, 6, 2), words("joint.together"))
    return [Heading(words("joint.together")), Paragraph(said(words("joint.intro"))), table]


def _is_joint(result: Element, needed: Mapping[str, list[str]]) -> bool:
    return len(needed.get(result.id, ())) > _ALONE and not result.get("unintended")


def _needed(asked: Asked, partners: list[str]) -> Mapping[str, list[str]]:
    """Give for every result that holds the partners without whom it would not."""
    graph = hopeful(Graph(asked.theory))
    found: dict[str, list[str]] = {}
    for partner in partners:
        left = graph.holds_without(_rests_on(graph, partner), frozenset())
        for name in graph.holds - left:
            found.setdefault(name, []).append(partner)
    return found


def _rests_on(graph: Graph, partner: str) -> frozenset[str]:
    """Give what a partner does or brings without anybody who could step in."""
    return frozenset(
        [
            name
            for name, doing in graph.doers.items()
            for given in doing
            if given.partner == partner and not any(one != partner for one in listed(given.get("backup") or ""))
        ]
    )


def _result(asked: Asked, result: Element, needed: list[str], partners: list[str]) -> tuple[Cell, ...]:
    return (cell(asked.teller.text(result)), cell(_who(asked, needed, partners)), cell(detail(asked, result, "due")))


def _who(asked: Asked, needed: list[str], partners: list[str]) -> str:
    """Name those whom it takes; where it takes everybody, that is said shorter."""
    if len(partners) >= _MANY and len(needed) == len(partners):
        return asked.words("joint.all")
    return asked.words.joined(tuple([bare(asked, partner) for partner in needed]))


def _own(asked: Asked, partner: str) -> list[Block]:
    """Give what one partner takes part in, as rows for its own plan; nothing about the others."""
    given: dict[str, list[Contribution]] = {}
    for each in gives(asked, partner):
        to = asked.theory.get(each.to) if isinstance(each.to, str) else None
        if to and to.kind in _OWN:
            given.setdefault(to.id, []).append(each)
    if not given:
        return []
    words = asked.words
    rows = [_row(asked, asked.theory.by_id[name], parts) for name, parts in given.items()]
    due, name = key_name(asked, "due"), bare(asked, partner)
    head = (words("joint.what"), words("joint.part"), due, words("joint.leads-to"), words("joint.signs"))
    return [Heading(words("joint.own", partner=name)), Table(head, tuple(rows), (5, 5, 2, 5, 4), name)]


def _row(asked: Asked, element: Element, parts: list[Contribution]) -> tuple[Cell, ...]:
    words = asked.words
    semicolon = words("punctuation.and-so-on")
    ours = semicolon.join(dict.fromkeys([capital(gift(asked, each)) for each in parts]))
    effects = [link.target for link in asked.teller.effects.get(element.id, ())]
    leads_to = semicolon.join([bare(asked, name) for name in effects])
    signs = [_sign(asked, one) for name in (element.id, *effects) for one in asked.teller.on(name, "indicator")]
    what, due = asked.teller.text(element), detail(asked, element, "due")
    return tuple([cell(text) for text in (what, ours, due, leads_to, semicolon.join(dict.fromkeys(signs)))])


def _sign(asked: Asked, indicator: Element) -> str:
    """Name an indicator with its target, and the unit where the target does not say it."""
    text, target = without_stop(asked.teller.text(indicator)), detail(asked, indicator, "target")
    unit = detail(asked, indicator, "unit")
    named = aside(asked, text, unit if target and unit not in target else "")
    return asked.words("punctuation.label", label=named, text=target) if target else text
