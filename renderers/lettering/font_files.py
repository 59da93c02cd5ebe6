"""Which fonts of this machine can set a text, for the formats that cannot leave it to whoever opens them.

Looked for are first the fonts that are as wide as Arial, which the boxes are measured for, then any other, and for
characters that it lacks further fonts until none is left over. The same machine always gives the same fonts.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, name

from .font_tables import read_font
from .fonts import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .font_tables import Font

FAMILIES = (
    ("liberationsans-regular", "liberationsans-bold", "liberationsans-italic", "liberationsans-bolditalic"),
    ("arimo-regular", "arimo-bold", "arimo-italic", "arimo-bolditalic"),
    ("arial", "arialbd", "ariali", "arialbi"),
    ("arial", "arial bold", "arial italic", "arial bold italic"),
    ("helvetica",),
    ("nimbussans-regular", "nimbussans-bold", "nimbussans-italic", "nimbussans-bolditalic"),
    ("freesans", "freesansbold", "freesansoblique", "freesansboldoblique"),
    ("notosans-regular", "notosans-bold", "notosans-italic", "notosans-bolditalic"),
    ("dejavusans", "dejavusans-bold", "dejavusans-oblique", "dejavusans-boldoblique"),
)
"""Files of one family, without their endings, in the order in which they are preferred."""

_ENDINGS = (".ttf", ".otf", ".ttc")
_MOST_FILES = 20_000
_NAMED = 3
_SAMPLE = "Children breathe clean air; partners agree what comes first"
_AS_WIDE = 0.98


class NoFontError(Exception):
    """No font of this machine has these characters; the text is a sentence that says which."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts that can set a text together: the family to ask for first, and all files, the first one foremost.

    ``scale`` is what sizes have to be multiplied by, so that the text is no wider than it was measured.
    """

    family: str
    files: tuple[Path, ...]
    scale: float


def fonts_for(text: str) -> Fonts:
    """Find fonts that have all characters of a text. Raises NoFontError, naming the first characters nobody has."""
    needed = {character for character in text if category(character)[0] not in "CZ" and not _is_selector(character)}
    files = _font_files()
    chosen = _preferred(files, needed)
    missing = needed - _covered(chosen, needed)
    if missing:
        chosen += _others(files, missing)
        missing -= _covered(chosen, missing)
    if missing or not chosen:
        raise NoFontError(_sentence(missing if chosen else set()))
    return Fonts(chosen[0].family, tuple([font.path for font in chosen]), _scale(chosen[0]))


def _is_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f"


def _scale(font: Font) -> float:
    drawn = font.width(_SAMPLE)
    scale = width(_SAMPLE, 1000) / drawn if drawn else 1.0
    return scale if scale < _AS_WIDE else 1.0


def _sentence(missing: set[str]) -> str:
    if not missing:
        return "No font was found on this machine"
    some = [f"{character} (U+{ord(character):04X} {name(character, '').lower()})" for character in sorted(missing)]
    more = f" and {len(some) - _NAMED} more" if len(some) > _NAMED else ""
    return f"No font on this machine has {', '.join(some[:_NAMED])}{more}"


def _covered(fonts: list[Font], characters: set[str]) -> set[str]:
    return {character for character in characters if any(font.glyph(character) for font in fonts)}


def _preferred(files: dict[str, Path], needed: set[str]) -> list[Font]:
    """Take the first family that has everything, so that bold is bold throughout; else the first of all."""
    families = []
    for stems in FAMILIES:
        fonts = [font for stem in stems if stem in files and (font := read_font(files[stem]))]
        if fonts and fonts[0].path.stem.lower() == stems[0]:
            families.append(fonts)
            if len(_covered(fonts[:1], needed)) == len(needed):
                return fonts
    return families[0] if families else []


def _others(files: dict[str, Path], missing: set[str]) -> list[Font]:
    """Take further fonts, each the one that helps most, until nothing is missing or none helps."""
    fonts = [font for path in sorted(files.values(), key=_plainness) if (font := read_font(path))]
    chosen: list[Font] = []
    left = set(missing)
    while left and fonts:
        best = max(fonts, key=lambda font: len(_covered([font], left)))
        covered = _covered([best], left)
        if not covered:
            break
        chosen.append(best)
        left -= covered
    return [font for one in chosen for font in (one, _bold_of(one, files)) if font]


def _bold_of(font: Font, files: dict[str, Path]) -> Font | None:
    """Find the bold font of the same family, by the name of its file."""
    stem = font.path.stem.lower()
    names = (stem.replace("regular", "bold"), f"{stem}-bold", f"{stem}bd", f"{stem} bold")
    return next((read_font(files[name]) for name in names if name != stem and name in files), None)


def _plainness(path: Path) -> tuple[int, str]:
    """Order fonts by how well they go with a sans-serif picture."""
    stem = path.stem.lower()
    odd = ("bold", "italic", "oblique", "mono", "serif", "condensed", "narrow", "light", "thin", "black", "symbol")
    return sum([word in stem for word in odd]) * 2 + ("sans" not in stem), path.as_posix()


def _font_files() -> dict[str, Path]:
    """Find the font files of this machine by their names in lower case; the first of each name counts."""
    files: dict[str, Path] = {}
    for folder in _folders():
        for number, path in enumerate(_walk(folder)):
            if number > _MOST_FILES:
                break
            files.setdefault(path.stem.lower(), path)
    return files


def _walk(folder: Path) -> Iterator[Path]:
    for place, inner, names in os.walk(folder):
        inner.sort()
        yield from [Path(place) / found for found in sorted(names) if found.lower().endswith(_ENDINGS)]


def _folders() -> tuple[Path, ...]:
    """Give the places where this system keeps fonts, and where matplotlib, if it is there, keeps its own."""
    if named := os.environ.get("TOC_FONTS"):
        return tuple([Path(place) for place in named.split(os.pathsep)])
    home = Path(os.path.expanduser("~"))
    places = {
        "darwin": ("/System/Library/Fonts", "/Library/Fonts", home / "Library/Fonts"),
        "win32": (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", str(home))) / "Microsoft/Windows/Fonts",
        ),
    }.get(sys.platform, (home / ".local/share/fonts", home / ".fonts", "/usr/local/share/fonts", "/usr/share/fonts"))
    packages = [Path(place) / "matplotlib/mpl-data/fonts/ttf" for place in sys.path if place]
    return tuple([Path(place) for place in (*places, *packages)])
