"""What feeds back, what works against what, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind

from .details import bullets, remarks, sentence
from .phrases import grounds, quoted
from .sentences import ended

if TYPE_CHECKING:
    from toc.model import Element, Link

    from .teller import Teller


def loops(teller: Teller) -> tuple[str, ...]:
    """Tell the arrows that are no steps, and the barriers."""
    theory = teller.theory
    fed = [_told(teller, link) for link in theory.links if link.kind is LinkKind.FEEDS_BACK]
    against = [link for link in theory.links if link.kind is LinkKind.WORKS_AGAINST]
    barriers = {barrier.id: barrier for barrier in theory.of_kind("barrier")}
    met: dict[str, list[str]] = {name: [] for name in barriers}
    loose = []
    for link in against:
        if link.target in barriers:
            met[link.target].append(_told(teller, link))
        elif link.source not in barriers:
            loose.append(_told(teller, link))
    items = [_barrier(teller, barrier, met[barrier.id]) for barrier in barriers.values()]
    if not fed and not loose and not items:
        return ()
    key = "both" if fed and (loose or items) else "feedback" if fed else "against"
    return (f"### {teller.words(f'heading.loops-{key}')}", *bullets([*fed, *loose, *items]))


def _told(teller: Teller, link: Link) -> str:
    words = teller.words
    said = words(f"story.{link.kind}", source=quoted(teller, link.source), target=quoted(teller, link.target))
    why, after = grounds(teller, link)
    aside = remarks(teller, link.details, {"because"})
    main = words("punctuation.aside", text=f"{said}{why}", aside=aside) if aside else f"{said}{why}"
    return " ".join([ended(main), *[ended(each) for each in after]])


def _barrier(teller: Teller, barrier: Element, met: list[str]) -> str:
    words = teller.words
    blocked = [
        link for link in teller.theory.links if link.source == barrier.id and link.kind is LinkKind.WORKS_AGAINST
    ]
    told = [_stands(teller, link) for link in blocked]
    if not told:
        told = [words("story.stands-alone", source=quoted(teller, barrier.id))]
    said = [ended(each) for each in told]
    said += [*met] or [words("story.nothing-against")]
    more = sentence(remarks(teller, barrier.details))
    return " ".join([*said, *([more] if more else [])])


def _stands(teller: Teller, link: Link) -> str:
    words = teller.words
    why, after = grounds(teller, link)
    said = words("story.stands-in-way", source=quoted(teller, link.source), target=quoted(teller, link.target))
    return " ".join([ended(f"{said}{why}"), *[ended(each) for each in after]])
