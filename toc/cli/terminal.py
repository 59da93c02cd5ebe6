"""The one writer to people: what reaches a terminal, in how many columns, in which colour.

A line is made of pieces, plain or in a style. Control characters and escape sequences that came with a text never get
through: colour is put around a piece only after the piece has been cleaned. Data for other programs goes out through
`put`, which writes bytes and changes them only where a terminal would act on them.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from toc.troubles import FileTrouble, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

TAB = 4
_NARROWEST = 40
_USUAL = 80
_COMMAND = r"(?<=: )(?:toc|pip) \S.*$"


class Style:
    """How a piece looks; each is what a terminal is told."""

    ERROR = "1;31"
    WARNING = "1;33"
    ADVICE = "1;36"
    GOOD = "32"
    STRONG = "1"
    FAINT = "2"


class Styled(NamedTuple):
    """A piece of a row in a style, one of `Style`."""

    text: str
    style: str


Piece = str | Styled


class Row(NamedTuple):
    """One line for people. Where it is too long it goes on below, stepped in by ``indent`` columns."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0

    @property
    def text(self) -> str:
        """Give the row without its colours, cleaned."""
        return "".join([clean(piece if isinstance(piece, str) else piece.text) for piece in self.pieces]).rstrip()


class Terminal(NamedTuple):
    """Where rows go: ``width`` is in columns, None where nobody counts them (a pipe, a file)."""

    stream: TextIO | None
    colour: bool = False
    width: int | None = None

    def say(self, row: Row | str) -> None:
        """Write one row."""
        pieces = (row,) if isinstance(row, str) else row.pieces
        whole = tuple([_cleaned(piece) for piece in pieces])
        indent = 0 if isinstance(row, str) else row.indent
        for part in wrapped(whole, self.width, indent) if self.width else (whole,):
            self._out("".join([self._painted(piece) for piece in part]).rstrip() + "\n")

    def _painted(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        return f"\x1b[{piece.style}m{piece.text}\x1b[0m" if self.colour and piece.text.strip() else piece.text

    def _out(self, text: str) -> None:
        if self.stream is not None:
            _write(self.stream, text.encode(self.stream.encoding or "utf-8", "replace"))


def of_stream(stream: TextIO | None, colour: str = "auto") -> Terminal:
    """Find out how to write to a stream; ``colour`` is ``auto``, ``always`` or ``never``.

    ``auto`` means on a terminal only, unless NO_COLOR (no-color.org) is set or the terminal is a dumb one.
    """
    seen = is_terminal(stream)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    wanted = colour == "always" or (colour == "auto" and seen and not plain)
    return Terminal(stream, wanted, _columns(stream) if seen else None)


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether somebody looks at it; a closed stream is nobody."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _columns(stream: TextIO | None) -> int:
    named = os.environ.get("COLUMNS", "")[:6]
    width = int(named) if named.isascii() and named.isdigit() else 0
    with suppress(OSError, ValueError):
        width = width or (os.get_terminal_size(stream.fileno()).columns if stream else 0)
    return max(width or _USUAL, _NARROWEST)


def put(data: str | bytes) -> None:
    """Write data to standard output, as UTF-8; raises FileTrouble when there is no room for it.

    Text that somebody looks at is cleaned first; piped data stays as it is.
    """
    if sys.stdout is None:
        msg = "There is no standard output to write to. Name a file with -o."
        raise FileTrouble(msg)
    text = "\n".join([clean(line) for line in data.split("\n")]) if isinstance(data, str) and _is_watched() else data
    _write(sys.stdout, text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text)


def _is_watched() -> bool:
    return is_terminal(sys.stdout)


def _write(stream: TextIO, data: bytes) -> None:
    """Write bytes at once; who stops listening, as ``head`` does, is no fault of ours."""
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        hush(stream)
    except OSError as error:
        hush(stream)
        raise FileTrouble(unwritable(error, stream.name)) from None


def hush(stream: TextIO) -> None:
    """Send whatever still comes to nowhere, so that the end of the process is quiet too."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _cleaned(piece: Piece) -> Piece:
    return clean(piece) if isinstance(piece, str) else Styled(clean(piece.text), piece.style)


def clean(text: str) -> str:
    """Make a text harmless: tabs become spaces, what a terminal would act on becomes ``�``, bidi controls go."""
    if text.isprintable():
        return text
    acted_on, turns = _harmful()
    return turns.sub("", acted_on.sub("�", text.replace("\t", " " * TAB)))


@cache
def _harmful() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what a terminal acts on or cannot show, and what turns its writing direction."""
    no_characters = "".join([f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)])
    acted_on = f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{no_characters}]"
    return re.compile(acted_on), re.compile("[\u202a-\u202e\u2066-\u2069]")


def columns(text: str) -> int:
    """Count the columns of a cleaned text: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415  only texts beyond ASCII pay for it

    def of(char: str) -> int:
        if category(char) in ("Mn", "Me", "Cf"):
            return 0
        return 2 if east_asian_width(char) in "WF" else 1

    return sum(map(of, text))


def wrapped(line: tuple[Piece, ...], width: int, indent: int) -> Iterator[tuple[Piece, ...]]:
    """Break a line at its spaces so that each row fits; a word longer than a row has one for itself.

    A command at the end stays in one piece where it can, so that it can be copied.
    """
    row: list[Piece] = []
    used = 0
    for piece in line:
        text, style = (piece, None) if isinstance(piece, str) else (piece.text, piece.style)
        for word in _words(text, width - indent):
            if used > indent and used + columns(word.rstrip()) > width and word.strip():
                yield tuple(row)
                row, used = [" " * indent], indent
            row.append(Styled(word, style) if style else word)
            used += columns(word)
    yield tuple(row)


def _words(text: str, room: int) -> Iterator[str]:
    """Cut a text after each run of spaces; a command at its end is one word, if there is room for it."""
    command = re.search(_COMMAND, text)
    if command and columns(command[0]) <= room:
        yield from _words(text[: command.start()], room)
        yield command[0]
        return
    start = 0
    for at in range(1, len(text)):
        if text[at - 1] == " " != text[at]:
            yield text[start:at]
            start = at
    yield text[start:]
