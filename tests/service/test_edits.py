"""Edits are applied as given, and those between two texts touch no more than what differs."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typing_fingers import texts as typed

from toc.decoding import decode
from toc.edit import MOST_LINES_COMPARED, applied, applied_to_bytes, edits_between
from toc.findings import Edit
from toc.source import Span

lines = st.lists(st.sampled_from(["", "a", "ab", "  a", "goal x: y", "é🌍"]), max_size=9).map("\n".join)


def edit(start, end, text="", file="x"):
    return Edit(Span(file, start, end), text)


@pytest.mark.parametrize(
    ("text", "edits", "result"),
    [
        ("abc", [], "abc"),
        ("abc", [edit(1, 2, "X")], "aXc"),
        ("abc", [edit(2, 3, "Z"), edit(0, 1, "X")], "XbZ"),
        ("abc", [edit(1, 1, "1"), edit(1, 1, "2")], "a12bc"),
        ("abc", [edit(1, 2, "X"), edit(1, 1, "1")], "a1Xc"),
        ("abc", [edit(1, 2, "X"), edit(2, 2, "2")], "aX2c"),
        ("", [edit(0, 0, "goal: x\n")], "goal: x\n"),
        ("🌍b", [edit(1, 2, "c")], "🌍c"),
    ],
)
def test_applied(text, edits, result):
    assert applied(text, edits) == result


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ([edit(0, 2), edit(1, 3)], "want to change the same words"),
        ([edit(0, 3), edit(1, 1, "x")], "want to change the same words"),
        ([edit(2, 9)], "beyond the text"),
        ([edit(-1, 2)], "beyond the text"),
        ([edit(2, 1)], "beyond the text"),
        ([edit(0, 1), edit(1, 2, "", "y")], "two files, x and y"),
    ],
)
def test_edits_that_cannot_all_be_made_are_refused(edits, says):
    with pytest.raises(ValueError, match=says):
        applied("abc", edits)


@given(lines, lines)
@example("", "\n")
@example("\n", "")
@example("a\nb\n", "b\n")
@example("a", "a\na")
def test_between_two_texts_is_what_turns_one_into_the_other(before, after):
    edits = edits_between(before, after, "x")
    assert applied(before, edits) == after
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(edits))


@given(typed, typed)
def test_between_any_two_texts(before, after):
    assert applied(before, edits_between(before, after, "x")) == after


@given(lines)
def test_between_equal_texts_is_nothing(text):
    assert edits_between(text, text, "x") == ()


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("goal g: x\n    outcome o: y\n", "goal g: x\n  outcome o: y\n", [edit(12, 14)]),
        ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 4\nc: 3\n", [edit(8, 9, "4")]),
        ("a\nb\nc\n", "a\nc\n", [edit(2, 4)]),
        ("a\nc\n", "a\nb\nc\n", [edit(2, 2, "b\n")]),
        ("one\ntwo\nthree\n", "One\ntwo\nThree\n", [edit(0, 1, "O"), edit(8, 9, "T")]),
        ("a", "a\n", [edit(1, 1, "\n")]),
        ("🌍 a", "🌍 b", [edit(2, 3, "b")]),
    ],
)
def test_what_does_not_differ_is_not_touched(before, after, edits):
    assert list(edits_between(before, after, "x")) == edits


def test_a_very_long_change_is_one_edit_and_fast():
    before = "".join(f"{number}\n" for number in range(MOST_LINES_COMPARED + 2))
    after = before.replace("1", "one")
    (one,) = edits_between(before, after, "x")
    assert applied(before, [one]) == after


_ENDS = st.lists(st.sampled_from(["a", "é🌍", "\n", "\r", "\r\n", "\r\r\n", " "]), max_size=12).map("".join)


@given(_ENDS, st.data(), st.booleans())
def test_in_the_bytes_of_a_file_only_what_is_edited_changes(raw, data, bom):
    content = (b"\xef\xbb\xbf" if bom else b"") + raw.encode("utf-8")
    text = decode(content, "x").text
    place = data.draw(st.integers(0, len(text)))
    after = applied_to_bytes(content, [edit(place, place, "NEW\nLINE")], "\n")
    assert after.replace(b"NEW\nLINE", b"") == content
    assert decode(after.replace(b"NEW\nLINE", b"[]"), "x").text == applied(text, [edit(place, place, "[]")])
    assert applied_to_bytes(content, [], "\n") == content


def test_new_lines_in_the_bytes_of_a_file_end_as_its_own_do():
    assert applied_to_bytes(b"a\r\nb\r\n", [edit(1, 1, "\nx"), edit(2, 3, "c")], "\r\n") == b"a\r\nx\r\nc\r\n"
    with pytest.raises(ValueError, match="beyond the text"):
        applied_to_bytes(b"a", [edit(0, 2)], "\n")
