"""A picture as native shapes: every box with its words, every arrow held at both ends, the same bytes twice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from toc.renderers.shapes.words import joined

import toc
from toc.layout_worker import Worker

pptx = pytest.importorskip("pptx")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def engine():
    with Worker() as worker:
        yield worker


def slide_of(theory, engine, **options):
    made = toc.render(theory, "pptx", engine=engine, **options)
    deck = pptx.Presentation(io.BytesIO(made))
    assert len(deck.slides) == 1
    return deck.slides[0]


def shapes_in(shapes):
    for shape in shapes:
        yield shape
        yield from shapes_in(shape.shapes) if hasattr(shape, "shapes") else ()


def xml(shape, path: str) -> list:
    """Look into the file's own XML, where python-pptx has no word for something."""
    return shape._element.xpath(path)  # noqa: SLF001


def words_on(slide) -> list[str]:
    return [each.text_frame.text for each in shapes_in(slide.shapes) if each.has_text_frame and each.text_frame.text]


@pytest.mark.parametrize("name", ["clean-air.toc", "sindyan-ar.toc", "loops.toc", "river-basin/basin.toc"])
def test_every_box_is_a_group_with_its_words_and_every_arrow_holds_on_to_two_boxes(engine, name):
    loaded = toc.load(str(EXAMPLES / name))
    slide = slide_of(loaded, engine)
    said = " ".join(" ".join(words_on(slide)).split())
    boxes = loaded.theory.of_kind("goal", "outcome", "output", "activity")
    for box in boxes:
        assert box.text.split()[0] in said
    held = [each for each in slide.shapes if xml(each, ".//a:stCxn") and xml(each, ".//a:endCxn")]
    drawn = {box.id for box in boxes} | {one.id for one in loaded.theory.of_kind("condition", "barrier", "input")}
    arrows = [link for link in loaded.theory.links if link.source in drawn and link.target in drawn]
    assert len(held) >= len(arrows)
    groups = [each for each in slide.shapes if each.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP]
    assert all(xml(group, "./p:nvGrpSpPr/p:cNvPr/@descr") for group in groups)


@pytest.mark.parametrize(
    ("kind", "stage", "at", "rot"),
    [
        ("up", "goal a: A\n  outcome b: B\n", "bottom", "16200000"),
        ("right", "goal a: A\n  outcome b: B\n", "left", None),
    ],
)
def test_the_course_of_an_arrow_follows_the_direction_of_the_picture(engine, kind, stage, at, rot):
    theory = toc.loads(stage + "  outcome c: C\n").theory
    slide = slide_of(theory, engine, direction=kind)
    arrows = [each for each in slide.shapes if xml(each, ".//a:stCxn")]
    ends = [xml(each, ".//a:endCxn/@idx")[0] for each in arrows]
    assert ends == [str(("top", "left", "bottom", "right").index(at))] * 2
    turns = {xml(each, "./p:spPr/a:xfrm/@rot")[0] if rot else None for each in arrows}
    assert turns == {rot}


def test_arrows_lie_below_boxes(engine):
    slide = slide_of(toc.loads("goal a: A\n  outcome b: B\n    outcome c: C\n"), engine)
    kinds = [(shape.shape_type, bool(xml(shape, ".//a:stCxn"))) for shape in slide.shapes]
    boxes = [at for at, (kind, _) in enumerate(kinds) if kind == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP]
    arrows = [at for at, (_, is_held) in enumerate(kinds) if is_held]
    assert max(arrows) < min(boxes)


def test_what_looks_like_xml_or_a_control_character_stays_text(engine):
    theory = toc.loads('goal a: <b>&amp; "x" ]]> \x0b=1+1 {{x}}\n')
    assert any('<b>&amp; "x" ]]>' in words for words in words_on(slide_of(theory, engine)))


def test_the_same_theory_gives_the_same_bytes(engine):
    loaded = toc.load(str(EXAMPLES / "clean-air.toc"))
    assert toc.render(loaded, "pptx", engine=engine) == toc.render(loaded, "pptx", engine=engine)


@pytest.mark.parametrize(
    ("lines", "text"),
    [(["two", "words"], "two words"), (["空气", "清新"], "空气清新"), (["空气", "and"], "空气 and"), ([], "")],
)
def test_lines_of_one_text_are_put_together_again(lines, text):
    assert joined(lines) == text
