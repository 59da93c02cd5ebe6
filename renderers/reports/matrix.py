"""Who contributes to what: a row for each result and activity, a column for each partner.

Empty places are left empty on purpose: not everybody does everything (rules.md of the partnerships literature calls
it a participation matrix with deliberate blanks).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..document import Cell, Paragraph, Table, cell, said
from ..escape import one_line

if TYPE_CHECKING:
    from toc.model import Contribution, Element

    from ..document import Document
    from .asked import Asked

_ROWS = ("goal", "outcome", "output", "activity", "input")


def build(asked: Asked) -> Document:
    """Give the matrix. Rows to which nobody contributes stand in it too: whoever reads it sees what is open."""
    words, theory = asked.words, asked.theory
    partners = _partners(asked)
    rows = [_row(asked, element, partners) for element in theory.of_kind(*_ROWS)]
    head = (words("key.result"), *[asked.teller.name(partner) for partner in partners])
    table = Table(head, tuple(rows), (4, *[2] * len(partners)), words("matrix.title"))
    return asked.document(words("matrix.title"), [Paragraph(said(words("matrix.intro"))), table])


def _partners(asked: Asked) -> tuple[str, ...]:
    """Give the partners in reading order, with those that contribute and were never declared."""
    declared = [partner.id for partner in asked.theory.of_kind("partner")]
    return tuple(dict.fromkeys([*declared, *[each.partner for each in asked.theory.contributions]]))


def _row(asked: Asked, element: Element, partners: tuple[str, ...]) -> tuple[Cell, ...]:
    given: dict[str, list[Contribution]] = {}
    for each in asked.teller.given.get(element.id, ()):
        given.setdefault(each.partner, []).append(each)
    return (cell(asked.teller.text(element)), *[_place(asked, given.get(partner, [])) for partner in partners])


def _place(asked: Asked, given: list[Contribution]) -> Cell:
    """Say in which roles a partner takes part, and what it brings."""
    parts = []
    for each in given:
        role = asked.words.value("role", each.role)
        what = one_line(each.what)
        parts.append(asked.words("punctuation.label", label=role, text=what) if what else role)
    return cell(asked.words("punctuation.and-so-on").join(dict.fromkeys(parts)))
