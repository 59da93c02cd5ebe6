"""Arrows and contributions: what a line adds to the element it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding
from toc.model import CAUSAL_KINDS, Detail, LinkKind
from toc.source import Span

from .draft import ArrowDraft, ContributionDraft, Draft, Place, Row
from .names import Names, span_of
from .nesting import a_kind, arrow, place_above

if TYPE_CHECKING:
    from toc.lines import Word

_KIND_OF = {"~>": LinkKind.FEEDS_BACK, "-|": LinkKind.WORKS_AGAINST}
BACKWARDS = frozenset({"<-", "<--", "←"})
_STARTS = CAUSAL_KINDS | {"barrier", "pathway", "aim", "stakeholder"}
_ENDS = CAUSAL_KINDS | {"barrier", "pathway"}


def draw(row: Row, draft: Draft, names: Names) -> None:
    """Read an arrow line: the element above leads to those, or needs them."""
    above = place_above(row)
    above = above.outer if above.host == "arrow" and above.outer else above
    start = above.element.id if above.element else above.name
    if start is None:
        draft.unread.append(row)
        row.inside = Place("broken", row=row.number)
        return
    sign, said = row.line.word.text, row.line.said
    kind = _KIND_OF.get(sign, LinkKind.LEADS_TO)
    span = span_of(row)
    drawn = []
    for word in row.line.names:
        end = names.use(word, row.file)
        source, target = (end, start) if sign in BACKWARDS else (start, end)
        drawn.append(arrow(draft, source, target, kind, span))
        _check_ends(drawn[-1], row, draft, names)
    if said:
        for one in drawn:
            one.details.append((0, row.number, Detail("because", said, None, span)))
    row.inside = Place("arrow", above.element, tuple(drawn), pathways=above.pathways, outer=above)


def _check_ends(drawn: ArrowDraft, row: Row, draft: Draft, names: Names) -> None:
    for end, allowed, does in ((drawn.source, _STARTS, "start"), (drawn.target, _ENDS, "end")):
        element = names.find(end)
        if element and element.kind not in allowed:
            says = f"An arrow cannot {does} at {a_kind(element.kind)}; ‘{element.id}’ is one."
            draft.findings.append(Finding("odd-end", says, span_of(row), element=element.id))
            return


def contribute(row: Row, draft: Draft, names: Names) -> None:
    """Read a ``by`` line: that partner brings this, does this, or holds this view."""
    above = place_above(row)
    targets: tuple[str | ArrowDraft | None, ...] = ()
    if above.host == "arrow":
        targets = above.arrows
    elif above.host == "theory":
        targets = (None,)
    elif above.element or above.name:
        targets = (above.element.id if above.element else above.name,)
    if not targets:
        draft.unread.append(row)
        row.inside = Place("broken", row=row.number)
        return
    what = row.line.said
    made = []
    for word in row.line.names:
        partner = names.use(word, row.file, kinds=("partner",))
        _check_partner(partner, word, row, draft, names)
        made += [ContributionDraft(partner, target, what, span_of(row)) for target in targets]
    draft.contributions += made
    row.inside = Place("contribution", above.element, contributions=tuple(made), pathways=above.pathways, outer=above)


def _check_partner(partner: str, word: Word, row: Row, draft: Draft, names: Names) -> None:
    element = names.find(partner)
    if element and element.kind != "partner":
        says = f"‘{partner}’ is {a_kind(element.kind)}; only a partner can contribute."
        draft.findings.append(Finding("wrong-kind", says, Span(row.file, word.start, word.end), element=partner))
