"""Running `toc` as people do: as a process of its own, in a folder of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest
from running import PLAN, environment


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.toc").write_text(PLAN)
    return tmp_path


@pytest.fixture
def toc(folder):
    """Run a command line in the folder; give its status, standard output and standard error."""

    def run(*arguments, given="", **more):
        return subprocess.run(
            [sys.executable, "-m", "toc", *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env=environment(**more),
        )

    return run
