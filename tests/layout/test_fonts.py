"""How wide a text is taken to be, and where it is broken."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st
from liberation import font_file, widths
from toc.renderers.lettering.fonts import known, letters, width, wrap
from toc.renderers.lettering.line_breaks import SPACES

FONTS = importlib.util.find_spec("fontTools") and font_file("Regular")


@pytest.mark.skipif(not FONTS, reason="needs fontTools and Liberation Sans")
@pytest.mark.parametrize(("style", "bold"), [("Regular", False), ("Bold", True)])
def test_the_table_is_that_of_liberation_sans(style, bold):
    found = widths(font_file(style))
    own = {code: width(chr(code), 2048, bold=bold) for code in found if known(chr(code)) and code != 0xAD}
    assert len(own) > 600
    assert own == {code: found[code] for code in own}


@pytest.mark.parametrize(
    ("text", "size", "bold", "expected"),
    [
        ("", 12, False, 0),
        ("Hamburgefons", 10, False, 65.59),
        ("Hamburgefons", 10, True, 70.56),
        ("Ελλάδα", 10, False, 33.79),
        ("Привет", 10, False, 33.79),
        ("a→b", 10, False, 21.12),
    ],
)
def test_widths_that_any_arial_has(text, size, bold, expected):
    assert width(text, size, bold=bold) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("text", ["Zażółć gęślą jaźń", "Größe – “ok”…", "Ĳsselmeer", "Жизнь", "Ώρα", "€ → ≤ •"])
def test_european_words_are_known(text):
    assert known(text)


@pytest.mark.parametrize("text", ["日本", "مرحبا", "שלום", "हिन्दी", "ไทย", "🙂"])
def test_other_scripts_are_not_and_get_room(text):
    assert not known(text)
    assert width(text, 10) > 3.5 * len(letters(text))


@pytest.mark.parametrize(
    ("text", "em"),
    [("界", 1.0), ("🌍", 1.3), ("e\u0301", 1139 / 2048), ("ế", 1139 / 2048), ("\u200d\u00ad\u200f", 0.0)],
)
def test_letters_of_other_scripts(text, em):
    assert width(text, 1) == pytest.approx(em)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 100, [""]),
        ("one two three", 1000, ["one two three"]),
        ("one two three", 45, ["one two", "three"]),
        ("one  two", 25, ["one", "two"]),
        ("one\ntwo", 1000, ["one", "two"]),
        ("one\n\ntwo", 1000, ["one", "", "two"]),
        ("well-being and/or", 32, ["well-", "being", "and/or"]),
        ("well-being and/or", 25, ["well-", "being", "and/", "or"]),
        ("-5 and 3-4", 20, ["-5", "and", "3-4"]),
        ("10\u00a0km far", 20, ["10\u00a0k", "m", "far"]),
        ("Donaudampfschiff", 50, ["Donaudam", "pfschiff"]),
        ("日本語です。はい", 50, ["日本語で", "す。はい"]),
        ("日本「語」です", 32, ["日本", "「語」", "です"]),
        ("a\u0301a\u0301a\u0301", 6, ["a\u0301", "a\u0301", "a\u0301"]),
        ("👩\u200d👧👍🏽🇫🇷🇩🇪", 10, ["👩\u200d👧", "👍🏽", "🇫🇷", "🇩🇪"]),
        ("क्षत्रिय", 8, ["क्ष", "त्रि", "य"]),
    ],
)
def test_breaking_lines(text, limit, expected):
    assert list(wrap(text, limit, 10)) == expected


TEXTS = st.text(st.one_of(st.sampled_from("ab cd-/ \u00ad日。「👍🏽🇫🇷\u200d\u0301क्\n"), st.characters(codec="utf-8")))


@given(TEXTS, st.floats(5, 200))
def test_no_character_is_lost(text, limit):
    def bare(words):
        return "".join(char for char in words if char not in SPACES + "\n")

    assert bare("".join(wrap(text, limit, 10))) == bare(text)


@given(TEXTS, st.floats(5, 200), st.booleans())
def test_only_a_single_letter_may_be_too_wide(text, limit, bold):
    for line in wrap(text, limit, 10, bold=bold):
        assert width(line, 10, bold=bold) <= limit + 1e-6 or len(letters(line.strip(SPACES))) == 1


def test_a_long_text_takes_no_longer_than_its_length_asks_for():
    text = "word " * 20_000
    assert len(wrap(text, 1e9, 10)) == 1
    assert len(wrap(text, 100, 10)) > 4_000
