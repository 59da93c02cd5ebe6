import json
import xml.etree.ElementTree as ET

import pytest

from toc.cli.noticed import Checked, as_github, as_json, as_junit, as_sarif, as_text
from toc.findings import Edit, Finding, Fix, Nature, Severity
from toc.source import NOWHERE, Source, Span

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CLOSING = "No gaps found in the map. Whether it is true, only your group can say."


def checked(text, *found, name="plan.toc", stage="draft"):
    """Each finding is (the words it is about, severity, message, fixes…)."""
    findings = []
    for words, severity, message, *fixes in found:
        start = text.index(words)
        span = Span(name, start, start + len(words))
        findings.append(Finding(f"rule-{severity.value}", message, span, severity, Nature.FACT, None, tuple(fixes)))
    return Checked(name, stage, tuple(findings), {name: Source(name, text)})


def told(*ones, width=None, most=as_text.MOST):
    return "\n".join([row.text for row in as_text.rows(ones, width, most=most)])


def test_a_finding_is_framed_in_its_line():
    text = "goal air: Clean air\n  outcome buses: Clean buses\n    by counsil: money\n"
    one = checked(
        text,
        (
            "counsil",
            ERROR,
            "Nobody is called counsil.",
            Fix("Write council"),
            Fix("Declare it:", paste="partner counsil: …"),
        ),
    )
    assert told(one) == (
        "plan.toc:3:8\n"
        "   3 |     by counsil: money\n"
        "     |        ^^^^^^^\n"
        "error: Nobody is called counsil. [rule-error]\n"
        "  fix: Write council\n"
        "  fix: Declare it:\n"
        "         partner counsil: …\n"
        "\n"
        "One error. To read more: toc explain rule-error"
    )


def test_findings_about_the_same_words_share_a_frame():
    text = "goal air: Clean air\n"
    one = checked(text, ("goal air", WARNING, "First."), ("goal air", ADVICE, "Second."))
    assert told(one) == (
        "plan.toc:1:1\n"
        "   1 | goal air: Clean air\n"
        "     | ^^^^^^^^\n"
        "warning: First. [rule-warning]\n"
        "advice: Second. [rule-advice]\n"
        "\n"
        "One warning and one piece of advice. To read more: toc explain rule-warning"
    )


FRAMES = [
    ("\tgoal air: x", "air", "1 |     goal air: x", "  |          ^^^"),
    ("目标 学校: 子ども", "学校", "1 | 目标 学校: 子ども", "  |      ^^^^"),
    ("goal e\u0301le\u0300ve: x", "x", "1 | goal e\u0301le\u0300ve: x", "  |             ^"),
    ("goal \x1b[31mred: x", "red", "1 | goal �[31mred: x", "  |           ^^^"),
    ("goal هدف: x", "هدف", "1 | goal هدف: x", "  |      ^^^ ‘هدف’"),
    ("goal air: x\n  outcome", "air: x\n  outcome", "1 | goal air: x", "  |      ^^^^^^"),
    ("goal air: x", "", "1 | goal air: x", "  | ^"),
]


@pytest.mark.parametrize(("text", "words", "line", "carets"), FRAMES)
def test_carets_stand_under_the_words(text, words, line, carets):
    rows = told(checked(text, (words, ERROR, "Here."))).split("\n")
    assert (rows[1].strip(), rows[2].strip()) == (line, carets.strip())
    assert rows[2].index("|") == rows[1].index("|")
    assert rows[2][rows[2].index("|") :] == carets[2:]


def test_a_long_line_is_shown_around_the_words():
    text = "note: " + "before " * 50 + "HERE" + " after" * 50
    rows = told(checked(text, ("HERE", ERROR, "Here.")), width=60).split("\n")
    assert max(map(len, rows[:3])) <= 60
    start = rows[2].index("^")
    assert rows[1][start : start + 4] == "HERE"
    assert rows[1].rstrip().endswith("…")
    assert "| …" in rows[1]


def test_words_wider_than_the_terminal_are_cut():
    text = "note: " + "very" * 100
    rows = told(checked(text, ("very" * 100, ERROR, "Here.")), width=60).split("\n")
    assert max(map(len, rows[:3])) <= 60


def test_a_message_is_one_line_and_not_endless():
    said = told(checked("goal: x", ("x", ERROR, "Two\nlines" + " and more" * 200)))
    assert "error: Two lines and more" in said
    assert len(said) < 1000


CLOSINGS = [
    ((), CLOSING),
    ((ERROR,), "One error. To read more: toc explain rule-error"),
    ((WARNING,) * 12, "Twelve warnings. To read more: toc explain rule-warning"),
    ((ADVICE,) * 13, "13 pieces of advice. To read more: toc explain rule-advice"),
    (
        (ADVICE, ERROR, WARNING, ERROR),
        "Two errors, one warning and one piece of advice. To read more: toc explain rule-error",
    ),
]


@pytest.mark.parametrize(("severities", "says"), CLOSINGS)
def test_the_closing_line_counts_and_claims_nothing(severities, says):
    one = checked("goal: x", *[("x", severity, f"Number {place}.") for place, severity in enumerate(severities)])
    assert told(one).split("\n")[-1] == says


def test_after_twenty_of_a_severity_the_rest_is_counted():
    one = checked("goal: x", *[("x", ERROR, f"E{place}.") for place in range(33)], ("x", WARNING, "W."))
    said = told(one)
    assert "E19." in said
    assert "E20." not in said
    assert "W." in said
    assert "… and 13 more errors. All of them: toc check --format json" in said
    assert said.endswith("33 errors and one warning. To read more: toc explain rule-error")
    assert "E32." in told(one, most=None)


def test_what_stands_nowhere_is_told_without_a_frame():
    one = Checked("model.json", "draft", (Finding("no-goal", "There is no goal yet.", NOWHERE),), {})
    assert told(one).startswith("model.json\nwarning: There is no goal yet. [no-goal]\n")


def test_json_has_every_key_and_null_where_there_is_nothing():
    text = "goal: é x\n"
    span = Span("plan.toc", 8, 9)
    one = checked(text, ("x", ERROR, "Said ‘so’.", Fix("Write y", (Edit(span, "y"),)), Fix("Add it", paste="-> a")))
    nowhere = Finding("no-goal", "There is no goal yet.", NOWHERE, ADVICE, Nature.QUESTION, "air")
    two = Checked("two.toc", "agreed", (nowhere,), {})
    place = {"file": "plan.toc", "line": 1, "column": 9, "end_line": 1, "end_column": 10}
    assert json.loads(as_json.document((one, two))) == {
        "findings": [
            {
                "rule": "rule-error", "severity": "error", "nature": "fact",
                "message": "Said ‘so’.", **place, "element": None, "also": [],
                "fixes": [
                    {"label": "Write y", "paste": None, "edits": [{**place, "text": "y"}]},
                    {"label": "Add it", "paste": "-> a", "edits": []},
                ],
            },
            {
                "rule": "no-goal", "severity": "advice", "nature": "question",
                "message": "There is no goal yet.", "file": None, "line": None, "column": None,
                "end_line": None, "end_column": None, "element": "air", "also": [], "fixes": [],
            },
        ],
        "summary": {
            "errors": 1, "warnings": 0, "advice": 1, "stage": None,
            "files": [
                {"file": "plan.toc", "stage": "draft", "errors": 1, "warnings": 0, "advice": 0},
                {"file": "two.toc", "stage": "agreed", "errors": 0, "warnings": 0, "advice": 1},
            ],
            "silenced": [],
        },
    }  # fmt: skip


def test_json_is_complete_where_the_terminal_stops():
    one = checked("goal: x", *[("x", ERROR, f"E{place}.") for place in range(50)])
    assert len(json.loads(as_json.document((one,)))["findings"]) == 50


def test_github_gets_commands_that_no_text_can_end():
    text = "goal: a\n\nx\n"
    one = checked(
        text,
        ("goal", ADVICE, "Advice, 100 % sure:\n::error::no"),
        ("x", ERROR, "Bad \x1b thing.", Fix("Do\nthis")),
        ("a\n\nx", WARNING, "Long."),
        name="my, plan: b.toc",
    )
    assert as_github.document((one,)) == (
        "::error file=my%2C plan%3A b.toc,line=3,endLine=3,col=1,endColumn=1,title=rule-error"
        "::Bad � thing.%0Afix: Do this\n"
        "::warning file=my%2C plan%3A b.toc,line=1,endLine=3,title=rule-warning::Long.\n"
        "::notice file=my%2C plan%3A b.toc,line=1,endLine=1,col=1,endColumn=4,title=rule-advice"
        "::Advice, 100 %25 sure: ::error::no\n"
        "One error, one warning and one piece of advice. To read more: toc explain rule-error\n"
    )


def test_github_is_told_how_many_it_will_not_show():
    one = checked("goal: x", *[("x", ERROR, f"E{place}.") for place in range(12)])
    assert "GitHub shows the first 10 of each level beside the lines; 2 more are in this log.\n" in as_github.document(
        (one,)
    )
    assert as_github.document((checked("goal: x"),)) == CLOSING + "\n"


def test_sarif_has_the_shape_that_2_1_0_asks_for():
    span = Span("my plan.toc", 6, 7)
    one = checked(
        "goal: x",
        ("x", ERROR, "No.", Fix("Write y", (Edit(span, "y"),)), Fix("Add", paste="-> a")),
        ("x", ADVICE, "Hm."),
        name="my plan.toc",
    )
    nowhere = Checked("b.json", "draft", (Finding("rule-error", "Where?", NOWHERE, ERROR),), {})
    log = json.loads(
        as_sarif.document((one, nowhere), version="1.2", about={"rule-error": "An error.", "rule-advice": ""}.get)
    )
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"] == {
        "name": "toc",
        "version": "1.2",
        "rules": [{"id": "rule-error", "shortDescription": {"text": "An error."}}, {"id": "rule-advice"}],
    }
    region = {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 8}
    where = {"artifactLocation": {"uri": "my%20plan.toc"}}
    assert run["results"] == [
        {
            "ruleId": "rule-error", "ruleIndex": 0, "level": "error", "message": {"text": "No."},
            "locations": [{"physicalLocation": {**where, "region": region}}],
            "fixes": [
                {
                    "description": {"text": "Write y"},
                    "artifactChanges": [
                        {**where, "replacements": [{"deletedRegion": region, "insertedContent": {"text": "y"}}]}
                    ],
                },
            ],
        },
        {
            "ruleId": "rule-advice", "ruleIndex": 1, "level": "note", "message": {"text": "Hm."},
            "locations": [{"physicalLocation": {**where, "region": region}}],
        },
        {"ruleId": "rule-error", "ruleIndex": 0, "level": "error", "message": {"text": "Where?"}},
    ]  # fmt: skip


@pytest.mark.parametrize(("strict", "failures"), [(False, 1), (True, 2)])
def test_junit_counts_what_makes_the_check_fail(strict, failures):
    one = checked(
        "goal: <x>",
        ("x", ERROR, 'Not <b> & "c" \x00.'),
        ("<x>", WARNING, "W."),
        ("goal", ADVICE, "A."),
        name="a<b>.toc",
    )
    written = as_junit.document((one, checked("goal: x", name="fine.toc")), strict=strict)
    suites = ET.fromstring(written)  # noqa: S314  the XML is our own
    assert (suites.tag, suites.get("tests"), suites.get("failures")) == ("testsuites", "4", str(failures))
    first, second = suites
    assert [case.get("name") for case in first] == [
        "rule-error at a<b>.toc:1:8",
        "rule-warning at a<b>.toc:1:7",
        "rule-advice at a<b>.toc:1:1",
    ]
    assert len(first.findall("testcase/failure")) == failures
    assert first[0][0].get("message") == 'Not <b> & "c" �.'
    assert [case.get("name") for case in second] == ["no gaps found"]


ELSEWHERE = [
    ((("plan.toc", 4),), "also at line 4"),
    ((("plan.toc", 4), ("plan.toc", 2)), "also at lines 4 and 2"),
    ((("plan.toc", 4), ("part.toc", 1)), "also at line 4 and part.toc:1"),
    ((("part.toc", 1), ("part.toc", 3)), "also at part.toc:1 and part.toc:3"),
    (tuple([("plan.toc", line) for line in range(2, 12)]), "also at lines 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"),
]


def everywhere(places):
    """Say of the first line of a plan what is also true at other lines; each is two characters long."""
    also = tuple([Span(file, 2 * line - 2, 2 * line - 1) for file, line in places])
    finding = Finding("idle-partner", "All of them.", Span("plan.toc", 0, 1), WARNING, also=also)
    return Checked(
        "plan.toc", "draft", (finding,), {name: Source(name, "x\n" * 12) for name in ("plan.toc", "part.toc")}
    )


@pytest.mark.parametrize(("places", "says"), ELSEWHERE)
def test_where_else_it_is_true_is_told_below_the_message(places, says):
    one = everywhere(places)
    assert f"warning: All of them. [idle-partner]\n  {says}\n" in told(one)
    assert f"::All of them.%0A{says}\n" in as_github.document((one,))
    assert f"All of them.\n{says}<" in as_junit.document((one,))


def test_programs_are_given_every_place():
    one = everywhere((("plan.toc", 4), ("part.toc", 1)))
    (finding,) = json.loads(as_json.document((one,)))["findings"]
    assert [(place["file"], place["line"]) for place in finding["also"]] == [("plan.toc", 4), ("part.toc", 1)]
    (result,) = json.loads(as_sarif.document((one,), version="1", about=str))["runs"][0]["results"]
    places = [place["physicalLocation"] for place in result["relatedLocations"]]
    assert [(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places] == [
        ("plan.toc", 4),
        ("part.toc", 1),
    ]
