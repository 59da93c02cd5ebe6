"""The last step: arrows have merged, so what waits for them is settled and everything is frozen."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from toc.findings import Edit, Finding, Fix
from toc.model import ARROWS, Contribution, Detail, Element, Link, LinkKind, LinkRef, Theory
from toc.source import NOWHERE
from toc.vocabulary import KEYS, repeats

from .draft import ArrowDraft, ContributionDraft, Draft, ElementDraft, Ranked
from .names import shortened

if TYPE_CHECKING:
    from toc.model import About

_ORDER = {key: place for place, key in enumerate(KEYS)}
_LAST = len(_ORDER)
_REPEATING = frozenset([key for key in KEYS if repeats(key)])


def finish(draft: Draft) -> Theory:
    """Settle what waited for the arrows and freeze the whole."""
    starting: dict[str, list[ArrowDraft]] = defaultdict(list)
    for drawn in draft.arrows.values():
        starting[drawn.source].append(drawn)
    for element, ranked in draft.reasons:
        for drawn in _started(starting[element.id]):
            drawn.details.append(ranked)
        if not starting[element.id]:
            element.details.append(ranked)
    for element, host in draft.beliefs:
        element.about += _started(starting[host]) or [host]
    _check_claims(draft)
    pathways = {element.id: element.pathways for element in draft.elements if element.kind == "pathway"}
    return Theory(
        title=draft.title,
        details=_details(draft.details, draft, None),
        elements=tuple([_element(element, draft, pathways) for element in draft.elements]),
        links=tuple([_link(drawn, draft) for drawn in draft.arrows.values()]),
        contributions=_contributions(draft),
        notes=tuple([note for _, note in sorted(draft.notes, key=itemgetter(0))]),
        comments=tuple(draft.comments),
        span=draft.titled or NOWHERE,
    )


def _started(arrows: list[ArrowDraft]) -> list[ArrowDraft]:
    """Give the arrows that a reason without an arrow of its own is about."""
    leading = [drawn for drawn in arrows if drawn.kind is LinkKind.LEADS_TO]
    return leading or arrows


def _check_claims(draft: Draft) -> None:
    """An arrow that something is about, and that nobody drew, is one problem and draws nothing."""
    lines = {element.id: element.span for element in draft.elements} if draft.claims else {}
    for ref, span in draft.claims:
        if _drawn(ref, draft) or not (ref.source and ref.target):
            continue
        turned = (ref.target, ref.source, ref.kind is LinkKind.WORKS_AGAINST) in draft.arrows
        says = f"Nobody drew the arrow ‘{ref}’."
        sign, below = ARROWS[ref.kind], lines.get(ref.source, NOWHERE)
        fixes = [Fix(f"Draw it: write below ‘{ref.source}’", paste=f"{sign} {ref.target}", below=below)]
        if turned:
            round_about = f"{ref.target} {sign} {ref.source}"
            says += f" There is one the other way round: ‘{round_about}’."
            fixes.insert(0, Fix(f"Turn it round: ‘{round_about}’", (Edit(span, round_about),)))
        draft.findings.append(Finding("undrawn-arrow", says, span, fixes=tuple(fixes)))


def _drawn(ref: LinkRef, draft: Draft) -> ArrowDraft | None:
    return draft.arrows.get((ref.source, ref.target, ref.kind is LinkKind.WORKS_AGAINST))


def _element(element: ElementDraft, draft: Draft, pathways: dict[str, list[str]]) -> Element:
    return Element(
        element.id,
        element.kind,
        element.text,
        _details(element.details, draft, element.id),
        _outer_too(element, pathways) if element.pathways else (),
        _about(element, draft) if element.about else (),
        element.owner,
        element.whole,
        element.pinned,
        element.span,
    )


def _outer_too(element: ElementDraft, pathways: dict[str, list[str]]) -> tuple[str, ...]:
    """Members of a pathway belong to the pathways around it too; a pathway never to itself."""
    found = dict.fromkeys(element.pathways)
    waiting = list(found)
    while waiting:
        for outer in pathways.get(waiting.pop(0), ()):
            if outer not in found:
                found[outer] = None
                waiting.append(outer)
    found.pop(element.id, None)
    return tuple(found)


def _about(element: ElementDraft, draft: Draft) -> tuple[About, ...]:
    refs: list[About] = []
    for one in element.about:
        if isinstance(one, LinkRef):
            drawn = _drawn(one, draft)
            refs.append(drawn.ref if drawn else one)
        else:
            refs.append(one.ref if isinstance(one, ArrowDraft) else one)
    return tuple(dict.fromkeys(refs))


def _link(drawn: ArrowDraft, draft: Draft) -> Link:
    details = _details(drawn.details, draft, drawn.source) if drawn.details else ()
    return Link(drawn.source, drawn.target, drawn.kind, details, drawn.span)


def _contributions(draft: Draft) -> tuple[Contribution, ...]:
    """Freeze contributions; the same thing said twice is one, and what somebody wrote covers what only follows."""
    written = {(one.partner, _target(one)) for one in draft.contributions if not one.implied}
    kept = [one for one in draft.contributions if not one.implied or (one.partner, _target(one)) not in written]
    frozen = [_contribution(one, draft) for one in kept]
    return tuple(dict.fromkeys(frozen))


def _target(one: ContributionDraft) -> About | None:
    return one.to.ref if isinstance(one.to, ArrowDraft) else one.to


def _contribution(one: ContributionDraft, draft: Draft) -> Contribution:
    details = _details(one.details, draft, one.partner) if one.details else ()
    return Contribution(one.partner, _target(one), one.what, details, one.span)


def _details(ranked: list[Ranked], draft: Draft, element: str | None) -> tuple[Detail, ...]:
    """Bring details into one order; a key that does not repeat keeps one value in front.

    The declaration wins over mentions, then the first in reading order; what differs is kept behind it and said once.
    """
    if len(ranked) == 1:
        return (ranked[0][2],)
    chosen: dict[Detail, Ranked] = {}
    for one in sorted(ranked, key=_rank):
        chosen.setdefault(one[2], one)
    details = tuple(chosen)
    seen: dict[tuple[str, str | None], Detail] = {}
    told: set[str] = set()
    for detail in details:
        winner = seen.setdefault((detail.key, detail.name), detail)
        if winner is not detail and detail.key not in _REPEATING and detail.key not in told and detail.key in KEYS:
            told.add(detail.key)
            counts, kept = shortened(winner.value), shortened(detail.value)
            says = f"‘{detail.key}’ is given twice and differs: ‘{counts}’ counts, ‘{kept}’ is only kept."
            draft.findings.append(Finding("repeated-detail", says, detail.span, element=element))
    return details


def _rank(one: Ranked) -> tuple[int, str, int, int]:
    rank, row, detail = one
    return (_ORDER.get(detail.key, _LAST), detail.key, 0 if detail.key in _REPEATING else rank, row)
