"""Logframes: rows from the top down, assumptions beside the lower level, values in columns, nothing lost or merged."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from toc.renderers.document import Table, plain
from toc.renderers.reports import logframe
from toc.renderers.reports.asked import Asked, teller_with_words

from toc.load import load, loads
from toc.report import ReportTrouble, Wish, make

ROOT = Path(__file__).parents[2]
PLAN = """\
goal g: Goal
  outcome o: First
    assuming up: holds from first to goal
    indicator i: Boats
      unit: boats
      baseline: 2 (2024)
      interim: 4 (2026)
      interim: 6 (2028)
      target: 9 (2030)
      actual: 3 (2026)
      actual: 5 (2027)
      source: the log
    output p: Thing
      activity a: Work
        cost: 500 GBP
        by x: tools
          amount: 2 FTE
        assuming low: holds from work to thing
  condition c: Rain
outcome bad: Nobody wants this
  unintended: yes
assumption all: holds anyhow
  on: o
risk r: Storm
  on: p
  impact: high
  likelihood: low
assumption far: about a partner
  on: x
partner x: X
"""


def tables(text: str, columns: str | None) -> list[list[list[str]]]:
    asked = Asked(teller_with_words(loads(text).theory, None), draw=lambda **_: "", columns=columns)
    found = [block for block in logframe.build(asked).blocks if isinstance(block, Table)]
    return [[list(it.head), *[[plain(cell.said) for cell in row] for row in it.rows]] for it in found]


def test_the_four_by_four():
    assert tables(PLAN, None) == [[
        ["Level", "Narrative summary", "Indicators", "Baseline", "Target", "So far", "Means of verification",
         "Assumptions"],
        ["Goal", "Goal", "", "", "", "", "", ""],
        ["Purpose", "First", "Boats", "2 (2024)", "9 (2030)", "5 (2027)", "the log", "Holds from first to goal"],
        ["Purpose", "", "", "", "", "", "", "Holds anyhow"],
        ["Output", "Thing", "", "", "", "", "", ""],
        ["Activity", "Work", "Input: tools (2 FTE, X)", "", "", "", "", "Holds from work to thing"],
        ["Activity", "", "Input: Cost: 500 GBP", "", "", "", "", ""],
        ["Precondition", "Rain", "", "", "", "", "", ""],
        ["Elsewhere on the map", "“X”", "", "", "", "", "", "About a partner"],
    ]]  # fmt: skip


def test_a_result_says_by_when_and_what_was_taken_back_is_no_input():
    plan = (
        "goal g: Goal\n  due: 2031\n  outcome o: Fed by 2030\n    due: 2030\n  outcome p: Housed\n"
        "    activity a: Work\n      due: 2029-05\n      by x: pots\n        status: withdrawn\n        amount: 3 GBP\n"
        "      by y\n        amount: 4 GBP\n"
    )
    (table,) = tables(plan, None)
    assert [row[:3] for row in table[1:]] == [
        ["Goal", "Goal (by 2031)", ""],
        ["Outcome 1", "Fed by 2030", ""],
        ["Outcome 2", "Housed", ""],
        ["Activity", "Work (by May 2029)", "Input: 4 GBP (y)"],
    ]
    assert tables(plan, "fcdo")[1][1:] == [["Work", "y", "4 GBP", "4 GBP", ""]]


@pytest.mark.parametrize("columns", logframe.COLUMNS)
def test_every_column_has_a_width_and_words_have_more_room_than_values(columns):
    asked = Asked(teller_with_words(loads(PLAN).theory, None), draw=lambda **_: "", columns=columns)
    table = next(block for block in logframe.build(asked).blocks if isinstance(block, Table))
    assert len(table.widths) == len(table.head)
    wide = dict(zip(table.head, table.widths, strict=True))
    assert wide.get("Assumptions", wide.get("Key assumptions")) > wide.get("Targets", wide.get("Target", 0))


def test_the_title_is_printed_on_the_page_of_its_wide_table():
    assert '<main class="broad">' in make(loads(PLAN), "logframe", "html", Wish(columns="fcdo")).content


def test_a_side_effect_is_no_level_in_any_columns():
    assert not [
        row
        for columns in logframe.COLUMNS
        for table in tables(PLAN, columns)
        for row in table
        if "Nobody wants this" in row
    ]


def test_the_columns_of_the_european_union_have_no_activities_and_lose_no_assumption():
    (table,) = tables(PLAN, "eu")
    assert table[0] == ["Results", "Results chain", "Indicators", "Baselines", "Milestone 1", "Milestone 2", "Targets",
                        "Current values", "Sources of data", "Assumptions"]  # fmt: skip
    assert table[2] == ["Outcome", "First", "Boats", "2 (2024)", "4 (2026)", "6 (2028)", "9 (2030)", "5 (2027)",
                        "the log", "Holds from first to goal"]  # fmt: skip
    assert table[4] == ["Output", "Thing", *[""] * 7, "Holds from work to thing"]
    assert not any("Work" in row for row in table)


def test_the_columns_of_fcdo_put_what_was_achieved_below_what_was_planned_for_that_year():
    table, inputs = tables(PLAN, "FCDO")
    assert table[0] == ["Level", "Result", "Indicators", "Planned or achieved", "Baseline", "Milestone 1",
                        "Milestone 2", "Target", "Achieved at other times", "Source", "Assumptions",
                        "Impact weighting (%)", "Risk rating"]  # fmt: skip
    planned, achieved = table[2][2:10], table[3][2:10]
    assert planned == ["Boats", "planned", "2 (2024)", "4 (2026)", "6 (2028)", "9 (2030)", "", "the log"]
    assert achieved == ["Boats", "achieved", "", "3 (2026)", "", "", "5 (2027)", ""]
    assert table[4][-2:] == ["", "Storm (Impact: high; Likelihood: low)"]
    assert inputs[1:] == [["Work", "", "500 GBP", "500 GBP", ""], ["Work", "X", "2 FTE", "", "2 FTE"]]


def test_the_five_parts_of_usaid():
    (table,) = tables(PLAN, "usaid")
    assert table[1:] == [
        ["Goal", "Rain", "If first, then goal", "", "Holds from first to goal", ""],
        ["First", "", "If thing, then first", "Work", "Holds anyhow", "Boats"],
    ]


@pytest.mark.parametrize(
    ("needs", "says"),
    [
        ("all", "If a, b and c, then goal"),
        ("any", "If one of these is in place: a, b or c, then goal"),
        ("2", "If at least 2 of these are in place: a, b and c, then goal"),
        ("3", "If a, b and c, then goal"),
    ],
)
def test_how_many_causes_a_result_needs_is_said(needs, says):
    plan = f"goal g: Goal\n  needs: {needs}\n" + "".join([f"  outcome {name}: {name.upper()}\n" for name in "abc"])
    (table,) = tables(plan, "usaid")
    assert table[1][2].lower() == says.lower()


@pytest.mark.parametrize(("columns", "asks"), [("eu", "at most ten"), ("fcdo", "asks for one outcome"), (None, "")])
def test_what_a_donor_limits_is_asked_and_not_cut(columns, asks):
    plan = "goal g: G\n" + "".join([f"  outcome o{at}: O{at}\n" for at in range(12)])
    made = make(loads(plan), "logframe", "md", Wish(columns=columns)).content
    assert asks in made
    assert all(f"O{at} " in made for at in range(12))


def test_unknown_columns_are_answered_with_those_there_are():
    with pytest.raises(
        ReportTrouble, match=r"There are no columns gac for a logframe\. There are generic, eu, fcdo, usaid\."
    ):
        make(loads("goal g: G\n"), "logframe", "md", Wish(columns="gac"))


@pytest.mark.parametrize("columns", logframe.COLUMNS)
def test_workbooks_of_the_large_example_freeze_their_heads_merge_nothing_and_lose_no_assumption(columns):
    loaded = load(str(ROOT / "examples" / "river-basin" / "basin.toc"))
    made = make(loaded, "logframe", "xlsx", Wish(columns=columns)).content
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book[next(name for name in book.sheetnames if name == "Logframe table")]
    assert sheet.freeze_panes == "B2"
    assert not any(each.merged_cells.ranges for each in book.worksheets)
    written = " ".join([str(cell.value) for row in sheet.iter_rows() for cell in row]).casefold()
    lost = [one.text for one in loaded.theory.of_kind("assumption") if one.text.rstrip(".").casefold() not in written]
    assert columns == "usaid" or lost == []
