"""`toc review`: which plans are told of, and what is said about each."""

from __future__ import annotations

import re

import pytest
from reading import LATER, PLAN, told
from repositories import commit, git

from toc.cli.app import run
from toc.teams import MARK


def test_what_changed_is_told_with_before_and_after(folder, review):
    commit(folder, {"plan.toc": LATER})
    said = review("main")
    assert (
        told(said)
        == f"""\
{MARK}

## Reading

plan.toc

**2 changes from {git(folder, "rev-parse", "main")[:7]} to HEAD**

<sub>✏️ changed · <del>words that are gone</del> and <ins>words that are new</ins></sub>

### Who contributes

- ✏️ Lantern Street Library confirmed what it brings to ‘Send a bag of books home’ <sub>(it was offered)</sub>

### In other words

- ✏️ The outcome ‘<del>Families</del> <ins>Most families</ins> read together’

"""
    )
    after, before = re.findall(r"<summary>([^<]*)</summary>\n\n```mermaid\n(.*?)```\n\n</details>", said, re.DOTALL)
    assert (after[0], before[0]) == ("After", "Before")
    assert "Most families read together" in after[1]
    assert "\nFamilies read together" in before[1]
    assert after[1].startswith("flowchart BT\n")


def test_where_no_plan_changed_nothing_is_said(folder, review):
    assert review("main") == ""
    commit(folder, {"notes.md": "y\n"})
    assert review("main") == ""
    assert review("main...autumn", "-o", "../review.md") == ""
    assert (folder.parent / "review.md").read_text() == ""


def test_what_main_did_meanwhile_is_not_told(folder, review):
    commit(folder, {"plan.toc": LATER})
    git(folder, "checkout", "-q", "main")
    commit(folder, {"plan.toc": PLAN.replace("300", "400"), "other.toc": PLAN})
    git(folder, "checkout", "-q", "autumn")
    assert "400" not in review("main...autumn")
    assert "## Reading\n\nother.toc\n\nThis plan is no longer there." in review("main..autumn")
    assert "400 books → 300 books" in review("main..autumn")


def test_another_layout_is_no_change_and_draws_nothing(folder, review, tmp_path):
    commit(folder, {"plan.toc": PLAN.replace("\n", "\n\n")})
    said = review("main", "--pictures", str(tmp_path / "drawn"), "--pictures-at", "https://x.org/")
    assert said == f"{MARK}\n\n## Reading\n\nplan.toc\n\nNo changes in the theory.\n"
    assert list((tmp_path / "drawn").iterdir()) == []


PARTS = {
    "a part changed": {"parts/school.toc": "partner school: The School\n"},
    "a part is new": {"parts/bus.toc": "partner bus: Bus Company\n"},
    "a part is gone": {"parts/school.toc": None},
    "a part has another name": {"parts/school.toc": None, "parts/a.toc": "partner school: The School\n"},
}


@pytest.mark.parametrize("case", PARTS)
def test_a_part_is_told_of_in_its_plan(case, folder, review):
    git(folder, "checkout", "-q", "main")
    commit(folder, {"plan.toc": PLAN + "\ninclude: parts/*.toc\n", "parts/school.toc": "partner school: School\n",
                    "parts/z.toc": "# nothing yet\n", "other.toc": "goal o: Other\n"})  # fmt: skip
    git(folder, "checkout", "-q", "-b", "winter")
    for name, text in PARTS[case].items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text)
    commit(folder, {})
    said = told(review("main"))
    assert re.findall("^## .*\n\n.*", said, re.MULTILINE) == ["## Reading\n\nplan.toc"]
    assert "**1 change from" in said
    assert told(review("main", "plan.toc")) == said
    assert told(review("main", "school.toc", at="parts")) == said if case == "a part changed" else True
    assert review("main", "other.toc") == ""


def test_new_plans_old_plans_and_plans_with_another_name(folder, review):
    git(folder, "checkout", "-q", "main")
    commit(folder, {"gone.toc": "theory: Gone\ngoal g: G\n"})
    git(folder, "checkout", "-q", "-b", "winter")
    git(folder, "rm", "-q", "gone.toc")
    git(folder, "mv", "plan.toc", "a plan.toc")
    commit(folder, {"a plan.toc": LATER, "new.toc": "theory: New\ngoal n: N\n"})
    said = review("main")
    assert re.findall("^## .*\n\n.*\n\n.*", told(said), re.MULTILINE) == [
        f"## Reading\n\na plan.toc\n\n**2 changes from {git(folder, 'rev-parse', 'main')[:7]} to HEAD**",
        "## Gone\n\ngone.toc\n\nThis plan is no longer there.",
        "## New\n\nnew.toc\n\nThis plan is new.",
    ]
    assert "⚠️ The file was called plan.toc before." in said
    assert re.findall("<summary>(.*)</summary>", said) == ["After", "Before", "Before", "After"]


def test_what_cannot_be_read_silences_nothing_else(folder, review):
    commit(folder, {"bad.toc": b"\xff", "plan.toc": LATER, "whole.toc": "theory: W\ninclude: nowhere.toc\ngoal w: W\n"})
    said = review("main")
    assert "## bad.toc\n\nIt cannot be compared. bad.toc is not UTF-8" in said
    assert "**2 changes from" in said
    assert "⚠️ It is not whole at HEAD. nowhere.toc is not in ‘HEAD’." in said


def test_what_was_dropped_without_a_word_is_told_until_it_is_accepted(folder, review):
    git(folder, "checkout", "-q", "main")
    commit(folder, {"plan.toc": LATER})
    git(folder, "checkout", "-q", "-b", "winter")
    commit(folder, {"plan.toc": LATER.replace("    by library: 300 books\n        status: confirmed\n", "")})
    said = review("main")
    assert "### Dropped without a word\n\n- ⚠️ Lantern Street Library no longer contributes" in said
    assert r"\[bags by library\]" in said
    commit(folder, {"toc-accepted.toml": '[accepted]\n"bags by library" = "They told us."\n'})
    assert "Dropped without a word" not in review("main")
    commit(folder, {"toc-accepted.toml": "[accepted\n"})
    assert "It cannot be compared." in review("main")


def test_pictures_are_drawn_under_names_without_anything_strange(folder, review, tmp_path):
    strange = {"-rf $(x) `y`.toc": LATER, "sub/a\nb'\"c.toc": LATER, "çà/日本.toc": LATER, "n" * 200 + ".toc": LATER}
    commit(folder, {**strange, "plan.toc": LATER})
    said = review("main", "--pictures", str(tmp_path / "new" / "drawn"), "--pictures-at", "https://x.org/a (b)[c]\n#d")
    names = sorted(path.name for path in (tmp_path / "new" / "drawn").iterdir())
    assert names == [
        "01-rf-x-y-after.svg", f"02-{'n' * 60}-after.svg",
        "03-plan-after.svg", "03-plan-before.svg", "03-plan-both.svg", "04-sub-a-b-c-after.svg", "05-plan-after.svg",
    ]  # fmt: skip
    assert "was: Families read" in (tmp_path / "new" / "drawn" / "03-plan-both.svg").read_text(encoding="utf-8")
    assert said.endswith("among [the files of this run](https://x.org/a%20%28b%29%5Bc%5D%0A#d).\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Name what to compare with, as in toc review main More about it"),
        (("nowhere",), "There is no revision ‘nowhere’ in this repository."),
        (("nowhere..autumn",), "There is no revision ‘nowhere’ in this repository."),
        (("--", "--output=x...HEAD"), "There is no revision ‘--output=x’ in this repository."),
        (("main", "-"), "git knows nothing about standard input."),
        (("main", "--pictures-at", "javascript:x"), "is no address on the web"),
        (("main", "--pictures", "notes.md"), "The folder notes.md cannot be made"),
    ],
)
def test_what_cannot_be_is_said_with_status_2(folder, arguments, says, monkeypatch, capfd):
    monkeypatch.chdir(folder)
    assert run(["review", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert says in " ".join(err.split())


def test_outside_of_a_repository_it_says_so(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert run(["review", "main"]) == 2
    assert "This folder is in no git repository." in " ".join(capfd.readouterr().err.split())
