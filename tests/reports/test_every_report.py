"""Every report in every format it comes in: built from the examples, the same bytes twice, words in every language.

Office files are made of the smaller examples only, all of them with ``pytest tests/reports --runs 20``.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from toc.renderers.languages import languages
from toc.renderers.reports import REPORTS

from toc.layout_worker import Worker
from toc.load import load
from toc.report import ReportTrouble, Wish, heeds, make

ROOT = Path(__file__).parents[2]
EXAMPLES = ("clean-air.toc", "aubrelle-fr.toc", "sindyan-ar.toc", "river-basin/basin.toc", "five-lines.toc")
EVERY = [(report, form) for report in REPORTS for form in report.formats]
QUICK = {"md", "html", "ics"}
SMALL = {"clean-air.toc", "sindyan-ar.toc"}
WORDS = ROOT / "renderers" / "reports" / "words"


@pytest.fixture(scope="module")
def engine():
    with Worker() as worker:
        yield worker


@pytest.fixture(scope="module")
def theories():
    return {name: load(str(ROOT / "examples" / name)) for name in EXAMPLES}


def wish(loaded, report) -> Wish:
    partners = loaded.theory.of_kind("partner")
    partner = partners[0].id if report.for_one and partners else None
    since = ("v1", ("Something was added",)) if heeds(report, "since") else None
    return Wish(partner=partner, as_of=date(2030, 6, 15), since=since, stem="made")


@pytest.mark.parametrize(("report", "form"), EVERY, ids=lambda one: getattr(one, "name", one))
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_report_is_made_of_every_example_and_twice_the_same(theories, engine, report, form, name, request):
    if form not in QUICK and name not in SMALL and request.config.getoption("--runs") < 20:
        pytest.skip("only with --runs 20")
    loaded = theories[name]
    if report.for_one and not loaded.theory.of_kind("partner"):
        with pytest.raises(ReportTrouble):
            make(loaded, report.name, form, wish(loaded, report), engine=engine)
        return
    made, again = [make(loaded, report.name, form, wish(loaded, report), engine=engine) for _ in range(2)]
    assert made.content
    assert made == again


@pytest.mark.parametrize("report", [report for report in REPORTS if "md" in report.formats], ids=lambda one: one.name)
def test_goldens(golden, theories, engine, report):
    loaded = theories["clean-air.toc"]
    made = make(loaded, report.name, "md", wish(loaded, report), engine=engine)
    golden(Path(__file__).parent / "goldens" / f"{report.name}.md", made.content)


def test_all_packs_of_words_have_the_same_keys_and_the_same_gaps_to_fill():
    packs = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in WORDS.glob("*.json")}
    assert set(packs) == set(languages()), "reports speak every language that pictures and stories do"
    english = {(group, key): places(text) for group, phrases in packs["en"].items() for key, text in phrases.items()}
    for pack in packs.values():
        assert {(g, key): places(text) for g, phrases in pack.items() for key, text in phrases.items()} == english


def test_french_marks_stay_with_their_words_at_the_end_of_a_line():
    phrases = json.loads((WORDS / "fr.json").read_text(encoding="utf-8"))
    loose = [text for group in phrases.values() for text in group.values() if re.search(r"« | [:;?!»]|\w[:;?!»]", text)]
    assert loose == []


def places(text: str) -> list[str]:
    return sorted(part.split("}")[0] for part in text.split("{")[1:])


@pytest.mark.parametrize(
    ("name", "form", "partner", "says"),
    [
        ("matrx", "md", None, "There is no report matrx. Did you mean matrix?"),
        ("matrix", "jpg", None, "The report matrix is not made as jpg. It comes as"),
        (
            "pack",
            "md",
            None,
            "Whose page shall it be? Name the partner, or a folder for one file each.",
        ),
        ("pack", "md", "counsil", "There is no partner counsil. Did you mean council?"),
        ("matrix", "md", "council", "The report matrix is not for one partner. For that, ask for pack."),
    ],
)
def test_what_cannot_be_made_is_said(theories, engine, name, form, partner, says):
    with pytest.raises(ReportTrouble, match=says.replace("?", r"\?")):
        make(theories["clean-air.toc"], name, form, Wish(partner=partner), engine=engine)
