"""What people take home from a session: the picture, the story, the text, and every partner's own part of it.

The same files go into a folder beside the plan or into one archive.
"""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

from toc.files import write
from toc.render import render
from toc.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from toc.load import Loaded
    from toc.render import Engine

Files = dict[str, str]
"""Names of files, with their texts."""

_LONGEST_NAME = 80


def files_of(loaded: Loaded, engine: Engine | None, texts: Mapping[str, str]) -> Files:
    """Make everything that is taken home; ``texts`` are the theory's own files by name."""
    found = {"picture.svg": _text(render(loaded, "svg", engine=engine))}
    found["story.md"] = _text(render(loaded, "md", diagram_path="picture.svg"))
    for partner, name in _partners(loaded):
        view = View(partner=partner)
        found[f"{name}.svg"] = _text(render(loaded, "svg", view=view, engine=engine))
        found[f"{name}.md"] = _text(render(loaded, "md", view=view, diagram_path=f"{name}.svg"))
    return found | {f"text/{name}": text for name, text in texts.items()}


def put_beside(path: str, files: Files, today: date) -> str:
    """Write the files into a new folder beside the plan and give its path; raises FileTrouble or OSError."""
    folder = _free_folder(f"{os.path.splitext(os.path.abspath(path))[0]}-{today.isoformat()}")
    for name, text in files.items():
        place = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        write(place, text)
    return folder


def archive(files: Files) -> bytes:
    """Put the files into one archive, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _partners(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Give every partner and a name for its files that no system mistakes for another one's."""
    taken: set[str] = set()
    for partner in loaded.theory.of_kind("partner"):
        name = first = f"partner-{partner.id[:_LONGEST_NAME]}"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name.casefold())
        yield partner.id, name


def _free_folder(wanted: str) -> str:
    number, folder = 1, wanted
    while os.path.lexists(folder):
        number += 1
        folder = f"{wanted}-{number}"
    os.makedirs(folder)
    return folder


def _text(made: str | bytes) -> str:
    return made if isinstance(made, str) else made.decode("utf-8")
