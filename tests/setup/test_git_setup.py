"""`toc git-setup`: put in once, taken out exactly; and then git as people use it."""

import subprocess
import sys

import pytest
from clones import environment, git, repository, save

from toc.git import GitTrouble
from toc.setup import root_of

PLAN = """\
theory: Reading

goal readers: Children read for pleasure
  outcome evenings: Families read together
    due: 2030
    activity bags: Send a bag of books home

partner school: Lantern Street School
"""


def toc(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-P", "-m", "toc", *arguments], cwd=folder, env=environment(folder.parent),
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


@pytest.fixture
def plan(tmp_path):
    return repository(tmp_path / "plan", PLAN, driver=None)


def everything(folder):
    files = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: path.read_bytes() for path in files}, git(folder, "config", "--local", "--list").stdout


def test_it_is_put_in_once_and_taken_out_exactly(plan):
    (plan / ".gitignore").write_text("*.toc\n")
    (plan / ".gitattributes").write_text("*.png binary\r\n", newline="")
    before = everything(plan)
    first = toc(plan, "git-setup")
    assert first.splitlines() == [
        "From now on, git merges theories fact by fact, and keeps both sides whatever happens.",
        "From now on, git diff and git log -L know the boxes of a theory, and git difftool -t toc tells what changed.",
        "From now on, .gitattributes says that *.toc files are theories.",
        "Commit .gitattributes, so that it holds for everybody; each of them runs toc git-setup once.",
        "A rule made for TeX hid files that end in .toc; .gitignore lets them through now.",
    ]
    after = everything(plan)
    assert "as before" in toc(plan, "git-setup")
    assert everything(plan) == after
    assert toc(plan, "git-setup", "--remove").splitlines() == [
        "git merges and compares theories line by line again, as any text.",
        ".gitattributes says nothing about theories any more.",
        ".gitignore is as it was.",
    ]
    assert everything(plan) == before
    assert toc(plan, "git-setup", "--remove") == "There was nothing of toc in the settings of git.\n"


def test_what_somebody_set_twice_is_set_once(plan):
    for value in ("one %O %A %B", "another %O %A %B"):
        git(plan, "config", "--add", "merge.toc.driver", value)
    toc(plan, "git-setup")
    assert git(plan, "config", "--get-all", "merge.toc.driver").stdout.count("\n") == 1


def test_for_all_repositories(plan):
    home = plan.parent
    before = everything(plan)
    toc(plan, "git-setup", "--global")
    assert everything(plan) == before
    assert git(plan, "check-attr", "merge", "plan.toc").stdout == "plan.toc: merge: toc\n"
    toc(plan, "git-setup", "--global", "--remove")
    assert git(plan, "check-attr", "merge", "plan.toc").stdout == "plan.toc: merge: unspecified\n"
    assert (home / ".gitconfig").read_text().strip() == ""


def test_outside_of_a_repository_it_is_explained(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "toc", "git-setup"], cwd=tmp_path, env=environment(tmp_path), capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "in no git repository" in done.stderr


def test_plans_with_line_ends_of_windows_are_put_in_once_more(plan):
    (plan / "plan.toc").write_bytes(PLAN.replace("\n", "\r\n").encode())
    git(plan, "commit", "-q", "-a", "-m", "Windows")
    assert "git add --renormalize . and then git commit\n" in toc(plan, "git-setup")
    git(plan, "add", "--renormalize", ".")
    save(plan, PLAN, "Once more")
    assert "renormalize" not in toc(plan, "git-setup")


def test_a_repository_that_has_no_files_is_not_called_none(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    with pytest.raises(GitTrouble, match="keeps versions for git, and no files to work on"):
        root_of(str(tmp_path / "shared.git"))


@pytest.fixture
def ready(plan):
    toc(plan, "git-setup")
    save(plan, PLAN, "set up")
    return plan


def test_the_history_of_one_box(ready):
    save(ready, PLAN.replace("together", "together at home"), "evenings at home")
    save(ready, PLAN.replace("together", "together at home").replace("bag of", "sack of"), "sacks")
    told = git(ready, "log", "-L", ":evenings:plan.toc", "--format=%s", "-s").stdout
    assert told.split() == ["evenings", "at", "home", "the", "plan"]


def test_a_diff_names_the_box_and_the_words(ready):
    (ready / "plan.toc").write_text(PLAN.replace("2030", "2031"))
    assert "@@   outcome evenings: Families read together\n" in git(ready, "diff", "-U0").stdout
    words = git(ready, "diff", "--word-diff=plain").stdout
    assert "due: [-2030-]{+2031+}" in words


def test_the_difftool_tells_what_changed(ready):
    (ready / "plan.toc").write_text(PLAN.replace("2030", "2031"))
    told = git(ready, "difftool", "-y", "-t", "toc").stdout
    assert "2031" in told
    assert "evenings" in told or "Families read together" in told


OURS, THEIRS = PLAN.replace("together\n", "together at home\n"), PLAN.replace("2030", "2031")
BOTH = PLAN.replace("together\n", "together at home\n").replace("2030", "2031")


def _branches(folder):
    git(folder, "checkout", "-q", "-b", "other")
    save(folder, THEIRS, "theirs")
    git(folder, "checkout", "-q", "main")
    save(folder, OURS, "ours")


@pytest.mark.parametrize("way", ["merge -q --no-edit other", "rebase -q other", "cherry-pick other"])
def test_two_lines_that_touch_are_merged(ready, way):
    _branches(ready)
    assert git(ready, *way.split()).returncode == 0
    assert (ready / "plan.toc").read_text() == BOTH


def test_what_was_stashed_comes_back(ready):
    (ready / "plan.toc").write_text(THEIRS)
    git(ready, "stash", "-q")
    save(ready, OURS, "ours")
    git(ready, "stash", "pop", "-q")
    assert (ready / "plan.toc").read_text() == BOTH


def test_a_name_of_a_folder_that_is_called_toc_is_not_run(ready):
    (ready / "toc").mkdir()
    (ready / "toc" / "__main__.py").write_text("raise SystemExit(0)\n")
    _branches(ready)
    git(ready, "merge", "-q", "--no-edit", "other")
    assert (ready / "plan.toc").read_text() == BOTH
