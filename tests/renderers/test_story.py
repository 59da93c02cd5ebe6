"""The story: tables of a theory in, what is told of it out; and that nothing that was written is missing."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from strategies import theories

import toc
from toc.findings import Finding, Severity
from toc.model import Theory
from toc.renderers.escape import markdown_text
from toc.renderers.markdown import render
from toc.renderers.story import details
from toc.renderers.story.sentences import flowing, without_stop
from toc.renderers.story.teller import teller_for
from toc.source import NOWHERE

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FILES = {path.stem: path for path in sorted(EXAMPLES.glob("*.toc"))} | {"basin": EXAMPLES / "river-basin" / "basin.toc"}


def story(text: str, **options) -> str:
    return render(toc.loads(textwrap.dedent(text)).theory, **options)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            """\
            goal air: Children breathe clean air
              outcome cars: Fewer cars drive past schools
                because: the school run is 40% of it
                assuming: Traffic does not move elsewhere.
            """,
            "**If** fewer cars drive past schools, **then** children breathe clean air, **because** the school run is 40% "
            "of it, **assuming** traffic does not move elsewhere.",
        ),
        (
            """\
            goal air: Children breathe clean air
              due: 2030-06
              activity close: Close streets
              activity tender: Tender buses
            """,
            "**If** we close streets and we tender buses, **then** children breathe clean air by June 2030.",
        ),
        (
            """\
            goal air: Children breathe clean air
              needs: any
              activity close: Close streets
              activity tender: Tender buses
            """,
            "**If** we close streets or we tender buses (one of them is enough), **then** children breathe clean air.",
        ),
        (
            """\
            goal air: Children breathe clean air
              needs: 2
              activity close: Close streets
              activity tender: Tender buses
              activity plant: Plant trees
            """,
            "**If** at least two of these are in place, **then** children breathe clean air:\n\n- we close streets;\n"
            "- we tender buses;\n- we plant trees.",
        ),
        (
            """\
            goal air: Children breathe clean air
              condition grid: The depot has power
                because: buses charge at night
              activity tender: Tender buses
            """,
            "**Given that** the depot has power (**because** buses charge at night), **if** we tender buses, "
            "**then** children breathe clean air.",
        ),
        (
            """\
            goal air: Children breathe clean air
              condition grid: A grid connection
            """,
            "**Given** a grid connection, **then** children breathe clean air.",
        ),
        (
            """\
            goal air: Children breathe clean air
              enough: yes
              activity close: Close streets
                status: stopped
            """,
            "**If** we close streets (stopped, which is enough on its own), **then** children breathe clean air.",
        ),
        (
            """\
            goal money: Households keep more
            outcome more: More things are bought
              unintended: yes
              <- money
                after: two years
            """,
            "**If** households keep more, **then** more things are bought (a side effect that nobody aims for) "
            "(time it takes: two years).",
        ),
        (
            """\
            goal air: Children breathe clean air
              output leaflets: 400 leaflets
              output course: Driving course
            """,
            "**If** we have 400 leaflets and we have “Driving course”, **then** children breathe clean air.",
        ),
        (
            """\
            goal air: Children breathe clean air
              activity day: Walking to school together
              activity trial: A trial with two streets
            """,
            "**If** we go ahead with walking to school together and we carry out “A trial with two streets”, **then**",
        ),
        (
            """\
            goal air: Children breathe clean air
              outcome fewer: Fewer cars
                because: Cars idle. Everybody knows.
                assuming: Will it hold?
            """,
            "**If** we see fewer cars, **then** children breathe clean air. The reason: Cars idle. Everybody knows. "
            "The assumption: Will it hold?",
        ),
        (
            """\
            goal air: Children breathe clean air
            outcome x:
              -> air
              -> nowhere
            """,
            "**If** “x” (no words for it yet) comes about, **then** “nowhere” (not declared yet) comes about.",
        ),
        (
            """\
            goal air: Children breathe clean air
              outcome cars: Fewer cars pass
                evidence study: A study in May
                  finds: supports
                evidence other: Another study
                  finds: contradicts
            """,
            "Evidence for this: “A study in May”. Evidence against this: “Another study”.",
        ),
        (
            """\
            partner club: Cycling Club
              aim rides: More Sunday rides
                -> air: clean air is good for riders
            stakeholder shops: Shopkeepers
              -> air
            goal air: Children breathe clean air
            """,
            "Cycling Club shares in “Children breathe clean air” through an aim of its own, “More Sunday rides”, "
            "**because** clean air is good for riders. “Shopkeepers” can help with “Children breathe clean air”.",
        ),
        (
            """\
            goal air: Children breathe clean air
              ~> walk: walking is a pleasure
            outcome walk: Families walk
              -> air
            barrier habit: Habit
              -| walk
            activity try: Try it for a week
              -| habit: a week is short
            """,
            "- “Children breathe clean air” feeds back to “Families walk”, **because** walking is a pleasure.\n"
            "- “Habit” stands in the way of “Families walk”. “Try it for a week” works against “Habit”, **because** a week "
            "is short.",
        ),
        (
            """\
            goal air: Children breathe clean air
            pathway bikes: Cycling to school
              outcome lanes: Cycle lanes are safe
                activity paint: Paint lanes
              outcome unused: Bicycles are cheap
            bikes -> air
            activity fund: Find money
              -> bikes: money comes first
            outcome free: Buses are free
            """,
            "### Cycling to school\n\n**If** we paint lanes, **then** cycle lanes are safe.\n\n"
            "**If** we find money, **then** the pathway “Cycling to school” moves forward, **because** money comes first.",
        ),
        ("question: Who pays?\n  answer: the city, perhaps", "- **Who pays?** Answer so far: the city, perhaps."),
        (
            "term NO2: nitrogen dioxide\n  not: fumes\n  not: smog",
            "- **NO2**: nitrogen dioxide (not “fumes” or “smog”).",
        ),
        ("10:30 coffee\n- not a list", "- 10:30 coffee\n- \\- not a list"),
        (
            "partner a: A\npartner b: B\ndisagreement d: A toll?\n  by a: yes\n  by b: never\n  settle: a trial",
            "### A toll?\n\n- **A**: yes.\n- **B**: never.\n\nWhat would settle it: a trial.",
        ),
        (
            "partner a: A\nsession 2026-03-01: Start\n  present: a, the mayor\n  decision: pause\n  action go: go home\n    by a",
            "### 1 March 2026: Start\n\nPresent: A and the mayor; decision: pause.\n\nNext steps:\n\n- Go home (A).",
        ),
        (
            "agreement: Together\n  principle: figures are shared\n  decide: by consent\n  review: 2027",
            "**Together.**\n\n- Figures are shared.\n\nNext review: 2027; how we decide: by consent.",
        ),
        (
            "goal air: Air\nindicator no2: nitrogen\n  on: air\n  baseline: 48\n  target: 30\n  better: down",
            "| Indicator | About | Baseline | Target | Further details |\n| --- | --- | --- | --- | --- |\n"
            "| Nitrogen | “Air” | 48 | 30 | Lower is better. |",
        ),
        ("milestone m: First street closed\n  due: 2026-05", "| First street closed | May 2026 |"),
        ("activity a: Close streets", "### Not linked to anything yet\n\n- Activity: Close streets."),
        ("risk r: Snow\n  impact: high", "## What could go wrong\n\n- **Snow.** Impact: high."),
        (
            "evidence e: A study\n  url: https://example.org/a_b\nevidence f: Another\n  url: javascript:alert(1)",
            "[https://example.org/a\\_b](https://example.org/a%5Fb).\n- **Another.** Link: javascript:alert(1).",
        ),
    ],
)
def test_what_is_told(written, told):
    assert told in story(written)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            """\
            theory: L'air
              language: fr
            goal air: Les enfants respirent
              due: 2030-06-01
              outcome osent: Ils osent marcher
                because: La rue est calme
                assuming: Il fait beau
              activity fermer: Fermer les rues
            """,
            "- ils osent marcher, **car** la rue est calme, **si l’on admet qu’**il fait beau\u00a0;\n"
            "- nous parvenons à fermer les rues.",
        ),
        (
            """\
            theory: L'air
              language: fr
            goal air: Les enfants respirent
              due: 2030-06-01
              outcome osent: Ils osent marcher
            """,
            "**S’**ils osent marcher, **alors** les enfants respirent d’ici au 1er juin 2030.",
        ),
    ],
)
def test_what_is_told_in_french(written, told):
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
    {"needs", "enough", "unintended", "essential", "call", "edition", "ignore", "label", "language"}
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
