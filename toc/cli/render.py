"""`toc render`: turn a theory into a picture, a story, or data for other programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import STDIN, colour_option, one_named

if TYPE_CHECKING:
    from toc.load import Loaded
    from toc.render import Engine, Renderer
    from toc.view import View

    from .noticed import Checked

_VIEW = ("focus", "depth", "partner", "pathway", "kinds", "hide")
"""The options that choose a part of the theory; every format takes them."""


@click.command(name="render", short_help="Draw a theory, or tell it as a story.")
@click.argument("files", nargs=-1, metavar="[FILE]")
@click.option("-o", "--output", metavar="FILE", help="Where to write it; - is standard output. The ending says what.")
@click.option("--to", metavar="FORMAT", help="What to make: svg, png, pdf, pptx, dot, mermaid, md or json.")
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "print"]),
    help="Colours: light unless told; print is black and white.",
)
@click.option(
    "--direction", type=click.Choice(["up", "right", "left"]), help="Where the goals are: up, on top, unless told."
)
@click.option("--page", metavar="PAGE", help="Fit onto A4, A3, A2 or slide; A4-landscape and the like turn it.")
@click.option(
    "--font",
    type=click.Choice(["embed"]),
    help="Put the font into the SVG, so that every computer shows the same letters.",
)
@click.option("--dpi", type=click.IntRange(24, 1200), metavar="N", help="Pixels an inch of a PNG; 192 unless told.")
@click.option("--lang", metavar="LANGUAGE", help="Language of labels and headings: en or fr, and partly es and ar.")
@click.option("--focus", metavar="ID", help="Only this box, and what leads to it or follows from it.")
@click.option("--depth", type=click.IntRange(0), metavar="N", help="How many steps around --focus; all unless told.")
@click.option("--partner", metavar="ID", help="Only what this partner contributes to, and where it leads.")
@click.option("--pathway", metavar="ID", help="Only this pathway.")
@click.option("--kinds", metavar="KIND,…", help="Only these kinds, such as goal,outcome.")
@click.option("--hide", metavar="WHAT,…", help="Leave these out: assumptions, partners, indicators, notes…")
@click.option("--with-findings", is_flag=True, help="Tell in an appendix what toc check notices.")
@click.option("--diagram", "diagram_path", metavar="FILE", help="The picture that the story shows.")
@click.option(
    "--engine",
    type=click.Choice(["embedded", "system", "plain"]),
    help="What places the boxes: Graphviz as it came with toc, one of this system, or toc alone.",
)
@colour_option
def command(
    files: tuple[str, ...], *, output: str | None, to: str | None, engine: str | None, colour: str, **rest: Any
) -> None:
    """Draw a theory, or tell it; FILE is a .toc file, a model as .json, or - for standard input.

    Gaps do not stop the picture: what toc noticed while reading goes to standard error.

    \b
    toc render plan.toc -o plan.svg
    toc render plan.toc -o slide.png --page slide --theme dark
    toc render plan.toc -o story.md --lang fr --diagram plan.svg
    toc render plan.toc -o ours.pdf --partner council --page A4
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    from toc.render import RenderTrouble, start_engine, stop_engine  # noqa: PLC0415  wrong use needs no renderer

    options = {name: value for name, value in rest.items() if value not in (None, False)}
    try:
        renderer = _renderer(to, output)
        file = one_named(files)
        running = start_engine(engine or "embedded") if renderer.is_drawn else None
        try:
            _draw(file, renderer, running, options, output or STDIN, colour)
        finally:
            stop_engine(running)
    except RenderTrouble as trouble:
        raise click.ClickException(str(trouble)) from None


def _renderer(to: str | None, output: str | None) -> Renderer:
    from toc.render import RenderTrouble, renderer_for_file, renderer_of  # noqa: PLC0415  as above

    if to is None and output in (None, STDIN):
        msg = "What shall it be? Name a file, as in -o plan.svg, or a format, as in --to md."
        raise click.UsageError(msg)
    renderer = renderer_of(to) if to else renderer_for_file(output or STDIN)
    if renderer.is_binary and output in (None, STDIN) and sys.stdout is not None and sys.stdout.isatty():
        msg = f"A terminal cannot show {renderer.name}. Name a file, as in -o plan.{renderer.endings[0]}."
        raise RenderTrouble(msg)
    return renderer


def _draw(
    file: str, renderer: Renderer, engine: Engine | None, options: dict[str, Any], output: str, colour: str
) -> None:
    from toc.render import render  # noqa: PLC0415  as above

    from .delivery import deliver  # noqa: PLC0415
    from .opening import opened  # noqa: PLC0415  brings the parser, which the engine need not wait for

    view = _view({name: options.pop(name) for name in _VIEW if name in options})
    loaded = opened(file)
    if options.pop("with_findings", False):
        options |= {"with_findings": True, "findings": _found(loaded, file).findings}
    if "diagram_path" in options:
        options["diagram_path"] = _seen_from(output, options["diagram_path"])
    made = render(loaded, renderer.name, view=view, engine=engine, **options)
    deliver(made, output, read_from=(file, *[one.name for one in loaded.sources]))
    _say_what_was_noticed(loaded, file, colour)


def _view(asked: dict[str, Any]) -> View | None:
    if not asked:
        return None
    from toc.view import View  # noqa: PLC0415  most pictures show everything

    lists = {name: frozenset(_listed(asked.get(name, ""))) for name in ("kinds", "hide")}
    return View(**{**asked, **lists})


def _listed(words: str) -> list[str]:
    return [word.strip().lower() for word in words.split(",") if word.strip()]


def _seen_from(story: str, diagram: str) -> str:
    """Give the way from the folder of the story to its picture; an address on the web is one from everywhere."""
    if story == STDIN or "://" in diagram:
        return diagram
    return os.path.relpath(diagram, Path(story).parent).replace(os.sep, "/")


def _found(loaded: Loaded, file: str) -> Checked:
    from toc.check import survey  # noqa: PLC0415  a picture of a text without problems needs no rules

    from .noticed import of_survey  # noqa: PLC0415  the same
    from .opening import settings_for  # noqa: PLC0415  the same

    return of_survey(loaded, file, survey(loaded, settings=settings_for(file)))


def _say_what_was_noticed(loaded: Loaded, file: str, colour: str) -> None:
    """Tell what was noticed while reading; what the map itself leaves open is for `toc check`."""
    if not loaded.findings:
        return
    from toc.rules.reading import READING  # noqa: PLC0415  the same

    from .noticed.as_text import framed  # noqa: PLC0415  the same
    from .terminal import of_stream  # noqa: PLC0415  the same

    found = _found(loaded, file)
    of_reader = frozenset([rule.name for rule in READING])
    noticed = found._replace(findings=tuple([each for each in found.findings if each.rule in of_reader]))
    terminal = of_stream(sys.stderr, colour)
    for row in framed((noticed,), terminal.width):
        terminal.say(row)
