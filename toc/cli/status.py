"""`toc` alone: how the plan in this folder is doing, and what could come next."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from toc.troubles import typed

from .options import theories_here
from .terminal import Row, Style, Styled, of_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTED = 8
_EXAMPLE = (
    "theory: Clean air for our street",
    "goal clean-air: Children breathe clean air",
    "  outcome fewer-cars: Fewer cars drive past the school",
    "    activity close: Close the street at drop-off",
    "      by council: signs and barriers",
    "partner council: The city council",
)
_COMMANDS = (
    ("toc live {0}", "write, and see it drawn"),
    ("toc check {0}", "look for gaps"),
    ("toc ask {0}", "ask what only you can answer"),
    ("toc render {0} -o {1}", "draw it"),
    ("toc render {0} -o {2}", "tell it as a story"),
    ("toc report all {0} -o for-everybody/", "write what people take home"),
    ("toc fmt {0}", "tidy it up"),
)


def say_version() -> None:
    """Say which version this is, on standard output."""
    from .about import version  # noqa: PLC0415  costs 20 ms

    of_stream(sys.stdout).say(f"toc {version()}")


def say_status() -> None:
    """Say how the only theory of this folder is doing; with none or several, say what could be done."""
    terminal = of_stream(sys.stdout)
    here = theories_here()
    rows = _of_one(here[0]) if len(here) == 1 else _of_several(here) if here else _of_none()
    for row in rows:
        terminal.say(row)


def _of_one(file: str) -> Iterator[Row]:
    from toc.check import survey  # noqa: PLC0415  a folder without a theory needs no rules
    from toc.size import size  # noqa: PLC0415  the same

    from .noticed import of_survey  # noqa: PLC0415  the same
    from .noticed.as_text import closing_row  # noqa: PLC0415  the same
    from .opening import opened, settings_for  # noqa: PLC0415  the same

    loaded = opened(file)
    found = survey(loaded, settings=settings_for(file))
    yield Row((Styled(loaded.theory.title or file, Style.STRONG),))
    yield Row((f"{file} ({found.stage}): {size(loaded.theory)}",))
    yield closing_row((of_survey(loaded, file, found),))
    yield Row()
    yield from _next(file)


def _next(file: str) -> Iterator[Row]:
    stem = os.path.splitext(file)[0]
    names = [typed(name) for name in (file, f"{stem}.svg", f"{stem}.md")]
    lines = [(command.format(*names), what) for command, what in _COMMANDS]
    width = max([len(command) for command, _ in lines])
    yield from [Row((Styled(f"  {command:<{width}}", Style.ADVICE), f"  {what}")) for command, what in lines]
    yield Row((Styled("  toc --help".ljust(width + 2), Style.ADVICE), "  everything else"))


def _of_several(files: tuple[str, ...]) -> Iterator[Row]:
    yield Row((f"There are {len(files)} theories in this folder:",))
    yield from [Row((f"  {file}",)) for file in files[:_LISTED]]
    if len(files) > _LISTED:
        yield Row((f"  … and {len(files) - _LISTED} more",))
    yield Row()
    yield from _next(files[0])


def _of_none() -> Iterator[Row]:
    yield Row(("There is no theory of change in this folder yet. To begin with four questions: toc new",))
    yield Row(("Or write one with any editor, such as plan.toc:",))
    yield Row()
    yield from [Row((Styled(f"  {line}", Style.STRONG),)) for line in _EXAMPLE]
    yield Row()
    yield from _next("plan.toc")
