"""What a document may name, and what it may overwrite: nothing outside its project, and nothing that somebody made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from toc.files import read_bytes
from toc.includes import is_below, project_of
from toc.troubles import FileTrouble

from .marks import Block, hash_of, tidy

if TYPE_CHECKING:
    from .making import Place


class Left(Exception):  # noqa: N818  it is no error, but a block that stays as it is
    """A block that stays as it is; the message is a sentence that says why and what to do."""

    def __init__(self, sentence: str, sort: Literal["edited", "trouble"] = "trouble") -> None:
        super().__init__(sentence)
        self.sort = sort


def must_be_inside(name: str, place: Place) -> None:
    """Refuse a name that leads out of the project, before anything is looked for there; raises Left."""
    is_relative = not (os.path.isabs(name) or name.startswith("~") or os.path.splitdrive(name)[0])
    if not is_relative or "\\" in name or "://" in name or "\0" in name:
        msg = f"Name {name} from the folder of this document, with / between folders, such as plans/plan.toc."
        raise Left(msg)
    folder = os.path.dirname(os.path.realpath(place.document))
    if not is_below(os.path.join(place.folder, name), project_of(folder)):
        msg = f"{name} leads out of this project: beyond the folder with .git or toc.toml, or else the document's own."
        raise Left(msg)


def is_by_hand(inside: str, block: Block) -> bool:
    """Say whether somebody wrote what stands in a block, or changed it since toc did."""
    return bool(tidy(inside)) and (not block.hashes or hash_of(inside) != block.hashes[0])


def refuse_edits() -> None:
    """Say that a block was changed by hand; raises Left."""
    msg = (
        "Somebody wrote between these markers by hand, so nothing is changed here. Move those words out of the block, "
        "or say --force: then they are kept in a file beside this one."
    )
    raise Left(msg, "edited")


def refuse_picture(name: str) -> None:
    """Say that a picture is there already that is not ours, or not any more; raises Left."""
    msg = (
        f"{name} is there and was not drawn for this block, or was changed since. Name another file, as in "
        "picture=ours.svg, or say --force: then it is kept beside the new one."
    )
    raise Left(msg, "edited")


def on_disk(path: str) -> bytes | None:
    """Read what a file holds now; None where there is none. Raises Left for what is no file."""
    try:
        return read_bytes(path) if os.path.lexists(path) else None
    except FileTrouble as trouble:
        raise Left(str(trouble)) from None


def free(path: str) -> str:
    """Name a file beside another one that is not there yet."""
    stem, ending = os.path.splitext(path)
    number, found = 1, f"{stem}.kept{ending}"
    while os.path.lexists(found):
        number += 1
        found = f"{stem}.kept-{number}{ending}"
    return found
