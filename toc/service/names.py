"""Where names stand in the lines of a theory, and what each of them names.

Read line by line: an element or mention has one name, an arrow and a ``by`` have some, and the values of certain keys
hold more. Names are compared in one normal form (NFC). Terms and sessions have names of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toc.characters import normal
from toc.lines import NAMING, Shape, Word
from toc.model import OWN_NAMESPACE
from toc.source import Span
from toc.vocabulary import NESTED_WORDS, PLACES, Takes

from .text import ARROWS, COMMA, bare_at, read_line, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.lines import Line
    from toc.load import Loaded
    from toc.model import Element
    from toc.source import Source

    from .text import Bare

NAMING_KEYS: dict[str, Takes] = {
    key.name: key.takes
    for place in PLACES.values()
    for key in place.keys
    if key.takes in (Takes.NAMES, Takes.NAME, Takes.ABOUT, Takes.LINKING)
}
"""The keys whose values hold names, and how."""

_SIGN = re.compile(rf"\s*{ARROWS}\s*")
_LISTED = re.compile(rf"[^{COMMA[1:]}+")


class Name(NamedTuple):
    """A name in the text: ``key`` is the id it stands for, ``space`` the kind whose names are apart, or empty.

    ``declares`` tells that its line is where the thing is declared; ``perhaps`` that it may as well be plain words:
    free text that equals an id, or a word on a line that could not be read.
    """

    key: str
    space: str
    span: Span
    declares: bool = False
    perhaps: bool = False


class Target(NamedTuple):
    """What a place names: an element, or a name that nobody declared. ``span`` is what the place points with."""

    key: str
    space: str
    element: Element | None
    span: Span


def space_of(kind: str) -> str:
    """Give the space that names of a kind live in; empty for the one they share."""
    return kind if kind in OWN_NAMESPACE else ""


def kind_of(line: Line) -> str:
    """Give the kind that a declaring line or a mention names."""
    word = line.word.text.casefold()
    return NESTED_WORDS.get(word, word)


def names_in(source: Source, line: Line) -> Iterator[Name]:
    """Give all names in a line, as they are written there."""
    if line.shape in NAMING:
        for word in line.names:
            broken = line.shape not in (Shape.ELEMENT, Shape.MENTION)
            perhaps = line.shape is Shape.UNFINISHED
            space = space_of(kind_of(line))
            yield _name(source, word, space, declares=line.shape is not Shape.MENTION, perhaps=broken and perhaps)
    elif line.shape in (Shape.ARROW, Shape.CONTRIBUTION):
        for word in line.names:
            yield _name(source, word)
    elif line.shape is Shape.PROPERTY and line.text:
        takes = NAMING_KEYS.get(line.word.text.casefold())
        for word in _values(line.text, takes) if takes else ():
            yield _name(source, word, perhaps=takes is Takes.LINKING)


def _name(source: Source, word: Word, space: str = "", *, declares: bool = False, perhaps: bool = False) -> Name:
    return Name(normal(word.text), space, Span(source.name, word.start, word.end), declares, perhaps)


def _values(text: Word, takes: Takes) -> Iterator[Word]:
    """Take a list of names apart; in ``on`` each may be an arrow between two."""
    for part in _LISTED.finditer(text.text):
        word = _stripped(part[0], text.start + part.start())
        sign = _SIGN.search(word.text) if takes is Takes.ABOUT else None
        if sign:
            yield _stripped(word.text[: sign.start()], word.start)
            yield _stripped(word.text[sign.end() :], word.start + sign.end())
        else:
            yield word


def _stripped(text: str, start: int) -> Word:
    said = text.strip()
    start += len(text) - len(text.lstrip())
    return Word(said, start, start + len(said))


def element_at(loaded: Loaded, file: str, start: int) -> Element | None:
    """Give the element whose line begins at an offset."""
    for element in loaded.theory.elements:
        if element.span.start == start and element.span.file == file:
            return element
    return None


def find(loaded: Loaded, key: str, space: str) -> Element | None:
    """Give the element of a name."""
    if space:
        return next((one for one in loaded.theory.of_kind(space) if one.id == key), None)
    found = loaded.theory.get(key)
    return found if found and found.kind not in OWN_NAMESPACE else None


def target_of(loaded: Loaded, name: Name) -> Target | None:
    """Say what a name stands for; None for free text that only could have been one."""
    element = element_at(loaded, name.span.file, _line_start(loaded, name)) if name.declares else None
    element = element or find(loaded, name.key, name.space)
    if element is None and name.perhaps and not name.declares:
        return None
    return Target(element.id if element else name.key, name.space, element, name.span)


def _line_start(loaded: Loaded, name: Name) -> int:
    return bare_at(source_of(loaded, name.span.file).text, name.span.start).at


def name_at(loaded: Loaded, file: str, offset: int) -> Target | None:
    """Say what the name at a place stands for; a place right behind a name still belongs to it."""
    source = source_of(loaded, file)
    line = read_line(bare_at(source.text, offset))
    if line is None or is_made(loaded, file, line):
        return None
    for name in names_in(source, line):
        if name.span.start <= offset <= name.span.end and name.key:
            return target_of(loaded, name)
    return None


def is_made(loaded: Loaded, file: str, line: Line) -> bool:
    """Say whether the name of what a line declares was made from its words, so that none stands there."""
    if line.shape is Shape.ELEMENT:
        return not line.names and element_at(loaded, file, line.start) is not None
    if line.shape is Shape.MENTION:
        element = element_at(loaded, file, line.start)
        return element is not None and not element.pinned
    return False


def declared_at(loaded: Loaded, file: str, offset: int) -> Target | None:
    """Say what the line at a place declares; ``span`` is its name, or the word before it where the name was made."""
    line = read_line(bare_at(source_of(loaded, file).text, offset))
    element = element_at(loaded, file, line.start) if line else None
    if line is None or element is None:
        return None
    word = line.names[0] if line.names and element.pinned else line.word
    return Target(element.id, space_of(element.kind), element, Span(file, word.start, word.end))


def occurrences(loaded: Loaded, key: str, space: str = "") -> Iterator[tuple[Source, Line, Name]]:
    """Give every place in all files where a name is written, in reading order."""
    for source in loaded.sources:
        for bare in _lines_with(source.text, key):
            line = read_line(bare)
            if line is None or is_made(loaded, source.name, line):
                continue
            for name in names_in(source, line):
                if name.key == key and name.space == space:
                    yield source, line, name


def _lines_with(text: str, key: str) -> Iterator[Bare]:
    """Give the lines that may hold a name, each once."""
    if not key.isascii():
        # Written another way it has another length, so each line is brought into the normal form first.
        start = 0
        for row in text.split("\n"):
            if not row.isascii() and key in normal(row):
                yield bare_at(text, start)
            start += len(row) + 1
        return
    place = text.find(key)
    while place >= 0:
        end = place + len(key)
        if not (_is_of_a_name(text[place - 1 : place]) or _is_of_a_name(text[end : end + 1])):
            bare = bare_at(text, place)
            yield bare
            end = max(bare.end, end)
        place = text.find(key, end)


def _is_of_a_name(letter: str) -> bool:
    return letter.isalnum() or letter in {"-", "_"}
