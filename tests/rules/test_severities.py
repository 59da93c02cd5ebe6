"""Severities, stages, profiles, settings, ignores and the order in which things are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest
from told import told

import toc
from toc.check import survey
from toc.findings import Nature, Severity
from toc.load import Loaded
from toc.logic.dates import first_and_last, is_past
from toc.model import STAGES, Contribution, Detail, Element, Link, LinkKind, Theory
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.rules.settings import PROFILES, Settings, Thresholds

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

LOUD = {
    "unknown-name": (ADVICE, ERROR, ERROR, ERROR),
    "duplicate-id": (ERROR, ERROR, ERROR, ERROR),
    "conflict-marker": (ERROR, ERROR, ERROR, ERROR),
    "control-character": (ERROR, ERROR, ERROR, ERROR),
    "invisible-character": (ERROR, ERROR, ERROR, ERROR),
    "include-failed": (ERROR, ERROR, ERROR, ERROR),
    "unknown-kind": (ADVICE, WARNING, WARNING, WARNING),
    "unknown-key": (ADVICE, WARNING, WARNING, WARNING),
    "misplaced-key": (ADVICE, WARNING, WARNING, WARNING),
    "unfinished-line": (ADVICE, WARNING, WARNING, WARNING),
    "missing-colon": (ADVICE, WARNING, WARNING, WARNING),
    "misplaced-line": (ADVICE, WARNING, WARNING, WARNING),
    "parked-note": (None, ADVICE, WARNING, WARNING),
    "no-words": (None, ADVICE, WARNING, WARNING),
    "made-id-collision": (None, ADVICE, WARNING, WARNING),
    "no-goal": (ADVICE, WARNING, ERROR, ERROR),
    "orphan-activity": (ADVICE, WARNING, ERROR, ERROR),
    "causal-cycle": (ADVICE, WARNING, ERROR, ERROR),
    "dead-end-result": (ADVICE, WARNING, ERROR, ERROR),
    "unsupported-outcome": (ADVICE, WARNING, ERROR, ERROR),
    "unowned-activity": (ADVICE, WARNING, WARNING, WARNING),
    "idle-partner": (ADVICE, WARNING, WARNING, WARNING),
    "goal-not-reachable": (None, WARNING, ERROR, ERROR),
    "bare-link": (None, ADVICE, ADVICE, ADVICE),
    "outcome-is-activity": (WARNING, WARNING, WARNING, WARNING),
    "broken-assumption-in-use": (None, None, None, ERROR),
    "ceiling-not-a-cut": (None, None, ERROR, ERROR),
    "effect-before-cause": (None, WARNING, ERROR, ERROR),
    "outcome-without-indicator": (None, None, WARNING, WARNING),
    "orphan-indicator": (None, WARNING, WARNING, WARNING),
    "indicator-counts-activity": (None, None, WARNING, WARNING),
    "indicator-incomplete": (None, None, ADVICE, WARNING),
    "indicator-without-collector": (None, None, WARNING, WARNING),
    "target-against-direction": (None, ERROR, ERROR, ERROR),
    "indicator-measures-two-levels": (None, None, ADVICE, ADVICE),
    "too-many-indicators": (None, None, ADVICE, ADVICE),
    "no-shared-indicator": (None, None, ADVICE, ADVICE),
    "collaboration-unmeasured": (None, None, ADVICE, ADVICE),
    "no-early-milestone": (None, ADVICE, ADVICE, ADVICE),
    "goal-disputed": (None, None, ERROR, ERROR),
    "disagreement-unfinished": (None, None, ADVICE, ADVICE),
    "strategy-before-goal": (None, ADVICE, ADVICE, ADVICE),
    "session-without-decision": (None, WARNING, WARNING, WARNING),
    "stopped-but-active": (None, None, None, ERROR),
    "action-incomplete": (None, WARNING, WARNING, WARNING),
    "review-due": (None, None, None, ADVICE),
    "milestone-unmarked": (None, None, None, ADVICE),
    "agreement-thin": (None, None, ADVICE, ADVICE),
    "exit-undefined": (None, None, ADVICE, ADVICE),
    "placeholder-left": (None, ADVICE, WARNING, WARNING),
}

TEXT = """
theory: T
  stage: agreed
goal g: Goal
  outcome o: Outcome
    activity a: Work
outcome q: Dead end
  activity b: Other work
"""


def severities(text, **asked):
    return {finding.rule: str(finding.severity) for finding in toc.check(toc.loads(dedent(text)), **asked)}


@pytest.mark.parametrize("name", LOUD)
def test_how_loud_each_rule_is(name):
    rule = next(rule for rule in (*RULES, *READING) if rule.name == name)
    assert tuple(rule.at(stage) for stage in STAGES) == LOUD[name]


def test_only_these_speak_in_the_room():
    heard = {rule.name for rule in RULES if rule.live}
    assert heard == {
        "no-goal",
        "causal-cycle",
        "orphan-activity",
        "dead-end-result",
        "unsupported-outcome",
        "outcome-is-activity",
        "two-levels-in-statement",
        "unowned-activity",
        "idle-partner",
    }


@pytest.mark.parametrize(
    ("asked", "stage"),
    [
        ({}, "agreed"),
        ({"stage": "live"}, "live"),
        ({"profile": "room"}, "live"),
        ({"profile": "running", "stage": "draft"}, "draft"),
        ({"profile": "logframe"}, "agreed"),
        ({"settings": Settings(stage="live")}, "agreed"),
        ({"settings": Settings(profile="running")}, "agreed"),
    ],
)
def test_the_stage_is_asked_for_or_named_by_the_theory(asked, stage):
    assert survey(toc.loads(TEXT), **asked).stage == stage


@pytest.mark.parametrize(
    ("settings", "stage"),
    [
        (Settings(), "draft"),
        (Settings(stage="agreed"), "agreed"),
        (Settings(profile="room"), "live"),
        (Settings(profile="light"), "draft"),
    ],
)
def test_a_theory_without_a_stage(settings, stage):
    assert survey(toc.loads("theory: T\n  stage: soon"), settings=settings).stage == stage


@pytest.mark.parametrize("asked", [{"stage": "final"}, {"profile": "strict"}, {"settings": Settings(stage="final")}])
def test_a_stage_that_does_not_exist(asked):
    with pytest.raises(ValueError, match=r"There is no (stage ‘final’|profile ‘strict’); there are "):
        toc.check(toc.loads(TEXT), **asked)


def test_every_profile_checks():
    assert {profile: bool(severities(TEXT, profile=profile)) for profile in PROFILES} == dict.fromkeys(PROFILES, True)


def test_a_logframe_has_one_goal():
    text = "goal g: G\ngoal h: H"
    assert severities(text)["many-goals"] == "warning"
    assert severities(text, profile="logframe")["many-goals"] == "error"
    assert "many-goals" not in severities(text, profile="logframe", stage="live")


def test_a_logframe_asks_for_indicators_from_the_draft_on():
    text = "goal g: G\n  outcome o: O\n    indicator i: Number of workshops held\n  outcome p: P\n    condition c: C"
    asked = {
        "outcome-without-indicator": "warning",
        "indicator-counts-activity": "warning",
        "indicator-incomplete": "advice",
    }
    assert asked.keys().isdisjoint(severities(text))
    assert asked.items() <= severities(text, profile="logframe").items()
    assert asked.keys().isdisjoint(severities(text, profile="logframe", stage="live"))
    assert "collaboration-unmeasured" not in severities("partner p: P\npartner q: Q\n" + text, profile="logframe")


def test_a_light_check_leaves_measuring_and_meeting_alone():
    text = (
        "goal g: G\n  condition c: C\nindicator i: I\nagreement: A\nquestion k: K?\nsession 2026-01-01: S\n  present: p"
    )
    left_out = {"agreement-thin", "placeholder-left", "session-without-decision"}
    assert left_out <= set(severities(text, stage="agreed"))
    light = set(severities(text, stage="agreed", profile="light"))
    assert left_out.isdisjoint(light)
    assert "orphan-indicator" in light


def test_a_light_check_looks_at_the_structure_only():
    text = TEXT + "assumption s: S\noutcome t: Train 500 farmers"
    left_out = {"unowned-activity", "outcome-is-activity", "bare-link", "side-effects-blank"}
    assert left_out <= set(severities(text))
    assert left_out.isdisjoint(severities(text, profile="light"))
    assert "orphan-assumption" in severities(text, profile="light")


def test_the_settings_decide():
    chosen = Settings(
        severities=(("dead-end-result", None), ("orphan-activity", ADVICE), ("outcome-is-activity", ERROR)),
        thresholds=Thresholds(goals=2),
    )
    text = TEXT + "goal h: H\ngoal i: I\n  outcome t: Train 500 farmers"
    found = severities(text, settings=chosen)
    assert "dead-end-result" not in found
    assert found["orphan-activity"] == "advice"
    assert found["outcome-is-activity"] == "warning", "a guess is never an error"
    assert found["many-goals"] == "warning"
    assert "many-goals" not in severities(text, settings=Settings(thresholds=Thresholds(goals=3)))


def test_what_the_reader_found_is_as_loud_as_the_stage():
    text = "goal g: G\n  condition c: C\n  <- ghost\n\nMaria: what about the buses?"
    assert severities(text, stage="live") == {"unknown-name": "advice"}
    assert severities(text, stage="agreed")["parked-note"] == "warning"
    assert severities(text, settings=Settings(severities=(("unknown-name", None),)))["parked-note"] == "advice"


IGNORED = """
goal g: Goal
  condition c: C
outcome q: Dead end
  ignore dead-end-result: the next group takes it from here
  condition d: D
"""


def test_an_ignore_silences_one_rule_in_one_place():
    found = survey(toc.loads(IGNORED + "outcome r: Other\n  condition e: E"))
    assert [finding.element for finding in found.findings if finding.rule == "dead-end-result"] == ["r"]
    assert [(one.finding.element, one.reason) for one in found.silenced] == [("q", "the next group takes it from here")]


def test_an_ignore_for_the_whole_theory():
    text = IGNORED.replace("  ignore", "  note").replace(
        "\ngoal", "theory: T\n  ignore dead-end-result: later\ngoal", 1
    )
    assert told(text, ("dead-end-result", "unused-ignore")) == []


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("ignore dead-end-result:", ["dead-end-result q", "ignore-without-reason q"]),
        ("ignore dead-end-resul: later", ["dead-end-result q", "unknown-rule q"]),
        ("ignore: later", ["dead-end-result q", "unknown-rule q"]),
        ("ignore dead-end-result: later", []),
        ("Ignore Dead-End-Result: later", []),
        ("ignore level-reversal: later", ["dead-end-result q", "unused-ignore q"]),
        ("ignore broken-assumption-in-use: silent at this stage", ["dead-end-result q"]),
        ("ignore unknown-name: nothing to ignore", ["dead-end-result q", "unused-ignore q"]),
    ],
)
def test_ignores_are_looked_at_too(line, wanted):
    text = IGNORED.replace("ignore dead-end-result: the next group takes it from here", line)
    rules = ("dead-end-result", "ignore-without-reason", "unknown-rule", "unused-ignore")
    assert told(text, rules) == wanted


def test_an_unknown_rule_is_told_with_the_one_that_was_meant():
    says = told.messages("goal g: G\n  ignore dead-end: later", "unknown-rule")
    assert says == ["There is no check called ‘dead-end’. Did you mean ‘dead-end-result’?"]


def test_what_the_reader_found_can_be_ignored():
    text = "theory: T\n  ignore parked-note: notes of the first meeting\ngoal g: G\n  condition c: C\n\nMaria: buses?"
    assert told(text, ("parked-note", "unused-ignore")) == []


def test_findings_come_from_the_goal_down():
    text = """
        activity a: Work
          -> o
        indicator i: Sign
          on: g
          basline: 3
        outcome o: Outcome
          -> g
        goal g: Goal
          ->
        partner p: Idle
        gaol x: Broken
    """
    rules = ("unfinished-line", "unowned-activity", "unknown-key", "idle-partner", "no-goal")
    assert told(text, rules) == [
        "unknown-key i",
        "unfinished-line None",
        "unowned-activity a",
        "idle-partner p",
    ]


def test_what_stands_nowhere_is_told_at_the_start_of_the_file():
    (finding,) = [one for one in toc.check(toc.loads("activity a: A", "plan.toc")) if one.rule == "no-goal"]
    assert (finding.span.file, finding.span.start) == ("plan.toc", 0)


def test_a_theory_that_was_never_text_is_checked():
    theory = Theory(
        elements=(Element("g", "goal", "Goal"), Element("a", "activity", "Work"), Element("s", "assumption", "S")),
        links=(Link("a", "g", LinkKind.LEADS_TO),),
        contributions=(Contribution("p", "a", details=(Detail("role", "informed"),)),),
    )
    rules = {finding.rule for finding in toc.check(Loaded(theory, (), ()))}
    assert {"unowned-activity", "missing-middle", "orphan-assumption"} <= rules


def test_a_finding_of_an_unknown_rule_keeps_its_severity():
    loaded = toc.loads("goal g: G\n  condition c: C")
    odd = replace(toc.loads("x").findings[0], rule="from-elsewhere", severity=Severity.ADVICE, nature=Nature.QUESTION)
    (found,) = [one for one in toc.check(replace(loaded, findings=(odd,))) if one.rule == "from-elsewhere"]
    assert (found.severity, found.nature) == (Severity.ADVICE, Nature.QUESTION)


@pytest.mark.parametrize(
    "text", ["", "\n", "theory:", "goal", "->", "pathway p: P\n  in: p", "goal g: G\n  -> g\n  ~> g\n  -| g"]
)
@pytest.mark.parametrize("stage", STAGES)
def test_odd_texts_are_checked_without_a_hitch(text, stage):
    assert isinstance(toc.check(toc.loads(text), stage=stage), tuple)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2030", ("2030-01-01", "2030-12-31")),
        ("2030-06", ("2030-06-01", "2030-06-31")),
        (" 2030-06-15 ", ("2030-06-15", "2030-06-15")),
        ("2030-13", None),
        ("20300615", None),
        ("next year", None),
        ("", None),
    ],
)
def test_dates(said, days):
    assert first_and_last(said) == days


def test_a_month_is_past_when_it_is_over():
    assert not is_past("2030-06", date(2030, 6, 30))
    assert is_past("2030-06", date(2030, 7, 1))
    assert not is_past("soon", date(2030, 7, 1))
