"""What a reader of Markdown makes of our text: the words as they were typed, and nothing that runs."""

from __future__ import annotations

from itertools import product

import pytest
from hostile import TEXTS, UNSEEN
from pages import found_by, module
from toc.renderers.escape import markdown_text, one_line
from toc.renderers.markdown import render

from toc.model import Contribution, Detail, Element, Link, Note, Theory

pytestmark = pytest.mark.browser

READ = """
return given.map((text) => {
  const place = document.createElement("template");
  place.innerHTML = marked.parse(text);
  const all = [...place.content.querySelectorAll("*")];
  return {
    text: place.content.textContent.trim(),
    tags: all.map((element) => element.localName),
    links: all.flatMap((element) => [...element.attributes].map((one) => `${one.name}=${one.value}`)),
  };
});
"""


@pytest.fixture
def read(tmp_path):
    script = module("marked/lib/marked.umd.js")
    return lambda texts: found_by(READ, texts, [script], tmp_path)


def test_hostile_texts_are_read_as_they_were_typed(read):
    asked = list(product(["{}", "- {}", "**{}**", "If {}, then {}.", "# {}"], [*TEXTS, UNSEEN]))
    found = read([around.format(*[markdown_text(text)] * 2) for around, text in asked])
    wanted = [around.strip("-#* ").format(*[one_line(text)] * 2) for around, text in asked]
    assert [each["text"] for each in found] == wanted
    allowed = {"p", "ul", "li", "strong", "h1", "a"}
    assert [one for one, each in zip(asked, found, strict=True) if not set(each["tags"]) <= allowed] == []


def test_a_story_of_hostile_texts_has_no_link_that_runs_and_no_element_of_theirs(read):
    found = read([render(_theory(text), diagram_path="plan.svg") for text in TEXTS])
    known = {"h1", "h2", "h3", "p", "strong", "em", "ul", "li", "a", "img", "table", "thead", "tbody", "tr", "th", "td"}
    for text, each in zip(TEXTS, found, strict=True):
        assert set(each["tags"]) <= known, text
        names = {one.partition("=")[0] for one in each["links"]}
        assert names <= {"href", "src", "alt"}, text
        targets = [one.partition("=")[2] for one in each["links"] if one.startswith(("href=", "src="))]
        assert [one for one in targets if one != "plan.svg" and not one.startswith(("http", "mailto:"))] == [], text
        assert one_line(text).lower() in each["text"].lower(), text


def _theory(text: str) -> Theory:
    url = Detail("url", text)
    return Theory(
        title=text,
        details=(Detail("note", text),),
        elements=(
            Element("goal", "goal", text, (Detail("for", text), Detail("due", text))),
            Element("outcome", "outcome", text, (Detail("status", text), Detail("note", text))),
            Element("activity", "activity", text, (Detail("cost", text),)),
            Element("council", "partner", text, (Detail("gets", text),)),
            Element("assumption", "assumption", text, about=("outcome",)),
            Element("evidence", "evidence", text, (url,), about=("outcome",)),
            Element("indicator", "indicator", text, (Detail("baseline", text),), about=("goal",)),
            Element("term", "term", text, (Detail("not", text),)),
            Element("question", "question", text, (Detail("answer", text),)),
        ),
        links=(
            Link("outcome", "goal", details=(Detail("because", text),)),
            Link("activity", "outcome"),
            Link(text, "goal"),
        ),
        contributions=(
            Contribution("council", "activity", text, (Detail("amount", text),)),
            Contribution(text, None, text),
        ),
        notes=(Note(text),),
    )
