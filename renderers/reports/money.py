"""What is pooled: every amount that a partner brings and every cost that somebody wrote down, side by side.

Amounts in one currency are added up where each can be read in one way only, apart for what is confirmed and what is
not; nothing is converted. Nobody is compared with anybody: small amounts make as much possible as large ones. (Pooled
budgets and value for money: the partnering literature.)
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from toc.logic import state
from toc.logic.amounts import amount

from ..document import Cell, Heading, Item, Listing, Paragraph, Table, cell, said
from ..escape import one_line
from .figures import measured
from .telling import bare, detail, key_name, paragraph, subject, value, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

_FIRM: Final = frozenset({"confirmed", "delivered"})
_CODE: Final = len("EUR")
_COSTING: Final = ("activity", "input", "goal", "outcome", "output")


def build(asked: Asked) -> Document:
    """Give what is brought and what it costs, or say that no amount was written down yet."""
    words = asked.words
    given = [
        one for one in asked.theory.contributions if (one.get("amount") or "").strip() and state(one) != "withdrawn"
    ]
    costs = [one for one in asked.theory.of_kind(*_COSTING) if (one.get("cost") or "").strip()]
    if not given and not costs:
        return asked.document(words("money.title"), [paragraph(words("money.none"))])
    blocks: list[Block] = [Paragraph(said(words("money.intro")), lead=True)]
    return asked.document(words("money.title"), [*blocks, *_brought(asked, given), *_costs(asked, costs)])


def _brought(asked: Asked, given: list[Contribution]) -> list[Block]:
    if not given:
        return []
    keys = ("amount", "status", "from", "until", "confirmed-by")
    head = [asked.words.heading("partner"), asked.words("money.for"), asked.words("money.what"),
            *[key_name(asked, key) for key in keys]]  # fmt: skip
    cut = without_empty(head, [_given(asked, one) for one in given], (5, 6, 5, 4, 3, 3, 3, 4))
    heading = asked.words("money.brought")
    firm = [one.get("amount") or "" for one in given if state(one) in _FIRM]
    open_ = [one.get("amount") or "" for one in given if state(one) not in _FIRM]
    sums = [*_sum(asked, "money.firm", firm), *_sum(asked, "money.open", open_)]
    return [Heading(heading), Table(*cut, heading), *([Listing(tuple(sums))] if sums else [])]


def _given(asked: Asked, one: Contribution) -> tuple[Cell, ...]:
    to = asked.words("story.whole-theory") if one.to is None else subject(asked, one.to)
    rest = [cell(value(asked, key, one.get(key) or "")) for key in ("status", "from", "until", "confirmed-by")]
    amounts = measured(one.get("amount") or "")
    return (cell(bare(asked, one.partner)), cell(to), cell(one_line(one.what)), amounts, *rest)


def _costs(asked: Asked, costs: list[Element]) -> list[Block]:
    if not costs:
        return []
    head = [asked.words("money.work"), key_name(asked, "cost"), asked.words("money.so-far"), key_name(asked, "due"),
            key_name(asked, "status")]  # fmt: skip
    cut = without_empty(head, [_cost(asked, one) for one in costs], (7, 3, 6, 3, 3))
    heading = asked.words("money.costs")
    sums = _sum(asked, "money.all", [one.get("cost") or "" for one in costs])
    return [Heading(heading), Table(*cut, heading), *([Listing(tuple(sums))] if sums else [])]


def _cost(asked: Asked, one: Element) -> tuple[Cell, ...]:
    brought = [
        asked.words("punctuation.label", label=bare(asked, given.partner), text=one_line(given.get("amount") or ""))
        for given in asked.teller.given.get(one.id, ())
        if given.get("amount") and state(given) != "withdrawn"
    ]
    so_far = asked.words("punctuation.and-so-on").join(brought)
    last = [cell(detail(asked, one, key)) for key in ("due", "status")]
    return (cell(bare(asked, one.id)), measured(one.get("cost") or ""), cell(so_far), *last)


def _sum(asked: Asked, key: str, texts: Iterable[str]) -> list[Item]:
    """Add up what is counted in the same way; what cannot be read for sure is left out, and that is said."""
    sums: defaultdict[str, float] = defaultdict(float)
    units: dict[str, str] = {}
    unread = 0
    for text in texts:
        found = amount(text)
        if found and len(found.values) == 1 and found.of is None:
            sums[found.unit] += found.values[0]
            units.setdefault(found.unit, _unit(found.unit, text))
        else:
            unread += 1
    if not sums:
        return []
    parts = asked.words.joined(tuple([f"{_grouped(total)} {units[unit]}".strip() for unit, total in sums.items()]))
    text = asked.words("punctuation.label", label=asked.words(key), text=parts)
    more = asked.words("money.unread", count=unread)
    return [Item(said(asked.words("punctuation.aside", text=text, aside=more) if unread else text))]


def _grouped(total: float) -> str:
    """Write a sum with spaces between the thousands, which nobody misreads."""
    return f"{total:,.2f}".removesuffix(".00").replace(",", "\u00a0")


def _unit(unit: str, text: str) -> str:
    """Write a unit as it was written first; the code of a currency in capitals where its sign stood there."""
    at = text.casefold().find(unit)
    if at >= 0 and len(text) == len(text.casefold()):
        return one_line(text[at : at + len(unit)])
    return unit.upper() if len(unit) == _CODE and unit.isascii() and unit.isalpha() else unit
