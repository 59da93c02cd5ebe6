"""Offsets in code points and in UTF-16 units, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.source import Source

texts = st.text(st.sampled_from("ab\n é數🌍👩🏽‍🌾א\ud800"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts)
def test_every_offset_goes_there_and_back(text):
    source = Source("x", text)
    for offset in range(len(text) + 1):
        assert source.utf16(offset) == units(text[:offset])
        assert source.offset_of_utf16(units(text[:offset])) == offset


@pytest.mark.parametrize(
    ("text", "asked", "offset"),
    [
        ("a🌍b", 2, 1),
        ("🌍", 1, 0),
        ("🌍🌍", 3, 1),
        ("a🌍b", -1, 0),
        ("a🌍b", 99, 3),
        ("abc", 99, 3),
        ("abc", -5, 0),
        ("", 4, 0),
    ],
)
def test_inside_a_pair_is_its_start_and_outside_the_text_is_its_end(text, asked, offset):
    assert Source("x", text).offset_of_utf16(asked) == offset


@pytest.mark.parametrize(("offset", "said"), [(-3, 0), (0, 0), (1, 2), (9, 3)])
def test_offsets_beyond_the_text_are_taken_for_its_ends(offset, said):
    assert Source("x", "🌍b").utf16(offset) == said


def test_the_places_are_found_once():
    source = Source("x", "a🌍" * 1000)
    assert source.utf16(2000) == 3000
    assert source._paired() is source._paired()  # noqa: SLF001  what is kept is the point here
