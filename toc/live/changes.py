"""What changes in a text that several people write: how a change is applied, moved past another one, and found.

A change says for the whole text, from its start to its end, what stays and what is replaced, as CodeMirror does, and
has the same JSON. Lengths count UTF-16 units, so texts are handled here as strings of such units (`units`, `words`):
to a browser ‘😀’ is two of them.

Two laws: ``applied(between(a, b), a) == b``, and of two changes of one text it does not matter which one comes first,
once the other is moved past it (`past`), but for what both insert at the same place.
"""

from __future__ import annotations

from array import array
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000
_LAST_PLAIN = "\uffff"


class Section(NamedTuple):
    """A stretch of the text before: ``length`` units that stay, or that ``insert`` takes the place of."""

    length: int
    insert: str | None = None


Change = tuple[Section, ...]


class Hunk(NamedTuple):
    """One replacement: what stood from ``start`` to ``end`` of the text before becomes ``insert``."""

    start: int
    end: int
    insert: str


class BadChange(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A change that is none, or does not fit its text."""


def units(text: str) -> str:
    """Take a text apart into UTF-16 units, one a character; for most texts it is the same string."""
    if text.isascii() or max(text) <= _LAST_PLAIN:
        return text
    return "".join(map(chr, array("H", text.encode("utf-16-le", "surrogatepass"))))


def words(unit_text: str) -> str:
    """Put units together again; raises BadChange where half of a pair stands alone."""
    if unit_text.isascii():
        return unit_text
    try:
        return unit_text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        msg = "The text would hold half a character."
        raise BadChange(msg) from None


def from_json(sections: Any) -> Change:
    """Read CodeMirror's JSON of a change; raises BadChange for anything else."""
    if not isinstance(sections, list):
        msg = "A change is a list."
        raise BadChange(msg)
    return _joined([_section(one) for one in sections])


def to_json(change: Change) -> list[int | list[int | str]]:
    """Write a change as CodeMirror's JSON."""
    written: list[int | list[int | str]] = []
    for length, insert in change:
        if insert is None:
            written.append(length)
        elif insert:
            written.append([length, *insert.split("\n")])
        else:
            written.append([length])
    return written


def applied(change: Change, unit_text: str) -> str:
    """Give the text after a change; raises BadChange where it was made for another text."""
    if sum([section.length for section in change]) != len(unit_text):
        msg = "The change was made for another text."
        raise BadChange(msg)
    parts, place = [], 0
    for length, insert in change:
        parts.append(unit_text[place : place + length] if insert is None else insert)
        place += length
    return "".join(parts)


def past(change: Change, other: Change) -> Change:
    """Move a change behind another one of the same text; nothing that the other one inserted is lost.

    Where both insert at the same place, the other one's words come first.
    """
    made: list[Section] = []
    ours, theirs = _pieces(change), _pieces(other)
    one, two = next(ours, None), next(theirs, None)
    while one or two:
        if two and two.insert:
            made.append(Section(len(two.insert)))
            two = next(theirs, None)
        elif one and one.insert:
            made.append(Section(0, one.insert))
            one = next(ours, None)
        elif one and two:
            length = min(one.length, two.length)
            if two.insert is None:
                made.append(Section(length, one.insert))
            one, two = _rest(one, length) or next(ours, None), _rest(two, length) or next(theirs, None)
        else:
            msg = "The changes were made for different texts."
            raise BadChange(msg)
    return _joined(made)


def between(before: str, after: str) -> Change:
    """Find what changed from one text to the other: line by line, then letter by letter."""
    found: list[Hunk] = []
    olds, news = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for start, end, new_start, new_end in _blocks(olds, news):
        places = [sum(map(len, olds[:start])), sum(map(len, news[:new_start]))]
        if end - start == new_end - new_start:
            pairs = list(zip(olds[start:end], news[new_start:new_end], strict=True))
        else:
            pairs = [("".join(olds[start:end]), "".join(news[new_start:new_end]))]
        for old, new in pairs:
            found += _trimmed(places[0], old, new)
            places[0] += len(old)
    return of_hunks(found, len(before))


def woven(base: str, ours: str, theirs: str) -> Change:
    """Give the change that brings ``theirs`` into ``ours``, where both were made from ``base``.

    What both did is done once. Nothing that somebody inserted is lost.
    """
    own, other = between(base, ours), between(base, theirs)
    return past(of_hunks(_without_same(hunks(other), hunks(own)), len(base)), own)


def hunks(change: Change) -> tuple[Hunk, ...]:
    """Give the replacements of a change, in order."""
    found, place = [], 0
    for length, insert in change:
        if insert is not None:
            found.append(Hunk(place, place + length, insert))
        place += length
    return tuple(found)


def of_hunks(found: Iterable[Hunk], length: int) -> Change:
    """Make a change of a text of so many units from its replacements, which are in order."""
    made, place = [], 0
    for start, end, insert in found:
        made += [Section(start - place), Section(end - start, insert)]
        place = end
    return _joined([*made, Section(length - place)])


def _section(one: Any) -> Section:
    if type(one) is int and one >= 0:
        return Section(one)
    if isinstance(one, list) and one and type(one[0]) is int and one[0] >= 0:
        lines = one[1:]
        if all(isinstance(line, str) and "\n" not in line and "\r" not in line for line in lines):
            return Section(one[0], units("\n".join(lines)))
    msg = "A change has numbers, and lists of a number and lines."
    raise BadChange(msg)


def _joined(sections: Iterable[Section]) -> Change:
    """Join neighbours of one sort, and leave out what says nothing."""
    made: list[Section] = []
    for section in sections:
        length, insert = section
        if not length and not insert:
            continue
        if made and (made[-1].insert is None) == (insert is None):
            before = made.pop()
            made.append(Section(before.length + length, None if insert is None else (before.insert or "") + insert))
        else:
            made.append(section)
    return tuple(made)


def _pieces(change: Change) -> Iterator[Section]:
    """Take a change apart into insertions and stretches that stay or go."""
    for length, insert in change:
        if insert:
            yield Section(0, insert)
        if length:
            yield Section(length, None if insert is None else "")


def _rest(section: Section, length: int) -> Section | None:
    return section._replace(length=section.length - length) if section.length > length else None


def _blocks(olds: list[str], news: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give the runs of lines that differ; the many lines that are the same at both ends are not compared twice."""
    most = min(len(olds), len(news))
    head = next((place for place in range(most) if olds[place] != news[place]), most)
    tail = next((place for place in range(most - head) if olds[-1 - place] != news[-1 - place]), most - head)
    middle, other = olds[head : len(olds) - tail], news[head : len(news) - tail]
    for tag, start, end, new_start, new_end in SequenceMatcher(None, middle, other).get_opcodes():
        if tag != "equal":
            yield start + head, end + head, new_start + head, new_end + head


def _trimmed(place: int, old: str, new: str) -> Iterator[Hunk]:
    """Leave what is the same at both ends where it is, and pairs of units whole."""
    if old == new:
        return
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    if head and _HIGH <= ord(old[head - 1]) < _LOW:
        head -= 1
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    if tail and _LOW <= ord(old[len(old) - tail]) < _AFTER:
        tail -= 1
    yield Hunk(place + head, place + len(old) - tail, new[head : len(new) - tail])


def _without_same(found: Iterable[Hunk], others: tuple[Hunk, ...]) -> Iterator[Hunk]:
    """Leave out what the others did as well; of words that go on where theirs ended, keep the rest."""
    theirs = {(one.start, one.end): one.insert for one in others}
    for hunk in found:
        same = theirs.get((hunk.start, hunk.end))
        if same is None or not (same.startswith(hunk.insert) or hunk.insert.startswith(same)):
            yield hunk
        elif len(hunk.insert) > len(same):
            yield hunk._replace(insert=hunk.insert[len(same) :])
