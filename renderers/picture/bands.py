"""The quiet ground of the levels, and the line of the accountability ceiling between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .arranged import EDGE, GUTTER, MARGIN, PAD, band_names
from .cards import pill
from .scene import Band, Ceiling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..layout.shape import Place
    from .arranged import Arranged


def place_bands(arranged: Arranged, places: Mapping[str, Place], top: float, wide: float) -> tuple[Band, ...]:
    """Put a ground behind the boxes of each band, across the page or down it."""
    bands: list[Band] = []
    bottom = top + arranged.height
    for band in arranged.bands:
        inside = [place for key, place in places.items() if band[0] <= arranged.rows.of[key] <= band[1]]
        if not inside:
            continue
        if arranged.upright:
            y = min([place.top for place in inside]) - arranged.pad
            high = max([place.bottom for place in inside]) + arranged.pad - y
            names = band_names(arranged, band, MARGIN, y + PAD + 4, GUTTER)
            bands.append(Band(EDGE, round(y, 2), wide - 2 * EDGE, round(high, 2), names))
        else:
            x = min([place.left for place in inside]) - EDGE
            across = max([place.right for place in inside]) + EDGE - x
            names = band_names(arranged, band, x + EDGE, top + PAD + 4, across - 2 * EDGE)
            bands.append(Band(round(x, 2), top, round(across, 2), bottom - top, names))
    return tuple(bands)


def place_ceiling(arranged: Arranged, places: Mapping[str, Place], top: float, wide: float) -> Ceiling | None:
    """Draw the line between what lies beyond the ceiling and the rest, with its words at its end."""
    level = arranged.rows.ceiling
    if level is None or not places:
        return None
    tag = pill(arranged.telling.words("picture.ceiling"), "ceiling", limit=wide - 2 * MARGIN)
    beyond = [place for key, place in places.items() if arranged.rows.of[key] < level]
    rest = [place for key, place in places.items() if arranged.rows.of[key] >= level]
    if arranged.upright:
        y = _between([place.bottom for place in beyond], [place.top for place in rest])
        return Ceiling((EDGE, y), (wide - EDGE, y), tag.moved(wide - MARGIN - tag.width, y - tag.height / 2))
    before, after = (rest, beyond) if arranged.way == "right" else (beyond, rest)
    x = _between([place.right for place in before], [place.left for place in after])
    bottom = top + arranged.height
    left = min(max(x - tag.width / 2, MARGIN), wide - MARGIN - tag.width)
    return Ceiling((x, top + 8), (x, bottom - 8), tag.moved(left, bottom - tag.height - 8))


def _between(before: list[float], after: list[float]) -> float:
    """Give the middle between two levels, or a little off the one there is."""
    if before and after:
        return round((max(before) + min(after)) / 2, 2)
    return min(after) - PAD / 2 if after else max(before) + PAD / 2
