"""`toc new` as people give it: what stands in the folder afterwards, and what is left alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest
from people import environment, git

import toc
from toc.starting import TEMPLATES, template

SAID = "All children swim\n\nSchool, Club\n\nWater\n\nClub: lessons\n"
PLAN = """\
# A line that begins with # and a space, like this one, is for whoever writes here; it is never drawn.
# What stands further in comes first, and leads to what it stands in.

theory: Skerry bay
  stage: live

partner school: School
partner club: Club

goal all-children-swim: All children swim
  outcome water: Water
    activity lessons: lessons
      by club
"""
ATTRIBUTES = "# theories of change: see toc git-setup\n*.toc diff=toc merge=toc text eol=lf linguist-language=Text\n"


def run(folder, *arguments, given=SAID, status=0, **more):
    done = subprocess.run(
        [sys.executable, "-P", "-m", "toc", *arguments], cwd=folder, env=environment(folder, **more), check=False,
        input=given if isinstance(given, bytes) else given.encode(), capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    return (done.stderr if status else done.stdout).decode("utf-8")


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_a_folder_with_a_plan(tmp_path):
    said = run(tmp_path, "new", "skerry-bay")
    assert said == (
        "An empty line goes on to the next question. Every answer may stay empty.\n\n"
        "1 of 4. What would be different, and for whom, if this worked?\n"
        "        Such as: Every child in Lantern Street reads for pleasure\n> All children swim\n>\n\n"
        "2 of 4. Who is at the table? With commas between them, or one on each line.\n"
        "        Such as: Lantern Street School, the library\n> School, Club\n>\n\n"
        "3 of 4. What must be in place before that can happen? One thing on each line.\n"
        "        Such as: Families read together in the evening\n> Water\n>\n\n"
        "4 of 4. What does somebody already do for it? One thing on each line; begin with who, if you know.\n"
        "        Such as: The library: send a bag of books home every Friday\n> Club: lessons\n>\n\n"
        "skerry-bay/plan.toc is your plan.\n"
        "skerry-bay/.gitattributes tells git that *.toc files are theories.\n"
        "skerry-bay/README.md tells whoever finds it what this is.\n\n"
        "  toc live skerry-bay/plan.toc                           write on, on a page that draws while you type\n"
        "  toc check skerry-bay/plan.toc                          look for gaps\n"
        "  toc render skerry-bay/plan.toc -o skerry-bay/plan.svg  draw it\n"
    )
    found = files(tmp_path)
    readme = found.pop("skerry-bay/README.md")
    assert found == {"skerry-bay/plan.toc": PLAN, "skerry-bay/.gitattributes": ATTRIBUTES}
    assert "\n    toc render plan.toc -o plan.svg\n" in readme
    assert "| `->` | leads to this as well |\n" in readme
    assert "{" not in readme
    run(tmp_path / "skerry-bay", "check", "plan.toc")
    run(tmp_path / "skerry-bay", "fmt", "--check", "plan.toc")


PLACES = [
    ((), "plan.toc", None),
    ((".",), "plan.toc", None),
    (("pools",), "pools/plan.toc", "Pools"),
    (("pools/",), "pools/plan.toc", "Pools"),
    (("old",), "old/plan.toc", "Old"),
    (("our_pool.toc",), "our_pool.toc", "Our pool"),
    (("pools/our pool.toc",), "pools/our pool.toc", "Our pool"),
    (("goal x: y",), "goal x: y/plan.toc", "Goal x: y"),
    (("--", "-x"), "-x/plan.toc", "X"),
    (("-",), "-/plan.toc", "Our theory of change"),
    (("été été",), "été été/plan.toc", "Été été"),
]


@pytest.mark.parametrize(("arguments", "path", "title"), PLACES)
def test_where_it_goes_and_what_it_is_called(tmp_path, arguments, path, title):
    (tmp_path / "old").mkdir()
    run(tmp_path, "new", *arguments)
    loaded = toc.load(tmp_path / path)
    assert (loaded.findings, len(loaded.theory.elements)) == ((), 5)
    assert title in (None, loaded.theory.title)


def test_what_is_there_stays(tmp_path):
    (tmp_path / "plan.toc").write_text("goal: x\n")
    assert run(tmp_path, "new", status=2) == (
        "toc: plan.toc is there already, and stays as it is. To go on with it: toc live plan.toc. "
        "For another plan, name a folder: toc new NAME\n"
    )
    assert files(tmp_path) == {"plan.toc": "goal: x\n"}
    (tmp_path / "plan.toc").rename(tmp_path / "other.toc")
    (tmp_path / "README.md").write_text("ours\n")
    (tmp_path / ".gitattributes").write_text("*.png binary\n")
    told = run(tmp_path, "new")
    assert "README.md was there already, and stays as it is.\n" in told
    found = files(tmp_path)
    assert (found["README.md"], found["other.toc"]) == ("ours\n", "goal: x\n")
    assert found[".gitattributes"] == "*.png binary\n" + ATTRIBUTES
    (tmp_path / "plan.toc").unlink()
    assert ".gitattributes tells git that *.toc files are theories, as before.\n" in run(tmp_path, "new")
    assert files(tmp_path)[".gitattributes"] == "*.png binary\n" + ATTRIBUTES


def _a_link_to_nothing(folder):
    (folder / "plan.toc").symlink_to("gone")


def _a_folder_of_that_name(folder):
    (folder / "plan.toc").mkdir()


def _no_permission(folder):
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)


TROUBLES = [
    ((), _a_link_to_nothing, "plan.toc is there already"),
    ((), _a_folder_of_that_name, "plan.toc is there already"),
    (("notes",), lambda folder: (folder / "notes").touch(), "notes is a file. Name a folder, or a file"),
    (("a/b",), lambda _: None, "a/b cannot be written: there is no folder a. Make it first"),
    (("a/b/plan.toc",), lambda _: None, "a/b cannot be written: there is no folder a. Make it first"),
    (("",), lambda _: None, "‘’ is no name for a folder or a plan"),
    (("a\nb",), lambda _: None, "is no name for a folder or a plan"),
    ((), lambda folder: (folder / ".gitattributes").mkdir(), "It is a folder"),
    ((), _no_permission, "You have no permission"),
    (("--template", "wrkshop"), lambda _: None, "Did you mean ‘workshop’? To see what they are for: toc new --list"),
]


@pytest.mark.parametrize(("arguments", "prepare", "says"), TROUBLES)
def test_what_cannot_be_done_is_said_and_leaves_nothing(tmp_path, arguments, prepare, says):
    prepare(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert says in run(tmp_path, "new", *arguments, status=2)
    assert sorted(tmp_path.iterdir()) == before


SHORT_OF_ROOM = 'ulimit -f 1 && exec "$@"'


@pytest.mark.skipif(sys.platform == "win32", reason="there is no ulimit")
@pytest.mark.parametrize("there", [{}, {"README.md": "ours\n", ".gitattributes": "*.png binary\n"}])
@pytest.mark.parametrize("place", [".", "pools"])
def test_where_there_is_no_room_everything_is_as_it_was(tmp_path, there, place):
    """The README does not fit, or where there is one, the plan."""
    for name, text in there.items():
        (tmp_path / name).write_text(text)
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, "-P", "-m", "toc", "new", place, "--template", "logframe"]
    done = subprocess.run(
        ["sh", "-c", SHORT_OF_ROOM, "sh", *command], cwd=tmp_path, env=environment(tmp_path), check=False,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert ("plan.toc" if there and place == "." else "README.md") in done.stderr
    assert "cannot be written" in done.stderr
    assert (sorted(tmp_path.iterdir()), files(tmp_path)) == (before, there)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"caf\xe9\n", "is not UTF-8"),
        (b"x" * 100_001, "One plan cannot hold that much."),
        (b"PK\x03\x04", "ZIP archive"),
    ],
)
def test_answers_that_are_no_answers(tmp_path, given, says):
    assert says in run(tmp_path, "new", "pools", given=given, status=2)
    assert list(tmp_path.iterdir()) == []


def test_without_anybody_to_ask(tmp_path):
    command = [sys.executable, "-m", "toc", "new", "pools"]
    shell = ["sh", "-c", '"$@" <&-', "sh", *command]
    done = subprocess.run(shell, cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=False)
    assert done.stderr == "toc: There is nobody to ask. To begin without questions: toc new --template workshop\n"
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_what_git_would_not_see_is_brought_to_light(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("*.toc\n")
    assert "pools/.gitignore keeps a rule made for TeX from hiding them.\n" in run(tmp_path, "new", "pools")
    seen = git(tmp_path, "ls-files", "-o", "--exclude-standard", "pools").split()
    assert seen == ["pools/.gitattributes", "pools/.gitignore", "pools/README.md", "pools/plan.toc"]
    assert git(tmp_path, "check-attr", "merge", "pools/plan.toc") == "pools/plan.toc: merge: toc\n"


def test_templates_are_listed_and_taken_word_for_word(tmp_path):
    listed = [line.split()[0] for line in run(tmp_path, "new", "--list").splitlines() if line.startswith("  ")]
    assert tuple(listed) == TEMPLATES
    said = run(tmp_path, "new", "--template", "purpose", "pools", given="")
    assert said.startswith("pools/plan.toc is your plan.\n")
    assert files(tmp_path)["pools/plan.toc"] == template("purpose")
