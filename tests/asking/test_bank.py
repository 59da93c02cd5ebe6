"""Every question of the bank at its place: a table of theories and what is asked there, in `places.txt`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import toc
from toc.asking import BANK, LAST, Ground, Theme


def _blocks():
    for block in (Path(__file__).parent / "places.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, rest = block.partition("\n")
        theory, _, wanted = rest.partition("\n>> ")
        yield title, theory, wanted.strip()


BLOCKS = {title: (theory, wanted) for title, theory, wanted in _blocks()}
NUMBERS = range(1, LAST + 1)


def _places(number, text):
    question = next(question for question in BANK if question.number == number)
    return list(question.places(Ground(toc.loads(text).theory, date(2027, 12, 31))))


def _told(place):
    return f"{place.asks} @ {', '.join(map(str, place.about))}" if place.about else place.asks


def test_the_bank_has_every_number_once_and_every_one_has_its_places():
    assert sorted(question.number for question in BANK) == list(NUMBERS)
    assert len({question.name for question in BANK}) == LAST
    themes = list(dict.fromkeys([question.theme for question in BANK]))
    assert themes == [Theme.BACK, Theme.PURPOSE, Theme.STEPS, Theme.FOOTING, Theme.COMPANY]
    assert {f"{number}" for number in NUMBERS} | {f"{number} not" for number in NUMBERS} <= set(BLOCKS)


@pytest.mark.parametrize("title", BLOCKS)
def test_a_question_is_asked_first_where_it_makes_sense(title):
    theory, wanted = BLOCKS[title]
    places = _places(int(title.split()[0]), theory)
    assert (_told(places[0]) if places else "nothing") == wanted


def test_what_was_stopped_is_left_in_peace():
    text = "goal g: G\n  outcome o: O\n    activity a: A\n      status: stopped\n      -> g\n"
    told = [place.asks for number in NUMBERS for place in _places(number, text)]
    assert [asks for asks in told if "‘A’" in asks] == []


def test_nobody_is_counted_or_compared_aloud():
    told = [wanted for _, wanted in BLOCKS.values()]
    assert [words for words in told if "%" in words or "score" in words or "most" in words.split()] == []
