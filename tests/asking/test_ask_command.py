"""`toc ask` as people type it: sheets, answers in files that keep their bytes, and a talk at a real terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from toc.asking import Theme

PLAN = """\
theory: Reading

goal g: Everybody reads
  outcome aloud: Parents read aloud
    # ask Ann
    activity pack: Pack bags
"""
NEXT = "Is it worth all this work: ‘Everybody reads’? Who are the people it is for, and is it what they want?"
THEMES = (Theme.BACK, Theme.PURPOSE, Theme.STEPS, Theme.FOOTING, Theme.COMPANY, Theme.PARKED)
SECOND = "‘Parents read aloud’ leads to ‘Everybody reads’. Up to where"


def _environment():
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TOC_DEBUG", "COLUMNS")}
    return {**kept, "PYTHONPATH": os.pathsep.join([path for path in sys.path if path])}


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.toc"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def toc(plan):
    def run(*arguments, given=""):
        return subprocess.run(
            [sys.executable, "-m", "toc", *arguments],
            cwd=plan.parent,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env=_environment(),
        )

    return run


def test_a_sheet_and_one_question(toc):
    sheet = toc("ask", "plan.toc")
    assert (sheet.stderr, sheet.returncode) == ("", 0)
    assert sheet.stdout.startswith(f"Questions for ‘Reading’\n\nWhat it is for\n\n 4  {NEXT}\n    (plan.toc:3)\n")
    assert "\nHow one thing leads to another\n" in sheet.stdout
    one = toc("ask", "--next").stdout
    assert NEXT in one
    assert SECOND not in one
    assert 'To answer one: toc ask plan.toc --number 4 --answer "…" ' in one


def test_the_other_formats(toc, plan):
    rows = json.loads(toc("ask", "plan.toc", "--format", "json").stdout)["questions"]
    assert rows[0] == {
        "number": 4,
        "name": "worth",
        "theme": "What it is for",
        "question": NEXT,
        "why": None,
        "on": ["g"],
        "parked": None,
        "source": "Center for Theory of Change",
        "file": "plan.toc",
        "line": 3,
    }
    toc("ask", "plan.toc", "--format", "md", "-o", "sheet.md")
    told = (plan.parent / "sheet.md").read_text(encoding="utf-8")
    assert told.startswith(
        f"# Questions for ‘Reading’\n\n## What it is for\n\n**{NEXT}**\n\n4 in the bank · plan.toc:3\n"
    )


def test_one_number_or_one_box(toc):
    assert "‘Parents read aloud’" in toc("ask", "plan.toc", "--number", "3").stdout
    assert SECOND not in toc("ask", "plan.toc", "--number", "3").stdout
    about = json.loads(toc("ask", "plan.toc", "--at", "pack", "--format", "json").stdout)["questions"]
    assert about
    assert all("pack" in " ".join(row["on"]) for row in about)


def test_on_a_sheet_about_one_box_each_theme_stands_once(toc):
    told = toc("ask", "plan.toc", "--at", "g").stdout
    themes = [block for block in told.split("\n\n")[1:] if "\n" not in block and block in THEMES]
    assert themes == [*dict.fromkeys(themes)]
    assert len(themes) > 1
    assert len(told.split("\n\n")) > len(themes) * 2 + 2


def test_commands_to_type_have_names_in_quotes_where_a_shell_needs_them(toc, plan):
    plan.rename(plan.with_name("our plan.toc"))
    hint = toc("ask").stdout.splitlines()[-1]
    assert hint.startswith("To answer one: toc ask 'our plan.toc' --number 4 --answer")
    assert hint.endswith("toc ask 'our plan.toc' --interactive")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--at", "alout"), "There is no ‘alout’ on the map. Did you mean ‘aloud’?"),
        (("--number", "25"), "--number takes a whole number from 1 to 24."),
        (("--answer", " "), "An answer needs words."),
        (("--at", "pack", "--number", "4", "--answer", "Yes"), "No such question is open, so nothing was written."),
        (("--as-of", "May"), "‘May’ is no date."),
        (("-o", "plan.toc"), "plan.toc is the theory itself"),
        (("other.toc",), "Name one file."),
    ],
)
def test_what_cannot_be_is_said_with_status_2(toc, plan, arguments, says):
    done = toc("ask", "plan.toc", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert plan.read_text(encoding="utf-8") == PLAN


def test_an_answer_is_written_and_the_question_does_not_come_again(toc, plan):
    done = toc("ask", "--answer", "Yes, we voted.", "--as-of", "2027-03-01", "--present", "Ann, Town Hall")
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == f"{NEXT}\nThe answer stands in plan.toc now.\n"
    kept = "    answer: Yes, we voted.\n    asked: 2027-03-01\n    present: Ann, Town Hall\n    bank: 4\n"
    block = f"  question worth-g: {NEXT}\n{kept}"
    assert plan.read_text(encoding="utf-8") == PLAN.replace("reads\n", f"reads\n{block}", 1)
    assert SECOND in toc("ask", "--next").stdout
    assert toc("fmt", "--check").returncode == 0


def test_every_other_byte_of_the_file_stays(toc, plan):
    before, after = b"\xef\xbb\xbf# x\r\n\r\r\n\tgoal g: Everybody reads", b"\r\n  # odd\n\rterm a:  \xc3\xa9\r\n"
    plan.write_bytes(before + after)
    toc("ask", "--number", "4", "--answer", "Yes.")
    told = plan.read_bytes()
    assert told.startswith(before + b"\n\t\tquestion worth-g: ")
    assert told.endswith(b"bank: 4" + after)


def test_an_answer_goes_into_the_file_that_the_box_stands_in(toc, plan):
    (plan.parent / "more.toc").write_text("goal h: Everybody writes\n", encoding="utf-8")
    plan.write_text("theory: All\ninclude: more.toc\n", encoding="utf-8")
    toc("ask", "plan.toc", "--number", "4", "--answer", "Yes.")
    assert plan.read_text(encoding="utf-8") == "theory: All\ninclude: more.toc\n"
    assert "  question worth-h: " in (plan.parent / "more.toc").read_text(encoding="utf-8")


def test_what_is_piped_in_goes_out_with_its_answer(toc):
    done = toc("ask", "-", "--answer", "Yes.", given=PLAN)
    assert done.stdout.startswith(PLAN.partition("  outcome")[0])
    assert "    answer: Yes.\n" in done.stdout
    assert "The answer stands in standard output now." in done.stderr


def test_a_model_as_json_is_asked_about_and_not_written(toc):
    toc("render", "plan.toc", "-o", "plan.json")
    assert NEXT in toc("ask", "plan.json").stdout
    done = toc("ask", "plan.json", "--answer", "Yes.")
    assert done.returncode == 2
    assert "Answers are written into theories that are text." in done.stderr


def test_where_nothing_is_open_that_is_said(toc, plan):
    plan.write_text("term a: b\n", encoding="utf-8")
    assert toc("ask").stdout == "Nothing is open to ask here. When the map changes, there may be more.\n"


def test_what_changed_since_the_last_session_is_counted_by_git(toc, plan):
    plan = plan.rename(plan.with_name("our plan.toc"))
    plan.write_text(PLAN + "session 2027-03-01: First evening\n", encoding="utf-8")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    when = {**os.environ, "GIT_COMMITTER_DATE": "2027-03-01T12:00:00", "GIT_AUTHOR_DATE": "2027-03-01T12:00:00"}
    for words in (["init", "-q"], ["add", "our plan.toc"], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *words], cwd=plan.parent, env=when, check=True)
    assert "What has changed our minds since ‘First evening’ (2027-03-01)?\n    (" in toc("ask").stdout
    plan.write_text(plan.read_text(encoding="utf-8").replace("Pack bags", "Pack big bags"), encoding="utf-8")
    told = toc("ask").stdout
    assert re.search("One thing has changed on the map since then; to see it: toc diff [0-9a-f]+ 'our plan.toc' ", told)


class Talk:
    """`toc ask --interactive` at a terminal of its own."""

    def __init__(self, folder):
        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "toc", "ask", "plan.toc", "--interactive"],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**_environment(), "NO_COLOR": "1", "COLUMNS": "500"},
            start_new_session=True,
        )
        os.close(theirs)
        self.seen = ""

    def wait_for(self, words):
        """Wait until some words stand on the terminal, then forget what was seen so far."""
        end = time.monotonic() + 30
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self.ours], [], [], 0.2)[0]:
                self.seen += os.read(self.ours, 4096).decode("utf-8", "replace").replace("\r\n", "\n")
        self.seen = self.seen.partition(words)[2]

    def say(self, line):
        os.write(self.ours, line.encode())

    def end(self):
        """Press Ctrl-C, wait for the end, and give the status and what came last."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(30)
        with suppress(OSError):  # so says Linux when nothing more will come
            self.seen += os.read(self.ours, 4096).decode().replace("\r\n", "\n")
        os.close(self.ours)
        return status, self.seen


def test_a_talk_writes_each_answer_at_once_and_ctrl_c_loses_none(plan):
    talk = Talk(plan.parent)
    talk.wait_for("Is it worth all this work")
    talk.wait_for("> ")
    talk.say("Yes, all of us.\n")
    talk.wait_for("Written into plan.toc.")
    assert "    answer: Yes, all of us.\n" in plan.read_text(encoding="utf-8")
    talk.wait_for("> ")
    talk.say("\n")
    talk.wait_for("What would become of ‘Everybody reads’")
    talk.wait_for("> ")
    after = plan.read_text(encoding="utf-8")
    assert talk.end() == (130, "\n")
    assert plan.read_text(encoding="utf-8") == after
    assert SECOND not in after
    assert sorted(path.name for path in plan.parent.iterdir()) == ["plan.toc"]


def test_what_is_typed_elsewhere_meanwhile_stays(plan):
    talk = Talk(plan.parent)
    talk.wait_for("> ")
    plan.write_text(PLAN.replace("# ask Ann", "# ask Ben"), encoding="utf-8")
    talk.say("Yes.\n")
    talk.wait_for("Written into plan.toc.")
    assert talk.end()[0] == 130
    told = plan.read_text(encoding="utf-8")
    assert "# ask Ben" in told
    assert "    answer: Yes.\n" in told


@pytest.mark.parametrize("sign", ["?", " ? ", "؟"])
def test_a_question_mark_is_no_answer_but_asks_what_can_be_typed(toc, plan, sign):
    done = toc("ask", "plan.toc", "-i", "--number", "4", given=f"{sign}\n\n")
    how = "Write the answer on one line. Enter alone leaves a question for later, ? says this again, Ctrl-C ends.\n"
    assert done.stdout.startswith(f"{how}\n 4  {NEXT}\n")
    assert f"> {how}> That was all." in done.stdout
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_talk_that_is_piped_ends_with_its_answers(toc, plan):
    done = toc("ask", "plan.toc", "-i", "--number", "4", given="Yes.\nmore\n")
    assert done.returncode == 0
    assert done.stdout.endswith(
        "> Written into plan.toc.\nNothing is open to ask here. When the map changes, there may be more.\n"
    )
    assert "answer: Yes.\n" in plan.read_text(encoding="utf-8")
    assert "more" not in plan.read_text(encoding="utf-8")
    assert toc("ask", "-", "-i").returncode == 2
