"""What there is to be drawn, without colours: boxes with their lines, arrows, markers, bands, the legend, the tray.

Everything is in points, with y growing downwards; ``x``, ``y`` of things with a size are their upper left corner.
Tones and looks are names in a theme: ``ink``, ``goal``, ``partner.3``. What stands in a box, in a small label or
in an entry of the legend is relative to it, everything else to the page. A scene is made as if all scripts ran to the
right; `mirrored` turns it round; only what stands in a box is turned when the box is made.

These are named tuples and not dataclasses because a large picture has tens of thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from ..layout.shape import Point
    from .curves import Curve

NOBODY: Final = -1
"""The number of a partner that nobody declared."""

Anchor = Literal["start", "middle", "end"]
"""Which point of a line of text its x is: the left end, the middle or the right end."""

_OTHER_SIDE: Final[dict[Anchor, Anchor]] = {"start": "end", "middle": "middle", "end": "start"}


class Line(NamedTuple):
    """One line of text on its baseline.

    ``lead`` are words before the text, in ``lead_tone``. ``width`` is the measured width of all of it. ``from_right``
    says that the paragraph it belongs to runs from right to left. ``href`` makes it a link, and is a safe address.
    """

    x: float
    y: float
    text: str
    size: float
    tone: str = "ink"
    bold: bool = False
    italic: bool = False
    anchor: Anchor = "start"
    spacing: float = 0.0
    width: float = 0.0
    lead: str = ""
    lead_tone: str = "muted"
    lead_bold: bool = False
    from_right: bool = False
    href: str | None = None

    def mirrored(self, width: float) -> Line:
        """Turn round on a page of this width."""
        return self._replace(x=width - self.x, anchor=_OTHER_SIDE[self.anchor])

    @property
    def left(self) -> float:
        """Give the x of the left end."""
        return self.x - {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]


class Pill(NamedTuple):
    """A small rounded label: a partner, a mark, a status. What stands in it is relative to its own corner.

    ``partner`` is the number of a partner, whose shape stands at ``shape_x``; `NOBODY` for one nobody declared.
    """

    x: float
    y: float
    width: float
    height: float
    look: str
    line: Line
    partner: int | None = None
    shape_x: float = 0.0
    dashed: bool = False

    def mirrored(self, width: float) -> Pill:
        """Turn round on a page of this width."""
        line, shape_x = self.line.mirrored(self.width), self.width - self.shape_x
        return self._replace(x=width - self.x - self.width, line=line, shape_x=shape_x)

    def moved(self, x: float, y: float) -> Pill:
        """Move by x and y."""
        return self._replace(x=self.x + x, y=self.y + y)


class Box(NamedTuple):
    """One element. ``kind`` decides shape and colours; ``change`` is added, removed or changed, or nothing."""

    key: str
    kind: str
    x: float
    y: float
    width: float
    height: float
    icon: str
    icon_at: Point
    lines: tuple[Line, ...] = ()
    pills: tuple[Pill, ...] = ()
    faded: bool = False
    flipped: bool = False
    change: str = ""

    def turned(self) -> Box:
        """Turn round what stands in it."""
        return self._replace(
            flipped=not self.flipped,
            icon_at=(self.width - self.icon_at[0], self.icon_at[1]),
            lines=tuple([line.mirrored(self.width) for line in self.lines]),
            pills=tuple([pill.mirrored(self.width) for pill in self.pills]),
        )


class Stroke(NamedTuple):
    """One arrow: a curve from border to border, the markers on it, and how it changed, as with a box."""

    kind: str
    source: str
    target: str
    curve: Curve
    pills: tuple[Pill, ...] = ()
    change: str = ""

    def mirrored(self, width: float) -> Stroke:
        """Turn round on a page of this width."""
        curve = tuple([(width - x, y) for x, y in self.curve])
        return self._replace(curve=curve, pills=tuple([pill.mirrored(width) for pill in self.pills]))


class Band(NamedTuple):
    """The quiet ground of a level, with its name."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]

    def mirrored(self, width: float) -> Band:
        """Turn round on a page of this width."""
        lines = tuple([line.mirrored(width) for line in self.lines])
        return self._replace(x=width - self.x - self.width, lines=lines)


class Surround(NamedTuple):
    """The frame of a pathway, with its name and what is about the whole of it; ``change`` as with a box."""

    key: str
    x: float
    y: float
    width: float
    height: float
    line: Line
    icon_at: Point
    pills: tuple[Pill, ...]
    change: str = ""

    def mirrored(self, width: float) -> Surround:
        """Turn round on a page of this width."""
        return self._replace(
            x=width - self.x - self.width,
            line=self.line.mirrored(width),
            icon_at=(width - self.icon_at[0], self.icon_at[1]),
            pills=tuple([pill.mirrored(width) for pill in self.pills]),
        )


class Ceiling(NamedTuple):
    """The line beyond which the partnership does not answer for the results."""

    start: Point
    end: Point
    pill: Pill

    def mirrored(self, width: float) -> Ceiling:
        """Turn round on a page of this width."""
        start, end = (width - self.start[0], self.start[1]), (width - self.end[0], self.end[1])
        return self._replace(start=start, end=end, pill=self.pill.mirrored(width))


class Entry(NamedTuple):
    """One thing in the legend: a mark, a partner's shape or a piece of an arrow, and its words, relative to x and y."""

    x: float
    y: float
    width: float
    lines: tuple[Line, ...]
    pill: Pill | None = None
    stroke: Stroke | None = None

    def mirrored(self, width: float) -> Entry:
        """Turn round on a page of this width."""
        return Entry(
            width - self.x - self.width,
            self.y,
            self.width,
            tuple([line.mirrored(self.width) for line in self.lines]),
            self.pill and self.pill.mirrored(self.width),
            self.stroke and self.stroke.mirrored(self.width),
        )


class Sheet(NamedTuple):
    """A parked note in the tray; ``change`` as with a box."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    change: str = ""

    def mirrored(self, width: float) -> Sheet:
        """Turn round on a page of this width."""
        lines = tuple([line.mirrored(width) for line in self.lines])
        return self._replace(x=width - self.x - self.width, lines=lines)


class Scene(NamedTuple):
    """A whole picture. ``texts`` are title, subtitle, headings and remarks; ``rules`` are lines that separate.

    ``tags`` name pathways on boxes that no frame could hold together.
    """

    width: float
    height: float
    title: str
    description: str
    legend_name: str
    texts: tuple[Line, ...] = ()
    rules: tuple[tuple[Point, Point], ...] = ()
    bands: tuple[Band, ...] = ()
    surrounds: tuple[Surround, ...] = ()
    ceiling: Ceiling | None = None
    strokes: tuple[Stroke, ...] = ()
    boxes: tuple[Box, ...] = ()
    tags: tuple[Pill, ...] = ()
    entries: tuple[Entry, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    def mirrored(self) -> Scene:
        """Turn the whole picture round, for scripts that run from right to left."""
        across = self.width
        return self._replace(
            texts=tuple([line.mirrored(across) for line in self.texts]),
            rules=tuple([((across - b[0], b[1]), (across - a[0], a[1])) for a, b in self.rules]),
            bands=tuple([band.mirrored(across) for band in self.bands]),
            surrounds=tuple([surround.mirrored(across) for surround in self.surrounds]),
            ceiling=self.ceiling and self.ceiling.mirrored(across),
            strokes=tuple([stroke.mirrored(across) for stroke in self.strokes]),
            boxes=tuple([box._replace(x=across - box.x - box.width) for box in self.boxes]),
            tags=tuple([pill.mirrored(across) for pill in self.tags]),
            entries=tuple([entry.mirrored(across) for entry in self.entries]),
            sheets=tuple([sheet.mirrored(across) for sheet in self.sheets]),
        )
