"""The fenced blocks of our Markdown pages, and the shell commands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "grammar/README.md",
    "examples/README.md",
    "examples/teams/README.md",
    "examples/evening/README.md",
    "examples/reports/README.md",
    "examples/partnership/README.md",
    "examples/walk/README.md",
)
WALK = "examples/walk/README.md"
"""The page on which several people type, each in a folder of their own (test_walk.py)."""

_PROMPT = re.compile(r"(\w*)\$ (.*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block: what its first line says, the text in it, and the first paragraph below it."""

    page: str
    line: int
    language: str
    words: tuple[str, ...]
    text: str
    below: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def file(self) -> str | None:
        """The name in ``file=NAME``."""
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), None)


@dataclass(frozen=True, slots=True)
class Command:
    """A line after ``$``, what the page says it prints, and who types it, if the page says so."""

    line: str
    prints: str
    who: str = ""


def fences(page: str) -> tuple[Fence, ...]:
    """Give all blocks of a page."""
    lines = (ROOT / page).read_text(encoding="utf-8").split("\n")
    found = []
    opened = None
    for number, line in enumerate(lines):
        if not line.startswith("```"):
            continue
        if opened is None:
            opened = number
            continue
        language, *words = lines[opened][3:].split() or [""]
        text = "\n".join(lines[opened + 1 : number]) + "\n"
        found.append(Fence(page, opened + 1, language, tuple(words), text, _paragraph(lines[number + 1 :])))
        opened = None
    assert opened is None, f"{page}:{opened} is never closed"
    return tuple(found)


def all_fences(language: str) -> tuple[Fence, ...]:
    """Give the blocks of one language on all pages that exist."""
    return tuple(
        fence for page in PAGES if (ROOT / page).exists() for fence in fences(page) if fence.language == language
    )


def commands(fence: Fence) -> tuple[Command, ...]:
    """Give the commands of a ``console`` block, each with what stands below it."""
    found: list[Command] = []
    for line in fence.text.splitlines():
        if prompt := _PROMPT.match(line):
            found.append(Command(prompt[2], "", prompt[1]))
        else:
            last = found.pop()
            found.append(replace(last, prints=last.prints + line + "\n"))
    return tuple(found)


def _paragraph(lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return text.split("\n\n")[0]
