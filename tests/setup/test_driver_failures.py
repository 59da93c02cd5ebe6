"""Whatever happens to the merge driver, both sides are still there afterwards: real git, one fault a test."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from clones import environment, git, merged, repository

from toc.setup import wishes

PLAN = "goal g: Children read\n  outcome o: Families read together\n    due: 2030\n"
OURS = PLAN.replace("2030", "2031")
THEIRS = PLAN.replace("2030", "2032")

FAULTS = {
    "not installed": None,
    "not to be run": "exit 126",
    "an exception": "exit 1",
    "wrong use": "exit 2",
    "killed": "kill -9 $$",
    "stopped": "kill -TERM $$",
    "exit 128": "exit 128",
    "exit 129": "exit 129",
    "an empty text, and all is well": ': >"$copy"; echo 0; exit 0',
    "a torn text, and all is well": 'head -c 20 "$copy" >"$copy.half"; mv "$copy.half" "$copy"; exit 0',
    "a torn text of another size": 'head -c 20 "$copy" >"$copy.half"; mv "$copy.half" "$copy"; echo 999; exit 3',
    "torn, then killed": 'head -c 20 "$copy" >"$copy.half"; mv "$copy.half" "$copy"; kill -9 $$',
    "the copy is gone": 'rm -f "$copy"; echo 0; exit 0',
    "a full disk": f'ulimit -f 0; trap "" XFSZ; exec {sys.executable} "$@"',
    "no memory": f'ulimit -v 20000; exec {sys.executable} "$@"',
}
"""What stands in for the Python that runs toc: a script that fails in its own way."""


@pytest.mark.parametrize("fault", FAULTS)
def test_both_sides_are_kept(fault, tmp_path):
    stand_in = tmp_path / "python"
    if FAULTS[fault] is not None:
        # The copy that toc may write over is the last argument but one.
        find = "for one; do copy=$last; last=$one; done\n"
        stand_in.write_text(f"#!/bin/sh\n{find}{FAULTS[fault]}\n")
        stand_in.chmod(0o755)
    driver = wishes()["merge.toc.driver"].replace(sys.executable, str(stand_in))
    folder = repository(tmp_path / "plan", PLAN, driver=driver)
    status, text = merged(folder, OURS, THEIRS)
    assert status == 1
    assert "<<<<<<< " in text
    assert "    due: 2031\n" in text
    assert "    due: 2032\n" in text
    assert git(folder, "ls-files", "--unmerged").stdout.count("plan.toc") == 3
    assert git(folder, "status", "--porcelain").stdout == "UU plan.toc\n"


def test_where_plain_git_is_clean_a_failure_is_clean_too(tmp_path):
    driver = wishes()["merge.toc.driver"].replace(sys.executable, str(tmp_path / "nobody"))
    base = "goal a: A\n\n\n\n\ngoal b: B\n"
    folder = repository(tmp_path / "plan", base, driver=driver)
    assert merged(folder, base.replace("A", "AA"), base.replace("B", "BB")) == (0, "goal a: AA\n\n\n\n\ngoal b: BB\n")


def test_without_the_settings_git_merges_line_by_line(tmp_path):
    folder = repository(tmp_path / "plan", PLAN)
    git(folder, "config", "--remove-section", "merge.toc")
    status, text = merged(folder, OURS, THEIRS)
    assert status == 1
    assert "due: 2031" in text
    assert "due: 2032" in text


@pytest.mark.parametrize("python", [sys.executable, "/nowhere/python"])
@pytest.mark.parametrize(("named", "ours", "theirs"), [(False, "ours", "theirs"), (True, "HEAD", "it's the autumn")])
def test_a_newer_git_says_what_the_sides_are_called(python, named, ours, theirs, tmp_path):
    """Git puts the names into the command from 2.44 on, and an older one leaves their places as they are."""
    folder = tmp_path / "plan"
    folder.mkdir()
    for name, said in (("base", PLAN), ("one", OURS), ("other", THEIRS)):
        (folder / name).write_text(said)
    words = {"O": "base", "A": "one", "B": "other", "L": "7", "P": "'plan.toc'", "%": "%"}
    words |= {"X": "'HEAD'", "Y": "'it'\\''s the autumn'"} if named else {}
    command = wishes()["merge.toc.driver"].replace(sys.executable, python)
    asked = re.sub("%(.)", lambda match: words.get(match[1], match[0]), command)
    done = subprocess.run(["sh", "-c", asked], cwd=folder, env=environment(tmp_path), check=False, capture_output=True)
    assert done.returncode == 1, done.stderr
    conflict = f"<<<<<<< {ours}\n    due: 2031\n=======\n    due: 2032\n>>>>>>> {theirs}\n"
    assert (folder / "one").read_text() == PLAN.replace("    due: 2030\n", conflict)
