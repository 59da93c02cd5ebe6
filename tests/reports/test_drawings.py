"""The drawings of reports: no words outside their cards, no two cards or labels on each other, whoever takes part."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hostile import TEXTS
from toc.renderers.document import Figure
from toc.renderers.lettering.fonts import width
from toc.renderers.reports import interdependency, rings
from toc.renderers.reports.asked import Asked, teller_with_words
from toc.renderers.reports.columns import Part, draw_part
from toc.renderers.reports.handovers import handovers
from toc.renderers.reports.legible import can_be_read
from toc.renderers.reports.ours import ours

from toc.load import loads
from toc.report import make

LONG = "The Northern Association for the Protection of Everything along the River and its Tributaries"
SVG = "{http://www.w3.org/2000/svg}"


def many(count: int, language: str = "en", name: str = LONG) -> str:
    lines = ["theory: All of us", f"  language: {language}"]
    for at in range(count):
        ring = ("core", "wider", "observer")[at % 3]
        lines += [f"partner p{at}: {name} {at}" if at % 2 else f"partner p{at}: Club {at}", f"  ring: {ring}"]
    for at in range(count):
        lines += [
            f"activity a{at}: Work {at}",
            f"  by p{at}",
            "    role: lead",
            f"  by p{(at + 1 + at % max(1, count - 1)) % count}: tools",
        ]
        lines += [f"    status: {'confirmed' if at % 2 else 'pledged'}"]
    for at in range(count // 3):
        lines += [f"stakeholder s{at}: {name} outside {at}", "  essential: yes", "  follow-up: 2031-05"]
    return "\n".join(lines) + "\n"


def figure(build, text: str) -> ET.Element:
    document = build(Asked(teller_with_words(loads(text).theory, None), draw=lambda **_: "<svg/>"))
    (found,) = [block for block in document.blocks if isinstance(block, Figure)]
    return ET.fromstring(found.svg)  # noqa: S314  our own drawing


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "0"))


def rect(element: ET.Element) -> tuple[float, float, float, float]:
    x, y = number(element, "x"), number(element, "y")
    return x, y, x + number(element, "width"), y + number(element, "height")


def line(element: ET.Element) -> tuple[float, float, float, float]:
    size, bold = float(element.get("font-size", "14")), element.get("font-weight") == "700"
    wide = width(re.sub("[\u2066-\u2069]", "", "".join(element.itertext())), size, bold=bold)
    x = number(element, "x") - {"start": 0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
    return x, number(element, "y") - 0.75 * size, x + wide, number(element, "y") + 0.2 * size


def inside(one, other) -> bool:
    return (
        one[0] >= other[0] - 0.1 and one[1] >= other[1] - 0.1 and one[2] <= other[2] + 0.1 and one[3] <= other[3] + 0.1
    )


def meet(one, other) -> bool:
    return one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1 and one[1] < other[3] - 0.1 and other[1] < one[3] - 0.1


def nothing_overlaps(svg: ET.Element) -> int:
    page, *rects = [rect(each) for each in svg.iter(f"{SVG}rect")]
    lines = [line(each) for each in svg.iter(f"{SVG}text")]
    assert all(inside(each, page) for each in (*rects, *lines))
    clashes = [pair for pair in combinations(rects, 2) if meet(*pair) and not inside(*pair) and not inside(*pair[::-1])]
    assert clashes == []
    assert [pair for pair in combinations(lines, 2) if meet(*pair)] == []
    torn = [(words, it) for words in lines for it in rects if meet(words, it) and not inside(words, it)]
    assert torn == []
    return len(rects)


@pytest.mark.parametrize("count", [2, 3, 5, 11, 20])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_waits_for_whom_is_drawn_without_anything_on_anything_else(count, language):
    name = LONG if language == "en" else "جمعية حماية كل شيء على ضفاف النهر الكبير وروافده البعيدة"
    assert nothing_overlaps(figure(interdependency.build, many(count, language, name))) > count


@pytest.mark.parametrize("count", [1, 3, 11, 20])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_rings_are_drawn_without_anything_on_anything_else(count, language):
    name = LONG if language == "en" else "جمعية حماية كل شيء على ضفاف النهر الكبير وروافده البعيدة"
    assert nothing_overlaps(figure(rings.build, many(count, language, name))) > count


def test_one_word_too_long_for_any_card_stays_inside_it():
    svg = figure(rings.build, f"partner p: {'Donaudampfschifffahrt' * 5}\n  ring: core\npartner q: Q\n")
    assert nothing_overlaps(svg) == 4


def shared(count: int, language: str = "en", name: str = "A work that takes many hands and several springs") -> str:
    """Write a theory in which somebody does much: in a row, side by side, straight to the goal, and to nothing."""
    lines = [
        "theory: All of us",
        f"  language: {language}",
        "partner us: Us",
        "goal g: " + name,
        "outcome z: Last",
        "  -> g",
    ]
    for at in range(count):
        lines += [f"outcome o{at}: {name} {at}", f"  -> {('g', 'z', f'o{at - 1}', 'm')[at % 4] if at else 'g'}"]
        lines += [f"activity a{at}: {name} {at}", f"  -> o{at}", "  by us"]
        lines += ["  -> g"] if at % 5 == 1 else []
        lines += ["  by them: words"] if at % 3 == 0 else []
    return "\n".join([*lines, "outcome m: Middle", "  -> z", "activity alone: Alone", "  by us"]) + "\n"


def part(text: str, tallest: int = 100) -> Part | None:
    return draw_part(Asked(teller_with_words(loads(text).theory, None), draw=lambda **_: "<svg/>"), "us", tallest)


@pytest.mark.parametrize("count", [1, 2, 5, 9, 30])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("tallest", [45, 100])
def test_the_part_of_a_partner_is_drawn_in_the_room_there_is_and_can_be_read_on_paper(count, language, tallest):
    found = part(shared(count, language), tallest)
    assert found
    svg = ET.fromstring(found.svg)  # noqa: S314  our own drawing
    assert nothing_overlaps(svg) > 3
    scale = min(PAPER[0] / number(svg, "width"), PAPER[1] * tallest / number(svg, "height"))
    assert min([float(each.get("font-size", "13")) for each in svg.iter(f"{SVG}text")]) * scale >= 7


PAPER = (170 * 72 / 25.4, 72 / 25.4)
"""In points: how wide a page is between its margins, and one millimetre of its height."""

PARTS = [
    # what it is about, the theory, its own work, straight results, what lies between, the goals, and the arrows
    ("one step", "goal g:\n  activity a:\n    by us\n", "a", "", "", "g", ["a g"]),
    ("straight and further", "goal g:\n  outcome z:\n    outcome y:\n      activity a:\n        by us\n",
     "a", "y", "z", "g", ["a y", "y ", " g"]),
    ("one result leads to another",
     "goal g:\n  outcome z:\n    outcome y:\n      activity a:\n        -> z\n        by us\n",
     "a", "z y", "", "g", ["a y", "a z", "y z", "z g"]),
    ("its own all the way", "goal g:\n  outcome z:\n    by us\n    activity a:\n      by us\n", "a", "z", "", "g",
     ["a z", "z g"]),
    ("leads nowhere yet", "goal g:\nactivity a:\n  -> z\n  by us\noutcome z:\n", "a", "z", "", "g", ["a z"]),
    ("a side effect is no way",
     "goal g:\n  outcome z:\n    unintended: yes\n    outcome y:\n      activity a:\n        by us\n",
     "a", "y", "", "g", ["a y"]),
    ("only told, or taken back",
     ("goal g:\n  activity a:\n    by us\n      role: informed\n  activity b:\n    by us\n"
      "      status: withdrawn\n  activity c:\n    status: stopped\n    by us\n"),
     "", "", "", "g", []),
    ("in a circle", "goal g:\noutcome y:\n  -> z\n  by us\noutcome z:\n  -> y\n  -> g\n  by us\n",
     "y", "z", "", "g", ["y z", "z g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(row[1], row[2:]) for row in PARTS], ids=[row[0] for row in PARTS])
def test_what_the_part_of_a_partner_is(text, expected):
    found = ours(Asked(teller_with_words(loads(text).theory, None), draw=lambda **_: "<svg/>"), "us", 9)
    told = [" ".join(names) for names in (found.work, found.results, found.between, found.goals)]
    assert (*told, sorted(" ".join(step) for step in found.steps)) == (*expected[:4], sorted(expected[4]))


def test_a_drawing_says_how_much_it_leaves_out():
    found = part(shared(30))
    assert found
    drawn = " ".join(["".join(each.itertext()) for each in ET.fromstring(found.svg).iter(f"{SVG}text")])  # noqa: S314
    assert f"and {31 - len(found.shows.work)} more" in drawn
    assert part("partner us: Us\ngoal g: G\n") is None


@pytest.mark.parametrize(
    ("wide", "high", "tallest", "can"),
    [(300, 200, 100, True), (960, 200, 100, True), (970, 200, 100, False), (600, 560, 100, True),
     (600, 570, 100, False), (600, 570, 130, True), (3000, 900, 130, False)],
)  # fmt: skip
def test_whether_a_picture_can_be_read_on_paper(wide, high, tallest, can):
    assert can_be_read(f'<svg xmlns="x" width="{wide}" height="{high}">', tallest) is can


def grown(rows: int, across: int) -> str:
    lines = ["goal g: Goal"]
    for row in range(rows):
        lines += [
            f"outcome r{row}c{at}: Row {row} {at}\n  -> {f'r{row - 1}c{at}' if row else 'g'}" for at in range(across)
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("rows", "across", "drawn"), [(1, 2, 3), (3, 2, 7), (9, 2, 9), (2, 9, 10), (400, 1, 5), (1, 30, 31)]
)
def test_the_public_page_draws_from_the_goals_down_what_can_be_read(rows, across, drawn):
    made = make(loads(grown(rows, across)), "public", "html", engine=None).content
    assert len(re.findall(r">Row \d+ \d+</text>", made)) == drawn - 1
    assert ("The results nearest to the goal" in made) == (drawn < 1 + rows * across)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_names_stay_words_in_a_drawing(text):
    theory = f"partner p: {text}\npartner q: y\nactivity a: z\n  by p\n    role: lead\n  by q: t\n"
    svg = figure(interdependency.build, theory)
    known = {"svg", "title", "desc", "rect", "g", "path", "text"}
    assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= known
    drawn = " ".join(["".join(each.itertext()) for each in svg.iter(f"{SVG}text")])
    name = loads(theory).theory.get("p")
    assert name is not None
    assert "".join(name.text.split()).rstrip(".") in "".join(drawn.split())


HANDOVERS = [
    ("nobody shares", "partner a\npartner b\nactivity w: W\n  by a\n", []),
    ("the lead waits", "activity w: W\n  by a\n    role: lead\n  by b: tools\n", [(("a",), "b", "w")]),
    ("nobody leads", "activity w: W\n  by a\n  by b\n", [(("b",), "a", "w"), (("a",), "b", "w")]),
    ("who only pays does not wait", "activity w: W\n  by a\n  by b: half\n    amount: 10 EUR\n", [(("a",), "b", "w")]),
    ("said, and the same only once", "activity w: W\n  by a\n    depends-on: b\n  by b\n",
     [(("b",), "a", "w"), (("a",), "b", "w")]),
    ("said of somebody who brings nothing here", "activity w: W\n  by a\n    depends-on: b\n", [(("a",), "b", "w")]),
    ("work that comes first", "activity v: V\n  -> w\n  by b\nactivity w: W\n  by a\n", [(("a",), "b", "w")]),
    ("through something delivered", "activity v: V\n  -> o\n  by b\noutput o: O\n  -> w\nactivity w: W\n  by a\n",
     [(("a",), "b", "w")]),
    ("delivered already", "activity w: W\n  by a\n    role: lead\n  by b: tools\n    status: delivered\n", []),
    ("withdrawn", "activity w: W\n  by a\n    role: lead\n  by b: tools\n    status: withdrawn\n", []),
    ("only informed", "activity w: W\n  by a\n  by b\n    role: informed\n", []),
    ("done", "activity w: W\n  status: done\n  by a\n  by b\n", []),
    ("stopped", "activity w: W\n  status: stopped\n  by a\n  by b\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [case[1:] for case in HANDOVERS], ids=[case[0] for case in HANDOVERS])
def test_who_waits_for_whom(text, found):
    assert [(each.waiting, each.giver, each.work.id) for each in handovers(loads(text).theory)] == found
