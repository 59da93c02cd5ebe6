"""Tidying is `toc fmt`, as edits that touch no more than they must."""

from pathlib import Path

import pytest
from hypothesis import given
from typing_fingers import texts

import toc
from toc.edit import applied
from toc.format import format_text
from toc.service import tidy

EXAMPLES = Path(__file__).parents[2] / "examples"


@given(texts)
def test_tidied_is_what_fmt_writes(text):
    loaded = toc.loads(text, "plan.toc")
    (source,) = loaded.sources
    assert applied(source.text, tidy(loaded, "plan.toc")) == format_text(source.text)


def test_only_what_is_untidy_is_touched():
    text = "goal air:   Clean air\n    Outcome  cars: Fewer cars\n# 🌍\n\n\n\ngoal b: x\n"
    loaded = toc.loads(text, "plan.toc")
    touched = [(text[edit.span.start : edit.span.end], edit.text) for edit in tidy(loaded, "plan.toc")]
    assert touched == [("  ", ""), ("  Outcome ", "outcome"), ("\n\n", "")]


def test_a_tidy_text_needs_nothing():
    loaded = toc.load(EXAMPLES / "clean-air.toc")
    assert tidy(loaded, loaded.sources[0].name) == ()


def test_a_file_that_is_not_there():
    with pytest.raises(KeyError):
        tidy(toc.loads("goal: x"), "other.toc")
