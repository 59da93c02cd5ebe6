"""The end of a session, as a block of lines: what is read back is what was typed, whatever that was."""

import pytest
from hostile import TEXTS, UNSEEN
from hypothesis import given
from hypothesis import strategies as st
from marked import FILE, after
from typing_fingers import texts as typed
from typing_fingers import words

import toc
from toc.edit import applied
from toc.service import SessionForm, SessionTrouble, tidy, write_session
from toc.service.answers import cleaned, cleaned_line

THEORY = """\
partner school: Hill Road School
partner bakery: Fold Street Bakery
goal awake: Pupils can follow the first lesson
"""
WHOLE = SessionForm(
    date="2026-03-12",
    title="First evening",
    present=("school", "Fold Street Bakery", "a grandmother"),
    decision="continue",
    happened="nine people drew one picture\nand nobody left early",
    why="the nurse had asked each of them in person",
    so_what="nobody had known about the bread\n\nNobody!",
    now_what="try it for two weeks",
    actions=(
        ("Two weeks of breakfast in one class", "school, bakery", "2026-05"),
        ("Ask the caretaker", "Maria", ""),
        ("Count the crumbs", "school and Maria", "2026-05-31"),
        ("", "", ""),
    ),
)
BLOCK = """\
session 2026-03-12: First evening
  present: school, bakery, a grandmother
  decision: continue
  happened: nine people drew one picture
    | and nobody left early
  why: the nurse had asked each of them in person
  so-what: nobody had known about the bread
    |
    | Nobody!
  now-what: try it for two weeks
  action: Two weeks of breakfast in one class
    by school
    by bakery
    due: 2026-05
  action: Ask the caretaker (Maria)
  action: Count the crumbs (school and Maria)
    due: 2026-05-31
"""


def written(text, form):
    loaded = toc.loads(text, FILE)
    (source,) = loaded.sources
    return applied(source.text, write_session(loaded, FILE, form))


def test_the_whole_form():
    assert written(THEORY, WHOLE) == f"{THEORY}\n{BLOCK}"


def test_what_is_written_is_canonical_and_no_problem():
    loaded = toc.loads(written(THEORY, WHOLE), FILE)
    assert loaded.findings == ()
    assert tidy(loaded, FILE) == ()


def test_what_is_read_back():
    theory = toc.loads(written(THEORY, WHOLE), FILE).theory
    (session,) = theory.of_kind("session")
    assert (session.id, session.text) == ("2026-03-12", "First evening")
    assert session.get("happened") == WHOLE.happened
    assert session.get("so-what") == WHOLE.so_what
    first, second, third = theory.of_kind("action")
    assert (first.owner, first.text, first.get("due")) == ("2026-03-12", WHOLE.actions[0][0], "2026-05")
    assert [(one.partner, one.to) for one in theory.contributions] == [("school", first.id), ("bakery", first.id)]
    assert (second.text, third.text) == ("Ask the caretaker (Maria)", "Count the crumbs (school and Maria)")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", "session 2026-03-12:\n"),
        ("\n\n", "session 2026-03-12:\n"),
        ("goal g: x", "goal g: x\n\nsession 2026-03-12:\n"),
        ("goal g: x\n", "goal g: x\n\nsession 2026-03-12:\n"),
        ("goal g: x\n\n", "goal g: x\n\nsession 2026-03-12:\n"),
        ("goal g: x\n  ", "goal g: x\n  \nsession 2026-03-12:\n"),
        ("goal g: x\n\t\n", "goal g: x\n\t\nsession 2026-03-12:\n"),
        ("goal g: x\n\n    ", "goal g: x\n\n    \nsession 2026-03-12:\n"),
        ("  ", "  \nsession 2026-03-12:\n"),
        ("goal g: x\n  outcome o: y", "goal g: x\n  outcome o: y\n\nsession 2026-03-12:\n"),
        ("# 🌍", "# 🌍\n\nsession 2026-03-12:\n"),
    ],
)
def test_an_empty_form_at_the_end_of_a_file(text, result):
    now = written(text, SessionForm("2026-03-12"))
    assert now.lstrip("\n") == result
    assert toc.loads(now).theory.of_kind("session")[0].span.start == now.index("session")
    assert "\nsession" in f"\n{now}"


def test_two_sessions_of_one_day_are_both_kept():
    text = THEORY
    for number in range(3):
        text = written(text, SessionForm("2026-03-12", title=f"Part {number}", happened="x"))
    loaded = toc.loads(text, FILE)
    assert [one.id for one in loaded.theory.of_kind("session")] == ["2026-03-12", "2026-03-12-2", "2026-03-12-3"]
    assert loaded.findings == ()


@pytest.mark.parametrize("before", ["", "outcome: Bake bread\n", "goal g: x\n  -> bake-bread\n"])
def test_the_same_action_twice_has_two_names(before):
    form = SessionForm("2026-03-12", actions=(("Bake bread", "", ""), ("Bake bread", "", "")))
    loaded = toc.loads(before, FILE)
    now = toc.loads(written(written(before, form), form), FILE)
    actions = [one for one in now.theory.elements if one.kind == "action"]
    assert [one.text for one in actions] == ["Bake bread"] * 4
    assert [one.rule for one in now.findings] == [one.rule for one in loaded.findings]
    assert now.theory.links == loaded.theory.links


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (SessionForm(""), "Write the date of the session"),
        (SessionForm("yesterday"), "‘yesterday’ is no day"),
        (SessionForm("2026-02-30"), "is no day"),
        (SessionForm("2026-03"), "is no day"),
        (SessionForm("2026-03-12: x"), "is no day"),
        (SessionForm("2026-03-12\ngoal: x"), "is no day"),
        (SessionForm("٢٠٢٦-٠٣-١٢"), "is no day"),
        (SessionForm("2026-03-12", decision="maybe"), "continue, pause or stop, not with ‘maybe’"),
        (SessionForm("2026-03-12", actions=(("", "Maria", ""),)), "needs words"),
        (SessionForm("2026-03-12", actions=(("x", "", "soon"),)), "‘soon’ is no date"),
        (SessionForm("2026-03-12", actions=(("x", "", "2026-13"),)), "‘2026-13’ is no date"),
    ],
)
def test_what_cannot_be_written_is_said(form, says):
    with pytest.raises(SessionTrouble, match=says):
        written(THEORY, form)


def test_a_file_that_is_not_there():
    with pytest.raises(KeyError):
        write_session(toc.loads("goal: x"), "other.toc", WHOLE)


HOSTILE = [
    *TEXTS,
    UNSEEN,
    "goal: x\noutcome: y",
    "| x\n| y",
    "\n\n  x\n\n",
    ": x",
    "-> a",
    "a\r\nb\rc",
    "a\u2028goal: b",
    "<<<<<<< ours\n=======\n>>>>>>> theirs",
    "#\n# x",
    "\u00a0x\u3000",
    "x: y: z",
    "by school: x",
    "due: 2030",
    "\tx",
    "…",
    "\ufeffx",
]
answers = st.one_of(st.sampled_from(HOSTILE), words, typed)


def same_as_typed(text, answer, before):
    form = SessionForm(
        "2026-03-12", answer, (answer, "school"), "stop", answer, answer, answer, answer, ((answer, "", ""),)
    )
    if not cleaned(answer):
        form = SessionForm("2026-03-12", answer, (answer,), "", answer, answer, answer, answer)
    loaded = toc.loads(text, FILE)
    now = after(loaded, write_session(loaded, FILE, form))
    said, line = cleaned(answer), cleaned_line(answer)
    session = next(one for one in now.theory.of_kind("session") if one.id == "2026-03-12")
    assert session.text == said
    assert [session.get(key) or "" for key in ("happened", "why", "so-what", "now-what")] == [said] * 4
    if (
        line
        and "," not in line
        and not any(one.text.casefold() == line.casefold() for one in before.of_kind("partner"))
    ):
        assert session.get("present") == f"{line}, school"
    actions = [one.text for one in now.theory.of_kind("action") if one.owner == "2026-03-12"]
    assert actions == ([said] if said else [])
    kinds = [one.kind for one in now.theory.elements]
    assert len(kinds) == len(before.elements) + 1 + len(actions)
    assert now.theory.links == before.links
    assert now.theory.contributions == before.contributions
    return loaded, now


@pytest.mark.parametrize("answer", HOSTILE)
def test_nothing_typed_becomes_another_statement(answer):
    loaded, now = same_as_typed(THEORY, answer, toc.loads(THEORY).theory)
    assert [one for one in now.findings if one.rule != "bidi-control"] == list(loaded.findings)


@given(answers)
def test_nothing_that_could_be_typed_does(answer):
    same_as_typed(THEORY, answer, toc.loads(THEORY).theory)


@given(st.one_of(st.sampled_from(HOSTILE), words))
def test_nor_as_the_one_who_does_it(answer):
    loaded = toc.loads(THEORY, FILE)
    now = after(loaded, write_session(loaded, FILE, SessionForm("2026-03-12", actions=(("Bake", answer, ""),))))
    (action,) = now.theory.of_kind("action")
    assert action.text.startswith("Bake")
    assert len(now.theory.elements) == len(loaded.theory.elements) + 2
