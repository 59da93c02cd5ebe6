"""`toc report`: the documents that people take home, one at a time or all of them into a folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from .options import STDIN, day, named_or_only

if TYPE_CHECKING:
    from toc.load import Loaded
    from toc.render import Engine
    from toc.report import Wish

ALL = "all"
"""What is asked for to get every report, and one page for each partner, into a folder."""


@click.command(name="report", short_help="Write a report: a matrix, a logframe, a page for each partner…")
@click.argument("name", metavar="[NAME]", required=False)
@click.argument("files", nargs=-1, metavar="[FILE]")
@click.option("-o", "--output", metavar="FILE", help="Where to write it; a folder for several. The ending says how.")
@click.option("--to", "form", metavar="FORMAT", help="How to write it: md, html, docx, xlsx, pptx or ics.")
@click.option("--partner", metavar="ID", help="The partner that the report is for.")
@click.option("--since", metavar="REV", help="Tell what changed since this version: a revision of git, or a file.")
@click.option("--as-of", "as_of", metavar="DATE", help="The day that counts as today, such as 2030-06-15.")
@click.option("--title", metavar="WORDS", help="Call it something else.")
@click.option("--columns", metavar="DONOR", help="The columns of a logframe: generic, eu, fcdo or usaid.")
@click.option("--template", metavar="FILE", help="Fill this workbook or Word document of a donor instead.")
@click.option("--lang", metavar="LANGUAGE", help="Language of labels and headings, such as fr.")
@click.option("--list", "listing", is_flag=True, help="Say which reports there are.")
def command(
    name: str | None, files: tuple[str, ...], *, output: str | None, form: str | None, listing: bool, **rest: Any
) -> None:
    """Write a report about a theory; `toc report --list` says which there are.

    \b
    toc report matrix plan.toc -o matrix.xlsx
    toc report pack plan.toc --partner council --since v1 -o council.docx
    toc report pack plan.toc -o packs/
    toc report logframe plan.toc --template donor.xlsx -o filled.xlsx
    toc report all plan.toc -o for-everybody/
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from toc.report import ReportTrouble  # noqa: PLC0415  wrong use needs no reports

    try:
        if listing or name is None:
            _list()
            return
        _write(name, named_or_only(files)[0], output or STDIN, form, {k: v for k, v in rest.items() if v is not None})
    except ReportTrouble as trouble:
        raise click.ClickException(str(trouble)) from None


def _list() -> None:
    from toc.report import reports  # noqa: PLC0415  the same

    wide = max(len(report.name) for report in reports())
    for report in reports():
        click.echo(f"{report.name:{wide}}  {report.about} ({', '.join(report.formats)})")


def _write(name: str, file: str, output: str, form: str | None, given: dict[str, Any]) -> None:
    from toc.render import start_engine, stop_engine  # noqa: PLC0415  the same
    from toc.report import report_of, reports  # noqa: PLC0415  the same

    from .opening import opened  # noqa: PLC0415  brings the parser

    if "template" in given:
        _fill(name, file, output, given)
        return
    wanted = reports() if name == ALL else (report_of(name),)
    into_folder = name == ALL or output.endswith(("/", os.sep)) or os.path.isdir(output)
    loaded = opened(file)
    engine = start_engine("embedded")
    try:
        for report in wanted:
            if into_folder:
                _into_folder(report, loaded, file, output, form, given, engine)
            else:
                to = form or _form(output, report)
                _one(report.name, to, loaded, file, output, given, engine)
    finally:
        stop_engine(engine)


def _fill(name: str, file: str, output: str, given: dict[str, Any]) -> None:
    """Fill a template, and say what of it could not be kept."""
    from toc.files import read_bytes  # noqa: PLC0415  the same
    from toc.report import fill  # noqa: PLC0415  the same

    from .delivery import deliver  # noqa: PLC0415
    from .opening import opened  # noqa: PLC0415  the same

    template = given["template"]
    ending = os.path.splitext(template)[1]
    if output == STDIN or os.path.splitext(output)[1].lower() != ending.lower():
        msg = f"Name the file to write, as in -o filled{ending}"
        raise click.UsageError(msg)
    loaded = opened(file)
    filled = fill(loaded, name, read_bytes(template), os.path.basename(template), _wish(loaded, file, output, given))
    deliver(filled.content, output, read_from=(file, template, *[one.name for one in loaded.sources]))
    for remark in filled.remarks:
        click.echo(remark, err=True)


def _into_folder(
    report: Any, loaded: Loaded, file: str, folder: str, form: str | None, given: dict[str, Any], engine: Engine | None
) -> None:
    """Write a report into a folder, in its usual format or the one that is named; one file for each partner."""
    if folder == STDIN:
        msg = "Several files need a folder. Name one, as in -o for-everybody/"
        raise click.UsageError(msg)
    partners = [given["partner"]] if "partner" in given else [one.id for one in loaded.theory.of_kind("partner")]
    for to in report.formats[:1] if form is None else [each for each in report.formats if each == form]:
        for partner in partners if report.for_one else [None]:
            place = os.path.join(folder, f"{report.name}-{partner}.{to}" if partner else f"{report.name}.{to}")
            _one(report.name, to, loaded, file, place, {**given, "partner": partner}, engine)
            click.echo(place)


def _one(
    name: str, to: str, loaded: Loaded, file: str, output: str, given: dict[str, Any], engine: Engine | None
) -> None:
    from toc.report import make  # noqa: PLC0415  the same

    from .delivery import deliver  # noqa: PLC0415

    made = make(loaded, name, to, _wish(loaded, file, output, given), engine=engine)
    if isinstance(made.content, bytes) and output == STDIN and sys.stdout.isatty():
        msg = f"A terminal cannot show {to}. Name a file, as in -o {name}.{to}."
        raise click.UsageError(msg)
    read_from = (file, *[one.name for one in loaded.sources])
    folder = os.path.dirname(output)
    if folder:
        os.makedirs(folder, exist_ok=True)
    if output != STDIN:
        for beside, content in made.beside:
            deliver(content, os.path.join(folder, beside), read_from=read_from)
    deliver(made.content, output, read_from=read_from)


def _form(output: str, report: Any) -> str:
    """Say in which format to write: the ending of the file, else the report's usual one."""
    from toc.report import ReportTrouble  # noqa: PLC0415  the same

    ending = os.path.splitext(output)[1].lstrip(".").lower() if output != STDIN else ""
    if not ending:
        if output != STDIN:
            msg = f"{output} has no ending that says how to write it. Add one, such as .{report.formats[0]}."
            raise ReportTrouble(msg)
        return str(report.formats[0])
    return ending


def _wish(loaded: Loaded, file: str, output: str, given: dict[str, Any]) -> Wish:
    from toc.report import Wish  # noqa: PLC0415  the same

    rest = {name: given[name] for name in ("partner", "title", "columns", "lang") if given.get(name) is not None}
    stem = "report" if output == STDIN else os.path.splitext(os.path.basename(output))[0]
    as_of = day(given.get("as_of"))
    since = _since(loaded, file, given["since"], given.get("partner")) if "since" in given else None
    findings, questions = _findings(loaded, file, as_of), _questions(loaded, file, as_of)
    return Wish(**rest, stem=stem, as_of=as_of, since=since, findings=findings, questions=questions)


def _questions(loaded: Loaded, file: str, as_of: Any) -> tuple[tuple[str, str], ...]:
    from toc.asking import sheet  # noqa: PLC0415  the same

    from .ask import ground_of  # noqa: PLC0415  the same

    return tuple(
        [(ask.place.asks, ask.place.why) for ask in sheet(ground_of(loaded, file, as_of)) if not ask.place.parked]
    )


def _findings(loaded: Loaded, file: str, as_of: Any) -> Any:
    from toc.check import survey  # noqa: PLC0415  the same

    from .opening import settings_for  # noqa: PLC0415  the same

    return survey(loaded, as_of=as_of, settings=settings_for(file)).findings


def _since(loaded: Loaded, file: str, version: str, partner: str | None) -> tuple[str, tuple[str, ...]]:
    """Say what changed since a version, to a partner where there is one."""
    from toc.compare import compare  # noqa: PLC0415  few ask for it
    from toc.compare.told import tell  # noqa: PLC0415  the same
    from toc.compare.told_to import for_partner  # noqa: PLC0415  the same
    from toc.view import ViewTrouble  # noqa: PLC0415  the same

    from .versions import two_versions  # noqa: PLC0415  the same

    old, _ = two_versions((version, file), staged=False)
    theories = old.loaded.theory, loaded.theory
    changes = compare(*theories)
    if partner is not None:
        try:
            own, along = for_partner(changes, *theories, partner)
        except ViewTrouble:
            own, along = (), ()
        changes = (*own, *along)
    groups = tell(changes, *theories)
    return version, tuple([_sentence(each) for group in groups for each in group.told])


def _sentence(told: Any) -> str:
    """Say a change without the marks that a terminal would give it."""
    return "".join([piece.text for piece in told.pieces])
