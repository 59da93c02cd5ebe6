import json
import os

import pytest
from running import BROKEN, PLAN

from toc.cli.app import COMMANDS

CLOSING = "No gaps found in the map. Whether it is true, only your group can say.\n"

STATUSES = [
    ((), PLAN, 0),
    ((), BROKEN, 1),
    (("--strict",), "goal: a\n  outcome: b\n", 1),
    ((), "goal: a\n  outcome: b\n", 0),
    (("--stage", "agreed"), "goal: a\n  outcome: b\n", 1),
    (("--stage", "live"), BROKEN, 0),
    ((), "", 0),
]


@pytest.mark.parametrize(("options", "text", "status"), STATUSES)
def test_the_status_says_whether_something_is_an_error(toc, folder, options, text, status):
    (folder / "plan.toc").write_text(text)
    assert toc("check", "plan.toc", *options).returncode == status
    assert toc("check", "-", *options, given=text).returncode == status


def test_nothing_found_is_said_without_claiming_that_it_is_complete(toc, folder):
    (folder / "plan.toc").write_text("goal: Clean air\n  enough: yes\n  condition: Streets are closed\n")
    done = toc("check", "plan.toc", "--profile", "light")
    assert (done.stdout, done.stderr, done.returncode) == (CLOSING, "", 0)


def test_a_finding_stands_in_its_line_with_a_fix(toc, folder):
    (folder / "plan.toc").write_text(BROKEN)
    done = toc("check", "plan.toc")
    assert (
        "plan.toc:10:10\n"
        "  10 |       by counsil: signs\n"
        "     |          ^^^^^^^\n"
        "error: ‘counsil’ is not a partner here yet. Did you mean ‘council’? [unknown-name]\n"
        "  fix: Write ‘council’\n"
    ) in done.stdout
    assert done.stdout.rstrip("\n").split("\n")[-1].startswith("One error")
    assert done.stderr == ""


def test_without_a_name_the_only_theory_of_the_folder_is_meant(toc, folder):
    assert toc("check").stdout == toc("check", "plan.toc").stdout
    (folder / "second.toc").touch()
    done = toc("check")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "Which file? In this folder there are plan.toc, second.toc" in done.stderr


def test_several_files_are_checked_together(toc, folder):
    (folder / "broken.toc").write_text(BROKEN)
    done = toc("check", "plan.toc", "broken.toc", "--format", "json")
    summary = json.loads(done.stdout)["summary"]
    assert [(one["file"], one["errors"]) for one in summary["files"]] == [("plan.toc", 0), ("broken.toc", 1)]
    assert done.returncode == 1


def test_nothing_is_written_when_one_of_the_files_cannot_be_read(toc, folder):
    done = toc("check", "plan.toc", "gone.toc", "-o", "report.txt")
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr.startswith("toc: There is no file gone.toc.")
    assert not (folder / "report.txt").exists()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_every_format_goes_to_a_file_or_to_standard_output(toc, folder, form):
    (folder / "plan.toc").write_text(BROKEN)
    shown = toc("check", "plan.toc", "--format", form)
    written = toc("check", "plan.toc", "--format", form, "-o", "report")
    assert (shown.returncode, written.returncode, written.stdout) == (1, 1, "")
    assert (folder / "report").read_text() == shown.stdout
    assert "unknown-name" in shown.stdout


def test_json_names_the_stage(toc):
    summary = json.loads(toc("check", "plan.toc", "--format", "json", "--stage", "running").stdout)["summary"]
    assert summary["stage"] == "running"


def test_text_stops_after_twenty_errors_and_json_does_not(toc, folder):
    (folder / "plan.toc").write_text("goal: a\n" + "".join(f"  -> missing-{place}\n" for place in range(100, 130)))
    shown = toc("check", "plan.toc")
    assert shown.stdout.count("\nerror: ") == 20
    assert "ten more errors. All of them: toc check --format json" in shown.stdout
    found = json.loads(toc("check", "plan.toc", "--format", "json").stdout)["findings"]
    assert len([finding for finding in found if finding["severity"] == "error"]) == 30


WRONG_USE = [
    (("check", "--stage", "final", "plan.toc"), "There is no stage ‘final’; there are live, draft, agreed, running."),
    (("check", "--profile", "rome", "plan.toc"), "There is no profile ‘rome’; there are room,"),
    (("check", "--as-of", "tomorrow", "plan.toc"), "‘tomorrow’ is no date."),
    (("check", "--format", "xml", "plan.toc"), "--format takes text, json, github, sarif or junit."),
    (("check", "--colour", "red", "plan.toc"), "--color takes auto, always or never."),
    (("check", "--stict", "plan.toc"), "There is no option --stict. Did you mean --strict?"),
    (("check", "plan.toc", "--strict=yes"), "--strict stands alone, with nothing behind it."),
    (("check", "plan.toc", "--as-of"), "--as-of needs something behind it: --as-of DATE."),
    (("render", "plan.toc", "--dpi", "5"), "--dpi takes a whole number from 24 to 1200."),
    (("render", "plan.toc", "--depth", "two"), "--depth takes a whole number from 0 up."),
    (("schema", "plan.toc"), "toc schema has no use for plan.toc."),
    (("chek",), "There is no command ‘chek’. Did you mean toc check?"),
    (("draw",), f"There is no command ‘draw’. There are {', '.join(COMMANDS[:3])}, "),
    (("plan.toc",), "What shall be done with plan.toc? To look for gaps: toc check plan.toc"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG_USE)
def test_wrong_use_is_said_with_status_2_and_nothing_else(toc, arguments, says):
    done = toc(*arguments)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_date_is_compared_with_and_the_clock_is_never_read(toc, folder):
    (folder / "plan.toc").write_text(PLAN)
    assert toc("check", "plan.toc", "--as-of", "2030-06-15").returncode == 0


def test_what_was_silenced_is_told_with_its_reason(toc, folder):
    (folder / "plan.toc").write_text("goal air: Clean air\n  ignore unsupported-outcome: we start next year\n")
    done = toc("check", "plan.toc")
    assert "Not told: unsupported-outcome at plan.toc:1, because we start next year\n" in done.stdout
    report = json.loads(toc("check", "plan.toc", "--format", "json").stdout)
    assert [one["reason"] for one in report["summary"]["silenced"]] == ["we start next year"]
    (run,) = json.loads(toc("check", "plan.toc", "--format", "sarif").stdout)["runs"]
    assert {"kind": "inSource", "justification": "we start next year"} in [
        one for result in run["results"] for one in result.get("suppressions", [])
    ]


def test_colour_only_where_it_is_wanted(toc, folder):
    (folder / "plan.toc").write_text(BROKEN)
    assert "\x1b" not in toc("check", "plan.toc").stdout
    assert "\x1b[1;31merror: \x1b[0m" in toc("check", "plan.toc", "--color", "always", NO_COLOR="1").stdout
    assert "\x1b" not in toc("check", "plan.toc", "--color", "never").stdout


def test_an_included_file_is_checked_with_the_main_one(toc, folder):
    (folder / "partners").mkdir()
    (folder / "partners" / "council.toc").write_text("partner counsil: City council\n")
    (folder / "plan.toc").write_text("include: partners/*.toc\n" + PLAN.replace("partner council: City council\n", ""))
    done = toc("check", "plan.toc")
    assert "plan.toc:10:10\n" in done.stdout
    assert "Did you mean ‘counsil’?" in done.stdout
    (folder / "partners" / "council.toc").write_text("partner council: City council\n  sectr: public\n")
    assert f"partners{os.sep}council.toc:2:3\n" in toc("check", "plan.toc").stdout


OUTSIDE = [
    ("include: ../secret.toc", "../secret.toc lies outside the folder of the theory"),
    ("include: /etc/passwd", "starts at the top of the disk"),
    ("include: gone.toc", "There is no file gone.toc"),
    ("include: folder", "is a folder"),
    ("include: pipe.toc", "is a pipe"),
    ("include: picture.toc", "is a PNG picture, not text"),
    ("include: plan.toc", "include each other"),
]


@pytest.mark.parametrize(("line", "says"), OUTSIDE)
def test_an_include_that_cannot_be_read_is_an_error_on_its_line(toc, folder, line, says):
    (folder.parent / "secret.toc").write_text("goal: the secret")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe.toc")
    (folder / "picture.toc").write_bytes(b"\x89PNG\r\n\x1a\n\0\0secret")
    (folder / "plan.toc").write_text(PLAN + line + "\n")
    done = toc("check", "plan.toc")
    assert done.returncode == 1
    assert f"  11 | {line}\n" in done.stdout
    assert says in done.stdout
    assert "secret\n" not in done.stdout.replace("secret.toc", "")
    drawn = toc("render", "plan.toc", "--to", "mermaid")
    assert drawn.returncode == 0
    assert "Children breathe clean air" in drawn.stdout
    assert says in drawn.stderr


def test_conflict_markers_are_named(toc, folder):
    (folder / "plan.toc").write_text(PLAN + "<<<<<<< ours\ngoal b: B\n=======\ngoal c: C\n>>>>>>> theirs\n")
    done = toc("check", "plan.toc")
    assert done.returncode == 1
    assert "[conflict-marker]" in done.stdout
