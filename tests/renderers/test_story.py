"""The story: tables of a theory in, what is told of it out; and that nothing that was written is missing."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from strategies import theories
from toc.renderers.escape import markdown_text
from toc.renderers.markdown import render
from toc.renderers.story import details
from toc.renderers.story.sentences import flowing, without_stop
from toc.renderers.story.teller import teller_for

import toc
from toc.findings import Finding, Severity
from toc.source import NOWHERE

if TYPE_CHECKING:
    from toc.model import Theory

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FILES = {path.stem: path for path in sorted(EXAMPLES.glob("*.toc"))} | {"basin": EXAMPLES / "river-basin" / "basin.toc"}


def story(text: str, **options) -> str:
    return render(toc.loads(textwrap.dedent(text)).theory, **options)


def cases():
    text = (HERE / "stories.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        written, _, told = rest.partition("\n----\n")
        yield pytest.param(written, told.strip("\n"), id=name)


@pytest.mark.parametrize(("written", "told"), list(cases()))
def test_what_is_told(written, told):
    assert told in story(written)


def test_words_in_another_language_than_the_story_are_quoted():
    told = story(
        """\
        theory: L'air
          language: fr
          label.en: Air
        goal air: Les enfants respirent
          outcome marche: Les familles marchent
            label.en: Families walk
        """,
        lang="en",
    )
    assert "**If** families walk, **then** “Les enfants respirent” comes about." in told
    assert told.startswith("# Air\n")


def test_what_the_theory_calls_its_kinds_is_said():
    told = story("theory: Air\n  call activity: Task\nactivity a: Close streets\n  status: active")
    assert "| Task | Status |\n" in told


def test_what_is_shown_and_what_the_checks_say():
    theory = toc.loads('theory: A "b" [c]\n  ignore many-goals: there are two\ngoal air: Air\nactivity x: Do').theory
    findings = (Finding("no-goal", "There is <b>no</b> goal.", NOWHERE, Severity.ERROR),)
    told = render(theory, diagram_path="out/plan 1.svg", findings=findings, with_findings=True)
    assert "![Diagram of the theory of change “A &quot;b&quot; \\[c\\]”: 1 activity lead to" in told
    assert "](out/plan%201.svg)\n" in told
    assert "### To settle\n\n- There is \\<b>no\\</b> goal. (`no-goal`)\n" in told
    assert "- `many-goals` (the theory as a whole): there are two.\n" in told
    assert "no-goal" not in render(theory, findings=findings)
    assert "The checks found no gaps in the map. Whether it is true, only the group can say." in render(
        theory, with_findings=True
    )


def test_an_address_that_is_no_picture_is_left_out():
    assert "![" not in story("goal: Air", diagram_path="javascript:alert(1)")


@pytest.mark.parametrize("name", FILES)
def test_the_stories_of_the_examples(name, golden):
    golden(HERE / "goldens" / f"{name}.md", render(toc.load(FILES[name]).theory, diagram_path=f"{name}.svg"))


def test_a_french_theory_is_told_in_english(golden):
    golden(HERE / "goldens" / "aubrelle-en.md", render(toc.load(EXAMPLES / "aubrelle-fr.toc").theory, lang="en"))


SAID_IN_OTHER_WORDS = frozenset(
    {"bank", "needs", "enough", "unintended", "essential", "call", "edition", "ignore", "label", "language"}
)


def missing(theory: Theory, told: str):
    """Find what was written and is not told."""
    teller, told = teller_for(theory, None), told.lower()
    for element in theory.elements:
        text = markdown_text(without_stop(flowing(element.text))) or markdown_text(element.id)
        if text.lower() not in told:
            yield element.kind, text
    places = [theory.details, *[each.details for each in (*theory.elements, *theory.links, *theory.contributions)]]
    for detail in (detail for found in places for detail in found):
        if detail.key not in SAID_IN_OTHER_WORDS | {"stage", "ceiling", "role"}:
            text = without_stop(details.value(teller, detail.key, detail.value))
            if text.lower() not in told and text.lower().rstrip(".") not in told:
                yield detail.key, text
    for each in (*theory.notes, *theory.contributions):
        text = markdown_text(without_stop(getattr(each, "what", "") or getattr(each, "text", "")))
        if text.lower() not in told:
            yield type(each).__name__, text


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_an_example_says_is_missing(name):
    theory = toc.load(FILES[name]).theory
    assert list(missing(theory, render(theory))) == []


@given(theories())
def test_nothing_that_a_theory_says_is_missing(theory):
    assert list(missing(theory, render(theory))) == []


@given(theories())
def test_every_language_can_tell_every_theory(theory):
    for lang in ("en", "fr", "es", "ar"):
        told = render(theory, lang=lang)
        assert told.endswith("\n")
        assert not told.endswith("\n\n")
        assert "\n\n\n" not in told


def test_a_chain_and_a_circle_may_be_as_long_as_they_like():
    chain = (
        "\n".join([f"outcome o{number}: O\n  -> o{number + 1}" for number in range(5000)])
        + "\noutcome o5000: O\n  -> o0"
    )
    assert story(chain).count("**then**") == 5001
