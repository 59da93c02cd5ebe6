"""The card has the words of the README, and the rounds light what there is."""

import re
from pathlib import Path

import pytest

import toc
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.service import CARD, ROUNDS, round_named
from toc.vocabulary import KINDS

ROOT = Path(__file__).parents[2]
NAMES = {rule.name for rule in (*RULES, *READING)}


def test_the_card_is_the_table_of_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| you write | for |\n|---|---|\n", 1)[1].split("\n\n", 1)[0]
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", table, re.MULTILINE)
    assert [(one.word, one.about) for one in CARD] == rows


def test_the_examples_of_the_card_are_a_theory():
    goal, outcome, activity, partner, by, because, assuming, arrow = [one.example for one in CARD]
    lines = [partner, goal, f"  {outcome}", f"    {because}", f"    {assuming}", f"    {activity}", f"      {by}"]
    loaded = toc.loads("\n".join([*lines, f"activity: Tender electric buses\n  {arrow}"]))
    assert loaded.findings == ()
    assert all(one.example.startswith(one.word) for one in CARD)


def test_there_are_six_rounds_in_their_order():
    assert [one.name for one in ROUNDS] == ["goal", "preconditions", "assumptions", "actions", "who", "signs"]


@pytest.mark.parametrize("chosen", ROUNDS, ids=lambda one: one.name)
def test_a_round_lights_what_there_is(chosen):
    assert set(chosen.kinds) <= set(KINDS)
    assert set(chosen.rules) <= NAMES
    assert len(set(chosen.rules)) == len(chosen.rules)
    assert chosen.prompt.endswith("?")
    assert chosen.prompt.count("?") == 1
    assert chosen.title


def test_every_check_about_the_theory_has_a_round():
    assert {rule.name for rule in RULES} - {rule for one in ROUNDS for rule in one.rules} == set()


def test_a_round_that_there_is_not():
    assert round_named("lunch") is None
