"""`toc diff`: what changed between two versions of a theory, in words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import click

from .options import STDIN, colour_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from toc.compare import Change
    from toc.compare.dropped import Dropped

    from .differences import Difference
    from .versions import Version

FORMATS = ("text", "md", "json", "svg")
"""The formats of `toc diff`, as they are named on the command line."""


@click.command(name="diff", short_help="Say what changed between two versions.")
@click.argument("words", nargs=-1, metavar="[OLD NEW | [REV[..REV]] [FILE]]")
@click.option("--staged", "--cached", "staged", is_flag=True, help="The newer version is what is staged in git.")
@click.option("--of", "part", metavar="FILE", help="OLD and NEW are versions of this file by itself: for difftool.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to write it down.")
@click.option("--theme", type=click.Choice(["light", "dark", "print"]), help="Colours of the picture.")
@click.option("--page", metavar="PAGE", help="Fit the picture onto A4, A3, A2 or slide.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@click.option("--for", "partner", metavar="ID", help="Only what changed for this partner, and where its part leads.")
@click.option(
    "--breaking", is_flag=True, help="Exit with 1 when a goal or something confirmed was dropped unexplained."
)
@click.option("--accepted", metavar="FILE", help="What may be dropped, with reasons; toc-accepted.toml unless told.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something changed.")
@colour_option
def command(
    words: tuple[str, ...],
    *,
    staged: bool,
    part: str | None,
    form: str,
    theme: str | None,
    page: str | None,
    output: str | None,
    partner: str | None,
    breaking: bool,
    accepted: str | None,
    exit_code: bool,
    colour: str,
) -> int:
    """Say what changed between two versions of a theory, in its own words; - reads standard input.

    Layout, the order of lines and whether a name is written out are no changes. With one file, git is asked for
    the older version, and what the file includes is read as it was then.

    \b
    toc diff spring.toc autumn.toc     from one file to another
    toc diff plan.toc                  what is not staged yet
    toc diff --staged plan.toc         what is staged for the next commit
    toc diff HEAD~3 plan.toc           since three commits ago
    toc diff main..autumn plan.toc     between two branches
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from toc.compare import compare  # noqa: PLC0415  wrong use is told without it

    from .versions import two_versions  # noqa: PLC0415  the same

    options = {name: value for name, value in (("theme", theme), ("page", page)) if value is not None}
    if options and form != "svg":
        be = "are" if len(options) > 1 else "is"
        msg = f"--{' and --'.join(options)} {be} for pictures: add --format svg."
        raise click.UsageError(msg)
    old, new = two_versions(words, staged=staged, part=part)
    _say_what_was_not_read((old, new), colour)
    changes = compare(old.loaded.theory, new.loaded.theory)
    dropped = _dropped(changes, old, new, accepted, colour) if breaking or accepted else ()
    told = _told(changes, old, new, partner, dropped)
    _say(told, (old, new), _Wanted(form, output, options), colour)
    return int((exit_code and bool(told.changes)) or (breaking and bool(dropped)))


class _Wanted(NamedTuple):
    """In which format it is wanted, where, and how a picture of it is to look."""

    form: str
    output: str | None
    options: dict[str, Any]


class _Told(NamedTuple):
    changes: tuple[Change, ...]
    difference: Difference


def _told(
    changes: tuple[Change, ...], old: Version, new: Version, partner: str | None, dropped: tuple[Dropped, ...]
) -> _Told:
    from toc.compare.told import names_of, tell  # noqa: PLC0415  wrong use is told without it
    from toc.compare.told_to import for_partner  # noqa: PLC0415  the same
    from toc.view import ViewTrouble  # noqa: PLC0415  the same

    from .differences import Difference  # noqa: PLC0415  the same
    from .differences.drops import told as told_drop  # noqa: PLC0415  the same

    theories = old.loaded.theory, new.loaded.theory
    drops = tuple([told_drop(each, names_of(*theories)) for each in dropped])
    if partner is None:
        return _Told(changes, Difference(old.called, new.called, tell(changes, *theories), dropped=drops))
    try:
        own, along = for_partner(changes, *theories, partner)
    except ViewTrouble as trouble:
        raise click.UsageError(str(trouble)) from None
    whom = names_of(*theories).partner(partner).text
    groups = (*tell(own, *theories), *tell(along, *theories, ", further along"))
    return _Told((*own, *along), Difference(old.called, new.called, groups, whom, drops))


def _dropped(
    changes: tuple[Change, ...], old: Version, new: Version, accepted: str | None, colour: str
) -> tuple[Dropped, ...]:
    """Find what was dropped without a word and is not accepted; what is accepted for nothing is said."""
    from toc.compare.dropped import unexplained  # noqa: PLC0415  few ask for it
    from toc.exchange import accepted as reader  # noqa: PLC0415  the same

    taken = reader.accepted(accepted) if accepted else reader.accepted_beside(new.file)
    found = unexplained(changes, old.loaded.theory)
    for name in [name for name in taken if name not in {each.name for each in found}]:
        from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  this is rare

        told = f"‘{name}’ is accepted, and was not dropped here or is explained. It can be taken off the list."
        of_stream(sys.stderr, colour).say(Row((Styled("advice: ", Style.ADVICE), told), 2))
    return tuple([each for each in found if each.name not in taken])


def _say_what_was_not_read(versions: tuple[Version, ...], colour: str) -> None:
    """Warn that a part is missing, and would look like gone: an include that nobody can read, a conflict."""
    for version in versions:
        for why in _not_whole(version):
            from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  this is rare

            told = f"{version.called} is not whole. {why}"
            of_stream(sys.stderr, colour).say(Row((Styled("warning: ", Style.WARNING), told), 2))


def _not_whole(version: Version) -> Iterator[str]:
    findings = version.loaded.findings
    yield from [finding.message for finding in findings if finding.rule == "include-failed"]
    if any(finding.rule == "conflict-marker" for finding in findings):
        yield "Git left a conflict in it: until somebody has chosen, both wordings are parked and count as gone."


def _say(told: _Told, versions: tuple[Version, ...], wanted: _Wanted, colour: str) -> None:
    from .terminal import of_stream  # noqa: PLC0415  wrong use is told without it

    form, output, _ = wanted
    if form in ("json", "svg") and told.difference.dropped:
        from .differences.as_text import drops  # noqa: PLC0415  one format is written

        for row in drops(told.difference):
            of_stream(sys.stderr, colour).say(row)
    if form == "text" and output in (None, STDIN):
        from .differences.as_text import rows  # noqa: PLC0415  the same

        terminal = of_stream(sys.stdout, colour)
        for row in rows(told.difference):
            terminal.say(row)
        return
    from .delivery import deliver  # noqa: PLC0415  the terminal has its own way

    read_from = [source.name for version in versions for source in version.loaded.sources]
    deliver(_document(wanted, told, versions[-1]), output or STDIN, read_from=read_from)


def _document(wanted: _Wanted, told: _Told, new: Version) -> str:
    if wanted.form == "json":
        from toc.exchange.changes_json import write  # noqa: PLC0415  one format is written

        return write(told.changes)
    if wanted.form == "svg":
        return _picture(told, new, wanted.options)
    if wanted.form == "md":
        from .differences.as_markdown import document  # noqa: PLC0415  the same

        return document(told.difference)
    from .differences.as_text import rows  # noqa: PLC0415  the same

    return "".join([row.text + "\n" for row in rows(told.difference)])


def _picture(told: _Told, new: Version, options: dict[str, Any]) -> str:
    """Draw both versions in one picture."""
    from toc.compare.merged import merged  # noqa: PLC0415  one format is written
    from toc.render import RenderTrouble, render  # noqa: PLC0415  the same

    both = merged(told.changes, new.loaded.theory)
    try:
        return str(render(both.theory, "svg", changes=both.marks, **options))
    except RenderTrouble as trouble:
        raise click.UsageError(str(trouble)) from None
