"""What the legend has to say: marks, what changed and stands on no box, the partners' names, the kinds of arrows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import LinkKind, LinkRef

from ..escape import one_line
from .cards import mark_pill, partner_mark
from .changed import WHOLE, explained, sign, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import About, Contribution

    from .marks import Marks
    from .scene import Pill
    from .telling import Telling

SAMPLE: Final = 36.0
"""The length of an arrow in the legend."""

_INDENT: Final = 8.0
_OF_VERSIONS: Final = frozenset({"added", "removed", "changed"})


class Item(NamedTuple):
    """What the legend says in one place: a mark or a piece of an arrow, then words.

    ``lead`` stands before the text in a tone of its own; ``more`` follows below it, as a link where ``href`` is given.
    """

    text: str
    lead: str = ""
    more: str = ""
    href: str | None = None
    pill: Pill | None = None
    arrow: LinkKind | None = None
    bold: bool = False

    @property
    def indent(self) -> float:
        """Give the width of what stands before the words."""
        if self.pill:
            return self.pill.width + _INDENT
        return SAMPLE + _INDENT if self.arrow else 0.0


def legend_blocks(telling: Telling, marks: Marks) -> tuple[tuple[Item, ...], ...]:
    """Collect what the legend has to say, in blocks."""
    if not telling.shows("legend"):
        return ()
    said = [Item(mark.text, mark.lead, mark.more, mark.href, mark_pill(mark.kind, mark.label)) for mark in marks.legend]
    partners = _partners(telling) if telling.shows("partners") else ()
    blocks = (tuple(said), tuple(_changes(telling)), partners, _arrows(telling))
    return tuple([block for block in blocks if block])


def _partners(telling: Telling) -> tuple[Item, ...]:
    items = []
    for name, number in telling.partner_numbers.items():
        element = telling.theory.get(name)
        text = one_line(telling.text(element)) if element else telling.words("picture.not-declared")
        change, was = telling.changes.get(name, ("", ()))
        pill = partner_mark(number, declared=element is not None)
        if change in _OF_VERSIONS:
            more = " · ".join(explained(telling.words, change, was))
            said = telling.words("punctuation.aside", text=text, aside=telling.words(f"picture.is-{change}"))
            items.append(Item(said, f"{sign(change)} {name}", more, pill=pill, bold=True))
        else:
            items.append(Item(text, name, pill=pill, bold=True))
    return tuple(items)


def _arrows(telling: Telling) -> tuple[Item, ...]:
    drawn = {link.kind for link in telling.theory.links}
    return tuple([
        Item(telling.words(f"picture.arrow-{kind}"), arrow=kind)
        for kind in (LinkKind.FEEDS_BACK, LinkKind.WORKS_AGAINST)
        if kind in drawn
    ])  # fmt: skip


def _changes(telling: Telling) -> Iterator[Item]:
    """Say in full what a sign on a small label, an arrow or a frame can only point at."""
    yield from _item(telling, WHOLE, telling.words("picture.theory-of-change"), telling.title)
    for pathway in telling.theory.of_kind("pathway"):
        yield from _item(telling, pathway.id, telling.words.heading("pathway"), telling.names[pathway.id])
    for link in telling.theory.links:
        if telling.changes.get(str(link.ref), ("", ()))[1]:
            yield from _item(telling, str(link.ref), "", _called(telling, link.ref))
    found = telling.theory.contributions if telling.shows("partners") else ()
    several = Counter([_key(given) for given in found])
    for given in found:
        itself = f"{_key(given)}: {given.what}"
        if itself in telling.changes or several[_key(given)] == 1:
            yield from _contribution(telling, given, itself if itself in telling.changes else _key(given))


def _key(given: Contribution) -> str:
    return f"{given.to or ''} by {given.partner}"


def _item(telling: Telling, key: str, lead: str, text: str, pill: Pill | None = None) -> Iterator[Item]:
    change, was = telling.changes.get(key, ("", ()))
    if change in _OF_VERSIONS:
        said = " · ".join([part for part in (signed(telling.words, change), lead) if part])
        yield Item(text, said, " · ".join(explained(telling.words, change, was)), pill=pill)


def _contribution(telling: Telling, given: Contribution, key: str) -> Iterator[Item]:
    text = _called(telling, given.to)
    if given.what:
        text = telling.words("punctuation.label", label=text, text=one_line(given.what))
    pill = partner_mark(telling.partner_numbers[given.partner], declared=telling.theory.get(given.partner) is not None)
    yield from _item(telling, key, given.partner, text, pill)


def _called(telling: Telling, about: About | None) -> str:
    """Call what something is about by its words."""
    if about is None:
        return telling.title
    if isinstance(about, LinkRef):
        ends = [telling.names.get(end, end) for end in (about.source, about.target)]
        return (" ← " if telling.from_right else " → ").join(ends)
    return telling.names.get(about, about)
