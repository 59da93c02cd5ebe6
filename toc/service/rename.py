"""A new name for something, in all files at once.

The theory afterwards is the theory before but for that one id. So where a made name would change because another one
is free again, it is written into its line as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.build.names import made_id
from toc.characters import normal, stray_characters
from toc.findings import Edit
from toc.lines import Shape
from toc.rules.phrases import a_kind, name
from toc.source import Source
from toc.syntax import parse
from toc.writing import pin

from .names import declared_at, element_at, find, name_at, occurrences, space_of
from .text import bare_at, read_line, source_of
from .uses import declaration, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.load import Loaded
    from toc.model import Element

    from .names import Target


class RenameTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A name that cannot be given; the message is a sentence that says why."""


def rename(loaded: Loaded, file: str, offset: int, new: str) -> tuple[Edit, ...]:
    """Give the edits that rename what is named at a place, or else what the line declares; they may touch all files.

    A name that was made from the words is written into its line. Raises RenameTrouble where there is nothing to
    rename, and for a new name that is none or is taken; KeyError for a file that the theory has not.
    """
    target = name_at(loaded, file, offset) or declared_at(loaded, file, offset)
    if target is None:
        msg = "There is no name here to change. Put the cursor on a name, or on the line of what it names."
        raise RenameTrouble(msg)
    wanted = normal(new.strip())
    if wanted == target.key:
        return ()
    _refuse(loaded, target, wanted)
    return tuple(dict.fromkeys([*_renamed(loaded, target, wanted), *_kept(loaded, target)]))


def pinned(loaded: Loaded, element: Element, name: str) -> Edit:
    """Write a name into the line of an element whose own was made from its words."""
    source = source_of(loaded, element.span.file)
    line = read_line(bare_at(source.text, element.span.start))
    if line is None:
        msg = f"‘{element.id}’ does not stand where it was read; read the files again."
        raise RenameTrouble(msg)
    return pin(line, name, source)


def is_a_name(word: str, space: str = "") -> bool:
    """Say whether a word can be a name; the names of terms may have spaces in them."""
    if stray_characters(word) or word != word.strip():
        return False
    lines = parse(Source("", f"{space or 'goal'} {word}: x")).lines
    return len(lines) == 1 and lines[0].shape is Shape.ELEMENT and [one.text for one in lines[0].names] == [word]


def _refuse(loaded: Loaded, target: Target, wanted: str) -> None:
    if not is_a_name(wanted, target.space):
        raise RenameTrouble(_no_name(wanted))
    taken = find(loaded, wanted, target.space)
    if taken and target.element:
        msg = f"‘{wanted}’ is taken: it is {a_kind(taken.kind)}, {name(taken)}. Choose another name."
        raise RenameTrouble(msg)
    if taken is None and (used := _used_at(loaded, wanted, target.space)):
        msg = f"‘{wanted}’ is used already, on line {used[1]} of {used[0]}. Choose another name."
        raise RenameTrouble(msg)


def _no_name(wanted: str) -> str:
    if not wanted:
        return "Write the new name: one word, such as clean-air."
    return f"‘{wanted}’ is no name: a name is one word of letters and digits, with single hyphens inside."


def _used_at(loaded: Loaded, wanted: str, space: str) -> tuple[str, int] | None:
    for source, line, found in occurrences(loaded, wanted, space):
        # Words behind `lead:` become a contribution when a partner takes that name.
        if not found.perhaps or line.word.text.casefold() == "lead":
            return source.name, source.position(found.span.start).line
    return None


def _renamed(loaded: Loaded, target: Target, wanted: str) -> Iterator[Edit]:
    element = target.element
    for found in names_of(loaded, target):
        yield Edit(found.span, wanted)
    if element is None:
        return
    where = declaration(loaded, target)
    if where is not None and where == element.span and not element.pinned:
        yield pinned(loaded, element, wanted)
    elif where is not None:
        yield Edit(where, wanted)


def _kept(loaded: Loaded, target: Target) -> Iterator[Edit]:
    """Write down the names of others that would change: they only have a number because this name was taken."""
    element = target.element
    if element is None:
        return
    for other in loaded.theory.elements:
        if other is element or space_of(other.kind) != target.space:
            continue
        if not other.pinned and _follows(other, element.id):
            yield pinned(loaded, other, other.id)
    yield from _doubles(loaded, target)


def _follows(other: Element, freed: str) -> bool:
    base = made_id(other.text) or other.kind
    return other.id != base and re.fullmatch(rf"{re.escape(base)}(?:-\d+)?", freed) is not None


def _doubles(loaded: Loaded, target: Target) -> Iterator[Edit]:
    """A second thing of the same name is called ``name-2`` by now, and keeps that."""
    for source, line, found in occurrences(loaded, target.key, target.space):
        here = element_at(loaded, source.name, line.start) if found.declares else None
        if here is not None and here.id != target.key:
            yield Edit(found.span, here.id)
