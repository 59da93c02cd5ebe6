"""Imports point one way: every room may use those the table allows, and the table has no circle.

A room is the first name below `toc`: a module or a folder. Imports inside functions and for types count like any other.
"""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

WORDS = ("source", "findings", "vocabulary", "near", "troubles", "characters")
FILES = ("decoding", "files", "includes")
LINES = ("lines", "misread", "indents", "syntax")
THEORY = ("source", "findings", "vocabulary", "near", "model", "logic")
CORE = (*WORDS, *FILES, *LINES, "memory", "build", "model", "load", "format", "logic", "rules", "check", "view")
EDGE = ("exchange", "render", "layout_worker", "live", "git", "compare", "merge", "setup", "starting", "report", "sync")
PAST = ("history", "size")
TEAMS = ("plans", "teams")
ASKING = ("aloud", "asking", "whatif", "edit")

MAY_USE: dict[str, tuple[str, ...]] = {
    "source": (),
    "vocabulary": (),
    "near": (),
    "troubles": ("near",),
    "findings": ("source",),
    "characters": ("source", "findings"),
    "model": ("source", "vocabulary"),
    "decoding": ("source", "troubles"),
    "includes": ("troubles",),
    "files": ("source", "troubles", "decoding", "includes"),
    "lines": WORDS,
    "misread": (*WORDS, "lines"),
    "indents": (*WORDS, "lines", "misread"),
    "syntax": (*WORDS, "lines", "misread", "indents"),
    "memory": (*WORDS, *LINES),
    "build": (*WORDS, *LINES, "model", "writing"),
    "load": (*WORDS, *FILES, *LINES, "memory", "build", "model"),
    "writing": (*WORDS, "lines", "misread"),
    "format": (*WORDS, *FILES, *LINES, "build", "model", "load", "writing"),
    "edit": ("source", "findings"),
    "plans": CORE,
    "teams": (*WORDS, *FILES),
    "merge": (*CORE, "writing", "edit", "service"),
    "compare": ("model", "vocabulary", "view"),
    "aloud": ("model", "rules"),
    "asking": (*CORE, "aloud", "writing", "service"),
    "whatif": ("near", "model", "logic", "rules", "aloud"),
    "git": ("source", "troubles", "decoding"),
    "size": ("model",),
    "history": ("troubles", "near", "model", "load", "view", "git", "compare", "size"),
    "service": (*CORE, "writing", "edit"),
    "logic": ("model",),
    "view": ("model", "vocabulary", "near"),
    "rules": THEORY,
    "check": (*THEORY, "load", "rules"),
    "layout_worker": (),
    "exchange": (*WORDS, "files", "model", "rules", "compare", "history"),
    "render": (*CORE, "layout_worker", "renderers"),
    "renderers": ("vocabulary", "model", "logic", "findings"),
    "report": (*CORE, "asking", "exchange", "render", "renderers"),
    "inside": (*CORE, "render", "report", "grammar"),
    "sync": (*CORE, "render", "report"),
    "live": (*CORE, "memory", "edit", "service", "exchange", "render", "report", "layout_worker"),
    "setup": (*CORE, "git", "render", "layout_worker"),
    "starting": (*CORE, "service", "setup"),
    "cli": (*CORE, *EDGE, *TEAMS, *PAST, *ASKING),
    "__main__": ("cli",),
    "__init__": ("findings", "model", "load", "check", "render", "compare"),
}

FILES_OF_TOC = sorted([*(ROOT / "toc").rglob("*.py"), *(ROOT / "renderers").rglob("*.py")])


def test_the_table_has_no_circle():
    assert list(TopologicalSorter(MAY_USE).static_order())


def test_every_room_has_its_line_in_the_table():
    assert {_room(path) for path in FILES_OF_TOC} - set(MAY_USE) == set()


@pytest.mark.parametrize("path", FILES_OF_TOC, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_uses_only_what_its_room_may_use(path: Path):
    room = _room(path)
    wrong = [f"{name} (line {line})" for name, line in _used(path) if name != room and name not in MAY_USE[room]]
    assert wrong == []


@pytest.mark.parametrize(
    ("package", "homes"),
    [
        ("pydantic", {"exchange"}),
        ("pydantic_core", {"exchange"}),
        ("lark", {"syntax", "indents", "inside"}),
        ("click", {"cli"}),
        ("pygraphviz", {"layout_worker"}),
        ("graphviz", {"layout_worker"}),
        ("starlette", {"live"}),
        ("uvicorn", {"live"}),
        ("watchfiles", {"live"}),
        ("segno", {"live"}),
    ],
)
def test_a_package_is_imported_in_one_room_only(package: str, homes: set[str]):
    used = {_room(path) for path in FILES_OF_TOC if package in {name.split(".")[0] for name, _ in _imports(path)}}
    assert used <= homes
    assert used, f"nothing imports {package} any more; is it still needed?"


@pytest.mark.parametrize(
    "path", [path for path in FILES_OF_TOC if "renderers" in path.parts], ids=lambda path: path.name
)
def test_renderers_write_no_files_and_read_no_clock(path: Path):
    banned = {"time", "socket", "tempfile", "shutil", "subprocess", "urllib", "random"}
    assert [name for name, _ in _imports(path) if name.split(".")[0] in banned] == []
    asked = [
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    ]
    assert [name for name in asked if name in ("now", "utcnow", "today")] == []


def test_a_renderer_is_found_through_the_table_only():
    outside = [path for path in FILES_OF_TOC if _room(path) != "renderers"]
    found = [
        (path.name, name)
        for path in outside
        for name, _ in _imports(path)
        if name.startswith("toc.renderers.") or name.split(".")[0] == "renderers"
    ]
    assert found == []


def test_no_two_files_of_tests_share_a_name():
    """The folders are no packages, so a name is taken once; what stands in `tests` is at hand by its bare name."""
    names = Counter(
        path.name
        for path in (ROOT / "tests").rglob("*.py")
        if "node_modules" not in path.parts and path.stem != "conftest"
    )
    assert [name for name, count in names.items() if count > 1] == []


def _room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "renderers" if parts[0] == "renderers" else parts[1]


def _used(path: Path) -> list[tuple[str, int]]:
    """Give the rooms a file imports from."""
    used = []
    for name, line in _imports(path):
        package, *rest = name.split(".")
        if package == "toc" and rest:
            used.append((rest[0], line))
    return used


@cache
def _imports(path: Path) -> list[tuple[str, int]]:
    """Give every name that a file imports, with relative ones made absolute."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            found += [(f"{base}.{alias.name}" if base == "toc" else base, node.lineno) for alias in node.names]
    return found


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    if parts[0] == "renderers":
        parts.insert(0, "toc")
    above = parts[: len(parts) - node.level]
    return ".".join([*above, *([node.module] if node.module else [])])
