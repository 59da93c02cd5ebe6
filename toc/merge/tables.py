"""Plans of several tables of one workshop, which began apart, as one text.

The texts stand one below the other, whole. A name that an earlier table uses for something is made a new one wherever
the later table uses it, and what may be the same is told; whether it is the same, only the people know.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from toc.edit import applied
from toc.load import of_source
from toc.model import OWN_NAMESPACE
from toc.service.rename import pinned, rename
from toc.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

_ALIKE = 0.8
_MOST_COMPARED = 200_000
"""Pairs of boxes that are compared; past that, the rest is not."""


class Together(NamedTuple):
    """The one text, which names were changed, and what may be the same; sentences for the people who decide."""

    text: str
    renamed: tuple[str, ...]
    alike: tuple[str, ...]


class _Table(NamedTuple):
    name: str
    text: str
    elements: tuple[Element, ...]


def together(tables: Sequence[Source]) -> Together:
    """Put the plans of several tables into one text; nothing is left out."""
    laid: list[_Table] = []
    taken: set[tuple[str, str]] = set()
    renamed: list[str] = []
    for table in tables:
        source = _with_names(table)
        theory = of_source(source).theory
        own = {_name(element) for element in theory.elements}
        used = own | {("", name) for name in theory.undeclared}
        for space, name in sorted(own & taken):
            free = next(one for one in _free(name) if (space, one) not in taken | used)
            source = _renamed(source, space, name, free)
            own = own - {(space, name)} | {(space, free)}
            used.add((space, free))
            renamed.append(f"‘{name}’ of {table.name} is called ‘{free}’ now: an earlier table uses ‘{name}’ too.")
        taken |= own
        laid.append(_Table(table.name, source.text, of_source(source).theory.elements))
    return Together("\n".join([_headed(table) for table in laid]), tuple(renamed), tuple(_alike(laid)))


def _headed(table: _Table) -> str:
    return f"# from {table.name}\n{table.text}" + ("" if table.text.endswith("\n") else "\n")


def _name(element: Element) -> tuple[str, str]:
    return (element.kind if element.kind in OWN_NAMESPACE else "", element.id)


def _with_names(table: Source) -> Source:
    """Write every made name into its line, so that it stays what it is beside other tables."""
    loaded = of_source(table)
    edits = [pinned(loaded, element, element.id) for element in loaded.theory.elements if not element.pinned]
    return Source(table.name, applied(table.text, edits))


def _renamed(source: Source, space: str, name: str, free: str) -> Source:
    loaded = of_source(source)
    element = next(one for one in loaded.theory.elements if _name(one) == (space, name))
    return Source(source.name, applied(source.text, rename(loaded, source.name, element.span.start, free)))


def _free(name: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _alike(tables: list[_Table]) -> Iterator[str]:
    """Say which boxes of different tables may be the same."""
    left = _MOST_COMPARED
    for place, table in enumerate(tables):
        for earlier in tables[:place]:
            for one in earlier.elements:
                for other in table.elements:
                    left -= one.kind == other.kind
                    if left > 0 and one.kind == other.kind and _says_nearly_the_same(one.text, other.text):
                        yield (
                            f"Perhaps the same {one.kind}: ‘{one.id}’ of {earlier.name} and ‘{other.id}’ of "
                            f"{table.name}. If so, use one name for both and take one of the two lines out."
                        )


def _says_nearly_the_same(one: str, other: str) -> bool:
    words, others = one.casefold(), other.casefold()
    if not words or not others:
        return False
    compared = SequenceMatcher(None, words, others, autojunk=False)
    return words == others or (compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE)
