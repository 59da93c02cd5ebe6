"""What is sent to a page: any text at all, and nothing that piles up."""

from __future__ import annotations

import json

import pytest

from toc.live.drawing import Drawn
from toc.live.guest import MOST_WAITING, Guest


@pytest.mark.parametrize("text", ["a", "é", "هواء", "😀", "\ud83d", "\udc00\ud83d"])
def test_whatever_is_told_can_be_sent_and_is_read_as_it_was(text):
    guest = Guest("write")
    guest.tell({"insert": text})
    sent = guest.outbox.get_nowait().encode("utf-8")
    assert json.loads(sent)["insert"].encode("utf-16-le", "surrogatepass") == text.encode("utf-16-le", "surrogatepass")


def test_who_takes_nothing_is_let_go():
    guest = Guest("read")
    for _ in range(MOST_WAITING):
        guest.tell({})
    assert not guest.leaving.is_set()
    guest.tell({})
    assert guest.leaving.is_set()


def test_the_next_picture_waits_until_the_last_one_is_drawn():
    guest = Guest("read")
    guest.show(Drawn(("a", "b")), 1, [], [])
    guest.show(Drawn(("a", "c")), 2, [], [])
    assert json.loads(guest.outbox.get_nowait())["patch"] == [[0, 0, ["a", "b"]]]
    assert guest.outbox.empty()
    guest.drawing = False
    guest.show(Drawn(("a", "d")), 3, [], [])
    message = json.loads(guest.outbox.get_nowait())
    assert (message["base"], message["patch"]) == (1, [[1, 1, ["d"]]])
