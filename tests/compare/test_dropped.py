"""What is dropped without a word, and what counts as a word; and what changed for one partner."""

from __future__ import annotations

import json

import pytest

import toc
from toc.cli.app import run
from toc.compare import compare
from toc.compare.dropped import unexplained
from toc.compare.told_to import for_partner
from toc.view import ViewTrouble

OLD = """\
partner council: City council
partner parents: Parents

goal air: Children breathe clean air
goal walk: Children walk to school
  outcome cars: Fewer cars
    activity close: Close streets at drop-off
      by council: signs
        status: confirmed
      by parents: marshals
        status: offered
  outcome lonely: Nobody is lonely
  activity sing: Sing
    by parents: songs
      -> lonely
"""

GONE = "      by council: signs\n        status: confirmed\n"
SESSION = "\nsession 2030-01-02: We met\n  {}\n"

DROPPED = [
    ("a goal", "goal air: Children breathe clean air\n", "", "", ["air"]),
    ("a goal that is another thing now", "goal air", "outcome air", "", ["air"]),
    ("what was confirmed", GONE, "", "", ["close by council"]),
    ("what is withdrawn", "status: confirmed", "status: withdrawn", "", ["close by council"]),
    ("what is no longer sure", "status: confirmed", "status: offered", "", ["close by council"]),
    ("what was delivered since", "status: confirmed", "status: delivered", "", []),
    ("what was only offered", "      by parents: marshals\n        status: offered\n", "", "", []),
    ("a result", "  outcome lonely: Nobody is lonely\n", "", "", []),
    ("a goal in other words", "breathe clean air", "breathe", "", []),
    ("what a session explains", GONE, "", SESSION.format("why: no money for signs"), []),
    ("by the words of its box", GONE, "", SESSION.format("so-what: we do not close streets  at Drop-off"), []),
    ("by its id", GONE, "", SESSION.format("now-what: close is for the parents now"), []),
    ("but not as a part of other words", GONE, "", SESSION.format("why: we disclose and close-ish it, designs"),
     ["close by council"]),
    ("who was there explains nothing", GONE, "", SESSION.format("present: close, signs"), ["close by council"]),
    ("a next step", GONE, "", SESSION.format("action ask: Ask for signs elsewhere"), []),
    ("a disagreement about it", GONE, "", "\ndisagreement d: Who pays?\n  on: close\n", []),
    ("a parked note", GONE, "", "\nno signs this year\n", []),
    ("a remark for the readers of the text", GONE, "", "\n# no signs this year\n", ["close by council"]),
    ("a note at the box", GONE, "      note: it was too dear\n", "", []),
    ("a note at what is withdrawn", "status: confirmed", "status: withdrawn\n        note: too dear", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "more", "names"), [case[1:] for case in DROPPED], ids=[c[0] for c in DROPPED])
def test_what_was_dropped_without_a_word(was, now, more, names):
    old, new = toc.loads(OLD).theory, toc.loads(OLD.replace(was, now) + more).theory
    assert [each.name for each in unexplained(compare(old, new), old)] == names


def test_what_explains_one_thing_explains_no_other_that_the_same_partner_gives_to_the_same():
    two = OLD.replace(GONE, f"{GONE}      by council: staff\n        status: confirmed\n")
    old = toc.loads(two).theory
    for gone, said, names in ((GONE, "signs", []), (GONE, "staff", ["close by council"])):
        new = toc.loads(two.replace(gone, "") + SESSION.format(f"why: no more {said}")).theory
        assert [each.name for each in unexplained(compare(old, new), old)] == names


@pytest.mark.parametrize(
    ("was", "now", "names"),
    [
        ("status: confirmed", "status: delivered", []),
        ("by council: signs", "by council: bollards", []),
        ("status: confirmed", "status: withdrawn", ["close by council"]),
        (GONE, "", ["close by council"]),
    ],
)
def test_one_of_several_things_that_a_partner_gives_to_the_same(was, now, names):
    more = OLD.replace(GONE, f"{GONE}      by council: staff\n")
    old, new = toc.loads(more).theory, toc.loads(more.replace(was, now)).theory
    assert [each.name for each in unexplained(compare(old, new), old)] == names


def test_what_was_said_before_explains_nothing():
    old = OLD + SESSION.format("why: no money for signs")
    before, after = toc.loads(old).theory, toc.loads(old.replace(GONE, "")).theory
    assert [each.name for each in unexplained(compare(before, after), before)] == ["close by council"]


@pytest.mark.parametrize(
    ("was", "now", "own", "along"),
    [
        ("marshals", "more marshals", ["close"], []),
        ("Close streets", "Close all streets", ["close"], []),
        ("Fewer cars", "No cars", [], ["cars"]),
        ("Children walk", "All children walk", [], ["walk"]),
        ("clean air", "air", [], []),
        ("Nobody is lonely", "Butter", [], []),
        ("  outcome cars: Fewer cars\n  ", "", ["close -> walk", "close -> cars"], ["cars", "cars -> walk"]),
    ],
)
def test_what_changed_for_a_partner_and_further_along(was, now, own, along):
    old, new = toc.loads(OLD).theory, toc.loads(OLD.replace(was, now)).theory
    found = for_partner(compare(old, new), old, new, "council")
    assert [change.element for change in found.own] == own
    assert [change.element for change in found.along] == along


def test_a_partner_that_left_is_told_too_and_a_stranger_is_not():
    old, new = toc.loads(OLD).theory, toc.loads(OLD.replace("council", "mayor").replace("City", "Old")).theory
    assert for_partner(compare(old, new), old, new, "council").own
    with pytest.raises(ViewTrouble, match="Did you mean council"):
        for_partner((), old, old, "counsel")


@pytest.fixture
def files(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.toc").write_text(OLD)
    (tmp_path / "new.toc").write_text(OLD.replace(GONE, ""))

    def diff(*arguments):
        status = run(["diff", "old.toc", "new.toc", *arguments])
        out, err = capfd.readouterr()
        return status, out, err

    diff.folder = tmp_path
    return diff


SENTENCE = (
    "City council no longer contributes to ‘Close streets at drop-off’: signs (status: confirmed), and no session, "
    "disagreement or note says why. It concerns City council, Parents. [close by council]\n"
)


def test_dropping_without_a_word_is_status_1(files):
    assert files()[0] == 0
    status, out, _ = files("--breaking")
    assert (status, out.endswith(f"\nDropped without a word\n  ! {SENTENCE}")) == (1, True)
    escaped = SENTENCE.replace("[", "\\[").replace("]", "\\]")
    assert files("--breaking", "--format", "md")[1].endswith(f"\n### Dropped without a word\n\n- ⚠️ {escaped}")
    status, out, err = files("--breaking", "--format", "json")
    assert (status, list(json.loads(out))) == (1, ["changes"])
    assert SENTENCE in err


def test_what_is_accepted_with_a_reason_is_fine(files):
    (files.folder / "toc-accepted.toml").write_text('[accepted]\n"close by council" = "by phone"\n')
    assert files("--breaking")[::2] == (0, "")
    (files.folder / "mine.toml").write_text('[accepted]\n"air" = "by phone"\n')
    status, _, err = files("--breaking", "--accepted", "mine.toml")
    assert (status, "‘air’ is accepted, and was not dropped here" in err) == (1, True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("accepted = 3", "has no table [accepted]"),
        ("", "has no table [accepted]"),
        ("[accepted]\nair = ''", "accepts ‘air’ without a reason."),
        ("[accepted]\nair = 3", "accepts ‘air’ without a reason."),
        ("[accepted", "is no TOML"),
    ],
)
def test_an_accepted_file_that_says_too_little(files, text, says):
    (files.folder / "toc-accepted.toml").write_text(text)
    status, out, err = files("--breaking")
    assert (status, out) == (2, "")
    assert says in " ".join(err.split())


def test_for_one_partner_at_the_command_line(files):
    (files.folder / "new.toc").write_text(OLD.replace("marshals", "guards").replace("Fewer cars", "No cars"))
    assert files("--for", "council")[1] == (
        "2 changes for City council from old.toc to new.toc\n"
        "\nWho contributes\n  ~ What Parents brings to ‘Close streets at drop-off’: marshals → guards\n"
        "\nIn other words, further along\n  ~ The outcome ‘[-Fewer-]{+No+} cars’\n"
    )
    (files.folder / "new.toc").write_text(OLD.replace("Nobody is lonely", "Butter"))
    assert files("--for", "council", "--exit-code") == (0, "no changes in the theory for City council\n", "")
    status, _, err = files("--for", "counsel")
    assert (status, "There is no partner counsel. Did you mean council?" in err) == (2, True)
