"""What a theory declares, as deep as it is nested."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from typing_fingers import texts

import toc
from toc.service import outline

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = {
    "nested": (
        """
        partner council: Council
        goal air: Clean air
          outcome traffic: Fewer cars
            by council
            activity streets: Close streets
          outcome buses: Clean buses
        """,
        ["0 partner council", "0 goal air", "1 outcome traffic", "2 activity streets", "1 outcome buses"],
    ),
    "below an arrow": (
        """
        goal air: Clean air
            outcome traffic: Fewer cars
          -> wealth
              risk noise: Noise
        goal wealth: Wealth
        """,
        ["0 goal air", "1 outcome traffic", "1 risk noise", "0 goal wealth"],
    ),
    "below a broken line": (
        """
        goal air Clean air
          outcome traffic: Fewer cars
        """,
        ["0 outcome traffic"],
    ),
    "notes and comments do not count": (
        """
        goal air: Clean air
        what about this?
        # and this
          outcome traffic: Fewer cars
        """,
        ["0 goal air", "1 outcome traffic"],
    ),
    "made names": ("goal: Clean air\n\toutcome: Fewer cars\n", ["0 goal clean-air", "1 outcome fewer-cars"]),
    "a term and a goal of one name": ("term air: what we breathe\ngoal air: Clean\n", ["0 term air", "0 goal air"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("name", CASES)
def test_outline(name):
    text, entries = CASES[name]
    assert [f"{one.depth} {one.kind} {one.id}" for one in outline(toc.loads(dedent(text)))] == entries


def test_an_entry_says_where_it_stands_and_what_it_says():
    (one,) = outline(toc.loads("goal air: Clean air\n  | for all\n", "plan.toc"))
    assert (one.text, one.span.file, one.span.start, one.span.end) == ("Clean air\nfor all", "plan.toc", 0, 19)


def test_all_files_in_reading_order():
    loaded = toc.load(EXAMPLES / "river-basin" / "basin.toc")
    entries = outline(loaded)
    assert {entry.span.file.split("/")[-1] for entry in entries} >= {"basin.toc", "results.toc", "measures.toc"}
    assert [entry.id for entry in entries] == [one.id for one in loaded.theory.elements]
    assert max(entry.depth for entry in entries) > 1


@given(texts)
def test_any_text_has_an_outline(text):
    loaded = toc.loads(text)
    assert [entry.id for entry in outline(loaded)] == [element.id for element in loaded.theory.elements]
