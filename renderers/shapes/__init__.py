"""A picture as shapes of PowerPoint: boxes, text and arrows that partners move and reword themselves.

The places come from the same layout as those of every other picture. Arrows are connectors that hold on to their boxes,
so they follow when a box is moved; between the boxes PowerPoint chooses their course. Icons are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .arrows import draw_arrow
from .boxes import draw_box, draw_pill
from .markers import Taken, settled
from .slide import Slide
from .words import draw_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..picture.scene import Band, Scene, Sheet, Surround
    from ..themes import Theme

__all__ = ["Slide", "draw_scene"]


def draw_scene(slide: Slide, scene: Scene, theme: Theme, spoken: Mapping[str, str]) -> None:
    """Draw everything in a scene, what lies below first. ``spoken`` says what each part says to who cannot see it."""
    for band in scene.bands:
        _band(slide, theme, band)
    for surround in scene.surrounds:
        _surround(slide, theme, surround, spoken.get(surround.key, ""))
    if scene.ceiling:
        slide.line(scene.ceiling.start, scene.ceiling.end, theme.ceiling, 1.5, "lgDashDot")
    first = slide.next()
    boxes: dict[str, Any] = {box.key: draw_box(slide, theme, box, spoken.get(box.key, "")) for box in scene.boxes}
    names = {key: said.partition(".")[0] for key, said in spoken.items()}
    courses = [draw_arrow(slide, theme, stroke, boxes, below=first, names=names) for stroke in scene.strokes]
    pills = [*scene.tags, *([scene.ceiling.pill] if scene.ceiling else [])]
    taken = Taken([(box.x, box.y, box.width, box.height) for box in scene.boxes])
    for stroke, course in zip(scene.strokes, courses, strict=True):
        pills += settled(stroke, course, taken)
    for pill in pills:
        draw_pill(slide, theme, pill)
    for start, end in scene.rules:
        slide.line(start, end, theme.rule, 0.75)
    for number, line in enumerate(scene.texts):
        made = draw_line(slide, theme, line)
        if number == 0 and made is not None and scene.title.startswith(line.text):
            slide.entitle(made)
    _legend(slide, scene, theme)
    for sheet in scene.sheets:
        _sheet(slide, theme, sheet)


def _band(slide: Slide, theme: Theme, band: Band) -> None:
    slide.shape("ROUNDED_RECTANGLE", (band.x, band.y, band.width, band.height), theme.band, corner=16)
    for line in band.lines:
        draw_line(slide, theme, line)


def _surround(slide: Slide, theme: Theme, it: Surround, spoken: str) -> None:
    frame = slide.shape("ROUNDED_RECTANGLE", (it.x, it.y, it.width, it.height), None, theme.frame.edge, 1.25, corner=12)
    slide.name(frame, it.line.text, spoken)
    draw_line(slide, theme, it.line)
    for pill in it.pills:
        draw_pill(slide, theme, pill)


def _legend(slide: Slide, scene: Scene, theme: Theme) -> None:
    for entry in scene.entries:
        if entry.pill:
            draw_pill(slide, theme, entry.pill, entry.x, entry.y)
        if entry.stroke:
            curve = tuple([(x + entry.x, y + entry.y) for x, y in entry.stroke.curve])
            draw_arrow(slide, theme, entry.stroke._replace(curve=curve), {})
        for line in entry.lines:
            draw_line(slide, theme, line, entry.x, entry.y)


def _sheet(slide: Slide, theme: Theme, it: Sheet) -> None:
    slide.shape("FOLDED_CORNER", (it.x, it.y, it.width, it.height), theme.note.fill, theme.note.edge, 1, "dash")
    for line in it.lines:
        draw_line(slide, theme, line)
