"""The logframe, in the columns that are asked for: what we want, how we will know, how we find out, what it rests on.

Nothing is merged and every value has a column of its own, so that a spreadsheet can sort it and other programs can read
it. What nobody wrote down is an empty cell: a donor's template is filled honestly or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.logic import state

from .. import CannotRenderError
from ..document import Cell, Paragraph, Style, Table, cell, said
from ..escape import one_line
from .donors import american, british, european
from .figures import source
from .levels import aimed_for, beliefs, latest, levels, named, set_rows, value
from .telling import aside, bare, detail, key_name, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

GENERIC: Final = "generic"
_KINDS: Final = ("goal", "outcome", "output", "activity")
_WIDTHS: Final = (3, 6, 5, 3, 3, 3, 5, 6)


def build(asked: Asked) -> Document:
    """Give the logframe; raises CannotRenderError for columns that nobody knows."""
    columns = (asked.columns or GENERIC).strip().lower()
    if columns not in COLUMNS:
        msg = f"There are no columns {one_line(columns)} for a logframe. There are {', '.join(COLUMNS)}."
        raise CannotRenderError(msg)
    title = asked.words(f"logframe.title-{columns}")
    if not asked.theory.of_kind(*_KINDS):
        return asked.document(title, [paragraph(asked.words("logframe.none"))])
    return asked.document(title, COLUMNS[columns](asked))


def _generic(asked: Asked) -> list[Block]:
    """Give the four by four: goal, purpose, outputs, activities; activities carry what they take, conditions come last.

    Values have columns of their own between the indicators and the means of verification.
    """
    words = asked.words
    names = {kind: words(f"logframe.{kind}") for kind in (*_KINDS, "condition")}
    if len(aimed_for(asked, "outcome")) > 1:
        names["outcome"] = words("logframe.donor-outcome")
    made: list[tuple[Cell, ...]] = []
    for level in levels(asked, names):
        lines = [
            (named(asked, one), value(one, "baseline"), value(one, "target"), latest(one), cell(source(asked, one)))
            for one in level.indicators
        ]
        if level.element and level.element.kind == "activity":
            lines += [(cell(text), Cell(), Cell(), Cell(), Cell()) for text in _inputs(asked, level.element)]
        made += set_rows(level, lines, 5, beliefs(level))
    keys = ("level", "narrative", "indicators", "baseline", "target", "latest", "verification", "assumptions")
    table = Table(tuple([words(f"logframe.{key}") for key in keys]), tuple(made), _WIDTHS, words("logframe.sheet"))
    return [Paragraph(said(words("logframe.intro"), Style.QUIET)), table]


def _inputs(asked: Asked, activity: Element) -> list[str]:
    """Say what an activity takes: what each partner brings, resources that lead to it, and what it costs."""
    given = [_given(asked, each) for each in asked.teller.given.get(activity.id, ()) if state(each) != "withdrawn"]
    causes = [asked.theory.get(link.source) for link in asked.teller.causes.get(activity.id, ())]
    put_in = [bare(asked, one.id) for one in causes if one and one.kind == "input"]
    cost = detail(asked, activity, "cost")
    costs = [asked.words("punctuation.label", label=key_name(asked, "cost"), text=cost)] if cost else []
    texts = [text for text in (*given, *put_in, *costs) if text]
    return [asked.words("punctuation.label", label=asked.words("logframe.input"), text=text) for text in texts]


def _given(asked: Asked, each: Contribution) -> str:
    what, amount = one_line(each.what), one_line(each.get("amount") or "")
    if not what and not amount:
        return ""
    more = asked.words("list.comma").join(
        [part for part in (amount if what else "", bare(asked, each.partner)) if part]
    )
    return aside(asked, what or amount, more)


COLUMNS: Final[dict[str, Callable[[Asked], list[Block]]]] = {
    GENERIC: _generic,
    "eu": european,
    "fcdo": british,
    "usaid": american,
}
"""The sets of columns, by the name that asks for them."""
