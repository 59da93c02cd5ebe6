"""Lines of words that were probably meant as a statement: `by` with a full name, an arrow that names both its ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Edit, Finding, Fix
from toc.source import NOWHERE, Span
from toc.vocabulary import KINDS
from toc.writing import arrow_sign

from .names import made_id, shortened, span_of
from .nesting import a_kind

if TYPE_CHECKING:
    from .draft import Row
    from .names import Names

_ONE_LINE_ARROW = r"([\w-]+)\s*(-->|->|–>|—>|=>|→|~>|-\||<-|←)\s*([\w-]+)\s*(?:[:：]\s*(.*))?$"
_BY = r"(?i)by\s+([^:：]+)"
_THEORY = r"(?im)^[ \t]*theory\b"
_FIRST_WORD = r"[^\W\d][\w-]*"


def explain_note(row: Row, above: Row | None, names: Names) -> Finding:
    """Say what a line of words was probably meant to be, or that it is parked; ``above`` is what it stands under."""
    text = row.line.word.text
    return (
        _by_alone(row, above)
        or _by_full_name(row, above, names)
        or _arrow_on_one_line(row, names)
        or _key_without_colon(row, above)
        or _title(row)
        or Finding("parked-note", f"Parked: ‘{shortened(text)}’ is no statement yet.", span_of(row))
    )


def _title(row: Row) -> Finding | None:
    """Words at the very top of a text that has no title."""
    text, start = row.source.text, row.line.start
    if not row.root or text[:start].strip() or re.search(_THEORY, text):
        return None
    says = (
        f"Parked: ‘{shortened(row.line.word.text)}’ is no statement yet. If it is the title, write ‘theory:’ before it."
    )
    fix = Fix("Make it the title", (Edit(Span(row.file, start, start), "theory: "),))
    return Finding("parked-note", says, span_of(row), fixes=(fix,))


def _by_alone(row: Row, above: Row | None) -> Finding | None:
    element = above.inside.element if above else None
    if element is None or row.line.word.text.casefold() != "by":
        return None
    says = "‘by’ has no partner behind it yet; write the short name of one."
    return Finding("unfinished-line", says, span_of(row), element=element.id, settles=(element.id,))


def _by_full_name(row: Row, above: Row | None, names: Names) -> Finding | None:
    """A partner's full name after `by`, or its id without the colon behind it."""
    match = re.match(_BY, row.line.word.text)
    if not match:
        return None
    settled = (above.inside.element.id,) if above and above.inside.element else ()
    said = match[1].strip()
    start = row.line.start + match.start(1)
    partner = names.by_text.get(said.casefold())
    if partner and partner.kind == "partner":
        says = f"‘by’ takes the short name of the partner: ‘by {partner.id}’."
        fix = Fix(f"Write ‘{partner.id}’", (Edit(Span(row.file, start, start + len(said)), partner.id),))
        return Finding("partner-by-name", says, span_of(row), fixes=(fix,), settles=(partner.id, *settled))
    word = said.split()[0]
    partner = names.find(word)
    if partner and partner.kind == "partner":
        says = f"A colon is missing after ‘by {word}’."
        fix = Fix("Put it there", (Edit(Span(row.file, start + len(word), start + len(word)), ":"),))
        return Finding("missing-colon", says, span_of(row), fixes=(fix,), settles=(partner.id, *settled))
    if settled and _is_called(said, has_more=match.end() < len(row.line.word.text)):
        return _new_partner(row, Span(row.file, start, start + len(said)), said, names, settled)
    return None


def _is_called(said: str, *, has_more: bool) -> bool:
    """Say whether words after `by` look like what somebody is called: ‘by Old Mill’, but not ‘by Friday we know’."""
    capital = [word[:1] != word[:1].lower() for word in said.split()]
    if has_more:
        return any(capital) or said == said.upper()  # the second where a script has no capitals
    return capital[0] and capital[-1]


def _new_partner(row: Row, span: Span, said: str, names: Names, settled: tuple[str, ...]) -> Finding:
    name = made_id(said)
    fixes: tuple[Fix, ...] = ()
    if name and names.find(name) is None:
        declared = f"partner {name}: {said}"
        fix = f"Write ‘by {name}’ here, and make a partner of ‘{said}’"
        fixes = (Fix(fix, (Edit(span, name),), paste=declared, margin=declared),)
    says = f"‘by’ takes the short name of a partner, one word, and ‘{shortened(said)}’ has none yet."
    return Finding("partner-by-name", says, span_of(row), fixes=fixes, settles=settled)


def _arrow_on_one_line(row: Row, names: Names) -> Finding | None:
    match = re.match(_ONE_LINE_ARROW, row.line.word.text)
    if not match or not (names.find(match[1]) or names.find(match[3])):
        return None
    start, sign, end, reason = match.groups()
    arrow = f"{arrow_sign(sign)} {end}"
    says = f"An arrow stands on a line of its own, indented below ‘{start}’: ‘{arrow}’."
    above = names.find(start)
    below = above.span if above else NOWHERE
    paste = f"{arrow}: {reason}" if reason else arrow
    fix = Fix(f"Write it below ‘{start}’", paste=paste, below=below, instead=span_of(row))
    return Finding("misplaced-line", says, span_of(row), fixes=(fix,), settles=(start, end))


def _key_without_colon(row: Row, above: Row | None) -> Finding | None:
    element = above.inside.element if above else None
    first = re.match(_FIRST_WORD, row.line.word.text)
    if element is None or first is None or KINDS[element.kind].key(first[0].casefold()) is None:
        return None
    end = row.line.start + first.end()
    says = f"A colon is missing after ‘{first[0]}’, a detail of {a_kind(element.kind)}."
    fix = Fix("Put it there", (Edit(Span(row.file, end, end), ":"),))
    return Finding("missing-colon", says, span_of(row), element=element.id, fixes=(fix,))
