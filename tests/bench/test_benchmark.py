"""What the benchmark measures with is what it says it is."""

from __future__ import annotations

import pytest
from layered import drawn, layered

import toc
from toc.model import CAUSAL_KINDS


@pytest.mark.parametrize("size", [20, 30, 100, 1000])
def test_a_layered_theory_has_as_many_elements_as_asked_for_and_no_mistake(size):
    text = layered(size)
    loaded = toc.loads(text)
    assert len(loaded.theory.elements) == size
    assert loaded.findings == ()
    assert 4 <= text.count("\n") / size <= 6


@pytest.mark.parametrize("boxes", [20, 100])
def test_a_drawn_theory_has_as_many_boxes_as_asked_for(boxes):
    theory = toc.loads(drawn(boxes)).theory
    assert len(theory.of_kind(*CAUSAL_KINDS)) == boxes


def test_the_same_size_is_the_same_text():
    assert layered(50) == layered(50)
