"""What is sent to a page: any text at all, and nothing that piles up."""

from __future__ import annotations

import json

import pytest

from toc.live.drawing import Drawn
from toc.live.guest import MOST_WAITING, Guest
from toc.live.look import USUAL
from toc.live.pictures import REMEMBERED, Pictures, Shown


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


def picture(*lines, number):
    return Shown(Drawn(lines), number, (), ())


def sent(guest):
    found = []
    while not guest.outbox.empty():
        message = json.loads(guest.outbox.get_nowait())
        found.append((message["base"], message["patch"]))
    return found


def test_the_next_picture_waits_until_the_last_one_is_drawn_and_is_the_newest():
    guest, pictures = Guest("read"), Pictures()
    assert not pictures.show_to(guest)
    for number, lines in enumerate((("a", "b"), ("a", "c"), ("a", "d")), 1):
        pictures.put(USUAL, picture(*lines, number=number))
        assert pictures.show_to(guest)
    assert sent(guest) == [(None, [[0, 0, ["a", "b"]]])]
    guest.drawing = False
    pictures.show_to(guest)
    assert sent(guest) == [(1, [[1, 1, ["d"]]])]
    guest.drawing = False
    pictures.show_to(guest)
    assert sent(guest) == []


def test_who_is_far_behind_gets_the_whole_picture():
    guest, pictures = Guest("read"), Pictures()
    for number in range(REMEMBERED + 2):
        pictures.put(USUAL, picture(str(number), number=number))
        pictures.show_to(guest)
    guest.drawing = False
    pictures.show_to(guest)
    assert sent(guest)[1:] == [(None, [[0, 0, [str(REMEMBERED + 1)]]])]


def test_everybody_with_the_same_picture_is_sent_the_same():
    pictures = Pictures()
    pictures.put(USUAL, picture("a", number=1))
    guests = [Guest("read") for _ in range(3)]
    for guest in guests:
        pictures.show_to(guest)
    first, *others = [guest.outbox.get_nowait() for guest in guests]
    assert all(other is first for other in others)
