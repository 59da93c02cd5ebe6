"""Two versions of a plan become one: what is clean, what is a conflict, and what it looks like."""

import pytest

import toc
from toc.characters import LONGEST_LINE
from toc.merge import Labels, Tangled, merge

BASE = """\
goal g: G
  outcome o: O
    due: 2030
    by p: money
  outcome x: X

partner p: P
"""

CLEAN = {
    "two details of one box": (
        BASE.replace("2030", "2031"),
        BASE.replace("money", "time"),
        BASE.replace("2030", "2031").replace("money", "time"),
    ),
    "both write at the end": (
        BASE + "\n# ours\npartner q: Q\n",
        BASE + "\n# theirs\npartner r: R\n  ring: core\n",
        BASE + "\n# ours\npartner q: Q\n\n# theirs\npartner r: R\n  ring: core\n",
    ),
    "both add below one box": (
        BASE.replace("    due", "    because: ours\n    due"),
        BASE.replace("    due", "    because: theirs\n    due"),
        BASE.replace("    due", "    because: ours\n    because: theirs\n    due"),
    ),
    "both add the same": (
        BASE.replace("    due", "    note: new\n    due"),
        BASE.replace("    due", "    note: new\n    due").replace("money", "time"),
        BASE.replace("    due", "    note: new\n    due").replace("money", "time"),
    ),
    "what is new stands behind its neighbour": (
        BASE.replace("  outcome x", "  outcome a: A\n  outcome x"),
        BASE.replace("    by p: money", "    by p: money\n    by q: marshals"),
        BASE.replace("    by p: money", "    by p: money\n    by q: marshals\n  outcome a: A"),
    ),
    "a block that moved is changed where it stands now": (
        "goal g: G\n  outcome x: X\n    outcome o: O\n      due: 2030\n      by p: money\n\npartner p: P\n",
        BASE.replace("2030", "2031"),
        "goal g: G\n  outcome x: X\n    outcome o: O\n      due: 2031\n      by p: money\n\npartner p: P\n",
    ),
    "a new name and new words": (
        BASE.replace("outcome o:", "outcome oo:"),
        BASE.replace(": O", ": Better"),
        BASE.replace("outcome o: O", "outcome oo: Better"),
    ),
    "a new kind and new words that go on": (
        BASE.replace("outcome o:", "output o:"),
        BASE.replace(": O\n", ": O\n      | and more\n"),
        BASE.replace("outcome o: O\n", "output o: O\n      | and more\n"),
    ),
    "a name that was written down": (
        "outcome we-win: We win\n",
        "outcome: We win\n  due: 2030\n",
        "outcome we-win: We win\n  due: 2030\n",
        "outcome: We win\n",
    ),
    "a box without a name is known by words that are nearly the same": (
        "goal g: G\n  outcome: Families read together\n",
        "goal g: G\n  outcome: Families read\n    due: 2030\n",
        "goal g: G\n  outcome: Families read together\n    due: 2030\n",
        "goal g: G\n  outcome: Families read\n",
    ),
    "each moved it elsewhere, so it leads to both": (
        "goal a: A\n  outcome o: O\ngoal b: B\ngoal c: C\n",
        "goal a: A\ngoal b: B\n  outcome o: O\ngoal c: C\n",
        "goal a: A\n  outcome o: O\ngoal b: B\n  outcome o\ngoal c: C\n",
        "goal a: A\ngoal b: B\ngoal c: C\n  outcome o: O\n",
    ),
    "each put one into the other": (
        "outcome a: A\n  outcome b: B\n",
        "outcome b: B\n  outcome a: A\n",
        "outcome a: A\n  outcome b: B\n    outcome a\n",
        "outcome a: A\noutcome b: B\n",
    ),
    "one tidied up, the other wrote": (
        "goal g: G\n  outcome o: O\n    by p\n",
        "Goal g ： G\n    OUTCOME o:Words\n        By p\n        due : 2030\n",
        "goal g: G\n  OUTCOME o:Words\n    by p\n    due : 2030\n",
        "Goal g ： G\n    OUTCOME o:O\n        By p\n",
    ),
    "comments, notes and blank lines": (
        "# one\n\ngoal g: G\n# two\nask Maria\n\n\noutcome x: X\n",
        "goal g: G\n# two\n\noutcome x: X\n# three\n",
        "# one\n\ngoal g: G\n# two\nask Maria\n\n\noutcome x: X\n# three\n",
        "goal g: G\n# two\n\noutcome x: X\n",
    ),
    "line ends of ours": (
        BASE.replace("2030", "2031").replace("\n", "\r\n"),
        BASE.replace("money", "time"),
        BASE.replace("2030", "2031").replace("money", "time").replace("\n", "\r\n"),
    ),
    "no line end at the end": (BASE[:-1], "# c\n" + BASE, "# c\n" + BASE[:-1]),
}

LEFT = {
    "one detail": (
        BASE.replace("2030", "2031"),
        BASE.replace("2030", "2032"),
        (
            "goal g: G\n  outcome o: O\n<<<<<<< ours\n    due: 2031\n=======\n    due: 2032\n>>>>>>> theirs\n"
            "    by p: money\n  outcome x: X\n\npartner p: P\n"
        ),
    ),
    "the words of a box, with what stands below it kept": (
        BASE.replace(": O", ": One"),
        BASE.replace(": O", ": Other").replace("money", "time"),
        (
            "goal g: G\n<<<<<<< ours\n  outcome o: One\n=======\n  outcome o: Other\n>>>>>>> theirs\n"
            "    due: 2030\n    by p: time\n  outcome x: X\n\npartner p: P\n"
        ),
    ),
    "a contribution, with what stands below it": (
        BASE.replace("by p: money", "by p: 100 EUR\n      status: offered"),
        BASE.replace("by p: money", "by p: 200 EUR\n      status: pledged"),
        (
            "goal g: G\n  outcome o: O\n    due: 2030\n"
            "<<<<<<< ours\n    by p: 100 EUR\n      status: offered\n=======\n"
            "    by p: 200 EUR\n      status: pledged\n>>>>>>> theirs\n  outcome x: X\n\npartner p: P\n"
        ),
    ),
    "one took out what the other changed": (
        "goal g: G\n  outcome x: X\n\npartner p: P\n",
        BASE.replace("2030", "2031"),
        (
            "goal g: G\n<<<<<<< ours\n=======\n  outcome o: O\n    due: 2031\n    by p: money\n>>>>>>> theirs\n"
            "  outcome x: X\n\npartner p: P\n"
        ),
    ),
    "both gave one name to two things": (
        BASE + "partner q: One\n",
        BASE + "partner q: Other\n",
        BASE + "<<<<<<< ours\npartner q: One\n=======\npartner q: Other\n>>>>>>> theirs\n",
    ),
    "the title": (
        "theory: One\n  stage: draft\n",
        "theory: Other\n  stage: draft\n",
        "<<<<<<< ours\ntheory: One\n=======\ntheory: Other\n>>>>>>> theirs\n  stage: draft\n",
        "theory: T\n  stage: draft\n",
    ),
}


def _told(case):
    ours, theirs, expected, *base = case
    return (base[0] if base else BASE), ours, theirs, expected


@pytest.mark.parametrize("name", CLEAN)
def test_what_does_not_collide_is_clean(name):
    base, ours, theirs, expected = _told(CLEAN[name])
    assert merge(base, ours, theirs) == (expected, (), ())


@pytest.mark.parametrize("name", LEFT)
def test_what_collides_is_one_conflict_around_it(name):
    base, ours, theirs, expected = _told(LEFT[name])
    merged = merge(base, ours, theirs)
    assert merged.text == expected
    assert merged.conflicts == (expected[: expected.index("<<<<<<<")].count("\n") + 1,)


@pytest.mark.parametrize("name", LEFT)
def test_a_conflict_reads_as_one_mistake_and_parks_both_wordings(name):
    loaded = toc.loads(_told(LEFT[name])[3])
    assert [finding.rule for finding in loaded.findings if finding.rule == "conflict-marker"] == ["conflict-marker"]
    assert {finding.rule for finding in loaded.findings} <= {"conflict-marker", "unknown-name"}
    assert loaded.theory.notes


def test_marks_and_labels_as_git_asks_for_them():
    merged = merge("goal g: G\n", "goal g: One\n", "goal g: Other\n", labels=Labels("HEAD", "theirs/main"), size=9)
    assert merged.text == f"{'<' * 9} HEAD\ngoal g: One\n{'=' * 9}\ngoal g: Other\n{'>' * 9} theirs/main\n"


TANGLED = {
    "a line beyond the limit": ("goal g: G\n", "goal g: " + "x" * LONGEST_LINE, "goal g: Other\n"),
    "a conflict in a conflict": (
        "goal g: G\n  outcome o: O\n",
        "goal g: G\n",
        "goal g: G\n  outcome o: O\n<<<<<<< a\n    due: 1\n=======\n    due: 2\n>>>>>>> b\n",
    ),
    "an aim that each gave to another partner": (
        "partner a: A\n  aim i: I\npartner b: B\npartner c: C\n",
        "partner a: A\npartner b: B\n  aim i: I\npartner c: C\n",
        "partner a: A\npartner b: B\npartner c: C\n  aim i: I\n",
    ),
}


@pytest.mark.parametrize("name", TANGLED)
def test_what_cannot_be_told_apart_is_said(name):
    with pytest.raises(Tangled, match="merged line by line"):
        merge(*TANGLED[name])
