"""What drawing keeps changes nothing but how long it takes, and does not pile up."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import theories
from svg_theories import EVERYTHING, RIVERSIDE, THEORIES, drawn, svg

from toc.layout_worker import EngineError, Worker

kept = import_module("toc.renderers.kept")
OPTIONS = ({}, {"theme": "dark", "prefix": "x"}, {"page": "A4"}, {"direction": "right", "hide": ["partners"]})


def afresh(text, **options):
    kept.forget()
    return drawn(text, **options)


@pytest.mark.parametrize("text", [RIVERSIDE, EVERYTHING, THEORIES["loop"]])
def test_after_each_key_the_picture_is_the_one_drawn_afresh(text):
    steps = [text[:end] for end in range(0, len(text) + 1, 31)]
    expected = [afresh(step) for step in steps]
    assert [drawn(step) for step in steps] == expected
    assert [drawn(step) for step in reversed(steps)] == expected[::-1]


@pytest.mark.parametrize("name", THEORIES)
def test_other_pictures_of_the_same_theory_do_not_get_in_the_way(name):
    expected = [afresh(THEORIES[name], **options) for options in OPTIONS]
    assert [drawn(THEORIES[name], **options) for options in OPTIONS] == expected


@given(st.lists(theories(), min_size=2, max_size=4))
def test_any_theories_in_turn(those):
    expected = []
    for theory in those:
        kept.forget()
        expected.append(svg.render(theory))
    assert [svg.render(theory) for theory in those * 2] == expected * 2


class Listening:
    """An engine that keeps what it was asked, and fails as often as it is told to."""

    def __init__(self, worker, *, failing=0):
        self.worker, self.failing, self.asked = worker, failing, []

    def plain(self, dot):
        self.asked.append(dot)
        if len(self.asked) <= self.failing:
            msg = "It broke."
            raise EngineError(msg)
        return self.worker.plain(dot)


@pytest.fixture(scope="module")
def worker():
    with Worker() as running:
        yield running


def test_words_that_fit_their_box_do_not_ask_for_a_layout(worker):
    engine = Listening(worker)
    drawn(RIVERSIDE, engine)
    typed = drawn(RIVERSIDE.replace("drop-off\n    because: the", "dropoff\n    because: all the"), engine)
    assert "dropoff" in typed
    assert len(engine.asked) == 1
    drawn(RIVERSIDE.replace("clean-buses: School", "clean-buses: Sooner or later, as everybody hopes, school"), engine)
    assert len(engine.asked) == 2


def test_an_engine_that_failed_is_asked_again(worker):
    engine = Listening(worker, failing=2)
    assert "simplified" in drawn(RIVERSIDE, engine)
    assert "simplified" not in drawn(RIVERSIDE, engine)


def test_no_picture_is_kept_that_another_engine_made(worker):
    with_engine = drawn(RIVERSIDE, worker)
    assert drawn(RIVERSIDE, None) != with_engine
    assert drawn(RIVERSIDE, Listening(worker)) == with_engine


def test_typing_does_not_pile_up():
    kept.forget()
    held = []
    for number in range(kept.MANY * 3 // 2):
        drawn(f"goal a: {number}\nactivity b: always\n  -> a: {number}")
        held.append(kept.held())
    assert held[-1] == held[kept.MANY + 10]


def test_of_very_long_texts_nothing_is_kept():
    drawn("goal a: " + "word " * kept.LONG)
    assert kept.held() == 0
