"""Running toc in repositories of its own, with nobody's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OURS = ("GIT_", "TOC_", "GITHUB_", "CI_", "RUNNER_")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment with nothing of whatever machine the tests run on, but for its programs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(_OURS) and not name.lower().endswith("_proxy")
    }
    people = {f"GIT_{who}_{what}": "Ana" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**kept, **people, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", **more}


def toc(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call toc as somebody in that folder would."""
    path = os.pathsep.join([one for one in sys.path if one])
    return subprocess.run(
        [sys.executable, "-P", "-m", "toc", *arguments], cwd=folder, capture_output=True, encoding="utf-8",
        check=False, timeout=60, env=environment(folder.parent, PYTHONPATH=path),
    )  # fmt: skip
