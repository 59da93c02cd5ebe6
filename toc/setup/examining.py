"""How this machine and this folder are: what works, what could be added, and what is wrong, with what to do about it.

Nothing is guessed where it can be tried: boxes are placed, a picture is made, a port is opened.
"""

from __future__ import annotations

import os
import socket
import sys
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from toc.git import GitTrouble, ask_git
from toc.layout_worker import EngineError, EngineTimeoutError, Worker
from toc.load import loads
from toc.render import RenderTrouble, render

from . import is_hidden, root_of, settings
from .driver import wishes

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRAPH = "digraph { a [width=1, height=1, fixedsize=true]; b [width=1, height=1, fixedsize=true]; a -> b }"
_SHOWN = ("lark", "click", "pydantic", "pygraphviz")
_LIVE = ("starlette", "uvicorn", "websockets", "watchfiles", "segno")
_EXTRAS = (
    (
        "office",
        ("docx", "xlsxwriter", "pptx", "resvg_py"),
        "Reports can be made as Word, Excel and PowerPoint.",
        "Word, Excel and PowerPoint",
    ),
    ("templates", ("openpyxl", "docxtpl"), "Templates of donors can be filled.", "filling templates of donors"),
)
"""Extras, what they bring, what to say where all of it is there, and what they are for."""

_PORT = 8137
_SET_UP = "To set it up: toc git-setup"


class State(StrEnum):
    """How something is."""

    GOOD = "good"
    OPTION = "option"
    """it works without, and could be added"""
    WRONG = "wrong"


class Found(NamedTuple):
    """One thing that was looked at, in a sentence that says what to do where something can be done."""

    state: State
    says: str


def examine(folder: str) -> Iterator[Found]:
    """Look at the machine, then at the folder with its plans."""
    yield from _versions()
    yield _engine()
    yield from _formats()
    yield from _extras()
    yield from _live_page()
    yield from _git(folder)


def _versions() -> Iterator[Found]:
    found = ", ".join([f"{name} {_version(name)}" for name in _SHOWN])
    yield Found(State.GOOD, f"Python {'.'.join(map(str, sys.version_info[:3]))} with {found}.")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(missing)"


def _engine() -> Found:
    worker = Worker()
    try:
        worker.plain(_GRAPH)
    except (EngineError, EngineTimeoutError) as trouble:
        says = "Graphviz does not place boxes here, so pictures have toc's own plainer layout"
        return Found(State.OPTION, f"{says} ({trouble}). An installed Graphviz is used with --engine system.")
    finally:
        worker.close()
    return Found(State.GOOD, "Graphviz places the boxes.")


def _formats() -> Iterator[Found]:
    """Make a small picture in each format that needs packages and fonts of its own."""
    theory = loads("goal g: Children breathe clean air").theory
    for name in ("png", "pdf"):
        try:
            render(theory, name, engine="plain")
        except RenderTrouble as trouble:
            yield Found(State.OPTION, str(trouble))
        else:
            yield Found(State.GOOD, f"Pictures can be made as {name.upper()}, with the fonts of this machine.")


def _extras() -> Iterator[Found]:
    for extra, packages, works, purpose in _EXTRAS:
        if all(find_spec(name) for name in packages):
            yield Found(State.GOOD, works)
        else:
            says = f"For {purpose} some packages are missing: pip install 'theory-of-change[{extra}]'"
            yield Found(State.OPTION, says)


def _live_page() -> Iterator[Found]:
    missing = [name for name in _LIVE if find_spec(name) is None]
    if missing:
        yield Found(State.OPTION, "For toc live some packages are missing: pip install 'theory-of-change[live]'")
        return
    with socket.socket() as tried:
        try:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(("127.0.0.1", _PORT))
        except OSError as trouble:
            says = f"Port {_PORT} is taken ({trouble.strerror}); toc live takes the next free one."
            yield Found(State.OPTION, says)
        else:
            yield Found(State.GOOD, f"toc live can open its page at port {_PORT}.")


def _git(folder: str) -> Iterator[Found]:
    try:
        told = ask_git(["--version"], folder=folder).out.decode("utf-8", "replace").strip()
    except GitTrouble:
        yield Found(State.OPTION, "There is no git on this machine; toc works without it.")
        return
    yield Found(State.GOOD, f"{told}.")
    try:
        root_of(folder)
    except GitTrouble as trouble:
        yield Found(State.OPTION, str(trouble))
        return
    yield _drivers(folder)
    yield from [found for name in _plans(folder) for found in _plan(folder, name)]


def _drivers(folder: str) -> Found:
    had = settings(folder, everywhere=True) | settings(folder, everywhere=False)
    wanted = wishes()
    if not had:
        return Found(State.OPTION, f"git merges and compares plans line by line here. {_SET_UP}")
    if had != wanted:
        says = "The settings of git are of another toc, or not complete. To renew them: toc git-setup"
        return Found(State.WRONG, says)
    return Found(State.GOOD, "git merges and compares plans as theories here.")


def _plans(folder: str) -> list[str]:
    return sorted([entry.name for entry in os.scandir(folder) if entry.name.endswith(".toc") and entry.is_file()])


def _plan(folder: str, name: str) -> Iterator[Found]:
    if is_hidden(folder, name):
        yield Found(
            State.WRONG, f"git overlooks {name}, because of a rule made for TeX. To let it through: toc git-setup"
        )
    told = ask_git(["check-attr", "-z", "merge", "diff", "--", name], folder=folder).out.split(b"\0")
    if [value for value in told[2::3] if value] != [b"toc", b"toc"]:
        yield Found(
            State.OPTION, f"git takes {name} for any text; .gitattributes can say that it is a theory. {_SET_UP}"
        )
