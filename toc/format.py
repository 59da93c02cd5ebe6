"""The one canonical way to write a theory.

Line for line: nothing moves, comments and notes stay word for word, and the theory that is read from the result is the
same. Only indents, spaces, look-alike signs, letter case of keywords, runs of blank lines and lists of arrows change.
Formatting twice changes nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .characters import normal, readable
from .decoding import of_text
from .indents import conflict_column
from .lines import SPACES, Shape
from .load import of_source
from .misread import misread
from .model import ARROWS, LinkKind
from .syntax import parse
from .vocabulary import NESTED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .lines import Line
    from .load import Loaded

INDENT = "  "
_LEADS = ARROWS[LinkKind.LEADS_TO]
_CANONICAL_ARROW = {**dict.fromkeys(("<-", "<--", "←"), "<-"), "~>": "~>", "-|": "-|"}
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_NESTED_WORD = {kind: word for word, kind in NESTED_WORDS.items()}


def format_text(text: str, *, pin: bool = False, ids: Mapping[int, str] | None = None) -> str:
    """Give the canonical text. With ``pin``, made ids are written into it.

    ``ids`` says which id to write on the line that starts at an offset; without it the text is taken for the whole
    theory. A text beyond the limits of the reader comes back unchanged, because not all of it was read.
    """
    source = of_text(text, "")
    tree = parse(source)
    clean, _ = readable(source)
    if any(finding.rule == "too-large" for finding in tree.findings):
        return text
    if pin and ids is None:
        ids = made_ids(of_source(source), source.name)
    placed = {source.position(line.start).line: (line, depth) for line, depth in _with_depth(tree.lines)}
    written = "\n".join(_without_runs(_lines(clean.split("\n"), placed, ids or {})))
    return written + "\n" if written else ""


def made_ids(loaded: Loaded, file: str) -> dict[int, str]:
    """Give the ids that were made for one file of a theory, by the offset of the line they belong to."""
    elements = loaded.theory.elements
    return {one.span.start: one.id for one in elements if not one.pinned and one.span.file == file}


def _with_depth(lines: tuple[Line, ...]) -> Iterator[tuple[Line, int]]:
    waiting = [(line, 0) for line in reversed(lines)]
    while waiting:
        line, depth = waiting.pop()
        yield line, depth
        waiting += [(child, depth + 1) for child in reversed(line.children)]


def _lines(texts: list[str], placed: Mapping[int, tuple[Line, int]], ids: Mapping[int, str]) -> Iterator[str]:
    """Write every line of the text where it stands."""
    depth = 0
    skipped = 0
    for number, text in enumerate(texts, 1):
        if number <= skipped:
            continue
        if number in placed:
            line, here = placed[number]
            depth = here if line.shape not in _ASIDES else depth
            skipped = number + line.word.text.count("\n")
            yield from _statement(line, here, text.strip(SPACES), ids)
        elif text.strip(SPACES):
            yield INDENT * (depth + 1) + f"| {text.strip(SPACES)[1:].strip(SPACES)}".rstrip(SPACES)
        else:
            yield ""


def _without_runs(lines: Iterable[str]) -> Iterator[str]:
    """Keep one blank line where there were many, and none at either end."""
    blank, begun = False, False
    for line in lines:
        if line:
            if blank and begun:
                yield ""
            yield line
            blank, begun = False, True
        else:
            blank = True


_ASIDES = frozenset({Shape.NOTE, Shape.COMMENT, Shape.MARKER})
_AS_TYPED = frozenset(
    {Shape.MARKER, Shape.UNFINISHED, Shape.UNFINISHED_ARROW, Shape.UNFINISHED_CONTRIBUTION}
    | {Shape.MISSPELT, Shape.BULLET, Shape.UNKNOWN_KEY, Shape.COMMENT, Shape.NOTE}
)
"""Nobody knows what these lines mean, so nobody may change them."""


def _statement(line: Line, depth: int, typed: str, ids: Mapping[int, str]) -> Iterator[str]:
    if line.shape is Shape.CONFLICT:
        yield from _conflict(line, depth)
    elif line.shape in _AS_TYPED:
        # Indented, such a note would be taken for a detail; at the margin it stays a note.
        stays = line.shape is Shape.NOTE and misread(typed, under_something=True)
        yield ("" if stays else INDENT * depth) + typed
    else:
        for written in _HOW[line.shape](line, depth, ids):
            yield INDENT * depth + written


def _words(head: str, line: Line) -> str:
    """Put the text behind a head that ends in a colon."""
    return f"{head}: {line.text.text}" if line.text and line.text.text else f"{head}:"


def _declaration(line: Line, depth: int, ids: Mapping[int, str]) -> Iterator[str]:
    kind = _kind_word(line, depth)
    name = normal(line.names[0].text) if line.names else ids.get(line.start)
    yield _words(f"{kind} {name}" if name else kind, line)


def _mention(line: Line, depth: int, ids: Mapping[int, str]) -> Iterator[str]:
    head = f"{_kind_word(line, depth)} {normal(line.names[0].text)}"
    # `assuming funding` declares an assumption when nobody else does; pinned, its one word is both name and text.
    yield f"{head}: {line.names[0].text}" if line.start in ids else head


def _kind_word(line: Line, depth: int) -> str:
    """Nested, an assumption reads ``assuming``; at the margin, ``assumption``."""
    word = line.word.text.casefold()
    kind = NESTED_WORDS.get(word, word)
    return _NESTED_WORD.get(kind, kind) if depth else kind


def _arrow(line: Line, _: int, __: Mapping[int, str]) -> Iterator[str]:
    sign = _CANONICAL_ARROW.get(line.word.text, _LEADS)
    for names in _one_a_line(line):
        yield _words(f"{sign} {names}", line) if line.text and line.text.text else f"{sign} {names}"


def _contribution(line: Line, _: int, __: Mapping[int, str]) -> Iterator[str]:
    for names in _one_a_line(line):
        yield _words(f"by {names}", line) if line.text and line.text.text else f"by {names}"


def _one_a_line(line: Line) -> Iterator[str]:
    """One fact a line, unless lines below it hold for all of them."""
    names = [normal(word.text) for word in line.names]
    if line.children or line.more:
        yield ", ".join(names)
    else:
        yield from names


def _detail(line: Line, _: int, __: Mapping[int, str]) -> Iterator[str]:
    key = line.word.text.casefold()
    name = line.names[0].text if line.names else ""
    yield _words(f"{key}.{name}" if name and key == "label" else f"{key} {name}".rstrip(), line)


def _conflict(line: Line, depth: int) -> Iterator[str]:
    """Keep a conflict as git left it, only its statements move with the indent of the block."""
    texts = line.word.text.split("\n")
    shift = len(INDENT) * depth - conflict_column(line.word.text)
    for text in texts:
        bare = text.lstrip(SPACES)
        if bare.startswith(_MARKS) or not bare:
            yield bare
        else:
            indent = text[: len(text) - len(bare)].expandtabs(4)
            yield " " * max(0, len(indent) + shift) + bare.rstrip(SPACES)


_HOW = {
    Shape.ELEMENT: _declaration,
    Shape.MENTION: _mention,
    Shape.ARROW: _arrow,
    Shape.CONTRIBUTION: _contribution,
    Shape.PROPERTY: _detail,
}
