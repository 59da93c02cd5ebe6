"""What stands in what, and what that means.

Every line leaves a `Place` for the lines below it. Nesting a cause in its effect draws the arrow; a pathway is
transparent for arrows; what a reason or an assumption below is about follows from the arrows of its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Edit, Finding, Fix
from toc.lines import NAMING, Shape
from toc.model import CAUSAL_KINDS, RESULT_KINDS, LinkKind, Note
from toc.source import Span

from .draft import MARGIN, ArrowDraft, ContributionDraft, ElementDraft, Place
from .names import kind_of, span_of

if TYPE_CHECKING:
    from toc.lines import Line

    from .draft import Draft, Row
    from .names import Names

ABOUT_A_STEP = frozenset({"assumption", "risk", "evidence"})
ABOUT_AN_ELEMENT = frozenset({"indicator", "milestone", "question", "disagreement"})
_HINDERED = RESULT_KINDS | {"pathway"}
_DRAWING = ("element", "stub")
_BARE = ("margin", "broken")
_STUBS = frozenset({"goal", "outcome", "output", "pathway", "partner"})
_OWNERS = {"aim": "partner", "action": "session"}
_MISSING_BELOW = ("property", "contribution")


def place_above(row: Row) -> Place:
    """Give the place a line stands in; below a detail or a contribution that is the element's place."""
    above = row.parent.inside if row.parent else MARGIN
    while above.outer and above.host in _MISSING_BELOW:
        above = above.outer
    return above


def place_of_detail(row: Row) -> Place:
    """Give the place a detail stands in: also a contribution or an arrow, but never another detail."""
    above = row.parent.inside if row.parent else MARGIN
    while above.outer and above.host == "property":
        above = above.outer
    return above


def nest_element(row: Row, draft: Draft) -> None:
    """Place a declared element: what it leads to, belongs to and is about because of where it stands."""
    element = row.element
    if element is None:
        row.inside = broken(row)
        return
    above = place_above(row)
    if row.parent and row.parent.inside.host in _MISSING_BELOW and above.element:
        _odd_pair(
            draft, row, f"This was read as standing under the {above.element.kind} ‘{above.element.id}’, one level up."
        )
    element.pathways += above.pathways
    arrows = _nest(element, row, above, draft)
    row.inside = inside(element, above, arrows)


def nest_mention(row: Row, draft: Draft, names: Names) -> None:
    """Place the element of that id again; a name that nobody declared becomes a stub, or the line a note."""
    if row.element:
        nest_element(row, draft)
        return
    word, kind = row.line.names[0], kind_of(row)
    found = names.find(word.text, kind)
    above = place_above(row)
    if found is None:
        _unknown_mention(row, kind, above, draft, names)
        return
    _park_words(row, draft)
    if found.kind != kind:
        says = f"‘{found.id}’ is declared as {a_kind(found.kind)}, not as {a_kind(kind)}; it was read so here too."
        start = row.line.word
        fix = Fix(f"Write ‘{found.kind}’", (Edit(Span(row.file, start.start, start.end), found.kind),))
        draft.findings.append(Finding("wrong-kind", says, span_of(row), element=found.id, fixes=(fix,)))
    found.pathways += above.pathways
    arrows = _nest(found, row, above, draft)
    row.inside = inside(found, above, arrows)._replace(rank=1)


def inside(element: ElementDraft, above: Place, arrows: tuple[ArrowDraft, ...]) -> Place:
    """Give the place below an element."""
    pathway = element.kind == "pathway"
    causal = element.id if element.kind in CAUSAL_KINDS else above.causal if pathway else None
    within = (element.id, *above.pathways) if pathway else above.pathways
    return Place("element", element, arrows, causal=causal, pathways=tuple(dict.fromkeys(within)))


def broken(row: Row) -> Place:
    """Give the place below a line that could not be read: its children are kept, their arrow to it is missing."""
    above = place_above(row)
    known = row.line.names[0].text if row.line.names and row.line.shape in NAMING else None
    return Place("broken", name=known, pathways=above.pathways, row=row.number)


def arrow(draft: Draft, source: str, target: str, kind: LinkKind, span: Span) -> ArrowDraft:
    """Draw an arrow, or give the one that is already drawn between these two."""
    key = (source, target, kind is LinkKind.WORKS_AGAINST)
    drawn = draft.arrows.get(key)
    if drawn is None:
        drawn = draft.arrows[key] = ArrowDraft(source, target, kind, span)
    elif drawn.kind is not kind:
        drawn.kind = LinkKind.FEEDS_BACK
        says = f"‘{source}’ both leads to and feeds back to ‘{target}’; it is drawn as one feedback arrow."
        draft.findings.append(Finding("double-arrow", says, span, element=source))
    return drawn


def _nest(element: ElementDraft, row: Row, above: Place, draft: Draft) -> tuple[ArrowDraft, ...]:
    """Draw what the nesting means: the table of the language reference, pair by pair."""
    kind, host = element.kind, above.element
    contribution = _as_contribution(element, row, above)
    effect = above.causal if above.host in _DRAWING else None
    if above.host in _BARE or (host is None and effect is None and kind not in ABOUT_A_STEP):
        _remember(element, above, draft)
    elif contribution:
        draft.contributions.append(contribution)
    elif kind in ABOUT_A_STEP:
        _believe(element, above, draft)
    elif kind in ABOUT_AN_ELEMENT:
        element.about += above.arrows if above.host == "arrow" else [host.id] if host else []
    elif kind in _OWNERS and host and host.kind == _OWNERS[kind]:
        element.owner = host.id
    elif effect and (kind in CAUSAL_KINDS or (kind == "pathway" and not _holds_causes(row.line))):
        return (arrow(draft, element.id, effect, LinkKind.LEADS_TO, span_of(row)),)
    elif effect and kind == "barrier" and (host is None or host.kind in _HINDERED):
        return (arrow(draft, element.id, effect, LinkKind.WORKS_AGAINST, span_of(row)),)
    elif above.host == "arrow":
        _odd_pair(draft, row, f"{a_kind(kind).capitalize()} under an arrow draws nothing.")
    elif host and host.kind != "pathway" and not (effect and kind == "pathway"):
        _odd_pair(draft, row, f"{a_kind(kind).capitalize()} under {a_kind(host.kind)} draws no arrow.")
    return ()


def _remember(element: ElementDraft, above: Place, draft: Draft) -> None:
    if above.host == "theory":
        element.whole = element.kind in ABOUT_AN_ELEMENT
    elif above.host == "broken":
        draft.below.setdefault(above.row, []).append(element.id)


def _believe(element: ElementDraft, above: Place, draft: Draft) -> None:
    if above.arrows:
        element.about += above.arrows
    elif above.host == "theory":
        element.whole = True
    elif above.element:
        draft.beliefs.append((element, above.element.id))


def _as_contribution(element: ElementDraft, row: Row, above: Place) -> ContributionDraft | None:
    """Read an activity in a partner, and a mention of a partner in a result, as a contribution."""
    host = above.element
    if host is None or above.host != "element":
        return None
    if host.kind == "partner" and element.kind == "activity":
        return ContributionDraft(host.id, element.id, "", span_of(row), implied=True)
    if element.kind == "partner" and host.kind in CAUSAL_KINDS and row.line.shape is Shape.MENTION:
        return ContributionDraft(element.id, host.id, "", span_of(row), implied=True)
    return None


def _holds_causes(line: Line) -> bool:
    """Say whether a pathway holds, at any depth of pathways, something that leads on by itself."""
    for child in line.children:
        if child.shape in (Shape.ELEMENT, Shape.MENTION):
            kind = child.word.text.casefold()
            if kind in CAUSAL_KINDS or (kind == "pathway" and _holds_causes(child)):
                return True
    return False


def _unknown_mention(row: Row, kind: str, above: Place, draft: Draft, names: Names) -> None:
    """Draw a stub for a result, pathway or partner; read anything else as a note that lacks its colon."""
    word = row.line.names[0]
    if kind not in _STUBS and word.text not in names.unread and not names.suggest(word.text, (kind,)):
        row.inside = broken(row)
        draft.unread.append(row)
        return
    _park_words(row, draft)
    key = names.use(word, row.file, kinds=(kind,))
    drawn: tuple[ArrowDraft, ...] = ()
    effect = above.causal if above.host in _DRAWING else None
    if kind == "partner" and effect and above.element:
        draft.contributions.append(ContributionDraft(key, effect, "", span_of(row)))
    elif effect and (kind in CAUSAL_KINDS or kind == "pathway"):
        drawn = (arrow(draft, key, effect, LinkKind.LEADS_TO, span_of(row)),)
    causal = key if kind in CAUSAL_KINDS else None
    row.inside = Place("stub", arrows=drawn, causal=causal, pathways=above.pathways, name=key)


def _park_words(row: Row, draft: Draft) -> None:
    """Keep the words that somebody wrote behind a mention, which has none of its own."""
    if row.line.more:
        draft.notes.append((row.number, Note(row.line.said, span_of(row))))
        draft.findings.append(Finding("parked-note", "Parked: a mention has no words of its own.", span_of(row)))


def _odd_pair(draft: Draft, row: Row, says: str) -> None:
    element = row.element.id if row.element else None
    draft.findings.append(Finding("no-arrow", says, span_of(row), element=element))


def a_kind(kind: str) -> str:
    """Give a kind its article: ``an outcome``, ``a goal``."""
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
