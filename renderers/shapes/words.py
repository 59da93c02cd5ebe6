"""Words on a slide: lines at their place, and texts that wrap inside a shape."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

from ..escape import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..picture.scene import Line
    from ..themes import Theme
    from .slide import Slide

FONT: Final = "Arial"
"""The font that the texts were measured for."""

_ASCENT: Final = 0.905
_HEIGHT: Final = 1.16
_ROOM: Final = 1.06
_ALIGNED: Final = {"start": "LEFT", "middle": "CENTER", "end": "RIGHT"}
_WIDE: Final = ("W", "F")


def draw_line(slide: Slide, theme: Theme, it: Line, x: float = 0, y: float = 0) -> Any:
    """Put one line of text at its place, from the corner x, y; give its shape, None where there is no text."""
    if not (it.text or it.lead):
        return None
    width = it.width * _ROOM + 2
    left = x + it.left - {"start": 0.0, "middle": (width - it.width) / 2, "end": width - it.width}[it.anchor]
    top = y + it.y - it.size * _ASCENT
    made = slide.shapes.add_textbox(*slide.place(left, top), slide.emu(width), slide.emu(it.size * _HEIGHT))
    frame = _bare(slide, made.text_frame, wraps=False)
    paragraph = frame.paragraphs[0]
    paragraph.alignment = getattr(slide.parts.text.PP_ALIGN, _ALIGNED[it.anchor])
    if it.from_right:
        paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001  python-pptx has no word for it
    _write(slide, theme, paragraph, it)
    return made


def fill_with(slide: Slide, theme: Theme, shape: Any, lines: Sequence[Line], room: tuple[float, float]) -> None:
    """Write lines into a shape as paragraphs that wrap there: lines of one look and one text are one paragraph.

    ``room`` is what stays free at the left and above, in points of the picture.
    """
    frame = _bare(slide, shape.text_frame, wraps=True)
    frame.margin_left = frame.margin_right = slide.emu(room[0])
    frame.margin_top = slide.emu(room[1])
    groups = [list(group) for _, group in groupby(lines, key=lambda it: (it.size, it.tone, it.bold, it.italic))]
    for number, group in enumerate(groups):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = getattr(slide.parts.text.PP_ALIGN, _ALIGNED[group[0].anchor])
        if group[0].from_right:
            paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001  python-pptx has no word for it
        _write(slide, theme, paragraph, group[0]._replace(text=joined([line.text for line in group])))


def joined(lines: Sequence[str]) -> str:
    """Put the lines of one text together again; where no spaces are written between words, none is put in."""
    whole = ""
    for line in lines:
        glue = "" if not whole or (_is_wide(whole[-1]) and _is_wide(line[:1] or " ")) else " "
        whole += glue + line
    return whole


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in _WIDE


def _bare(slide: Slide, frame: Any, *, wraps: bool) -> Any:
    """Take away what a text frame brings along: margins, and changing its size by itself."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = wraps
    frame.auto_size = slide.parts.text.MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = slide.parts.text.MSO_ANCHOR.TOP
    return frame


def _write(slide: Slide, theme: Theme, paragraph: Any, it: Line) -> None:
    for text, tone, bold in ((it.lead, it.lead_tone, it.lead_bold), (it.text, it.tone, it.bold)):
        if not text:
            continue
        run = paragraph.add_run()
        run.text = clean(text)
        if slide.language:
            run._r.get_or_add_rPr().set("lang", slide.language)  # noqa: SLF001  else the words are checked in another
        run.font.name = FONT
        run.font.size = max(1, slide.emu(it.size))
        run.font.bold = bold
        run.font.italic = it.italic
        run.font.color.rgb = slide.colour(theme.tone(tone))
