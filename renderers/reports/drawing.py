"""The small drawings of reports: cards with measured words, frames, arrows, and the SVG around them.

They look like the picture of the theory and keep its promises: only paths and lines of text, every text measured before
its card is made and escaped when it is written, nothing said by colour alone, the same input the same bytes. All
numbers are in points, with y growing downwards. Words stand in the middle of their card, so that a script from right to
left needs no other drawing.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from ..escape import one_line, xml_attribute, xml_text
from ..lettering.bidi import follows_left
from ..lettering.fonts import width, wrap
from ..picture import elements
from ..picture.curves import head, path, shortened
from ..picture.curves import number as num
from ..picture.markers import HEAD
from ..picture.scene import Line, Pill
from ..svg import FAMILY
from ..themes import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..layout.shape import Point
    from ..picture.curves import Curve
    from ..picture.scene import Anchor

LEADING: Final = 1.25
"""From line to line, in sizes of the text."""

TALLEST: Final = 125
"""How high a drawing may be on paper, in millimetres: tables beside it may have turned the paper on its side."""

SIDE: Final = 12.0
"""What a card keeps free at its left and right."""

EDGE: Final = 9.0
"""What a card keeps free above and below its words."""

_CORNER: Final = 8.0
_RISE: Final = 0.36
"""How far below the middle of its line the foot of a letter is, in sizes of the text."""


class Text(NamedTuple):
    """Words in a card; ``tone`` is a colour of the theme: ``ink``, ``muted``."""

    text: str
    size: float = 13.0
    bold: bool = False
    tone: str = "ink"


class Written(NamedTuple):
    """Words broken into lines around a middle at 0 and from 0 downwards, with the room they take."""

    lines: tuple[Line, ...]
    width: float
    height: float


class Look(NamedTuple):
    """How a card or a frame is drawn."""

    fill: str = LIGHT.paper
    edge: str = LIGHT.chip.edge
    pen: float = 1.25
    dashes: str = ""
    corner: float = _CORNER


def written(texts: Iterable[Text], limit: float, *, from_right: bool) -> Written:
    """Break words into lines of at most ``limit`` points and measure them; empty ones take no room."""
    lines: list[Line] = []
    below = 0.0
    for each in texts:
        text = one_line(each.text)
        left = follows_left(text, from_right=from_right)
        for line in wrap(text, limit, each.size, bold=each.bold) if text else ():
            foot = below + each.size * (LEADING / 2 + _RISE)
            wide = width(line, each.size, bold=each.bold)
            lines.append(
                Line(0, foot, line, each.size, each.tone, each.bold, anchor="middle", width=wide, from_right=left)
            )
            below += each.size * LEADING
    return Written(tuple(lines), max([line.width for line in lines], default=0.0), below)


def words(it: Written, x: float, y: float) -> str:
    """Write words around the middle ``x``, from ``y`` downwards."""
    return "".join([elements.line(LIGHT, line, x, y) for line in it.lines])


def heading(text: Text, x: float, y: float, *, from_right: bool) -> str:
    """Write one line that begins at ``x``; in a script from right to left it begins there and runs to the left."""
    plain = one_line(text.text)
    anchor: Anchor = "end" if from_right else "start"
    wide, left = width(plain, text.size, bold=text.bold), follows_left(plain, from_right=from_right)
    line = Line(x, y, plain, text.size, text.tone, text.bold, anchor=anchor, width=wide, from_right=left)
    return elements.line(LIGHT, line)


def frame(x: float, y: float, wide: float, high: float, look: Look) -> str:
    """Draw a rounded border from its upper left corner."""
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    return (
        f'<rect x="{num(x)}" y="{num(y)}" width="{num(wide)}" height="{num(high)}" rx="{num(look.corner)}"'
        f' fill="{look.fill}" stroke="{look.edge}" stroke-width="{num(look.pen)}"{dashes}/>'
    )


def card(it: Written, x: float, y: float, wide: float, high: float, look: Look = Look()) -> str:  # noqa: B008  frozen
    """Draw a card from its upper left corner, with its words in the middle."""
    return frame(x, y, wide, high, look) + words(it, x + wide / 2, y + (high - it.height) / 2)


def arrow(curve: Curve, *, dashed: bool, both: bool = False) -> str:
    """Draw an arrow along a curve, from border to border; with ``both`` it has a head at either end."""
    if not curve:
        return ""
    colour = LIGHT.arrows["leads-to"]
    body = shortened(curve, HEAD - 1)
    body = shortened(body[::-1], HEAD - 1)[::-1] if both else body
    dashes = ' stroke-dasharray="7 5"' if dashed else ""
    drawn = f'<path d="{path(body)}" fill="none" stroke="{colour}" stroke-width="1.75"{dashes}/>'
    ends = [(body[-1], curve[-1]), *([(body[0], curve[0])] if both else [])]
    return drawn + "".join([_head(tail, tip, colour) for tail, tip in ends])


def _head(tail: Point, tip: Point, colour: str) -> str:
    corners = "L".join([f"{num(x)} {num(y)}" for x, y in head(tail, tip, HEAD)])
    return f'<path d="M{corners}z" fill="{colour}"/>'


def pill(it: Pill) -> str:
    """Draw a small label."""
    return elements.pill(LIGHT, it)


def small_label(text: str, size: float = 11.0, *, dashed: bool = False, from_right: bool = False) -> Pill:
    """Make a small label at 0, 0."""
    plain = one_line(text)
    wide = width(plain, size)
    whole = round(wide + 14, 2)
    left = follows_left(plain, from_right=from_right)
    line = Line(whole / 2, 13, plain, size, "status", anchor="middle", width=wide, from_right=left)
    return Pill(0, 0, whole, 18, "status", line, dashed=dashed)


def drawing(size: tuple[float, float], title: str, about: str, parts: Sequence[str], lang: str | None) -> str:
    """Put an SVG together; its ids begin with ``toc``, as those of every picture do.

    It ends on whole points: elsewhere office programs draw a grey line along its edge.
    """
    wide, high = ceil(size[0]), ceil(size[1])
    language = f' lang="{xml_attribute(lang)}" xml:lang="{xml_attribute(lang)}"' if lang else ""
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"{language}'
        f' direction="ltr" role="graphics-document document" aria-labelledby="toc-title toc-desc"'
        f' font-family="{FAMILY}" font-size="{num(elements.TEXT)}" fill="{LIGHT.ink}">'
    )
    named = f'<title id="toc-title">{xml_text(title)}</title>\n<desc id="toc-desc">{xml_text(about)}</desc>'
    ground = f'<rect width="{wide}" height="{high}" fill="{LIGHT.paper}"/>'
    seen = ['<g aria-hidden="true">', *[part for part in parts if part], "</g>"]
    return "\n".join([opening, named, ground, *seen, "</svg>\n"])
