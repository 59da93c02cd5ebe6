"""Two people, two clones, one plan: what git merges by itself, and what it merges with toc."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

import pytest
from clones import ATTRIBUTES, environment, git, save
from edits import edited, edited_apart

from toc.setup import wishes

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toc"))
FEWEST = 10
"""Pairs of edits that are tried in every run; `--runs 200` tries all of them."""


@pytest.fixture
def clones(tmp_path):
    """Give the clones of Ana and Ben, both set up, and a place of their own to share."""
    git(_made(tmp_path / "shared.git"), "init", "-q", "--bare", "-b", "main")
    folders = []
    for name in ("ana", "ben"):
        git(tmp_path / "shared.git", "clone", "-q", str(tmp_path / "shared.git"), str(tmp_path / name))
        for key, value in wishes().items():
            git(tmp_path / name, "config", key, value)
        folders.append(tmp_path / name)
    (folders[0] / ".gitattributes").write_text(ATTRIBUTES)
    save(folders[0], "", "begin")
    git(folders[0], "push", "-q", "origin", "HEAD:main")
    git(folders[1], "pull", "-q", "origin", "main")
    return folders


def _made(folder):
    folder.mkdir()
    return folder


def test_pairs_of_edits(clones, tmp_path, request, capsys):
    runs = max(FEWEST, request.config.getoption("--runs"))
    counts = dict.fromkeys(("conflicts of plain git", "with toc", "of edits apart, plain", "of edits apart, toc"), 0)
    for seed in range(runs):
        random = Random(seed)  # noqa: S311  edits, no secrets
        base = EXAMPLES[seed % len(EXAMPLES)].read_text(encoding="utf-8")
        apart = seed % 2 == 0
        ours, theirs = _sides(base, random, apart=apart)
        plain = _plain(tmp_path, base, ours, theirs)
        status, text = _pulled(clones, base, ours, theirs)
        assert (status == 0) == ("<<<<<<<" not in text), seed
        assert status == 0 or not apart, seed
        _nothing_is_lost(base, ours, theirs, text)
        counts["conflicts of plain git"] += plain
        counts["with toc"] += status != 0
        counts["of edits apart, plain"] += plain and apart
        counts["of edits apart, toc"] += status != 0 and apart
    with capsys.disabled():
        print(f"\n{runs} pairs of edits:", ", ".join(f"{count} {what}" for what, count in counts.items()))  # noqa: T201
    assert counts["of edits apart, plain"] > counts["of edits apart, toc"] == 0


def _sides(base, random, *, apart):
    if apart:
        return edited_apart(base, random, "ours", 0), edited_apart(base, random, "theirs", 1)
    return edited(base, random, "ours", 3), edited(base, random, "theirs", 3)


def _plain(folder, base, ours, theirs):
    """Say whether git's own merge leaves a conflict."""
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, check=False)
    return done.returncode > 0


def _pulled(clones, base, ours, theirs):
    """Let Ana push her version, and Ben pull it into his."""
    ana, ben = clones
    save(ana, base, "base")
    git(ana, "push", "-q", "origin", "HEAD:main")
    git(ben, "pull", "-q", "--ff-only", "origin", "main")
    save(ana, theirs, "theirs")
    git(ana, "push", "-q", "origin", "HEAD:main")
    save(ben, ours, "ours")
    done = git(ben, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main", fine=None)
    text = (ben / "plan.toc").read_text(encoding="utf-8")
    if done.returncode:
        git(ben, "merge", "--abort")
    git(ben, "reset", "-q", "--hard", "origin/main")
    return done.returncode, text


def _nothing_is_lost(base, ours, theirs, text):
    kept = {line.strip() for line in text.split("\n")}
    before, own, other = ({line.strip() for line in side.split("\n")} for side in (base, ours, theirs))
    assert (own - before) | (other - before) | (own & other) <= kept
    assert {line for line in kept if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))} <= own | other
