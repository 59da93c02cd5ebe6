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

    from toc.model import Element, Theory

_ALIKE = 0.8
_MOST_COMPARED = 200_000
"""Pairs of boxes that are compared; past that, the rest is not."""


_Name = tuple[str, str]
"""The namespace of terms, of sessions or of everything else, and a name in it."""


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
    taken: set[_Name] = set()
    renamed: list[str] = []
    for table in tables:
        source = _with_names(table)
        free = _free_names(of_source(source).theory, taken)
        source = _renamed(source, free)
        theory = of_source(source).theory
        taken |= {_name(element) for element in theory.elements}
        laid.append(_Table(table.name, source.text, theory.elements))
        renamed += [
            f"‘{name}’ of {table.name} is called ‘{new}’ now: an earlier table uses ‘{name}’ too."
            for (_, name), new in free.items()
        ]
    return Together("\n".join([_headed(table) for table in laid]), tuple(renamed), tuple(_alike(laid)))


def _free_names(theory: Theory, taken: set[_Name]) -> dict[_Name, str]:
    """Give a new name to whatever has one that is taken; no line of the table uses it yet."""
    own = {_name(element) for element in theory.elements}
    used = taken | own | {("", name) for name in theory.undeclared}
    found: dict[_Name, str] = {}
    for space, name in sorted(own & taken):
        found[space, name] = next(one for one in _free(name) if (space, one) not in used)
        used.add((space, found[space, name]))
    return found


def _headed(table: _Table) -> str:
    return f"# from {table.name}\n{table.text}" + ("" if table.text.endswith("\n") else "\n")


def _name(element: Element) -> _Name:
    return (element.kind if element.kind in OWN_NAMESPACE else "", element.id)


def _with_names(table: Source) -> Source:
    """Write every made name into its line, so that it stays what it is beside other tables."""
    loaded = of_source(table)
    edits = [pinned(loaded, element, element.id) for element in loaded.theory.elements if not element.pinned]
    return Source(table.name, applied(table.text, edits))


def _renamed(source: Source, names: dict[_Name, str]) -> Source:
    """Give everything its new name, wherever it is used."""
    loaded = of_source(source)
    starts = {_name(element): element.span.start for element in reversed(loaded.theory.elements)}
    edits = [edit for old, new in names.items() for edit in rename(loaded, source.name, starts[old], new)]
    return Source(source.name, applied(source.text, list(dict.fromkeys(edits))))


def _free(name: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _alike(tables: list[_Table]) -> Iterator[str]:
    """Say which boxes of different tables may be the same."""
    left = _MOST_COMPARED
    for place, table in enumerate(tables):
        of_kind: dict[str, list[Element]] = {}
        for element in table.elements:
            of_kind.setdefault(element.kind, []).append(element)
        for earlier in tables[:place]:
            for one in earlier.elements:
                others = of_kind.get(one.kind, [])[:left]
                left -= len(others)
                for other in _nearly_the_same(one, others):
                    yield (
                        f"Perhaps the same {one.kind}: ‘{one.id}’ of {earlier.name} and ‘{other.id}’ of "
                        f"{table.name}. If so, use one name for both and take one of the two lines out."
                    )


def _nearly_the_same(one: Element, others: list[Element]) -> Iterator[Element]:
    compared = SequenceMatcher(None, "", one.text.casefold(), autojunk=False)
    for other in others if one.text else ():
        compared.set_seq1(other.text.casefold())
        bounds = compared.real_quick_ratio, compared.quick_ratio, compared.ratio
        if all(bound() >= _ALIKE for bound in bounds):
            yield other
