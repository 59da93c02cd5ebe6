"""Where the blocks of a document are: markers, code, and the headings they stand under.

The text is looked at line by line and never changed here. A marker is an HTML comment on a line of its own; in a block
of code it is an example. Lines end as they end in the file, also mixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.near import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

_END: Final = re.compile(r"\r\n|\r|\n")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT: Final = re.compile(r" {0,3}<!--[ \t]*toc:[ \t]*(\w+)(.*)")
_FENCE: Final = re.compile(r"(?: {0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]?+)*+ {0,3}(`{3,}(?!.*`)|~{3,})")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NO_TEXT: Final = re.compile(r" {0,3}(?:[#>]|[-*+][ \t]|\||$)")
_HASH: Final = re.compile(r"[0-9a-f]{12}")


class Fault(NamedTuple):
    """A marker that cannot be used: its line, and a sentence about it."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block: the line of its first marker, what that marker says, and where its inside and its end marker are.

    ``start`` and ``end`` are offsets of the inside, ``after`` is where the end marker stops. ``level`` is that of the
    heading above it, 0 without one. ``hashes`` are those of what was put here: of the text first, then of its pictures;
    none where nothing was put here yet.
    """

    line: int
    words: str
    start: int
    end: int
    after: int
    level: int
    newline: str
    hashes: tuple[str, ...]


def hash_of(text: str) -> str:
    """Give twelve digits that are others when a text is another one; ends of lines and spaces there do not count."""
    return sha256("\n".join(tidy(text)).encode("utf-8", "replace")).hexdigest()[:12]


def tidy(text: str) -> list[str]:
    """Give the lines of a text as they count: without spaces at their ends, and without empty lines around them."""
    lines = [line.rstrip() for line in _END.split(text)]
    filled = [at for at, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def line_ends(text: str) -> int:
    """Count the ends of lines in a text."""
    return len(_END.findall(text))


class _Line(NamedTuple):
    number: int
    text: str
    start: int
    stop: int
    after: int


def blocks_of(text: str) -> tuple[tuple[Block, ...], tuple[Fault, ...]]:
    """Find the blocks of a document, and the markers that are no part of one."""
    blocks: list[Block] = []
    faults: list[Fault] = []
    begun: tuple[_Line, str, int] | None = None
    level = 0
    lines = list(_lines(text))
    for line, is_code, heading in _looked_at(lines[_head(lines) :]):
        level = heading or level
        mark = None if is_code else _mark(line, faults)
        if mark is None:
            continue
        name, words = mark
        if name == "begin":
            if begun:
                faults.append(_never_ends(begun[0]))
            begun = (line, words, level)
        elif begun is None:
            faults.append(Fault(line.number, "A block ends here that begins nowhere. Take this marker away."))
        else:
            blocks.append(_block(text, begun, line, words))
            begun = None
    if begun:
        faults.append(_never_ends(begun[0]))
    return tuple(blocks), tuple(faults)


def _block(text: str, begun: tuple[_Line, str, int], end: _Line, words: str) -> Block:
    first, asked, level = begun
    hashes = tuple(_HASH.findall(words))
    newline = text[first.stop : first.after]
    return Block(first.number, asked, first.after, end.start, end.stop, level, newline, hashes)


def _never_ends(begin: _Line) -> Fault:
    return Fault(begin.number, "The block that begins here has no end. Write <!-- toc:end --> on a line below it.")


def _lines(text: str) -> Iterable[_Line]:
    at, number = 0, 0
    while at < len(text):
        found = _LINE.match(text, at)
        after = found.end() if found else len(text)
        body = text[at:after].rstrip("\r\n")
        number += 1
        yield _Line(number, body.removeprefix("\ufeff"), at, at + len(body), after)
        at = after


def _head(lines: list[_Line]) -> int:
    """Count the lines of the YAML that many documents begin with; what looks like a heading there is none."""
    first, second = [*[line.text.strip() for line in lines[:2]], "", ""][:2]
    if first != "---" or not second:
        return 0
    return next((line.number for line in lines[1:] if line.text.rstrip() in ("---", "...")), 0)


def _looked_at(lines: Iterable[_Line]) -> Iterable[tuple[_Line, bool, int]]:
    """Give each line with whether it is code, and the level of the heading that it is or ends; 0 for none.

    What stands in a block is not looked at: its headings are ours, and nothing there may hide its end.
    """
    fence, is_inside, above = "", False, ""
    for line in lines:
        if is_inside or (not fence and _COMMENT.match(line.text)):
            found = _COMMENT.match(line.text)
            is_inside = found[1] == "begin" or (is_inside and found[1] != "end") if found else is_inside
            yield line, False, 0
            above = ""
            continue
        was_code = bool(fence)
        fence = fence_after(line.text, fence)
        is_code = was_code or bool(fence)
        yield line, is_code, 0 if is_code else _level(line.text, above)
        above = "" if is_code else line.text


def fence_after(line: str, fence: str) -> str:
    """Say which fence is open behind a line, when ``fence`` was open before it; empty for none."""
    if fence:
        bare = line.lstrip(" >\t").rstrip()
        return "" if len(bare) >= len(fence) and set(bare) == {fence[0]} else fence
    found = _FENCE.match(line)
    return found[1] if found else ""


def _level(line: str, above: str) -> int:
    if found := _HEADING.match(line):
        return len(found[1])
    under = _UNDERLINE.match(line)
    if under and not _NO_TEXT.match(above):
        return 1 if under[1][0] == "=" else 2
    return 0


def _mark(line: _Line, faults: list[Fault]) -> tuple[str, str] | None:
    """Read a marker: what it is, and the words in it; what is nearly one is told."""
    found = _COMMENT.match(line.text)
    if not found:
        return None
    name, rest = found[1], found[2]
    if name not in ("begin", "end"):
        near = nearest(name, ("begin", "end"))
        if near:
            faults.append(Fault(line.number, f"There is no marker toc:{name}. Did you mean toc:{near}?"))
        return None
    words, closing, more = rest.partition("-->")
    if not closing:
        faults.append(Fault(line.number, "This marker is not finished. It ends with --> on the same line."))
        return None
    if more.strip():
        faults.append(Fault(line.number, "A marker stands alone on its line. Put what follows it on the next one."))
        return None
    return name, words.strip()
