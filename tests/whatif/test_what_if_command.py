"""`toc what-if` as people type it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

PLAN = """\
theory: Reading
partner hall: Town Hall
goal g: Everybody reads
  outcome books: There are books at home
    activity buy: Buy books
      by hall: 900 EUR
      due: 2027
"""
SAID = """\
What if Town Hall were not there?

In short
  - ‘Everybody reads’ no longer holds, as the map is drawn.

What leaves with Town Hall
  - 900 EUR, for ‘Buy books’

Where it breaks
  × ‘Buy books’: nobody else does it.

What falls with it
  × ‘There are books at home’, because ‘Buy books’ falls.
  × ‘Everybody reads’, because ‘There are books at home’ falls.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.toc").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def toc(folder):
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TOC_DEBUG", "COLUMNS")}
    environment = {**kept, "PYTHONPATH": os.pathsep.join([path for path in sys.path if path])}

    def run(*arguments, given=""):
        return subprocess.run(
            [sys.executable, "-m", "toc", "what-if", *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env=environment,
        )

    return run


def test_an_answer_in_words(toc, folder):
    done = toc("plan.toc", "--without", "hall")
    assert (done.stdout, done.stderr, done.returncode) == (SAID, "", 0)
    assert toc("-", "--without", "Town Hall", given=PLAN).stdout == SAID
    toc("--without", "hall", "-o", "answer.txt")
    assert (folder / "answer.txt").read_text(encoding="utf-8") == SAID


def test_the_other_formats(toc, folder):
    told = toc("plan.toc", "--without", "hall", "--format", "md").stdout
    assert told.startswith(
        "## What if Town Hall were not there?\n\n### In short\n\n- ‘Everybody reads’ no longer holds"
    )
    assert "- × ‘Buy books’: nobody else does it.\n" in told
    data = json.loads(toc("plan.toc", "--without", "hall", "--late", "buy", "2029", "--format", "json").stdout)
    assert (data["without"], data["late"], data["goals_lost"]) == (["hall"], [{"id": "buy", "date": "2029"}], ["g"])
    assert [row["id"] for row in data["falls"]] == ["buy", "books", "g"]
    assert data["breaks"] == [{"at": "buy", "partners": ["hall"], "belief": None}]
    assert data["told"][0]["sentences"][0] == "‘Everybody reads’ no longer holds, as the map is drawn."
    toc("plan.toc", "--late", "buy", "2029", "--format", "svg", "--theme", "print", "-o", "late.svg")
    svg = (folder / "late.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg ")
    assert "» waits" in svg


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("plan.toc",), "What if what? Say --without PARTNER, --broken ASSUMPTION or --late BOX DATE."),
        (("plan.toc", "--without", "hull"), "There is no partner ‘hull’. Did you mean ‘hall’?"),
        (("plan.toc", "--late", "buy", "soon"), "‘soon’ is no date."),
        (("plan.toc", "other.toc", "--without", "hall"), "Name one file."),
        (("nowhere.toc", "--without", "hall"), "There is no file nowhere.toc."),
        (("plan.toc", "--without", "hall", "-o", "plan.toc"), "plan.toc is the theory itself"),
        (("plan.toc", "--without", "hall", "--format", "svg", "--page", "A9"), "A9"),
    ],
)
def test_what_cannot_be_is_said_with_status_2(toc, folder, arguments, says):
    done = toc(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "plan.toc").read_text(encoding="utf-8") == PLAN


def test_a_part_that_cannot_be_read_is_named(toc, folder):
    (folder / "plan.toc").write_text("include: more.toc\n" + PLAN, encoding="utf-8")
    done = toc("plan.toc", "--without", "hall")
    assert done.returncode == 0
    assert done.stderr.startswith("warning: A part of the plan was not read. ")


def test_a_long_answer_is_cut_at_the_terminal_and_whole_elsewhere(toc, folder):
    many = "".join(
        [f"  outcome o{number}: O{number}\n    activity a{number}: A{number}\n      by hall\n" for number in range(60)]
    )
    (folder / "plan.toc").write_text("partner hall: Town Hall\ngoal g: G\n" + many, encoding="utf-8")
    assert "… and 20 more; all of them: --format md" in toc("plan.toc", "--without", "hall").stdout
    assert "‘A59’: nobody else does it." in toc("plan.toc", "--without", "hall", "--format", "md").stdout
