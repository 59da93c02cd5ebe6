"""What people take home from a session: picture, story, what is still open, a page for every partner, and the text.

The same files go into a folder beside the plan or into one archive.
"""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from toc.files import write
from toc.render import render
from toc.report import Wish, look_through, make, stems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from toc.load import Loaded
    from toc.render import Engine

_TEXTS = "text/"


class Leaf(NamedTuple):
    """One file: what it says, and what that is, in a few words for whoever looks into the folder."""

    text: str
    about: str


Files = dict[str, Leaf]
"""The files by their names."""


def files_of(loaded: Loaded, path: str, engine: Engine | None, texts: Mapping[str, str]) -> Files:
    """Make everything that is taken home; ``texts`` are the theory's own files by name, and ``path`` is its main one.

    Raises FileTrouble for settings beside the plan that nobody understands.
    """
    noticed = look_through(loaded, path)
    found = {
        "picture.svg": Leaf(_text(render(loaded, "svg", engine=engine)), "the picture"),
        "story.md": Leaf(_text(render(loaded, "md", diagram_path="picture.svg")), "the story in words"),
        "gap.html": Leaf(_report(loaded, "gap", Wish(noticed=noticed), engine), "what is still open"),
    }
    for partner, stem in stems("pack", loaded):
        wish = Wish(partner=partner, noticed=noticed)
        found[f"{stem}.html"] = Leaf(_report(loaded, "pack", wish, engine), f"for {_called(loaded, partner)}")
    return found | {f"{_TEXTS}{name}": Leaf(text, "the text") for name, text in texts.items()}


def listed(files: Files) -> list[tuple[str, str]]:
    """Give the names of the files with what each is; the texts, which may be many, are told as their folder."""
    texts = [name for name in files if name.startswith(_TEXTS)]
    told = [(name, leaf.about) for name, leaf in files.items() if name not in texts]
    many = f" in {len(texts)} files" if len(texts) > 1 else ""
    return [*told, (_TEXTS, f"the theory as it was typed{many}")]


def _report(loaded: Loaded, name: str, wish: Wish, engine: Engine | None) -> str:
    return _text(make(loaded, name, "html", wish, engine=engine).content)


def _called(loaded: Loaded, partner: str | None) -> str:
    element = loaded.theory.get(partner or "")
    return (element.text.partition("\n")[0] if element else "") or partner or ""


def put_beside(path: str, files: Files, today: date) -> str:
    """Write the files into a new folder beside the plan and give its path; raises FileTrouble or OSError."""
    folder = _free_folder(f"{os.path.splitext(os.path.abspath(path))[0]}-{today.isoformat()}")
    for name, (text, _) in files.items():
        place = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        write(place, text)
    return folder


def archive(files: Files) -> bytes:
    """Put the files into one archive, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, (text, _) in files.items():
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
