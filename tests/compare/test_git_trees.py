"""Files of real repositories at a revision."""

from __future__ import annotations

import os

import pytest
from repositories import commit, git, repository, write

from toc.files import FileTrouble
from toc.git import INDEX, GitTrouble, merge_base, run_git, text_at, tree_at


@pytest.fixture
def plan(tmp_path):
    folder = repository(tmp_path / "répo")
    commit(folder, {"a/plan.toc": "goal a: old\n", "b.toc": "goal b: b\n", "bad.toc": b"\xff\n"})
    write(folder, {"a/plan.toc": b"goal a: staged\r\n"})
    git(folder, "add", "-A")
    write(folder, {"a/plan.toc": "goal a: new\n"})
    return folder / "a" / "plan.toc"


def test_a_text_is_read_at_a_revision_or_as_it_is_staged(plan):
    assert text_at("HEAD", plan).text == "goal a: old\n"
    assert text_at("main", plan).text == "goal a: old\n"
    assert text_at(INDEX, plan).text == "goal a: staged\n"
    assert text_at("HEAD", plan).name == "a/plan.toc"


def test_a_tree_lists_what_lay_in_a_folder(plan):
    tree = tree_at("HEAD", plan)
    assert tree.names(str(plan.parent.parent)) == ["a", "b.toc", "bad.toc"]
    assert tree.names(str(plan.parent)) == ["plan.toc"]
    assert tree.is_file(str(plan))
    assert not tree.is_file(str(plan.parent))
    assert sorted(map(tree.inside, tree)) == ["a/plan.toc", "b.toc", "bad.toc"]


def test_a_file_that_is_gone_is_still_found_with_its_folder_gone_too(plan):
    plan.unlink()
    plan.parent.rmdir()
    assert text_at("HEAD", plan).text == "goal a: old\n"


@pytest.mark.parametrize(
    ("revision", "name", "says"),
    [
        ("nowhere", "plan.toc", "There is no revision ‘nowhere’ in this repository."),
        ("--output=x", "plan.toc", "There is no revision ‘--output=x’ in this repository."),
        ("HEAD~7", "plan.toc", "There is no revision ‘HEAD~7’ in this repository."),
        ("HEAD", "other.toc", "other.toc is not in ‘HEAD’."),
        (INDEX, "other.toc", "a/other.toc is not staged. If it is new: git add a/other.toc"),
        (INDEX, "../-my plan.toc", "-my plan.toc is not staged. If it is new: git add './-my plan.toc'"),
        ("HEAD", "../bad.toc", "bad.toc is not UTF-8"),
        ("HEAD\0", "plan.toc", "git could not be started"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(plan, revision, name, says):
    with pytest.raises(FileTrouble) as trouble:
        text_at(revision, plan.parent / name)
    assert says in str(trouble.value)


def test_a_folder_outside_every_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GitTrouble, match="is in no git repository"):
        text_at("HEAD", tmp_path / "plan.toc")


def test_a_machine_without_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitTrouble, match="There is no git on this machine"):
        run_git(["version"])


def test_a_repository_without_a_commit(tmp_path):
    folder = repository(tmp_path / "new")
    with pytest.raises(GitTrouble, match="Nothing is committed in this repository yet"):
        text_at("HEAD", folder / "plan.toc")
    assert len(tree_at(INDEX, folder / "plan.toc")) == 0


def test_a_repository_without_files_to_work_on(plan, tmp_path):
    git(tmp_path, "clone", "-q", "--bare", str(plan.parent.parent), "bare.git")
    for folder in (tmp_path / "bare.git", plan.parent.parent / ".git"):
        with pytest.raises(GitTrouble, match="keeps versions for git, and no files to work on"):
            text_at("HEAD", folder / "plan.toc")


def test_a_clone_that_is_cut_short_says_how_to_get_the_rest(plan, tmp_path):
    commit(plan.parent.parent, {}, "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{plan.parent.parent}", "cut")
    there = tmp_path / "cut"
    with pytest.raises(GitTrouble, match=r"no revision ‘HEAD~1’ in this repository\. This clone does not go back"):
        text_at("HEAD~1", there / "b.toc")
    git(there, "checkout", "-q", "--orphan", "other")
    commit(there, {"b.toc": "goal b: c\n"})
    with pytest.raises(GitTrouble, match=r"‘main’ and ‘other’ have no commit in common\. This clone does not go back"):
        merge_base("main", "other", there)


@pytest.mark.parametrize("named", [{}, {"GIT_WORK_TREE": "."}])
def test_a_hook_in_a_second_working_tree_reads_the_files_of_that_one(plan, tmp_path, monkeypatch, named):
    """Git tells such a hook which repository is at work, and nothing about where the top of its files is."""
    top = plan.parent.parent
    git(top, "worktree", "add", "-q", str(tmp_path / "second"))
    monkeypatch.chdir(tmp_path / "second")
    monkeypatch.setenv("GIT_DIR", str(top / ".git" / "worktrees" / "second"))
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    tree = tree_at("HEAD", "a/plan.toc")
    assert (tree.top, tree["a/plan.toc"].text) == (os.path.realpath(tmp_path / "second"), "goal a: old\n")
