"""The examples are what their page says: clean, canonical, and complete without their neighbours' help."""

from __future__ import annotations

import pytest
from fences import ROOT

import toc
from toc.findings import Severity
from toc.format import format_text

EXAMPLES = ROOT / "examples"
WHOLE = sorted([*EXAMPLES.glob("*.toc"), EXAMPLES / "river-basin" / "basin.toc"])
WRITTEN = sorted(path for path in EXAMPLES.rglob("*.toc") if path.name != "workshop.toc")


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_what_an_example_is_told_is_advice(path):
    told = [(finding.rule, finding.message) for finding in toc.check(toc.load(path)) if _is_more_than_advice(finding)]
    assert told == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_an_example_is_written_as_fmt_writes_it(path):
    text = path.read_text(encoding="utf-8")
    assert format_text(text) == text


def test_the_workshop_is_as_unfinished_as_a_workshop():
    loaded = toc.load(EXAMPLES / "workshop.toc")
    assert loaded.theory.stage == "live"
    assert len(loaded.theory.notes) >= 5
    assert len(loaded.theory.undeclared) >= 3


def test_the_river_is_as_large_as_its_page_says():
    loaded = toc.load(EXAMPLES / "river-basin" / "basin.toc")
    theory = loaded.theory
    assert len(theory.of_kind("partner")) == 11
    assert len(loaded.sources) == 4 + len(list((EXAMPLES / "river-basin" / "partners").iterdir()))
    assert len(theory.of_kind("goal", "outcome", "output", "activity", "input", "condition", "barrier")) >= 55


def _is_more_than_advice(finding):
    return finding.severity is not Severity.ADVICE
