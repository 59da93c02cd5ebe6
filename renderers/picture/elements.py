"""Each thing of a scene as elements of SVG, in the colours of a theme. Gives text; `svg` puts it together.

Attributes that repeat what a surrounding group says already are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..escape import xml_attribute, xml_text
from ..kept import MANY, kept
from ..lettering.bidi import enclosed
from ..lettering.fonts import unsure
from . import borders
from .changed import QUIET
from .curves import bar, head, path, shortened
from .curves import number as num
from .icons import SHEET, icon, partner_shape, shape_path
from .markers import HEAD
from .outlines import OUTLINES, detail_path, outline_path
from .scene import NOBODY

if TYPE_CHECKING:
    from ..themes import Paint, Theme
    from .scene import Band, Box, Ceiling, Entry, Line, Pill, Sheet, Stroke, Surround

TEXT: Final = 14.0
"""The size of text that needs no attribute."""

_PEN: Final = {"leads-to": 1.75, "feeds-back": 1.75, "works-against": 2.0}
_DASHES: Final = {"feeds-back": "6 5"}
_GHOST_LINE: Final = "2 4"
_THICKER: Final = 1.5
_THICK: Final = frozenset({"added", "torn", "falls", "late"})
_NOTE: Final = {"added": 'stroke-width="2"', "removed": 'stroke-dasharray="2 4"'}
_FRAME: Final = 1.25
_FRAME_CORNER: Final = 12
_BAR: Final = 8.0
_STOP: Final = 4.0


def line(theme: Theme, it: Line, x: float = 0, y: float = 0) -> str:
    """Write one line of text, from the corner x, y.

    Programs disagree about the order of coloured pieces in a line from right to left, so such a line is one piece.
    """
    before, text, after = enclosed(it.text, from_right=it.from_right)
    if it.lead and it.from_right:
        before, text, after = enclosed(it.lead + it.text, from_right=True)
    lead = _lead(theme, it) if it.lead and not it.from_right else ""
    written = f"<text{_attributes(theme, it, x, y)}>{lead}{before}{xml_text(text)}{after}</text>"
    return f'<a href="{xml_attribute(it.href)}">{written}</a>' if it.href else written


def _lead(theme: Theme, it: Line) -> str:
    weight = ' font-weight="700"' if it.lead_bold else ""
    before, lead, after = enclosed(it.lead, from_right=False)
    return f'<tspan fill="{theme.tone(it.lead_tone)}"{weight}>{before}{xml_text(lead)}{after}</tspan>'


def _attributes(theme: Theme, it: Line, x: float, y: float) -> str:
    said = [f' x="{num(x + it.x)}" y="{num(y + it.y)}"']
    if it.size != TEXT:
        said.append(f' font-size="{num(it.size)}"')
    if it.tone != "ink":
        said.append(f' fill="{theme.tone(it.tone)}"')
    if it.anchor != "start":
        said.append(f' text-anchor="{it.anchor}"')
    if it.bold:
        said.append(' font-weight="700"')
    if it.italic:
        said.append(' font-style="italic"')
    if it.spacing:
        said.append(f' letter-spacing="{num(it.spacing)}"')
    if it.href:
        said.append(' text-decoration="underline"')
    if not it.text.isascii() and unsure(it.text):
        said.append(f' textLength="{num(it.width)}" lengthAdjust="spacingAndGlyphs"')
    return "".join(said)


@kept(MANY)
def pill(theme: Theme, it: Pill) -> str:
    """Write a small label: its ground, a partner's shape, its words."""
    paint = theme.look(it.look)
    parts = []
    if it.line.text:
        dashes = ' stroke-dasharray="3 3"' if it.dashed else ""
        parts.append(_rect(it, it.height / 2, f'fill="{paint.fill}" stroke="{paint.edge}"{dashes}'))
    if it.partner is not None:
        parts.append(_shape(theme, it, paint))
    if it.line.text:
        parts.append(line(theme, it.line, it.x, it.y))
    return "".join(parts)


def _rect(it: Pill | Band | Surround, corner: float, style: str) -> str:
    at = f'x="{num(it.x)}" y="{num(it.y)}" width="{num(it.width)}" height="{num(it.height)}"'
    return f'<rect {at} rx="{num(corner)}" {style}/>'


def _shape(theme: Theme, it: Pill, paint: Paint) -> str:
    """Draw a partner's shape; it changes each time the colours have been used up."""
    nobody = it.partner == NOBODY
    shape = "ring" if nobody else partner_shape(it.partner or 0, len(theme.partners))
    drawn = shape_path(shape, it.x + it.shape_x, it.y + it.height / 2, 4)
    if shape == "ring":
        return f'<path d="{drawn}" fill="none" stroke="{paint.edge}" stroke-width="1.5"/>'
    return f'<path d="{drawn}" fill="{paint.edge}"/>'


def box(theme: Theme, it: Box, spoken: str, prefix: str) -> str:
    """Write one element as a named group; what stands in it is placed from its own corner."""
    key = xml_attribute(it.key)
    return (
        f'<g id="{prefix}-box-{key}" data-id="{key}" data-kind="{it.kind}"'
        f' data-extent="0 0 {num(it.width)} {num(it.height)}" role="graphics-object group" tabindex="0"'
        f' transform="translate({num(it.x)} {num(it.y)})"><title>{xml_text(spoken)}</title>'
        f'<g aria-hidden="true">{_inside(theme, it._replace(key="", x=0, y=0))}</g></g>'
    )


@kept(MANY)
def _inside(theme: Theme, it: Box) -> str:
    """Write what stands in a box, wherever that is and whatever it is called."""
    paint, outline = _paint(theme, it), OUTLINES[it.kind]
    edge = borders.edge(theme, it.change, paint.edge)
    pen = f'fill="{paint.fill}" stroke="{edge}"{borders.pen(it.change, outline.pen, outline.dashes)}'
    flip = f' transform="matrix(-1 0 0 1 {num(it.width)} 0)"' if it.flipped else ""
    border = outline_path(it.kind, it.width, it.height)
    parts = [
        f'<path{flip} d="{border}" {pen}/>',
        borders.second(it.change, outline.corner, paint.edge, (0, 0, it.width, it.height)),
    ]
    detail, filled = detail_path(it.kind, it.width, it.height)
    if detail:
        style = f'fill="{paint.edge}"' if filled else f'fill="none" stroke="{paint.edge}"'
        parts.append(f'<path{flip} d="{detail}" {style}/>')
    parts.append(_icon(it.icon, it.icon_at, paint.text, flipped=it.flipped))
    parts += [line(theme, each) for each in it.lines]
    return "".join([*parts, *[pill(theme, each) for each in it.pills]])


def _paint(theme: Theme, it: Box) -> Paint:
    return theme.faded if it.faded else theme.kinds[it.kind]


def _icon(drawing: str, centre: tuple[float, float], colour: str, *, flipped: bool = False) -> str:
    """Draw an icon around its centre; in a picture that reads from the right it looks the other way."""
    x, y = num(centre[0] + SHEET / 2 * (1 if flipped else -1)), num(centre[1] - SHEET / 2)
    at = f"matrix(-1 0 0 1 {x} {y})" if flipped else f"translate({x} {y})"
    return (
        f'<path transform="{at}" d="{drawing}" fill="none" stroke="{colour}" stroke-width="1.5"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


@kept(MANY)
def stroke(theme: Theme, it: Stroke) -> str:
    """Write one arrow: its line, then its head, or a bar where it works against."""
    if not it.curve:
        return ""
    gone = it.change in ("removed", "torn")
    calm = it.change in ("removed", QUIET)
    colour = theme.faded.edge if calm else borders.edge(theme, it.change, theme.arrows[it.kind])
    against = it.kind == "works-against"
    body = shortened(it.curve, _STOP if against else HEAD - 1)
    dashed = _GHOST_LINE if gone else _DASHES.get(it.kind, "")
    dashes = f' stroke-dasharray="{dashed}"' if dashed else ""
    pen = _PEN[it.kind] + (_THICKER if it.change in _THICK else 0)
    ends = f' data-from="{xml_attribute(it.source)}" data-to="{xml_attribute(it.target)}"' if it.source else ""
    drawn = f'<path d="{path(body)}" fill="none" stroke="{colour}" stroke-width="{num(pen)}"{dashes}/>'
    return f'<g data-kind="{it.kind}"{ends}>{drawn}{_end(it, body[-1], colour)}</g>'


def _end(it: Stroke, tail: tuple[float, float], colour: str) -> str:
    if it.kind == "works-against":
        (x, y), (to_x, to_y) = bar(tail, it.curve[-1], _BAR)
        ends = f"M{num(x)} {num(y)}L{num(to_x)} {num(to_y)}"
        return f'<path d="{ends}" stroke="{colour}" stroke-width="3.5" stroke-linecap="round"/>'
    corners = "L".join([f"{num(x)} {num(y)}" for x, y in head(tail, it.curve[-1], HEAD)])
    return f'<path d="M{corners}z" fill="{colour}"/>'


def band(theme: Theme, it: Band) -> str:
    """Write the ground of a level and its name."""
    ground = _rect(it, 16, f'fill="{theme.band}" stroke="{theme.band_edge}"')
    return ground + "".join([line(theme, each) for each in it.lines])


def surround(theme: Theme, it: Surround, spoken: str, prefix: str) -> str:
    """Write the frame of a pathway as a named group."""
    key = xml_attribute(it.key)
    extent = f"{num(it.x)} {num(it.y)} {num(it.width)} {num(it.height)}"
    named = f'id="{prefix}-box-{key}" data-id="{key}" data-kind="pathway" data-extent="{extent}"'
    style = f'fill="{theme.frame.fill}" stroke="{theme.frame.edge}"{borders.pen(it.change, _FRAME)}'
    parts = [
        f'<g {named} role="graphics-object group" tabindex="0"><title>{xml_text(spoken)}</title>',
        '<g aria-hidden="true">',
        _rect(it, _FRAME_CORNER, style),
        borders.second(it.change, _FRAME_CORNER, theme.frame.edge, (it.x, it.y, it.width, it.height)),
        _icon(icon("pathway"), it.icon_at, theme.frame.text),
        line(theme, it.line),
        *[pill(theme, each) for each in it.pills],
    ]
    return "".join([*parts, "</g></g>"])


def ceiling(theme: Theme, it: Ceiling) -> str:
    """Write the line of the ceiling; its words come later, on top of everything."""
    (x, y), (to_x, to_y) = it.start, it.end
    return (
        f'<path d="M{num(x)} {num(y)}L{num(to_x)} {num(to_y)}" fill="none" stroke="{theme.ceiling}"'
        ' stroke-width="1.5" stroke-dasharray="10 4 2 4"/>'
    )


@kept(MANY)
def entry(theme: Theme, it: Entry) -> str:
    """Write one thing in the legend."""
    parts = [pill(theme, it.pill)] if it.pill else []
    parts += [stroke(theme, it.stroke)] if it.stroke else []
    at = f"translate({num(it.x)} {num(it.y)})"
    return "".join([f'<g transform="{at}">', *parts, *[line(theme, each) for each in it.lines], "</g>"])


def sheet(theme: Theme, it: Sheet) -> str:
    """Write a parked note: a sheet with its corner folded; a new one has a solid border, one that is gone only dots."""
    right, bottom = it.x + it.width, it.y + it.height
    border = f"M{num(it.x)} {num(it.y)}H{num(right)}V{num(bottom - 10)}L{num(right - 10)} {num(bottom)}H{num(it.x)}z"
    fold = f"M{num(right)} {num(bottom - 10)}H{num(right - 10)}V{num(bottom)}"
    paint = theme.faded if it.change == "removed" else theme.note
    pen = _NOTE.get(it.change, 'stroke-dasharray="4 3"')
    drawn = f'<path d="{border}" fill="{paint.fill}" stroke="{paint.edge}" {pen}/>'
    drawn += f'<path d="{fold}" fill="none" stroke="{paint.edge}"/>'
    return drawn + "".join([line(theme, each) for each in it.lines])
