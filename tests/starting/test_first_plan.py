"""The plan that four answers make: nothing typed is lost or misread, whatever it looks like."""

from __future__ import annotations

import re

import pytest
from hostile import TEXTS, UNSEEN
from hypothesis import given
from hypothesis import strategies as st
from typing_fingers import texts as typed
from typing_fingers import words

import toc
from toc.findings import Severity
from toc.format import format_text
from toc.service.answers import cleaned
from toc.starting import QUESTIONS, Answers, plan_of

OPENING = """\
# A line that begins with # and a space, like this one, is for whoever writes here; it is never drawn.
# What stands further in comes first, and leads to what it stands in.

theory: Skerry Bay
  stage: live
"""
TOLD = [
    pytest.param(
        Answers(
            "Every ten-year-old in Skerry Bay can swim",
            "Skerry Bay School, Harbour Swimmers",
            "Children are in the water every week",
            "Harbour Swimmers: Free lessons on Saturdays\n"
            "skerry bay school, harbour swimmers: A bus to the beach\n"
            "A tide bell",
        ),
        """
partner skerry-bay-school: Skerry Bay School
partner harbour-swimmers: Harbour Swimmers

goal every-ten-year-old-in-skerry: Every ten-year-old in Skerry Bay can swim
  outcome children-are-in-the: Children are in the water every week
    activity free-lessons-on-saturdays: Free lessons on Saturdays
      by harbour-swimmers
    activity a-bus-to-the: A bus to the beach
      by skerry-bay-school
      by harbour-swimmers
    activity a-tide-bell: A tide bell
""",
        id="work for the only result stands below it",
    ),
    pytest.param(
        Answers("All swim", "", "Time\nWater", "Lessons"),
        """
# partner: who is at the table?

goal all-swim: All swim
  outcome time: Time
  outcome water: Water

activity lessons: Lessons
""",
        id="for which of two results is nobody's guess",
    ),
    pytest.param(
        Answers("All swim", "", "", "Lessons"),
        """
# partner: who is at the table?

goal all-swim: All swim
  # outcome: what must be in place for the goal? Write it below the goal, one step further in.
  activity lessons: Lessons
""",
        id="no result but the goal",
    ),
    pytest.param(
        Answers(),
        """
# partner: who is at the table?

# goal: what would be different, and for whom, if this worked?
# outcome: what must be in place for the goal? Write it below the goal, one step further in.

# activity: what does somebody already do for it? Write it below what it leads to.
""",
        id="nothing was answered",
    ),
    pytest.param(
        Answers(
            "All swim\n\nand nobody is afraid", "- Hall\n- Pool", "• Time\n• Time\n• Sea", "1) Pool: x\n2) Hall: y"
        ),
        """
partner hall: Hall
partner pool: Pool

goal all-swim: All swim
  |
  | and nobody is afraid
  outcome time: Time
  outcome sea: Sea

activity x: x
  by pool
activity y: y
  by hall
""",
        id="a list that was pasted loses its bullets, a goal keeps its lines",
    ),
    pytest.param(
        Answers("- 5 degrees", "A, a, 😀, 🎈", "3. graders swim", "10:30 tea\nTom: the keys"),
        """
partner a: A
partner a-2: a
partner partner: 😀
partner partner-2: 🎈

goal 5-degrees: - 5 degrees
  outcome 3-graders-swim: 3. graders swim
    activity 10-30-tea: 10:30 tea
    activity tom-the-keys: Tom: the keys
""",
        id="what only looks like a list, a name or somebody at the table stays as it was said",
    ),
    pytest.param(
        Answers("goal x: y\n-> z\n# c", "", "<<<<<<< ours\n=======", "by x\n| more", "10:30 tea\n\ngoal b: c"),
        """  note: 10:30 tea
    |
    | goal b: c

# partner: who is at the table?

goal goal-x-y: goal x: y
  | -> z
  | # c
  outcome ours: <<<<<<< ours
  outcome outcome: =======

activity by-x: by x
activity more: | more
""",
        id="what looks like the language is words",
    ),
]


@pytest.mark.parametrize(("answers", "text"), TOLD)
def test_what_was_answered_is_the_plan(answers, text):
    assert plan_of("Skerry Bay", answers) == OPENING + text


def test_there_are_as_many_answers_as_questions_and_a_place_for_the_rest():
    assert len(QUESTIONS) == 4
    assert Answers._fields[len(QUESTIONS) :] == ("more",)


def test_the_answers_that_are_shown_with_the_questions_make_a_plan_without_gaps():
    loaded = toc.loads(plan_of("Reading", Answers(*[question.example for question in QUESTIONS])))
    assert [one.partner for one in loaded.theory.contributions] == ["the-library"]
    assert {finding.rule for finding in toc.check(loaded)} == {"idle-partner"}


HOSTILE = [
    *TEXTS, UNSEEN, "goal: x\noutcome: y", ": x", "a\r\nb\rc\r\r\nd", "a\u2028goal: b", "#\n# x", "\u00a0x\u3000",
    "by school: x", "include: /etc/passwd", "ignore no-goal: x", "call goal: x", "stage: agreed", "\ufeffx",
    "a\u034fb c", "\u0301x", "שלום: עולם", "\u202eabc", "x" * 5000, "'\"`$(reboot)`\"'", "assuming", "->", "|", "•",
    "<<<<<<< a\n|||||||\n=======\n>>>>>>> b", "1.", "\t- a\n\t- b",
]  # fmt: skip
answers = st.one_of(st.sampled_from(HOSTILE), words, typed)


def pieces(text):
    """Give the words of an answer, each as often as it was said; bullets, commas and colons may have gone."""
    kept = re.sub(r"[,，،:：\ufeff]", " ", cleaned(text).casefold())
    return {word for word in kept.split() if not re.fullmatch(r"[-*+•‣◦·–—]|\d{1,3}[.)]", word)}


def told(theory):
    notes = [detail.value for detail in theory.details if detail.key == "note"]
    return [theory.title, *[element.text for element in theory.elements], *notes]


def is_faithful(title, given):
    text = plan_of(title, given)
    loaded = toc.loads(text)
    theory = loaded.theory
    lost = [pieces(answer) - pieces("\n".join(told(theory))) for answer in (title, *given)]
    assert lost == [set()] * 6
    assert {element.kind for element in theory.elements} <= {"goal", "outcome", "activity", "partner"}
    assert len(theory.of_kind("goal")) == bool(cleaned(given.change))
    assert {link.source for link in theory.links} <= {one.id for one in theory.of_kind("outcome", "activity")}
    assert [detail.key for detail in theory.details] == ["stage", *["note"] * bool(cleaned(given.more))]
    assert (theory.notes, theory.undeclared, theory.stage) == ((), (), "live")
    assert all(element.pinned for element in theory.elements)
    assert format_text(text) == text
    assert [finding.rule for finding in toc.check(loaded) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("said", HOSTILE)
def test_nothing_hostile_becomes_more_than_words(said):
    is_faithful(said, Answers(said, said, said, said, said))
    is_faithful("x", Answers(said, "Hall", f"{said}\nb", f"Hall: {said}\n{said}: Hall"))


@given(answers, st.tuples(answers, answers, answers, answers, answers))
def test_nor_does_anything_that_could_be_typed(title, said):
    is_faithful(title, Answers(*said))


def test_what_one_plan_cannot_hold_is_said_and_not_cut_off():
    with pytest.raises(ValueError, match=r"that much\. This line is longer than 100,000 characters"):
        plan_of("x", Answers(first="x" * 100_001))


def test_answers_that_begin_alike_have_names_of_their_own():
    table = "\n".join(["a " * number + "!" * number for number in range(1, 100)])
    loaded = toc.loads(plan_of("x", Answers(table=table)))
    assert len({element.id for element in loaded.theory.elements}) == 99
