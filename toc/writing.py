"""How one line is written canonically: the words of `toc fmt`, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .characters import normal
from .findings import Edit
from .lines import Shape
from .source import Span
from .vocabulary import NESTED_WORDS

if TYPE_CHECKING:
    from .lines import Line
    from .source import Source

_ARROWS = {**dict.fromkeys(("<-", "<--", "←"), "<-"), "~>": "~>", "-|": "-|"}
_NESTED_WORD = {kind: word for word, kind in NESTED_WORDS.items()}


def written(line: Line, *, nested: bool = False, made: str | None = None) -> tuple[str, ...]:
    """Write a statement without its indent: one fact a line, so a list of arrows or partners becomes several.

    ``made`` is an id to write where the line has none. Only for declarations, mentions, arrows, contributions and
    details; nobody knows what the other shapes mean.
    """
    if line.shape is Shape.ELEMENT:
        name = normal(line.names[0].text) if line.names else made
        kind = _kind_word(line, nested=nested)
        return (_with_words(f"{kind} {name}" if name else kind, line),)
    if line.shape is Shape.MENTION:
        # `assuming funding` declares an assumption when nobody else does; pinned, its one word is its text.
        if made:
            return (f"{_kind_word(line, nested=nested)} {made}: {line.names[0].text}",)
        return (f"{line.word.text.casefold()} {normal(line.names[0].text)}",)
    if line.shape is Shape.PROPERTY:
        return (_detail(line),)
    sign = "by" if line.shape is Shape.CONTRIBUTION else arrow_sign(line.word.text)
    facts = [f"{sign} {names}" for names in _one_a_line(line)]
    return tuple([_with_words(fact, line) if line.text and line.text.text else fact for fact in facts])


def arrow_sign(written: str) -> str:
    """Give the one canonical sign for an arrow: ``->`` for ``→``."""
    return _ARROWS.get(written, "->")


def _with_words(head: str, line: Line) -> str:
    return f"{head}: {line.text.text}" if line.text and line.text.text else f"{head}:"


def _kind_word(line: Line, *, nested: bool) -> str:
    """Nested, an assumption reads ``assuming``; at the margin, ``assumption``."""
    word = line.word.text.casefold()
    kind = NESTED_WORDS.get(word, word)
    return _NESTED_WORD.get(kind, kind) if nested else kind


def _one_a_line(line: Line) -> list[str]:
    """One fact a line, unless lines below it hold for all of them."""
    names = [normal(word.text) for word in line.names]
    return [", ".join(names)] if line.children or line.more else names


def _detail(line: Line) -> str:
    key = line.word.text.casefold()
    name = line.names[0].text if line.names else ""
    return _with_words(f"{key}.{name}" if name and key == "label" else f"{key} {name}".rstrip(), line)


def pin(line: Line, name: str, source: Source) -> Edit:
    """Write a name into a line that declares something and has none; where its colon is left out, that too."""
    words = line.text or (line.names[0] if line.names else None)
    end = words.start if words else line.end
    between = source.text[line.word.end : end]
    if ":" in between or "：" in between:
        return Edit(Span(source.name, line.word.end, line.word.end), f" {name}")
    return Edit(Span(source.name, line.word.end, end), f" {name}: ")
