"""`toc log`: the life of a plan, and of one box of it, in real repositories."""

from __future__ import annotations

import json

import pytest
from repositories import git
from signing import without_ids

WHOLE = """\
not committed yet
  + New question ‘Who pays?’, about ‘Send a bag of books home’

2026-03-15  Cleo  ID  No talk
  ! The file was called plan.toc before.
  - The outcome ‘Children talk about books’ is gone

2026-03-08  Ben Okri  ID  Second evening
  ~ Lantern Street Library confirmed what it brings to ‘Send a bag of books home’ (it was offered)
  ~ The outcome ‘Families read together{+ at home+}’ \
(a guess: the same as families-read-together)

2026-03-01  Ana Lopez  ID  First evening
  + The plan begins, with 1 goal, 2 outcomes, 1 activity, 1 partner, 3 arrows.
"""


def test_the_life_of_a_plan(lantern, told):
    status, out, err = told(lantern, "log", "lantern.toc")
    assert (status, without_ids(lantern, out), err) == (0, WHOLE, "")


def test_the_only_plan_of_a_folder_need_not_be_named(lantern, told):
    (lantern / "other.toc").rename(lantern / "other.txt")
    try:
        assert without_ids(lantern, told(lantern, "log")[1]) == WHOLE
        assert "The life of the activity" in told(lantern, "log", "bags")[1]
    finally:
        (lantern / "other.txt").rename(lantern / "other.toc")


def test_the_life_of_a_box_with_what_is_around_it(lantern, told):
    _, out, _ = told(lantern, "log", "lantern.toc", "bags")
    assert without_ids(lantern, out) == (
        "The life of the activity ‘Send a bag of books home’ (bags)\n"
        "\nnot committed yet\n  + New question ‘Who pays?’, about ‘Send a bag of books home’\n"
        "\n2026-03-08  Ben Okri  ID  Second evening\n"
        "  ~ Lantern Street Library confirmed what it brings to ‘Send a bag of books home’ (it was offered)\n"
        "\n2026-03-01  Ana Lopez  ID  First evening\n"
        "  + Lantern Street Library now contributes to ‘Send a bag of books home’: 300 books (status: offered)\n"
        "  + New activity ‘Send a bag of books home’, which leads to ‘Families read together’\n"
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("families-read-together-at", "(families-read-together-at)"),
        ("families-read-together", "(families-read-together-at, once called families-read-together)"),
    ],
)
def test_a_box_is_followed_through_its_names_and_a_guess_is_said(lantern, told, name, title):
    _, out, _ = told(lantern, "log", "lantern.toc", name)
    assert out.startswith(f"The life of the outcome ‘Families read together at home’ {title}\n")
    assert "{+ at home+}’ (a guess: the same as families-read-together)\n" in out
    assert "  + New outcome ‘Families read together’, which leads to ‘Every child reads for pleasure’\n" in out


def test_a_box_that_is_gone_still_has_a_life(lantern, told):
    _, out, _ = told(lantern, "log", "lantern.toc", "talk")
    assert without_ids(lantern, out) == (
        "The life of the outcome ‘Children talk about books’ (talk)\n"
        "\n2026-03-15  Cleo  ID  No talk\n  - The outcome ‘Children talk about books’ is gone\n"
        "\n2026-03-01  Ana Lopez  ID  First evening\n"
        "  + New outcome ‘Children talk about books’, which leads to ‘Every child reads for pleasure’\n"
    )


def test_for_one_partner(lantern, told):
    _, out, _ = told(lantern, "log", "lantern.toc", "--for", "library")
    assert "The life of the partner ‘Lantern Street Library’ (library)\n" in out
    assert "confirmed what it brings" in out
    assert "at home+}’ (a guess: the same as families-read-together) (further along)\n" in out
    assert "Children talk about books" not in out


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (("-n", "2"), ["not", "2026-03-15"]),
        (("--since", "2026-03-08"), ["not", "2026-03-15", "2026-03-08"]),
        (("--since", "2026-03-09"), ["not", "2026-03-15"]),
        (("--since", "2026-03-08", "-n", "9"), ["not", "2026-03-15", "2026-03-08"]),
    ],
)
def test_only_the_newest(lantern, told, options, days):
    _, out, _ = told(lantern, "log", "lantern.toc", *options)
    assert [row.split()[0] for row in out.splitlines() if row and not row.startswith(" ")] == days
    assert told(lantern, "log", "lantern.toc", "readers", "--since", "2030-01-01")[1] == (
        "The life of the goal ‘Every child reads for pleasure’ (readers)\nNothing was done in this time.\n"
    )


def test_as_json(lantern, told):
    _, out, _ = told(lantern, "log", "lantern.toc", "--format", "json")
    document = json.loads(out)
    assert (document["file"], document["element"]) == ("lantern.toc", None)
    entries = document["entries"]
    assert [each["news"] for each in entries] == ["changed", "changed", "changed", "begins"]
    assert {
        key: entries[0][key] for key in ("revision", "short", "author", "email", "date", "subject")
    } == dict.fromkeys(("revision", "short", "author", "email", "date", "subject"))
    newest = git(lantern, "rev-parse", "HEAD").strip()
    assert (entries[1]["revision"], newest.startswith(entries[1]["short"])) == (newest, True)
    assert [entries[1][key] for key in ("author", "email", "date", "subject")] == [
        "Cleo",
        "cleo@example.org",
        "2026-03-15T23:30:00+09:00",
        "No talk",
    ]
    assert entries[1]["notes"] == ["The file was called plan.toc before."]
    assert [(each["change"], each["element"]) for each in entries[1]["changes"]] == [
        ("removed", "talk"),
        ("removed", "talk -> readers"),
    ]
    life = json.loads(told(lantern, "log", "lantern.toc", "families-read-together", "--format", "json")[1])
    assert life["element"] == "families-read-together-at"
    assert next(each["element"] for each in life["entries"][1]["changes"]) == "families-read-together"


def test_as_markdown(lantern, told):
    _, out, _ = told(lantern, "log", "lantern.toc", "talk", "--format", "md")
    assert without_ids(lantern, out) == (
        "## The life of the outcome ‘Children talk about books’ (talk)\n"
        "\n### 2026-03-15, Cleo (ID)\n\nNo talk\n\n- ➖ The outcome ‘Children talk about books’ is gone\n"
        "\n### 2026-03-01, Ana Lopez (ID)\n\nFirst evening\n\n"
        "- ➕ New outcome ‘Children talk about books’, which leads to ‘Every child reads for pleasure’\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("lantern.toc", "tolk"),
            "This plan has no ‘tolk’, and never had one as far as git knows. Did you mean ‘talk’?",
        ),
        (("lantern.toc", "xylophone"), "To see all that happened, leave the name out."),
        (("lantern.toc", "--for", "talk"), "‘talk’ is no partner, it is of the kind outcome."),
        (("lantern.toc", "bags", "--for", "library"), "Name a box, or a partner with --for, but not both."),
        (("lantern.toc", "bags", "talk"), "Name a file and one box of it"),
        (("-",), "git knows nothing about standard input."),
        (("lantern.toc", "--since", "yesterday"), "‘yesterday’ is no date."),
        (("nowhere.toc",), "There is no file nowhere.toc."),
    ],
)
def test_what_cannot_be_is_said_with_status_2(lantern, told, arguments, says):
    status, out, err = told(lantern, "log", *arguments)
    assert (status, out) == (2, "")
    assert says in err


def test_a_file_under_its_old_name(lantern, told):
    _, out, _ = told(lantern, "log", "plan.toc")
    assert out.splitlines()[1] == "  ! The file is called lantern.toc from here on, and its life goes on there."
