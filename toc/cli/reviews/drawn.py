"""A review as pictures: each plan before and after, and both versions in one, as SVG in a folder.

What the files are called is made from the names of the plans, in letters, digits and few signs: these names go through
archives, addresses and other systems.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from toc.compare.merged import merged
from toc.files import write
from toc.render import render, start_engine, stop_engine
from toc.troubles import FileTrouble, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.render import Engine

    from . import Reviewed

_STRANGE = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_NAME = 60


def draw_into(folder: str, plans: Sequence[Reviewed]) -> int:
    """Draw all plans into a folder, which is made where it is not there, and give the number of pictures.

    Raises FileTrouble where the folder or a file in it cannot be written.
    """
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        msg = f"The folder {shown(folder)} cannot be made: {error.strerror}."
        raise FileTrouble(msg) from None
    engine = start_engine("embedded") if plans else None
    try:
        return sum([_draw(folder, number, plan, engine) for number, plan in enumerate(plans, 1)])
    finally:
        stop_engine(engine)


def _draw(folder: str, number: int, plan: Reviewed, engine: Engine | None) -> int:
    stem = f"{number:02}-{name_for(plan.file)}"
    drawn = 0
    for called, picture in _pictures(plan, engine):
        write(os.path.join(folder, f"{stem}-{called}.svg"), picture)
        drawn += 1
    return drawn


def name_for(file: str) -> str:
    """Make a name without anything strange in it from the name of a plan."""
    return _STRANGE.sub("-", file.removesuffix(".toc")).strip("-")[:_LONGEST_NAME] or "plan"


def _pictures(plan: Reviewed, engine: Engine | None) -> Iterator[tuple[str, str]]:
    if plan.is_same:
        return
    if plan.old is not None:
        yield "before", str(render(plan.old, "svg", engine=engine))
    if plan.new is not None:
        yield "after", str(render(plan.new, "svg", engine=engine))
    if plan.old is not None and plan.new is not None:
        both = merged(plan.changes, plan.new)
        yield "both", str(render(both.theory, "svg", engine=engine, changes=both.marks))
