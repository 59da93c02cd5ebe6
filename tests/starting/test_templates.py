"""The templates are what they are for: read without a word of complaint, tidy, drawn, and full of advice."""

from __future__ import annotations

import os

import pytest

import toc
from toc.findings import Severity
from toc.format import format_text
from toc.service import CARD
from toc.starting import TEMPLATES, UnknownTemplateError, about, template
from toc.starting.templates import FOLDER

LONGEST_LINE = 120


def test_every_file_is_listed():
    assert sorted(os.listdir(FOLDER)) == sorted(f"{name}.toc" for name in TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_reads_clean_is_tidy_and_is_drawn(name):
    text = template(name)
    loaded = toc.loads(text)
    assert {finding.rule for finding in loaded.findings} <= {"parked-note"}
    assert [(it.rule, it.message) for it in toc.check(loaded) if it.severity is not Severity.ADVICE] == []
    assert format_text(text) == text
    assert "Graphviz" not in toc.render(loaded.theory, "svg")
    assert all(element.pinned for element in loaded.theory.elements if element.kind in ("goal", "outcome", "activity"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_teaches_in_short_comments(name):
    lines = template(name).split("\n")
    assert about(name) == lines[0].removeprefix("# ")
    assert len(about(name)) <= LONGEST_LINE
    assert sum(line.lstrip().startswith("# ") for line in lines) >= 5
    assert [line for line in lines if len(line) > LONGEST_LINE] == []


def kinds(name):
    return {element.kind for element in toc.loads(template(name)).theory.elements}


def test_the_workshop_shows_the_eight_words_and_a_parked_note():
    text = template("workshop")
    missing = [one.word for one in CARD if not any(line.strip().startswith(one.word) for line in text.split("\n"))]
    assert missing == []
    assert len(toc.loads(text).theory.notes) == 1


def test_the_conversation_about_purpose_asks_eight_questions_and_ends_in_principles():
    theory = toc.loads(template("purpose")).theory
    assert len(theory.of_kind("question")) == 8
    (agreement,) = theory.of_kind("agreement")
    assert {"principle", "decide"} <= {detail.key for detail in agreement.details}
    assert {aim.owner for aim in theory.of_kind("aim")} == {partner.id for partner in theory.of_kind("partner")}


def test_the_logframe_has_four_levels_with_signs_and_assumptions():
    loaded = toc.loads(template("logframe"))
    theory = loaded.theory
    assert {"goal", "outcome", "output", "activity"} <= kinds("logframe")
    for indicator in theory.of_kind("indicator"):
        assert {"baseline", "target", "source"} <= {detail.key for detail in indicator.details}
    measured = {about for one in theory.of_kind("indicator") for about in one.about}
    assert {one.id for one in theory.of_kind("goal", "outcome", "output")} == measured
    assert [it.rule for it in toc.check(loaded, profile="logframe") if it.severity is not Severity.ADVICE] == []


def test_in_a_results_chain_somebody_does_something_differently():
    theory = toc.loads(template("results-chain")).theory
    assert [one.get("change") for one in theory.of_kind("outcome")].count("behaviour") == 1
    assert {one.get("change") for one in theory.of_kind("outcome")} == {"capacity", "behaviour", "state"}
    assert all(link.because for link in theory.links)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("logfram", "There is no template ‘logfram’. Did you mean ‘logframe’?"),
        ("xyz", "There is no template ‘xyz’. There are workshop, purpose, logframe, results-chain."),
        ("../workshop", "There is no template ‘../workshop’."),
        ("", "There is no template ‘’."),
    ],
)
def test_a_template_that_is_not_there(name, says):
    with pytest.raises(UnknownTemplateError) as trouble:
        template(name)
    assert str(trouble.value).startswith(says)
