"""What is measured, as cells: the text that people wrote, and the number in it where it can be read in one way only.

A number is given where whoever calculates will not be misled: ``35 %`` is 35 and keeps its sign, ``1,234`` is one thing
in London and another in Lyon and stays text, and so does ``1 in 4``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from toc.logic.amounts import amount

from ..document import cell
from ..escape import one_line
from .telling import bare, details, key_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Element

    from ..document import Cell
    from .asked import Asked

_PLAIN: Final = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?![\w.,]*\d)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def measured(text: str) -> Cell:
    """Give a value as a cell, with its number where that is sure."""
    said = one_line(text)
    found = amount(said)
    if found is None or len(found.values) > 1 or found.of is not None:
        return cell(said)
    plain = _PLAIN.search(said)
    value = found.values[0]
    is_sure = plain is not None and float(plain[0]) == value
    return cell(said, (int(value) if value.is_integer() else value) if is_sure else None)


def all_measured(asked: Asked, texts: Iterable[str]) -> Cell:
    """Give several values as one cell; a number only where there is just one."""
    found = [one_line(text) for text in texts if text.strip()]
    return measured(found[0]) if len(found) == 1 else cell(asked.words("punctuation.and-so-on").join(found))


def years(text: str) -> frozenset[str]:
    """Give the years that a value names: ``45 mg/l (2027)``."""
    return frozenset(_YEAR.findall(text))


def collectors(asked: Asked, indicator: Element) -> str:
    """Say who looks, and what each of them does for it."""
    said = []
    for each in asked.teller.given.get(indicator.id, ()):
        name, what = bare(asked, each.partner), one_line(each.what)
        said.append(asked.words("punctuation.aside", text=name, aside=what) if what else name)
    return asked.words("punctuation.and-so-on").join(dict.fromkeys(said))


def source(asked: Asked, indicator: Element) -> str:
    """Say where the values come from: the source, how often somebody looks, and who."""
    often = [
        asked.words("punctuation.label", label=key_name(asked, "every"), text=text)
        for text in details(asked, indicator, "every")
    ]
    parts = [*details(asked, indicator, "source"), collectors(asked, indicator), *often]
    return asked.words("punctuation.and-so-on").join([part for part in parts if part])
