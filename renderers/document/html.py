"""A document as one page for a browser: pictures inside it, nothing loaded from anywhere, no script, fit to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..escape import link_target, xml_attribute, xml_text
from . import Blank, Figure, Heading, Listing, Made, NewPage, Paragraph, Style, Table, is_by_hand
from .direction import in_order

if TYPE_CHECKING:
    from . import Block, Cell, Document, Item, Said

_TAGS: Final = {Style.PLAIN: "", Style.STRONG: "strong", Style.QUIET: "em"}

_TAG: Final = re.compile(r"<[^>]+>")
_NAMED: Final = re.compile(r'( id="| aria-labelledby="| (?=toc-desc"))toc-')
"""The names in a picture: in its tags only, because its words may be any."""

_MOST_UPRIGHT: Final = 6
"""Columns that fit on an upright page; a table with more is printed on one that lies on its side."""

_LOOK: Final = """
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #4d5a69; --line: #c3cad3; --head: #eef1f5; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf1; --quiet: #a9b4c1; --line: #465261; --head: #27313d; --paper: #171e27; }
  figure svg { background: #fff; border-radius: 8px; }
}
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 60rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 Arial, Helvetica, "Liberation Sans", Arimo, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 0.25rem; }
p, ul, ol { margin: 0.5rem 0; }
.subtitle, em { color: var(--quiet); font-style: normal; }
.subtitle { margin-top: 0; }
.lead { font-size: 1.15rem; }
.wide { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; }
thead th { background: var(--head); }
tbody th { font-weight: 600; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--quiet); font-size: 0.9rem; }
.blank { margin: 1rem 0; }
.blank i { display: block; height: 1.8rem; border-bottom: 1px solid var(--line); }
a { color: inherit; }
@media print {
  :root { --ink: #000; --quiet: #333; --line: #888; --head: #eee; --paper: #fff; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h2, h3 { break-after: avoid; }
  tr, figure, .blank { break-inside: avoid; }
  thead { display: table-header-group; }
  .new-page { break-before: page; }
  .wide { overflow: visible; }
  .wide table { font-size: 9pt; line-height: 1.25; overflow-wrap: break-word; }
  .broad table { font-size: 8pt; }
  th, td { padding: 0.8mm 1.2mm; }
  .by-hand tbody tr { height: 10mm; }
  thead th { print-color-adjust: exact; }
  .broad { page: broad; }
  figure svg { max-height: var(--tallest, 250mm); }
  .one-page { page: single; font-size: 9pt; line-height: 1.3; }
  .one-page h1 { font-size: 15pt; }
  .one-page .lead { font-size: 10.5pt; }
  .one-page h2 { font-size: 10.5pt; margin: 2.5mm 0 1mm; }
  .one-page :is(p, ul, ol, figure) { margin: 1mm 0; }
}
@page { margin: 15mm; @bottom-center { content: counter(page); font: 8pt Arial, sans-serif; color: #333; } }
@page broad { size: landscape; }
@page single { @bottom-center { content: none; } }
"""


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write a document as one file."""
    document = in_order(document)
    language = f' lang="{xml_attribute(document.language)}"' if document.language else ""
    subtitle = f'<p class="subtitle">{xml_text(document.subtitle)}</p>\n' if document.subtitle else ""
    body = "\n".join([_block(block, number) for number, block in enumerate(document.blocks, 1)])
    return Made(
        f'<!doctype html>\n<html{language} dir="{document.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{xml_text(document.title)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n{_main(document)}\n"
        f"<h1>{xml_text(document.title)}</h1>\n{subtitle}{body}\n</main>\n</body>\n</html>\n"
    )


def _main(document: Document) -> str:
    """Begin the page: small where it is one page, and on paper that lies on its side where the first table needs that.

    Otherwise the title would have a page to itself.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    look = ["broad"] if tables and _is_broad(tables[0]) else []
    look += ["one-page"] if document.one_page else []
    return f'<main class="{" ".join(look)}">' if look else "<main>"


def _block(block: Block, number: int) -> str:
    match block:
        case Heading(text, level):
            return f"<h{level + 1}>{xml_text(text)}</h{level + 1}>"
        case Paragraph(words, lead):
            return f'<p class="lead">{_words(words)}</p>' if lead else f"<p>{_words(words)}</p>"
        case Listing(items, numbered):
            return _listing(items, "ol" if numbered else "ul")
        case Table():
            return _table(block)
        case Figure():
            caption = f"<figcaption>{xml_text(block.caption)}</figcaption>" if block.caption else ""
            high = f' style="--tallest:{block.tallest}mm"' if block.tallest else ""
            return f"<figure{high}>{_own_ids(block.svg, number)}{caption}</figure>"
        case Blank(label, lines):
            return f'<div class="blank"><strong>{xml_text(label)}</strong>{"<i></i>" * lines}</div>'
        case NewPage():
            return '<div class="new-page"></div>'


def _words(words: Said) -> str:
    return "".join([_run(run.text, run.style, run.to) for run in words])


def _run(text: str, style: Style, to: str | None) -> str:
    inner = xml_text(text)
    if target := link_target(to) if to else None:
        inner = f'<a href="{xml_attribute(target)}" rel="noopener noreferrer">{inner}</a>'
    tag = _TAGS[style]
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def _listing(items: tuple[Item, ...], tag: str) -> str:
    rows = [f"<li>{_words(item.said)}{_listing(item.under, 'ul') if item.under else ''}</li>" for item in items]
    return f"<{tag}>{''.join(rows)}</{tag}>"


def _table(table: Table) -> str:
    """Write a table that may be scrolled sideways, also with the keyboard."""
    columns = "".join([f'<col style="width:{_share(width, table.widths)}%">' for width in table.widths])
    head = "".join([f'<th scope="col">{xml_text(name) or "&#160;"}</th>' for name in table.head])
    rows = "".join([_row(row) for row in table.rows])
    label = xml_attribute(table.name or ", ".join(table.head))
    look = " ".join(["wide", *["broad"] * _is_broad(table), *["by-hand"] * is_by_hand(table)])
    return (
        f'<div class="{look}" role="region" tabindex="0" aria-label="{label}"><table>'
        f"{f'<colgroup>{columns}</colgroup>' if columns else ''}"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _is_broad(table: Table) -> bool:
    return len(table.head) > _MOST_UPRIGHT


def _row(row: tuple[Cell, ...]) -> str:
    """Write a row; its first cell says what it is about."""
    first, *rest = [_words(cell.said) for cell in row]
    return f'<tr><th scope="row">{first}</th>{"".join([f"<td>{each}</td>" for each in rest])}</tr>'


def _share(width: int, widths: tuple[int, ...]) -> int:
    return round(100 * width / sum(widths))


def _own_ids(svg: str, number: int) -> str:
    """Let the names inside a picture be its own: pictures are drawn with the prefix ``toc``."""
    return _TAG.sub(lambda tag: _NAMED.sub(rf"\1toc{number}-", tag[0]), svg)
