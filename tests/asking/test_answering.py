"""Answers as lines of the file: where they go, and that nothing else changes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printing import outline
from strategies import theories

import toc
from toc.asking import Ground, asks_of, in_rounds
from toc.asking.answering import Answer, AnswerTrouble, write_answer
from toc.edit import applied
from toc.format import format_text
from toc.load import Loaded

PLAN = """\
# Second evening
theory: Reading
    stage: draft

partner hall: Town Hall

goal g: Everybody reads
    for: pupils # not a comment
    # mind the little ones
    outcome aloud: Parents read aloud
        activity pack: Pack bags
            by hall: 900 EUR
    outcome: Books at home

question rails: Who pays for the bags?
"""


def _answered(text, number, at=None, answer="Yes.", **more):
    loaded = toc.loads(text)
    ask = next(asks_of(Ground(loaded.theory), number, at))
    return applied(text, write_answer(loaded, ask, Answer(answer, **more)))


def _added(before, after):
    """Give what was written, with the line before it; everything else must be as it was."""
    old, new = before.split("\n"), after.split("\n")
    start = next(at for at in range(len(new)) if at >= len(old) or new[at] != old[at])
    end = start + len(new) - len(old)
    assert old == new[:start] + new[end:]
    return [new[start - 1] if start else "", *new[start:end]]


def test_a_question_about_a_box_stands_below_it():
    after = _answered(PLAN, 4, asked=date(2027, 3, 1), present=("Town Hall", "Maria"), answer="Yes: all\nof us -> g.")
    asks = "Is it worth all this work: ‘Everybody reads’? Is it what they want: pupils # not a comment?"
    assert _added(PLAN, after) == [
        "    for: pupils # not a comment",
        f"    question worth-g: {asks}",
        "        answer: Yes: all",
        "          | of us -> g.",
        "        asked: 2027-03-01",
        "        present: hall, Maria",
        "        bank: 4",
    ]


def test_one_about_a_partner_stands_below_it():
    assert _added(PLAN, _answered(PLAN, 18))[:3] == [
        "partner hall: Town Hall",
        "    question need-hall: What does Town Hall itself need out of this that has not been said?",
        "        answer: Yes.",
    ]


def test_one_about_an_arrow_stands_at_the_margin_and_names_it():
    reads = "‘Parents read aloud’ leads to ‘Everybody reads’. Would they see why?"
    after = _answered(PLAN, 23, "aloud")
    question = f"""
    outcome: Books at home

question outsider-g: Somebody who was not here reads that {reads}
    on: aloud -> g
    answer: Yes.
    bank: 23

question rails"""
    assert question in after
    assert after.replace(question, "\n    outcome: Books at home\n\nquestion rails") == PLAN


def test_a_made_name_that_it_needs_is_written_down():
    after = _answered(PLAN, 23, "books-at-home")
    assert "\n    outcome books-at-home: Books at home\n" in after
    assert "\n    on: books-at-home -> g\n" in after
    assert toc.loads(after.replace("Books at home\n", "Books\n")).findings == ()


def test_one_about_several_boxes_names_them():
    assert "\n    on: pack, g\n" in _answered(PLAN, 9)


def test_one_about_the_whole_stands_below_the_title():
    stage, question, *_ = _added(PLAN, _answered(PLAN, 11))
    assert stage == "    stage: draft"
    assert question.startswith(
        "    question ceiling: ‘Parents read aloud’ and ‘Books at home’ lead to ‘Everybody reads’."
    )


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n  "])
def test_without_a_title_it_stands_at_the_end(end):
    text = f"goal g: G\n  outcome a: A{end}"
    after = _answered(text, 11)
    assert after.startswith(text)
    assert re.search(r"\n *\nquestion ceiling: ‘A’ leads to ‘G’\.", after)
    assert toc.loads(after).theory.by_id["ceiling"].about == ()


def test_what_the_group_parked_gets_its_answer_where_it_stands():
    after = _answered(PLAN, 0, answer="the council", asked=date(2027, 3, 1))
    assert _added(PLAN, after) == [
        "question rails: Who pays for the bags?",
        "    answer: the council",
        "    asked: 2027-03-01",
    ]


def test_a_name_that_is_taken_gets_a_number():
    text = "goal g: G\noutcome worth-g: W\n"
    assert "question worth-g-2: " in _answered(text, 4)


@pytest.mark.parametrize("number", [4, 9, 11, 18, 23, 0])
def test_it_is_not_asked_again_and_is_written_as_fmt_writes(number):
    text = format_text(PLAN)
    loaded = toc.loads(text)
    first = next(asks_of(Ground(loaded.theory), number))
    after = _answered(text, number)
    assert format_text(after) == after
    assert toc.loads(after).findings == ()
    assert first not in list(asks_of(Ground(toc.loads(after).theory), number))


HOSTILE = [
    "goal x: another one",
    "-> g",
    "by hall",
    "# a comment",
    "a\nb\r\nc\rd",
    "| more",
    "  spaces  ",
    "key: value\n\n  indented: too",
    "‘quotes’ and “others”",
    "<<<<<<< ours",
    "نعم",
]


@pytest.mark.parametrize("answer", HOSTILE)
@pytest.mark.parametrize("number", [4, 11, 23, 0])
def test_an_answer_is_read_back_as_it_was_said(answer, number):
    before = toc.loads(PLAN)
    after = toc.loads(_answered(PLAN, number, answer=answer))
    assert [finding.rule for finding in after.findings] == [finding.rule for finding in before.findings]
    stored = [one.get("answer") for one in after.theory.of_kind("question") if one.get("answer")]
    lines = answer.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert stored == ["\n".join([line.strip() for line in lines])]


@pytest.mark.parametrize("answer", ["", "  ", "\n\n"])
def test_an_answer_without_words_is_none(answer):
    loaded = toc.loads(PLAN)
    with pytest.raises(AnswerTrouble, match="An answer needs words"):
        write_answer(loaded, next(in_rounds(Ground(loaded.theory))), Answer(answer))


def test_a_theory_that_is_no_text_has_nowhere_to_write():
    theory = toc.loads(PLAN).theory
    loaded = Loaded(theory, (), ())
    for ask in in_rounds(Ground(theory)):
        with pytest.raises(AnswerTrouble, match="nowhere to write an answer"):
            write_answer(loaded, ask, Answer("Yes."))


@given(theories(most=6), st.integers(0, 40))
def test_an_answer_adds_one_question_to_any_theory_and_changes_nothing_else(theory, number):
    text = outline(theory)
    loaded = toc.loads(text)
    asks = list(in_rounds(Ground(loaded.theory)))
    if not asks:
        return
    ask = asks[number % len(asks)]
    after = toc.loads(applied(text, write_answer(loaded, ask, Answer("Yes."))))
    new = {one.id for one in after.theory.elements} - {one.id for one in loaded.theory.elements}
    assert len(new) == (0 if ask.place.parked else 1)
    if new:
        (question,) = [one for one in after.theory.elements if one.id in new]
        assert (question.get("answer"), question.get("bank")) == ("Yes.", str(ask.question.number))
        left = tuple([one for one in after.theory.elements if one.id not in new])
        assert replace(after.theory, elements=left) == loaded.theory
    keys = [(one.question.number, one.place) for one in in_rounds(Ground(after.theory))]
    assert (ask.question.number, ask.place) not in keys
