"""`toc blame`: who last touched each box, in real repositories."""

from __future__ import annotations

import json

import pytest
from repositories import git, repository, write
from signing import merge, save, signed, without_ids

PLAN = """\
goal readers: Every child reads for pleasure
  outcome evenings: Families read together
    activity bags: Send a bag of books home
  outcome talk: Children talk about books

partner library: The library
term story: Anything that is told
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = repository(tmp_path_factory.mktemp("shelf") / "plans")
    text = PLAN
    save(folder, {"plan.toc": text}, who="Ana Lopez", day="03-01", message="It begins")
    text = text.replace("of books home\n", "of books home\n      by library: 300 books\n")
    save(folder, {"plan.toc": text}, who="Ben", day="03-02")
    text = text.replace("  outcome talk", "    -> talk\n  outcome talk")
    save(folder, {"plan.toc": text}, who="名前", day="03-03")
    text = text.replace("Anything that is", "What was")
    save(folder, {"plan.toc": text}, who="Dan", day="03-04")
    save(folder, {"plan.toc": text.replace("\n\n", "\n\n\n\n")}, who="Eve", day="03-05")
    write(folder, {"plan.toc": text + "question pay: Who pays?\n"})
    return folder


SAID = """\
readers   2026-03-01  Ana Lopez  ID
  + New goal ‘Every child reads for pleasure’
evenings  2026-03-03  名前       ID
  + ‘Families read together’ leads to ‘Children talk about books’ now
bags      2026-03-02  Ben        ID
  + The library now contributes to ‘Send a bag of books home’: 300 books
talk      2026-03-01  Ana Lopez  ID
  + New outcome ‘Children talk about books’, which leads to ‘Every child reads for pleasure’
library   2026-03-01  Ana Lopez  ID
  + New partner ‘The library’
story     2026-03-04  Dan        ID
  ~ The term story: [-Anything that is told-] {+What was told+}
pay       not committed yet
  + New question ‘Who pays?’
"""


def test_who_touched_what_last(shelf, told):
    status, out, err = told(shelf, "blame", "plan.toc")
    assert (status, without_ids(shelf, out), err) == (0, SAID, "")


def test_one_box_and_one_that_is_gone(shelf, told):
    _, out, _ = told(shelf, "blame", "plan.toc", "story")
    assert without_ids(shelf, out) == (
        "story  2026-03-04  Dan  ID\n  ~ The term story: [-Anything that is told-] {+What was told+}\n"
    )
    assert "This plan has no ‘storey’" in told(shelf, "blame", "plan.toc", "storey")[2]


def test_as_json(shelf, told):
    rows = json.loads(told(shelf, "blame", "plan.toc", "--format", "json")[1])["elements"]
    assert [row["element"] for row in rows] == ["readers", "evenings", "bags", "talk", "library", "story", "pay"]
    bags, pay = rows[2], rows[-1]
    assert [bags[key] for key in ("kind", "text", "author", "email", "date", "subject", "news", "told")] == [
        "activity",
        "Send a bag of books home",
        "Ben",
        "ben@example.org",
        "2026-03-02T23:30:00+09:00",
        "x",
        "changed",
        ["The library now contributes to ‘Send a bag of books home’: 300 books"],
    ]
    assert [(each["kind"], each["new"]) for each in bags["changes"]] == [("contribution", {"what": "300 books"})]
    assert [pay[key] for key in ("revision", "short", "author", "date", "news")] == [None] * 4 + ["changed"]


def test_a_name_that_was_another_boxs(tmp_path, told):
    """What was called so before is another box, and its past is not that of the one called so now."""
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": "outcome: Rain\noutcome sun: Much sun\n"}, who="Ana", day="03-01")
    save(folder, {"plan.toc": "outcome sun: Much sun\n"}, who="Ben", day="03-02")
    save(folder, {"plan.toc": "outcome rain: Much sun\n"}, who="Cleo", day="03-03")
    _, out, _ = told(folder, "blame", "plan.toc")
    assert without_ids(folder, out) == (
        "rain  2026-03-03  Cleo  ID\n  ~ ‘Much sun’ is named rain now, it was sun (a guess: the same by its words)\n"
    )
    save(folder, {"plan.toc": "outcome rain: Much sun\n  due: 2030\n"}, who="Dan", day="03-04")
    _, life, _ = told(folder, "log", "plan.toc", "rain")
    assert "Ben" not in life
    assert "+ New outcome ‘Much sun’" in life
    assert "‘Rain’" not in life


def test_what_cannot_be_read_is_said_beside_it(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": b"\x89PNG"}, who="Ana", day="03-01")
    save(folder, {"plan.toc": PLAN}, who="Ben", day="03-02")
    write(folder, {"plan.toc": b"\xff"})
    status, out, err = told(folder, "blame", "plan.toc")
    assert (status, out.count("2026-03-02  Ben")) == (0, 6)
    assert "warning: The version that is not committed yet cannot be read, and is left out. plan.toc is not" in err
    save(folder, {"plan.toc": "\n"}, who="Ben", day="03-03")
    assert (
        "There is no box in plan.toc now. To read what happened to it: toc log plan.toc"
        in told(folder, "blame", "plan.toc")[2]
    )
    assert (
        "‘talk’ is not in plan.toc any more. To read what became of it: toc log plan.toc talk"
        in told(folder, "blame", "plan.toc", "talk")[2]
    )


def test_where_a_shallow_clone_begins_nobody_is_blamed(shelf, tmp_path, told):
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{shelf}", "shallow")
    _, out, _ = told(tmp_path / "shallow", "blame", "plan.toc", "bags")
    assert out == (
        "bags  not known\n"
        "  ! It was there already where this clone begins. To fetch what came before: git fetch --unshallow\n"
    )


@pytest.fixture(scope="module")
def branches(tmp_path_factory):
    """Two branches that meet: one changed the words and a date, the other added, and both gave the goal a date."""
    folder = repository(tmp_path_factory.mktemp("branches") / "plans")
    save(folder, {"plan.toc": PLAN}, who="Ana", day="03-01", message="base")
    git(folder, "checkout", "-q", "-b", "side")
    side = PLAN.replace("pleasure\n", "pleasure\n  due: 2031\n").replace("\nterm", "\npartner hall: Town hall\nterm")
    save(folder, {"plan.toc": side}, who="Ben", day="03-02", message="side")
    git(folder, "checkout", "-q", "main")
    main = PLAN.replace("pleasure\n", "pleasure\n  due: 2030\n").replace("Families read", "Most families read")
    save(folder, {"plan.toc": main}, who="Cleo", day="03-03", message="main")
    return folder


BOTH = (
    PLAN.replace("pleasure\n", "pleasure\n  due: 2031\n")
    .replace("\nterm", "\npartner hall: Town hall\nterm")
    .replace("Families read", "Most families read")
)


def _merged(branches, tmp_path, text, *ours):
    git(tmp_path, "clone", "-q", str(branches), "merged")
    folder = tmp_path / "merged"
    merge(folder, "origin/side", "-s", "ours", *ours)
    write(folder, {"plan.toc": text})
    git(folder, "add", "-A")
    signed(folder, "Mia", "03-04", "merge")
    return folder


MERGES = [
    (BOTH, []),
    (BOTH.replace("2031", "2030"), []),
    (BOTH.replace("2031", "2032"), ["~ The goal ‘Every child reads for pleasure’: due: 2030 → 2032 (softer)"]),
    (BOTH.replace("partner hall: Town hall\n", ""), ["- The partner ‘Town hall’ is gone"]),
    (BOTH.replace("Most families", "All families"), ["~ The outcome ‘[-Most-]{+All+} families read together’"]),
    (
        BOTH.replace("Most f", "F"),
        ["~ The outcome ‘[-Most families-]{+Families+} read together’"],
    ),
    (BOTH + "partner m: Mia\n", ["+ New partner ‘Mia’"]),
    (
        BOTH.replace("  outcome talk: Children talk about books\n", ""),
        ["- The outcome ‘Children talk about books’ is gone"],
    ),
]


@pytest.mark.parametrize(("text", "own"), MERGES)
def test_a_merge_tells_only_what_it_changed_itself(branches, tmp_path, told, text, own):
    folder = _merged(branches, tmp_path, text)
    _, out, _ = told(folder, "log", "plan.toc")
    steps = [part.splitlines() for part in out.split("\n\n")]
    assert [row.strip() for row in steps[0][1:] if "Mia" in steps[0][0]] == own
    assert [step[0].split()[1] for step in steps if "Mia" not in step[0]] == ["Cleo", "Ben", "Ana"]


def test_a_side_that_was_thrown_away_is_no_last_touch(branches, tmp_path, told):
    folder = _merged(branches, tmp_path, (branches / "plan.toc").read_text())
    _, out, _ = told(folder, "blame", "plan.toc", "readers")
    assert " Ben " not in out
    assert "- The partner ‘Town hall’ is gone" in told(folder, "log", "plan.toc", "hall")[1]
