"""Lines that are no statement: parked word for word, and explained where they were meant as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Edit, Finding, Fix
from toc.lines import Shape
from toc.misread import misread
from toc.model import Note
from toc.source import Span
from toc.vocabulary import SYNONYMS
from toc.writing import written

from .names import kind_of, span_of
from .nesting import a_kind, place_above
from .prose import explain_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .draft import Draft, Row
    from .names import Names

_CANONICAL = frozenset({Shape.PROPERTY, Shape.MENTION, Shape.ELEMENT})
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def park(row: Row, draft: Draft, names: Names, rows_by_start: Mapping[tuple[str, int], Row]) -> None:
    """Keep a line as a note, and say what it was probably meant to be."""
    line = row.line
    if line.shape is Shape.CONFLICT:
        _park_conflict(row, draft)
        finding: Finding | None = _explain_conflict(row)
    else:
        draft.notes.append((row.number, Note(_kept(row), span_of(row))))
        if line.shape is Shape.NOTE:
            above = rows_by_start.get((row.file, line.under)) if line.under is not None else None
            finding = explain_note(row, above, names)
        else:
            finding = _EXPLAIN[line.shape](row, draft, names)
    if finding:
        draft.findings.append(finding)


def _kept(row: Row) -> str:
    """Give the words of a line: as typed, or as `toc fmt` writes them where it will."""
    line = row.line
    own = written(line)[0] if line.shape in _CANONICAL else row.source.text[line.start : line.end].rstrip()
    return "\n".join([own, *[word.text for word in line.more]])


def _settled(row: Row, draft: Draft) -> tuple[str, ...]:
    """Give the ids whose gaps follow from this line: its own names, what stands below, and what it stands under."""
    above = place_above(row)
    ids = [word.text for word in row.line.names] + draft.below.get(row.number, [])
    if above.element:
        ids.append(above.element.id)
    if above.causal:
        ids.append(above.causal)
    return tuple(dict.fromkeys(ids))


def _at(row: Row, start: int, end: int) -> Span:
    return Span(row.file, start, end)


def _unfinished(row: Row, draft: Draft, _: Names) -> Finding:
    line, kind = row.line, kind_of(row)
    settled = _settled(row, draft)
    after_kind = _at(row, line.word.end, line.word.end)
    if line.text is None and not line.names:
        fix = Fix("Write a colon and its words", (Edit(after_kind, ":"),))
        return Finding("unfinished-line", f"This {kind} has no words yet.", span_of(row), fixes=(fix,), settles=settled)
    says = f"A colon is missing: write ‘{line.word.text}: …’, or ‘{line.word.text} NAME: …’ with a short name."
    fixes = [Fix(f"Put a colon after ‘{line.word.text}’", (Edit(after_kind, ":"),))]
    if line.names:
        name = line.names[0]
        fixes.append(Fix(f"Make ‘{name.text}’ its name", (Edit(_at(row, name.end, name.end), ":"),)))
    return Finding("missing-colon", says, span_of(row), fixes=tuple(fixes), settles=settled)


def _no_words(row: Row, draft: Draft, _: Names) -> Finding | None:
    if row.line.names or row.line.said:
        return None  # beyond the limit of statements, which was said once
    says = f"This {kind_of(row)} has neither a name nor words yet."
    return Finding("no-words", says, span_of(row), settles=_settled(row, draft))


def _misspelt(row: Row, draft: Draft, _: Names) -> Finding:
    word = row.line.word
    found = misread(row.source.text[row.line.start : row.line.end], under_something=True)
    meant = found.meant if found and found.meant else "outcome"
    span = _at(row, word.start, word.end)
    says = f"‘{word.text}’ is no word of the language. Did you mean ‘{meant}’?"
    if not row.line.names and not row.line.said and word.text.casefold().startswith(meant):
        says = f"‘{word.text}’ is no word of the language. Each {meant} has a line of its own: ‘{meant} NAME: …’."
    fix = Fix(f"Write ‘{meant}’", (Edit(span, meant),))
    return Finding("unknown-kind", says, span, fixes=(fix,), settles=_settled(row, draft))


def _bullet(row: Row, draft: Draft, _: Names) -> Finding:
    word = row.line.word
    rest = row.source.text[word.end : row.line.end].lstrip()
    fix = Fix("Take the bullet out", (Edit(_at(row, word.start, row.line.end - len(rest)), ""),))
    says = f"A statement starts with its own word; take the ‘{word.text}’ before it out."
    return Finding("misplaced-line", says, span_of(row), fixes=(fix,), settles=_settled(row, draft))


def _arrow(row: Row, draft: Draft, names: Names) -> Finding | None:
    """An arrow without an id, or one that stands below nothing it could start from."""
    line = row.line
    settled = _settled(row, draft)
    if line.shape is Shape.ARROW:
        if _below_broken(row):
            return None
        says = "An arrow belongs below the note it starts from; indent it there."
        return Finding("misplaced-line", says, span_of(row), settles=settled)
    said = row.source.text[line.word.end : line.end].strip()
    if not said:
        says = f"This arrow leads nowhere yet; write a name after ‘{line.word.text}’."
        return Finding("unfinished-line", says, span_of(row), settles=settled)
    place = line.end - len(row.source.text[line.word.end : line.end].lstrip())
    meant = names.by_text.get(said.casefold())
    known = meant.id if meant else names.suggest(said)
    fixes = (Fix(f"Write ‘{known}’", (Edit(_at(row, place, line.end), known),)),) if known else ()
    says = f"An arrow leads to a short name, one word, not to ‘{said}’."
    settled += (known,) if known else ()
    return Finding("unfinished-line", says, _at(row, place, line.end), fixes=fixes, settles=settled)


def _contribution(row: Row, draft: Draft, _: Names) -> Finding | None:
    if row.line.shape is Shape.CONTRIBUTION:
        if _below_broken(row):
            return None
        says = "‘by’ belongs below the note that the partner contributes to; indent it there."
        settled = tuple([word.text for word in row.line.names])
        return Finding("misplaced-line", says, span_of(row), settles=settled)
    says = "‘by’ takes the short name of a partner, one word: ‘by PARTNER: what it brings’."
    return Finding("unfinished-line", says, span_of(row), settles=_settled(row, draft))


def _detail(row: Row, _: Draft, __: Names) -> Finding | None:
    if _below_broken(row) or row.line.shape is Shape.UNKNOWN_KEY:
        return None
    word = row.line.word
    meant = SYNONYMS.get(word.text.casefold())
    if meant:
        fix = Fix(f"Write ‘{meant}’", (Edit(_at(row, word.start, word.end), meant),))
        says = f"‘{word.text}’ stands for {a_kind(meant)} here: write ‘{meant}: …’."
        return Finding("unknown-kind", says, _at(row, word.start, word.end), fixes=(fix,))
    says = f"‘{row.line.word.text}’ is a detail of something; indent it below what it is about."
    return Finding("misplaced-line", says, span_of(row))


def _mention(row: Row, draft: Draft, _: Names) -> Finding:
    """`risk assessment`: no risk has that name, so it was probably meant as words."""
    kind, word = kind_of(row), row.line.names[0]
    says = f"There is no {kind} called ‘{word.text}’ yet. Is it a new one? Then a colon is missing."
    place = row.line.word.end
    fix = Fix(f"Put a colon after ‘{row.line.word.text}’", (Edit(_at(row, place, place), ":"),))
    return Finding("missing-colon", says, span_of(row), fixes=(fix,), settles=_settled(row, draft))


def _marker(row: Row, _: Draft, __: Names) -> Finding:
    says = "Git left a conflict mark here, and its other half is missing; delete this line."
    return Finding("conflict-marker", says, span_of(row), fixes=(Fix("Delete it", (Edit(span_of(row), ""),)),))


def _explain_conflict(row: Row) -> Finding:
    says = (
        "Git could not join two versions here: choose between the lines above and below ‘=======’, "
        "then delete the three marked lines. Until then both wordings are parked."
    )
    line_end = row.source.text.find("\n", row.line.start)
    return Finding("conflict-marker", says, _at(row, row.line.start, line_end), settles=_conflict_names(row))


def _conflict_names(row: Row) -> tuple[str, ...]:
    above = place_above(row)
    ids = [word.text for word in row.line.names] + ([above.element.id] if above.element else [])
    return tuple(dict.fromkeys(ids))


def _park_conflict(row: Row, draft: Draft) -> None:
    """Keep both wordings as notes."""
    place = row.line.start
    for text in row.line.word.text.split("\n"):
        if text.strip() and not text.startswith(_MARKS):
            start = place + len(text) - len(text.lstrip())
            note = Note(text.strip(), _at(row, start, place + len(text.rstrip())))
            draft.notes.append((row.number, note))
        place += len(text) + 1


def _below_broken(row: Row) -> bool:
    return place_above(row).host in ("broken", "stub")


_EXPLAIN = {
    Shape.UNFINISHED: _unfinished,
    Shape.ELEMENT: _no_words,
    Shape.MISSPELT: _misspelt,
    Shape.BULLET: _bullet,
    Shape.ARROW: _arrow,
    Shape.UNFINISHED_ARROW: _arrow,
    Shape.CONTRIBUTION: _contribution,
    Shape.UNFINISHED_CONTRIBUTION: _contribution,
    Shape.PROPERTY: _detail,
    Shape.UNKNOWN_KEY: _detail,
    Shape.MENTION: _mention,
    Shape.MARKER: _marker,
}
