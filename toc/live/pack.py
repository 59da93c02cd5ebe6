"""What people take home from a session: picture, story, text, what is still open, and a page for every partner.

The same files go into a folder beside the plan or into one archive.
"""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

from toc.files import write
from toc.render import render
from toc.report import Wish, look_through, make, stems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from toc.load import Loaded
    from toc.render import Engine

Files = dict[str, str]
"""Names of files, with their texts."""


def files_of(loaded: Loaded, path: str, engine: Engine | None, texts: Mapping[str, str]) -> Files:
    """Make everything that is taken home; ``texts`` are the theory's own files by name, and ``path`` is its main one.

    Raises FileTrouble for settings beside the plan that nobody understands.
    """
    noticed = look_through(loaded, path)
    found = {"picture.svg": _text(render(loaded, "svg", engine=engine))}
    found["story.md"] = _text(render(loaded, "md", diagram_path="picture.svg"))
    found["gap.html"] = _text(make(loaded, "gap", "html", Wish(noticed=noticed), engine=engine).content)
    for partner, stem in stems("pack", loaded):
        wish = Wish(partner=partner, noticed=noticed)
        found[f"{stem}.html"] = _text(make(loaded, "pack", "html", wish, engine=engine).content)
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


def _free_folder(wanted: str) -> str:
    number, folder = 1, wanted
    while os.path.lexists(folder):
        number += 1
        folder = f"{wanted}-{number}"
    os.makedirs(folder)
    return folder


def _text(made: str | bytes) -> str:
    return made if isinstance(made, str) else made.decode("utf-8")
