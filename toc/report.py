"""Reports by name: `make(loaded, "matrix", "html")` gives the document as it is written to disk.

Reports and formats are two tables (`toc.renderers.reports.REPORTS`, `toc.renderers.document.WRITERS`); here is what
they need from the rest of the house: what the checks found, what changed since an earlier version, the pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .near import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from .findings import Finding
    from .load import Loaded
    from .model import Theory
    from .render import Engine

    Made = Any
    """`toc.renderers.document.Made`: the content, and the files that must lie beside it."""


_LONGEST_NAME = 80
"""Letters of an id in the name of a file; disks take 255 bytes."""


_FOR_SOME = {
    "partner": "is not for one partner",
    "since": "does not tell what changed",
    "columns": "has no columns to choose from",
}
"""The wishes that not every report has a use for, and what is said of a report that has none."""


class ReportTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A report that cannot be made; the message is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What there is to say about a plan: what the checks found, and questions for the group.

    Each question comes with why it is asked here, and with what it is about in general.
    """

    findings: tuple[Finding, ...] = ()
    questions: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """How a report is wanted.

    ``partner`` is the id that a report for one partner is about. ``since`` names an earlier version, with sentences
    that say what changed since then. ``as_of`` counts as today. ``title`` replaces the report's own; ``columns`` are
    those of a logframe. ``stem`` is what the file will be called, without its ending. ``noticed`` is what a look at
    the plan gave.
    """

    partner: str | None = None
    lang: str | None = None
    as_of: date | None = None
    since: tuple[str, tuple[str, ...]] | None = None
    title: str | None = None
    columns: str | None = None
    stem: str = "report"
    noticed: Noticed = Noticed()


def look_through(
    loaded: Loaded, path: str, as_of: date | None = None, changes_since: Callable[[str], str] = lambda _: ""
) -> Noticed:
    """Look through a plan, with the settings that hold at ``path``; give what its reports tell.

    ``as_of`` counts as today, else the day of the last session. ``changes_since`` says in a sentence what changed on
    the map since a day; what says the same in every clone does without. Raises FileTrouble for settings that nobody
    understands.
    """
    from .asking import Ground, sheet  # noqa: PLC0415  few who ask for a report's name make one
    from .check import survey  # noqa: PLC0415  the same
    from .exchange.config import settings_near  # noqa: PLC0415  the same
    from .logic.dates import last_day  # noqa: PLC0415  the same

    theory = loaded.theory
    findings = survey(loaded, as_of=as_of, settings=settings_near(path)).findings
    today = as_of or last_day(tuple([session.id for session in theory.of_kind("session")]))
    asks = [ask for ask in sheet(Ground(theory, today, changes_since)) if not ask.place.parked]
    return Noticed(findings, tuple([(ask.place.asks, ask.place.why, ask.question.theme) for ask in asks]))


def make(loaded: Loaded, name: str, to: str, wish: Wish | None = None, *, engine: Engine | None = None) -> Made:
    """Make a report and write it in a format.

    ``engine`` places the boxes of its pictures. Raises ReportTrouble for a report, format or columns that there
    are not, a wish that this report has no use for, a partner that nobody declared, or a part that is not installed.
    """
    report, wanted = report_of(name), wish or Wish()
    _must_be_heeded(report, wanted)
    if to not in report.formats:
        msg = f"The report {name} is not made as {to}. It comes as {', '.join(report.formats)}."
        raise ReportTrouble(msg)
    if report.for_one:
        _must_be_there(loaded, wanted.partner)
    build: Callable[[Any], Any] = _found(report.home)
    cannot = import_module("toc.renderers").CannotRenderError
    try:
        document = build(_asked(loaded, wanted, engine))
    except cannot as trouble:
        raise ReportTrouble(str(trouble)) from None
    return write(document, to, wanted.stem)


def fill(loaded: Loaded, name: str, template: bytes, called: str, wish: Wish | None = None) -> Any:
    """Fill a template of somebody else with what a theory says; give `toc.renderers.forms.Filled`.

    ``called`` is the name of its file, whose ending says what it is. Raises ReportTrouble for a report that takes no
    template, a template that cannot be filled, or a part that is not installed.
    """
    _must_be_heeded(report_of(name), wish or Wish())
    if not report_of(name).fills:
        taking = ", ".join([report.name for report in reports() if report.fills])
        msg = f"The report {name} takes no template. These do: {taking}."
        raise ReportTrouble(msg)
    forms: dict[str, str] = import_module("toc.renderers.forms").FORMS
    ending = called.rpartition(".")[2].lower()
    if ending not in forms:
        msg = f"A template is a file that ends in {' or '.join([f'.{each}' for each in forms])}; {called} does not."
        raise ReportTrouble(msg)
    cannot = import_module("toc.renderers").CannotRenderError
    try:
        return _found(forms[ending])(_asked(loaded, wish or Wish(), None), template, called)
    except cannot as trouble:
        raise ReportTrouble(str(trouble)) from None


def write(document: Any, to: str, stem: str) -> Made:
    """Write a document in a format of the table; raises ReportTrouble where a part for it is not installed."""
    documents = import_module("toc.renderers.document")
    writer = next((each for each in documents.WRITERS if each.name == to), None)
    if writer is None:
        msg = f"There is no format {to} for documents. There are {', '.join(each.name for each in documents.WRITERS)}."
        raise ReportTrouble(msg)
    cannot = import_module("toc.renderers").CannotRenderError
    try:
        return _found(writer.home)(document, stem)
    except cannot as trouble:
        raise ReportTrouble(str(trouble)) from None


def stems(name: str, loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Give the id of every partner, and what its file of a report is called: ``("council", "pack-council")``.

    No two are called alike on a disk that takes small and capital letters for the same, and none is too long for one.
    """
    taken: set[str] = set()
    for partner in loaded.theory.of_kind("partner"):
        stem = first = f"{name}-{partner.id[:_LONGEST_NAME]}"
        number = 1
        while stem.casefold() in taken:
            number += 1
            stem = f"{first}-{number}"
        taken.add(stem.casefold())
        yield partner.id, stem


def reports() -> tuple[Any, ...]:
    """Give the table of reports."""
    table: tuple[Any, ...] = import_module("toc.renderers.reports").REPORTS
    return table


def report_of(name: str) -> Any:
    """Find a report by its name; raises ReportTrouble with the name that was meant."""
    found = import_module("toc.renderers.reports").report_of(name)
    if found is None:
        near = nearest(name, [report.name for report in reports()])
        more = f"Did you mean {near}?" if near else f"There are {', '.join(report.name for report in reports())}."
        msg = f"There is no report {name}. {more}"
        raise ReportTrouble(msg)
    return found


def heeds(report: Any, wish: str) -> bool:
    """Say whether a report has a use for a wish, such as ``since``; most are heeded by all of them."""
    return (report.for_one if wish == "partner" else wish in report.takes) if wish in _FOR_SOME else True


def _must_be_heeded(report: Any, wish: Wish) -> None:
    """Refuse what the report would pass over, rather than let somebody believe that it stands there."""
    for name, lacks in _FOR_SOME.items():
        if getattr(wish, name) is not None and not heeds(report, name):
            instead = " or ".join([each.name for each in reports() if heeds(each, name)])
            msg = f"The report {report.name} {lacks}. For that, ask for {instead}."
            raise ReportTrouble(msg)


def _must_be_there(loaded: Loaded, partner: str | None) -> None:
    partners = [one.id for one in loaded.theory.of_kind("partner")]
    if partner in partners:
        return
    if not partners:
        msg = "This plan names no partner yet. Add a line to it, such as: partner council: City Council"
        raise ReportTrouble(msg)
    if partner is None:
        msg = "Whose page shall it be? Name the partner, or a folder for one file each."
        raise ReportTrouble(msg)
    near = nearest(partner, partners)
    msg = f"There is no partner {partner}." + (f" Did you mean {near}?" if near else "")
    raise ReportTrouble(msg)


def _asked(loaded: Loaded, wish: Wish, engine: Engine | None) -> Any:
    asked = import_module("toc.renderers.reports.asked")
    since = asked.Since(*wish.since) if wish.since else None
    teller = asked.teller_with_words(loaded.theory, wish.lang)
    draw = _drawer(loaded, engine, wish.lang)
    return asked.Asked(
        teller, draw, findings=wish.noticed.findings, as_of=wish.as_of, partner=wish.partner, since=since,
        title=wish.title, columns=wish.columns,
        questions=tuple([asked.Question(*each) for each in wish.noticed.questions]),
    )  # fmt: skip


def _drawer(loaded: Loaded, engine: Engine | None, lang: str | None) -> Callable[..., str]:
    from .render import render  # noqa: PLC0415  brings the engines
    from .view import View  # noqa: PLC0415  the same

    def draw(*, theory: Theory | None = None, hide: Iterable[str] = (), **options: Any) -> str:
        asked = {name: options.pop(name) for name in ("focus", "partner", "pathway") if name in options}
        view = View(**asked, hide=frozenset(hide))
        return str(render(theory or loaded, "svg", view=view, engine=engine, lang=lang, **options))

    return draw


def _found(home: str) -> Any:
    module, _, name = home.partition(":")
    return getattr(import_module(module), name)
