"""In every theme text stands out from its ground by 4.5 to 1, and lines by 3 to 1 (WCAG 2.2)."""

from __future__ import annotations

from importlib import import_module

import pytest

themes = import_module("toc.renderers.themes")

TEXT, LINE = 4.5, 3.0


def grounds(theme) -> list[str]:
    return [theme.paper, theme.paper if theme.band == "none" else theme.band]


def pairs(theme):
    """Give (what, colour, ground, least) for everything that has to be told apart."""
    for ground in grounds(theme):
        for name in ("ink", "muted", "link"):
            yield name, getattr(theme, name), ground, TEXT
        yield "pathway", theme.frame.text, ground, TEXT
        yield "frame", theme.frame.edge, ground, LINE
        yield "ceiling", theme.ceiling, ground, LINE
        for kind, colour in theme.arrows.items():
            yield f"arrow {kind}", colour, ground, LINE
        for kind, paint in theme.kinds.items():
            yield f"border of {kind}", paint.edge, ground, LINE
        for mark, paint in theme.marks.items():
            yield f"border of mark {mark}", paint.edge, ground, LINE
        yield "border of a faded box", theme.faded.edge, ground, LINE
        yield "note", theme.note.edge, ground, LINE
    for kind, paint in [*theme.kinds.items(), ("faded", theme.faded)]:
        yield f"name of {kind}", paint.text, paint.fill, TEXT
        yield f"words in {kind}", theme.ink, paint.fill, TEXT
        yield f"date in {kind}", theme.muted, paint.fill, TEXT
        yield f"border of {kind} against its ground", paint.edge, paint.fill, LINE
        for number, colour in enumerate(theme.partners):
            yield f"partner {number} in {kind}", colour, paint.fill, LINE
        yield f"small label in {kind}", theme.chip.edge, paint.fill, LINE
        for mark, other in theme.marks.items():
            yield f"mark {mark} in {kind}", other.edge, paint.fill, LINE
    for mark, paint in theme.marks.items():
        yield f"number in {mark}", paint.text, paint.fill, TEXT
    for number, colour in enumerate(theme.partners):
        yield f"shape of partner {number}", colour, theme.chip.fill, LINE
    yield "small label", theme.chip.text, theme.chip.fill, TEXT
    yield "parked note", theme.note.text, theme.note.fill, TEXT


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_everything_can_be_told_from_its_ground(theme):
    weak = [
        f"{what}: {colour} on {ground} is {contrast(colour, ground):.2f}"
        for what, colour, ground, least in pairs(theme)
        if contrast(colour, ground) < least
    ]
    assert sorted(set(weak)) == []


@pytest.mark.parametrize("theme", themes.THEMES.values(), ids=lambda theme: theme.name)
def test_every_theme_has_a_colour_for_everything(theme):
    assert set(theme.kinds) == set(themes.KINDS)
    assert set(theme.marks) == set(themes.MARKS)
    assert set(theme.arrows) == set(themes.ARROWS)


def test_print_is_without_colour():
    print_theme = themes.THEMES["print"]
    colours = {colour for _, colour, ground, _ in pairs(print_theme) for colour in (colour, ground)}
    assert [colour for colour in colours if len({colour[1:3], colour[3:5], colour[5:7]}) > 1] == []


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
