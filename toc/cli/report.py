"""`toc report`: the documents that people take home, one at a time or all of them into a folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from .options import STDIN, day, named_or_only

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from toc.load import Loaded
    from toc.render import Engine
    from toc.report import Noticed, Wish

ALL = "all"
"""What is asked for to get every report, and one page for each partner, into a folder."""

_NOT_FOR_A_TERMINAL = ("docx", "xlsx", "pptx")


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
@click.option("--lang", metavar="LANGUAGE", help="Language of labels and headings: en or fr.")
@click.option("--list", "listing", is_flag=True, help="Say which reports there are.")
def command(
    name: str | None, files: tuple[str, ...], *, output: str | None, form: str | None, listing: bool, **rest: Any
) -> None:
    """Write a report about a theory; `toc report --list` says which there are.

    With `all`, each is written into a folder in its usual format. Where Word or Excel need a part that is not
    installed, pages for a browser stand there instead.

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


@dataclass(frozen=True, slots=True)
class Task:
    """What all files of one call have in common: the plan, what was asked for, and what was noticed once."""

    file: str
    loaded: Loaded
    given: Mapping[str, Any]
    noticed: Noticed
    engine: Engine | None = None

    def wish(self, output: str, partner: str | None) -> Wish:
        """Give how one report is wanted, for the file that it goes to."""
        from toc.report import Wish  # noqa: PLC0415  the same

        said = {name: self.given[name] for name in ("title", "columns", "lang") if name in self.given}
        stem = "report" if output == STDIN else os.path.splitext(os.path.basename(output))[0]
        since = _since(self.loaded, self.file, self.given["since"], partner) if "since" in self.given else None
        as_of = day(self.given.get("as_of"))
        return Wish(partner, as_of=as_of, since=since, stem=stem, noticed=self.noticed, **said)

    def deliver(self, content: str | bytes, output: str) -> None:
        """Write one file, or to standard output."""
        from .delivery import deliver  # noqa: PLC0415  the same

        template = [self.given["template"]] if "template" in self.given else []
        deliver(content, output, read_from=(self.file, *template, *[one.name for one in self.loaded.sources]))


def _write(name: str, file: str, output: str, form: str | None, given: dict[str, Any]) -> None:
    from toc.render import start_engine, stop_engine  # noqa: PLC0415  the same
    from toc.report import report_of  # noqa: PLC0415  the same

    from .folder import into_folder  # noqa: PLC0415  the same
    from .opening import opened  # noqa: PLC0415  brings the parser

    if name.endswith(".toc"):
        msg = f"Which report? Name it before the plan, as in toc report gap {name}. To see them all: toc report --list"
        raise click.UsageError(msg)
    report = None if name == ALL else report_of(name)
    loaded = opened(file)
    task = Task(file, loaded, given, _noticed(loaded, file, day(given.get("as_of"))))
    if "template" in given:
        _fill(name, output, task)
        return
    engine = start_engine("embedded")
    try:
        task = replace(task, engine=engine)
        if report is None:
            into_folder(_of_all(task), output, form, _one)
        elif output.endswith(("/", os.sep)) or os.path.isdir(output):
            into_folder([(report, task)], output, form, _one)
        else:
            _ask_for_a_partner(report, task)
            _one(report, form or _form(output, report), output, given.get("partner"), task)
    finally:
        stop_engine(engine)


def _fill(name: str, output: str, task: Task) -> None:
    """Fill a template, and say what of it could not be kept."""
    from toc.files import read_bytes  # noqa: PLC0415  the same
    from toc.report import fill  # noqa: PLC0415  the same

    from .terminal import of_stream  # noqa: PLC0415  the same

    template = task.given["template"]
    ending = os.path.splitext(template)[1]
    if output == STDIN or os.path.splitext(output)[1].lower() != ending.lower():
        msg = f"Name the file to write, as in -o filled{ending}"
        raise click.UsageError(msg)
    wish = task.wish(output, task.given.get("partner"))
    filled = fill(task.loaded, name, read_bytes(template), os.path.basename(template), wish)
    task.deliver(filled.content, output)
    for remark in filled.remarks:
        of_stream(sys.stderr).say(remark)


def _of_all(task: Task) -> list[tuple[Any, Task]]:
    """Give all reports, each with the wishes that it has a use for; those for a partner only where there is one."""
    from toc.report import heeds, reports  # noqa: PLC0415  the same

    is_alone = not task.loaded.theory.of_kind("partner")
    wanted = [report for report in reports() if not (report.for_one and is_alone)]
    given = task.given.items()
    return [(each, replace(task, given={k: v for k, v in given if heeds(each, k)})) for each in wanted]


def _ask_for_a_partner(report: Any, task: Task) -> None:
    partners = task.loaded.theory.of_kind("partner")
    if report.for_one and partners and "partner" not in task.given:
        msg = (
            f"Whose page shall it be? Say --partner {partners[0].id}, or name a folder for one each: -o {report.name}s/"
        )
        raise click.UsageError(msg)


def _one(report: Any, to: str, output: str, partner: str | None, task: Task) -> None:
    from toc.report import make  # noqa: PLC0415  the same

    if to in _NOT_FOR_A_TERMINAL and output == STDIN and sys.stdout.isatty():
        msg = f"A terminal cannot show {to}. Name a file, as in -o {report.name}.{to}, or read it here: --to md"
        raise click.UsageError(msg)
    made = make(task.loaded, report.name, to, task.wish(output, partner), engine=task.engine)
    folder = os.path.dirname(output)
    if folder:
        os.makedirs(folder, exist_ok=True)
    if output != STDIN:
        for beside, content in made.beside:
            task.deliver(content, os.path.join(folder, beside))
    task.deliver(made.content, output)


def _form(output: str, report: Any) -> str:
    """Say in which format to write: the ending of the file, else the report's usual one."""
    from toc.report import ReportTrouble  # noqa: PLC0415  the same

    if output == STDIN:
        return str(report.formats[0])
    ending = os.path.splitext(output)[1].lstrip(".").lower()
    if not ending:
        msg = f"{output} has no ending that says how to write it. Add one, such as .{report.formats[0]}."
        raise ReportTrouble(msg)
    return ending


def _noticed(loaded: Loaded, file: str, as_of: date | None) -> Noticed:
    from toc.report import look_through  # noqa: PLC0415  the same

    from .opening import STDIN_NAME  # noqa: PLC0415  the same
    from .sheets.since import changes_since  # noqa: PLC0415  the same

    if file == STDIN:
        return look_through(loaded, STDIN_NAME, as_of)
    return look_through(loaded, file, as_of, lambda day: changes_since(file, loaded.theory, day))


def _since(loaded: Loaded, file: str, version: str, partner: str | None) -> tuple[str, tuple[str, ...]]:
    """Say what changed since a version; to a partner where there is one, and nothing about the inside of others."""
    from toc.compare import compare  # noqa: PLC0415  few ask for it
    from toc.compare.told import tell  # noqa: PLC0415  the same
    from toc.compare.told_to import for_partner, is_inside_of_another  # noqa: PLC0415  the same
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
        changes = tuple([each for each in (*own, *along) if not is_inside_of_another(each, partner)])
    groups = tell(changes, *theories)
    called = os.path.basename(version) if os.path.isfile(version) else version
    return called, tuple([_sentence(each) for group in groups for each in group.told])


def _sentence(told: Any) -> str:
    """Say a change without the marks that a terminal would give it."""
    return "".join([piece.text for piece in told.pieces])
