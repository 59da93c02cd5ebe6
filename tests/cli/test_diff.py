"""`toc diff` on files: formats, statuses, and where it goes."""

from __future__ import annotations

import json

import pytest
from running import PLAN

LATER = PLAN.replace("Fewer cars drive", "No cars drive").replace("signs", "signs and bollards")
SAID = """\
2 changes from plan.toc to later.toc

Who contributes
  ~ What City council brings to ‘Close streets at drop-off’: signs → signs and bollards

In other words
  ~ The outcome ‘[-Fewer-]{+No+} cars drive past schools’
"""


@pytest.fixture
def later(folder):
    (folder / "later.toc").write_text(LATER)
    (folder / "same.toc").write_text(PLAN.replace("\n", "\r\n\r\n").replace("outcome ", "Outcome  "))
    return folder


@pytest.mark.usefixtures("later")
def test_what_changed_is_said_in_sentences(toc):
    done = toc("diff", "plan.toc", "later.toc")
    assert (done.stdout, done.stderr, done.returncode) == (SAID, "", 0)
    assert toc("diff", "plan.toc", "later.toc", "--exit-code").returncode == 1
    assert toc("diff", "plan.toc", "-", given=LATER).stdout == SAID.replace("later.toc", "-")


@pytest.mark.usefixtures("later")
def test_with_another_layout_nothing_changed(toc):
    done = toc("diff", "plan.toc", "same.toc", "--exit-code")
    assert (done.stdout, done.stderr, done.returncode) == ("no changes in the theory\n", "", 0)
    assert toc("diff", "plan.toc", "same.toc", "--format", "md").stdout == "No changes in the theory.\n"
    assert json.loads(toc("diff", "plan.toc", "same.toc", "--format", "json").stdout) == {"changes": []}


def test_colour_adds_nothing_that_is_needed_and_a_file_gets_none(toc, later):
    coloured = toc("diff", "plan.toc", "later.toc", "--colour", "always").stdout
    assert "\x1b[1;31m[-Fewer-]\x1b[0m\x1b[32m{+No+}\x1b[0m" in coloured
    toc("diff", "plan.toc", "later.toc", "-o", "changes.txt", "--colour", "always")
    assert (later / "changes.txt").read_text() == SAID


@pytest.mark.usefixtures("later")
def test_the_other_formats(toc):
    rows = json.loads(toc("diff", "plan.toc", "later.toc", "--format", "json").stdout)["changes"]
    assert [(row["class"], row["field"], row["partners"]) for row in rows] == [
        ("contribution", "what", ["council"]),
        ("reworded", "text", []),
    ]
    assert "<del>Fewer</del> <ins>No</ins>" in toc("diff", "plan.toc", "later.toc", "--format", "md").stdout


def test_both_versions_in_one_picture(toc, later):
    done = toc("diff", "plan.toc", "later.toc", "--format", "svg", "-o", "changes.svg")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    svg = (later / "changes.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg ")
    assert "was: Fewer cars drive past" in svg
    assert "± council · changed" in svg
    paper = toc("diff", "plan.toc", "later.toc", "--format", "svg", "--page", "A4", "--theme", "print").stdout
    assert 'width="297mm"' in paper or 'width="210mm"' in paper
    assert 'fill="#000000"' in paper


@pytest.mark.usefixtures("later")
def test_a_model_as_json_is_compared_like_a_text(toc):
    toc("render", "plan.toc", "-o", "plan.json")
    assert toc("diff", "plan.json", "plan.toc").stdout == "no changes in the theory\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("plan.toc", "nowhere.toc"), "There is no file nowhere.toc."),
        (("-", "-"), "Standard input can only be read once."),
        (("plan.toc", "later.toc", "-o", "later.toc"), "later.toc is the theory itself"),
        (("plan.toc", "later.toc", "--format", "xml"), "--format takes text, md, json or svg."),
    ],
)
def test_what_cannot_be_is_said_with_status_2(toc, later, arguments, says):
    done = toc("diff", *arguments)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr
    assert (later / "later.toc").read_text() == LATER


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--theme", "dark"), "--theme is for pictures: add --format svg."),
        (("--format", "md", "--theme", "dark", "--page", "A4"), "--theme and --page are for pictures"),
        (("--format", "svg", "--page", "A9"), "There is no page A9."),
    ],
)
@pytest.mark.usefixtures("later")
def test_how_a_picture_looks_is_asked_of_pictures(toc, options, says):
    done = toc("diff", "plan.toc", "later.toc", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in " ".join(done.stderr.split())
