"""How a Word file looks: its page, and the styles of its words and tables, which whoever gets it can change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .measures import FONT

if TYPE_CHECKING:
    from .word_parts import Word


TABLE: Final = "Table Text"
WIDE_TABLE: Final = "Wide Table Text"
BELOW_TABLE: Final = "Below Table"
"""The styles that are added to those that Word brings along."""

CELLS: Final = {TABLE: 9.0, WIDE_TABLE: 7.5}
"""The sizes of words in tables."""

ASIDE: Final = 11.0
"""What stays free at both sides of a cell together, with its lines, in points."""

_LINES: Final = 1.12
_TEXT: Final = 10.5
_AFTER: Final = 6.0
_SIZES: Final = {"Title": 22.0, "Subtitle": 12.5, "Quote": 12.5, "Caption": 9.0}
_HEADINGS: Final = {"Heading 1": (15.0, 18.0), "Heading 2": (12.0, 14.0), "Heading 3": (10.5, 10.0)}
"""Of each style the size of its words, and what is free above them."""

_INK: Final = (0x1D, 0x27, 0x33)
_RULE: Final = "B4BDC8"
_TWIPS: Final = 20
_WITHIN_CELLS: Final = {"top": 2, "left": 5, "bottom": 2, "right": 5}
_BULLETS: Final = tuple([f"List {kind}{depth}" for kind in ("Bullet", "Number") for depth in ("", " 2", " 3")])


def dress(parts: Word, paper: Any, language: str | None) -> None:
    """Set the styles and the language of an empty document."""
    points = parts.shared.Pt
    _plain(parts, paper.styles["Normal"], _TEXT)
    _spaced(paper.styles["Normal"], _LINES, points(0), points(_AFTER))
    for name, size in _SIZES.items():
        _plain(parts, paper.styles[name], size)
    paper.styles["Title"].paragraph_format.space_after = points(_AFTER)
    for name, (size, before) in _HEADINGS.items():
        _plain(parts, paper.styles[name], size)
        _spaced(paper.styles[name], 1.0, points(before), points(_AFTER / 2))
    for name in _BULLETS:
        paper.styles[name].paragraph_format.space_after = points(_AFTER / 2)
    for name, size in CELLS.items():
        made = _added(parts, paper, name, size)
        _spaced(made, 1.0, points(0), points(0))
    _spaced(_added(parts, paper, BELOW_TABLE, 2), 1.0, points(0), points(2))
    _rules(parts, paper.styles["Table Grid"].element)
    tag = language or "en"
    said = parts.element("w:lang", **{"w:val": tag, "w:eastAsia": tag, "w:bidi": tag})
    paper.styles["Normal"].element.get_or_add_rPr().append(said)


def _plain(parts: Word, style: Any, size: float) -> None:
    """Set a style in our font and colour, without slanting and spreading its letters, which Arabic cannot bear."""
    marks = style.element.get_or_add_rPr()
    for unwanted in ("i", "iCs", "spacing", "kern"):
        for mark in marks.findall(parts.qualified(f"w:{unwanted}")):
            marks.remove(mark)
    fonts = marks.get_or_add_rFonts()
    fonts.attrib.clear()
    style.font.name = FONT
    fonts.set(parts.qualified("w:cs"), FONT)
    style.font.color.rgb = parts.shared.RGBColor(*_INK)
    parts.size(style, size)


def _added(parts: Word, paper: Any, name: str, size: float) -> Any:
    made = paper.styles.add_style(name, 1)
    made.base_style = paper.styles["Normal"]
    parts.size(made, size)
    return made


def _spaced(style: Any, lines: float, before: Any, after: Any) -> None:
    shape = style.paragraph_format
    shape.line_spacing, shape.space_before, shape.space_after = lines, before, after


def _rules(parts: Word, grid: Any) -> None:
    """Let the lines of a table be quiet, and its words stay off them."""
    for line in grid.xpath("./w:tblPr/w:tblBorders/*"):
        line.set(parts.qualified("w:color"), _RULE)
    for side, points in _WITHIN_CELLS.items():
        grid.xpath(f"./w:tblPr/w:tblCellMar/w:{side}")[0].set(parts.qualified("w:w"), str(points * _TWIPS))
