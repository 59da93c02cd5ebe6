"""A slide on which shapes are put at places of the picture's own plane, in points."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .. import CannotRenderError
from ..escape import one_line
from ..office import MISSING

if TYPE_CHECKING:
    from ..layout.shape import Point

EMU: Final = 12700
"""The units of office files in one point."""

Rect = tuple[float, float, float, float]
"""Left, top, width and height."""


class PowerPoint(NamedTuple):
    """python-pptx, by its parts."""

    pptx: Any
    shapes: Any
    colour: Any
    namespaces: Any
    xml: Any
    text: Any


def powerpoint() -> PowerPoint:
    """Give what writes PowerPoint files; raises CannotRenderError where it is not installed."""
    try:
        names = ("pptx", "pptx.enum.shapes", "pptx.dml.color", "pptx.oxml.ns", "pptx.oxml", "pptx.enum.text")
        return PowerPoint(*[import_module(name) for name in names])
    except ImportError:
        raise CannotRenderError(MISSING) from None


def element(parts: PowerPoint, tag: str, **attributes: str) -> Any:
    """Make an element of the XML of presentations."""
    made = parts.xml.parse_xml(f"<{tag} {parts.namespaces.nsdecls(tag.partition(':')[0])}/>")
    for name, value in attributes.items():
        made.set(name, value)
    return made


class Slide:
    """A slide in a language, and where the picture lies on it: ``scale`` times as large, its corner at ``at``."""

    def __init__(
        self, parts: PowerPoint, shapes: Any, scale: float = 1, at: Point = (0, 0), language: str | None = None
    ) -> None:
        self.parts = parts
        self.shapes = shapes
        self.scale = scale
        self.at = at
        self.language = language

    def emu(self, length: float) -> int:
        """Give a length of the plane in the units of the file."""
        return round(length * self.scale * EMU)

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Give a place of the plane in the units of the file."""
        left, top = self.at
        return round((left + x * self.scale) * EMU), round((top + y * self.scale) * EMU)

    def inside(self, shapes: Any) -> Slide:
        """Give the same slide for shapes that go into a group."""
        return Slide(self.parts, shapes, self.scale, self.at, self.language)

    def next(self) -> int:
        """Say how many things are on the slide, so that something can be put below all that comes later."""
        return len(self.shapes._spTree)  # noqa: SLF001  python-pptx has no word for it

    def lower(self, shape: Any, below: int) -> None:
        """Put a shape below everything that came after that many things."""
        self.shapes._spTree.insert(below, shape._element)  # noqa: SLF001  as above

    def shape(
        self, kind: str, rect: Rect, fill: str | None, edge: str | None = None, pen: float = 1, dashes: str = "",
        corner: float = 0,
    ) -> Any:  # fmt: skip
        """Put a shape on the slide. ``corner`` is the rounding or the cut, ``dashes`` a preset name such as sysDash."""
        x, y, width, height = rect
        kinds = self.parts.shapes.MSO_SHAPE
        made = self.shapes.add_shape(getattr(kinds, kind), *self.place(x, y), self.emu(width), self.emu(height))
        made.shadow.inherit = False
        for style in made._element.xpath("./p:style"):  # noqa: SLF001  else the theme of the deck adds shadows
            made._element.remove(style)  # noqa: SLF001
        if corner and len(made.adjustments):
            made.adjustments[0] = min(0.5, corner / max(1, min(width, height)))
        self._fill(made, fill)
        self._pen(made, edge, pen, dashes)
        return made

    def line(self, start: Point, end: Point, colour: str, pen: float, dashes: str = "") -> Any:
        """Put a straight line on the slide."""
        straight = self.parts.shapes.MSO_CONNECTOR.STRAIGHT
        made = self.shapes.add_connector(straight, *self.place(*start), *self.place(*end))
        for style in made._element.xpath("./p:style"):  # noqa: SLF001  as for shapes
            made._element.remove(style)  # noqa: SLF001
        self._pen(made, colour, pen, dashes)
        return made

    def name(self, shape: Any, name: str, spoken: str) -> None:
        """Call a shape by its words, and say what it says to who cannot see it."""
        about = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001  python-pptx has no word for it
        about.set("name", one_line(name)[:200] or about.get("name"))
        if spoken:
            about.set("descr", one_line(spoken))

    def entitle(self, shape: Any) -> None:
        """Make a text the title of its slide, which outlines and programs that read aloud ask for."""
        shape._element.xpath("./p:nvSpPr/p:nvPr")[0].append(self.element("p:ph", type="title"))  # noqa: SLF001

    def colour(self, code: str) -> Any:
        """Give a colour such as #1f6fb2."""
        return self.parts.colour.RGBColor.from_string(code.lstrip("#").upper())

    def _fill(self, shape: Any, fill: str | None) -> None:
        if fill is None or fill == "none":
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = self.colour(fill)

    def _pen(self, shape: Any, edge: str | None, pen: float, dashes: str) -> None:
        if edge is None or edge == "none":
            shape.line.fill.background()
            return
        shape.line.color.rgb = self.colour(edge)
        shape.line.width = max(1, self.emu(pen))
        if dashes:
            drawn = shape.line._get_or_add_ln()  # noqa: SLF001  python-pptx knows fewer dashes
            drawn.append(self.element("a:prstDash", val=dashes))

    def element(self, tag: str, **attributes: str) -> Any:
        """Make an element of the file's own XML."""
        return element(self.parts, tag, **attributes)
