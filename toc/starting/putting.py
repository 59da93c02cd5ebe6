"""Where a new plan goes, and the files that go with it: all of them or none, and never over something that is there.

The plan itself comes last, so that whatever interrupts leaves a folder in which the same command can be given again.
"""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, NamedTuple

from toc.files import FileTrouble, read, write
from toc.service import CARD
from toc.setup import ATTRIBUTES, HIDDEN, is_hidden
from toc.setup.lines import put_in, take_out
from toc.troubles import shown, typed, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable

PLAN, README = "plan.toc", "README.md"
_OURS = os.path.join(os.path.dirname(__file__), "readme.md")


class Place(NamedTuple):
    """A folder, which may not be there yet, and the name of the plan in it."""

    folder: str
    name: str

    def path(self, name: str) -> str:
        """Give the path of a file in the folder, as short as it can be written."""
        return os.path.normpath(os.path.join(self.folder, name))

    @property
    def title(self) -> str:
        """Give a title for the plan: the name of its file, or of the folder where the file has the usual name."""
        stem = os.path.splitext(self.name)[0]
        named = stem if self.name != PLAN else os.path.basename(os.path.abspath(self.folder))
        words = named.replace("-", " ").replace("_", " ").strip()
        return words[:1].upper() + words[1:]


def find_place(named: str) -> Place:
    """Find where a new plan goes: into a folder, or into a file whose name ends in .toc.

    Raises FileTrouble where something is there already, and where nothing could be written.
    """
    is_file = named.lower().endswith(".toc") and not os.path.isdir(named)
    folder, name = os.path.split(named) if is_file else (named, PLAN)
    place = Place(folder or ("." if is_file else named), name)
    if not named or not place.path(name).isprintable():
        msg = f"‘{shown(named)}’ is no name for a folder or a plan. Take one of letters, digits and hyphens."
        raise FileTrouble(msg)
    if os.path.lexists(place.folder) and not os.path.isdir(place.folder):
        msg = f"{place.folder} is a file. Name a folder, or a file whose name ends in .toc."
        raise FileTrouble(msg)
    if os.path.lexists(place.path(place.name)):
        raise FileTrouble(_is_there(place.path(place.name)))
    _refuse_in_vain(place)
    return place


def _is_there(path: str) -> str:
    return (
        f"{path} is there already, and stays as it is. To go on with it: toc live {typed(path)}. "
        "For another plan, name a folder: toc new NAME"
    )


def _refuse_in_vain(place: Place) -> None:
    """Say before anybody has answered anything that it could not be kept."""
    above = place.folder if os.path.isdir(place.folder) else os.path.dirname(os.path.abspath(place.folder))
    if not os.path.isdir(above):
        raise FileTrouble(unwritable(FileNotFoundError(errno.ENOENT, ""), place.folder))
    if not os.access(above, os.W_OK | os.X_OK):
        raise FileTrouble(unwritable(PermissionError(errno.EACCES, ""), place.path(place.name)))


def put(place: Place, text: str) -> tuple[str, ...]:
    """Write a plan, with what git and readers need, and say sentence by sentence what is there now.

    Raises FileTrouble where that cannot be done; then everything is as it was.
    """
    with ExitStack() as back:
        _make_folder(place.folder, back)
        told = (*_for_git(place, back), _readme(place, back))
        path = place.path(place.name)
        if not write(path, text, only_if=lambda: not os.path.lexists(path)):
            raise FileTrouble(_is_there(path))
        back.pop_all()
    return (f"{path} is your plan.", *told)


def _make_folder(folder: str, back: ExitStack) -> None:
    if os.path.isdir(folder):
        return
    try:
        os.mkdir(folder)
    except OSError as error:
        raise FileTrouble(unwritable(error, folder)) from None
    back.callback(_without_trouble, os.rmdir, folder)


def _for_git(place: Place, back: ExitStack) -> tuple[str, ...]:
    """Say to git that plans are theories, and bring to light what a rule made for TeX hides."""
    told = [_lines_in(place.path(".gitattributes"), ATTRIBUTES, back, "tells git that *.toc files are theories.")]
    if is_hidden(place.folder, place.name):
        told.append(_lines_in(place.path(".gitignore"), HIDDEN, back, "keeps a rule made for TeX from hiding them."))
    return tuple(told)


def _lines_in(path: str, lines: tuple[str, ...], back: ExitStack, says: str) -> str:
    if put_in(path, lines):
        back.callback(_without_trouble, take_out, path, lines)
        return f"{path} {says}"
    return f"{path} {says.removesuffix('.')}, as before."


def _readme(place: Place, back: ExitStack) -> str:
    path = place.path(README)
    if os.path.lexists(path) or not write(path, _readme_of(place.name), only_if=lambda: not os.path.lexists(path)):
        return f"{path} was there already, and stays as it is."
    back.callback(_without_trouble, os.unlink, path)
    return f"{path} tells whoever finds it what this is."


def _readme_of(name: str) -> str:
    """Fill in what our text about a folder with a plan leaves open."""
    words = "\n".join([f"| `{word.word}` | {word.about} |" for word in CARD])
    drawn = typed(f"{os.path.splitext(name)[0]}.svg")
    text = read(_OURS).text
    for gap, filled in (("WORDS", words), ("PICTURE", drawn), ("PLAN", typed(name))):
        text = text.replace(f"{{{gap}}}", filled)
    return text


def _without_trouble(undo: Callable[..., object], *arguments: object) -> None:
    with suppress(OSError, FileTrouble):
        undo(*arguments)
