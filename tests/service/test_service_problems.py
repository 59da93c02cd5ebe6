"""Findings as problems, with fixes that can be applied: what each fix makes of the text."""

from textwrap import dedent

import pytest
from hypothesis import given
from marked import FILE, after, text_of
from typing_fingers import texts

import toc
from toc.edit import applied
from toc.service import problems
from toc.service.problems import MOST_FIXES

FIXED = {
    "a name that was meant": (
        "unknown-name",
        "Write ‘traffic’",
        """
        goal traffic: x
        outcome o: y
          -> trafic
        """,
        """
        goal traffic: x
        outcome o: y
          -> traffic
        """,
    ),
    "a name that was meant, wherever it stands": (
        "unknown-name",
        "Write ‘traffic’",
        "goal traffic: trafic\noutcome o: y\n  -> trafic, o\n  <- trafic: trafic\nquestion: q\n  on: o -> trafic\n",
        "goal traffic: trafic\noutcome o: y\n  -> traffic, o\n  <- traffic: trafic\nquestion: q\n  on: o -> traffic\n",
    ),
    "a name that is new": (
        "unknown-name",
        "Declare it",
        """
        goal g: x
          outcome o: y
            -> noise: so loud
            because: it is

        # about p
        partner p: z
        """,
        """
        goal g: x
          outcome o: y
            -> noise: so loud
            because: it is
        outcome noise:

        # about p
        partner p: z
        """,
    ),
    "a partner that is new, at the end of the file": (
        "unknown-name",
        "Declare it",
        "goal g: x\n  activity a: y\n    by school: z",
        "goal g: x\n  activity a: y\n    by school: z\npartner school:",
    ),
    "a name in a value": (
        "unknown-name",
        "Declare it",
        "goal g: x\n  in: path\n",
        "goal g: x\n  in: path\npathway path:\n",
    ),
    "a mention of what is new": (
        "unknown-name",
        "Declare it: write ‘goal air: …’",
        "outcome o: y\ngoal air\n",
        "outcome o: y\ngoal air\ngoal air:\n",
    ),
    "a name that is new, above a note that counts for nothing": (
        "unknown-name",
        "Declare it",
        "goal g: x\n  -> noise\nwhat now?\n  outcome o: y\n",
        "goal g: x\n  -> noise\nwhat now?\n  outcome o: y\noutcome noise:\n",
    ),
    "behind the details, before what is nested": (
        "dead-end-result",
        "Say what it leads to",
        """
        goal g: x
          outcome p: z
        outcome o: y
            | more words
            due: 2030
            by p: z
                role: do

            # about a
            activity a: z
        """,
        """
        goal g: x
          outcome p: z
        outcome o: y
            | more words
            due: 2030
            by p: z
                role: do
            -> g

            # about a
            activity a: z
        """,
    ),
    "with tabs": (
        "dead-end-result",
        "Say what it leads to",
        "goal g: x\n\toutcome p: z\noutcome o: y\n\tactivity a: z\n",
        "goal g: x\n\toutcome p: z\noutcome o: y\n\t-> g\n\tactivity a: z\n",
    ),
    "in place of what stands there": (
        "orphan-activity",
        "If it is no longer part of the plan",
        "goal g: x\nactivity a: y\n  status: planned\n",
        "goal g: x\nactivity a: y\n  status: stopped\n",
    ),
    "below the arrow": (
        "bare-link",
        "Say why",
        "goal g: x\noutcome o: y\n  -> g\n  due: 2030\n",
        "goal g: x\noutcome o: y\n  -> g\n    because: …\n  due: 2030\n",
    ),
    "below what draws the arrow": (
        "bare-link",
        "Say why",
        "goal g: x\n  outcome o: y\n",
        "goal g: x\n  outcome o: y\n    because: …\n",
    ),
    "the goal comes first": (
        "no-goal",
        "Write the goal first",
        "outcome o: y\n",
        "goal: Who is better off, and how\noutcome o: y\n",
    ),
    "the goal comes first, as far in as the first line": (
        "no-goal",
        "Write the goal first",
        "    outcome o: y\n      outcome p: z\n",
        "    goal: Who is better off, and how\n    outcome o: y\n      outcome p: z\n",
    ),
    "the goal comes behind the title": (
        "no-goal",
        "Write the goal first",
        "theory: T\n  stage: draft\n\noutcome o: y\n",
        "theory: T\n  stage: draft\ngoal: Who is better off, and how\n\noutcome o: y\n",
    ),
    "turned round": (
        "level-reversal",
        "Turn it round",
        "goal g: x\n  -> o: r\n    because: s\noutcome o: y\n  activity a: z\n",
        "goal g: x\n  <- o: r\n    because: s\noutcome o: y\n  activity a: z\n",
    ),
    "a loop": (
        "level-reversal",
        "If it is a loop",
        "goal g: x\n  -> o: r\n    because: s\noutcome o: y\n  activity a: z\n",
        "goal g: x\n  ~> o: r\n    because: s\noutcome o: y\n  activity a: z\n",
    ),
    "a loop, written at its other end": (
        "level-reversal",
        "If it is a loop",
        "goal g: x\noutcome o: y\n  <- g\n  activity a: z\n",
        "goal g: x\n  ~> o\noutcome o: y\n  activity a: z\n",
    ),
    "an arrow that was never drawn": (
        "undrawn-arrow",
        "Draw it",
        "goal g: x\noutcome o: y\nquestion: why?\n  on: o -> g\n",
        "goal g: x\noutcome o: y\n  -> g\nquestion: why?\n  on: o -> g\n",
    ),
    "an arrow that was drawn the other way": (
        "undrawn-arrow",
        "Turn it round",
        "goal g: x\n  outcome o: y\nquestion: why?\n  on: g, g -> o\n",
        "goal g: x\n  outcome o: y\nquestion: why?\n  on: g, o -> g\n",
    ),
    "an arrow on one line": (
        "misplaced-line",
        "Write it below",
        "goal g: x\noutcome o: y\n\no ← g: r\n",
        "goal g: x\noutcome o: y\n  <- g: r\n\n",
    ),
    "an arrow at the margin": (
        "misplaced-line",
        "Indent it below ‘o’",
        "goal g: x\n    outcome o: y\n        due: 2030\n-> g: r\n  because: s\n",
        "goal g: x\n    outcome o: y\n        due: 2030\n        -> g: r\n          because: s\n",
    ),
    "a detail at the margin": (
        "misplaced-line",
        "Indent it below ‘i’",
        "indicator i: x\ngoal g: y\nbaseline: 4\n",
        None,
    ),
    "a detail below what can take it": (
        "misplaced-line",
        "Indent it below ‘i’",
        "indicator i: x\n  target: 5\nbaseline: 4\n",
        "indicator i: x\n  target: 5\n  baseline: 4\n",
    ),
    "a remark": (
        "unknown-key",
        "Start the line with ‘note:’",
        "goal g: x\n  colour: green\n",
        "goal g: x\n  note: colour: green\n",
    ),
    "by with a colon": (
        "unknown-key",
        "Write ‘by p: bread’",
        "partner p: x\ngoal g: x\n  by: p: bread\n",
        "partner p: x\ngoal g: x\n  by p: bread\n",
    ),
    "a made name that was taken": (
        "made-id-collision",
        "Write its name into the file",
        "outcome: Calm\noutcome: Calm\n",
        "outcome: Calm\noutcome calm-2: Calm\n",
    ),
    "a detail given twice": (
        "repeated-detail",
        "Take this one out",
        "goal g: x\n  due: 2030\n  due: 2031\n  outcome o: y\n",
        "goal g: x\n  due: 2030\n  outcome o: y\n",
    ),
    "a detail given twice, at the end": (
        "repeated-detail",
        "Take this one out",
        "goal g: x\n  due: 2030\n  due: 2031",
        "goal g: x\n  due: 2030",
    ),
    "a value that there is not": (
        "unknown-value",
        "Write ‘agreed’",
        "theory: T\n  stage: nearly\n",
        "theory: T\n  stage: agreed\n",
    ),
    "a note": (
        "parked-note",
        "Make an outcome of it",
        "goal g: x\n  parents walk along\n",
        "goal g: x\n  outcome: parents walk along\n",
    ),
    "a question": (
        "parked-note",
        "Make a question of it",
        "goal g: x\nwhat about Fridays?\n",
        "goal g: x\nquestion: what about Fridays?\n",
    ),
    "words behind by": (
        "partner-by-name",
        "Write ‘by old-mill’ here, and make a partner of ‘Old Mill’",
        "goal g: x\n  by Old Mill: flour\n",
        "goal g: x\n  by old-mill: flour\npartner old-mill: Old Mill\n",
    ),
    "words behind an arrow": (
        "unfinished-line",
        "Make an outcome of ‘Streets are quiet’",
        "goal g: x\n  -> Streets are quiet\n  due: 2030\n",
        "goal g: x\n  -> streets-are-quiet\n  due: 2030\noutcome streets-are-quiet: Streets are quiet\n",
    ),
    "two versions, the upper one": (
        "conflict-marker",
        "Keep the upper wording",
        "goal g: x\n<<<<<<< a\noutcome o: y\n||||||| b\noutcome o: w\n=======\noutcome o: z\n>>>>>>> c\nend\n",
        "goal g: x\noutcome o: y\nend\n",
    ),
    "two versions, the lower one": (
        "conflict-marker",
        "Keep the lower wording",
        "goal g: x\n<<<<<<< a\noutcome o: y\n=======\noutcome o: z\n>>>>>>> c",
        "goal g: x\noutcome o: z\n",
    ),
    "a step in between": (
        "missing-middle",
        "Write an outcome between",
        "partner pp: q\ngoal g: x\n activity a: y\n  by pp: z\n due: 2030\n",
        "partner pp: q\ngoal g: x\n outcome: Who does what differently\n  activity a: y\n   by pp: z\n due: 2030\n",
    ),
    "two steps on one note": (
        "two-levels-in-statement",
        "Keep",
        "goal: Fewer children fall ill by breathing clean air\n",
        None,
    ),
    "what else it takes": (
        "single-cause",
        "Write down what else",
        "goal g: x\n  outcome o: y\npartner p: z\n",
        "goal g: x\n  outcome o: y\n    assuming: …\npartner p: z\n",
    ),
    "what else it takes, below an arrow with a line of its own": (
        "single-cause",
        "Write down what else",
        "goal g: x\noutcome o: y\n  -> g\n    because: z\n",
        "goal g: x\noutcome o: y\n  -> g\n    because: z\n    assuming: …\n",
    ),
    "what else it takes, from within a pathway": (
        "single-cause",
        "Write down what else",
        "goal g: x\npathway p: z\n  outcome o: y\n  -> g\n",
        "goal g: x\nassumption: …\n  on: o -> g\npathway p: z\n  outcome o: y\n  -> g\n",
    ),
    "a silence without a reason": (
        "ignore-without-reason",
        "Say why",
        "goal g: x\n  ignore single-cause:\n",
        "goal g: x\n  ignore single-cause: …\n",
    ),
    "a silence of nothing": (
        "unused-ignore",
        "Take this line out",
        "goal g: x\n  ignore many-goals: z\n  due: 2030\n",
        "goal g: x\n  due: 2030\n",
    ),
    "a silence that is misspelt": (
        "unknown-rule",
        "Write ‘single-cause’",
        "goal g: x\n  ignore singl-cause: r\n",
        "goal g: x\n  ignore single-cause: r\n",
    ),
    "a side effect": (
        "side-effects-blank",
        "If you talked about it",
        "goal g: x\n  outcome o: y\n    activity a: z\n",
        "theory:\n  ignore side-effects-blank: …\ngoal g: x\n  outcome o: y\n    activity a: z\n",
    ),
    "a way that is not needed": (
        "shortcut-link",
        "Take the direct arrow out",
        "goal g: x\n  outcome o: y\n    outcome q: z\n      -> g\n      activity a: w\n",
        "goal g: x\n  outcome o: y\n    outcome q: z\n      activity a: w\n",
    ),
}


def fixes_of(loaded, rule, stage="running"):
    found = problems(loaded, toc.check(loaded, stage=stage))
    return {fix.label: fix.edits for one in reversed(found) if one.rule == rule for fix in one.fixes}


@pytest.mark.parametrize("name", FIXED)
def test_fixed(name):
    rule, label, text, result = FIXED[name]
    loaded = toc.loads(dedent(text).lstrip("\n"), FILE)
    fixes = fixes_of(loaded, rule)
    found = next((edits for said, edits in fixes.items() if said.startswith(label)), None)
    assert (applied(text_of(loaded), found) if found else None) == (dedent(result).lstrip("\n") if result else None), (
        fixes
    )


def test_what_only_people_can_do_is_a_hint():
    loaded = toc.loads("partner p: Old Mill\ngoal g: x\n", FILE)
    idle = next(one for one in problems(loaded, toc.check(loaded)) if one.rule == "idle-partner")
    assert [fix.label for fix in idle.fixes] == ["If they only look on, say so"]
    assert idle.hints == ("Write below what they contribute to",)


def test_a_problem_says_what_its_finding_says():
    loaded = toc.loads("goal g: x\n  -> gg\n", FILE)
    findings = toc.check(loaded)
    for problem, finding in zip(problems(loaded, findings), findings, strict=True):
        assert (problem.file, problem.span, problem.rule) == (finding.span.file, finding.span, finding.rule)
        assert (problem.severity, problem.message, problem.element) == (
            finding.severity,
            finding.message,
            finding.element,
        )


def test_a_fix_may_touch_another_file(tmp_path):
    (tmp_path / "plan.toc").write_text("goal g: x\ninclude: more.toc\nquestion: why?\n  on: o -> g\n", encoding="utf-8")
    (tmp_path / "more.toc").write_text("outcome o: y\n", encoding="utf-8")
    loaded = toc.load(tmp_path / "plan.toc")
    ((label, (edit,)),) = fixes_of(loaded, "undrawn-arrow").items()
    assert label.startswith("Draw it")
    assert (edit.span.file, edit.text) == (loaded.sources[1].name, "\n  -> g")


@pytest.mark.parametrize("text", ["", "\n", "  ", "# x"])
def test_a_text_without_a_theory(text):
    loaded = toc.loads(text, FILE)
    for problem in problems(loaded, toc.check(loaded)):
        for fix in problem.fixes:
            assert after(loaded, fix.edits).theory.of_kind("goal")


@given(texts)
def test_every_fix_of_any_text_can_be_applied(text):
    loaded = toc.loads(text, FILE)
    for problem in problems(loaded, toc.check(loaded, stage="running")):
        assert len(problem.fixes) <= MOST_FIXES
        for fix in problem.fixes:
            assert after(loaded, fix.edits).sources[0].text != text_of(loaded)
