"""What each rule about assumptions, evidence and risk says, and what it keeps to itself."""

from __future__ import annotations

from datetime import date

import pytest
from told import told

import toc

STEP = "goal g: G\n  outcome o: O\n"
FOUR = "".join(f"    assuming a{n}: A{n}\n" for n in range(4))
MANY = "".join(f"assumption a{n}: A{n}\n  on: g\n" for n in range(21))
TYPED = "    assuming a: A\n      type: context\n    assuming b: B\n      type: worldview\n"
CRITICAL = STEP + "    assuming a: A\n      importance: high\n"
KILLER = CRITICAL + "      likelihood: no\n"
TWO_WAYS = STEP + "    activity a: A\n    activity b: B\n"
PROOF = "evidence e: E\n  finds: contradicts\n"

CASES = {
    "on nothing": ("orphan-assumption", "assumption a: A", ["orphan-assumption a"]),
    "on a note": ("orphan-assumption", "goal g: G\nassumption a: A\n  on: g", []),
    "below a note": ("orphan-assumption", "goal g: G\n  assuming a: A", []),
    "on the whole theory": ("orphan-assumption", "theory: T\n  assumption a: A", []),
    "on a misspelt name": ("orphan-assumption", "goal good: G\nassumption a: A\n  on: god", []),
    "nothing explained": ("bare-link", STEP, ["bare-link o"]),
    "all explained": ("bare-link", STEP + "    because: B", []),
    "explained by evidence": ("bare-link", STEP + "    evidence e: E", []),
    "outputs need no reason": ("bare-link", "output o: O\n  activity a: A", []),
    "left for a reason": ("bare-link", STEP + "    ignore bare-link: everybody knows why", []),
    "a leap": ("leap-without-assumption", STEP + "    output p: P", ["leap-without-assumption p"]),
    "a leap with an assumption": ("leap-without-assumption", STEP + "    output p: P\n      assuming: A", []),
    "an assumption on the result": ("leap-without-assumption", STEP + "    output p: P\nassumption a: A\n  on: o", []),
    "work is no leap": ("leap-without-assumption", STEP + "    activity a: A", []),
    "work to a change in what people do": (
        "leap-without-assumption",
        STEP + "    change: behaviour\n    activity a: A",
        ["leap-without-assumption a"],
    ),
    "from what people can to what they do": (
        "leap-without-assumption",
        STEP + "    change: behaviour\n    outcome p: P\n      change: capacity",
        ["leap-without-assumption p"],
    ),
    "three about the world": (
        "only-context-assumptions",
        STEP + TYPED + "    assuming c: C\n      type: context",
        ["only-context-assumptions a"],
    ),
    "one about the step": ("only-context-assumptions", STEP + TYPED + "    assuming c: C\n      type: causal", []),
    "two about the world": ("only-context-assumptions", STEP + TYPED, []),
    "one that kills the plan is not asked about once more": (
        "critical-assumption-untested",
        "goal g: G\n  assumption a: A\n    importance: high\n    likelihood: no",
        [],
    ),
    "nobody checks what is known to be broken": (
        "critical-assumption-untested",
        "goal g: G\n  assumption a: A\n    importance: high\n    status: broken",
        [],
    ),
    "four on one arrow": ("assumption-overload", STEP + FOUR, ["assumption-overload o"]),
    "twenty-one without importance": ("assumption-overload", "goal g: G\n" + MANY, ["assumption-overload None"]),
    "one of them ranked": ("assumption-overload", "goal g: G\n" + MANY + "  importance: low", []),
    "the full name of a partner": (
        "assumption-within-control",
        "partner p: Riverside Housing Trust\n" + STEP + "    assuming a: We hope Riverside Housing Trust pays",
        ["assumption-within-control a"],
    ),
    "a short name in brackets": (
        "assumption-within-control",
        "partner p: Riverside Housing Trust (RHT)\n" + STEP + "    assuming a: The RHT pays",
        ["assumption-within-control a"],
    ),
    "the name of a partner as subject": (
        "assumption-within-control",
        "partner council: Riverside City Council\n" + STEP + "    assuming a: The council pays",
        ["assumption-within-control a"],
    ),
    "the name of a partner as a word": (
        "assumption-within-control",
        "partner council: Riverside City Council\n" + STEP + "    assuming a: People trust what a council says",
        [],
    ),
    "what a partner brings": (
        "assumption-within-control",
        "partner p: P\n" + STEP + "    by p: two nurses on Thursdays\n    assuming a: Two nurses, on Thursdays!",
        ["assumption-within-control a"],
    ),
    "the words of a result": (
        "assumption-repeats-outcome",
        "goal g: G\n  outcome o: Old people feel safe on the bus\n    assuming a: old people feel safe on the bus",
        ["assumption-repeats-outcome a"],
    ),
    "other words": (
        "assumption-repeats-outcome",
        "goal g: G\n  outcome o: Old people feel safe on the bus\n    assuming a: Old people can pay for the bus",
        [],
    ),
    "it will not hold": ("killer-assumption", KILLER, ["killer-assumption a"]),
    "unlikely is not no": ("killer-assumption", CRITICAL + "      likelihood: unlikely", []),
    "it holds by now": ("killer-assumption", KILLER + "      status: holding", []),
    "nobody checks": ("critical-assumption-untested", CRITICAL, ["critical-assumption-untested a"]),
    "sure enough": ("critical-assumption-untested", CRITICAL + "      confidence: medium", []),
    "somebody watches": ("critical-assumption-untested", CRITICAL + "      owner: Maria", []),
    "there is evidence": ("critical-assumption-untested", CRITICAL + "evidence e: E\n  on: a", []),
    "not important": ("critical-assumption-untested", STEP + "    assuming a: A\n      confidence: low", []),
    "everything passes here": ("weak-bridge", TWO_WAYS, ["weak-bridge o"]),
    "with evidence": ("weak-bridge", TWO_WAYS + "evidence e: E\n  on: o -> g", []),
    "one way only": ("weak-bridge", STEP + "    activity a: A", []),
    "a way around": ("weak-bridge", TWO_WAYS + "      -> g", []),
    "evidence against": ("contradicted-link", STEP + PROOF + "  on: o -> g", ["contradicted-link e"]),
    "an answer to it": ("contradicted-link", STEP + PROOF + "  on: o -> g\n  note: elsewhere", []),
    "evidence for": ("contradicted-link", STEP + "    evidence e: E\n      finds: supports", []),
    "no side effect": ("side-effects-blank", "goal g: G\n  activity a: A", ["side-effects-blank None"]),
    "a side effect": ("side-effects-blank", "goal g: G\n  activity a: A\n  outcome o: O\n    unintended: yes", []),
    "a risk": ("side-effects-blank", "goal g: G\n  activity a: A\n    risk: R", []),
    "asked and answered": (
        "side-effects-blank",
        "theory: T\n  ignore side-effects-blank: we talked about it\ngoal g: G\n  activity a: A",
        [],
    ),
}

BROKEN = """
theory: T
partner p: P
goal g: Goal
  needs: any
  outcome o: First
    activity a: Work
      by p
      assuming s: It rains
        status: broken
  outcome q: Second
    activity b: Other work
      by p
"""


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case):
    rule, text, wanted = CASES[case]
    assert told(text, (rule,), stage="agreed") == wanted


def test_the_coverage_is_told_once():
    text = STEP + "    because: B\n  outcome p: P\n    output q: Q\n  outcome r: R"
    assert told.messages(text, "bare-link") == [
        "1 of 4 arrows explained. Go on with this one: why would ‘P’ lead to ‘G’? Finish the sentence: because …"
    ]


def test_an_unlikely_belief_is_only_an_error_once_agreed():
    loaded = toc.loads(KILLER)
    found = {
        stage: [str(one.severity) for one in toc.check(loaded, stage=stage) if one.rule == "killer-assumption"]
        for stage in ("live", "draft", "agreed", "running")
    }
    assert found == {"live": [], "draft": ["warning"], "agreed": ["error"], "running": ["error"]}


@pytest.mark.parametrize(
    ("change", "falls"),
    [
        (("", ""), "With it falls ‘First’."),
        (("needs: any", "needs: all"), "With it fall ‘Goal’ and ‘First’."),
        (("      by p\n      assuming", "      assuming"), "‘First’ and ‘Goal’ rest on it."),
    ],
)
def test_what_falls_with_a_broken_belief(change, falls):
    says = told.messages(BROKEN.replace(*change, 1), "broken-assumption-in-use", stage="running")
    assert says == [f"‘It rains’ no longer holds. {falls} Continue, change, or stop?"]


def test_the_whole_plan_rests_on_a_broken_belief():
    text = "theory: T\n  assumption s: It rains\n    status: broken\ngoal g: G"
    assert told.messages(text, "broken-assumption-in-use", stage="running") == [
        "‘It rains’ no longer holds. The whole plan rests on it. Continue, change, or stop?"
    ]


@pytest.mark.parametrize("stage", ["live", "draft", "agreed"])
def test_a_broken_belief_is_told_once_the_work_is_running(stage):
    assert told(BROKEN, ("broken-assumption-in-use",), stage=stage) == []


REVIEWED = CRITICAL + "      confidence: high\n      review: 2026-05\n"


@pytest.mark.parametrize(
    ("day", "session", "late"),
    [
        (None, "", False),
        (date(2026, 5, 31), "", False),
        (date(2026, 6, 1), "", True),
        (None, "session 2026-05-20: S\n", False),
        (None, "session 2026-05-20: S\nsession 2026-06-20: T\n", True),
        (date(2026, 5, 1), "session 2026-06-20: T\n", False),
        (None, "session first: S\n", False),
    ],
)
def test_today_is_given_or_the_day_of_the_last_session(day, session, late):
    loaded = toc.loads(REVIEWED + session)
    rules = [finding.rule for finding in toc.check(loaded, stage="running", as_of=day)]
    assert ("critical-assumption-untested" in rules) == late
