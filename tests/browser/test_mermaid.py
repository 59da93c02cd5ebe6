"""What the Mermaid of npm draws from our export: the texts have to come out as they were typed, whatever they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import TEXTS, UNSEEN
from pages import found_by, module
from toc.renderers.escape import clean, mermaid_text
from toc.renderers.mermaid import render
from toc.renderers.sketch import sketch

import toc
from toc.model import Element, Link, Theory

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*EXAMPLES.glob("*.toc"), EXAMPLES / "river-basin" / "basin.toc"])
VERSIONS = {
    "10": "mermaid-10/dist/mermaid.min.js",
    "11": "mermaid-11/dist/mermaid.min.js",
    "12": "mermaid/dist/mermaid.min.js",
}

DRAW = """
mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
const text = (element) => [...element.childNodes].map((child) =>
  child.nodeName.toLowerCase() === "br" ? "\\n" : child.nodeType === 3 ? child.data : text(child)).join("");
const drawn = [];
for (const [number, code] of given.entries()) {
  try {
    const {svg} = await mermaid.render(`d${number}`, code);
    const place = document.createElement("div");
    place.innerHTML = svg;
    document.body.append(place);
    drawn.push({
      boxes: [...place.querySelectorAll(".nodeLabel")].map(text),
      active: place.querySelectorAll("script, a, img, iframe, [onclick], [onerror]").length,
    });
    place.remove();
  } catch (trouble) { drawn.push({trouble: String(trouble)}); }
}
return drawn;
"""


def seen(text: str) -> str:
    return "\n".join([" ".join(line.split()) for line in clean(text).split("\n")])


@pytest.fixture(params=VERSIONS)
def draw(request, tmp_path):
    script = module(VERSIONS[request.param])
    return lambda codes: found_by(DRAW, codes, [script], tmp_path)


def test_hostile_labels_are_drawn_as_they_were_typed(draw):
    texts = [*TEXTS, UNSEEN, "two\nlines", "1. one\n2. two"]
    drawn = draw([f'flowchart BT\n  n0["{mermaid_text(text)}"]\n' for text in texts])
    assert [(each.get("boxes"), each.get("active")) for each in drawn] == [([seen(text)], 0) for text in texts]


def test_hostile_theories_are_drawn_as_they_were_typed(draw):
    drawn = draw([render(_theory(text)) for text in TEXTS])
    for text, each in zip(TEXTS, drawn, strict=True):
        assert each.get("active") == 0, (text, each)
        assert f"Outcome\n{seen(text)}" in each["boxes"]
        assert seen(text) in each["boxes"], "the frame of the pathway"


def _theory(text: str) -> Theory:
    return Theory(
        title=text,
        elements=(
            Element("end", "goal", "Goal"),
            Element("graph", "pathway", text),
            Element("a--b", "outcome", text, pathways=("graph",)),
            Element("مسار", "activity", "Activity"),
        ),
        links=(Link("a--b", "end"), Link("مسار", "graph"), Link(text, "end")),
    )


def test_every_example_is_drawn_with_all_its_boxes(draw):
    theories = [toc.load(path).theory for path in FILES]
    drawn = draw([render(theory) for theory in theories])
    for path, theory, each in zip(FILES, theories, drawn, strict=True):
        assert "trouble" not in each, (path.name, each)
        wanted = sketch(theory).boxes
        texts = [seen("\n".join([line for line in (box.above, box.text, box.below) if line])) for box in wanted]
        assert [text for text in texts if text not in each["boxes"]] == []
        assert each["active"] == 0
