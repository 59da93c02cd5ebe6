"""What stands around the arranged part of a picture: title, subtitle, legend, tray, and the remark below.

Reads from the top down; what it gives is on its place on the page. The legend stands below the picture, or beside it
where that fits a page better.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..escape import one_line
from ..lettering.fonts import width, wrap
from .arranged import EDGE, MARGIN
from .cards import heading
from .legend import COLUMN, COLUMN_GAP, set_legend, set_tray
from .scene import Line

if TYPE_CHECKING:
    from ..layout.shape import Point
    from .items import Item
    from .scene import Entry, Sheet
    from .telling import Telling

_TITLE: Final = 22.0
_LARGEST: Final = 40.0
_TITLE_SHARE: Final = 52.0
_SUBTITLE_SHARE: Final = 0.6
_GAP: Final = 16.0
_MOST_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Furniture:
    """Everything around the body, which begins at ``top``; ``width`` and ``height`` are those of the whole page."""

    width: float
    height: float
    top: float
    texts: tuple[Line, ...]
    rules: tuple[tuple[Point, Point], ...]
    entries: tuple[Entry, ...]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What has to find room: the words, the legend, and the height of the body they stand around."""

    telling: Telling
    blocks: tuple[tuple[Item, ...], ...]
    body: float
    remark: str | None


def furnish(wanted: Wanted, wide: float, *, beside: int = 0) -> Furniture:
    """Set everything around a body of this width; ``beside`` is how many columns of legend stand beside it."""
    texts, y = _header(wanted.telling, wide)
    top = y + _GAP
    y = top + wanted.body
    across = beside * (COLUMN + COLUMN_GAP) - COLUMN_GAP
    page = wide + (across + MARGIN + EDGE if beside and wanted.blocks else 0.0)
    rules: list[tuple[Point, Point]] = []
    entries: tuple[Entry, ...] = ()
    if wanted.blocks and beside:
        entries, end = set_legend(wanted.blocks, wide + EDGE, top + EDGE, across)
        y = max(y, end)
    elif wanted.blocks:
        rules.append(((MARGIN, y + _GAP), (page - MARGIN, y + _GAP)))
        entries, y = set_legend(wanted.blocks, MARGIN, y + 2 * _GAP, page - 2 * MARGIN)
    sheets: tuple[Sheet, ...] = ()
    if wanted.telling.theory.notes and wanted.telling.shows("notes"):
        rules.append(((MARGIN, y + _GAP), (page - MARGIN, y + _GAP)))
        name = wanted.telling.words("picture.parked-notes")
        texts.append(heading(name, MARGIN, y + 2 * _GAP + 8, "muted", page - 2 * MARGIN))
        sheets, y = set_tray(wanted.telling, MARGIN, y + 3.5 * _GAP, page - 2 * MARGIN)
    if wanted.remark:
        lines = _paragraph(wanted.telling, wanted.remark, y + _GAP + 12, 11, page - 2 * MARGIN)
        texts += lines
        y += _GAP + 16 * len(lines)
    height = round(y + (EDGE if y == top + wanted.body else MARGIN))
    return Furniture(page, height, top, tuple(texts), tuple(rules), entries, sheets)


def _header(telling: Telling, wide: float) -> tuple[list[Line], float]:
    """Write title and subtitle; both grow with the picture, so that they can be read when all of it is seen."""
    if not telling.shows("title"):
        return [], MARGIN - _GAP
    size = round(min(_LARGEST, max(_TITLE, wide / _TITLE_SHARE)))
    limit = wide - 2 * MARGIN
    lines, y = [], MARGIN + 0.8 * size
    from_right = telling.runs_left(telling.title)
    for text in wrap(telling.title, limit, size, bold=True):
        at = width(text, size, bold=True)
        lines.append(Line(MARGIN, round(y, 1), text, size, bold=True, width=at, from_right=from_right))
        y += 1.25 * size
    small = max(13, round(size * _SUBTITLE_SHARE))
    y += small * 1.35 - 1.25 * size + 6
    subtitle = _paragraph(telling, _subtitle(telling, small, limit), y, small, limit)
    return [*lines, *subtitle], y + (len(subtitle) - 1) * 1.4 * small


def _subtitle(telling: Telling, size: float, limit: float) -> str:
    """Say what this is, how far it has come, and who it is by, as far as there is room."""
    words, theory = telling.words, telling.theory
    parts = [words("picture.theory-of-change"), words.value("stage", theory.stage)]
    horizon = next((detail.value for detail in theory.details if detail.key == "horizon"), "")
    parts += [telling.by(horizon)] if horizon else []
    start = " · ".join(parts[1:] if telling.title == parts[0] else parts)
    here = [one for one in theory.of_kind("partner") if telling.changes.get(one.id, ("", ()))[0] != "removed"]
    names = [one_line(telling.text(element)) or element.id for element in here]
    if not telling.shows("partners"):
        names = []
    for count in range(len(names), 0, -1):
        more = [words("picture.more", count=len(names) - count)] if count < len(names) else []
        text = " · ".join([start, words("list.comma").join(names[:count] + more)])
        if len(wrap(text, limit, size)) <= _MOST_LINES:
            return text
    return start


def _paragraph(telling: Telling, text: str, y: float, size: float, limit: float) -> list[Line]:
    from_right = telling.runs_left(text)
    lines = []
    for number, line in enumerate(wrap(text, limit, size)):
        at = round(y + 1.4 * size * number, 1)
        lines.append(Line(MARGIN, at, line, size, "muted", width=width(line, size), from_right=from_right))
    return lines
