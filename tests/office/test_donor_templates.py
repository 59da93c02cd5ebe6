"""Templates of donors: filled workbooks and Word documents, with what is theirs kept and what is ours as text."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest
from opened import parts

import toc
from toc.cli.app import run as start
from toc.report import ReportTrouble, fill

docx = pytest.importorskip("docx")
openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("docxtpl")

PLAN = """theory: =1+1 & <b> {{ goal.text }}
  horizon: 2034

partner council: Riverside Council
goal air: Children breathe clean air
  due: 2030
  outcome cars: =HYPERLINK("http://x","y")
    activity close: Close streets
      by council: 12 wardens
  outcome bus: Buses run without diesel

assumption stay: displaced traffic stays away
  on: cars -> air

indicator no2: Annual mean NO2
  on: cars
  baseline: 48
  target: 30 µg/m³ (2030)

indicator count: -cars counted at drop-off
  on: cars
  baseline: +12
"""


@pytest.fixture(scope="module")
def loaded():
    return toc.loads(PLAN)


def workbook(cells: dict[str, str], more=None) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Log frame"
    for place, text in cells.items():
        book.active[place] = text
    if more:
        more(book, book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(loaded, template: bytes):
    content = fill(loaded, "logframe", template, "donor.xlsx").content
    return openpyxl.load_workbook(io.BytesIO(content))


def values(sheet) -> list[list]:
    return [[each.value for each in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ({"A1": "Goal: {{goal.text}} ({{ goal.due }})"}, [["Goal: Children breathe clean air (2030)"]]),
        ({"A1": "{{theory.title}}", "B1": "until"}, [["=1+1 & <b> {{ goal.text }}", "until"]]),
        ({"A1": "{{outcome.text}}"}, [['=HYPERLINK("http://x","y")'], ["Buses run without diesel"]]),
        ({"A1": "{{indicator.text}}", "B1": "{{indicator.baseline}}", "C1": "{{indicator.target}}"},
         [["Annual mean NO2", 48, "30 µg/m³ (2030)"], ["-cars counted at drop-off", "+12", None]]),
        ({"A1": "{{outcome.text}}", "B1": "{{indicator.text}}", "C1": "{{assumption.text}}"},
         [['=HYPERLINK("http://x","y")', "Annual mean NO2", "displaced traffic stays away"],
          [None, "-cars counted at drop-off", None], ["Buses run without diesel", None, None]]),
        ({"A1": "{{outcome.indicators}}", "B1": "x"},
         [["Annual mean NO2\n-cars counted at drop-off", "x"], [None, "x"]]),
        ({"A1": "{{activity.text}}", "B1": "{{activity.partners}}"}, [["Close streets", "Riverside Council"]]),
        ({"A1": "{{risk.text}}", "B1": "kept"}, [[None, "kept"]]),
        ({"A1": "no place", "B1": "{single}"}, [["no place", "{single}"]]),
    ],
)  # fmt: skip
def test_cells_are_filled_and_rows_repeated(loaded, cells, rows):
    sheet = filled(loaded, workbook(cells)).active
    assert values(sheet) == rows
    assert {each.data_type for row in sheet.iter_rows() for each in row if each.value is not None} <= {"s", "n"}


def test_what_is_theirs_stays_and_moves_along(loaded):
    def more(book, sheet):
        formatting = pytest.importorskip("openpyxl.formatting.rule")
        styles = pytest.importorskip("openpyxl.styles")
        fill = styles.PatternFill("solid", fgColor="FFEEDD")
        sheet["A2"].fill = fill
        sheet.merge_cells("A3:B3")
        sheet.merge_cells("D2:E2")
        sheet.row_dimensions[3].height = 40
        sheet.conditional_formatting.add(
            "C3", formatting.CellIsRule(operator="greaterThan", formula=["$C$3"], fill=fill)
        )
        sheet.print_area = "A1:E4"
        other = book.create_sheet("Other")
        other["A1"], other["A2"] = "='Log frame'!C3", "=SUM('Log frame'!$C$2:$C$3)+Other!A3"
        names = pytest.importorskip("openpyxl.workbook.defined_name")
        book.defined_names["total"] = names.DefinedName("total", attr_text="'Log frame'!$C$3")

    cells = {
        "A1": "Outcome",
        "A2": "{{outcome.text}}",
        "C2": "=LEN(A2)",
        "A3": "Total",
        "C3": "=SUM(C2:C2)",
        "B4": "=C3*2",
    }
    book = filled(loaded, workbook(cells, more))
    sheet, other = book["Log frame"], book["Other"]
    assert [sheet[place].value for place in ("C2", "C3", "A4", "C4", "B5")] == [
        "=LEN(A2)", "=LEN(A3)", "Total", "=SUM(C2:C3)", "=C4*2",
    ]  # fmt: skip
    assert sheet["A3"].fill.fgColor.rgb == "00FFEEDD"
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A4:B4", "D2:E2", "D3:E3"}
    assert (sheet.row_dimensions[4].height, sheet.print_area) == (40, "'Log frame'!$A$1:$E$5")
    rules = [(str(area.sqref), area.rules[0].formula) for area in sheet.conditional_formatting]
    assert rules == [("C4", ["$C$4"])]
    assert [other["A1"].value, other["A2"].value] == ["='Log frame'!C4", "=SUM('Log frame'!$C$2:$C$4)+Other!A3"]
    assert book.defined_names["total"].attr_text == "'Log frame'!$C$4"


def test_page_breaks_and_several_print_areas_move_along_in_a_sheet_with_any_name(loaded):
    def more(_, sheet):
        sheet.title = "O'Neill, costs"
        sheet.print_area = "A1:B3,D1:E3"
        sheet.row_breaks.append(pytest.importorskip("openpyxl.worksheet.pagebreak").Break(id=2))

    sheet = filled(loaded, workbook({"A2": "{{outcome.text}}", "A3": "Total"}, more)).active
    assert sheet["A4"].value == "Total"
    assert sheet.print_area == "'O''Neill, costs'!$A$1:$B$4,'O''Neill, costs'!$D$1:$E$4"
    assert [each.id for each in sheet.row_breaks.brk] == [3]


@pytest.mark.parametrize(
    ("text", "value"),
    [("-5", -5), ("0.5", 0.5), ("007", "007"), ("1e5", "1e5"), ("٣٤", "٣٤"), ("1234567890123456", "1234567890123456"),
     ("0.12345678901234567", "0.12345678901234567"), ("😀" * 20_000, "😀" * 16_383 + "…")],
)  # fmt: skip
def test_a_value_is_a_number_where_excel_can_give_it_back(text, value):
    loaded = toc.loads(f"goal air: Air\n\nindicator x: X\n  on: air\n  baseline: {text}\n")
    assert filled(loaded, workbook({"A1": "{{indicator.baseline}}"})).active["A1"].value == value


def test_cells_over_several_rows_are_filled_once_and_never_lose_the_rest(loaded):
    def more(_, sheet):
        sheet.merge_cells("A1:B2")

    assert filled(loaded, workbook({"A1": "{{goal.text}}"}, more)).active["A1"].value == "Children breathe clean air"
    with pytest.raises(ReportTrouble, match=r"Cells A1:B2 of the sheet “Log frame” in donor\.xlsx are merged"):
        filled(loaded, workbook({"A1": "{{outcome.text}}"}, more))


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"B5": "{{indicatr.text}}"},
         "Cell B5 of the sheet “Log frame” in donor.xlsx asks for “indicatr”, which there is not. Did you mean"),
        ({"B5": "{{indicator.bseline}}"}, "asks for “bseline”, which there is not. Did you mean “baseline”?"),
        ({"A1": "{{goal text}}"}, "cannot be read. Write the kind and what you want of it, such as {{goal.text}}."),
        ({"A1": '="{{goal.text}}"'}, "asks for something inside a formula."),
        ({"A1": "{{goal.text}}", "B1": "{{outcome.text}}"}, "Row 1 of the sheet “Log frame” in donor.xlsx asks for"),
    ],
)  # fmt: skip
def test_what_a_workbook_cannot_have_is_said_with_its_place(loaded, cells, says):
    with pytest.raises(ReportTrouble) as trouble:
        filled(loaded, workbook(cells))
    assert says in str(trouble.value)


def document(*texts: str) -> bytes:
    paper = docx.Document()
    for text in texts:
        paper.add_paragraph(text)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def told(loaded, *texts: str) -> list[str]:
    content = fill(loaded, "logframe", document(*texts), "donor.docx").content
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def test_a_word_template_is_filled(loaded):
    assert told(
        loaded,
        "{{ theory.title }} / {{ goal.text }} / {{ goal.due }}",
        "{%p for one in outcomes %}",
        "{{ one.text }}: {% for i in one.indicators %}{{ i.text }} {{ i.baseline }};{% endfor %}",
        "{%p endfor %}",
    ) == [
        "=1+1 & <b> {{ goal.text }} / Children breathe clean air / 2030",
        '=HYPERLINK("http://x","y"): Annual mean NO2 48;-cars counted at drop-off +12;',
        "Buses run without diesel: ",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "{{ indicatrs }}",
            "asks for “indicatrs”, which there is not, in “{{ indicatrs }}”. Did you mean “indicators”?",
        ),
        ("{{ goal.txt }}", "asks for “txt”, which there is not, in “{{ goal.txt }}”. Did you mean “text”?"),
        ("{% for one in outcomes %}{{ one.text }}", "The template donor.docx could not be filled:"),
        ("{{ ''.__class__.__mro__ }}", "The template donor.docx could not be filled: access to attribute '__class__'"),
        ("{{ goal.__class__.__init__.__globals__ }}", "could not be filled"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "The template donor.docx could not be filled"),
        ("{% include '/etc/passwd' %}", "The template donor.docx could not be filled"),
        ("{% for x in range(10**9) %}{% endfor %}", "The template donor.docx could not be filled"),
    ],
)
def test_what_a_word_template_cannot_have_is_said(loaded, text, says):
    with pytest.raises(ReportTrouble) as trouble:
        told(loaded, text)
    assert says in str(trouble.value)


@pytest.mark.parametrize(("called", "part"), [("donor.docx", "docxtpl"), ("donor.xlsx", "openpyxl")])
def test_a_part_that_is_not_installed_is_named(loaded, monkeypatch, called, part):
    monkeypatch.setitem(sys.modules, part, None)
    with pytest.raises(ReportTrouble, match=r"pip install 'theory-of-change\[templates\]'"):
        fill(loaded, "logframe", b"", called)


@pytest.mark.parametrize("called", ["donor.docx", "donor.xlsx"])
def test_the_same_template_gives_the_same_bytes_and_rubbish_is_said(loaded, called):
    template = document("{{ goal.text }}") if called.endswith("docx") else workbook({"A1": "{{goal.text}}"})
    first, second = [fill(loaded, "logframe", template, called).content for _ in range(2)]
    assert first == second
    assert parts(first)
    of_another_kind = workbook({"A1": "x"}) if called.endswith("docx") else document("x")
    for rubbish in (b"PK rubbish", template[: len(template) // 2], of_another_kind):
        with pytest.raises(ReportTrouble, match="template donor") as trouble:
            fill(loaded, "logframe", rubbish, called)
        assert "BytesIO" not in str(trouble.value)


def test_what_the_documents_name_can_be_asked_for(loaded):
    text = (Path(__file__).parents[2] / "examples" / "reports" / "README.md").read_text(encoding="utf-8")
    section = text.split("## A template of a donor")[1].split("\n## ")[0]
    cells = re.findall(r"`(\{\{\w+\.\w+\}\})`", section)
    assert len(cells) > 15
    filled(loaded, workbook({f"A{number}": cell for number, cell in enumerate(cells, 1)}))


def test_the_command_fills_a_template_and_says_what_it_needs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.toc").write_text(PLAN, encoding="utf-8")
    (tmp_path / "donor.xlsx").write_bytes(workbook({"A1": "{{goal.text}}"}))

    def run(*words: str) -> int:
        return start(list(words))

    assert run("report", "logframe", "plan.toc", "--template", "donor.xlsx", "-o", "out.xlsx") == 0
    assert openpyxl.load_workbook("out.xlsx").active["A1"].value == "Children breathe clean air"
    assert run("report", "gap", "plan.toc", "--template", "donor.xlsx", "-o", "out.xlsx") != 0
    assert "The report gap takes no template. These do: indicators, logframe." in capsys.readouterr().err
    assert run("report", "logframe", "plan.toc", "--template", "donor.xlsx", "-o", "out.docx") != 0
    assert "Name the file to write, as in -o filled.xlsx" in capsys.readouterr().err
    assert run("report", "logframe", "plan.toc", "--template", "donor.xlsx", "-o", "donor.xlsx") != 0
