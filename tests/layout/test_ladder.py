"""When an engine fails, a simpler picture comes, and says so."""

from __future__ import annotations

import pytest
from layout_graphs import theory
from toc.renderers.layout import lay_out

from toc.layout_worker import EngineError, EngineTimeoutError, Worker

PLAIN = lay_out(theory(20))
FRAMED = theory(20, frames=2)


class Double:
    """An engine that does in turn what a list says, and keeps what it was asked. None: ask the real one."""

    def __init__(self, worker, *acts):
        self.worker, self.acts, self.asked = worker, list(acts), []

    def plain(self, dot):
        self.asked.append(dot)
        act = self.acts.pop(0)
        if isinstance(act, Exception):
            raise act
        return self.worker.plain(dot) if act is None else act


@pytest.fixture(scope="module")
def worker():
    with Worker() as running:
        yield running


def test_in_the_good_case_it_is_asked_once(worker):
    engine = Double(worker, None)
    assert lay_out(FRAMED, engine).simplified is None
    assert len(engine.asked) == 1


def test_it_is_given_nothing_but_sizes(worker):
    engine = Double(worker, None)
    lay_out(FRAMED, engine)
    (dot,) = engine.asked
    assert not any(node.key in dot for node in FRAMED.nodes)
    assert not any(frame.key in dot for frame in FRAMED.frames)
    assert 'label=""' in dot


def test_it_is_asked_again_without_frames(worker):
    engine = Double(worker, EngineError("It broke."), None)
    placed = lay_out(FRAMED, engine)
    assert placed.simplified.startswith("This picture was simplified. It broke.")
    assert ["cluster" in dot for dot in engine.asked] == [True, False]


def test_then_with_straight_lines(worker):
    engine = Double(worker, EngineError("It broke."), EngineError("Again."), None)
    placed = lay_out(FRAMED, engine)
    assert placed.simplified.startswith("This picture was simplified. It broke.")
    assert "splines=line" in engine.asked[-1]


@pytest.mark.parametrize(
    "acts",
    [
        [EngineError("It broke.")] * 3,
        ["graph 1 2 3\nstop\n", EngineError("Again."), EngineError("Again.")],
        ["", "node", "graph x"],
        [ZeroDivisionError()] * 3,
        [EngineTimeoutError("Late.")],
    ],
    ids=["broken", "partial", "garbage", "anything", "late"],
)
def test_at_the_end_it_is_our_own(worker, acts):
    placed = lay_out(theory(20), Double(worker, *acts))
    assert placed.places == PLAIN.places
    assert placed.routes == PLAIN.routes
    assert placed.simplified.startswith("This picture was simplified.")


def test_one_that_is_late_is_not_asked_again(worker):
    engine = Double(worker, EngineTimeoutError("Late."))
    assert "Late." in lay_out(FRAMED, engine).simplified
    assert len(engine.asked) == 1


def test_one_is_not_asked_for_what_is_too_large(worker, monkeypatch):
    monkeypatch.setattr("toc.renderers.layout.MOST", 10)
    engine = Double(worker)
    assert "too many boxes" in lay_out(theory(20), engine).simplified
    assert engine.asked == []


@pytest.mark.parametrize(
    "cut",
    [lambda text: text.replace("stop", ""), lambda text: text.partition("edge")[0] + "stop\n"],
    ids=["end", "edges"],
)
def test_half_an_answer_is_none(worker, cut):
    class Half:
        def plain(self, dot):
            return cut(worker.plain(dot))

    placed = lay_out(theory(20), Half())
    assert placed.simplified == "This picture was simplified. Graphviz gave only a part of the picture."
