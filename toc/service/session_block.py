"""The end of a session: what the form holds, as a ``session`` block at the end of a file.

Nothing that is typed into the form can become another statement (`.answers`). A partner who does something is written
as ``by``; anybody else stands in brackets behind the words of the action, because only a partner can contribute.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.build.names import made_id
from toc.findings import Edit
from toc.lines import SPACES
from toc.logic.dates import first_and_last
from toc.source import Span
from toc.vocabulary import KINDS

from .answers import cleaned, cleaned_line, said
from .text import COMMA, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.load import Loaded
    from toc.model import Theory

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ANSWERS = ("happened", "why", "so-what", "now-what")


class SessionTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A form that cannot be written down; the message is a sentence that says what is missing."""


@dataclass(frozen=True, slots=True)
class SessionForm:
    """What a group says at the end of a session; everything but the date may be empty.

    ``date`` is a day, ``present`` are names of people, or names and ids of partners, ``decision`` is ``continue``,
    ``pause`` or ``stop``. ``actions`` are next steps: what, who, and until when (a year, a month or a day).
    """

    date: str
    title: str = ""
    present: tuple[str, ...] = ()
    decision: str = ""
    happened: str = ""
    why: str = ""
    so_what: str = ""
    now_what: str = ""
    actions: tuple[tuple[str, str, str], ...] = ()


def write_session(loaded: Loaded, file: str, form: SessionForm) -> tuple[Edit, ...]:
    """Give the edit that writes a form as a ``session`` block at the end of a file, in the canonical way.

    A second session of the same day gets a number behind its date, so that both are kept. Raises SessionTrouble for a
    date that is none, a decision that is none, and an action without words; KeyError for a file that the theory
    has not.
    """
    source = source_of(loaded, file)
    day = cleaned_line(form.date)
    if not re.fullmatch(_DAY, day) or first_and_last(day) is None:
        msg = f"‘{day}’ is no day. Write the date of the session like this: 2026-03-12."
        raise SessionTrouble(msg if day else "Write the date of the session, like this: 2026-03-12.")
    block = "\n".join(_block(loaded.theory, day, form))
    end = len(source.text)
    return (Edit(Span(source.name, end, end), f"{gap_at_end(source.text)}{block}\n"),)


def gap_at_end(text: str) -> str:
    """Give what it takes for a line at the margin with one blank line before it; the last line may be an indent."""
    before, line_end, last = text.rpartition("\n")
    if last.strip(SPACES):
        return "\n\n"
    above = before.rpartition("\n")[2].strip(SPACES) if line_end else ""
    return "\n" if last or above else ""


def _block(theory: Theory, day: str, form: SessionForm) -> Iterator[str]:
    yield from said("", f"session {_free_day(theory, day)}", form.title)
    if present := present_in(theory, form.present):
        yield f"  present: {present}"
    if decision := cleaned_line(form.decision).casefold():
        yield f"  decision: {_decided(decision)}"
    for key, answer in zip(_ANSWERS, (form.happened, form.why, form.so_what, form.now_what), strict=True):
        if cleaned(answer):
            yield from said("  ", key, answer)
    taken: set[str] = set()
    for what, who, due in form.actions:
        if any(cleaned(one) for one in (what, who, due)):
            yield from _action(theory, (what, who, due), taken)


def present_in(theory: Theory, names: Iterable[str]) -> str:
    """Write down who was there: partners by their ids, everybody else as they were named."""
    known = [name for one in names if (name := cleaned_line(one))]
    return ", ".join(dict.fromkeys([_as_partner(theory, name) or name for name in known]))


def _free_day(theory: Theory, day: str) -> str:
    number, free = 1, day
    while _is_held(theory, free):
        number += 1
        free = f"{day}-{number}"
    return free


def _is_held(theory: Theory, name: str) -> bool:
    return any(one.id == name for one in theory.of_kind("session"))


def _as_partner(theory: Theory, name: str) -> str | None:
    """Give the id of the partner that is called so, by its id or by its full name."""
    for partner in theory.of_kind("partner"):
        if name == partner.id or name.casefold() == partner.text.casefold():
            return partner.id
    return None


def _decided(decision: str) -> str:
    key = KINDS["session"].key("decision")
    if key and decision not in key.choices:
        msg = f"A session ends with continue, pause or stop, not with ‘{decision}’."
        raise SessionTrouble(msg)
    return decision


def _action(theory: Theory, action: tuple[str, str, str], taken: set[str]) -> Iterator[str]:
    """Write a next step; its name is made from its words, and written down where that name is taken."""
    what, due = cleaned(action[0]), cleaned_line(action[2])
    if not what:
        msg = "A next step needs words: what will be done?"
        raise SessionTrouble(msg)
    if due and first_and_last(due) is None:
        msg = f"‘{due}’ is no date. Write until when like this: 2026, 2026-05 or 2026-05-31."
        raise SessionTrouble(msg)
    partners, others = _doers(theory, cleaned_line(action[1]))
    text = f"{what} ({others})" if others else what
    name = _free_name(theory, text, taken)
    yield from said("  ", f"action {name}" if name else "action", text)
    yield from [f"    by {partner}" for partner in partners]
    if due:
        yield f"    due: {due}"


def _doers(theory: Theory, who: str) -> tuple[list[str], str]:
    """Part who does something into the partners and the others, in words."""
    if whole := _as_partner(theory, who):
        return [whole], ""
    names = [name for part in re.split(COMMA, who) if (name := part.strip(SPACES))]
    partners = [partner for name in names if (partner := _as_partner(theory, name))]
    others = [name for name in names if not _as_partner(theory, name)]
    return list(dict.fromkeys(partners)), who if not partners else ", ".join(others)


def _free_name(theory: Theory, text: str, taken: set[str]) -> str:
    """Give a name that nothing has, where the one that would be made is taken; else nothing."""
    made = free = made_id(text) or "action"
    number = 1
    while free in taken or free in theory.by_id or free in theory.undeclared:
        number += 1
        free = f"{made}-{number}"
    taken.add(free)
    return free if free != made else ""
