"""What counts as a change, of which class, and whom it concerns."""

from __future__ import annotations

import pytest

import toc
from toc.compare import Sort
from toc.compare.change import sort_of
from toc.exchange import changes_json
from toc.troubles import FileTrouble
from toc.vocabulary import KINDS

OLD = """\
theory: Air
partner council: City council
partner parents: Parents
  aim safe: Safe streets

goal air: Children breathe clean air
  due: 2030
  outcome cars: Fewer cars drive past schools
    because: the school run is most of it
    assuming shift: Traffic does not move elsewhere
      status: holding
    activity close: Close streets at drop-off
      by council: signs
      by parents: marshals

indicator no2: NO2 at the gates
  on: air
  target: 30
  by parents: read it
"""

GONE_AND_COME = [None] * 6
"""One box is gone and another has come, each with two arrows."""

CASES = [
    ("a goal is softened", "due: 2030", "due: 2035", [("goal", "changed", "air", "goal", "due", "2030", "2035", "")]),
    ("a goal in other words", "breathe clean air", "breathe", [
        ("goal", "changed", "air", "goal", "text", "Children breathe clean air", "Children breathe", ""),
    ]),
    ("a result in other words", "Fewer cars drive", "No cars drive", [
        ("reworded", "changed", "cars", "outcome", "text",
         "Fewer cars drive past schools", "No cars drive past schools", ""),
    ]),
    ("an assumption falls", "status: holding", "status: broken", [
        ("assumption", "changed", "shift", "assumption", "status", "holding", "broken", ""),
    ]),
    ("a reason", "the school run is most of it", "we counted", [
        ("causation", "changed", "cars -> air", "arrow", "because", "the school run is most of it", "we counted", ""),
    ]),
    ("a contribution is withdrawn", "      by parents: marshals\n", "", [
        ("contribution", "removed", "close", "contribution", None, {"what": "marshals"}, None, "parents council"),
    ]),
    ("a contribution is confirmed", "by council: signs", "by council: signs\n        status: confirmed", [
        ("contribution", "added", "close", "contribution", "status", None, "confirmed", "council parents"),
    ]),
    ("a contribution moves", "      by parents: marshals\n", "    by parents: marshals\n", [
        ("contribution", "moved", "cars", "contribution", "to", "close", "cars", "parents council"),
    ]),
    ("a measure", "target: 30", "target: 35", [
        ("measure", "changed", "no2", "indicator", "target", "30", "35", "parents"),
    ]),
    ("what a measure is about", "on: air", "on: cars", [
        ("measure", "moved", "no2", "indicator", "on", "air", "cars", "parents"),
    ]),
    ("an aim", "aim safe: Safe streets", "aim safe: Safer streets", [
        ("reworded", "changed", "safe", "aim", "text", "Safe streets", "Safer streets", "parents"),
    ]),
    ("another kind", "outcome cars", "output cars", [
        ("result", "changed", "cars", "output", "kind", "outcome", "output", ""),
    ]),
    ("the title", "theory: Air", "theory: Clean air", [
        ("process", "changed", None, "theory", "title", "Air", "Clean air", ""),
    ]),
    ("a session", "indicator no2", "session 2030-01-02: We met\n\nindicator no2", [
        ("process", "added", "2030-01-02", "session", None, None, {"text": "We met"}, ""),
    ]),
    ("a parked note", "indicator no2", "what about the buses\n\nindicator no2", [
        ("remark", "added", None, "note", None, None, "what about the buses", ""),
    ]),
    ("an arrow that feeds back", "      by council", "      ~> cars\n      by council", [
        ("causation", "added", "close ~> cars", "arrow", None, None, {}, "council parents"),
        ("causation", "removed", "close -> cars", "arrow", None, {}, None, "council parents"),
    ]),
    ("only the layout", "  outcome cars", "\n\n  # here\n\n  outcome cars", [
        ("remark", "added", None, "comment", None, None, "# here", ""),
    ]),
    ("only the line ends", "\n", "\r\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_edit_is_told_as_what_it_is(was, now, expected):
    assert _rows(OLD, OLD.replace(was, now)) == [(*row[:7], row[7].split()) for row in expected]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("outcome: Fewer cars drive past", "outcome: Fewer buses drive past", ["id", "text"]),
        ("outcome: Fewer cars drive past schools", "outcome: Fewer cars drive past here", ["text"]),
        ("outcome: Fewer cars drive past", "outcome cars: Fewer cars drive past", ["id"]),
        ("outcome a: Fewer cars drive past", "outcome b: Fewer cars drive past", ["id"]),
        ("outcome a: Fewer cars drive past", "outcome b: Fewer buses drive past", GONE_AND_COME),
        ("outcome: Fewer cars", "outcome: Butter is cheap", GONE_AND_COME),
        ("outcome: Fewer cars drive past", "output: Fewer cars drive past", ["kind"]),
    ],
)
def test_what_has_another_id_is_guessed_only_where_it_is_plain(old, new, fields):
    around = "goal g: G\n  {}\n    activity w: Work\n"
    assert [row[4] for row in _rows(around.format(old), around.format(new))] == fields


def test_a_name_that_is_used_for_something_else_is_never_guessed():
    old = "goal g: G\n  outcome a: Fewer cars drive past\n  activity w: Work\n    -> b\n"
    new = "goal g: G\n  outcome b: Fewer cars drive past\n  activity w: Work\n    -> b\n"
    assert "id" not in [row[4] for row in _rows(old, new)]


def test_a_detail_that_is_called_like_a_place_moves_nothing():
    old = OLD.replace("by council: signs", "by council: signs\n        on: Monday")
    change = ("contribution", "changed", "close", "contribution", "on", "Monday", "Tuesday", ["council", "parents"])
    assert _rows(old, old.replace("Monday", "Tuesday")) == [change]


def test_every_kind_and_every_key_has_a_class():
    for kind in KINDS.values():
        for key in kind.keys:
            assert sort_of(kind.name, key.name) in Sort
    assert sort_of("goal", "due") is Sort.GOAL
    assert sort_of("outcome", "label fr") is Sort.REWORDED
    assert sort_of("never", "heard-of") is Sort.PROCESS


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"changes": 3}', '{"changes": [{}]}', '{"changes": ["a"]}'])
def test_what_is_no_json_of_changes_is_refused(text):
    with pytest.raises(FileTrouble, match="holds no changes"):
        changes_json.read(text, "x.json")


def _rows(old, new):
    changes = toc.compare(toc.loads(old).theory, toc.loads(new).theory)
    rows = changes_json.row
    return [tuple(rows(change).values()) for change in changes]
