"""People who begin a theory: each has a home, with no settings but their own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment in which toc and git find nobody's settings but those in ``home``."""
    apart = ("GIT_", "TOC_", "NO_COLOR", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(apart)}
    beside_python = os.path.dirname(sys.executable)
    path = os.pathsep.join([beside_python, os.environ.get("PATH", "")])
    return {**kept, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
            "PATH": path, "PYTHONPATH": os.pathsep.join([one for one in sys.path if one]), "LC_ALL": "C.UTF-8",
            **more}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    """Call git in a folder and give what it says."""
    command = ["git", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment(folder.parent), check=True, capture_output=True, encoding="utf-8"
    ).stdout
