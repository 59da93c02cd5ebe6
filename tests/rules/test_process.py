"""What each rule about meeting, differing, deciding and looking back says, and what it keeps to itself."""

from __future__ import annotations

import re
from datetime import date

import pytest
from told import told

import toc
from toc.compare import compare
from toc.compare.dropped import unexplained
from toc.rules.catalogue import explain

PARTNERS = "partner p: P\npartner q: Q\n"
WORK = "goal g: G\n  activity a: A\n  activity b: B\n  activity c: C\n  activity d: D\n  activity e: E\n"
DIFFER = PARTNERS + "goal g: G\n  outcome o: O\ndisagreement d: Cash or vouchers?\n"
BOTH = "  by p: cash\n  by q: vouchers\n"
MET = "goal g: G\nsession 2026-03-12: S\n  decision: continue\n"
STEP = PARTNERS + MET + "  action x: X"
HELD = "goal g: G\nsession 2026-03-12: S\n"
RUN = PARTNERS + "goal g: G\n  outcome o: O\n    activity a: A\n      by p\n"
NIGHT = PARTNERS + "goal g: G\n  pathway n: N\n    activity a: A\n    activity b: B\n      status: done\n"
STOP = "session 2026-06-03: S\n  on: {}\n  decision: {}\n"
WON = "goal g: G\n  milestone m: First fifty homes\n    status: {}\n"
DEAL = "agreement a: A\n"
FULL = DEAL + "  principle: one\n  decide: by consent\n  review: 2030\n"

CASES = {
    "the goal is in dispute": ("goal-disputed", DIFFER + "  on: g\n" + BOTH, ["goal-disputed d"]),
    "the goal was in dispute": ("goal-disputed", DIFFER + "  on: g\n  answer: cash\n" + BOTH, []),
    "the way is in dispute": ("goal-disputed", DIFFER + "  on: o\n" + BOTH, []),
    "an arrow to the goal is in dispute": ("goal-disputed", DIFFER + "  on: o -> g\n" + BOTH, []),
    "the whole is in dispute": ("goal-disputed", "theory: T\n  disagreement d: D\ngoal g: G", []),
    "one view": (
        "disagreement-unfinished",
        DIFFER + "  on: o\n  by p: cash\n  until: 2027",
        ["disagreement-unfinished d"],
    ),
    "twice the same partner": (
        "disagreement-unfinished",
        DIFFER + "  on: o\n  by p: cash\n  by p: or vouchers\n  until: 2027",
        ["disagreement-unfinished d"],
    ),
    "two views and a date": ("disagreement-unfinished", DIFFER + "  on: o\n  until: 2027\n" + BOTH, []),
    "two views and a test": ("disagreement-unfinished", DIFFER + "  on: o\n  settle: a trial\n" + BOTH, []),
    "two views and no end": ("disagreement-unfinished", DIFFER + "  on: o\n" + BOTH, ["disagreement-unfinished d"]),
    "it has ended": ("disagreement-unfinished", DIFFER + "  on: o\n  answer: cash", []),
    "a disputed goal is told once": ("disagreement-unfinished", DIFFER + "  on: g", []),
    "five activities and no goal": (
        "strategy-before-goal",
        WORK.replace("goal g: G", "outcome o: O"),
        ["strategy-before-goal None"],
    ),
    "five activities and a goal": ("strategy-before-goal", WORK, []),
    "five activities and no words for the goal": (
        "strategy-before-goal",
        WORK.replace("G", "TBD"),
        ["strategy-before-goal g"],
    ),
    "five activities and a goal that is not agreed": (
        "strategy-before-goal",
        WORK.replace("G\n", "G\n  agreed: no\n"),
        ["strategy-before-goal g"],
    ),
    "one of two goals stands": ("strategy-before-goal", WORK.replace("G\n", "G\n  agreed: no\n") + "goal h: H", []),
    "four going on": ("strategy-before-goal", WORK.replace("goal g: G", "outcome o: O") + "    status: stopped", []),
    "a goal on a broken line": ("strategy-before-goal", WORK.replace("goal g: G", "goal\noutcome o: O"), []),
    "a meeting without an end": (
        "session-without-decision",
        HELD + "  present: p",
        ["session-without-decision 2026-03-12"],
    ),
    "a meeting with an end": ("session-without-decision", MET, []),
    "next steps show that it took place": (
        "session-without-decision",
        HELD + "  action x: X",
        ["session-without-decision 2026-03-12"],
    ),
    "a meeting that is still to come": ("session-without-decision", HELD, []),
    "a meeting before another one": (
        "session-without-decision",
        HELD + "session 2026-05-01: T",
        ["session-without-decision 2026-03-12"],
    ),
    "a meeting without a day": ("session-without-decision", "goal g: G\nsession first: S", []),
    "many are told once": (
        "session-without-decision",
        "goal g: G\n" + "".join(f"session 2026-0{n}-01: S\n" for n in range(1, 6)),
        ["session-without-decision None"],
    ),
    "nobody does it": ("action-incomplete", STEP + "\n    due: 2027", ["action-incomplete x"]),
    "no date": ("action-incomplete", STEP + "\n    by p", ["action-incomplete x"]),
    "somebody and a date": ("action-incomplete", STEP + "\n    by p\n    due: 2027", []),
    "somebody who is no partner": ("action-incomplete", STEP + " (Maria)\n    due: 2027", []),
    "late": ("action-incomplete", STEP + "\n    by p\n    due: 2026-02", ["action-incomplete x"]),
    "done": ("action-incomplete", STEP + "\n    status: done", []),
    "dropped": ("action-incomplete", STEP + "\n    status: dropped", []),
    "many steps are told once": (
        "action-incomplete",
        MET + "".join(f"  action x{n}: X{n}\n" for n in range(5)),
        ["action-incomplete None"],
    ),
    "stopped, and still drawn": ("stopped-but-active", RUN + STOP.format("a", "stop"), ["stopped-but-active a"]),
    "paused, and still drawn": ("stopped-but-active", RUN + STOP.format("a", "pause"), ["stopped-but-active a"]),
    "stopped, and the map says so": (
        "stopped-but-active",
        RUN + "      status: stopped\n" + STOP.format("a", "stop"),
        [],
    ),
    "done before": ("stopped-but-active", RUN + "      status: done\n" + STOP.format("a", "stop"), []),
    "taken up again": (
        "stopped-but-active",
        RUN + STOP.format("a", "stop") + "session 2026-08-01: T\n  on: a\n  decision: continue",
        [],
    ),
    "stopped in the end, in whatever order it is written": (
        "stopped-but-active",
        RUN + "session 2026-08-01: T\n  on: a\n  decision: stop\n" + STOP.format("a", "continue"),
        ["stopped-but-active a"],
    ),
    "a stopped pathway": ("stopped-but-active", NIGHT + STOP.format("n", "stop"), ["stopped-but-active n"]),
    "a session in its pathway": (
        "stopped-but-active",
        NIGHT + "session 2026-06-03: S\n  in: n\n  decision: stop",
        ["stopped-but-active n"],
    ),
    "a stopped pathway in which the work goes on after all": (
        "stopped-but-active",
        NIGHT + STOP.format("n", "stop") + "session 2026-08-01: T\n  on: a\n  decision: continue",
        [],
    ),
    "a session that stops and is about nothing": (
        "stopped-but-active",
        RUN + "session 2026-06-03: S\n  decision: stop",
        [],
    ),
    "reached, and nobody celebrated": ("milestone-unmarked", WON.format("reached"), ["milestone-unmarked m"]),
    "on the way": ("milestone-unmarked", WON.format("9 of 14"), []),
    "dropped milestone": ("milestone-unmarked", WON.format("dropped"), []),
    "celebrated": ("milestone-unmarked", WON.format("reached") + "    celebrated: with soup", []),
    "told in a session": (
        "milestone-unmarked",
        WON.format("reached") + "session 2026-01-01: S\n  happened: we had cake for the first fifty homes",
        [],
    ),
    "told in a note": ("milestone-unmarked", WON.format("reached") + "\ncake for the first fifty homes!", []),
    "its name is just a word": (
        "milestone-unmarked",
        WON.format("reached").replace("milestone m", "milestone first") + "session 2026-01-01: First evening",
        ["milestone-unmarked first"],
    ),
    "told by its name": (
        "milestone-unmarked",
        WON.format("reached").replace("milestone m", "milestone fifty-homes") + "\ncake for fifty homes!",
        [],
    ),
    "told in other words": (
        "milestone-unmarked",
        WON.format("reached") + "session 2026-01-01: S\n  happened: fifty homes",
        ["milestone-unmarked m"],
    ),
    "an empty agreement": ("agreement-thin", DEAL, ["agreement-thin a"]),
    "a whole agreement": ("agreement-thin", FULL, []),
    "no agreement": ("agreement-thin", PARTNERS + "goal g: G", []),
    "two agreements make a whole": (
        "agreement-thin",
        DEAL + "  principle: one\n  review: 2030\nagreement b: B\n  decide: by consent",
        [],
    ),
    "four duties for one principle": (
        "agreement-thin",
        PARTNERS + FULL + "".join(f"  by p: duty {n}\n" for n in range(4)),
        ["agreement-thin a"],
    ),
    "three duties for one principle": (
        "agreement-thin",
        PARTNERS + FULL + "".join(f"  by p: {n}\n" for n in range(3)),
        [],
    ),
    "nobody can leave": ("exit-undefined", PARTNERS + "goal g: G", ["exit-undefined None"]),
    "nobody can leave, with an agreement": ("exit-undefined", PARTNERS + DEAL, ["exit-undefined a"]),
    "the agreement says how": ("exit-undefined", PARTNERS + DEAL + "  exit: a season before", []),
    "one partner has an end": ("exit-undefined", PARTNERS + "  until: 2030", []),
    "a partner alone": ("exit-undefined", "partner p: P\ngoal g: G", []),
    "a facilitator for ever": (
        "exit-undefined",
        PARTNERS + "  role: facilitator\n" + DEAL + "  exit: E",
        ["exit-undefined q"],
    ),
    "a facilitator with an end": ("exit-undefined", PARTNERS + "  role: facilitator\n  until: 2027", []),
    "a facilitator who hands over": ("exit-undefined", PARTNERS + "  role: broker, funder\n  hands-to: p", []),
    "words still to be found": ("placeholder-left", "goal g: Fewer ??? here", ["placeholder-left g"]),
    "in a detail": ("placeholder-left", "goal g: G\n  due: 2030\n  for: TBD", ["placeholder-left g"]),
    "in a reason": ("placeholder-left", "goal g: G\n  outcome o: O\n    because: …", ["placeholder-left o"]),
    "in what somebody brings": ("placeholder-left", PARTNERS + "goal g: G\n  by p: tbd", ["placeholder-left g"]),
    "a question that waits": ("placeholder-left", "goal g: G\nquestion k: Who?", ["placeholder-left k"]),
    "a question with many marks": ("placeholder-left", "goal g: G\nquestion k: Who ???\n  answer: Maria", []),
    "a question with an answer": ("placeholder-left", "goal g: G\nquestion k: Who?\n  answer: Maria", []),
    "all of them are told once": ("placeholder-left", "goal g: ???\nquestion k: Who?", ["placeholder-left None"]),
    "left open for a reason": ("placeholder-left", "goal g: TBD\n  ignore placeholder-left: on purpose", []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case):
    rule, text, wanted = CASES[case]
    assert told(text, (rule, "unused-ignore"), stage="running") == wanted


THIN = (
    "The agreement has no principles, no rule for how you decide and no day on which you look at it again. "
    "What would you want to rely on?"
)
DISPUTED = (
    "‘Cash or vouchers?’: you still differ on the goal, ‘G’. You can agree to disagree about the way, "
    "not about this. Which goal could all of you sign?"
)
SAYS = {
    "the goal": (
        "goal-disputed",
        DIFFER + "  on: g",
        DISPUTED,
    ),
    "no view and no end": (
        "disagreement-unfinished",
        DIFFER,
        "‘Cash or vouchers?’ has no views written down. Who sees it how, and what would settle it?",
    ),
    "one view": (
        "disagreement-unfinished",
        DIFFER + "  by p: cash\n  until: 2027",
        "‘Cash or vouchers?’ has one view written down. Who holds the other?",
    ),
    "late and taken on by nobody": (
        "action-incomplete",
        STEP + "\n    due: 2026-02",
        "‘X’ was due by 2026-02, and nobody has taken it on. Is it done, or not needed any more?",
    ),
    "nobody and no date": ("action-incomplete", STEP, "Nobody has taken on ‘X’, and it has no date. Who will?"),
    "a meeting without a day": (
        "session-without-decision",
        "goal g: G\nsession first:\n  present: p",
        "The meeting ‘first’ has no ending. Do you continue, pause or stop?",
    ),
    "a meeting without a day goes by its words": (
        "session-without-decision",
        "goal g: G\nsession: First Evening\n  present: p",
        "The meeting ‘First Evening’ has no ending. Do you continue, pause or stop?",
    ),
    "stopped in a meeting without a day": (
        "stopped-but-active",
        NIGHT + STOP.format("n", "stop").replace("2026-06-03", "first"),
        "The pathway ‘N’ was stopped in the meeting ‘S’, but the map still counts on ‘A’. What happens now?",
    ),
    "many meetings without an end": (
        "session-without-decision",
        "goal g: G\n" + "".join(f"session 2026-0{n}-01: S\n" for n in range(1, 6)),
        "Four meetings have no ending, the last of them the one of 2026-04-01, ‘S’. Do you continue, pause or stop?",
    ),
    "what rests on it": (
        "stopped-but-active",
        RUN + STOP.format("a", "stop"),
        "‘A’ was stopped on 2026-06-03, but the map still counts on it. ‘O’ rests on it. What happens now?",
    ),
    "a whole pathway": (
        "stopped-but-active",
        NIGHT + STOP.format("n", "pause"),
        "The pathway ‘N’ was paused on 2026-06-03, but the map still counts on ‘A’. What happens now?",
    ),
    "duties and no principles": (
        "agreement-thin",
        PARTNERS + DEAL + "  decide: D\n  review: 2030\n" + "".join(f"  by p: duty {n}\n" for n in range(12)),
        "The agreement lists 12 duties and no principles. What would you want to rely on?",
    ),
    "a thin agreement": (
        "agreement-thin",
        DEAL,
        THIN,
    ),
    "what is open": (
        "placeholder-left",
        "goal g: ???\n  outcome o: TBD\n    because: TBD\nquestion k: Who?\nquestion l: When?",
        "Three places still say ‘???’ and ‘TBD’ and two questions wait for an answer. Begin with ‘???’.",
    ),
    "one question": ("placeholder-left", "goal g: G\nquestion k: Who?", "‘Who?’ waits for an answer."),
    "one place": ("placeholder-left", "goal g: G\n  for: TBD", "‘G’ still says ‘TBD’."),
    "one place without other words": ("placeholder-left", "goal g: ???", "One place still says ‘???’."),
    "a meeting without an end": (
        "session-without-decision",
        HELD + "  present: p",
        "The meeting of 2026-03-12, ‘S’, has no ending. Do you continue, pause or stop?",
    ),
    "five activities": (
        "strategy-before-goal",
        WORK.replace("G\n", "G\n  agreed: no\n"),
        "Five activities, and no agreed goal yet. Park the work for an hour, and finish ‘G’ first?",
    ),
}


@pytest.mark.parametrize("case", SAYS)
def test_how_it_is_said(case):
    rule, text, says = SAYS[case]
    assert told.messages(text, rule, stage="running") == [says]


REVIEW = "{top}goal g: G\n{agreement}session 2026-01-15: S\n  decision: continue\n{reflection}"
ALL_FOUR = "  happened: A\n  why: B\n  so-what: C\n  now-what: D\n"
LATE = "The last meeting that looked back was on 2026-01-15. What happened, why, so what, now what?"
OFTEN = DEAL + "  every: {}\n"
REVIEWS = {
    "in time": ("", "", ALL_FOUR, "2026-07-15", []),
    "half a year is over": ("", "", ALL_FOUR, "2026-07-16", [LATE]),
    "agreed on a quarter": ("", OFTEN.format("quarter"), ALL_FOUR, "2026-05-01", [LATE]),
    "agreed on a year": ("", OFTEN.format("12 months"), ALL_FOUR, "2026-08-01", []),
    "agreed on something nobody can count": ("", OFTEN.format("after each flood"), ALL_FOUR, "2028-08-01", []),
    "nobody says which day it is": ("", "", ALL_FOUR, None, []),
    "never looked back": (
        "",
        "",
        "",
        "2026-08-01",
        ["No meeting since 2026-01-15 looked back. What happened, why, so what, now what?"],
    ),
    "by another name": (
        "theory: T\n  call session: Strategy review\n",
        "",
        ALL_FOUR,
        "2026-08-01",
        [LATE.replace("meeting", "‘Strategy review’")],
    ),
    "two questions left": (
        "",
        "",
        "  happened: A\n  why: B\n",
        "2026-02-01",
        ["On 2026-01-15 you wrote down what happened and why, but not ‘so what’ or ‘now what’. What would you say?"],
    ),
    "next steps answer one": (
        "",
        "",
        "  happened: A\n  why: B\n  so-what: C\n  action x: X\n",
        "2026-02-01",
        [],
    ),
    "the agreement waits": (
        "",
        DEAL + "  review: 2026-01\n",
        ALL_FOUR,
        "2026-02-01",
        ["You wanted to look at the agreement again by 2026-01. Does it still fit?"],
    ),
}


@pytest.mark.parametrize("case", REVIEWS)
def test_when_it_is_time_to_look_back(case):
    top, agreement, reflection, day, says = REVIEWS[case]
    loaded = toc.loads(REVIEW.format(top=top, agreement=agreement, reflection=reflection))
    found = toc.check(loaded, stage="running", as_of=date.fromisoformat(day) if day else None)
    assert [one.message for one in found if one.rule == "review-due"] == says


def test_only_the_last_look_back_is_asked_for_more():
    text = REVIEW.format(top="", agreement="", reflection="  happened: A\n") + "session 2026-03-01: T\n" + ALL_FOUR
    assert told.messages(text, "review-due", stage="running") == []


@pytest.mark.parametrize(("day", "late"), [(None, False), (date(2026, 5, 31), False), (date(2026, 6, 1), True)])
def test_a_next_step_is_late_when_its_month_is_over(day, late):
    loaded = toc.loads(STEP + "\n    by p\n    due: 2026-05")
    assert any(one.rule == "action-incomplete" for one in toc.check(loaded, as_of=day)) == late


def test_a_planned_meeting_decides_nothing_yet():
    loaded = toc.loads(RUN + STOP.format("a", "stop"))
    found = toc.check(loaded, stage="running", as_of=date(2026, 6, 2))
    assert [one.rule for one in found if one.rule in ("stopped-but-active", "session-without-decision")] == []


def test_a_dropped_promise_is_documented_where_the_others_are():
    before, speaks, silent = re.findall(r"```toc\n(.*?)```", explain("unexplained-change") or "", re.DOTALL)
    old = toc.loads(before).theory
    found = [unexplained(compare(old, toc.loads(new).theory), old) for new in (speaks, silent)]
    assert [[one.name for one in each] for each in found] == [["desk by council"], []]
