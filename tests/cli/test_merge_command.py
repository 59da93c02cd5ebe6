"""`toc merge` from the command line: where the result goes, what it exits with, and what it says."""

import pytest
from running import PLAN

import toc as package

OURS = PLAN.replace("signs", "signs and bollards")
THEIRS = PLAN + "  outcome more-buses: More buses run\n"
OTHER = PLAN.replace("signs", "barriers")


@pytest.fixture
def three(folder):
    for name, text in (("base", PLAN), ("ours", OURS), ("theirs", THEIRS), ("other", OTHER)):
        (folder / f"{name}.toc").write_text(text)
    return folder


def test_a_clean_merge_goes_to_standard_output(toc, three):
    done = toc("merge", "base.toc", "ours.toc", "theirs.toc")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == OURS + "  outcome more-buses: More buses run\n"
    assert (three / "ours.toc").read_text() == OURS


def test_into_a_file_or_over_ours(toc, three):
    assert toc("merge", "base.toc", "ours.toc", "theirs.toc", "-o", "new.toc").stdout == ""
    size = toc("merge", "--driver", "base.toc", "ours.toc", "theirs.toc").stdout
    assert int(size) == len((three / "ours.toc").read_bytes())
    assert (three / "new.toc").read_text() == (three / "ours.toc").read_text()
    assert "bollards" in (three / "ours.toc").read_text()
    assert "more-buses" in (three / "ours.toc").read_text()


def test_a_conflict_is_said_and_has_a_status_of_its_own(toc, three):
    done = toc("merge", "base.toc", "ours.toc", "other.toc", "--labels", "HEAD", "theirs/main", "-o", "new.toc")
    assert done.returncode == 3
    assert done.stderr.startswith("One conflict is left in new.toc: ")
    text = (three / "new.toc").read_text()
    assert "<<<<<<< HEAD\n      by council: signs and bollards\n=======\n" in text
    assert "      by council: barriers\n>>>>>>> theirs/main\n" in text


def test_a_name_that_one_side_changed_while_the_other_used_it_is_told(toc, three):
    (three / "ours.toc").write_text(PLAN.replace("fewer-cars", "few-cars"))
    (three / "theirs.toc").write_text(PLAN + "activity walk: Walk to school\n  -> fewer-cars\n")
    done = toc("merge", "base.toc", "ours.toc", "theirs.toc")
    assert done.returncode == 0
    assert done.stderr == (
        "‘fewer-cars’ is called ‘few-cars’ now, also in the lines that one side wrote with the old name.\n"
    )


def test_what_toc_cannot_tell_apart_goes_to_git(toc, three):
    (three / "ours.toc").write_text(PLAN + "x" * 100_001 + "\n")
    done = toc("merge", "base.toc", "ours.toc", "theirs.toc", "-o", "new.toc")
    assert done.returncode == 3
    assert "merged line by line" in done.stderr
    assert "more-buses" in (three / "new.toc").read_text()
    assert "x" * 100_001 in (three / "new.toc").read_text()


def test_what_is_no_text_is_refused(toc, three):
    (three / "theirs.toc").write_bytes(b"\x89PNG\r\n")
    done = toc("merge", "--driver", "base.toc", "ours.toc", "theirs.toc")
    assert done.returncode == 2
    assert (three / "ours.toc").read_text() == OURS


WRONG = [
    (("merge", "a.toc", "b.toc"), "Name three files"),
    (("merge", "--tables", "a.toc"), "at least two tables"),
    (("merge", "--driver", "-o", "x", "a", "b", "c"), "neither with -o"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_use_is_explained(toc, arguments, says):
    done = toc(*arguments)
    assert done.returncode == 2
    assert says in done.stderr


FIRST = """\
theory: A street
goal air: Children breathe clean air
  outcome cars: Fewer cars drive past schools
partner school: Lantern Street School
"""
SECOND = """\
goal air: Streets are quiet
  outcome cars: Fewer cars drive past school
  outcome: People talk
    -> cars: they stop
partner school: Lantern Street School
  gets: a voice
"""


def test_tables_are_laid_together_and_nothing_is_merged_unasked(toc, folder):
    (folder / "one.toc").write_text(FIRST)
    (folder / "two.toc").write_text(SECOND)
    done = toc("merge", "--tables", "one.toc", "two.toc")
    assert done.returncode == 0
    assert done.stdout == "# from one.toc\n" + FIRST + "\n# from two.toc\n" + (
        SECOND.replace("air:", "air-2:")
        .replace("cars:", "cars-2:")
        .replace("outcome:", "outcome people-talk:")
        .replace("school:", "school-2:")
    )
    assert done.stderr.splitlines() == [
        "‘air’ of two.toc is called ‘air-2’ now: an earlier table uses ‘air’ too.",
        "‘cars’ of two.toc is called ‘cars-2’ now: an earlier table uses ‘cars’ too.",
        "‘school’ of two.toc is called ‘school-2’ now: an earlier table uses ‘school’ too.",
        (
            "Perhaps the same outcome: ‘cars’ of one.toc and ‘cars-2’ of two.toc. "
            "If so, use one name for both and take one of the two lines out."
        ),
        (
            "Perhaps the same partner: ‘school’ of one.toc and ‘school-2’ of two.toc. "
            "If so, use one name for both and take one of the two lines out."
        ),
    ]
    theory = package.loads(done.stdout).theory
    assert len(theory.elements) == len(FIRST.splitlines()) - 1 + 4
    assert ("people-talk", "cars-2") in {(link.source, link.target) for link in theory.links}
