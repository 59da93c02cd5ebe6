"""Which files of a repository are whole plans, and `toc check --whole`."""

from __future__ import annotations

import pytest
from commands import toc
from repositories import commit, git, repository, write

from toc.git import files_now
from toc.plans import now, whole_plans

PLAN = "goal g: Children read\n  outcome o: Families read\n    because: it is known\n    by school: time\n"
STRAY = "goal h: H\n  by nobody\n"
PART = "partner school: School\n"

FOLDERS = {
    "one file": ({"a.toc": PLAN}, {"a.toc": {"a.toc"}}),
    "a part": (
        {"p.toc": "include: parts/*.toc\n" + PLAN, "parts/s.toc": PART, "parts/t.toc": "# nothing\n"},
        {"p.toc": {"p.toc", "parts/s.toc", "parts/t.toc"}},
    ),
    "a part of a part": (
        {"a.toc": "include: b.toc\n", "b.toc": "include: c.toc\n", "c.toc": PART},
        {"a.toc": {"a.toc", "b.toc", "c.toc"}},
    ),
    "a part of two": (
        {"a.toc": "include: c.toc\n", "b.toc": "include: c.toc\n", "c.toc": PART},
        {"a.toc": {"a.toc", "c.toc"}, "b.toc": {"b.toc", "c.toc"}},
    ),
    "a circle": ({"a.toc": "include: b.toc\n", "b.toc": "include: a.toc\n"}, {"a.toc": {"a.toc", "b.toc"}}),
    "itself": ({"a.toc": "include: a.toc\n"}, {"a.toc": {"a.toc"}}),
    "what nobody can read": ({"a.toc": b"\xff", "b.toc": "include: a.toc\n"}, {"a.toc": {"a.toc"}, "b.toc": {"b.toc"}}),
    "no theory": ({"a.txt": PLAN}, {}),
    "strange names": (
        {"-rf.toc": PLAN, "a\nb 'c'.toc": PLAN},
        {"-rf.toc": {"-rf.toc"}, "a\nb 'c'.toc": {"a\nb 'c'.toc"}},
    ),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_whole_plans_and_their_parts(case, tmp_path):
    files, wanted = FOLDERS[case]
    folder = repository(tmp_path / "plans")
    write(folder, files)
    found = whole_plans(now(*files_now(folder)))
    assert {plan.name: set(plan.parts) for plan in found} == wanted
    assert [plan.name for plan in found] == sorted(wanted)


def test_what_git_ignores_and_links_are_no_plans(tmp_path):
    folder = repository(tmp_path / "plans")
    commit(folder, {"a.toc": PLAN, "gone.toc": PLAN, ".gitignore": "old/\n"})
    write(folder, {"new.toc": PLAN, "old/b.toc": PLAN})
    (folder / "gone.toc").unlink()
    (folder / "link.toc").symlink_to("a.toc")
    assert files_now(folder / "old").names == (".gitignore", "a.toc", "new.toc")


@pytest.fixture
def plans(tmp_path):
    """Give a repository that has a plan with a part."""
    folder = repository(tmp_path / "plans")
    plan = "include: parts/school.toc\n" + PLAN
    commit(folder, {"sub/plan.toc": plan, "sub/parts/school.toc": PART + "# a note\n", "other.toc": STRAY})
    return folder


@pytest.fixture
def check(plans):
    def run(*arguments, at="."):
        return toc(plans / at, "check", "--whole", *arguments)

    return run


def test_a_part_is_checked_in_its_plan(check, plans):
    done = check("--", "sub/parts/school.toc")
    assert (done.stderr, done.returncode) == ("", 0)
    assert "sub/plan.toc:2:1" in done.stdout
    assert "unknown-name" not in done.stdout
    assert toc(plans, "check", "sub/plan.toc").stdout == done.stdout
    assert check("parts/school.toc", at="sub").stdout == done.stdout.replace("sub/", "")


def test_without_a_file_all_plans_are_checked(check):
    done = check(at="sub")
    assert done.returncode == 1
    assert "../other.toc:2:6" in done.stdout
    assert "parts/school.toc" not in done.stdout


def test_a_file_of_elsewhere_is_checked_as_it_is(check, tmp_path):
    (tmp_path / "stray.toc").write_text(STRAY)
    assert "../stray.toc:2:6" in check("../stray.toc").stdout
    assert "There is no file nowhere.toc." in check("nowhere.toc").stderr


def test_where_there_is_nothing_to_look_at(tmp_path, check):
    (tmp_path / "empty").mkdir()
    done = check(at="../empty")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "this folder is in none" in done.stderr
    assert "Standard input is a part of nothing." in check("-").stderr
    git(tmp_path / "plans", "rm", "-rq", ".")
    done = check(at="../plans")
    assert done.returncode == 0
    assert done.stdout == "There is no .toc file in this repository yet, so nothing was looked at.\n"
    assert check("--format", "github").stdout == done.stdout
