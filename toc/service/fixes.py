"""From what a fix says to the edits that do it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.build.nesting import ABOUT_A_STEP, ABOUT_AN_ELEMENT
from toc.characters import normal, stray_characters
from toc.findings import Edit
from toc.lines import SPACES, Shape
from toc.model import ARROWS, LinkKind
from toc.source import NOWHERE
from toc.vocabulary import KINDS, NESTED_WORDS, repeats

from .names import occurrences
from .placing import at_margin, at_top, below, taken_out, turned
from .text import bare_at, read_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.findings import Finding, Fix
    from toc.load import Loaded
    from toc.model import Element, Theory
    from toc.source import Source, Span

_DETAIL = re.compile(rf"([\w-]+)(?:[{SPACES}]+([^:]+))?:")
_MAY_STAND_UNDER_THE_TITLE = ABOUT_A_STEP | ABOUT_AN_ELEMENT


def edits_of(fix: Fix, finding: Finding, loaded: Loaded, sources: Mapping[str, Source]) -> tuple[Edit, ...]:
    """Give the edits that a fix stands for; empty where only people can carry it out."""
    if fix.below == NOWHERE or (fix.instead and fix.instead.file not in sources):
        return ()
    if fix.instead:
        return _instead(fix, fix.instead, sources)
    if finding.rule == "unknown-name" and fix.edits:
        return tuple(_everywhere(fix.edits[0], loaded, sources))
    edits = list(fix.edits)
    if fix.margin:
        if not _declares(fix.margin):
            return ()
        edits.append(at_margin(sources[finding.span.file], finding.span.start, fix.margin))
    elif fix.paste:
        edits += _pasted(fix, finding, loaded, sources)
    return tuple(edits)


def _everywhere(edit: Edit, loaded: Loaded, sources: Mapping[str, Source]) -> Iterator[Edit]:
    """A name that nobody declared is told once, and mended wherever it is used."""
    span = edit.span
    key = normal(sources[span.file].text[span.start : span.end])
    for _, _, name in occurrences(loaded, key):
        if not name.perhaps:
            yield Edit(name.span, edit.text)


def _declares(line: str) -> bool:
    """Say whether a line declares something; not every word that is used as a name can be one."""
    read = read_line(bare_at(line, 0))
    return (
        read is not None and read.shape is Shape.ELEMENT and not any(stray_characters(one.text) for one in read.names)
    )


def _pasted(fix: Fix, finding: Finding, loaded: Loaded, sources: Mapping[str, Source]) -> tuple[Edit, ...]:
    element = loaded.theory.get(finding.element) if finding.element else None
    where = fix.below or (element.span if element else None)
    paste = fix.paste
    if where is None:
        return (_about_the_whole(paste, loaded, sources[finding.span.file]),)
    if where.file not in sources or (element and _is_a_loop(loaded.theory, element.id, paste)):
        return ()
    written = _written(element, paste) if element and where == element.span else None
    if written:
        return (Edit(written, paste),)
    return (below(sources[where.file], where.start, paste),)


def _is_a_loop(theory: Theory, start: str, paste: str) -> bool:
    """Say whether a pasted ``->`` would only join a ``~>`` between the same two, which stays one."""
    sign, _, end = paste.partition(" ")
    if sign != ARROWS[LinkKind.LEADS_TO]:
        return False
    return any(
        link.kind is LinkKind.FEEDS_BACK and link.source == start and link.target == end for link in theory.links
    )


def _about_the_whole(paste: str, loaded: Loaded, main: Source) -> Edit:
    """What is about all of it stands below the title, or at the margin where it cannot stand there."""
    title = loaded.theory.span
    has_title = title != NOWHERE and title.file == main.name
    kind = paste.split(":", maxsplit=1)[0].split(maxsplit=1)[0]
    if NESTED_WORDS.get(kind, kind) in KINDS and kind not in _MAY_STAND_UNDER_THE_TITLE:
        return at_margin(main, title.start, paste) if has_title else at_top(main, paste)
    return below(main, title.start, paste) if has_title else at_top(main, f"theory:\n  {paste}")


def _written(element: Element, paste: str) -> Span | None:
    """Find the detail that a pasted one would contradict: of most keys there can be one only."""
    found = _DETAIL.match(paste)
    if found is None or repeats(found[1]) or "\n" in paste:
        return None
    return next((one.span for one in element.details if one.key == found[1] and one.span != NOWHERE), None)


def _instead(fix: Fix, gone: Span, sources: Mapping[str, Source]) -> tuple[Edit, ...]:
    """Take out a line and, where the fix says so, write another one in its place."""
    source = sources[gone.file]
    line = read_line(bare_at(source.text, gone.start))
    if line is None:
        return ()
    if line.shape is Shape.PROPERTY and fix.paste:
        return (Edit(gone, fix.paste),)
    if line.shape is Shape.ARROW and fix.paste:
        host = fix.below.start if fix.below and fix.below.file == gone.file else None
        return turned(source, gone.start, fix.paste, host)
    if line.shape not in (Shape.PROPERTY, Shape.ARROW, Shape.NOTE) or len(line.names) > 1:
        return ()
    out = taken_out(source, gone.start)
    if out is None or not fix.paste:
        return (out,) if out else ()
    if fix.below is None or fix.below.file not in sources:
        return ()
    return (out, below(sources[fix.below.file], fix.below.start, fix.paste))
