"""What feeds back, what works against what, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind

from .asides import TOLD, TOLD_KINDS, further
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
    met: dict[str, list[Link]] = {name: [] for name in barriers}
    stops: dict[str, list[Link]] = {name: [] for name in barriers}
    loose = []
    for link in against:
        if link.target in barriers:
            met[link.target].append(link)
        if link.source in barriers:
            stops[link.source].append(link)
        if link.source not in barriers and link.target not in barriers:
            loose.append(_told(teller, link))
    items = [_barrier(teller, barrier, stops[name], met[name]) for name, barrier in barriers.items()]
    if not fed and not loose and not items:
        return ()
    key = "both" if fed and (loose or items) else "feedback" if fed else "against"
    more = [block for name in _only_here(teller) for block in further(teller, theory.by_id[name], TOLD, named=True)]
    return (f"### {teller.words(f'heading.loops-{key}')}", *bullets([*fed, *loose, *items]), *more)


def _only_here(teller: Teller) -> list[str]:
    """Name what no step tells of, because nothing leads to it and it leads to nothing."""
    ends = [end for link in teller.theory.links for end in (link.source, link.target)]
    found = [teller.theory.get(name) for name in dict.fromkeys(ends)]
    told = teller.causes.keys() | teller.effects.keys()
    return [each.id for each in found if each and each.kind not in TOLD_KINDS and each.id not in told]


def _told(teller: Teller, link: Link, key: str = "") -> str:
    words = teller.words
    source, target = quoted(teller, link.source), quoted(teller, link.target)
    why, after = grounds(teller, link)
    said = f"{words(f'story.{key or link.kind}', source=source, target=target)}{why}"
    aside = remarks(teller, link.details, {"because"})
    main = words("punctuation.aside", text=said, aside=aside) if aside else said
    return " ".join([ended(main), *[ended(each) for each in after]])


def _barrier(teller: Teller, barrier: Element, stops: list[Link], met: list[Link]) -> str:
    words = teller.words
    said = [_told(teller, link, "stands-in-way") for link in stops]
    said = said or [ended(words("story.stands-alone", source=quoted(teller, barrier.id)))]
    said += [_told(teller, link) for link in met] or [words("story.nothing-against")]
    return " ".join([*said, sentence(remarks(teller, barrier.details))]).rstrip()
