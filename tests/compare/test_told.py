"""Changes in sentences: one edit, one sentence; and whatever changed, something is said."""

from __future__ import annotations

import pytest
from hostile import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from strategies import theories

import toc
from toc.cli.differences import Difference, as_markdown, as_text
from toc.compare import Change, How, Sort, compare
from toc.compare.sentences import plain
from toc.compare.softer import softer
from toc.compare.told import tell
from toc.compare.words import Role, word_diff

OLD = """\
theory: Air
partner council: City council
partner parents: Parents
  aim safe: Safe streets

goal air: Children breathe clean air
  due: 2030
  needs: all
  outcome cars: Fewer cars drive past schools
    because: guessed by us all
    assuming shift: Traffic does not move elsewhere
      status: holding
    activity close: Close streets at drop-off
      by council: signs
        status: offered
      by parents: marshals

outcome lonely: No

pathway east: The east
pathway west: The west

indicator no2: NO2
  on: air
  target: 30
"""

FROM_TO = "the step from ‘Fewer cars drive past schools’ to ‘Children breathe clean air’"
STEP = "‘Fewer cars drive past schools’ leads to ‘Children breathe clean air’"

# fmt: off
CASES = [
    ("due: 2030", "due: 2031-05", "~ The goal ‘Children breathe clean air’: due: 2030 → 2031-05 (softer)"),
    ("due: 2030", "due: 2029", "~ The goal ‘Children breathe clean air’: due: 2030 → 2029"),
    ("  due: 2030\n", "", "- The goal ‘Children breathe clean air’: no longer due: 2030"),
    ("needs: all", "needs: any", "~ The goal ‘Children breathe clean air’: needs: all → any (softer)"),
    ("breathe clean air", "breathe cleaner air", "~ The goal ‘Children breathe [-clean-]{+cleaner+} air’"),
    ("Fewer cars drive past", "No cars are seen past",
     "~ The outcome ‘[-Fewer-]{+No+} cars [-drive-]{+are seen+} past schools’"),
    ("lonely: No", "lonely: Butter is cheap", "~ The outcome ‘[-No-] {+Butter is cheap+}’"),
    ("outcome lonely: No\n", "", "- The outcome ‘No’ is gone"),
    ("outcome lonely", "output lonely", "~ ‘No’ is an output now, it was an outcome"),
    ("status: holding", "status: broken", "~ The assumption fell: ‘Traffic does not move elsewhere’ (it was holding)"),
    ("status: holding", "status: shaky",
     "~ The assumption ‘Traffic does not move elsewhere’ is shaky now (it was holding)"),
    (
        "because: guessed by us all", "because: counted by us all",
        f"~ {STEP}: reason: [-guessed-]{{+counted+}} by us all",
    ),
    (
        "guessed by us all\n", "guessed by us all\n    because: we counted\n",
        f"+ {STEP}: one more reason: we counted",
    ),
    ("lonely: No\n", "lonely: No\n  -> air: we talk\n",
     "+ ‘No’ leads to ‘Children breathe clean air’ now, because we talk"),
    ("      by parents: marshals\n", "",
     "- Parents no longer contributes to ‘Close streets at drop-off’: marshals"),
    ("      by parents: marshals\n", "    by parents: marshals\n",
     "> Parents contributes to ‘Fewer cars drive past schools’ now, no longer to ‘Close streets at drop-off’"),
    ("status: offered", "status: confirmed",
     "~ City council confirmed what it brings to ‘Close streets at drop-off’ (it was offered)"),
    ("status: offered", "status: withdrawn",
     "~ City council withdrew what it brings to ‘Close streets at drop-off’ (it was offered)"),
    ("by council: signs", "by council: signs and bollards",
     "~ What City council brings to ‘Close streets at drop-off’: signs → signs and bollards"),
    ("theory: Air", "theory: Clean air", "~ The theory: title: Air → Clean air"),
    ("  on: air", "  on: cars",
     "> ‘NO2’ is about ‘Fewer cars drive past schools’ now, no longer about ‘Children breathe clean air’"),
    ("  needs: all\n", "", "- The goal ‘Children breathe clean air’: no longer needs: all"),
    ("  target: 30", "  target: 30\n  every: month", "+ The indicator ‘NO2’: now every: month"),
    ("      status: holding\n", "", "~ The assumption ‘Traffic does not move elsewhere’ is no longer holding"),
    ("status: offered", "amount: 20 EUR", [
        "~ What City council brings to ‘Close streets at drop-off’ is no longer offered",
        "+ What City council brings to ‘Close streets at drop-off’: now amount: 20 EUR",
    ]),
    ("  aim safe: Safe streets", "  aim safe: Safe streets\n  aim calm: Calm streets",
     "+ New aim ‘Calm streets’ of ‘Parents’"),
    ("pathway west", "goal rest: Rest\n  in: east\n  because: we are tired\n\npathway west",
     "+ New goal ‘Rest’ in ‘The east’, because we are tired"),
    ("pathway west", "term drop: When school begins\n\npathway west", "+ New term drop ‘When school begins’"),
    ("lonely: No\n", "lonely: No\n  in: east\n", "+ ‘No’ belongs to ‘The east’ now"),
    ("pathway west", "what about the buses\n\npathway west", "+ Parked: what about the buses"),
    ("pathway west", "# so it is\n\npathway west", "+ New remark: # so it is"),
    ("pathway west", "session 2030-01-02: We met\n  decision: pause\n\npathway west",
     "+ New session 2030-01-02 ‘We met’ (decision: pause)"),
    ("pathway west", "risk rain: Rain\n  on: cars -> air\n  impact: high\n\npathway west",
     f"+ New risk ‘Rain’, about {FROM_TO} (impact: high)"),
    ("outcome lonely: No\n", "outcome lonely: No\n  -| air\n    assuming so: So it is\n", [
        "+ ‘No’ works against ‘Children breathe clean air’ now",
        "+ New assumption ‘So it is’, about how ‘No’ works against ‘Children breathe clean air’",
    ]),
    ("  on: air\n  target", "  on: air, cars\n  target", "+ ‘NO2’ is about ‘Fewer cars drive past schools’ now"),
    ("    activity close", "    activity bus: Bus\n      because: so\n      -> lonely\n    activity close",
     "+ New activity ‘Bus’, which leads to ‘Fewer cars drive past schools’, because so, and leads to ‘No’"),
]
# fmt: on


VIEWS = """\
partner council: City council
goal air: Clean air
  outcome cars: Fewer cars
    assuming shift: Nobody moves away
    risk rain: It rains
      evidence study: A study
disagreement first: Buses or bikes first?
indicator no2: NO2
session 2030-01-02: We met
  action book: Book the hall
term no2: What cars leave behind
"""

# fmt: off
BY = [
    ("cars: Fewer cars", "    by council: money",
     "City council now contributes to ‘Fewer cars’: money",
     "What City council brings to ‘Fewer cars’: money → more of it"),
    ("first: Buses or bikes first?", "  by council: buses",
     "City council now holds a view on ‘Buses or bikes first?’: buses",
     "What City council says about ‘Buses or bikes first?’: buses → more of it"),
    ("shift: Nobody moves away", "      by council",
     "City council now holds a view on ‘Nobody moves away’",
     "What City council says about ‘Nobody moves away’: now what: more of it"),
    ("rain: It rains", "      by council: brings umbrellas",
     "City council now watches ‘It rains’: brings umbrellas",
     "What City council does about ‘It rains’: brings umbrellas → more of it"),
    ("study: A study", "        by council: ours",
     "City council now vouches for ‘A study’: ours",
     "What City council says about ‘A study’: ours → more of it"),
    ("no2: NO2", "  by council: reads it",
     "City council now collects ‘NO2’: reads it",
     "What City council does for ‘NO2’: reads it → more of it"),
    ("book: Book the hall", "    by council",
     "City council now takes on ‘Book the hall’",
     "What City council does for ‘Book the hall’: now what: more of it"),
    ("cars: Fewer cars", "    -> air: so it is\n      by council: thinks so",
     "City council now holds a view on the step from ‘Fewer cars’ to ‘Clean air’: thinks so",
     "What City council says about the step from ‘Fewer cars’ to ‘Clean air’: thinks so → more of it"),
]
# fmt: on


@pytest.mark.parametrize(("below", "line", "come", "changed"), BY)
def test_what_a_partner_does_is_said_as_it_is_meant_there(below, line, come, changed):
    now = VIEWS.replace(f"{below}\n", f"{below}\n{line}\n")
    more = now.replace(line, f"{line.partition('by council')[0]}by council: more of it")
    assert f"+ {come}" in _told(VIEWS, now)
    assert f"- {come.replace(' now ', ' no longer ')}" in _told(now, VIEWS)
    assert any(changed in told for told in _told(now, more))


def test_what_moved_to_something_of_another_sort_is_said_with_both_verbs():
    work = VIEWS.replace("cars: Fewer cars\n", "cars: Fewer cars\n    by council: reads it\n")
    reads = VIEWS.replace("no2: NO2\n", "no2: NO2\n  by council: reads it\n")
    assert _told(work, reads) == ["> City council collects ‘NO2’ now, no longer contributes to ‘Fewer cars’"]
    assert _told(reads, work) == ["> City council contributes to ‘Fewer cars’ now, no longer collects ‘NO2’"]


TWO = """\
partner council: City council
activity lessons: Lessons
  by council: money
    status: confirmed
  by council: staff
    amount: 2 people
"""


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("confirmed", "delivered", ["~ City council delivered what it brings to ‘Lessons’: money (it was confirmed)"]),
        ("2 people", "3 people", ["~ What City council brings to ‘Lessons’ (staff): amount: 2 people → 3 people"]),
        (": staff", ": helpers", ["~ What City council brings to ‘Lessons’: staff → helpers"]),
        ("    amount: 2 people\n", "  by council: cake\n", [
            "- What City council brings to ‘Lessons’ (staff): no longer amount: 2 people",
            "+ City council now contributes to ‘Lessons’: cake",
        ]),
        ("  by council: staff\n    amount: 2 people\n", "",
         ["- City council no longer contributes to ‘Lessons’: staff (amount: 2 people)"]),
    ],
)  # fmt: skip
def test_of_several_things_a_partner_gives_to_the_same_the_one_that_changed_is_named(was, now, says):
    assert _told(TWO, TWO.replace(was, now)) == says


def test_a_term_is_called_by_its_name_also_where_something_else_has_it():
    now = VIEWS.replace("leave behind\n", "leave behind\n  not: smog\n")
    assert _told(VIEWS, now) == ["+ The term no2: one more not: smog"]


@pytest.mark.parametrize(("was", "now", "says"), CASES)
def test_one_edit_is_one_sentence(was, now, says):
    assert _told(OLD, OLD.replace(was, now)) == (says if isinstance(says, list) else [says])


@pytest.mark.parametrize(
    ("was", "now", "before_the_guess", "guess"),
    [
        ("cars", "buses", "~ The outcome ‘Fewer [-cars-]{+buses+} drive past here’",
         "the same as fewer-cars-drive-past"),
        ("outcome", "outcome cars", "~ ‘Fewer cars drive past here’ is named cars now, it was fewer-cars-drive-past",
         "the same by its words"),
    ],
)  # fmt: skip
def test_a_guess_is_said_to_be_one(was, now, before_the_guess, guess):
    old = "goal g: G\n  outcome: Fewer cars drive past here\n"
    assert _told(old, old.replace(was, now)) == [f"{before_the_guess} (a guess: {guess})"]


def test_a_box_that_is_gone_is_told_once_whatever_its_arrows_were():
    told = _told(OLD, OLD.replace("    activity close: Close streets at drop-off\n", "").replace("      by", "    by"))
    assert told == [
        "> City council contributes to ‘Fewer cars drive past schools’ now, no longer to ‘Close streets at drop-off’",
        "> Parents contributes to ‘Fewer cars drive past schools’ now, no longer to ‘Close streets at drop-off’",
        "- The activity ‘Close streets at drop-off’ is gone",
    ]


@given(theories(), theories())
def test_every_change_between_any_two_theories_is_told(old, new):
    changes = compare(old, new)
    groups = tell(changes, old, new)
    assert bool(groups) == bool(changes)
    sorts = [change.sort for change in changes]
    assert len(groups) <= len(set(sorts))
    difference = Difference("old", "new", groups)
    for row in as_text.rows(difference):
        assert "\n" not in row.text
    told = sum(len(group.told) for group in groups)
    assert as_markdown.document(difference).count("\n- ") == told


@pytest.mark.parametrize("hostile", TEXTS)
def test_a_hostile_text_comes_out_as_text(hostile):
    """Word by word it stands in the Markdown with every sign that could be markup behind a backslash."""
    text = (
        f"goal g: {hostile}\n  outcome o: x {hostile}\n    by p: {hostile}\n  note: {hostile}\npartner p: {hostile}\n"
    )
    old, new = toc.loads(text).theory, toc.loads(text.replace("outcome o: x", "outcome o: y z")).theory
    for pair in ((old, new), (toc.loads("").theory, new), (new, toc.loads("").theory)):
        groups = tell(compare(*pair), *pair)
        document = as_markdown.document(Difference("a", "b", groups))
        bare = document.replace("<del>", "").replace("<ins>", "").replace("<sub>", "")
        bare = bare.replace("</del>", "").replace("</ins>", "").replace("</sub>", "")
        assert not any(f"\n{start}" in bare for start in ("<", "    ", "```", "|"))
        assert [bare[at - 1] for at, sign in enumerate(bare) if sign == "<" and bare[at - 1] != "\\"] == []
        rows = [row.text for row in as_text.rows(Difference("a", "b", groups))]
        assert not any("\x1b" in row or "\x07" in row for row in rows)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_word_diff_holds_both_wordings(old, new):
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.role is not Role.COME).split() == old.split()
    assert "".join(piece.text for piece in pieces if piece.role is not Role.GONE).split() == new.split()


@pytest.mark.parametrize(
    ("field", "old", "new", "is_softer"),
    [
        ("due", "2030", "2031", True),
        ("due", "2030-06", "2030", True),
        ("due", "2030", "2030-06", False),
        ("due", None, "2030", False),
        ("due", "2030", None, True),
        ("due", "soon", "later", False),
        ("needs", "3", "2", True),
        ("needs", "2", "all", False),
        ("needs", None, "any", True),
        ("needs", "9" * 30, "8" * 30, False),
        ("enough", None, "yes", True),
        ("for", "children", None, True),
        ("for", "children", "pupils", False),
        ("text", "a", "b", False),
    ],
)
def test_when_a_goal_is_softer(field, old, new, is_softer):
    how = How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED
    assert softer(Change(Sort.GOAL, how, "goal", "g", field, old, new)) is is_softer
    assert not softer(Change(Sort.RESULT, how, "outcome", "g", field, old, new))


def _told(old, new):
    before, after = toc.loads(old).theory, toc.loads(new).theory
    groups = tell(compare(before, after), before, after)
    return [f"{told.mark} {plain(told.pieces)}" for group in groups for told in group.told]
