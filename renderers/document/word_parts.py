"""What Word files need and python-docx has no word for: languages, directions, links, table heads, SVG pictures.

The names of elements are those of Office Open XML (ECMA-376); the SVG extension is Microsoft's `asvg`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from .. import CannotRenderError
from ..escape import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

_MISSING: Final = "For Word, install one more part: pip install 'theory-of-change[office]'"
_ASVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_MARGIN_CM: Final = 2.0
_A4_CM: Final = (21.0, 29.7)
_QUIET: Final = (0x4D, 0x5A, 0x69)
_HIGHEST: Final = 0.75
"""The share of the page's height that a picture may take."""


def word() -> Word:
    """Give what writes Word files; raises CannotRenderError where it is not installed."""
    try:
        return Word(import_module("docx"), import_module("docx.shared"), import_module("docx.oxml"))
    except ImportError:
        raise CannotRenderError(_MISSING) from None


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

    def prepare(self, paper: Any, language: str | None, *, rtl: bool, turned: bool) -> None:
        """Set page, fonts and language; ``turned`` pages are wider than high."""
        section = paper.sections[0]
        section.orientation = int(turned)
        lengths = [self.shared.Cm(length) for length in _A4_CM]
        section.page_width, section.page_height = reversed(lengths) if turned else lengths
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, self.shared.Cm(_MARGIN_CM))
        self._fonts(paper)
        marks = paper.styles["Normal"].element.get_or_add_rPr()
        said = self._element("w:lang", **{"w:bidi" if rtl else "w:val": language or "en"})
        marks.append(said)
        self._page_number(section)

    def _fonts(self, paper: Any) -> None:
        normal = paper.styles["Normal"]
        normal.font.name, normal.font.size = "Arial", self.shared.Pt(10.5)
        for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Quote", "Caption"):
            style = paper.styles[name]
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in list(fonts.attrib):
                del fonts.attrib[key]
            style.font.name = "Arial"
            style.font.color.rgb = self.shared.RGBColor(0x1D, 0x27, 0x33)
            style.font.italic = False
        paper.styles["Title"].font.size = self.shared.Pt(22)
        paper.styles["Quote"].font.size = self.shared.Pt(12.5)

    def _page_number(self, section: Any) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = 1
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
            if kind:
                run._r.append(self._element("w:fldChar", **{"w:fldCharType": kind}))  # noqa: SLF001  no other way in
            else:
                field = self._element("w:instrText")
                field.text = text
                run._r.append(field)  # noqa: SLF001

    def from_right(self, paragraph: Any) -> None:
        """Let a paragraph run from right to left."""
        paragraph._p.get_or_add_pPr().append(self._element("w:bidi"))  # noqa: SLF001

    def link(self, paragraph: Any, text: str, target: str) -> Any:
        """Add words that lead to an address, which is safe already; give their run."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        related = paragraph.part.relate_to(target, kind, is_external=True)
        holder = self._element("w:hyperlink", **{"r:id": related})
        run = paragraph.add_run(text)
        run.font.underline = True
        holder.append(run._r)  # noqa: SLF001
        paragraph._p.append(holder)  # noqa: SLF001
        return run

    def table(self, paper: Any, head: Sequence[str], widths: Sequence[int], *, rtl: bool) -> Any:
        """Begin a table whose head is repeated on every page."""
        made = paper.add_table(rows=1, cols=len(head), style="Table Grid")
        made.autofit = False
        section = paper.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        shares = widths or (1,) * len(head)
        for column, share in zip(made.columns, shares, strict=True):
            column.width = int(room * share / sum(shares))
        for place, name in zip(made.rows[0].cells, head, strict=True):
            run = self.first_paragraph(place, rtl=rtl).add_run(clean(name))
            run.bold = True
            place._tc.get_or_add_tcPr().append(  # noqa: SLF001
                self._element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": "E6EBF1"})
            )
        made.rows[0]._tr.get_or_add_trPr().append(self._element("w:tblHeader"))  # noqa: SLF001
        if rtl:
            made._tbl.tblPr.append(self._element("w:bidiVisual"))  # noqa: SLF001
        return made

    def first_paragraph(self, place: Any, *, rtl: bool) -> Any:
        """Give the paragraph that every cell has, without room around it."""
        paragraph = place.paragraphs[0]
        paragraph.paragraph_format.space_after = self.shared.Pt(2)
        if rtl:
            self.from_right(paragraph)
        return paragraph

    def smaller(self, table: Any, *, wide: bool) -> None:
        """Set the words of a table smaller than those around it, much smaller where it is wide."""
        size = self.shared.Pt(7.5 if wide else 9)
        for row in table.rows:
            for place in row.cells:
                for paragraph in place.paragraphs:
                    for run in paragraph.runs:
                        run.font.size = size

    def picture(self, paper: Any, pixels: bytes, tallest: int = 0) -> Any:
        """Add a picture as wide as the page, or as high as it may be; ``tallest`` is in millimetres, 0 is any."""
        section = paper.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        shape = paper.add_picture(io.BytesIO(pixels), width=room)
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

    def _element(self, tag: str, **attributes: str) -> Any:
        made = self.oxml.OxmlElement(tag)
        qualified = import_module("docx.oxml.ns").qn
        for name, value in attributes.items():
            made.set(qualified(name), value)
        return made
