"""What several reports say in the same way, in plain words: lists, details, contributions, what something is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.logic import state
from toc.logic.dates import is_past
from toc.model import LinkRef

from ..document import Item, Listing, Paragraph, Run, Style, said
from ..escape import one_line
from ..languages import capital
from ..story.details import label, spoken
from ..story.sentences import ended, flowing, without_stop
from ..story.work import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from toc.model import About, Contribution, Element

    from ..document import Block, Cell, Said
    from .asked import Asked

_NO_GIFTS = frozenset({"action", "agreement", "disagreement"})


def paragraph(text: str, style: Style = Style.PLAIN) -> Paragraph:
    """Give a paragraph of one style."""
    return Paragraph(said(text, style))


def listed(texts: Iterable[str], nothing: str = "") -> list[Block]:
    """List texts, or say in one sentence that there are none; nothing at all where there is no such sentence."""
    items = tuple([Item(said(text)) for text in texts])
    return [Listing(items)] if items else [Paragraph(said(nothing))] if nothing else []


def labelled(asked: Asked, name: str, text: str) -> Said:
    """Give a label that stands out and what it is about: ``**How we decide:** by consent``; a list may follow it."""
    start, _, end = asked.words("punctuation.label", label=name, text="\0").partition("\0")
    label = (Run(start.rstrip(), Style.STRONG),)
    return (*label, *said(f"{start[len(start.rstrip()) :]}{text}{end}")) if text else label


def detail(asked: Asked, thing: Element | Contribution, key: str) -> str:
    """Say the first value of a detail in words, on one line; empty where it is not there."""
    return value(asked, key, thing.get(key) or "")


def details(asked: Asked, thing: Element, key: str) -> tuple[str, ...]:
    """Say all values of a detail in words."""
    return tuple([said_so for text in thing.all(key) if (said_so := value(asked, key, text))])


def value(asked: Asked, key: str, text: str) -> str:
    """Say the value of a detail in words, on one line."""
    return one_line(flowing(spoken(asked.teller, key, text))) if text.strip() else ""


def key_name(asked: Asked, key: str) -> str:
    """Call a detail by its name, as a heading or label: ``Next review``."""
    return capital(label(asked.teller, key))


def bare(asked: Asked, name: str) -> str:
    """Say an id in words, without a full stop."""
    return without_stop(asked.teller.name(name))


def quote(asked: Asked, name: str) -> str:
    """Say an id in words, between quotation marks."""
    return asked.words("punctuation.quote", text=bare(asked, name))


def subject(asked: Asked, about: About) -> str:
    """Name what something is about: a box, or the step from one to another."""
    if isinstance(about, LinkRef):
        ends = {"source": quote(asked, about.source), "target": quote(asked, about.target)}
        return asked.words(f"story.step-{about.kind}", **ends)
    return quote(asked, about)


def subjects(asked: Asked, abouts: Sequence[About]) -> str:
    """Name everything that something is about."""
    return asked.words("punctuation.and-so-on").join([subject(asked, about) for about in abouts])


def gives(asked: Asked, partner: str) -> list[Contribution]:
    """Give what a partner brings: nothing taken back, only told of, held in a difference, or among the next steps."""
    known = asked.theory.by_id
    found = [
        each
        for each in asked.theory.contributions
        if each.partner == partner
        and each.role != "informed"
        and state(each) != "withdrawn"
        and not (isinstance(each.to, str) and each.to in known and known[each.to].kind in _NO_GIFTS)
    ]
    return merged(found)


def contribution(asked: Asked, given: Contribution, role: str = "", due: str = "") -> str:
    """Say what is given, to what, in which role, how much, by when, and how sure that is."""
    to, text = place(asked, given), gift(asked, given, role, due)
    return asked.words("punctuation.label", label=to, text=text) if to else text


def gift(asked: Asked, given: Contribution, role: str = "", due: str = "") -> str:
    """Say what is given, but not to what."""
    role = role or asked.words.value("role", given.role)
    what, status = one_line(given.what), one_line(given.get("status") or "")
    facts = [role if what and given.role != "do" else "", amount(asked, given), due]
    facts += [asked.words.value("status", status) if status else ""]
    return aside(asked, what or role, asked.words("list.comma").join([fact for fact in facts if fact]))


def amount(asked: Asked, given: Contribution) -> str:
    """Say how much is given, where the words of the gift do not say so already."""
    text = value(asked, "amount", given.get("amount") or "")
    return "" if text in one_line(given.what) else text


def place(asked: Asked, given: Contribution) -> str:
    """Say to what something is given; empty where it is given to the whole."""
    if given.to is None:
        return ""
    if isinstance(given.to, LinkRef):
        ends = {"source": asked.teller.name(given.to.source), "target": asked.teller.name(given.to.target)}
        return asked.words("story.step-leads-to", **ends)
    return bare(asked, given.to)


def aside(asked: Asked, text: str, more: str) -> str:
    """Put something into brackets behind a text, where there is anything to put."""
    return asked.words("punctuation.aside", text=text, aside=more) if more else text


def sentence(text: str) -> str:
    """Make a sentence of words; nothing of nothing."""
    return ended(capital(text)) if text else ""


def is_late(text: str | None, today: date | None) -> bool:
    """Say whether a day, month or year has passed; without a day that counts as today, nothing is late."""
    return today is not None and bool(text) and is_past(text or "", today)


def without_empty(
    head: Sequence[str], rows: Sequence[tuple[Cell, ...]], widths: Sequence[int]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], tuple[int, ...]]:
    """Leave out the columns after the first in which nobody wrote anything, with their heads and widths."""
    kept = [at for at in range(len(head)) if at == 0 or any(row[at].said for row in rows)]
    return (
        tuple([head[at] for at in kept]),
        tuple([tuple([row[at] for at in kept]) for row in rows]),
        tuple([widths[at] for at in kept]),
    )
