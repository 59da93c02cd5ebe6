"""Fixes that need the lines around a problem: those that the reader and the rules cannot give by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.build.names import made_id
from toc.findings import Edit
from toc.lines import NAMING, SPACES, Shape
from toc.model import CAUSAL_KINDS
from toc.rules.phrases import a_kind
from toc.source import Span
from toc.vocabulary import Takes

from .offers import STARTS
from .placing import FAR_IN, at_margin, taken_out
from .standing import kind_below, standing
from .text import ARROWS, bare_at, block_below, lines_above, next_statement, read_line, step_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toc.findings import Finding
    from toc.lines import Line
    from toc.load import Loaded
    from toc.source import Source

    from .text import Bare

Labelled = tuple[str, tuple[Edit, ...]]
"""What a fix does, in words, and how."""

HELD = CAUSAL_KINDS | {"assumption", "disagreement", "indicator", "action"}
"""The kinds that a partner can contribute to, or have a view on."""

_CONFLICT = re.compile(
    r"<{7}[^\n]*\n(?P<ours>(?:[^\n]*\n)*?)(?:\|{7}[^\n]*\n(?:[^\n]*\n)*?)?={7}\n(?P<theirs>(?:[^\n]*\n)*?)>{7}[^\n]*(?:\n|$)"
)
_WORDS_FOR_A_NAME = re.compile(
    rf"(?i)(by(?=[{SPACES}])|{ARROWS})[{SPACES}]*([^\W_][^:：,，،]*[^:：,，،{SPACES}])[{SPACES}]*(?:[:：].*)?$"
)
_BY = re.compile(rf"(?i)by[{SPACES}]")
_BY_COLON = re.compile(rf"(?i)by[{SPACES}]*[:：][{SPACES}]*")
_QUESTION_MARKS = "?？؟;"


def more_fixes(finding: Finding, source: Source, loaded: Loaded) -> Iterator[Labelled]:
    """Give further fixes for a finding that has none which could be applied, out of the lines around it."""
    found = _MORE.get(finding.rule)
    if found:
        yield from found(finding, source, loaded)


def _indent_it(finding: Finding, source: Source, _: Loaded) -> Iterator[Labelled]:
    """What stands below nothing goes below the nearest line above that it can be indented to and that can take it."""
    line = bare_at(source.text, finding.span.start)
    read = read_line(line)
    if read is None or finding.fixes:
        return
    for above, host in _open_above(source.text, line):
        if _takes(host, read):
            indent = above.indent + step_of(source.text)
            whole = [line, *[one for one in block_below(source.text, line) if one.words]]
            edits = [Edit(Span(source.name, one.start, one.start + len(line.indent)), indent) for one in whole]
            yield f"Indent it below ‘{host.names[0].text if host.names else host.said}’", tuple(edits)
            return


def _open_above(text: str, line: Bare) -> Iterator[tuple[Bare, Line]]:
    """Give the lines above that a line can be indented to, from the nearest out."""
    column = FAR_IN
    for above in lines_above(text, line):
        host = read_line(above) if above.column < column and above.counts else None
        if host:
            yield above, host
            column = above.column
        if not column:
            return


def _takes(host: Line, line: Line) -> bool:
    kind = kind_below(host) if host.shape in NAMING and (host.names or host.said) else None
    if kind is None:
        return False
    if line.shape is Shape.PROPERTY:
        return kind.key(line.word.text.casefold()) is not None
    return kind.name in (STARTS if line.shape in (Shape.ARROW, Shape.UNFINISHED_ARROW) else HELD)


def _name_it(finding: Finding, source: Source, loaded: Loaded) -> Iterator[Labelled]:
    """Words where a name belongs: make an outcome of them, or a partner, and write its name here."""
    line = bare_at(source.text, finding.span.start)
    found = _WORDS_FOR_A_NAME.match(line.words)
    name = made_id(found[2]) if found else ""
    if not found or not name or name in loaded.theory.by_id or name in loaded.theory.undeclared:
        return
    if standing(source.text, line).host is None:
        return
    kind = "partner" if found[1].casefold() == "by" else "outcome"
    here = Span(source.name, line.at + found.start(2), line.at + found.end(2))
    declared = at_margin(source, line.start, f"{kind} {name}: {found[2]}")
    yield f"Make {a_kind(kind)} of ‘{found[2]}’", (Edit(here, name), declared)


def _without_colon(finding: Finding, source: Source, _: Loaded) -> Iterator[Labelled]:
    """``by: council`` is a contribution with one sign too many."""
    line = bare_at(source.text, finding.span.start)
    found = _BY_COLON.match(line.words)
    meant = read_line(bare_at(f"by {line.words[found.end() :]}", 0)) if found else None
    if found and meant and meant.shape is Shape.CONTRIBUTION:
        yield "Take the colon out", (Edit(Span(source.name, line.at, line.at + found.end()), "by "),)


def _step_between(finding: Finding, source: Source, loaded: Loaded) -> Iterator[Labelled]:
    """What stands right below a goal goes one step further in, below a new outcome."""
    line = bare_at(source.text, finding.span.start)
    read = read_line(line)
    if read is None or read.shape not in (Shape.ELEMENT, Shape.MENTION) or _is_named_elsewhere(loaded, finding.element):
        return
    new = Edit(Span(source.name, line.at, line.at), f"outcome: Who does what differently\n{line.indent}")
    step = step_of(source.text)
    whole = [line, *[one for one in block_below(source.text, line) if one.words]]
    yield (
        "Write an outcome between the two",
        (new, *[Edit(Span(source.name, one.at, one.at), step) for one in whole]),
    )


def _is_named_elsewhere(loaded: Loaded, name: str | None) -> bool:
    """Say whether something stands in more than one place, so that moving it in one of them may not do."""
    if sum([source.text.count(name or "") for source in loaded.sources]) <= 1:
        return False
    pattern = rf"(?<![\w-]){re.escape(name or '')}(?![\w-])"
    return sum([len(re.findall(pattern, source.text)) for source in loaded.sources]) > 1


def _take_out(finding: Finding, source: Source, _: Loaded) -> Iterator[Labelled]:
    read = read_line(bare_at(source.text, finding.span.start))
    gone = taken_out(source, finding.span.start) if read and read.shape is Shape.PROPERTY else None
    if gone:
        yield "Take this one out", (gone,)


def _choose(finding: Finding, source: Source, _: Loaded) -> Iterator[Labelled]:
    """Offer the words that a key takes."""
    line = bare_at(source.text, finding.span.start)
    read = read_line(line)
    if finding.fixes:
        return
    key = standing(source.text, line).kind.key(read.word.text.casefold()) if read else None
    for choice in key.choices if key and key.takes is Takes.CHOICE else ():
        yield f"Write ‘{choice}’", (Edit(finding.span, choice),)


def _make_a_statement(finding: Finding, source: Source, loaded: Loaded) -> Iterator[Labelled]:
    """A note becomes an outcome or a question, where that does not take anything from the line above it."""
    line = bare_at(source.text, finding.span.start)
    if _BY.match(line.words):
        yield from _name_it(finding, source, loaded)
    elif not line.is_note:
        return
    if _holds_more(source.text, line):
        return
    here = Span(source.name, line.at, line.at)
    question = "Make a question of it", (Edit(here, "question: "),)
    outcome = "Make an outcome of it", (Edit(here, "outcome: "),)
    yield from (question, outcome) if line.words.endswith(tuple(_QUESTION_MARKS)) else (outcome, question)


def _holds_more(text: str, line: Bare) -> bool:
    behind = bare_at(text, line.end + 1)
    if line.end < len(text) and behind.goes_on:
        return True
    below = next_statement(text, line.end)
    return below is not None and below.column > line.column


def _keep_one(finding: Finding, source: Source, _: Loaded) -> Iterator[Labelled]:
    """Of two versions that git left behind, keep one."""
    found = _CONFLICT.match(source.text, finding.span.start)
    if found is None:
        return
    for name, label in (("ours", "Keep the upper wording"), ("theirs", "Keep the lower wording")):
        start, end = found.span(name)
        edits = (Span(source.name, found.start(), start), Span(source.name, end, found.end()))
        yield label, tuple([Edit(span, "") for span in edits])


_MORE: dict[str, Callable[[Finding, Source, Loaded], Iterator[Labelled]]] = {
    "misplaced-line": _indent_it,
    "missing-middle": _step_between,
    "unfinished-line": _name_it,
    "unknown-key": _without_colon,
    "repeated-detail": _take_out,
    "unknown-value": _choose,
    "parked-note": _make_a_statement,
    "conflict-marker": _keep_one,
}
