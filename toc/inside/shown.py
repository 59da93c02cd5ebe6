"""A theory as it is shown inside a document: its picture or a report, and what could not be read.

A text that is only half right still gives the picture of what could be read, with remarks that say what could not;
a document is never broken by a theory in it. All texts of the theory are escaped by the renderers.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from toc.findings import Severity
from toc.includes import is_below, project_of
from toc.load import load, of_source
from toc.render import RenderTrouble, render, start_engine, stop_engine
from toc.source import Source
from toc.troubles import FileTrouble
from toc.troubles import shown as shown_path
from toc.view import View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.load import Loaded

_QUESTIONS: Final = ("focus", "partner", "pathway")
_HOW: Final = ("theme", "lang", "direction", "page")
OPTIONS: Final = (*_QUESTIONS, *_HOW, "hide", "alt", "report")
"""What can be said about how a theory is shown. ``report`` is the name of a report that is shown instead."""

INLINE: Final = "this block"
"""What a theory that stands in the document itself is called in remarks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: ``svg`` or ``html``, and ``alt`` for who cannot see it; ``files`` are those it was made from."""

    svg: str = ""
    html: str = ""
    alt: str = ""
    remarks: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def show(
    text: str | None, path: str | None, options: Mapping[str, str], prefix: str = "toc", project: str | None = None
) -> Shown:
    """Show a theory: the ``text`` that stands in a document, or else the file at ``path``.

    ``path`` of a text is that of the document, from whose folder it may include others. ``prefix`` begins all ids in
    the picture and must be another one for each picture of a page. A file is shown only from below ``project``, which
    is that of the folder where we are if nobody says so. What cannot be shown becomes a remark.
    """
    strange = [name for name in options if name not in OPTIONS]
    if strange:
        return Shown(remarks=(f"There is no option {strange[0]}. There are {', '.join(OPTIONS)}.",))
    try:
        if text is None:
            _must_be_inside(path or "", project or project_of(os.curdir))
        loaded = load(path or "") if text is None else of_source(Source(INLINE, text), path)
    except FileTrouble as trouble:
        return Shown(remarks=(str(trouble),))
    engine = start_engine("embedded")
    try:
        return _shown(loaded, path, options, prefix, engine)
    except (RenderTrouble, ValueError) as trouble:
        return Shown(remarks=(*_remarks(loaded), str(trouble)), files=_files(loaded))
    finally:
        stop_engine(engine)


def _must_be_inside(path: str, project: str) -> None:
    """Refuse a file outside the project: whoever may write a page may not publish what lies beside it.

    Raises FileTrouble, before anything is looked for there.
    """
    if "\0" in path or not is_below(path, project):
        msg = (
            f"{shown_path(path)} lies outside this project, so it is not shown here. "
            "A project is the folder with .git or toc.toml, or else the one in which documents are built."
        )
        raise FileTrouble(msg)


def _shown(loaded: Loaded, path: str | None, options: Mapping[str, str], prefix: str, engine: Any) -> Shown:
    remarks, files = _remarks(loaded), _files(loaded)
    if "report" in options:
        from toc.report import Wish, look_through, make  # noqa: PLC0415  few show one

        noticed = look_through(loaded, path or INLINE)
        wish = Wish(partner=options.get("partner"), lang=options.get("lang"), noticed=noticed)
        page = make(loaded, options["report"], "html", wish, engine=engine).content
        return Shown(html=_body(page), remarks=remarks, files=files)
    hide = frozenset(word.strip().lower() for word in options.get("hide", "").split(",") if word.strip())
    focus, partner, pathway = [options.get(name) for name in _QUESTIONS]
    view = View(focus=focus, partner=partner, pathway=pathway, hide=hide)
    how: dict[str, Any] = {name: options[name] for name in _HOW if name in options}
    svg = str(render(loaded, "svg", view=view, engine=engine, prefix=prefix, **how))
    return Shown(svg, alt=options.get("alt") or _alt(loaded), remarks=remarks, files=files)


def in_html(shown: Shown) -> str:
    """Write what is shown as HTML: a figure that is named for who cannot see it, and the remarks below it."""
    parts = []
    if shown.svg:
        parts.append(f'<figure class="toc-picture" role="group" aria-label="{escape(shown.alt)}">{shown.svg}</figure>')
    if shown.html:
        parts.append(f'<div class="toc-report">{shown.html}</div>')
    if shown.remarks:
        said = "".join([f"<li>{escape(remark)}</li>" for remark in shown.remarks])
        parts.append(f'<div class="toc-remarks" role="note"><ul>{said}</ul></div>')
    return "\n".join(parts)


def _body(page: str | bytes) -> str:
    """Take what stands between the main tags of a report's own page; its heading is the document's affair."""
    whole = page if isinstance(page, str) else page.decode("utf-8")
    inner = whole.partition("<main>")[2].rpartition("</main>")[0]
    return inner.partition("</h1>")[2].strip()


def _alt(loaded: Loaded) -> str:
    title = " ".join(loaded.theory.title.split())
    return f"Theory of change: {title}" if title else "Theory of change"


def _files(loaded: Loaded) -> tuple[str, ...]:
    return tuple([source.name for source in loaded.sources if os.path.isfile(source.name)])


def _remarks(loaded: Loaded) -> tuple[str, ...]:
    """Say what could not be read, each with its line."""
    sources = {source.name: source for source in loaded.sources}
    said = []
    for finding in loaded.findings:
        if finding.severity is not Severity.ADVICE:
            source = sources.get(finding.span.file)
            line = source.text.count("\n", 0, finding.span.start) + 1 if source else 1
            said.append(f"{finding.span.file}, line {line}: {finding.message}")
    return tuple(said)
