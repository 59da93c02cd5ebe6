"""Who contributes to what: a row for each result and piece of work, a column for each partner.

Empty places are left empty on purpose: not everybody does everything (a participation matrix with deliberate blanks,
from the handbooks on partnering). Results are seldom anybody's own doing, so their rows also say whose work leads
there; without that, the page would look as if nobody cared about them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from toc.logic import DOING_ROLES, Graph, is_stopped, state

from ..document import Cell, Heading, Paragraph, Style, Table, cell, said
from ..escape import one_line
from ..languages import capital
from .levels import aimed_for
from .telling import aside, paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

    Places = Mapping[str, frozenset[str]]
    """For every partner, places on the map."""

_RESULTS: Final = ("goal", "outcome", "output")
_WORK: Final = ("activity", "input")
_OPEN: Final = frozenset({"offered", "pledged"})
_PARTNER: Final = 2
_FIRST: Final = 6


def build(asked: Asked) -> Document:
    """Give the matrix. Rows to which nobody contributes stand in it too: whoever reads it sees what is open."""
    words, partners = asked.words, _partners(asked)
    blocks: list[Block] = [paragraph(words("matrix.intro" if partners else "matrix.nobody"))]
    if partners:
        blocks += [*_results(asked, partners), *_work(asked, partners)]
    return asked.document(words("matrix.title"), blocks)


def _partners(asked: Asked) -> tuple[str, ...]:
    """Give the partners in reading order, with those that contribute and were never declared."""
    declared = [partner.id for partner in asked.theory.of_kind("partner")]
    return tuple(dict.fromkeys([*declared, *[each.partner for each in asked.theory.contributions]]))


def _results(asked: Asked, partners: tuple[str, ...]) -> list[Block]:
    results = aimed_for(asked, *_RESULTS)
    if not results:
        return []
    straight, on_the_way = _led_to(asked, partners)
    rows = []
    for result in results:
        given = _given(asked, result)
        cells = [
            _place(asked, given[partner])
            or _leads(asked, result.id in straight[partner], result.id in on_the_way[partner])
            for partner in partners
        ]
        rows.append((_named(asked, result), *cells))
    intro = Paragraph(said(asked.words("matrix.results-intro"), Style.QUIET))
    return [Heading(asked.words("matrix.results")), intro, _table(asked, partners, rows, "matrix.results")]


def _work(asked: Asked, partners: tuple[str, ...]) -> list[Block]:
    rows = []
    for work in asked.theory.of_kind(*_WORK):
        given = _given(asked, work)
        rows.append((_named(asked, work), *[_place(asked, given[partner]) or Cell() for partner in partners]))
    return [Heading(asked.words("matrix.work")), _table(asked, partners, rows, "matrix.work")] if rows else []


def _table(asked: Asked, partners: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], name: str) -> Table:
    first = asked.words("key.result" if name == "matrix.results" else "key.what")
    head = (capital(first), *[asked.teller.name(partner) for partner in partners])
    return Table(head, tuple(rows), (_FIRST, *[_PARTNER] * len(partners)), asked.words(name))


def _led_to(asked: Asked, partners: tuple[str, ...]) -> tuple[Places, Places]:
    """Give for each partner what its work leads to without anything between, and what it leads to in the end."""
    graph = Graph(asked.theory)
    own: dict[str, list[str]] = {partner: [] for partner in partners}
    for each in asked.theory.contributions:
        is_done = each.role in DOING_ROLES and state(each) != "withdrawn"
        if is_done and isinstance(each.to, str) and not is_stopped(asked.theory.get(each.to)):
            own[each.partner].append(each.to)
    straight = {
        partner: frozenset([effect for name in dict.fromkeys(names) for effect in graph.effects(name)])
        for partner, names in own.items()
    }
    return straight, {partner: graph.led_to(names) for partner, names in own.items()}


def _given(asked: Asked, element: Element) -> Mapping[str, list[Contribution]]:
    given: defaultdict[str, list[Contribution]] = defaultdict(list)
    for each in asked.teller.given.get(element.id, ()):
        if state(each) != "withdrawn":
            given[each.partner].append(each)
    return given


def _named(asked: Asked, element: Element) -> Cell:
    return cell(asked.teller.text(element))


def _place(asked: Asked, given: Sequence[Contribution]) -> Cell | None:
    """Say in which roles a partner takes part, and what it brings."""
    parts = [_part(asked, each) for each in given]
    return cell(asked.words("punctuation.and-so-on").join(dict.fromkeys(parts))) if parts else None


def _part(asked: Asked, given: Contribution) -> str:
    """Say what is brought, and where that is not sure yet; that who brings something takes part goes without saying."""
    role, what = asked.words.value("role", given.role), one_line(given.what)
    text = asked.words("punctuation.label", label=role, text=what) if what and given.role != "do" else what or role
    return aside(asked, text, asked.words.value("status", state(given)) if state(given) in _OPEN else "")


def _leads(asked: Asked, is_straight: bool, is_on_the_way: bool) -> Cell:  # noqa: FBT001  a pair of answers
    if is_straight:
        return cell(asked.words("matrix.step"))
    return Cell(said(asked.words("matrix.way"), Style.QUIET)) if is_on_the_way else Cell()
