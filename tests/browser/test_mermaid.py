"""What the Mermaid of npm draws from our export: the texts have to come out as they were typed, whatever they are."""

from __future__ import annotations

from itertools import islice
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


LABELS = [*TEXTS, UNSEEN, "two\nlines", "1. one\n2. two"]


@pytest.fixture(scope="module")
def examples() -> list[Theory]:
    return [toc.load(path).theory for path in FILES]


@pytest.fixture(scope="module", params=VERSIONS)
def drawn(request, examples, tmp_path_factory) -> dict[str, list[dict]]:
    """Draw all that is asked about in one page: a browser takes longer to start than Mermaid to draw."""
    codes = {
        "labels": [f'flowchart BT\n  n0["{mermaid_text(text)}"]\n' for text in LABELS],
        "theories": [render(_theory(text)) for text in TEXTS],
        "examples": [render(theory) for theory in examples],
    }
    given = [code for some in codes.values() for code in some]
    made = iter(found_by(DRAW, given, [module(VERSIONS[request.param])], tmp_path_factory.mktemp("mermaid")))
    return {name: list(islice(made, len(some))) for name, some in codes.items()}


def test_hostile_labels_are_drawn_as_they_were_typed(drawn):
    found = [(each.get("boxes"), each.get("active")) for each in drawn["labels"]]
    assert found == [([seen(text)], 0) for text in LABELS]


def test_hostile_theories_are_drawn_as_they_were_typed(drawn):
    for text, each in zip(TEXTS, drawn["theories"], strict=True):
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


def test_every_example_is_drawn_with_all_its_boxes(drawn, examples):
    for path, theory, each in zip(FILES, examples, drawn["examples"], strict=True):
        assert "trouble" not in each, (path.name, each)
        wanted = sketch(theory).boxes
        texts = [seen("\n".join([line for line in (box.above, box.text, box.below) if line])) for box in wanted]
        assert [text for text in texts if text not in each["boxes"]] == []
        assert each["active"] == 0
