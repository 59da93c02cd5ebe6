"""Renderers by name: finds them in the table, hands them what they take, and knows none of them.

A view is applied first, so that every format shows the same part of the theory. Renderers of other packages are found
through the entry points of the group ``toc.renderers``, which are asked only for a name that the table does not have.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Protocol

from .model import Theory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .findings import Finding
    from .load import Loaded
    from .view import View

ENGINES = ("embedded", "system", "plain")
"""What can place the boxes: the Graphviz inside pygraphviz, the ``dot`` program, or our own plain arrangement."""

_TAKES_ANYTHING = 0x08
_HANDED_OVER = ("engine", "sources", "findings")
_REPORTS = ("docx", "html", "xlsx", "ics")
"""Formats that no renderer makes but a report does, see `toc.report`."""


class RenderTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A picture or text that cannot be made; the message is a sentence that says why and what to do."""


class Engine(Protocol):
    """What places the boxes of a picture, such as `toc.layout_worker.Worker`."""

    def plain(self, dot: str) -> str:
        """Arrange a graph in the DOT language and give Graphviz' ``plain`` format."""


class Renderer(Protocol):
    """What the table says about a renderer."""

    name: str
    home: str
    endings: tuple[str, ...]
    about: str
    is_drawn: bool
    is_binary: bool
    built_on: str | None


def render(
    theory: Theory | Loaded,
    to: str,
    *,
    view: View | None = None,
    engine: Engine | str | None = "embedded",
    findings: tuple[Finding, ...] = (),
    **options: Any,
) -> str | bytes:
    """Turn a theory into a picture or a text: ``render(theory, "svg", theme="dark")``.

    ``engine`` is one of `ENGINES`, or an engine that is running already. ``findings`` are told by the formats that have
    a place for them. Everything else is for the renderer. Raises RenderTrouble for a format nobody knows, an option it
    does not take, a part of the theory that does not exist, or something that is not installed.
    """
    sources = () if isinstance(theory, Theory) else theory.sources
    whole = theory if isinstance(theory, Theory) else theory.theory
    renderer = renderer_of(to)
    _refuse_strangers(renderer, options)
    shown = _seen(whole, view)
    if view and "hide" in options_of(renderer):
        options.setdefault("hide", view.hide)
    with _running(engine) as running:
        given = {"engine": running, "sources": sources, "findings": findings}
        taken = {name: value for name, value in given.items() if name in options_of(renderer)}
        return _called(renderer, shown, {**taken, **options})


def renderer_of(name: str) -> Renderer:
    """Find a renderer by the name of its format or by an ending; raises RenderTrouble with the name that was meant."""
    wanted = name.lower().removeprefix(".")
    for renderer in renderers():
        if wanted in (renderer.name, *renderer.endings):
            return renderer
    for entry in _entry_points():
        if entry.name == wanted:
            table = import_module("toc.renderers")
            found: Renderer = table.Renderer(wanted, f"{entry.module}:{entry.attr}", (wanted,), "from another package")
            return found
    raise RenderTrouble(_no_such(name))


def renderer_for_file(path: str) -> Renderer:
    """Find a renderer by the ending of a file's name; raises RenderTrouble where it has none or nobody knows it."""
    ending = PurePath(path).suffix
    if not ending:
        msg = f"{path} has no ending that says what to make. Add one, such as .svg, or say --to svg."
        raise RenderTrouble(msg)
    return renderer_of(ending)


def renderers() -> tuple[Renderer, ...]:
    """Give the table of renderers."""
    table: tuple[Renderer, ...] = import_module("toc.renderers").RENDERERS
    return table


def options_of(renderer: Renderer) -> frozenset[str]:
    """Give the names of the options that a renderer takes."""
    code = getattr(_function(renderer), "__code__", None)
    if code is None:
        return frozenset(_HANDED_OVER)
    first = code.co_argcount
    own = frozenset(code.co_varnames[1 : first + code.co_kwonlyargcount])
    return own | (options_of(renderer_of(renderer.built_on)) if renderer.built_on else frozenset())


def markdown_text(text: str) -> str:
    """Write words into Markdown as the renderers do: nothing in them is markup any more."""
    written: str = import_module("toc.renderers.escape").markdown_text(text)
    return written


def as_pdf(drawn: str) -> bytes | None:
    """Set one of our SVG pictures as a PDF; None where the part for it is not installed."""
    typeset = import_module("toc.renderers.typeset")
    try:
        made: bytes = typeset.typeset(drawn, "pdf")
    except typeset.NotInstalledError:
        return None
    return made


def as_png(drawn: str) -> bytes | None:
    """Draw one of our SVG pictures in pixels; None where the part for it is not installed or has no font."""
    cannot = import_module("toc.renderers").CannotRenderError
    try:
        made: bytes = import_module("toc.renderers.png").pixels(drawn)
    except cannot:
        return None
    return made


def start_engine(name: str) -> Engine | None:
    """Start what places the boxes, one of `ENGINES`; it gets ready while other things are read."""
    if name not in ENGINES:
        msg = f"There is no engine {name}. There are {', '.join(ENGINES)}."
        raise RenderTrouble(msg)
    if name == "plain":
        return None
    worker = import_module("toc.layout_worker")
    started: Engine = worker.Worker() if name == "embedded" else worker.System()
    return started


def stop_engine(engine: Engine | None) -> None:
    """End an engine; one that holds nothing needs no ending."""
    close: Callable[[], None] | None = getattr(engine, "close", None)
    if close is not None:
        close()


@contextmanager
def _running(engine: Engine | str | None) -> Iterator[Engine | None]:
    if not isinstance(engine, str):
        yield engine
        return
    started = start_engine(engine)
    try:
        yield started
    finally:
        stop_engine(started)


def _seen(theory: Theory, view: View | None) -> Theory:
    if view is None:
        return theory
    from .view import ViewTrouble, apply  # noqa: PLC0415  most pictures show everything

    try:
        return apply(theory, view)
    except ViewTrouble as trouble:
        raise RenderTrouble(str(trouble)) from None


def _function(renderer: Renderer) -> Callable[..., str | bytes]:
    module, _, name = renderer.home.partition(":")
    function: Callable[..., str | bytes] = getattr(import_module(module), name)
    return function


def _called(renderer: Renderer, theory: Theory, options: dict[str, Any]) -> str | bytes:
    cannot = import_module("toc.renderers").CannotRenderError
    try:
        return _function(renderer)(theory, **options)
    except cannot as trouble:
        raise RenderTrouble(str(trouble)) from None


def _refuse_strangers(renderer: Renderer, options: dict[str, Any]) -> None:
    taken = options_of(renderer)
    flags = getattr(getattr(_function(renderer), "__code__", None), "co_flags", _TAKES_ANYTHING)
    strange = [name for name in options if name not in taken]
    if strange and (renderer.built_on or not flags & _TAKES_ANYTHING):
        offered = sorted(taken - frozenset(_HANDED_OVER))
        says = f"It takes {_listed(offered)}." if offered else "It takes no options."
        msg = f"{renderer.name} does not take {_listed(strange)}. {says}"
        raise RenderTrouble(msg)


def _listed(names: list[str]) -> str:
    *some, last = [f"--{name.replace('_', '-')}" for name in names]
    return f"{', '.join(some)} and {last}" if some else last


def _no_such(name: str) -> str:
    from .near import nearest  # noqa: PLC0415  only a wrong name pays for it

    ending = name.lstrip(".").lower()
    if ending in _REPORTS:
        report = "narrative" if ending in ("docx", "html") else "calendar"
        return f"For .{ending}, ask for a report, such as: toc report {report} plan.toc -o {report}.{ending}"
    known = [renderer.name for renderer in renderers()]
    known += [entry.name for entry in _entry_points()]
    near = nearest(name, known)
    meant = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
    return f"There is no format {name}. {meant}"


def _entry_points() -> list[Any]:
    from importlib.metadata import entry_points  # noqa: PLC0415  costs 20 ms

    return sorted(entry_points(group="toc.renderers"), key=lambda entry: (entry.name, entry.value))
