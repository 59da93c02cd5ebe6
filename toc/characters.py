"""Characters that a text should not hold, and ids that look alike: found, named, and never let through.

Nothing here changes the length of a text, so every offset stays true.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from .findings import Edit, Finding, Fix
from .source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .source import Source

LONGEST_LINE = 100_000
"""Characters of a line that are read."""

LONGEST_TEXT = 32 * 1024 * 1024
"""Characters of a text that are read."""

_NONCHARACTERS = frozenset(
    [*range(0xFDD0, 0xFDF0), *[plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)]]
)

_TOO_LONG = rf"(?m)^.{{{LONGEST_LINE}}}(.+)$"
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENING = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_JOINERS = "\u200c\u200d"
_JOINED_SCRIPTS = (
    "ARABIC", "SYRIAC", "MONGOLIAN", "NKO", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU",
    "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN", "THAANA", "BALINESE", "JAVANESE",
)  # fmt: skip
_TWINS = str.maketrans(
    "аеорсухіјѕԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅοινυαρκ",
    "aeopcyxijsdhlABEZHIKMNOPTYXABEKMHOPCTYXIJSoivuapk",
)


def readable(source: Source) -> tuple[str, list[Finding]]:
    """Give the text with control characters and what lies beyond a limit read as spaces, and say where they were."""
    text, found = source.text, []
    if len(text) > LONGEST_TEXT:
        found.append(_beyond(source, LONGEST_TEXT, len(text), "This text is longer than 32 MB; the rest was not read."))
        text = text[:LONGEST_TEXT]
    if stray := "".join([character for character in sorted(set(text)) if _is_stray(character)]):
        found += list(_control_characters(source, text, re.compile(f"[{re.escape(stray)}]")))
        text = text.translate(dict.fromkeys(map(ord, stray), " "))
    if len(text) > LONGEST_LINE and re.search(_TOO_LONG, text):
        says = "This line is longer than 100,000 characters; the rest of it was not read."
        found += [_beyond(source, match.start(1), match.end(1), says) for match in re.finditer(_TOO_LONG, text)]
        text = re.sub(_TOO_LONG, lambda match: match[0][:LONGEST_LINE] + " " * len(match[1]), text)
    if not text.isascii() and _BIDI.search(text):
        found += list(_bidi_controls(source, text))
    return text, found


def _is_stray(character: str) -> bool:
    """Say whether a character is a control character, half of a pair, or none at all.

    Asked of each different character once: a pattern for all of them would cost more to make than most texts to read.
    """
    code = ord(character)
    if code < 0xA0:  # noqa: PLR2004  the end of the old control characters
        return code not in (0x09, 0x0A) and not 0x20 <= code < 0x7F  # noqa: PLR2004  the ASCII that can be seen
    return character in "\u2028\u2029" or 0xD800 <= code < 0xE000 or code in _NONCHARACTERS  # noqa: PLR2004  surrogates


def _beyond(source: Source, start: int, end: int, says: str) -> Finding:
    return Finding("too-large", says, Span(source.name, start, end))


def _by_line(text: str, pattern: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    marks: list[re.Match[str]] = []
    line_end = -1
    for match in pattern.finditer(text):
        if match.start() > line_end:
            if marks:
                yield marks
            marks = []
            line_end = text.find("\n", match.start())
            line_end = len(text) if line_end < 0 else line_end
        marks.append(match)
    if marks:
        yield marks


def _control_characters(source: Source, text: str, stray: re.Pattern[str]) -> Iterator[Finding]:
    """One finding a line, however many there are."""
    for marks in _by_line(text, stray):
        span = Span(source.name, marks[0].start(), marks[0].end())
        says = f"There is a character here that nobody can see ({name(marks[0][0])}); it was read as a space."
        fix = Fix("Put a space there", tuple([Edit(Span(source.name, *mark.span()), " ") for mark in marks]))
        yield Finding("control-character", says, span, fixes=(fix,))


def _bidi_controls(source: Source, text: str) -> Iterator[Finding]:
    """A line whose writing direction is turned and not turned back would be shown out of order."""
    for marks in _by_line(text, _BIDI):
        lone = _unpaired(marks)
        if lone:
            span = Span(source.name, *lone.span())
            says = (
                f"An invisible mark turns the writing direction here without a partner ({name(lone[0])}), "
                "so the line may read differently from what it says."
            )
            yield Finding("bidi-control", says, span, fixes=(Fix("Take it out", (Edit(span, ""),)),))


def _unpaired(marks: list[re.Match[str]]) -> re.Match[str] | None:
    opened: list[re.Match[str]] = []
    for mark in marks:
        if mark[0] in _OPENING:
            opened.append(mark)
        elif opened and _OPENING[opened[-1][0]] == mark[0]:
            opened.pop()
        else:
            return mark
    return opened[0] if opened else None


def name(character: str) -> str:
    """Name a character as people look it up: ``U+200B zero width space``."""
    known = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {known.lower()}".rstrip()


def stray_characters(identifier: str) -> tuple[str, ...]:
    """Give the invisible characters of an id; joiners between letters of scripts that use them are at home."""
    if identifier.isascii():
        return ()
    return tuple([found[0] for found in re.finditer(_INVISIBLE, identifier) if not _joins(identifier, found.start())])


def _joins(text: str, place: int) -> bool:
    return (
        text[place] in _JOINERS
        and 0 < place < len(text) - 1
        and all(unicodedata.name(text[beside], "").startswith(_JOINED_SCRIPTS) for beside in (place - 1, place + 1))
    )


def normal(identifier: str) -> str:
    """Give the form in which ids are compared (NFC)."""
    return identifier if identifier.isascii() else unicodedata.normalize("NFC", identifier)


def look_alikes(identifiers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of ids that look the same in many fonts and are not: ``cаr`` with a Cyrillic а, and ``car``."""
    identifiers = tuple(identifiers)
    foreign = [one for one in identifiers if not one.isascii()]
    if foreign:
        first: dict[str, str] = {}
        for one in identifiers:
            shape = unicodedata.normalize("NFKC", one).translate(_TWINS)
            if first.setdefault(shape, one) != one:
                yield first[shape], one
