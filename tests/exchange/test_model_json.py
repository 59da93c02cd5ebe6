"""The JSON of the model: what it looks like, that it loses nothing, and that its schema tells the truth."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from strategies import details, lines, theories

from toc.exchange import model_json
from toc.model import Contribution, Detail, Element, Link, LinkKind, LinkRef, Note, Theory
from toc.source import Source, Span
from toc.troubles import FileTrouble
from toc.vocabulary import KINDS

SCHEMA = json.loads(model_json.schema())
SCHOOL = Theory(
    title="Breakfast",
    details=(Detail("stage", "draft"), Detail("call", "Result", "outcome"), Detail("colour", "red")),
    elements=(
        Element(
            "fed",
            "outcome",
            "No pupil starts\nthe day hungry",
            (
                Detail("because", "hunger is loud"),
                Detail("due", "2030"),
                Detail("due", "2031"),
                Detail("label", "Nourris", "fr"),
                Detail("ignore", "one is enough", "single-cause"),
                Detail("tag", "early"),
                Detail("tag", "food"),
            ),
            pathways=("morning",),
            pinned=False,
            span=Span("plan.toc", 13, 20),
        ),
        Element("bread", "assumption", "There is bread", about=("fed", LinkRef("fed", "awake"))),
        Element("full", "aim", "All places taken", owner="school"),
    ),
    links=(
        Link("fed", "awake", details=(Detail("because", "one"), Detail("because", "two"), Detail("after", "a day"))),
        Link("fed", "shame", LinkKind.WORKS_AGAINST),
    ),
    contributions=(
        Contribution("school", None, "the hall"),
        Contribution("school", "fed", "", (Detail("role", "lead"), Detail("status", "confirmed"))),
        Contribution("school", LinkRef("fed", "awake", LinkKind.FEEDS_BACK)),
    ),
    notes=(Note("Fridays?"),),
    comments=(Note("# later"),),
)
SOURCES = (Source("plan.toc", "theory:\n\n# x\n\n  outcome fed: No pupil starts\n"),)


def written(theory=SCHOOL, sources=SOURCES):
    return json.loads(model_json.write(theory, sources))


def only(row, *keys):
    return {key: row[key] for key in keys}


def test_an_element_has_its_keys_in_the_order_of_the_vocabulary():
    fed = written()["elements"][0]
    assert [*fed][:12] == [
        "id",
        "kind",
        "text",
        "file",
        "line",
        "in",
        "on",
        "pinned",
        "owner",
        "whole",
        "because",
        "for",
    ]
    assert [*fed][-4:] == ["tag", "ignore", "label", "other"]
    assert {*fed} >= {key.name for key in KINDS["outcome"].keys}


def test_an_element_says_what_is_there_and_null_for_what_is_not():
    assert written()["elements"][0] | {"in": ["morning"]} == {
        "id": "fed",
        "kind": "outcome",
        "text": "No pupil starts\nthe day hungry",
        "file": "plan.toc",
        "line": 4,
        "in": ["morning"],
        "on": [],
        "pinned": False,
        "owner": None,
        "whole": False,
        "because": ["hunger is loud"],
        "for": None,
        "due": "2030",
        "needs": None,
        "enough": None,
        "unintended": None,
        "status": None,
        "cost": None,
        "level": None,
        "change": None,
        "note": [],
        "tag": ["early", "food"],
        "ignore": [{"rule": "single-cause", "reason": "one is enough"}],
        "label": {"fr": "Nourris"},
        "other": [{"key": "due", "name": None, "value": "2031"}],
    }


def test_what_something_is_about_and_whose_it_is():
    assert written()["elements"][1]["on"] == ["fed", "fed -> awake"]
    assert written()["elements"][2]["owner"] == "school"


def test_links_name_their_ends_and_kind():
    first, second = written()["links"]
    assert first == {
        "from": "fed",
        "to": "awake",
        "kind": "leads-to",
        "because": ["one", "two"],
        "strength": None,
        "confidence": None,
        "after": "a day",
        "note": [],
        "other": [],
        "file": None,
        "line": None,
    }
    assert only(second, "from", "to", "kind", "because") == {
        "from": "fed",
        "to": "shame",
        "kind": "works-against",
        "because": [],
    }


def test_contributions_name_what_they_go_to():
    found = [only(row, "partner", "to", "what", "role", "status") for row in written()["contributions"]]
    whole = {"partner": "school", "to": "theory", "what": "the hall", "role": None, "status": None}
    assert found == [
        whole,
        whole | {"to": "fed", "what": "", "role": "lead", "status": "confirmed"},
        whole | {"to": "fed ~> awake", "what": ""},
    ]


def test_the_theory_itself_notes_and_comments():
    data = written()
    assert only(data["theory"], "title", "stage", "language", "call") == {
        "title": "Breakfast",
        "stage": "draft",
        "language": None,
        "call": {"outcome": "Result"},
    }
    assert data["theory"]["other"] == [{"key": "colour", "name": None, "value": "red"}]
    assert data["notes"] == [{"text": "Fridays?", "file": None, "line": None}]
    assert data["comments"] == [{"text": "# later", "file": None, "line": None}]


def test_each_element_stands_on_one_line():
    lines = model_json.write(SCHOOL, SOURCES).splitlines()
    assert [line.strip()[:12] for line in lines if line.startswith("    ")][:3] == [
        '{"id": "fed"',
        '{"id": "brea',
        '{"id": "full',
    ]


def test_an_empty_theory_is_written_and_read():
    assert model_json.read(model_json.write(Theory()), "x.json") == (Theory(), (), ())


def test_lines_survive():
    theory, _, sources = model_json.read(model_json.write(SCHOOL, SOURCES), "x.json")
    span = theory.elements[0].span
    assert [(source.name, source.position(span.start).line) for source in sources] == [("plan.toc", 4)]
    assert model_json.write(theory, sources) == model_json.write(SCHOOL, SOURCES)


def test_what_is_about_the_whole_says_so():
    theory = Theory(elements=(Element("open", "assumption", whole=True, about=("x",)), Element("x", "outcome")))
    assert only(written(theory)["elements"][0], "on", "whole") == {"on": ["x"], "whole": True}
    assert model_json.read(model_json.write(theory), "x.json")[0] == theory


def test_something_called_theory_is_not_the_whole():
    theory = Theory(
        elements=(Element("theory", "outcome"),),
        contributions=(Contribution("a", "theory"), Contribution("a", None)),
    )
    assert [row["to"] for row in written(theory)["contributions"]] == ["theory", "(theory)"]
    assert model_json.read(model_json.write(theory), "x.json")[0] == theory


def test_a_contribution_to_nothing_in_particular_is_to_the_whole():
    text = '{"theory": {}, "contributions": [{"partner": "a", "to": null}, {"partner": "b"}]}'
    found = model_json.read(text, "x.json")[0].contributions
    assert [given.to for given in found] == [None, None]


def test_only_what_is_needed_has_to_be_there():
    text = '{"theory": {}, "elements": [{"id": "fed", "kind": "outcome"}], "links": [{"from": "a", "to": "fed"}]}'
    assert model_json.read(text, "x.json")[0] == Theory(
        elements=(Element("fed", "outcome"),), links=(Link("a", "fed"),)
    )


def test_a_name_that_nobody_declared_is_one_finding_with_the_nearest_one():
    theory = Theory(
        elements=(Element("fed", "outcome"), Element("x", "assumption", about=("feb", LinkRef("feb", "fed")))),
        links=(Link("feb", "fed"), Link("fed", "elsewhere")),
        contributions=(Contribution("nobody", None),),
    )
    found = model_json.read(model_json.write(theory), "x.json")[1]
    assert [(one.rule, one.message, one.settles) for one in found] == [
        ("unknown-name", "‘feb’ is not on the map yet. Did you mean ‘fed’?", ("fed", "x")),
        ("unknown-name", "‘elsewhere’ is not on the map yet.", ("fed",)),
        ("unknown-name", "‘nobody’ is not on the map yet.", ()),
    ]


def test_a_term_and_a_session_have_names_of_their_own():
    theory = Theory(elements=(Element("x", "outcome"), Element("x", "term"), Element("x", "session")))
    assert model_json.read(model_json.write(theory), "x.json")[0] == theory


@given(theories())
def test_nothing_is_lost(theory):
    text = model_json.write(theory)
    again, _, sources = model_json.read(text, "x.json")
    assert again == theory
    assert model_json.write(again, sources) == text


@given(theories())
def test_the_schema_holds_for_everything_that_is_written(theory):
    Draft202012Validator(SCHEMA).validate(written(theory))


@given(st.data())
def test_misplaced_unknown_and_doubled_details_survive_in_their_order(data):
    place = data.draw(st.sampled_from([*KINDS.values()]))
    words = st.sampled_from(("due", "tag", "label", "ignore", "colour", "baseline", "on", "in"))
    names = st.sampled_from((None, "fr", "no-goal"))
    strays = data.draw(st.lists(st.builds(Detail, words, lines, names), max_size=6))
    said = (*data.draw(details(place)), *strays)
    theory = Theory(elements=(Element("x", "outcome", "", said),))
    again = model_json.read(model_json.write(theory), "x.json")[0]
    kept = again.elements[0].details
    assert again == theory
    assert {key: [one for one in kept if one.key == key and one.name is None] for key in said} == {
        key: [one for one in said if one.key == key and one.name is None] for key in said
    }


def test_the_schema_is_a_schema_and_takes_its_words_from_the_vocabulary():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$defs"]["indicator"]["properties"]["baseline"]["description"] == "where it starts"
    assert {*SCHEMA["$defs"]} >= {*KINDS} - {"theory"}


WRONG = {
    "": "line 1, column 1: a value is missing here",
    '{"theory": {}': "line 1, column 14: a comma or a closing bracket is missing here",
    '{"theory" {}}': "line 1, column 11: a colon is missing here",
    "{theory: {}}": "line 1, column 2: a key in double quotes is missing here",
    '{"theory": {"title": "x}}': "line 1, column 22: the text that starts here has no closing quote",
    '{"theory": {"title": "x\ty"}}': "line 1, column 24: a control character stands here",
    '{"theory": {}} {}': "line 1, column 16: something stands after the end",
    '{"theory": {"title": "\\q"}}': "line 1, column 23: this is no JSON",
    "[]": "this must be an object in { }",
    "{}": "“theory” is missing",
    '{"theory": {}, "theory": {}}': "the key “theory” stands twice in one object",
    '{"theory": NaN}': "NaN is no value that JSON knows",
    '{"theory": {"baseline": "2"}}': "theory: “baseline” does not belong here, but to: indicator",
    '{"theory": {"titel": ""}}': "theory: “titel” is no key that belongs here; did you mean “title”",
    '{"theory": {"title": 3}}': "theory: title: this must be text in quotes",
    '{"theory": {"title": 1e999}}': "theory: title: this must be text in quotes",
    '{"theory": {"title": null}}': "theory: title: this must be text in quotes",
    '{"theory": {"label": {"fr": 3}}}': "theory: label: fr: this must be text in quotes",
    '{"theory": {"label": []}}': "theory: label: this must be an object in { }",
    '{"theory": {"title": "a\\u001b[2J"}}': "theory: title: it holds the character U+001B, which no text may hold",
    '{"theory": {"title": "a\\ud800"}}': "theory: title: it holds the character U+D800, which no text may hold",
    '{"theory": {"a\\u001b[2J": 1}}': "theory: “a�[2J” is no key that belongs here",
    '{"theory": {}, "elements": {}}': "elements: this must be a list in [ ]",
    '{"theory": {}, "elements": [3]}': "elements, number 1: this must be an object in { }",
    '{"theory": {}, "elements": [{"id": "a"}]}': "elements, number 1: the kind is missing",
    '{"theory": {}, "elements": [{"kind": "goal"}]}': "elements, number 1: “id” is missing",
    '{"theory": {}, "elements": [{"id": "a", "kind": "goall"}]}': (
        "elements, number 1: kind: “goall” is no kind; did you mean “goal”"
    ),
    '{"theory": {}, "elements": [{"id": "a b", "kind": "goal"}]}': (
        "elements, number 1: id: a name has letters, digits, “_” or “-”, and no spaces"
    ),
    '{"theory": {}, "elements": [{"id": "a->b", "kind": "goal"}]}': (
        "elements, number 1: id: a name has letters, digits, “_” or “-”, and no spaces"
    ),
    '{"theory": {}, "elements": [{"id": "a\\u200bb", "kind": "goal"}]}': (
        "elements, number 1: id: it holds U+200B zero width space, which nobody can see"
    ),
    '{"theory": {}, "elements": [{"id": "a", "kind": "goal", "pinned": 1}]}': (
        "elements, number 1: pinned: this must be true or false"
    ),
    '{"theory": {}, "elements": [{"id": "a", "kind": "goal", "ignore": [{"reason": ""}]}]}': (
        "elements, number 1: ignore, number 1: “rule” is missing"
    ),
    '{"theory": {}, "elements": [{"id": "a", "kind": "goal", "line": 0}]}': (
        "elements, number 1: line: lines are counted from 1"
    ),
    '{"theory": {}, "elements": [{"id": "a", "kind": "goal", "line": 1.5}]}': (
        "elements, number 1: line: this must be a whole number"
    ),
    '{"theory": {}, "notes": [{"text": "", "line": '
    + "9" * 9999
    + "}]}": "notes, number 1: line: no file has that many lines",
    '{"theory": {}, "notes": [{"text": "", "line": 4000000, "file": "a"}, {"text": "", "line": 1, "file": "b"}]}': (
        "its files would have more than 4000000 lines together"
    ),
    '{"theory": {}, "elements": [{"id": "a", "kind": "goal"}, {"id": "a", "kind": "outcome"}]}': (
        "elements, number 2: “a” is there already, as number 1"
    ),
    '{"theory": {}, "links": [{"from": "a", "to": "b", "kind": "leads_to"}]}': (
        "links, number 1: kind: “leads_to” is no kind of arrow; did you mean “leads-to”"
    ),
    '{"theory": {}, "links": [{"from": "a", "to": "b"}, {"from": "a", "to": "b"}]}': (
        "links, number 2: “a -> b” is there already, as number 1"
    ),
    '{"theory": {"stage": 1, "language": 2, "edition": 3, "horizon": 4, "ceiling": 5}}': (
        "theory: stage: this must be text in quotes; theory: language: this must be text in quotes; "
        "theory: ceiling: this must be text in quotes (and 2 more)"
    ),
    "[" * 100_000: "its brackets stand inside each other too deeply",
    '{"theory": {' + ",".join(f'"k{number}": 1' for number in range(1001)) + "}}": "an object has more than 1000 keys",
}


@pytest.mark.parametrize("text", WRONG, ids=[text[:60] for text in WRONG])
def test_what_is_wrong_is_said_in_one_sentence(text):
    with pytest.raises(FileTrouble) as caught:
        model_json.read(text, "x.json")
    expected = f"x.json is not the JSON of a theory: {WRONG[text]}. `toc schema` prints what it has to look like."
    assert str(caught.value) == expected


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(("theory", "elements", "id", "kind", "links", "from", "on", "x")), inner),
    ),
    max_leaves=8,
)


@given(
    st.one_of(
        st.text(), _JSON.map(json.dumps), st.fixed_dictionaries({"theory": _JSON, "elements": _JSON}).map(json.dumps)
    )
)
def test_any_text_is_read_or_refused(text):
    assert isinstance(read_or_refused(text), Theory | str)


def read_or_refused(text):
    try:
        return model_json.read(text, "x.json")[0]
    except FileTrouble as trouble:
        return str(trouble)


_HOSTILE = st.one_of(
    st.sampled_from(
        (None, True, 0, -1, 10**30, 1.5, "", "\x00", "\ud800", "a -> b", "a" * 10_000, [], {}, [[[]]], {"a": {}})
    ),
    _JSON,
)


@given(theories(), st.data())
def test_a_spoilt_model_is_read_or_refused_with_its_place(theory, data):
    spoilt = written(theory, ())
    place = spoilt
    while isinstance(place, dict | list) and place:
        keys = [*place] if isinstance(place, dict) else [*range(len(place))]
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.integers(0, 5)) == 0:
            place[key] = data.draw(_HOSTILE)
            break
        place = place[key]
    said = read_or_refused(json.dumps(spoilt))
    if isinstance(said, str):
        assert said.startswith("x.json is not the JSON of a theory: ")
        assert said.isprintable()
        assert len(said) < 600


def test_a_very_long_text_is_fine():
    text = json.dumps({"theory": {"title": "x" * 10_000_000}})
    assert len(model_json.read(text, "x.json")[0].title) == 10_000_000


def test_writing_needs_no_pydantic():
    code = (
        "import sys; from toc.exchange import model_json; from toc.model import Theory; "
        "model_json.write(Theory()); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
