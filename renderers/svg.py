"""The picture as SVG: the elements of everything in a scene, in one order.

The SVG stands alone: no styles, scripts, fonts or pictures from elsewhere, no foreign objects, only paths and lines of
text, so that browsers, office programs and print shops show the same. Numbers have at most two decimals and there is
no date, so that the same theory always gives the same bytes. Every text passes through `escape`.

Somebody who cannot see it gets a title, a sentence about the whole, and a named group for each box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Thread
from typing import TYPE_CHECKING, Final

from . import CannotRenderError
from .escape import xml_attribute, xml_text
from .kept import LONG, forget
from .layout import lay_out
from .picture import draft, finish
from .picture import elements as draw
from .picture.curves import number as num
from .picture.curves import path
from .picture.paper import NoSuchPageError
from .picture.spacing import SPACINGS
from .picture.spoken import speak
from .themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import Theory

    from .layout import Engine, Placed
    from .layout.shape import Direction
    from .picture import Draft, Picture
    from .picture.changed import Changes
    from .picture.scene import Pill, Scene
    from .themes import Theme

FAMILY: Final = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
"""The fonts that the text was measured for, and what stands in for them."""

EMBEDDED: Final = "'Toc Sans'"
"""What a font inside the picture is called, so that no installed one takes its place."""

_ROOM_ABOVE: Final = 0.2
_DIRECTIONS: Final = ("up", "right", "left")


def render(
    theory: Theory,
    *,
    engine: Engine | None = None,
    theme: str = "light",
    direction: Direction | None = None,
    page: str | None = None,
    spacing: str = "page",
    lang: str | None = None,
    hide: Iterable[str] = frozenset(),
    font: str | None = None,
    prefix: str = "toc",
    changes: Changes | None = None,
) -> str:
    """Draw a theory as SVG.

    ``engine`` places the boxes; without one they are arranged plainly. ``theme`` is light, dark or print; ``direction``
    says where the goals are (up, right or left); ``page`` fits it to A4, A3, A2 or a slide; ``spacing`` is that of a
    page, a screen or a room, where it is read from far away; ``lang`` chooses labels and words; ``hide`` leaves out
    assumptions, reasons, partners, legend, notes, bands, title and the like; ``font="embed"`` puts the font into the
    file; ``prefix`` begins all ids, so that several pictures can stand in one page; ``changes`` marks what is new, gone
    or changed (`picture.changed`). Raises CannotRenderError for a theme, page or spacing nobody knows, and where there
    is no font to embed.
    """
    colours = theme_named(theme)
    picture, spoken = pictured(
        theory, engine, direction=direction, page=page, spacing=spacing, lang=lang, hide=hide, changes=changes
    )
    writing = Writing(colours, xml_attribute(prefix), lang or theory.language, spoken)
    written = write(picture, writing)
    if max(map(len, written.split("\n"))) > LONG:
        forget()
    return written if font is None else write(picture, replace(writing, style=_style(font, written)))


def theme_named(name: str) -> Theme:
    """Find a theme; raises CannotRenderError for one that nobody knows."""
    if name not in THEMES:
        msg = f"There is no theme {name}. There are {', '.join(THEMES)}."
        raise CannotRenderError(msg)
    return THEMES[name]


def pictured(
    theory: Theory,
    engine: Engine | None,
    *,
    direction: Direction | None = None,
    page: str | None = None,
    spacing: str = "page",
    lang: str | None = None,
    hide: Iterable[str] = frozenset(),
    changes: Changes | None = None,
) -> tuple[Picture, Mapping[str, str]]:
    """Make the picture that `render` writes, and say what each of its parts says to who cannot see it, by id."""
    if spacing not in SPACINGS:
        msg = f"There is no spacing {spacing}. There are {', '.join(SPACINGS)}."
        raise CannotRenderError(msg)
    if direction not in (None, *_DIRECTIONS):
        msg = f"There is no direction {direction}. There are {', '.join(_DIRECTIONS)}."
        raise CannotRenderError(msg)
    try:
        apart, marked = SPACINGS[spacing], changes or {}
        hidden = frozenset(hide)
        drafted = draft(theory, direction=direction, page=page, lang=lang, hide=hidden, spacing=apart, changes=marked)
    except NoSuchPageError as trouble:
        raise CannotRenderError(str(trouble)) from None
    placed, spoken = _placed_and_spoken(drafted, engine)
    return finish(drafted, placed), spoken


def _placed_and_spoken(drafted: Draft, engine: Engine | None) -> tuple[Placed, Mapping[str, str]]:
    """Find the words for who cannot see the picture while the engine, a process of its own, is at work."""
    answer: list[Placed] = []
    asking = Thread(target=lambda: answer.append(lay_out(drafted.graph, engine)), daemon=True)
    asking.start()
    spoken = speak(drafted.telling, drafted.marks)
    asking.join()
    return answer[0], spoken


def _style(font: str, written: str) -> str:
    if font != "embed":
        msg = f"There is no font {font}. --font embed puts the font into the picture."
        raise CannotRenderError(msg)
    from .lettering.font_embed import embedded_font  # noqa: PLC0415  few pictures carry their font

    return embedded_font(EMBEDDED, written)


@dataclass(frozen=True, slots=True)
class Writing:
    """How a picture is written: its colours, what all ids begin with, its language, and what is spoken for whom."""

    theme: Theme
    prefix: str
    lang: str | None
    spoken: Mapping[str, str]
    style: str = ""


def write(picture: Picture, writing: Writing) -> str:
    """Write a picture. The style is CSS of our own and not escaped."""
    scene, theme, prefix, spoken = picture.scene, writing.theme, writing.prefix, writing.spoken
    parts = [
        _root(picture, writing),
        f'<title id="{prefix}-title">{xml_text(scene.title)}</title>',
        f'<desc id="{prefix}-desc">{xml_text(scene.description)}</desc>',
        f"<style>{writing.style}</style>" if writing.style else "",
        _ground(picture, theme),
        _hidden("bands", [draw.band(theme, it) for it in scene.bands]),
        _group("pathways", [draw.surround(theme, it, spoken[it.key], prefix) for it in scene.surrounds]),
        _hidden("ceiling", [draw.ceiling(theme, scene.ceiling)] if scene.ceiling else []),
        _hidden("arrows", [draw.stroke(theme, it) for it in scene.strokes]),
        _group("boxes", [draw.box(theme, it, spoken[it.key], prefix) for it in scene.boxes]),
        _hidden("markers", [draw.pill(theme, it) for it in _markers(scene)]),
        _hidden("rules", [_rule(theme, *it) for it in scene.rules]),
        _group("words", [draw.line(theme, it) for it in scene.texts]),
        _legend(scene, theme),
        _group("notes", [draw.sheet(theme, it) for it in scene.sheets]),
        "</svg>\n",
    ]
    return "\n".join([part for part in parts if part])


def _root(picture: Picture, writing: Writing) -> str:
    scene, paper, prefix, lang = picture.scene, picture.paper, writing.prefix, writing.lang
    x, y, width, height = _view(picture)
    family = f"{EMBEDDED}, {FAMILY}" if writing.style else FAMILY
    unit, size = ("mm", paper) if paper else ("", scene)
    across, down = f"{num(size.width)}{unit}", f"{num(size.height)}{unit}"
    language = f' lang="{xml_attribute(lang)}" xml:lang="{xml_attribute(lang)}"' if lang else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{down}"'
        f' viewBox="{num(x)} {num(y)} {num(width)} {num(height)}"{language} direction="ltr"'
        f' role="graphics-document document" aria-labelledby="{prefix}-title {prefix}-desc"'
        f' font-family="{family}" font-size="{num(draw.TEXT)}" fill="{writing.theme.ink}">'
    )


def _view(picture: Picture) -> tuple[float, float, float, float]:
    """Give the part of the plane that is seen: the scene, or the page around it."""
    scene, paper = picture.scene, picture.paper
    if paper is None:
        return 0, 0, scene.width, scene.height
    scale = paper.scale(scene.width, scene.height)
    width, height = paper.width / scale, paper.height / scale
    return (scene.width - width) / 2, (scene.height - height) * _ROOM_ABOVE, width, height


def _ground(picture: Picture, theme: Theme) -> str:
    x, y, width, height = _view(picture)
    return f'<rect x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}" fill="{theme.paper}"/>'


def _group(name: str, parts: list[str], attributes: str = "") -> str:
    if not parts:
        return ""
    return "\n".join([f'<g data-part="{name}"{attributes}>', *parts, "</g>"])


def _hidden(name: str, parts: list[str]) -> str:
    return _group(name, parts, ' aria-hidden="true"')


def _markers(scene: Scene) -> list[Pill]:
    ceiling = [scene.ceiling.pill] if scene.ceiling else []
    return [*scene.tags, *ceiling, *[pill for stroke in scene.strokes for pill in stroke.pills]]


def _rule(theme: Theme, start: tuple[float, float], end: tuple[float, float]) -> str:
    return f'<path d="{path((start, start, end, end))}" stroke="{theme.rule}" fill="none"/>'


def _legend(scene: Scene, theme: Theme) -> str:
    name = f' role="group" aria-label="{xml_attribute(scene.legend_name)}"'
    return _group("legend", [draw.entry(theme, it) for it in scene.entries], name)
