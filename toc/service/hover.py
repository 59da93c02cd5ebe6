"""What a word means, in a few short sentences: a name of the theory, or a word of the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.lines import NAMING, Shape
from toc.rules.phrases import a_kind
from toc.vocabulary import CONTRIBUTION, KEYS, KINDS, NESTED_WORDS, PLACES, Takes
from toc.writing import arrow_sign

from .first_words import ARROW_WORDS
from .names import name_at
from .standing import standing
from .telling import summary, told
from .text import bare_at, read_line, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.lines import Line, Word
    from toc.load import Loaded
    from toc.vocabulary import Key, Kind

    from .text import Bare

MANY_HOMES = 4
"""Up to how many places are named in which a key is at home."""

_TAKES = {
    Takes.NAMES: "Write names, with commas between.",
    Takes.NAME: "Write a name.",
    Takes.ABOUT: "Write names and arrows, with commas between: fed, fed -> awake.",
    Takes.LINKING: "Write words, or a name.",
    Takes.DATE: "Write a year, a month or a day: 2030, 2030-06 or 2030-06-15.",
    Takes.NEEDS: "Write all, any, or a number.",
    Takes.RULE: "Write the name of a check, a colon, and the reason.",
    Takes.CALL: "Write a kind, a colon, and what it is called.",
    Takes.LABEL: "Write the language behind a dot, and the text: label.fr: …",
}


@dataclass(frozen=True, slots=True)
class Hover:
    """What is known about the word from ``start`` to ``end``: ``lines`` are sentences, the first says what it is."""

    start: int
    end: int
    lines: tuple[str, ...]


def hover(loaded: Loaded, file: str, offset: int) -> Hover | None:
    """Tell about the word at a place; None for free words. Raises KeyError for a file that the theory has not."""
    source = source_of(loaded, file)
    bare = bare_at(source.text, offset)
    line = read_line(bare)
    if line is None:
        return None
    target = name_at(loaded, file, offset)
    if target:
        return Hover(target.span.start, target.span.end, told(loaded.theory, target))
    if line.word.start <= offset <= line.word.end:
        lines = tuple(_about_word(line, bare, source.text))
        return Hover(line.word.start, line.word.end, lines) if lines else None
    rule = _rule(line)
    if rule and rule.start <= offset <= rule.end and summary(rule.text):
        return Hover(rule.start, rule.end, (summary(rule.text),))
    return None


def _rule(line: Line) -> Word | None:
    is_ignore = line.shape is Shape.PROPERTY and line.word.text.casefold() == "ignore"
    return line.names[0] if is_ignore and line.names else None


def _about_word(line: Line, bare: Bare, text: str) -> Iterator[str]:
    word = line.word.text.casefold()
    if line.shape in (Shape.ARROW, Shape.UNFINISHED_ARROW):
        sign = arrow_sign(line.word.text)
        yield f"{sign} reads: {ARROW_WORDS[sign]}."
        yield from _may_stand_below("arrow")
    elif line.shape in (Shape.CONTRIBUTION, Shape.UNFINISHED_CONTRIBUTION):
        yield f"by: {CONTRIBUTION.about}."
        yield from _may_stand_below("contribution")
    elif line.shape is Shape.PROPERTY and word in KEYS:
        yield from _about_key(word, standing(text, bare).kind)
    elif line.shape in NAMING and NESTED_WORDS.get(word, word) in KINDS:
        kind = KINDS[NESTED_WORDS.get(word, word)]
        yield f"{word}: {kind.about}."
        yield from _may_stand_below(kind.name)


def _may_stand_below(place: str) -> Iterator[str]:
    yield f"Below it may stand: {', '.join([key.name for key in PLACES[place].keys])}."


def _about_key(word: str, place: Kind) -> Iterator[str]:
    here = place.key(word)
    if here is None:
        homes = KEYS[word]
        said = "many things" if len(homes) > MANY_HOMES else " or ".join([_home(home) for home in homes])
        yield f"{word} belongs to {said}; here it means nothing."
        return
    yield f"{word}: {here.about}."
    yield from _values(here)
    if here.repeats:
        yield "It may stand more than once."


def _home(place: str) -> str:
    return "the margin of the file" if place == "margin" else a_kind(place)


def _values(key: Key) -> Iterator[str]:
    if key.choices:
        yield f"Write {_either(key.choices)}."
    elif key.takes in _TAKES:
        yield _TAKES[key.takes]


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
