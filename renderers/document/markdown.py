"""A document as Markdown that GitHub, pandoc and wikis read; its pictures lie beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import link_target, markdown_text, one_line
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table

if TYPE_CHECKING:
    from . import Block, Document, Item, Run, Said

_LINE = "\\_" * 40
_MARKS = {Style.PLAIN: "", Style.STRONG: "**", Style.QUIET: "*"}


def write(document: Document, stem: str) -> Made:
    """Write a document; each picture becomes ``stem-name.svg``."""
    blocks = [f"# {markdown_text(document.title)}"]
    blocks += [markdown_text(document.subtitle)] if document.subtitle else []
    blocks += [text for block in document.blocks if (text := _block(block, stem))]
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    return Made("\n\n".join(blocks) + "\n", tuple([(_file(figure, stem), figure.svg) for figure in figures]))


def _block(block: Block, stem: str) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {markdown_text(text)}"
        case Paragraph(words):
            return _words(words)
        case Listing(items, numbered):
            return "\n".join(_items(items, numbered=numbered))
        case Table():
            return _table(block)
        case Figure():
            caption = f"\n\n*{markdown_text(block.caption)}*" if block.caption else ""
            return f"![{markdown_text(block.alt)}]({_file(block, stem)}){caption}"
        case Blank(label, lines):
            return "  \n".join([f"**{markdown_text(label)}**", *[_LINE] * lines])
        case NewPage():
            return ""


def _words(words: Said) -> str:
    return "".join([_run(run, is_first=at == 0) for at, run in enumerate(words)])


def _run(run: Run, *, is_first: bool) -> str:
    """Write words of one style; the spaces around them stay outside the marks, which would not count otherwise."""
    text, mark = run.text, _MARKS[run.style]
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    target = link_target(run.to) if run.to else None
    # What counts only at the start of a line needs no backslash behind other words.
    written = markdown_text(inner) if is_first else markdown_text(f"x {inner}").removeprefix("x ")
    inner = f"[{written}]({target})" if target else written
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{mark}{inner}{mark}{after}"


def _items(items: tuple[Item, ...], depth: int = 0, *, numbered: bool = False) -> list[str]:
    lines = []
    for number, item in enumerate(items, 1):
        sign = f"{number}." if numbered else "-"
        lines.append(f"{'   ' * depth}{sign} {_words(item.said)}")
        lines += _items(item.under, depth + 1)
    return lines


def _table(table: Table) -> str:
    rows = [[markdown_text(name) for name in table.head], ["---"] * len(table.head)]
    rows += [[_words(cell.said) for cell in row] for row in table.rows]
    return "\n".join([f"| {' | '.join([text or ' ' for text in row])} |" for row in rows])


def _file(figure: Figure, stem: str) -> str:
    return f"{stem}-{figure.name}.svg"
