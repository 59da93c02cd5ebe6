"""A repository on a branch that has left main, and `toc review` in it."""

from __future__ import annotations

import pytest
from reading import PLAN
from repositories import commit, git, repository

from toc.cli.app import run


@pytest.fixture
def folder(tmp_path):
    """Give a repository with a plan, on a branch that has left main."""
    folder = repository(tmp_path / "plans")
    commit(folder, {"plan.toc": PLAN, "notes.md": "x\n"})
    git(folder, "checkout", "-q", "-b", "autumn")
    return folder


@pytest.fixture
def review(folder, monkeypatch, capfd):
    def write(*arguments, at="."):
        monkeypatch.chdir(folder / at)
        status = run(["review", *arguments])
        out, err = capfd.readouterr()
        assert (status, err) == (0, "")
        return out

    return write
