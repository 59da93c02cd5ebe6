"""What a block asks for: the words of its first marker, read and looked at before anything is made."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.near import nearest
from toc.report import ReportTrouble, report_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART: Final = ("partner", "pathway", "focus", "hide")
TAKES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "picture": (*_PART, "lang", "theme", "direction", "page", "alt", "picture"),
        "story": (*_PART, "lang"),
        "findings": ("as-of",),
        "report": ("partner", "lang", "as-of", "title", "columns"),
    }
)
"""What can be shown, each with the options that it takes; a report is named by its own option."""

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"theme": ("light", "dark", "print"), "direction": ("up", "right", "left")}
)

OPTIONS: Final = tuple(dict.fromkeys(["show", "report", *[name for names in TAKES.values() for name in names]]))
"""All options of a block."""


class WishTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A marker that asks for something that there is not; the message is a sentence that says what there is."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a block shows: ``plan`` is the name of a file, ``show`` one of `TAKES`, ``report`` the name of a report."""

    plan: str
    show: str
    report: str
    options: Mapping[str, str]

    @property
    def as_of(self) -> date | None:
        """Give the day that counts as today, where one is named."""
        return date.fromisoformat(self.options["as-of"]) if "as-of" in self.options else None

    @property
    def called(self) -> str:
        """Say what it is, for messages."""
        return f"report {self.report}" if self.report else self.show


def wanted(words: str) -> Wanted:
    """Read the words of a marker, such as ``plan.toc report=matrix``; raises WishTrouble."""
    named, options = _read(words)
    if len(named) != 1:
        msg = "A block names one plan, as in <!-- toc:begin plan.toc report=matrix -->."
        if len(named) > 1:
            msg += f" What shall be done with ‘{named[1]}’?"
        raise WishTrouble(msg)
    report = options.pop("report", "")
    show = options.pop("show", "report" if report else "picture")
    if show not in TAKES or (show == "report") != bool(report):
        raise WishTrouble(_no_such_thing(show, report))
    _look_at(show, report, options)
    return Wanted(named[0], show, report, options)


def _read(words: str) -> tuple[list[str], dict[str, str]]:
    """Split the words at spaces, but not between double quotes; a word with = in it is an option."""
    reader = shlex.shlex(words, posix=True, punctuation_chars=False)
    reader.whitespace_split, reader.quotes, reader.escape, reader.commenters = True, '"', "", ""
    try:
        read = list(reader)
    except ValueError:
        msg = 'A quotation mark in this marker is not closed. Write another one, as in alt="What we hope for".'
        raise WishTrouble(msg) from None
    named, options = [], {}
    for word in read:
        name, equals, value = word.partition("=")
        if not equals:
            named.append(word)
        elif name not in OPTIONS:
            near = nearest(name, OPTIONS)
            more = f"Did you mean {near}?" if near else f"There are {', '.join(OPTIONS)}."
            msg = f"There is no option {name}. {more}"
            raise WishTrouble(msg)
        elif name in options:
            msg = f"{name} is said twice. Keep one."
            raise WishTrouble(msg)
        else:
            options[name] = value
    return named, options


def _no_such_thing(show: str, report: str) -> str:
    if report:
        return f"A block shows one thing: either report={report} or show={show}."
    if show == "report":
        return "Which report? Name it, as in report=matrix."
    shown = [name for name in TAKES if name != "report"]
    near = nearest(show, shown)
    return f"There is nothing called {show} to show. " + (
        f"Did you mean {near}?" if near else f"There are {', '.join(shown)}, and report=NAME."
    )


def _look_at(show: str, report: str, options: Mapping[str, str]) -> None:
    strange = [name for name in options if name not in TAKES[show]]
    if strange:
        msg = f"A {show} takes no {strange[0]}. It takes {', '.join(TAKES[show])}."
        raise WishTrouble(msg.replace("A findings takes", "The table of findings takes"))
    for name, choices in _CHOICES.items():
        if options.get(name, choices[0]) not in choices:
            msg = f"There is no {name} {options[name]}. There are {', '.join(choices)}."
            raise WishTrouble(msg)
    if report:
        try:
            found = report_of(report)
        except ReportTrouble as trouble:
            raise WishTrouble(str(trouble)) from None
        if found.for_one and "partner" not in options:
            msg = f"The report {report} is about one partner. Say which one, as in partner=council."
            raise WishTrouble(msg)
    if "as-of" in options:
        try:
            date.fromisoformat(options["as-of"])
        except ValueError:
            msg = f"‘{options['as-of']}’ is no date. Write year, month and day, such as 2030-06-15."
            raise WishTrouble(msg) from None
