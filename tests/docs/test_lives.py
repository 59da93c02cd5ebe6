"""The life of a box, as the README tells it: the two versions of its plan saved by two people, in a real repository."""

from __future__ import annotations

import pytest
from fences import fences
from repositories import git, repository, write

from toc.cli.app import run

SAVED = (
    ("spring.toc", "Ana Lopez", "2026-03-12", "First evening"),
    ("autumn.toc", "Ben Okri", "2026-09-24", "Second evening"),
)


@pytest.fixture
def plan(tmp_path, monkeypatch):
    folder = repository(tmp_path / "plans")
    texts = {fence.file: fence.text for fence in fences("README.md") if fence.file}
    for name, who, day, message in SAVED:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T21:00:00+01:00")
        write(folder, {"plan.toc": texts[name]})
        git(folder, "add", "plan.toc")
        git(folder, "commit", "-q", f"--author={who} <a@b>", f"--date={day}T21:00:00+01:00", "-m", message)
    monkeypatch.chdir(folder)


@pytest.mark.usefixtures("plan")
def test_the_life_that_the_page_shows_is_what_is_told(capfd):
    shown = [fence.text for fence in fences("README.md") if (fence.language, fence.words) == ("text", ("life",))]
    assert run(["log", "plan.toc", "evenings"]) == 0
    assert [capfd.readouterr().out] == shown
