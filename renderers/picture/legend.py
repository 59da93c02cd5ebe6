"""The legend below a picture and the tray with the parked notes, set in lines and columns.

Entries go into columns of equal width that are about equally long, read from the top down, one column after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..escape import one_line
from ..kept import FEW, MANY, kept
from ..lettering.bidi import runs_left
from ..lettering.fonts import width, wrap
from .cards import PILL
from .changed import signed
from .items import SAMPLE
from .scene import Entry, Line, Sheet, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .items import Item
    from .telling import Telling

TEXT: Final = 12.0
"""The size of the words in the legend."""

LEADING: Final = 16.0
"""From line to line of one entry."""

COLUMN: Final = 336.0
"""The least width of a column."""

COLUMN_GAP: Final = 32.0
"""The distance between columns."""

_ENTRY_GAP: Final = 8.0
_WIDEST: Final = 480.0
_MOST_COLUMNS: Final = 6
_BLOCK_GAP: Final = 16.0
_SHEET: Final = 224.0
_SHEET_GAP: Final = 12.0
_SHEET_SIDE: Final = 12.0


def set_legend(blocks: Sequence[Sequence[Item]], x: float, y: float, wide: float) -> tuple[tuple[Entry, ...], float]:
    """Set the legend from x, y in a width; also gives where it ends."""
    count = min(_MOST_COLUMNS, max(1, int((wide + COLUMN_GAP) // (COLUMN + COLUMN_GAP))))
    column = min(_WIDEST, (wide - (count - 1) * COLUMN_GAP) / count)
    entries: list[Entry] = []
    for number, block in enumerate(blocks):
        indent = max([item.indent for item in block])
        made = [_entry(item, indent, column) for item in block]
        top, bottom = y + (_BLOCK_GAP if number else 0.0), y
        for at, stack in enumerate(_balanced(tuple([height for _, height in made]), count)):
            below = top
            for each in stack:
                entry, height = made[each]
                entries.append(entry._replace(x=x + at * (column + COLUMN_GAP), y=below))
                below += height + _ENTRY_GAP
            bottom = max(bottom, below - _ENTRY_GAP)
        y = bottom
    return tuple(entries), y


@kept(8 * FEW)
def _balanced(heights: tuple[float, ...], count: int) -> list[range]:
    """Cut a row of heights into columns, keeping the order, so that the tallest column is as low as it can be."""
    low, high = max(heights), sum(heights) + _ENTRY_GAP * len(heights)
    best = _cut(heights, high)
    while high - low > 1:
        middle = (low + high) / 2
        columns = _cut(heights, middle)
        if len(columns) <= count:
            best, high = columns, middle
        else:
            low = middle
    return best


def _cut(heights: tuple[float, ...], limit: float) -> list[range]:
    columns, start, used = [], 0, 0.0
    for number, height in enumerate(heights):
        if number > start and used + height > limit:
            columns.append(range(start, number))
            start, used = number, 0.0
        used += height + _ENTRY_GAP
    return [*columns, range(start, len(heights))]


@kept(MANY)
def _entry(item: Item, indent: float, column: float) -> tuple[Entry, float]:
    """Set one item at 0, 0: its mark, its text and what follows below; also gives its height."""
    limit = column - indent
    from_right = runs_left(item.text) or (not item.text and runs_left(item.lead))
    between = " – " if item.bold and from_right else " "
    extra = width(item.lead, TEXT, bold=True) - width(item.lead, TEXT) if item.bold else 0.0
    whole = wrap(item.lead + between + item.text if item.lead else item.text, limit - extra, TEXT)
    lines = []
    for number, text in enumerate(whole):
        line = Line(indent, 14.5 + LEADING * number, text, TEXT, width=width(text, TEXT), from_right=from_right)
        lines.append(_with_lead(line, item) if number == 0 else line)
    if item.more:
        for text in wrap(item.more, limit, 11):
            line = Line(indent, 14.5 + LEADING * len(lines), text, 11, "link" if item.href else "muted")
            lines.append(line._replace(href=item.href, width=width(text, 11), from_right=from_right))
    stroke = Stroke(item.arrow, "", "", ((0, 10), (12, 10), (24, 10), (SAMPLE, 10))) if item.arrow else None
    return Entry(0, 0, column, tuple(lines), item.pill, stroke), max(PILL, 4 + LEADING * len(lines))


def _with_lead(line: Line, item: Item) -> Line:
    """Take the lead out of the first line, so that it can be drawn in its own way."""
    lead = item.lead
    if not lead or not line.text.startswith(lead):
        return line
    rest = line.text[len(lead) :]
    return line._replace(text=rest, lead=lead, lead_tone="ink" if item.bold else "muted", lead_bold=item.bold)


def set_tray(telling: Telling, x: float, y: float, wide: float) -> tuple[tuple[Sheet, ...], float]:
    """Set the parked notes as sheets in rows, from x, y in a width; also gives where they end."""
    count = max(1, int((wide + _SHEET_GAP) // (_SHEET + _SHEET_GAP)))
    across = min(_SHEET, wide)
    inner = across - 2 * _SHEET_SIDE
    sheets: list[Sheet] = []
    wrapped = [(change, wrap(note, inner, TEXT)) for change, note in _notes(telling)]
    for start in range(0, len(wrapped), count):
        row = wrapped[start : start + count]
        high = max([len(lines) for _, lines in row]) * LEADING + 16
        for at, (change, lines) in enumerate(row):
            left = x + at * (across + _SHEET_GAP)
            said = _note_lines(telling, lines, left + _SHEET_SIDE, y + 8)
            sheets.append(Sheet(left, y, across, high, said, change))
        y += high + _SHEET_GAP
    return tuple(sheets), y - _SHEET_GAP if sheets else y


def _notes(telling: Telling) -> Iterator[tuple[str, str]]:
    """Give the words of every note, before them what happened to it."""
    for note in telling.theory.notes:
        change = telling.changes.get(f"note: {note.text}", ("", ()))[0]
        text = one_line(note.text)
        if text:
            yield change, f"{signed(telling.words, change)} · {text}" if change else text


def _note_lines(telling: Telling, lines: tuple[str, ...], x: float, y: float) -> tuple[Line, ...]:
    from_right = telling.runs_left(" ".join(lines))
    return tuple([
        Line(x, y + 12 + LEADING * number, text, TEXT, "note", width=width(text, TEXT), from_right=from_right)
        for number, text in enumerate(lines)
    ])  # fmt: skip
