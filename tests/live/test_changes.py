"""What several people change in one text: nothing is lost, and all end with the same."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.live.changes import (
    BadChange,
    Section,
    applied,
    between,
    from_json,
    hunks,
    past,
    to_json,
    units,
    words,
    woven,
)
from toc.live.patch import patch

_LETTERS = "ab\n é😀😁مرح"
texts = st.text(st.sampled_from(_LETTERS), max_size=30)
lines = st.lists(st.text("ab", max_size=2), max_size=12)


@st.composite
def changes(draw, text):
    made, place = [], 0
    while place < len(text) or draw(st.booleans()):
        length = draw(st.integers(0, len(text) - place))
        insert = draw(st.one_of(st.none(), st.text(st.sampled_from("xy\n"), max_size=3)))
        made.append(Section(length, insert))
        place += length
        if len(made) > 12:
            break
    return (*made, Section(len(text) - place)) if place < len(text) else tuple(made)


@given(texts)
def test_units_and_words_are_each_others_way_back(text):
    assert words(units(text)) == text
    assert len(units(text)) == len(text.encode("utf-16-le")) // 2


@given(texts, texts)
def test_what_is_between_two_texts_leads_from_one_to_the_other(before, after):
    change = between(units(before), units(after))
    assert words(applied(change, units(before))) == after


@given(texts, texts)
def test_a_change_never_cuts_a_character_in_two(before, after):
    for hunk in hunks(between(units(before), units(after))):
        words(units(before)[hunk.start : hunk.end])
        words(hunk.insert)


def test_a_text_of_many_like_lines_is_compared_about_as_fast_as_it_is_long():
    def took(number: int) -> float:
        dice = random.Random(number)  # noqa: S311  no secret
        old, new = (
            "".join([f"  outcome: It is {dice.random()}\n    because: reason\n\n" for _ in range(number)])
            for _ in range(2)
        )
        begun = time.perf_counter()
        change = between(old, new)
        spent = time.perf_counter() - begun
        assert applied(change, old) == new
        return spent

    took(60)
    assert took(240) < 20 * took(60), "it was a hundred times as long, and the room waited for it"


@given(st.data(), texts)
def test_a_change_survives_its_json(data, text):
    change = data.draw(changes(units(text)))
    again = from_json(to_json(change))
    assert applied(again, units(text)) == applied(change, units(text))


@given(st.data(), texts)
def test_two_changes_past_each_other_keep_every_inserted_letter(data, text):
    text = units(text)
    one, other = data.draw(changes(text)), data.draw(changes(text))
    first = applied(past(other, one), applied(one, text))
    second = applied(past(one, other), applied(other, text))
    assert sorted(first) == sorted(second)
    for change in (one, other):
        for letter in "xy":
            assert first.count(letter) >= sum(hunk.insert.count(letter) for hunk in hunks(change))


@given(texts, texts)
def test_weaving_in_what_nobody_else_changed_gives_it(base, text):
    base, text = units(base), units(text)
    assert applied(woven(base, base, text), base) == text
    assert applied(woven(base, text, base), text) == text
    assert applied(woven(base, text, text), text) == text


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("one\ntwo\nthree\n", "one!\ntwo\nthree\n", "one\ntwo\nthree?\n", "one!\ntwo\nthree?\n"),
        ("one\n", "one\ntwo\n", "zero\none\n", "zero\none\ntwo\n"),
        ("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n"),
        ("", "a", "ab", "ab"),
        ("", "ab", "a", "ab"),
        ("goal g: x\n", "goal g: x😀\n", "goal g: 😁x\n", "goal g: 😁x😀\n"),
        ("سلام\n", "سلام عليكم\n", "أهلا\nسلام\n", "أهلا\nسلام عليكم\n"),
    ],
)
def test_two_people_at_once(base, ours, theirs, both):
    assert words(applied(woven(units(base), units(ours), units(theirs)), units(ours))) == both


@pytest.mark.parametrize(
    "given", [None, {}, "x", [-1], [[]], [[1, 2]], [["a"]], [True], [[1, "a\nb"]], [1.5], [[1, None]], [[-2]]]
)
def test_what_is_no_change_is_refused(given):
    with pytest.raises(BadChange):
        from_json(given)


def test_half_a_character_is_refused():
    with pytest.raises(BadChange):
        words(applied(from_json([[1], 1]), units("😀")))


@given(lines, lines)
def test_a_patch_leads_from_one_picture_to_the_next(old, new):
    result, moved = list(old), 0
    for start, count, put in patch(old, new):
        result[start + moved : start + moved + count] = put
        moved += len(put) - count
    assert result == new
