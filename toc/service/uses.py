"""Where a name is declared, and everywhere it is used: through all files of a theory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .names import declared_at, element_at, name_at, occurrences
from .text import bare_at, read_line, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.load import Loaded
    from toc.source import Span

    from .names import Name, Target


def definition(loaded: Loaded, file: str, offset: int) -> Span | None:
    """Give the place where the name at an offset is declared: its name there, or the line where it has none.

    None where there is no name, or where nobody declared it. Raises KeyError for a file that the theory has not.
    """
    target = name_at(loaded, file, offset)
    return declaration(loaded, target) if target else None


def declaration(loaded: Loaded, target: Target) -> Span | None:
    """Give the place where something is declared; on a line that could not be read it counts too."""
    element = target.element
    if element is None:
        found = [name for name in names_of(loaded, target) if name.declares]
        return found[0].span if found else None
    line = read_line(bare_at(source_of(loaded, element.span.file).text, element.span.start))
    if line and line.names and element.pinned:
        here = declared_at(loaded, element.span.file, element.span.start)
        return here.span if here else element.span
    return element.span


def uses(loaded: Loaded, file: str, offset: int) -> tuple[Span, ...]:
    """Give every place where the thing at an offset is named, its declaration too, in reading order.

    On a line that declares something, every place but another name stands for that thing. Empty where there is
    nothing. Raises KeyError for a file that the theory has not.
    """
    target = name_at(loaded, file, offset) or declared_at(loaded, file, offset)
    if target is None:
        return ()
    spans = [name.span for name in names_of(loaded, target)]
    where = declaration(loaded, target)
    return tuple(spans) if where is None or where in spans else (where, *spans)


def names_of(loaded: Loaded, target: Target) -> Iterator[Name]:
    """Give every name in the text that stands for something: not those of another thing that is called the same.

    Words that may as well be plain ones (free text, a broken line) count only where that is what they must mean.
    """
    declared = target.element is not None
    for source, line, name in occurrences(loaded, target.key, target.space):
        if name.perhaps and name.declares == declared:
            continue
        here = element_at(loaded, source.name, line.start) if name.declares and declared else None
        if here is None or here is target.element:
            yield name
