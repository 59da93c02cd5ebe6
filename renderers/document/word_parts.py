"""What Word files need and python-docx has no word for: languages, directions, links, table heads, SVG pictures.

The names of elements are those of Office Open XML (ECMA-376); the SVG extension is Microsoft's `asvg`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from .. import CannotRenderError
from ..office import MISSING, without_thumbnail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ASVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_MARGIN_CM: Final = 2.0
_BY_HAND_CM: Final = 1.0
_A4_CM: Final = (21.0, 29.7)
_SHADE: Final = "E6EBF1"
_TODAY: Final = "15"
_QUIET: Final = (0x4D, 0x5A, 0x69)
_HIGHEST: Final = 0.75
"""The share of the page's height that a picture may take."""

_AFTER_BIDI: Final = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
    "pPrChange",
)  # fmt: skip
"""What must stand after the direction of a paragraph: Word refuses files whose elements are not in order."""

_AFTER_SIZE: Final = (
    "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
    "specVanish", "oMath", "rPrChange",
)  # fmt: skip
"""What must stand after the size of letters that are written from the right, for the same reason."""


def word() -> Word:
    """Give what writes Word files; raises CannotRenderError where it is not installed."""
    try:
        return Word(import_module("docx"), import_module("docx.shared"), import_module("docx.oxml"))
    except ImportError:
        raise CannotRenderError(MISSING) from None


@dataclass(frozen=True)
class Word:
    """python-docx, and what it leaves to others."""

    docx: Any
    shared: Any
    oxml: Any

    def new(self) -> Any:
        """Begin an empty document."""
        return self.docx.Document()

    @property
    def quiet(self) -> Any:
        """Give the colour of quiet words."""
        return self.shared.RGBColor(*_QUIET)

    def begin(self, paper: Any, *, turned: bool) -> None:
        """Set the first page, and its number; ``turned`` pages are wider than high."""
        self._page(paper.sections[0], turned=turned)
        self._page_number(paper.sections[0])

    def modern(self, paper: Any) -> None:
        """Say that the file is one of today: Word opens older ones in a compatibility mode."""
        found = paper.settings.element.xpath("./w:compat/w:compatSetting[@w:name='compatibilityMode']")
        found[0].set(self.qualified("w:val"), _TODAY)
        without_thumbnail(paper.part.package.rels)

    def turn(self, paper: Any, *, turned: bool) -> None:
        """Go on with pages that lie on their side, or stand again."""
        self._page(paper.add_section(), turned=turned)

    def _page(self, section: Any, *, turned: bool) -> None:
        section.orientation = int(turned)
        lengths = [self.shared.Cm(length) for length in _A4_CM]
        section.page_width, section.page_height = reversed(lengths) if turned else lengths
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, self.shared.Cm(_MARGIN_CM))

    def size(self, written: Any, points: float) -> None:
        """Set the size of a run or a style, of letters from the right as well."""
        written.font.size = self.shared.Pt(points)
        marks = written.element.get_or_add_rPr()
        for old in marks.findall(self.qualified("w:szCs")):
            marks.remove(old)
        made = self.element("w:szCs", **{"w:val": str(round(2 * points))})
        marks.insert_element_before(made, *[f"w:{name}" for name in _AFTER_SIZE])

    def _page_number(self, section: Any) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = 1
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            if kind:
                run._r.append(self.element("w:fldChar", **{"w:fldCharType": kind}))  # noqa: SLF001  no other way in
            else:
                field = self.element("w:instrText")
                field.text = text
                run._r.append(field)  # noqa: SLF001

    def from_right(self, paragraph: Any) -> None:
        """Let a paragraph run from right to left."""
        marks = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        marks.insert_element_before(self.element("w:bidi"), *[f"w:{name}" for name in _AFTER_BIDI])

    def counted_anew(self, paper: Any, style: str) -> int:
        """Begin the numbers of a style at 1 again; give what its paragraphs have to be numbered by."""
        numbers = paper.part.numbering_part.element
        usual = paper.styles[style].element.pPr.numPr.numId.val
        made = numbers.add_num(numbers.num_having_numId(usual).abstractNumId.val)
        made.add_lvlOverride(0).add_startOverride(1)
        return int(made.numId)

    def count(self, paragraph: Any, numbered: int) -> None:
        """Let a paragraph take the next of some numbers."""
        marks = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
        marks.get_or_add_ilvl().val, marks.get_or_add_numId().val = 0, numbered

    def room(self, paper: Any) -> int:
        """Say how wide the text of a page is."""
        section = paper.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def line(self, paragraph: Any, width: int) -> None:
        """Draw a line to write on, as wide as the page."""
        tabs = import_module("docx.enum.text")
        paragraph.paragraph_format.tab_stops.add_tab_stop(width, tabs.WD_TAB_ALIGNMENT.RIGHT, tabs.WD_TAB_LEADER.LINES)
        paragraph.add_run("\t")

    def link(self, paragraph: Any, text: str, target: str) -> Any:
        """Add words that lead to an address, which is safe already; give their run."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        related = paragraph.part.relate_to(target, kind, is_external=True)
        holder = self.element("w:hyperlink", **{"r:id": related})
        run = paragraph.add_run(text)
        run.font.underline = True
        holder.append(run._r)  # noqa: SLF001
        paragraph._p.append(holder)  # noqa: SLF001
        return run

    def table(self, paper: Any, widths: Sequence[float], *, rtl: bool) -> Any:
        """Begin a table of columns of these widths, in points; its head is repeated on every page."""
        made = paper.add_table(rows=1, cols=len(widths), style="Table Grid")
        made.autofit = False
        for column, place, width in zip(made.columns, made.rows[0].cells, widths, strict=True):
            column.width = place.width = self.shared.Pt(width)
            shade = self.element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": _SHADE})
            place._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001
        self._whole(made.rows[0])
        made.rows[0]._tr.get_or_add_trPr().append(self.element("w:tblHeader"))  # noqa: SLF001
        if rtl:
            made.table_direction = import_module("docx.enum.table").WD_TABLE_DIRECTION.RTL
        return made

    def _whole(self, row: Any) -> None:
        """Let a row stay together on one page."""
        row._tr.get_or_add_trPr().append(self.element("w:cantSplit"))  # noqa: SLF001

    def stress(self, run: Any, *, rtl: bool) -> None:
        """Let words stand out."""
        run.bold = True
        if rtl:
            run.font.cs_bold = True

    def row(self, table: Any, *, by_hand: bool) -> Any:
        """Add a row that stays together on one page, with room to write ``by_hand``; give its cells."""
        made = table.add_row()
        if by_hand:
            made.height = self.shared.Cm(_BY_HAND_CM)
        self._whole(made)
        return made.cells

    def keep(self, paragraphs: Iterable[Any]) -> None:
        """Let paragraphs stand on the page of what follows them."""
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_with_next = True

    def picture(self, paper: Any, holder: Any, pixels: bytes, width: float, tallest: int = 0) -> Any:
        """Add a picture in its own width, in points, or as large as it may be; ``tallest`` is in millimetres, 0 is any.

        A small picture is not blown up: its words would be larger than those around it.
        """
        wide = min(self.room(paper), int(self.shared.Pt(width)))
        shape = holder.add_run().add_picture(io.BytesIO(pixels), width=wide)
        section = paper.sections[-1]
        highest = int((section.page_height - section.top_margin - section.bottom_margin) * _HIGHEST)
        highest = min(highest, int(self.shared.Mm(tallest))) if tallest else highest
        if shape.height > highest:
            shape.width, shape.height = int(shape.width * highest / shape.height), highest
        return shape

    def describe(self, shape: Any, words: str, number: int) -> None:
        """Give a picture its words for who cannot see it."""
        about = shape._inline.docPr  # noqa: SLF001
        about.set("descr", words)
        about.set("name", f"Picture {number}")

    def svg_over(self, paper: Any, shape: Any, svg: bytes, number: int) -> None:
        """Let programs that can draw SVG show that instead of the pixels."""
        packuri = import_module("docx.opc.packuri").PackURI(f"/word/media/picture{number}.svg")
        part = import_module("docx.opc.part").Part(packuri, "image/svg+xml", svg, paper.part.package)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
        related = paper.part.relate_to(part, kind)
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip  # noqa: SLF001
        blip.append(
            self.oxml.parse_xml(
                f'<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{_EXTENSION}">'
                f'<asvg:svgBlip xmlns:asvg="{_ASVG}" r:embed="{related}"'
                ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></a:ext></a:extLst>'
            )
        )

    def element(self, tag: str, **attributes: str) -> Any:
        """Make an element of the file's own XML."""
        made = self.oxml.OxmlElement(tag)
        for name, value in attributes.items():
            made.set(self.qualified(name), value)
        return made

    def qualified(self, name: str) -> Any:
        """Give the full name of an element or attribute."""
        return import_module("docx.oxml.ns").qn(name)
