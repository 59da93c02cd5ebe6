"""Where things stand in a picture: words inside their boxes, markers clear of everything, nothing off the page."""

from __future__ import annotations

from importlib import import_module
from itertools import combinations

import pytest
from svg_theories import CHINESE, EVERYTHING, RIVERSIDE, THEORIES, layered, scene_of

curves = import_module("toc.renderers.picture.curves")
spacings = import_module("toc.renderers.picture.spacing")
fonts = import_module("toc.renderers.lettering.fonts")

PICTURES = [
    *[(name, {}) for name in THEORIES],
    ("riverside", {"direction": "right"}),
    ("riverside", {"direction": "left"}),
    ("everything", {"direction": "right"}),
    ("everything", {"page": "A4"}),
    ("everything", {"page": "A4-portrait"}),
    ("arabic", {"page": "slide"}),
    ("arabic", {"direction": "left"}),
    ("sixty", {"direction": "up"}),
    ("riverside", {"spacing": "screen"}),
    ("everything", {"spacing": "screen"}),
    ("everything", {"spacing": "room", "direction": "right"}),
    ("arabic", {"spacing": "room"}),
    ("sixty", {"spacing": "room"}),
    ("everything", {"hide": frozenset({"title", "bands", "legend", "partners", "pathways", "ceiling"})}),
]


@pytest.fixture(params=PICTURES, ids=lambda case: "-".join([case[0], *case[1]]))
def scene(request):
    name, options = request.param
    apart = spacings.SPACINGS[options.get("spacing", "page")]
    return scene_of(THEORIES[name], **{**options, "spacing": apart})


def test_every_line_of_a_box_is_inside_it(scene):
    out = [
        (box.key, line.text)
        for box in scene.boxes
        for line in box.lines
        if not (6 <= line.left and line.left + measured(line) <= box.width - 6 and 10 <= line.y <= box.height - 6)
    ]
    assert out == []


def test_every_label_of_a_box_is_inside_it_and_holds_its_words(scene):
    for box in scene.boxes:
        for pill in box.pills:
            assert pill.x >= 8, box.key
            assert pill.x + pill.width <= box.width - 8, box.key
            assert pill.y + pill.height <= box.height - 8, box.key
            assert pill.line.left >= 4, box.key
            assert pill.line.left + measured(pill.line) <= pill.width - 4, box.key


def test_nothing_in_a_box_covers_anything_else(scene):
    for box in scene.boxes:
        rects = [(line.left, line.y - 9, line.left + line.width, line.y + 2) for line in box.lines]
        rects += [rect_of(pill) for pill in box.pills]
        x, y = box.icon_at
        rects.append((x - 8, y - 8, x + 8, y + 8))
        assert [pair for pair in combinations(rects, 2) if meet(*pair)] == [], box.key


def test_boxes_do_not_meet(scene):
    assert [pair for pair in combinations([rect_of(box) for box in scene.boxes], 2) if meet(*pair)] == []


def test_markers_stand_clear_of_boxes_heads_and_each_other(scene):
    markers = [rect_of(pill) for stroke in scene.strokes for pill in stroke.pills]
    heads = [around(stroke.curve[-1], 5) for stroke in scene.strokes if stroke.curve]
    solid = [rect_of(box) for box in scene.boxes] + heads
    solid += [rect_of(scene.ceiling.pill)] if scene.ceiling else []
    solid += [line_rect(line) for band in scene.bands for line in band.lines]
    solid += [line_rect(frame.line) for frame in scene.surrounds]
    assert [(marker, other) for marker in markers for other in solid if meet(marker, other)] == []
    assert [pair for pair in combinations(markers, 2) if meet(*pair)] == []


def test_markers_are_on_their_arrow_or_just_beside_it(scene):
    for stroke in scene.strokes:
        way = curves.pieces(stroke.curve) if stroke.curve else []
        for pill in stroke.pills:
            x, y = pill.x + pill.width / 2, pill.y + pill.height / 2
            assert min(abs(x - px) + abs(y - py) for px, py in way) < 90, stroke


def test_everything_is_on_the_page(scene):
    rects = [rect_of(it) for it in (*scene.boxes, *scene.bands, *scene.surrounds, *scene.sheets)]
    rects += [rect_of(pill) for stroke in scene.strokes for pill in stroke.pills]
    rects += [line_rect(line) for line in scene.texts]
    rects += [line_rect(line) for band in scene.bands for line in band.lines]
    rects += [entry_rect(entry) for entry in scene.entries]
    out = [rect for rect in rects if rect[0] < 0 or rect[1] < 0 or rect[2] > scene.width or rect[3] > scene.height]
    assert out == []


def test_entries_of_the_legend_hold_their_words_and_do_not_meet(scene):
    for entry in scene.entries:
        for line in entry.lines:
            assert line.left >= -0.5, line.text
            assert line.left + measured(line) <= entry.width + 0.5, line.text
    assert [pair for pair in combinations(map(entry_rect, scene.entries), 2) if meet(*pair)] == []


def test_an_arrow_ends_where_it_says(scene):
    boxes = {box.key: rect_of(box) for box in scene.boxes}
    for stroke in scene.strokes:
        for end, point in ((stroke.source, stroke.curve[0]), (stroke.target, stroke.curve[-1])):
            if end in boxes:
                left, top, right, bottom = boxes[end]
                assert left - 2 <= point[0] <= right + 2, (stroke.source, stroke.target)
                assert top - 2 <= point[1] <= bottom + 2, (stroke.source, stroke.target)


def test_the_goal_is_on_top_and_at_the_end_of_the_reading_in_large_pictures():
    small, large, arabic = scene_of(RIVERSIDE), scene_of(layered(40)), scene_of(THEORIES["arabic"], direction="left")
    assert min(small.boxes, key=lambda box: box.y).kind == "goal"
    assert max(large.boxes, key=lambda box: box.x).kind == "goal"
    assert min(arabic.boxes, key=lambda box: box.x).kind == "goal"


def test_a_picture_from_right_to_left_is_mirrored():
    scene = scene_of(THEORIES["arabic"])
    assert {line.anchor for box in scene.boxes for line in box.lines if line.size == 14} == {"end"}
    assert all(line.x > scene.width / 2 for band in scene.bands for line in band.lines)
    assert all(box.icon_at[0] > box.width / 2 for box in scene.boxes)


def test_chinese_breaks_between_letters_and_before_no_comma():
    goal = next(box for box in scene_of(CHINESE).boxes if box.kind == "goal")
    words = [line.text for line in goal.lines[1:]]
    assert len(words) > 1
    assert "".join(words) == "河岸镇的孩子们在上学路上呼吸到清洁的空气，每一天都如此"
    assert not any(line.startswith("，") for line in words)


def test_reasons_and_assumptions_stand_on_their_arrow():
    marks = {
        (stroke.source, stroke.target): [pill.line.text for pill in stroke.pills]
        for stroke in scene_of(RIVERSIDE).strokes
    }
    assert marks["low-traffic", "clean-air"] == ["1", "A1"]
    assert marks["bus-tender", "low-traffic"] == ["2"]
    assert marks["bus-tender", "clean-buses"] == []


def test_works_against_has_a_minus_sign_and_a_stub_its_name():
    scene = scene_of(EVERYTHING)
    against = [stroke for stroke in scene.strokes if stroke.kind == "works-against"]
    assert len(against) == 3
    assert all(stroke.pills[0].line.text == "−" for stroke in against)
    stub = next(box for box in scene.boxes if box.key == "no-such-thing")
    assert stub.kind == "stub"
    assert [line.text for line in stub.lines] == ["NOT WRITTEN YET", "no-such-thing"]


def test_status_date_and_what_it_needs_are_in_the_box():
    boxes = {box.key: box for box in scene_of(EVERYTHING).boxes}
    assert [line.text for line in boxes["thrive"].lines][:2] == ["GOAL", "by 15 June 2035"]
    assert boxes["fed"].pills[0].line.text == "any one is enough"
    assert [pill.line.text for pill in boxes["rent"].pills] == ["done", "kitchen · leads", "nobody-declared"]
    assert boxes["teach"].faded
    assert boxes["empty"].lines[1].text == "…"
    assert boxes["empty"].lines[1].italic


def test_pathways_are_frames_around_their_boxes():
    scene = scene_of(EVERYTHING)
    boxes = {box.key: rect_of(box) for box in scene.boxes}
    for frame in scene.surrounds:
        left, top, right, bottom = rect_of(frame)
        inside = {key for key, (a, b, c, d) in boxes.items() if left < a and c < right and top < b and d < bottom}
        members = {"food": {"cooking", "space", "rent"}, "learn": {"teach"}}[frame.key]
        assert inside == members
    named = {frame.key for frame in scene.surrounds}
    assert len(scene.tags) == sum(len(members) for key, members in FRAMED.items() if key not in named)


FRAMED = {"food": ("cooking", "space", "rent"), "learn": ("teach",)}


def test_the_ceiling_lies_between_what_is_beyond_it_and_the_rest():
    scene = scene_of(EVERYTHING)
    y = scene.ceiling.start[1]
    assert scene.ceiling.end[1] == y
    assert [box.key for box in scene.boxes if box.y + box.height < y] == ["thrive"]
    assert all(box.y > y for box in scene.boxes if box.key != "thrive")


HIDDEN = {
    "partners": lambda scene: [pill for box in scene.boxes for pill in box.pills if pill.partner is not None],
    "reasons": lambda scene: [pill for stroke in scene.strokes for pill in stroke.pills if pill.look == "mark.reason"],
    "assumptions": lambda scene: [entry for entry in scene.entries if entry.pill and "assum" in entry.pill.look],
    "indicators": lambda scene: [pill for box in scene.boxes for pill in box.pills if pill.look == "mark.indicator"],
    "legend": lambda scene: scene.entries,
    "notes": lambda scene: scene.sheets,
    "bands": lambda scene: scene.bands,
    "pathways": lambda scene: [*scene.surrounds, *scene.tags],
    "ceiling": lambda scene: [scene.ceiling] if scene.ceiling else [],
    "dates": lambda scene: [line for box in scene.boxes for line in box.lines if line.text == "by 15 June 2035"],
    "status": lambda scene: [pill for box in scene.boxes for pill in box.pills if pill.line.text == "done"],
}


@pytest.mark.parametrize("what", HIDDEN)
def test_what_is_hidden_is_not_drawn(what):
    assert HIDDEN[what](scene_of(EVERYTHING))
    assert not HIDDEN[what](scene_of(EVERYTHING, hide=frozenset({what})))


def test_a_page_is_filled_and_nothing_else_changes():
    alone, on_page = scene_of(RIVERSIDE), scene_of(RIVERSIDE, page="slide")
    assert on_page.width / on_page.height > alone.width / alone.height
    assert {box.key for box in alone.boxes} == {box.key for box in on_page.boxes}
    assert words_of(alone.entries) == words_of(on_page.entries)


def words_of(entries) -> list[str]:
    return " ".join([f"{line.lead}{line.text}" for entry in entries for line in entry.lines]).split()


def measured(line) -> float:
    lead = fonts.width(line.lead, line.size, bold=line.lead_bold)
    return lead + fonts.width(line.text, line.size, bold=line.bold) + line.spacing * len(line.text)


def rect_of(it) -> tuple[float, float, float, float]:
    return it.x, it.y, it.x + it.width, it.y + it.height


def line_rect(line) -> tuple[float, float, float, float]:
    return line.left, line.y - 0.7 * line.size, line.left + line.width, line.y + 2


def entry_rect(entry) -> tuple[float, float, float, float]:
    return entry.x, entry.y, entry.x + entry.width, entry.y + max(line.y for line in entry.lines) + 2


def around(point, reach: float) -> tuple[float, float, float, float]:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def meet(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
