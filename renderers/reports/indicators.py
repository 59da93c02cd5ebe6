"""How we will know: every sign that somebody looks at, with where it starts, where it should get to and where it is.

Signs that several partners watch together come first: shared measurement is what holds a partnership to its purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..document import Cell, Paragraph, Table, cell, said
from ..languages import capital
from .figures import all_measured, collectors
from .telling import bare, detail, details, key_name, paragraph, subjects, without_empty

if TYPE_CHECKING:
    from toc.model import Element

    from ..document import Document
    from .asked import Asked

_VALUES: Final = ("baseline", "interim", "target", "actual")
_WIDTHS: Final = (6, 6, 3, 3, 3, 3, 3, 3, 4, 4, 3, 4, 3)


def build(asked: Asked) -> Document:
    """Give the table of indicators, or say that none was written down yet."""
    words, found = asked.words, asked.theory.of_kind("indicator")
    if not found:
        return asked.document(words("indicators.title"), [paragraph(words("indicators.none"))])
    ordered = sorted(found, key=lambda one: not one.get("shared"))
    keys = ("unit", *_VALUES, "better", "source", "collected-by", "every", "shared", "code")
    head = (words.heading("indicator"), key_name(asked, "about"), *[key_name(asked, key) for key in keys])
    head, rows, widths = without_empty(head, [_row(asked, one) for one in ordered], _WIDTHS)
    table = Table(head, rows, widths, words("indicators.title"))
    return asked.document(words("indicators.title"), [Paragraph(said(words("indicators.intro")), lead=True), table])


def _row(asked: Asked, one: Element) -> tuple[Cell, ...]:
    return (
        cell(capital(bare(asked, one.id))),
        cell(subjects(asked, one.about)),
        cell(detail(asked, one, "unit")),
        *[all_measured(asked, one.all(key)) for key in _VALUES],
        cell(detail(asked, one, "better")),
        cell(asked.words("punctuation.and-so-on").join(details(asked, one, "source"))),
        cell(collectors(asked, one)),
        cell(detail(asked, one, "every")),
        cell(detail(asked, one, "shared")),
        cell(detail(asked, one, "code")),
    )
