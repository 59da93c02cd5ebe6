"""What the tables of contributions and money say, and what they leave unsaid."""

from __future__ import annotations

import pytest

from toc.load import loads
from toc.report import Wish, make

PLAN = """\
partner a: A
partner b: B
goal g: G
  outcome o: O
    activity w: W
      by a
    activity s: S
      status: stopped
      by b
  outcome side: Side
    unintended: yes
activity v: V
  by b: tools
    status: withdrawn
  by b
    role: informed
  -> o
"""


def rows(text: str, report: str) -> list[list[str]]:
    made = make(loads(text), report, "md", Wish()).content
    lines = [line for line in made.splitlines() if line.startswith("|")]
    return [[cell.strip().strip("*") for cell in line.strip("|").split("|")] for line in lines]


def test_a_row_of_a_result_says_whose_work_leads_there():
    found = rows(PLAN, "matrix")
    assert found[2:4] == [["G", "on the way", ""], ["O", "directly", ""]]
    assert found[6:] == [["W", "takes part", ""], ["S", "", "takes part"], ["V", "", "is informed"]]


def test_a_matrix_says_what_is_not_sure_yet():
    plan = "activity x: X\n  by a: pots\n    status: pledged\n  by b: pans\n    status: confirmed\n"
    plan += "  by c\n    status: offered\n"
    assert rows(plan, "matrix")[-1] == ["X", "pots (pledged)", "pans", "takes part (offered)"]


def test_how_closely_a_partner_works_with_the_others_stands_beside_its_ring():
    plan = "partner a: A\n  ring: core\n  level: network\npartner b: B\n  ring: wider\n"
    assert rows(plan, "rings") == [
        ["Partner", "Ring", "Level"], ["---"] * 3,
        ["A", "Core group", "exchanges information"], ["B", "Wider ring", ""],
    ]  # fmt: skip


def test_a_matrix_without_partners_is_one_sentence():
    made = make(loads("goal g: G\n"), "matrix", "md", Wish()).content
    assert made.count("\n\n") <= 2
    assert "Nobody is written down" in made


MONEY = [
    ("900000 EUR", "confirmed", "Confirmed or delivered: 900 000 EUR"),
    ("900000 EUR", "pledged", "Not confirmed yet: 900 000 EUR"),
    ("12.5 days", "pledged", "Not confirmed yet: 12.50 days"),
    ("1,234 EUR", "pledged", ""),
    ("some", "pledged", ""),
]


@pytest.mark.parametrize(("amount", "status", "says"), MONEY)
def test_amounts_are_added_up_only_where_they_are_sure(amount, status, says):
    plan = f"activity a: A\n  by p: it\n    amount: {amount}\n    status: {status}\n"
    made = make(loads(plan), "money", "md", Wish()).content
    assert [line for line in made.splitlines() if line.startswith("- ")] == ([f"- {says}"] if says else [])


def test_a_currency_is_written_as_it_was():
    made = make(
        loads("activity a: A\n  cost: 7 000 FCFA\nactivity b: B\n  cost: 500 fcfa\n"), "money", "md", Wish()
    ).content
    assert "- Costs together: 7 500 FCFA\n" in made


def test_what_was_left_out_of_a_sum_is_said_and_currencies_stay_apart():
    amounts = ("10 EUR", "20 EUR", "5 CHF", "1,234 EUR")
    plan = "".join([f"activity a{at}: A\n  cost: {text}\n" for at, text in enumerate(amounts)])
    made = make(loads(plan), "money", "md", Wish()).content
    assert "- Costs together: 30 EUR and 5 CHF (without what cannot be added up: 1)" in made
