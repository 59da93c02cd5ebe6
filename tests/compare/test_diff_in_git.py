"""`toc diff` in real repositories: revisions, the index, the working tree, includes, renames, line ends."""

from __future__ import annotations

import pytest
from repositories import commit, git, repository, write

from toc.cli.app import run

PLAN = "goal air: Clean air\n  outcome cars: {} cars drive past\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = repository(tmp_path / "plans")
    monkeypatch.chdir(folder)
    commit(folder, {"plan.toc": PLAN.format("Fewer")}, "first")
    commit(folder, {"plan.toc": PLAN.format("Few")}, "second")
    write(folder, {"plan.toc": PLAN.format("Some")})
    git(folder, "add", "plan.toc")
    write(folder, {"plan.toc": PLAN.format("No")})
    return folder


@pytest.fixture
def told(capfd):
    def tell(*arguments):
        status = run(["diff", *arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return tell


def _reworded(called, old, new):
    return f"1 change {called}\n\nIn other words\n  ~ The outcome ‘[-{old}-]{{+{new}+}} cars drive past’\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "called", "old", "new"),
    [
        ((), "from plan.toc as staged to plan.toc", "Some", "No"),
        (("plan.toc",), "from plan.toc as staged to plan.toc", "Some", "No"),
        (("HEAD", "plan.toc"), "from plan.toc at HEAD to plan.toc", "Few", "No"),
        (("HEAD~1",), "from plan.toc at HEAD~1 to plan.toc", "Fewer", "No"),
        (("--staged",), "from plan.toc at HEAD to plan.toc as staged", "Few", "Some"),
        (("HEAD~1", "HEAD"), "from plan.toc at HEAD~1 to plan.toc at HEAD", "Fewer", "Few"),
        (("HEAD~1", "plan.toc"), "from plan.toc at HEAD~1 to plan.toc", "Fewer", "No"),
        (("--staged", "plan.toc"), "from plan.toc at HEAD to plan.toc as staged", "Few", "Some"),
        (("--cached", "HEAD~1", "plan.toc"), "from plan.toc at HEAD~1 to plan.toc as staged", "Fewer", "Some"),
        (("HEAD~1..HEAD", "plan.toc"), "from plan.toc at HEAD~1 to plan.toc at HEAD", "Fewer", "Few"),
        (("HEAD~1..", "plan.toc"), "from plan.toc at HEAD~1 to plan.toc at HEAD", "Fewer", "Few"),
        (("HEAD~1", "HEAD", "plan.toc"), "from plan.toc at HEAD~1 to plan.toc at HEAD", "Fewer", "Few"),
    ],
)
def test_two_moments_of_one_file(told, arguments, called, old, new):
    assert told(*arguments) == (0, _reworded(called, old, new), "")


def test_since_two_branches_parted(folder, told):
    git(folder, "checkout", "-q", "-f", "-b", "autumn")
    commit(folder, {"plan.toc": PLAN.format("Rare")})
    git(folder, "checkout", "-q", "main")
    commit(folder, {"plan.toc": PLAN.format("Many")})
    status, out, _ = told("main...autumn", "plan.toc")
    assert (status, "[-Few-]{+Rare+}" in out) == (0, True)
    assert "[-Many-]{+Rare+}" in told("main..autumn", "plan.toc")[1]


def test_from_a_folder_below_and_with_line_ends_of_another_system(folder, told, monkeypatch):
    commit(folder, {"sub/plan.toc": PLAN.format("Few").replace("\n", "\r\n"), ".gitattributes": "* -text\n"})
    write(folder, {"sub/plan.toc": PLAN.format("Few")})
    monkeypatch.chdir(folder / "sub")
    assert told("HEAD", "plan.toc", "--exit-code") == (0, "no changes in the theory\n", "")


def test_a_file_that_had_another_name_is_found(folder, told):
    git(folder, "checkout", "-q", "-f", "HEAD")
    git(folder, "mv", "plan.toc", "air.toc")
    assert told("--staged", "air.toc")[:2] == (0, "no changes in the theory\n")
    write(folder, {"air.toc": PLAN.format("Few") + "    activity a: Act\n"})
    assert "New activity ‘Act’" in told("HEAD", "air.toc")[1]
    commit(folder, {})
    assert "New activity ‘Act’" in told("HEAD~1..HEAD", "air.toc")[1]
    assert "New activity ‘Act’" in told("HEAD~1", "HEAD", "air.toc")[1]
    assert told("HEAD~1", "air.toc")[1].startswith("1 change from plan.toc at HEAD~1 to air.toc\n")


def test_includes_are_read_as_they_were_then(folder, told):
    whole = PLAN.format("Few") + "include: parts/*.toc\n"
    commit(folder, {"plan.toc": whole, "parts/a.toc": "outcome a: One\n", "parts/b.toc": "outcome b: Two\n"})
    (folder / "parts" / "a.toc").unlink()
    write(folder, {"parts/c.toc": "outcome c: Three\n", "parts/b.toc": "outcome b: Two and a half\n"})
    status, out, err = told("HEAD", "plan.toc")
    assert (status, err) == (0, "")
    assert out.split("\n", 1)[1] == (
        "\nResults\n  + New outcome ‘Three’\n  - The outcome ‘One’ is gone\n"
        "\nIn other words\n  ~ The outcome ‘Two{+ and a half+}’\n"
    )
    (folder / "parts" / "b.toc").unlink()
    (folder / "parts" / "c.toc").unlink()
    (folder / "parts").rmdir()
    status, out, err = told("HEAD", "plan.toc")
    assert out.count("is gone") == 2
    assert "warning: plan.toc is not whole. No file is named like parts/*.toc yet." in err
    assert told("HEAD", "HEAD", "plan.toc") == (0, "no changes in the theory\n", "")


def test_a_conflict_that_git_left_is_named(folder, told):
    write(folder, {"plan.toc": PLAN.format("No") + "<<<<<<< a\n    due: 1\n=======\n    due: 2\n>>>>>>> b\n"})
    status, out, err = told("HEAD", "plan.toc")
    assert (status, "+ Parked: due: 1" in out, "+ Parked: due: 2" in out) == (0, True, True)
    assert "warning: plan.toc is not whole. Git left a conflict in it" in " ".join(err.split())


def test_an_include_that_was_not_committed_is_named(folder, told):
    commit(folder, {"plan.toc": PLAN.format("Few") + "include: other.toc\n"})
    write(folder, {"other.toc": "outcome o: O\n"})
    status, out, err = told("HEAD", "plan.toc")
    assert (status, "New outcome ‘O’" in out) == (0, True)
    assert "warning: plan.toc at HEAD is not whole. other.toc is not in ‘HEAD’." in " ".join(err.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere", "plan.toc"), "There is no revision ‘nowhere’ in this repository."),
        (("HEAD", "other.toc"), "There is no file other.toc."),
        (("other.toc",), "There is no file other.toc."),
        (("new.toc",), "new.toc is not staged."),
        (("HEAD", "new.toc"), "new.toc is not in ‘HEAD’."),
        (("HEAD~1..HEAD", "new.toc"), "new.toc is not in ‘HEAD’."),
        (("nowhere...HEAD", "plan.toc"), "There is no revision ‘nowhere’ in this repository."),
        (("--staged", "HEAD~1..HEAD", "plan.toc"), "With --staged, name one revision or none."),
        (("HEAD", "-"), "git knows nothing about standard input."),
        (("a", "b", "c", "d"), "Name two files, or one file after a revision"),
        (("a", "b", "c"), "Name two files, or one file after a revision"),
        (("HEAD",), "Which file? In this folder there are new.toc, plan.toc"),
    ],
)
def test_what_cannot_be_is_said_with_status_2(folder, told, arguments, says):
    write(folder, {"new.toc": "goal a: A\n"})
    status, out, err = told(*arguments)
    assert (status, out) == (2, "")
    assert says in " ".join(err.split())


def test_without_a_repository_two_files_are_offered(tmp_path, told, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"plan.toc": PLAN})
    status, _, err = told("plan.toc")
    assert status == 2
    assert "is in no git repository. Compare two files instead: toc diff OLD NEW" in " ".join(err.split())


def test_a_model_as_json_has_a_past_too(folder, told):
    assert run(["render", "plan.toc", "-o", "plan.json"]) == 0
    commit(folder, {})
    assert told("HEAD", "plan.json")[:2] == (0, "no changes in the theory\n")
