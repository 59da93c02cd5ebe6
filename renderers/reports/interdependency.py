"""Who waits for whom: a diagram of the partners, and a table with what is handed over, by when, and how sure that is.

It asks, and blames nobody: whoever has not confirmed yet was perhaps never asked. (Map roles and responsibilities with
their interdependencies: the partnering literature.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.logic import state

from ..document import Cell, Figure, Paragraph, Style, Table, cell, said
from ..escape import one_line
from .drawing import TALLEST
from .handovers import handovers
from .telling import aside, bare, is_late, paragraph, value
from .waiting import draw_waiting

if TYPE_CHECKING:
    from toc.model import Contribution

    from ..document import Block, Document
    from .asked import Asked
    from .handovers import Handover

_WIDTHS: Final = (3, 3, 5, 5, 3, 4, 3)


def build(asked: Asked) -> Document:
    """Give the diagram and the table, or say that nobody waits for anybody yet."""
    words, found = asked.words, handovers(asked.theory)
    if not found:
        return asked.document(words("waiting.title"), [paragraph(words("waiting.none"))])
    blocks: list[Block] = [Paragraph(said(words("waiting.intro")), lead=True), *_open(asked, found)]
    svg = draw_waiting(asked, found)
    figure = Figure(svg, words("waiting.alt"), "who-waits", words("waiting.caption"), TALLEST) if svg else None
    blocks += [figure] if figure else []
    keys = ("who", "for", "what", "work", "due", "confirmed", "backup")
    head = tuple([words(f"waiting.{key}") for key in keys])
    blocks += [Table(head, tuple([_row(asked, each) for each in found]), _WIDTHS, words("waiting.title"))]
    return asked.document(words("waiting.title"), [*blocks, *_others(asked, found)])


def _row(asked: Asked, each: Handover) -> tuple[Cell, ...]:
    backup = asked.words.joined(tuple([bare(asked, name) for name in each.backup]))
    return (
        cell(asked.words.joined(tuple([bare(asked, name) for name in each.waiting]))),
        cell(bare(asked, each.giver)),
        cell(_what(asked, each)),
        cell(bare(asked, each.work.id)),
        _due(asked, each),
        _sure(asked, each),
        cell(backup) if backup else Cell(said(asked.words("waiting.nobody"), Style.QUIET)),
    )


def _what(asked: Asked, each: Handover) -> str:
    """Say what is handed over: what is brought, and the work that comes first, if it is another."""
    texts = [one_line(given.what) for given in each.given if given.what.strip()]
    what = asked.words("punctuation.and-so-on").join(dict.fromkeys(texts))
    if each.first is None:
        return what or asked.words("waiting.its-part")
    first = bare(asked, each.first.id)
    return asked.words("punctuation.label", label=first, text=what) if what else first


def _due(asked: Asked, each: Handover) -> Cell:
    """Say by when; a day that has passed stands out, in words."""
    if not each.due:
        return Cell(said(asked.words("waiting.no-day"), Style.QUIET))
    text = value(asked, "due", each.due)
    if not each.is_confirmed and is_late(each.due, asked.as_of):
        return Cell(said(aside(asked, text, asked.words("waiting.passed")), Style.STRONG))
    return cell(text)


def _sure(asked: Asked, each: Handover) -> Cell:
    if each.is_confirmed:
        said_so = [text for given in each.given if (text := _by_whom(asked, given))]
        text = aside(asked, asked.words("waiting.yes"), asked.words("list.comma").join(dict.fromkeys(said_so)))
        return cell(text)
    states = [asked.words.value("status", one_line(given.get("status") or "")) for given in each.given if state(given)]
    text = asked.words("waiting.not-yet")
    return Cell(said(aside(asked, text, asked.words("list.comma").join(dict.fromkeys(states))), Style.STRONG))


def _by_whom(asked: Asked, given: Contribution) -> str:
    parts = [one_line(given.get("confirmed-by") or ""), value(asked, "confirmed-on", given.get("confirmed-on") or "")]
    return asked.words("list.comma").join([part for part in parts if part])


def _open(asked: Asked, found: tuple[Handover, ...]) -> list[Block]:
    """Say how many are not confirmed, as a question for the room."""
    count = sum([not each.is_confirmed for each in found])
    if not count:
        return [paragraph(asked.words("waiting.all-confirmed"))]
    some = "waiting.open-one" if count == 1 else "waiting.open"
    key = some if count < len(found) else "waiting.open-all" if count > 1 else "waiting.open-only"
    return [paragraph(asked.words(key, count=count, all=len(found)))]


def _others(asked: Asked, found: tuple[Handover, ...]) -> list[Block]:
    """Name the partners of whom no hand-over is known."""
    named = {name for each in found for name in (*each.waiting, each.giver)}
    left = tuple([bare(asked, one.id) for one in asked.theory.of_kind("partner") if one.id not in named])
    return [paragraph(asked.words("waiting.others", partners=asked.words.joined(left)))] if left else []
