"""Which questions are open: the sheet, the rounds, and what is asked again."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from strategies import theories

import toc
from toc.asking import BANK, OWN, Ground, asks_of, in_rounds, sheet
from toc.logic.dates import last_day

ROOT = Path(__file__).parents[2]
PLAN = """
goal g: Everybody reads
  for: pupils
  outcome aloud: Parents read aloud
    condition time: There is time
    activity pack: Pack bags
"""
ENOUGH = """
question enough: ‘There is time’ and ‘Pack bags’: are these two together enough for ‘Parents read aloud’? More?
  on: aloud
  answer: no
  bank: 5
"""


def _ground(text):
    return Ground(toc.loads(dedent(text)).theory)


def _numbers(text):
    return [ask.question.number for ask in sheet(_ground(text))]


@pytest.mark.parametrize("name", ["clean-air", "river-basin/basin", "loops"])
def test_the_sheets_of_the_examples(name, golden):
    theory = toc.load(ROOT / "examples" / f"{name}.toc").theory
    day = last_day(tuple([session.id for session in theory.of_kind("session")]))
    told, theme = [], ""
    for ask in sheet(Ground(theory, day)):
        if ask.question.theme != theme:
            theme = ask.question.theme
            told += ["", f"# {theme}"]
        about = ", ".join(map(str, ask.place.about))
        told += ["", f"{ask.question.number}: {ask.place.asks}", *([ask.place.why] if ask.place.why else [])]
        told += [f"@ {about}"] if about else []
    golden(Path(__file__).parent / "goldens" / f"{Path(name).stem}.txt", "\n".join([name, *told]) + "\n")


def test_each_question_stands_on_the_sheet_once_in_the_order_of_the_bank():
    numbers = _numbers(PLAN)
    order = [question.number for question in BANK]
    assert numbers == [number for number in order if number in numbers]
    assert len(numbers) > 10


ANSWERED = {
    "answered": (ENOUGH, False),
    "without an answer it was not": (ENOUGH.replace("answer", "note"), True),
    "an empty answer is none": (ENOUGH.replace("answer: no", "answer:"), True),
    "our own words around the boxes do not matter": (ENOUGH.replace("More?", "What else does it take?"), False),
    "other words of a box do": (ENOUGH.replace("Pack bags", "Pack big bags"), True),
    "a box that is not named does": (ENOUGH.replace("‘There is time’ and ‘Pack bags’", "‘Pack bags’"), True),
    "another number is another question": (ENOUGH.replace("bank: 5", "bank: 1"), True),
    "without a number it is the group's own": (ENOUGH.replace("  bank: 5\n", ""), True),
    "elsewhere it is another question": (ENOUGH.replace("on: aloud", "on: g"), True),
    "about nothing it is another question": (ENOUGH.replace("  on: aloud\n", ""), True),
}


@pytest.mark.parametrize("case", ANSWERED)
def test_a_question_is_asked_again_when_what_it_was_about_has_changed(case):
    stored, asked = ANSWERED[case]
    places = [ask.place.about for ask in asks_of(_ground(PLAN + stored), 5)]
    assert (("aloud",) in places) is asked


def test_what_the_group_has_parked_comes_last_until_it_is_answered():
    text = PLAN + "question rails: Who pays for the bags?\n  on: aloud\nquestion: Why us?\n  answer: who else\n"
    last = sheet(_ground(text))[-1]
    assert (last.question, last.place.asks, last.place.parked) == (OWN, "Who pays for the bags?", "rails")
    assert sum(ask.question is OWN for ask in sheet(_ground(text))) == 1


def test_what_belongs_to_one_thing_is_found_by_its_name():
    ground = _ground(PLAN + "question rails: Who pays for the bags?\n  on: aloud\n")
    assert {ask.question.number for ask in asks_of(ground, at="rails")} == {0}
    found = list(asks_of(ground, at="pack"))
    assert found
    assert all("pack" in " ".join(map(str, ask.place.about)) for ask in found)
    assert [ask.question.number for ask in asks_of(ground, 4, "g")] == [4]


def test_in_the_first_round_questions_of_one_theme_go_to_different_places():
    text = """
    goal g: G
      outcome a: A
        outcome c: C
        outcome d: D
      outcome b: B
        outcome e: E
        outcome f: F
    """
    about = {ask.question.number: ask.place.about for ask in sheet(_ground(text))}
    assert about[1] != about[5]


@given(theories())
def test_every_open_question_comes_once_in_the_rounds(theory):
    ground = Ground(theory)
    keys = [(ask.question.number, ask.place.about, ask.place.asks, ask.place.parked) for ask in in_rounds(ground)]
    assert len(keys) == len(set(keys))
    first = [(ask.question.number, ask.place.about, ask.place.asks, ask.place.parked) for ask in sheet(ground)]
    assert keys[: len(first)] == first
    for ask in in_rounds(ground):
        assert ask.place.asks.strip()
        assert "\n" not in ask.place.asks


def test_what_was_answered_is_told_and_not_drawn():
    theory = toc.loads(PLAN + ENOUGH + "question rails: Who pays for the bags?\n  on: aloud\n").theory
    svg = toc.render(theory, "svg", engine="plain")
    assert (">Q1<" in svg, ">Q2<" in svg) == (True, False)
    assert "together enough" not in svg
    story = toc.render(theory, "md")
    assert "together enough" in story
    assert "Bank" not in story
