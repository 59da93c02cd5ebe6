"""From line trees to a theory: the only place where names meet.

The steps, in order: every line of every file in one reading order (`rows`), every id given or made (`names`), every
line placed and read (`nesting`, `statements`,
`details`), what is no statement parked and explained (`leftovers`), and the
whole frozen (`finish`). Nothing raises on what people typed; what is odd becomes a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.findings import Finding
from toc.lines import Shape
from toc.misread import misread
from toc.model import Note

from .details import detail, unknown_detail
from .draft import Draft, Place, Row
from .finish import finish
from .leftovers import park
from .names import Names, shortened, span_of
from .nesting import broken, nest_element, nest_mention, place_above
from .rows import rows_of
from .statements import contribute, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.lines import Line
    from toc.model import Theory
    from toc.source import Source


class Part(NamedTuple):
    """A run of margin lines of one source, in the reading order of the whole; ``root`` marks the main file."""

    source: Source
    lines: tuple[Line, ...]
    root: bool = True


def build(parts: Sequence[Part], *, partial: bool = False) -> tuple[Theory, list[Finding]]:
    """Build the theory that these lines say. ``partial`` tells that an included file could not be read."""
    draft = Draft()
    names = Names(draft, partial=partial)
    rows = rows_of(parts)
    names.declare(rows)
    for row in rows:
        _read(row, draft, names)
    rows_by_start = {(row.file, row.line.start): row for row in rows} if draft.unread else {}
    for row in draft.unread:
        park(row, draft, names, rows_by_start)
    return finish(draft), draft.findings


def _read(row: Row, draft: Draft, names: Names) -> None:
    shape = row.line.shape
    if shape is Shape.PROPERTY:
        detail(row, draft, names)
    elif shape is Shape.ELEMENT:
        _read_element(row, draft)
    elif shape is Shape.CONTRIBUTION:
        contribute(row, draft, names)
    elif shape is Shape.ARROW:
        draw(row, draft, names)
    elif shape is Shape.MENTION:
        nest_mention(row, draft, names)
    elif shape is Shape.COMMENT:
        draft.comments.append(Note(row.line.word.text, span_of(row)))
    elif shape is Shape.UNKNOWN_KEY:
        found = misread(row.source.text[row.line.start : row.line.end], under_something=True)
        unknown_detail(row, draft, found.meant if found else None)
    else:
        row.inside = broken(row)
        draft.unread.append(row)


def _read_element(row: Row, draft: Draft) -> None:
    if row.line.word.text.casefold() == "theory":
        _read_title(row, draft)
    elif row.element is None:
        row.inside = broken(row)
        draft.unread.append(row)
    else:
        nest_element(row, draft)


def _read_title(row: Row, draft: Draft) -> None:
    """Only the main file's title counts; an included file may have one so that it can be checked alone."""
    row.inside = Place("theory", pathways=place_above(row).pathways)
    if not row.root:
        return
    text = row.line.said
    if draft.titled is None:
        draft.title, draft.titled = text, span_of(row)
    elif text != draft.title:
        says = f"The title is given twice; ‘{shortened(draft.title)}’ counts."
        draft.findings.append(Finding("repeated-detail", says, span_of(row)))
