"""What one font file says about itself: its family, its weight, which characters it has and how wide they are.

Reads the few tables of TrueType and OpenType files (and the first font of a collection) that answer this, so that
finding a font for a picture needs no library. A file that makes no sense gives None, never an exception.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_COLLECTION = b"ttcf"
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _MACINTOSH = 3, 1
_LARGEST_TABLE = 8 * 1024 * 1024
_SEGMENTS, _GROUPS = 4, 12

Run = tuple[int, int, int]
"""Code points from, to, and the glyph of the first; a negative glyph means that it is looked up one by one."""


@dataclass(frozen=True, slots=True)
class Font:
    """One font: ``runs`` are its characters, ``advances`` the widths of its glyphs in thousandths of the size."""

    path: Path
    family: str
    is_bold: bool
    is_italic: bool
    runs: tuple[Run, ...]
    advances: tuple[float, ...]

    def glyph(self, character: str) -> int | None:
        """Find the glyph of a character; None where it has none."""
        code = ord(character)
        return next((glyph + code - start for start, end, glyph in self.runs if start <= code <= end), None)

    def width(self, text: str) -> float:
        """Measure a text in thousandths of the size, without kerning."""
        glyphs = [self.glyph(character) or 0 for character in text]
        return sum([self.advances[min(glyph, len(self.advances) - 1)] for glyph in glyphs])


@cache
def read_font(path: Path) -> Font | None:
    """Read what a font file says about itself; None for what is no font."""
    try:
        with path.open("rb") as file:
            tables = _Tables(file)
            bold, italic = _weight(tables.get(b"OS/2"))
            return Font(
                path, _family(tables.get(b"name")), bold, italic, tuple(_runs(tables.get(b"cmap"))), _advances(tables)
            )
    except (OSError, struct.error, LookupError, ValueError, ArithmeticError):
        return None


class _Tables:
    """The tables of an open font file, read when they are asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        start = struct.unpack(">4x4x4xI", file.read(16))[0] if file.read(4) == _COLLECTION and not file.seek(0) else 0
        file.seek(start)
        (count,) = struct.unpack(">4xH6x", file.read(12))
        entries = [struct.unpack(">4s4xII", file.read(16)) for _ in range(count)]
        self._where = {tag: (offset, length) for tag, offset, length in entries}

    def get(self, tag: bytes) -> bytes:
        offset, length = self._where[tag]
        self._file.seek(offset)
        return self._file.read(min(length, _LARGEST_TABLE))


def _weight(table: bytes) -> tuple[bool, bool]:
    (selection,) = struct.unpack_from(">H", table, 62)
    return bool(selection & 0x20), bool(selection & 0x01)


def _family(table: bytes) -> str:
    count, strings = struct.unpack_from(">2xHH", table)
    found: dict[int, str] = {}
    for record in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(">6H", table, 6 + 12 * record)
        if name in (_FAMILY, _TYPOGRAPHIC_FAMILY) and language in (0, 0x409):
            raw = table[strings + offset : strings + offset + length]
            text = raw.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", "replace")
            if platform == _WINDOWS or name not in found:
                found[name] = text
    return found.get(_TYPOGRAPHIC_FAMILY) or found[_FAMILY]


def _advances(tables: _Tables) -> tuple[float, ...]:
    (units,) = struct.unpack_from(">H", tables.get(b"head"), 18)
    (count,) = struct.unpack_from(">H", tables.get(b"hhea"), 34)
    return tuple([advance * 1000 / units for advance, _ in struct.iter_unpack(">HH", tables.get(b"hmtx")[: 4 * count])])


def _runs(table: bytes) -> Iterator[Run]:
    """Give the characters of the fullest Unicode subtable."""
    (count,) = struct.unpack_from(">2xH", table)
    offsets = {struct.unpack_from(">4xI", table, 4 + 8 * entry)[0] for entry in range(count)}
    formats = {struct.unpack_from(">H", table, offset)[0]: offset for offset in sorted(offsets)}
    if _GROUPS in formats:
        yield from _groups(table, formats[_GROUPS])
    elif _SEGMENTS in formats:
        yield from _segments(table, formats[_SEGMENTS])


def _groups(table: bytes, at: int) -> Iterator[Run]:
    (count,) = struct.unpack_from(">12xI", table, at)
    for group in range(count):
        yield struct.unpack_from(">3I", table, at + 16 + 12 * group)


def _segments(table: bytes, at: int) -> Iterator[Run]:
    twice = struct.unpack_from(">6xH", table, at)[0]
    shape = f">{twice // 2}H"
    ends, starts, deltas, ranges = (
        struct.unpack_from(shape, table, at + offset) for offset in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    for place, (start, end, delta, reach) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        if not reach:
            yield from _wrapped_run(start, end, delta)
            continue
        for code in range(start, min(end, 0xFFFE) + 1):
            where = at + 16 + 3 * twice + 2 * place + reach + 2 * (code - start)
            if glyph := struct.unpack_from(">H", table, where)[0]:
                yield code, code, (glyph + delta) & 0xFFFF


def _wrapped_run(start: int, end: int, delta: int) -> Iterator[Run]:
    """Glyph numbers are counted modulo 65,536, so a run may begin again at 0, which is no glyph."""
    first = (start + delta) & 0xFFFF
    over = 0x10000 - first
    if start == 0xFFFF:  # noqa: PLR2004  the last segment closes the list and holds nothing
        return
    if end - start < over:
        yield start, end, first
    else:
        yield start, start + over - 1, first
        yield start + over + 1, end, 1
