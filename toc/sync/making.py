"""What stands in a block: a picture, the story, a report or a table of findings, as Markdown for its place.

Headings begin one level below the one they stand under. All words of a plan are escaped by the renderers; names of
files are told as they are seen from the document, so that it does not matter from where toc is called.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from toc.findings import Severity
from toc.render import markdown_text, render
from toc.report import Wish, look_through, make
from toc.view import View

from .marks import fence_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.findings import Finding
    from toc.load import Loaded
    from toc.render import Engine
    from toc.report import Noticed

    from .wishes import Wanted

_HOW: Final = ("lang", "theme", "direction", "page")
_IN_NAMES: Final = ("partner", "pathway", "focus", "hide", "lang", "theme", "direction", "page", "columns")
_DEEPEST: Final = 6
_ALL_WELL: Final = "No gaps found in the map. Whether it is true, only your group can say."


class Place(NamedTuple):
    """Where a block stands: the path of its document, and the level of the heading above it."""

    document: str
    level: int

    @property
    def folder(self) -> str:
        """Give the folder of the document."""
        return os.path.dirname(self.document)


class Made(NamedTuple):
    """The Markdown of a block, and the pictures it shows, by their names as seen from the document."""

    text: str
    pictures: tuple[tuple[str, str], ...] = ()


def make_block(wanted: Wanted, loaded: Loaded, place: Place, engine: Engine | None) -> Made:
    """Make what a block asks for.

    Raises RenderTrouble, ReportTrouble or ViewTrouble, each with a sentence, for a part of the plan that there is not.
    """
    if wanted.show == "findings":
        return Made(_table(_noticed(wanted, loaded, place).findings, wanted, loaded, place))
    made = _report(wanted, loaded, place, engine) if wanted.report else _rendered(wanted, loaded, place, engine)
    note = _not_read(loaded, wanted, place)
    text = "\n".join(_shifted(made.text.strip("\n").split("\n"), place.level))
    return Made(f"{text}\n\n{note}" if note else text, made.pictures)


def _noticed(wanted: Wanted, loaded: Loaded, place: Place) -> Noticed:
    """Look a plan through; what git knows is left out, since a document says the same in every clone."""
    return look_through(loaded, os.path.join(place.folder, wanted.plan), wanted.as_of)


def _report(wanted: Wanted, loaded: Loaded, place: Place, engine: Engine | None) -> Made:
    options: dict[str, Any] = {name: wanted.options.get(name) for name in ("partner", "lang", "title", "columns")}
    noticed = _noticed(wanted, loaded, place)
    wish = Wish(**options, as_of=wanted.as_of, stem=_stem(wanted, place), noticed=noticed)
    made = make(loaded, wanted.report, "md", wish, engine=engine)
    return Made(str(made.content), tuple([(name, str(svg)) for name, svg in made.beside]))


def _rendered(wanted: Wanted, loaded: Loaded, place: Place, engine: Engine | None) -> Made:
    """Tell the story, or draw the picture; the story knows how the picture is said to who cannot see it."""
    options = wanted.options
    hide = frozenset([word.strip().lower() for word in options.get("hide", "").split(",") if word.strip()])
    part: dict[str, Any] = {name: options[name] for name in ("focus", "partner", "pathway") if name in options}
    view, lang = View(**part, hide=hide), options.get("lang")
    if wanted.show == "story":
        return Made(str(render(loaded, "md", view=view, lang=lang)))
    name = options.get("picture", f"{_stem(wanted, place)}.svg")
    how: dict[str, Any] = {name: options[name] for name in _HOW if name in options}
    svg = str(render(loaded, "svg", view=view, engine=engine, **how))
    story = str(render(loaded, "md", view=view, lang=lang, diagram_path=name))
    line = next(line for line in story.split("\n") if line.startswith("!["))
    if "alt" in options:
        line = f"![{markdown_text(options['alt'])}]({line.rpartition('](')[2]}"
    return Made(line, ((name, svg),))


def _stem(wanted: Wanted, place: Place) -> str:
    """Name the pictures of a block after its document, its plan and what it shows of it."""
    told = [wanted.options[name] for name in _IN_NAMES if name in wanted.options]
    names = (os.path.basename(place.document), wanted.plan)
    words = [*[os.path.splitext(name)[0] for name in names], *([wanted.report] if wanted.report else []), *told]
    return "-".join([plain for word in words if (plain := re.sub(r"[^\w-]+", "-", word).strip("-"))])


def _shifted(lines: Iterable[str], level: int) -> Iterable[str]:
    fence = ""
    for line in lines:
        is_code, fence = bool(fence), fence_after(line, fence)
        hashes = len(line) - len(line.lstrip("#"))
        if not is_code and 0 < hashes <= _DEEPEST and line[hashes : hashes + 1] == " ":
            yield "#" * min(hashes + level, _DEEPEST) + line[hashes:]
        else:
            yield line


def _not_read(loaded: Loaded, wanted: Wanted, place: Place) -> str:
    """Say below a picture or report what of the plan could not be read, so that nobody takes it for the whole."""
    found = [finding for finding in loaded.findings if finding.severity is not Severity.ADVICE]
    if not found:
        return ""
    told = [
        f"> - {_where(finding, wanted, loaded, place)}: {markdown_text(f'x {finding.message}')[2:]}"
        for finding in found
    ]
    return "\n".join([f"> Not all of {markdown_text(f'x {wanted.plan}')[2:]} could be read:", ">", *told])


def _table(findings: tuple[Finding, ...], wanted: Wanted, loaded: Loaded, place: Place) -> str:
    if not findings:
        return _ALL_WELL
    rows = [
        f"| {_where(each, wanted, loaded, place)} | {each.severity} | {markdown_text(each.message)} | {each.rule} |"
        for each in findings
    ]
    return "\n".join(["| Where | Kind | What was noticed | Check |", "| --- | --- | --- | --- |", *rows])


def _where(finding: Finding, wanted: Wanted, loaded: Loaded, place: Place) -> str:
    """Name a file as it is seen from the document; a model as JSON says itself where it was read from."""
    source = next((source for source in loaded.sources if source.name == finding.span.file), None)
    line = source.position(finding.span.start).line if source else 1
    file = finding.span.file or loaded.sources[0].name
    is_text = not wanted.plan.lower().endswith(".json")
    name = os.path.relpath(file, place.folder or ".").replace(os.sep, "/") if is_text else file
    return f"{markdown_text(name)}, line {line}"
