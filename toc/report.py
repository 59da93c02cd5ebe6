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
    from collections.abc import Callable, Iterable
    from datetime import date

    from .findings import Finding
    from .load import Loaded
    from .model import Theory
    from .render import Engine

    Made = Any
    """`toc.renderers.document.Made`: the content, and the files that must lie beside it."""


class ReportTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A report that cannot be made; the message is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a report is wanted.

    ``partner`` is the id that a report for one partner is about. ``since`` names an earlier version, with sentences
    that say what changed since then. ``as_of`` counts as today. ``title`` replaces the report's own; ``columns`` are
    those of a logframe. ``stem`` is what the file will be called, without its ending. ``questions`` are those that only
    the group can answer, each with why it is asked.
    """

    partner: str | None = None
    lang: str | None = None
    as_of: date | None = None
    since: tuple[str, tuple[str, ...]] | None = None
    title: str | None = None
    columns: str | None = None
    stem: str = "report"
    findings: tuple[Finding, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()


def make(loaded: Loaded, name: str, to: str, wish: Wish | None = None, *, engine: Engine | None = None) -> Made:
    """Make a report and write it in a format.

    ``engine`` places the boxes of its pictures. Raises ReportTrouble for a report, format or columns that there
    are not, a partner that nobody declared, or a part that is not installed.
    """
    report, wanted = report_of(name), wish or Wish()
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


def _must_be_there(loaded: Loaded, partner: str | None) -> None:
    partners = [one.id for one in loaded.theory.of_kind("partner")]
    if partner in partners:
        return
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
        teller, draw, findings=wish.findings, as_of=wish.as_of, partner=wish.partner, since=since,
        title=wish.title, columns=wish.columns, questions=tuple([asked.Question(*each) for each in wish.questions]),
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
