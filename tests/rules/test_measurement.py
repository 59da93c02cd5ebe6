"""What each rule about measuring says, and what it keeps to itself."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

import toc

STEP = "goal g: G\n  outcome o: O\n"
MEASURED = STEP + "    indicator i: Sign\n"
PARTNERS = "partner p: P\npartner q: Q\npartner r: R\n"
WHOLE = "  baseline: 3 %\n  target: 5 % (2030)\n  source: S\n"
MANY = "".join(f"indicator i{n}: Sign {n}\n  on: o\n" for n in range(5))
LOOSE = "".join(f"indicator i{n}: Sign {n}\n" for n in range(5))
COUNTED = "goal g: G\n  outcome o: O\n    indicator i: "
FRENCH = "theory: T\n  language: fr\n" + COUNTED
ODD = "goal g: G\n  indicator i: I\n    baseline: {}\n    target: {}\n    better: {}\n"

CASES = {
    "an outcome without a sign": ("outcome-without-indicator", STEP, ["outcome-without-indicator o"]),
    "an outcome with a sign": ("outcome-without-indicator", MEASURED, []),
    "many without are told once": (
        "outcome-without-indicator",
        STEP + "  outcome p: P\n    outcome q: Q",
        ["outcome-without-indicator None"],
    ),
    "goals and outputs are not asked": ("outcome-without-indicator", "goal g: G\n  output o: O", []),
    "a side effect is not asked": ("outcome-without-indicator", STEP + "    unintended: yes", []),
    "beyond the ceiling nobody is asked": (
        "outcome-without-indicator",
        "theory: T\n  ceiling: p\n" + STEP + "    outcome p: P\n      indicator i: I",
        [],
    ),
    "below the ceiling": (
        "outcome-without-indicator",
        "theory: T\n  ceiling: o\n" + STEP + "    outcome p: P\n    indicator i: I",
        ["outcome-without-indicator p"],
    ),
    "a sign on an arrow is one for its ends": (
        "outcome-without-indicator",
        STEP + "indicator i: I\n  on: o -> g",
        [],
    ),
    "a sign on a pathway is one for all in it": (
        "outcome-without-indicator",
        "goal g: G\n  pathway w: W\n    outcome o: O\n    outcome p: P\nindicator i: I\n  on: w",
        [],
    ),
    "an outcome left for a reason": (
        "outcome-without-indicator",
        STEP + "    ignore outcome-without-indicator: nobody can see it\n  outcome p: P\n    indicator i: I",
        [],
    ),
    "a sign of nothing": ("orphan-indicator", STEP + "indicator i: Hits", ["orphan-indicator i"]),
    "a sign of something": ("orphan-indicator", MEASURED, []),
    "a sign of the whole": ("orphan-indicator", "theory: T\n  indicator i: I", []),
    "a sign that an assumption watches": (
        "orphan-indicator",
        STEP + "    assuming a: A\n      watch: i\nindicator i: I",
        [],
    ),
    "a sign of a misspelt result": ("orphan-indicator", STEP + "indicator i: I\n  on: oo", []),
    "many signs of nothing are told once": ("orphan-indicator", STEP + LOOSE, ["orphan-indicator None"]),
    "workshops held": (
        "indicator-counts-activity",
        COUNTED + "Number of workshops held",
        ["indicator-counts-activity i"],
    ),
    "people trained": ("indicator-counts-activity", COUNTED + "# of people trained", ["indicator-counts-activity i"]),
    "the share of people trained": (
        "indicator-counts-activity",
        COUNTED + "Share of nurses trained",
        ["indicator-counts-activity i"],
    ),
    "leaflets": ("indicator-counts-activity", COUNTED + "Leaflets distributed", ["indicator-counts-activity i"]),
    "people who changed": ("indicator-counts-activity", COUNTED + "Number of farmers who use compost", []),
    "trained people who changed": ("indicator-counts-activity", COUNTED + "Share of trained nurses who stay", []),
    "a measured thing": ("indicator-counts-activity", COUNTED + "Annual mean of nitrogen dioxide", []),
    "counted where it belongs": (
        "indicator-counts-activity",
        "output o: O\n  indicator i: Number of workshops held",
        [],
    ),
    "ateliers": ("indicator-counts-activity", FRENCH + "Nombre d'ateliers organisés", ["indicator-counts-activity i"]),
    "agriculteurs formés": (
        "indicator-counts-activity",
        FRENCH + "Nombre d'agriculteurs formés",
        ["indicator-counts-activity i"],
    ),
    "agriculteurs qui restent": ("indicator-counts-activity", FRENCH + "Part des agriculteurs qui restent", []),
    "a language without words": (
        "indicator-counts-activity",
        "theory: T\n  language: ar\n" + COUNTED + "Number of workshops held",
        [],
    ),
    "everything missing": ("indicator-incomplete", MEASURED, ["indicator-incomplete i"]),
    "nothing missing": (
        "indicator-incomplete",
        MEASURED.replace("Sign\n", "Sign\n" + WHOLE.replace("  ", "      ")),
        [],
    ),
    "the date of the result is a date": (
        "indicator-incomplete",
        "goal g: G\n  due: 2030\n  indicator i: I\n    baseline: 3\n    target: 5\n    source: S",
        [],
    ),
    "the horizon is a date": (
        "indicator-incomplete",
        "theory: T\n  horizon: 2030\ngoal g: G\n  indicator i: I\n    baseline: 3\n    target: 5\n    source: S",
        [],
    ),
    "what somebody does is a source": (
        "indicator-incomplete",
        "partner p: P\ngoal g: G\n  indicator i: I\n    baseline: 3\n    target: 5 in 2030\n    by p: reads the meter",
        [],
    ),
    "somebody alone is no source": (
        "indicator-incomplete",
        "partner p: P\ngoal g: G\n  indicator i: I\n    baseline: 3\n    target: 5 in 2030\n    by p",
        ["indicator-incomplete i"],
    ),
    "many incomplete ones are told once": ("indicator-incomplete", STEP + MANY, ["indicator-incomplete None"]),
    "a misspelt detail is told by the reader": (
        "indicator-incomplete",
        "goal g: G\n  indicator i: I\n    baselin: 3\n    target: 5 in 2030\n    source: S",
        [],
    ),
    "a sign of nothing is not asked for more": ("indicator-incomplete", STEP + "indicator i: I", []),
    "nobody looks": ("indicator-without-collector", PARTNERS + MEASURED, ["indicator-without-collector i"]),
    "somebody looks": ("indicator-without-collector", PARTNERS + MEASURED + "      by p", []),
    "the source is a partner": ("indicator-without-collector", PARTNERS + MEASURED + "      source: q", []),
    "two share it": ("indicator-without-collector", PARTNERS + MEASURED + "      shared: p, r", []),
    "the source is somebody else": (
        "indicator-without-collector",
        PARTNERS + MEASURED + "      source: the ministry",
        ["indicator-without-collector i"],
    ),
    "nobody could look": ("indicator-without-collector", MEASURED, []),
    "a name that is no partner yet is told by the reader": (
        "indicator-without-collector",
        PARTNERS + MEASURED + "      by s",
        [],
    ),
    "a target below the start": (
        "target-against-direction",
        ODD.format("35", "20", "up"),
        ["target-against-direction i"],
    ),
    "a target above the start": ("target-against-direction", ODD.format("35", "50", "up"), []),
    "the same": ("target-against-direction", ODD.format("6.1", "6.1", "up"), []),
    "less is better": ("target-against-direction", ODD.format("35", "20", "down"), []),
    "less is better, and it grows": (
        "target-against-direction",
        ODD.format("1 in 10", "1 in 4", "down"),
        ["target-against-direction i"],
    ),
    "nobody said which way": ("target-against-direction", ODD.format("35", "20", "sideways"), []),
    "different units": ("target-against-direction", ODD.format("35 households", "20 %", "up"), []),
    "one number on both steps": (
        "indicator-measures-two-levels",
        MEASURED + "      on: g",
        ["indicator-measures-two-levels i"],
    ),
    "the same words on both steps": (
        "indicator-measures-two-levels",
        MEASURED + "  indicator j: sign!",
        ["indicator-measures-two-levels i"],
    ),
    "the same words on two ways": (
        "indicator-measures-two-levels",
        MEASURED + "  outcome p: P\n    indicator j: Sign",
        [],
    ),
    "four signs of one outcome": (
        "too-many-indicators",
        STEP + "".join(f"    indicator i{n}: I{n}\n" for n in range(4)),
        ["too-many-indicators o"],
    ),
    "three signs of one outcome": (
        "too-many-indicators",
        STEP + "".join(f"    indicator i{n}: I{n}\n" for n in range(3)),
        [],
    ),
    "twenty-one in all are told once": (
        "too-many-indicators",
        "goal g: G\n" + "".join(f"  outcome o{n}: O\n    indicator i{n}: I{n}\n" for n in range(21)),
        ["too-many-indicators None"],
    ),
    "three partners and no shared number": (
        "no-shared-indicator",
        PARTNERS + MEASURED + "      by p",
        ["no-shared-indicator None"],
    ),
    "a shared number": ("no-shared-indicator", PARTNERS + MEASURED + "      shared: all three", []),
    "two collect it": ("no-shared-indicator", PARTNERS + MEASURED + "      by p, q", []),
    "two partners": ("no-shared-indicator", "partner p: P\npartner q: Q\n" + MEASURED, []),
    "an observer is no third": ("no-shared-indicator", PARTNERS + "  ring: observer\n" + MEASURED, []),
    "no number at all is told elsewhere": ("no-shared-indicator", PARTNERS + STEP, []),
    "nothing about us": ("collaboration-unmeasured", PARTNERS + MEASURED, ["collaboration-unmeasured None"]),
    "nothing about us, with an agreement": (
        "collaboration-unmeasured",
        PARTNERS + STEP + "agreement a: A",
        ["collaboration-unmeasured a"],
    ),
    "a sign below the agreement": (
        "collaboration-unmeasured",
        PARTNERS + STEP + "agreement a: A\n  indicator i: I",
        [],
    ),
    "a question about a partner": ("collaboration-unmeasured", PARTNERS + STEP + "question: Why?\n  on: p", []),
    "a sign in our words": (
        "collaboration-unmeasured",
        PARTNERS + STEP + "indicator i: Partners who come again\n  on: o",
        [],
    ),
    "a partner alone": ("collaboration-unmeasured", "partner p: P\n" + STEP, []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case):
    rule, text, wanted = CASES[case]
    assert told(text, (rule,), stage="agreed") == wanted


def test_the_coverage_is_told_once_and_begins_at_the_goal():
    text = "goal g: G\n  outcome o: O\n    outcome p: P\n    outcome q: Q\n"
    rule = "outcome-without-indicator"
    none = "Not one of the 3 outcomes has an indicator. Begin with ‘O’: how would you know? Name one sign."
    assert told.messages(text, rule, stage="agreed") == [none]
    two = "Neither of the two outcomes has an indicator. Begin with ‘O’: how would you know? Name one sign."
    assert told.messages(text.replace("    outcome q: Q\n", ""), rule, stage="agreed") == [two]
    assert told.messages(text + "  indicator i: I\n    on: o", rule, stage="agreed") == [
        "1 of 3 outcomes has an indicator. Go on with ‘P’: how would you know? Name one sign."
    ]


def test_a_target_that_is_worse_is_an_error_on_its_line():
    (found,) = [
        one for one in toc.check(toc.loads(ODD.format("1,200", "900", "up"))) if one.rule == "target-against-direction"
    ]
    assert str(found.severity) == "error"
    assert found.message == (
        "‘I’ starts at ‘1,200’ and should get to ‘900’, but ‘better: up’ says that this is worse. "
        "Which of the three is wrong?"
    )
    french = "theory: T\n  language: fr\n" + ODD.format("1,200", "900", "up")
    assert told(french, ("target-against-direction",)) == []


def test_many_are_as_loud_as_one():
    found = [str(one.severity) for one in toc.check(toc.loads(STEP + LOOSE)) if one.rule == "orphan-indicator"]
    assert found == ["warning"]


def test_what_an_indicator_lacks_is_one_list():
    assert told.messages(MEASURED, "indicator-incomplete", stage="agreed") == [
        "‘Sign’ has no baseline, no target and no source. Where does it stand today?"
    ]
    assert told.messages(STEP + MANY, "indicator-incomplete", stage="agreed") == [
        (
            "Not one of the 5 indicators says where it starts, where it should get to, by when, and where the numbers "
            "come from. Go on with ‘Sign 0’: it has no baseline, no target and no source."
        )
    ]


WAY = "goal g: G\n  due: {due}\n{rest}\nsession 2026-01-10: S\n"
EARLY = {
    "nothing on a long way": ("2036", "", True),
    "a short way": ("2026-12", "", False),
    "a milestone in time": ("2036", "  milestone m: M\n    due: 2028", False),
    "a milestone too late": ("2036", "  milestone m: M\n    due: 2032", True),
    "a milestone without a date": ("2036", "  milestone m: M", True),
    "a milestone that was reached": ("2036", "  milestone m: M\n    status: reached", False),
    "an outcome in time": ("2036", "  outcome o: O\n    due: 2029-02", False),
    "work in time is not yet a success": ("2036", "  activity a: A\n    due: 2027", True),
    "a value on the way": ("2036", "  indicator i: I\n    interim: 20 % (2028)", False),
    "no date at all": ("some day", "", False),
}


@pytest.mark.parametrize("case", EARLY)
def test_something_to_celebrate_early(case):
    due, rest, speaks = EARLY[case]
    assert bool(told(WAY.format(due=due, rest=rest), ("no-early-milestone",))) == speaks


def test_when_the_way_begins():
    text = "goal g: G\n  due: 2036"
    found = {
        day: [one.message for one in toc.check(toc.loads(text), as_of=day) if one.rule == "no-early-milestone"]
        for day in (None, date(2026, 1, 1), date(2036, 6, 1))
    }
    says = "The goal is due by 2036, and nothing on the way has a date before 2029-09. "
    assert found == {
        None: [],
        date(2026, 1, 1): [says + "What will you celebrate first, and when?"],
        date(2036, 6, 1): [],
    }
    assert told("theory: T\n  horizon: 2036\ngoal g: G\nsession 2026-01-10: S", ("no-early-milestone",))
    later = "\nsession 2025-01-10: S\nsession 2034-01-10: S"
    assert told(text + later, ("no-early-milestone",)) == [], "the first third is over"
