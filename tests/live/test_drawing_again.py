"""A key inside the words of a box does not ask the engine again, whoever looks."""

from __future__ import annotations

import toc
from toc.layout_worker import EngineError, Worker
from toc.live.drawing import Drawer
from toc.live.look import Look

TEXT = "goal g: Everybody reads\n  outcome o: Books are at hand\n  outcome p: There is time\n"


class Counting:
    """A worker that counts what it is asked, and breaks off as often as it is told to."""

    def __init__(self, worker, *, failing=0):
        self.worker, self.failing, self.asked = worker, failing, 0

    def plain(self, dot):
        self.asked += 1
        if self.asked <= self.failing:
            msg = "It broke."
            raise EngineError(msg)
        return self.worker.plain(dot)


def drawn(drawer, text, look=None):
    return drawer.draw(toc.loads(text), look or Look())


def test_words_that_fit_ask_for_nothing():
    with Worker() as worker:
        engine = Counting(worker)
        drawer = Drawer("x.toc", engine)
        for text in (TEXT, TEXT.replace("hand", "home"), TEXT.replace("There", "Here")):
            picture, broke = drawn(drawer, text)
            assert picture.lines[-2] == "</svg>"
            assert broke is None
        drawn(drawer, TEXT, Look(theme="dark"))
        assert engine.asked == 1
        drawn(drawer, TEXT + "  outcome q: And light\n")
        assert engine.asked == 2


def test_where_it_broke_it_is_asked_again():
    with Worker() as worker:
        engine = Counting(worker, failing=4)
        drawer = Drawer("x.toc", engine)
        assert drawn(drawer, TEXT)[0].without_engine
        assert not drawn(drawer, TEXT)[0].without_engine
