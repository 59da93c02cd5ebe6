import stat

import pytest
from running import PLAN

UNTIDY = "GOAL  air :  Clean air\n\n\n\n    outcome: Buses\n# why not\n"
TIDY = "goal air: Clean air\n\n  outcome: Buses\n# why not\n"


def test_a_text_is_written_the_canonical_way_where_it_stands(toc, folder):
    (folder / "plan.toc").write_text(UNTIDY)
    (folder / "plan.toc").chmod(0o640)
    done = toc("fmt", "plan.toc")
    assert (done.stdout, done.stderr, done.returncode) == ("", "plan.toc is tidy now.\n", 0)
    assert (folder / "plan.toc").read_text() == TIDY
    assert stat.S_IMODE((folder / "plan.toc").stat().st_mode) == 0o640
    done = toc("fmt", "plan.toc")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_what_is_tidy_is_not_even_touched(toc, folder):
    before = (folder / "plan.toc").stat()
    toc("fmt", "plan.toc")
    after = (folder / "plan.toc").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_standard_input_goes_to_standard_output(toc):
    assert toc("fmt", "-", given=UNTIDY).stdout == TIDY
    assert toc("fmt", "-", given=TIDY).stdout == TIDY


def test_check_changes_nothing_and_says_what_would(toc, folder):
    assert toc("fmt", "--check", "plan.toc").returncode == 0
    (folder / "untidy.toc").write_text(UNTIDY)
    done = toc("fmt", "--check", "plan.toc", "untidy.toc")
    assert (done.stdout, done.stderr, done.returncode) == (
        "",
        "untidy.toc would change. To do it: toc fmt untidy.toc\n",
        1,
    )
    assert toc("fmt", "--check", "-", given=UNTIDY).returncode == 1
    assert (folder / "untidy.toc").read_text() == UNTIDY
    (folder / "-our plan.toc").write_text(UNTIDY)
    assert "To do it: toc fmt './-our plan.toc'\n" in toc("fmt", "--check", "--", "-our plan.toc").stderr


def test_diff_shows_what_would_change_and_changes_nothing(toc, folder):
    (folder / "plan.toc").write_text(UNTIDY)
    done = toc("fmt", "--diff", "plan.toc")
    assert done.returncode == 0
    assert done.stdout.startswith("--- plan.toc\n+++ plan.toc (tidy)\n@@")
    assert "-GOAL  air :  Clean air\n+goal air: Clean air\n" in done.stdout
    assert toc("fmt", "--diff", "--check", "plan.toc").returncode == 1
    assert (folder / "plan.toc").read_text() == UNTIDY


@pytest.mark.parametrize("newline", [b"\r\n", b"\r"])
def test_line_ends_stay_as_they_are(toc, folder, newline):
    (folder / "plan.toc").write_bytes(UNTIDY.encode().replace(b"\n", newline))
    assert toc("fmt", "plan.toc").returncode == 0
    assert (folder / "plan.toc").read_bytes() == TIDY.encode().replace(b"\n", newline)


def test_pin_writes_the_ids_that_were_made(toc, folder):
    (folder / "plan.toc").write_text("goal: Clean air\n  outcome: Buses\n")
    toc("fmt", "--pin", "plan.toc")
    assert (folder / "plan.toc").read_text() == "goal clean-air: Clean air\n  outcome buses: Buses\n"
    assert toc("fmt", "--pin", "-", given="goal: Clean air\n").stdout == "goal clean-air: Clean air\n"


def test_pin_knows_the_names_of_included_files(toc, folder):
    (folder / "more.toc").write_text("outcome: Buses\n")
    (folder / "plan.toc").write_text("include: more.toc\noutcome: Buses\n")
    toc("fmt", "--pin", "plan.toc")
    assert (folder / "plan.toc").read_text() == "include: more.toc\noutcome buses-2: Buses\n"
    assert (folder / "more.toc").read_text() == "outcome: Buses\n"


def test_nothing_is_written_when_one_of_the_files_cannot_be_read(toc, folder):
    (folder / "plan.toc").write_text(UNTIDY)
    assert toc("fmt", "plan.toc", "gone.toc").returncode == 2
    assert (folder / "plan.toc").read_text() == UNTIDY


def test_a_model_is_left_alone(toc, folder):
    (folder / "model.json").write_text("{}\n\n\n")
    done = toc("fmt", "model.json")
    assert (done.returncode, (folder / "model.json").read_text()) == (2, "{}\n\n\n")
    assert "toc fmt tidies theories that are written as text." in done.stderr


def test_a_link_stays_a_link(toc, folder):
    (folder / "real.toc").write_text(UNTIDY)
    (folder / "link.toc").symlink_to("real.toc")
    toc("fmt", "link.toc")
    assert (folder / "link.toc").is_symlink()
    assert (folder / "real.toc").read_text() == TIDY


def test_the_plan_of_the_other_tests_is_tidy(toc):
    assert toc("fmt", "-", given=PLAN).stdout == PLAN
