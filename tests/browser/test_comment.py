"""What a reader of Markdown makes of a review: the words as they were typed, diagrams as blocks, and nothing else."""

from __future__ import annotations

import pytest
from hostile import TEXTS, UNSEEN
from pages import found_by, module
from toc.renderers.escape import one_line

from toc.cli.differences import Difference
from toc.cli.reviews import Reviewed
from toc.cli.reviews.as_comment import comment
from toc.compare import compare
from toc.compare.told import tell
from toc.model import Detail, Element, Link, Theory

pytestmark = pytest.mark.browser

READ = """
return given.map((text) => {
  const place = document.createElement("template");
  place.innerHTML = marked.parse(text);
  const all = [...place.content.querySelectorAll("*")];
  return {
    headings: [...place.content.querySelectorAll("h2")].map((each) => each.textContent.replaceAll("\\u200b", "")),
    items: [...place.content.querySelectorAll("li")].map((each) => each.textContent.replaceAll("\\u200b", "")),
    diagrams: [...place.content.querySelectorAll("details > pre > code.language-mermaid")].length,
    tags: [...new Set(all.map((element) => element.localName))],
    links: [...place.content.querySelectorAll("a")].map((each) => each.getAttribute("href")),
  };
});
"""
KNOWN = {"h2", "h3", "p", "strong", "ul", "li", "del", "ins", "sub", "details", "summary", "pre", "code", "a"}


def reviewed(text: str) -> Reviewed:
    old = Theory(text, elements=(Element("g", "goal", "Goal"), Element("o", "outcome", "Outcome")))
    new = Theory(
        text,
        elements=(
            Element("g", "goal", f"Goal {text}", (Detail("note", text),)),
            Element("o", "outcome", "Outcome"),
            Element("n", "activity", text),
        ),
        links=(Link("n", "o"),),
    )
    changes = compare(old, new)
    told = Difference(text, text, tell(changes, old, new))
    return Reviewed(f"{text}.toc", old, new, changes, told, missing=(text,))


def test_hostile_words_are_read_as_they_were_typed(tmp_path):
    texts = [*TEXTS, UNSEEN]
    comments = [comment([reviewed(text)], "https://forge.example/a") for text in texts]
    found = found_by(READ, comments, [module("marked/lib/marked.umd.js")], tmp_path)
    for text, each in zip(texts, found, strict=True):
        assert set(each["tags"]) <= KNOWN, text
        assert each["headings"] == [one_line(text)]
        assert len(each["items"]) == 3, text
        assert each["diagrams"] == 2
        assert each["links"][-1] == "https://forge.example/a"
        assert [link for link in each["links"] if not link.startswith(("http", "mailto:"))] == [], text
