"""The one canonical way to write a theory.

Line for line: nothing moves, comments and notes stay word for word, and the theory that is read from the result is the
same. Only indents, spaces, look-alike signs, letter case of keywords, runs of blank lines and lists of arrows change.
Formatting twice changes nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .decoding import of_text
from .indents import conflict_column
from .lines import NAMING, SPACES, Shape
from .load import of_source
from .misread import misread
from .syntax import parse
from .writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .lines import Line
    from .load import Loaded

INDENT = "  "
_NEEDING_A_HOME = frozenset({Shape.ARROW, Shape.CONTRIBUTION})
_PASSING_ON = frozenset({Shape.ARROW, Shape.CONTRIBUTION, Shape.PROPERTY, Shape.UNKNOWN_KEY})
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def format_text(text: str, *, pin: bool = False, ids: Mapping[int, str] | None = None) -> str:
    """Give the canonical text. With ``pin``, made ids are written into it.

    ``ids`` says which id to write on the line that starts at an offset; without it the text is taken for the whole
    theory. A text beyond the limits of the reader comes back unchanged, because not all of it was read.
    """
    source = of_text(text, "")
    tree = parse(source)
    if any(finding.rule == "too-large" for finding in tree.findings):
        return text
    if pin and ids is None:
        ids = made_ids(of_source(source), source.name)
    placed = {source.position(one.line.start).line: one for one in _with_depth(tree.lines)}
    text = "\n".join(_without_runs(_lines(tree.source.text.split("\n"), placed, ids or {})))
    return text + "\n" if text else ""


def made_ids(loaded: Loaded, file: str) -> dict[int, str]:
    """Give the ids that were made for one file of a theory, by the offset of the line they belong to."""
    elements = loaded.theory.elements
    return {one.span.start: one.id for one in elements if not one.pinned and one.span.file == file}


class _Placed(NamedTuple):
    """A line, its depth, and whether it is an arrow or contribution that stands below nothing it could belong to."""

    line: Line
    depth: int
    homeless: bool


def _with_depth(lines: tuple[Line, ...]) -> Iterator[_Placed]:
    waiting: list[tuple[Line, int, Line | None]] = [(line, 0, None) for line in reversed(lines)]
    while waiting:
        line, depth, host = waiting.pop()
        homeless = line.shape in _NEEDING_A_HOME and not _is_home(host, line)
        yield _Placed(line, depth, homeless)
        below = None if homeless else host if line.shape in _PASSING_ON else line
        waiting += [(child, depth + 1, below) for child in reversed(line.children)]


def _is_home(host: Line | None, line: Line) -> bool:
    if host is None:
        return False
    if host.shape is Shape.ELEMENT:
        is_theory = host.word.text.casefold() == "theory"
        return line.shape is Shape.CONTRIBUTION if is_theory else bool(host.names or host.said)
    return bool(host.names) and host.shape in NAMING


def _lines(texts: list[str], placed: Mapping[int, _Placed], ids: Mapping[int, str]) -> Iterator[str]:
    """Write every line of the text where it stands."""
    depth = 0
    skipped = 0
    for number, text in enumerate(texts, 1):
        bare = text.strip(SPACES)
        if number <= skipped:
            continue
        if number in placed:
            here = placed[number]
            depth = here.depth if here.line.shape not in _ASIDES else depth
            skipped = number + here.line.word.text.count("\n")
            # A mark of git's that stands alone keeps its column, so that it never begins to match another.
            yield from _statement(here, bare, ids) if here.line.shape is not Shape.MARKER else [text.rstrip(SPACES)]
        elif bare:
            yield INDENT * (depth + 1) + f"| {bare[1:].strip(SPACES)}".rstrip(SPACES)
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


def _statement(placed: _Placed, typed: str, ids: Mapping[int, str]) -> Iterator[str]:
    line, depth, homeless = placed
    if line.shape is Shape.CONFLICT:
        yield from _conflict(line, depth)
    elif line.shape is Shape.NOTE and misread(typed, under_something=True):
        # Indented, it would be taken for a detail; at the margin it stays a note.
        yield typed
    elif line.shape in _AS_TYPED or homeless:
        yield INDENT * depth + typed
    else:
        for fact in written(line, nested=depth > 0, made=ids.get(line.start)):
            yield INDENT * depth + fact


def _conflict(line: Line, depth: int) -> Iterator[str]:
    """Keep a conflict as git left it, only its statements move with the indent of the block."""
    texts = line.word.text.split("\n")
    shift = len(INDENT) * depth - conflict_column(line.word.text)
    for text in texts:
        bare = text.lstrip(SPACES)
        if text.startswith(_MARKS) or not bare:
            yield bare
        else:
            indent = text[: len(text) - len(bare)].expandtabs(4)
            yield " " * max(0, len(indent) + shift) + bare.rstrip(SPACES)
