"""A document as data: what stands on the page, and nothing about how Word, HTML or Markdown write it.

Reports are functions that give a document; each format has one writer for all documents (`WRITERS`). All texts here
are words as people typed or read them, never markup: each writer escapes them in its own way, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Style(StrEnum):
    """How words stand out; a writer may show it in any way but colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


class Run(NamedTuple):
    """Words of one style; ``to`` is an address they lead to, which writers follow only where that is safe."""

    text: str
    style: Style = Style.PLAIN
    to: str | None = None


Said = tuple[Run, ...]
"""Words of several styles in a row, without anything between them."""


class Heading(NamedTuple):
    """A heading inside the document; ``level`` is 1 for a chapter and 2 for a part of it."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Words that belong together; a ``lead`` opens the document and is set larger."""

    said: Said
    lead: bool = False


class Item(NamedTuple):
    """One entry of a list, with a list below it where there is one."""

    said: Said
    under: tuple[Item, ...] = ()


class Listing(NamedTuple):
    """A list, numbered or not."""

    items: tuple[Item, ...]
    numbered: bool = False


class Cell(NamedTuple):
    """What stands in a cell. ``value`` is the number or date that it says, for formats that calculate with it."""

    said: Said = ()
    value: float | date | None = None


class Table(NamedTuple):
    """A table. ``head`` names the columns; every row has as many cells. The first column says what the row is about.

    ``widths`` are shares of the page, one for each column, and equal without them. ``name`` is what a sheet of a
    workbook is called.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A picture: its SVG, and what it says to whoever cannot see it. ``name`` is what its file is called.

    ``tallest`` is how high it may be on paper, in millimetres, so that something else has room; 0 is as high as a page.
    """

    svg: str
    alt: str
    name: str = "picture"
    caption: str = ""
    tallest: int = 0


class Blank(NamedTuple):
    """Room to write by hand: what belongs there, and how many lines."""

    label: str
    lines: int = 2


class NewPage(NamedTuple):
    """What follows begins on a new page, where the format has pages."""


Block = Heading | Paragraph | Listing | Table | Figure | Blank | NewPage


class Event(NamedTuple):
    """A day in a calendar, known by ``key`` when it is sent again."""

    key: str
    day: date
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document. ``language`` and ``direction`` are those of its words; ``events`` are for calendars.

    ``one_page`` is for what is meant to be one page of paper: it is printed smaller. ``day`` is the last one that it
    tells about.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    language: str | None = None
    direction: str = "ltr"
    events: tuple[Event, ...] = ()
    one_page: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A written document, and the files that must lie beside it, by name."""

    content: str | bytes
    beside: tuple[tuple[str, str | bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: the ending of its files, where its function ``(document, stem) -> Made`` is, and what it is.

    ``stem`` is what the file is called, without its ending, for the names of files beside it.
    """

    name: str
    home: str
    about: str
    is_binary: bool = False


WRITERS = (
    Writer("md", "toc.renderers.document.markdown:write", "Markdown, with its pictures beside it"),
    Writer("html", "toc.renderers.document.html:write", "one page for a browser, with everything in it"),
    Writer("docx", "toc.renderers.document.word:write", "Word", is_binary=True),
    Writer("pptx", "toc.renderers.document.slides:write", "PowerPoint, a slide for each heading", is_binary=True),
    Writer("xlsx", "toc.renderers.document.excel:write", "Excel, a sheet for each table", is_binary=True),
    Writer("ics", "toc.renderers.document.calendar:write", "a calendar file with the days of the document"),
)
"""All formats of documents, in the order of the help."""


def said(text: str, style: Style = Style.PLAIN, to: str | None = None) -> Said:
    """Make words of one style; nothing of nothing."""
    return (Run(text, style, to),) if text else ()


def cell(text: str, value: float | date | None = None) -> Cell:
    """Make a cell of plain words."""
    return Cell(said(text), value)


def is_by_hand(table: Table) -> bool:
    """Say whether a table is there to be filled in by hand: only the first cells of its rows say something."""
    return len(table.head) > 1 and not any(cell.said for row in table.rows for cell in row[1:])


def plain(words: Said) -> str:
    """Give words without their styles."""
    return "".join([run.text for run in words])
