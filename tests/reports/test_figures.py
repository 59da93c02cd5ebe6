"""What is measured, as it comes into tables and workbooks: the words as they were, numbers only where they are sure."""

from __future__ import annotations

import io

import openpyxl
import pytest
from toc.renderers.document import Cell, Document, Run, Table, excel, plain
from toc.renderers.reports.figures import measured, years

from toc.load import loads
from toc.report import Wish, make

CELLS = [
    ("35 %", 35, '0" %"'),
    ("52 mg/l (2024)", 52, '0" mg/l (2024)"'),
    ("6.1", 6.1, "0.0"),
    ("6.10 t/ha", 6.1, '0.00" t/ha"'),
    ("about 12 boats", 12, '"about "0" boats"'),
    ("0", 0, "0"),
    ("12 000", None, None),
    ("1,234", None, None),
    ("1.234", None, None),
    ("1 in 4", None, None),
    ("+10 %", None, None),
    ("10 to 20", None, None),
    ("=1+1", None, None),
    ("in 2030", None, None),
    ("most of them", None, None),
    ("PM10", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "value", "shown"), CELLS, ids=[text or "nothing" for text, _, _ in CELLS])
def test_a_value_keeps_its_words_and_is_a_number_where_that_is_sure(text, value, shown):
    cell = measured(text)
    assert (plain(cell.said), cell.value) == (text, value)
    made = excel.write(Document("Title", (Table(("A",), ((cell,),)),)), "x").content
    found = openpyxl.load_workbook(io.BytesIO(made)).worksheets[-1]["A2"]
    assert found.value == (text or None if value is None else value)
    assert found.data_type != "f"
    assert shown in (None, found.number_format)


def test_what_no_format_can_show_stays_text():
    for text in ('12 "boats"', "12 " + "very " * 60 + "long boats"):
        made = excel.write(Document("Title", (Table(("A",), ((Cell((Run(text),), 12),),)),)), "x").content
        assert openpyxl.load_workbook(io.BytesIO(made)).worksheets[-1]["A2"].value == text


def test_years_of_a_value():
    assert years("45 mg/l (2027), later 2030") == {"2027", "2030"}
    assert years("12027 boats, 20301") == frozenset()


def test_shared_signs_come_first_and_empty_columns_are_left_out():
    made = make(
        loads("indicator a: A\n  target: 3\n  code: SDG 6.3.2\nindicator b: B\n  shared: everybody\n"),
        "indicators",
        "md",
        Wish(),
    )
    assert made.content.split("\n\n")[-1].splitlines() == [
        "| Indicator | Target | Shared by | Code |", "| --- | --- | --- | --- |", "| B |   | everybody |   |",
        "| A | 3 |   | SDG 6.3.2 |",
    ]  # fmt: skip
