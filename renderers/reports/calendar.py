"""Every day in the plan, in one calendar: what is due, what to look at again, whom to ask again, what ends.

Many dates say only a month or a year. The table says just that; a calendar needs a day, so there what is due stands on
the last day of its month or year, what is to be looked at again on the first, and the words say how much is known.
What is done or dropped is in no calendar any more. Today is the day that was asked for, else that of the last session.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic import DOING_ROLES, is_over, state
from toc.logic.dates import day_of, first_and_last, last_day, months_after

from ..document import Cell, Event, Heading, Paragraph, Style, Table, cell, said
from ..escape import one_line
from ..languages import capital
from .telling import bare, detail, is_late, key_name, listed, paragraph, value, without_empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Contribution, Element

    from ..document import Block, Document
    from .asked import Asked

_KEYS: Final = {
    **dict.fromkeys(("goal", "outcome", "output", "activity", "input", "milestone", "action"), ("due", "due")),
    **dict.fromkeys(("assumption", "agreement"), ("review", "review")),
    "partner": ("until", "leaves"),
    "disagreement": ("until", "settle"),
    "stakeholder": ("follow-up", "follow-up"),
}
"""The detail of each kind that is a day to remember, and what is to happen then."""

_BEGINS: Final = frozenset({"review", "follow-up"})
"""What is to be taken up when its month or year begins; everything else is to be there when it ends."""

_MONTH, _YEAR = len("2030-06"), len("2030")


class Day(NamedTuple):
    """A day, month or year to remember: what happens then, about what, who has to do with it, and how it is doing.

    ``name`` tells it from all others.
    """

    when: str
    key: str
    name: str
    text: str
    who: str = ""
    status: str = ""
    is_over: bool = False

    @property
    def day(self) -> date:
        """Give the one day on which it stands in a calendar."""
        first, _ = first_and_last(self.when) or ("9999-12-31", "")
        start = date.fromisoformat(first)
        if self.key in _BEGINS or len(self.when) not in (_MONTH, _YEAR):
            return start
        return months_after(start, 12 if len(self.when) == _YEAR else 1) - timedelta(1)


def build(asked: Asked) -> Document:
    """Give the days ahead, those that have passed, and what was reached; with an event for each that is open."""
    words, days = asked.words, sorted(_days(asked), key=lambda each: (each.day, len(each.when)))
    title, today = words("calendar.title"), _today(asked)
    if not days:
        return asked.document(title, [paragraph(words("calendar.none"))])
    open_days = [each for each in days if not each.is_over]
    late = [each for each in open_days if is_late(each.when, today)]
    blocks: list[Block] = [Paragraph(said(words("calendar.intro")), lead=True)]
    blocks += _part(asked, "late", late) + _part(asked, "ahead", [each for each in open_days if each not in late])
    blocks += _reached(asked, [each for each in days if each.is_over])
    events = tuple([_event(asked, each) for each in open_days])
    return replace(asked.document(title, blocks), events=events, day=_last_session(asked))


def _last_session(asked: Asked) -> date | None:
    return last_day(tuple([one.id for one in asked.theory.of_kind("session")]))


def _today(asked: Asked) -> date | None:
    return asked.as_of or _last_session(asked)


def _days(asked: Asked) -> Iterator[Day]:
    """Give everything that has a day, in reading order."""
    today, seen = _today(asked), Counter[str]()
    for one in asked.theory.elements:
        detail_of, happens = _KEYS.get(one.kind, ("", ""))
        when = (one.get(detail_of) or "").strip() if detail_of else ""
        if first_and_last(when):
            yield Day(when, happens, one.id, _text(asked, one), _who(asked, one), _status(asked, one), is_over(one))
        if one.kind == "session" and today and (day := day_of(one.id)) and day > today:
            yield Day(day.isoformat(), "session", one.id, _text(asked, one), detail(asked, one, "present"))
    for given in asked.theory.contributions:
        when, name = (given.get("until") or "").strip(), f"{given.partner}/{given.to}"
        if first_and_last(when):
            seen[name] += 1
            yield Day(when, "until", f"{name}/{seen[name]}", _given(asked, given))


def _status(asked: Asked, one: Element) -> str:
    """Say how it is doing; that a partner is in, and that what is done is done, goes without saying."""
    return "" if state(one) in ("in", "done") else detail(asked, one, "status")


def _text(asked: Asked, one: Element) -> str:
    if one.kind == "session" and asked.teller.text(one) == one.id:
        return asked.words.heading("session")
    return bare(asked, one.id) if asked.theory.get(one.id) is one else asked.teller.text(one)


def _given(asked: Asked, given: Contribution) -> str:
    what = one_line(given.what) or asked.words.value("role", given.role)
    return asked.words("punctuation.label", label=bare(asked, given.partner), text=what)


def _who(asked: Asked, one: Element) -> str:
    """Say who has to do with it: those who do or lead it, and who keeps an eye on it."""
    doing = [each.partner for each in asked.teller.given.get(one.id, ()) if each.role in DOING_ROLES]
    names = [bare(asked, name) for name in dict.fromkeys(doing)]
    named = [detail(asked, one, key) for key in ("lead", "owner", "backbone")]
    return asked.words.joined(tuple(dict.fromkeys([name for name in (*names, *named) if name])))


def _part(asked: Asked, part: str, days: Sequence[Day]) -> list[Block]:
    if not days:
        return []
    words = asked.words
    head = (words("calendar.when"), words("calendar.why"), words("calendar.what"), words("calendar.who"),
            key_name(asked, "status"))  # fmt: skip
    heading = words(f"calendar.{part}")
    table = Table(*without_empty(head, [_row(asked, each) for each in days], (3, 3, 8, 5, 4)), heading)
    asks = [paragraph(words("calendar.late-asks"))] if part == "late" else []
    return [Heading(heading), *asks, table]


def _row(asked: Asked, each: Day) -> tuple[Cell, ...]:
    is_day = len(each.when) not in (_MONTH, _YEAR)
    when = Cell(said(value(asked, "due", each.when), Style.STRONG), each.day if is_day else None)
    return (
        when,
        cell(asked.words(f"calendar.{each.key}")),
        cell(capital(each.text)),
        cell(each.who),
        cell(each.status),
    )


def _reached(asked: Asked, days: Sequence[Day]) -> list[Block]:
    """List what is done, with how it was celebrated; what was dropped stands there with its status."""
    texts = []
    for each in days:
        one = asked.theory.get(each.name)
        said_so = asked.words("punctuation.label", label=value(asked, "due", each.when), text=each.text)
        more = [each.status, detail(asked, one, "celebrated") if one else ""]
        more_said = asked.words("punctuation.and-so-on").join([text for text in more if text])
        texts.append(asked.words("punctuation.aside", text=said_so, aside=more_said) if more_said else said_so)
    return [Heading(asked.words("calendar.reached")), *listed(texts)] if texts else []


def _event(asked: Asked, each: Day) -> Event:
    """Put a day into the calendar; where only a month or a year is known, its words say so."""
    words = asked.words
    text = words("punctuation.label", label=words(f"calendar.{each.key}"), text=each.text)
    about = [each.who, each.status]
    if len(each.when) in (_MONTH, _YEAR):
        known = words("calendar.some-time", date=words.date(each.when)) if each.key in _BEGINS else words.by(each.when)
        text = words("punctuation.aside", text=text, aside=known)
        about.append(words("calendar.no-day", date=words.date(each.when)))
    key = f"{asked.theory.title}/{each.name}/{each.key}"
    return Event(key, each.day, text, "\n".join([part for part in (*about, asked.called) if part]))
