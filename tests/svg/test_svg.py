"""What is written: well-formed, safe, readable without eyes, and always the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hostile import TEXTS, UNSEEN
from svg_theories import ARABIC, EVERYTHING, HOSTILE, RIVERSIDE, THEORIES, drawn, parsed, svg

import toc
from toc.model import Contribution, Detail, Element, Link, LinkRef, Note, Theory

GOLDENS = Path(__file__).parent / "goldens"
NAMESPACE = "{http://www.w3.org/2000/svg}"
CannotRenderError = import_module("toc.renderers").CannotRenderError
ALLOWED = {"svg", "title", "desc", "g", "path", "rect", "text", "tspan", "a"}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("riverside", {}),
        ("everything", {"theme": "print", "page": "A4"}),
        ("arabic", {"theme": "dark"}),
    ],
)
def test_goldens(golden, name, options):
    golden(GOLDENS / f"{name}.svg", drawn(THEORIES[name], **options))


@pytest.fixture(params=THEORIES, ids=str)
def written(request) -> str:
    return drawn(THEORIES[request.param])


def test_it_is_well_formed_and_holds_only_what_every_program_knows(written):
    root = ET.fromstring(written)  # noqa: S314  we wrote it
    names = {element.tag.removeprefix(NAMESPACE) for element in root.iter()}
    assert names <= ALLOWED


def test_it_asks_for_nothing_from_elsewhere(written):
    addresses = re.findall(r'(?:href|src|url)\s*[=(]\s*"?([^")]*)', re.sub(r">[^<]*<", "><", written))
    assert [address for address in addresses if not address.startswith(("https://", "http://", "mailto:"))] == []


def test_numbers_have_at_most_two_decimals(written):
    shapes = re.findall(r' (?:d|x|y|width|height|transform|viewBox)="([^"]*)"', written)
    assert not [shape for shape in shapes if re.search(r"\.\d{3}|\d[eE]|nan|inf", shape)]


def test_every_id_is_there_once(written):
    ids = re.findall(r' id="([^"]*)"', written)
    assert len(ids) == len(set(ids))


def test_what_is_drawn_has_a_colour_of_the_theme(written):
    allowed = set(re.findall(r"#[0-9a-f]{6}", repr(import_module("toc.renderers.themes").LIGHT))) | {"none"}
    assert set(re.findall(r' (?:fill|stroke)="([^"]*)"', written)) <= allowed


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_typed_is_what_is_drawn(text):
    """In every place a text can have; spaces and isolates aside, which lines of text add."""
    root = ET.fromstring(svg.render(said_everywhere(text)))  # noqa: S314  we wrote it
    wanted = "".join(text.split())
    lines = ["".join(element.itertext()) for element in root.iter(f"{NAMESPACE}text")]
    assert "".join(lines).translate(UNDRAWN).count(wanted.translate(UNDRAWN)) >= 5
    spoken = [element.text for element in root.iter(f"{NAMESPACE}title")]
    assert spoken[0] == " ".join(text.split())
    assert sum(" ".join(text.split()) in each for each in spoken) >= 4
    assert {element.tag.removeprefix(NAMESPACE) for element in root.iter()} <= ALLOWED
    assert all(link.get("href").startswith("http://") for link in root.iter(f"{NAMESPACE}a"))


def test_what_no_format_can_carry_is_left_out():
    written = svg.render(said_everywhere(UNSEEN))
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]", written) is None
    assert ET.fromstring(written).find(f"{NAMESPACE}title").text == "a b [31mc d e f\ufffdg\ufffdh"  # noqa: S314  as above


UNDRAWN = dict.fromkeys([*map(ord, " \u2066\u2067\u2069")], "")


def said_everywhere(text: str):
    """Make a theory that says a text in every place."""
    return Theory(
        title=text,
        elements=(
            Element("p", "partner", text),
            Element("w", "pathway", text),
            Element("g", "goal", text),
            Element("o", "outcome", text, pathways=("w",)),
            Element("a", "assumption", text, about=(LinkRef("o", "g"),)),
            Element("e", "evidence", text, (Detail("url", text),), about=("o",)),
        ),
        links=(Link("o", "g", details=(Detail("because", text),)),),
        contributions=(Contribution("p", "o", text, (Detail("role", text), Detail("status", text))),),
        notes=(Note(text),),
    )


def test_hostile_words_stay_words():
    root = parsed(HOSTILE)
    texts = "\n".join(part for element in root.iter() for part in element.itertext())
    for words in ("<script>alert(1)</script>", '" onload="alert(1)', "' onclick='alert(1)", "<![CDATA[ x ]]>"):
        assert words in texts.replace("\n", "") or words in texts
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert list(root.iter(f"{NAMESPACE}a")) == []


def test_only_safe_addresses_are_links():
    text = "goal g: G\n  outcome o: O\n    evidence e: E\n      url: {}"
    links = {
        address: [link.get("href") for link in parsed(text.format(address)).iter(f"{NAMESPACE}a")]
        for address in (
            "https://a.example/x?b=1",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "#o",
        )
    }
    assert {address for address, found in links.items() if found} == {"https://a.example/x?b=1", "mailto:a@b.example"}


def test_a_lone_control_of_direction_reaches_nothing_else():
    assert (
        "\u202e"
        not in drawn("goal g: \u202edesrever")
        .replace("<title>Goal: \u202edesrever.</title>", "", 1)
        .split("<desc", 1)[1]
        .split("</desc>", 1)[1]
    )


def test_control_characters_never_come_out():
    text = drawn("goal g: a\x01b\x07c\u2028d")
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]", text) is None


def test_it_reads_aloud():
    root = parsed(RIVERSIDE)
    assert root.get("role") == "graphics-document document"
    assert root.get("aria-labelledby") == "toc-title toc-desc"
    assert root.find(f"{NAMESPACE}title").text == "Clean Air for Riverside"
    assert root.find(f"{NAMESPACE}desc").text == (
        "A theory of change with 1 goal, 2 outcomes, 2 activities, 3 partners and 1 assumption. "
        "Goal: Children in Riverside breathe clean air."
    )
    boxes = [group for group in root.iter(f"{NAMESPACE}g") if group.get("role") == "graphics-object group"]
    assert [box.get("data-id") for box in boxes][:3] == ["clean-air", "clean-buses", "low-traffic"]
    assert all(box.get("tabindex") == "0" for box in boxes)
    spoken = {box.get("data-id"): box.find(f"{NAMESPACE}title").text for box in boxes}
    assert spoken["low-traffic"] == (
        "Outcome: Fewer cars drive past schools at drop-off. Leads to: Children in Riverside breathe clean air. "
        "Because: the school run is 40% of roadside NO2 (Air Study 2023). "
        "Assuming: Displaced traffic does not move to other schools."
    )
    assert spoken["school-streets"] == (
        "Activity: Close streets around 12 schools at drop-off. Leads to: Fewer cars drive past schools at drop-off. "
        "Contributed by: Riverside City Council (traffic orders, signs and bollards); "
        "Riverside Parents' Association (40 volunteer marshals)."
    )


def test_whatever_is_only_drawn_is_not_read_aloud():
    root = parsed(EVERYTHING)
    hidden = {group.get("data-part") for group in root if group.get("aria-hidden") == "true"}
    assert hidden == {"bands", "ceiling", "arrows", "markers", "rules"}
    for box in root.iter(f"{NAMESPACE}g"):
        if box.get("role") == "graphics-object group":
            title, inside = box
            assert title.tag == f"{NAMESPACE}title"
            assert inside.get("aria-hidden") == "true"


def test_every_text_is_in_the_picture():
    root = parsed(EVERYTHING)
    shown = " ".join([" ".join(text.itertext()) for text in root.iter(f"{NAMESPACE}text")]).split()
    for element in toc.loads(EVERYTHING).theory.elements:
        if element.kind not in ("theory", "aim") and len(element.text) < 50:
            words = element.text.split()
            assert any(shown[at : at + len(words)] == words for at in range(len(shown))), element.text


def test_labels_and_words_of_another_language():
    text = "theory: Air\n  label.fr: L'air\ngoal g: Clean air\n  label.fr: Un air pur\n  due: 2030"
    root = parsed(text, lang="fr")
    texts = ["".join(line.itertext()) for line in root.iter(f"{NAMESPACE}text")]
    assert "Un air pur" in texts
    assert "d’ici 2030" in texts
    assert "L'air" in texts
    assert root.get("lang") == "fr"


def test_a_name_for_a_kind_of_ones_own():
    texts = drawn("theory: T\n  call outcome: Result\ngoal g: G\n  outcome a: A\n  outcome b: B")
    assert ">RESULT<" in texts
    assert ">RESULTS<" in texts
    assert "OUTCOME" not in texts


def test_lines_from_right_to_left_are_isolated():
    lines = [text.text for text in parsed(ARABIC).iter(f"{NAMESPACE}text") if "(NO2)" in (text.text or "")]
    assert len(lines) == 1
    assert lines[0].startswith("\u2067")
    assert lines[0].endswith("\u2069")


def test_ids_begin_with_the_prefix():
    root = parsed(RIVERSIDE, prefix="two")
    assert all(element.get("id", "two-").startswith("two-") for element in root.iter())
    assert root.get("aria-labelledby") == "two-title two-desc"


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ("A4", {("210mm", "297mm"), ("297mm", "210mm")}),
        ("a3", {("297mm", "420mm"), ("420mm", "297mm")}),
        ("A2-landscape", {("594mm", "420mm")}),
        ("A4-portrait", {("210mm", "297mm")}),
        ("slide", {("338.67mm", "190.5mm")}),
    ],
)
def test_a_page_has_its_size_and_shape(page, size):
    root = parsed(EVERYTHING, page=page)
    width, height = root.get("width"), root.get("height")
    assert (width, height) in size
    _, _, across, down = map(float, root.get("viewBox").split())
    assert across / down == pytest.approx(float(width[:-2]) / float(height[:-2]), rel=0.01)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"theme": "pink"}, "There is no theme pink. There are light, dark, print."),
        ({"spacing": "stadium"}, "There is no spacing stadium. There are page, screen, room."),
        ({"page": "A9"}, "There is no page A9."),
        ({"page": "slide-portrait"}, "There is no page slide-portrait."),
        ({"font": "Comic Sans"}, "There is no font Comic Sans."),
    ],
)
def test_what_nobody_knows_is_said(options, says):
    with pytest.raises(CannotRenderError, match=re.escape(says)):
        drawn(RIVERSIDE, **options)


def test_a_simplified_layout_says_so():
    class Broken:
        def plain(self, dot):
            raise ValueError(dot[:0] or "It fell over.")

    assert "simplified" in "".join(parsed(RIVERSIDE, engine=Broken()).itertext())
    assert "simplified" not in "".join(parsed(RIVERSIDE).itertext())


def test_the_same_bytes_whatever_the_hash_seed():
    code = "from svg_theories import *; import sys; sys.stdout.buffer.write(drawn(EVERYTHING).encode())"
    here = Path(__file__)
    outputs = set()
    for seed in ("0", "1", "4711"):
        path = os.pathsep.join([str(here.parent), str(here.parents[2])])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        outputs.add(
            subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True).stdout
        )
    assert len(outputs) == 1


def test_the_order_of_the_file_moves_no_box():
    theory = toc.loads(RIVERSIDE).theory
    turned = toc.model.Theory(theory.title, theory.details, theory.elements[::-1], theory.links[::-1])

    def places(it) -> list[str]:
        return re.findall(
            r'data-id="[^"]*" data-kind="[^"]*" role="[^"]*" tabindex="0" transform="[^"]*"', svg.render(it)
        )

    assert sorted(places(theory)) == sorted(places(turned))


def test_a_font_can_be_embedded():
    pytest.importorskip("fontTools")
    pytest.importorskip("brotli")
    try:
        embedded = drawn(RIVERSIDE, font="embed")
    except CannotRenderError as trouble:
        pytest.skip(str(trouble))
    root = parsed(RIVERSIDE, font="embed")
    style = root.find(f"{NAMESPACE}style").text
    assert style.count("data:font/woff2;base64,") == 2
    assert root.get("font-family").startswith("'Toc Sans', Arial, Helvetica")
    assert embedded == drawn(RIVERSIDE, font="embed")
    assert "<style>" not in drawn(RIVERSIDE)
