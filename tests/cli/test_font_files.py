"""Which fonts are found on a machine, shown on font files that the test makes itself."""

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from toc.renderers.lettering.font_files import NoFontError, fonts_for
from toc.renderers.lettering.font_tables import read_font
from toc.renderers.set_text import drawn_words, in_fonts, page_of

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ;,."


def make_font(path, characters, *, family="Test Sans", advance=500, bold=False):
    names = [".notdef", *[f"g{ord(character)}" for character in characters]]
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({ord(character): f"g{ord(character)}" for character in characters})
    build.setupGlyf(dict.fromkeys(names, Glyph()))
    build.setupHorizontalMetrics(dict.fromkeys(names, (advance, 0)))
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupNameTable({"familyName": family, "styleName": "Bold" if bold else "Regular"})
    build.setupOS2(fsSelection=0x20 if bold else 0x40)
    build.setupPost()
    read_font.cache_clear()
    build.save(path)


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    monkeypatch.setenv("TOC_FONTS", str(tmp_path))
    return tmp_path


def test_a_font_says_what_it_is(fonts):
    make_font(fonts / "odd.ttf", LATIN + "é\U0001f333", family="Ödd", advance=321, bold=True)
    font = read_font(fonts / "odd.ttf")
    assert (font.family, font.is_bold, font.is_italic) == ("Ödd", True, False)
    assert (font.glyph("a"), font.glyph("\U0001f333"), font.glyph("ж")) == (1, len(LATIN) + 2, None)
    assert font.width("abc") == pytest.approx(963)


def test_what_is_no_font_is_none(fonts):
    for name, content in (
        ("a.ttf", b""),
        ("b.ttf", b"\0\1\0\0\0\xff" + b"\xff" * 40),
        ("c.ttc", b"ttcf" + b"\xff" * 12),
    ):
        (fonts / name).write_bytes(content)
        assert read_font(fonts / name) is None
    with pytest.raises(NoFontError, match=r"^No font was found on this machine$"):
        fonts_for("a")


def test_fonts_as_wide_as_arial_come_first_with_their_bold(fonts):
    make_font(fonts / "DejaVuSans.ttf", LATIN, family="DejaVu Sans", advance=600)
    make_font(fonts / "Arimo-Regular.ttf", LATIN, family="Arimo")
    make_font(fonts / "Arimo-Bold.ttf", LATIN, family="Arimo", bold=True)
    found = fonts_for("clean air")
    assert (found.family, [file.name for file in found.files]) == ("Arimo", ["Arimo-Regular.ttf", "Arimo-Bold.ttf"])


def test_a_wider_font_is_set_smaller(fonts):
    make_font(fonts / "Whatever.ttf", LATIN, advance=1000)
    found = fonts_for("clean air")
    assert 0.3 < found.scale < 0.6
    svg = '<svg font-family="Arial" font-size="14" width="10" height="20"><text font-size="10">a</text></svg>'
    written = in_fonts(svg, found)
    assert f'font-size="{round(14 * found.scale, 2):g}"' in written
    assert "Test Sans" in written


def test_further_fonts_are_added_for_what_is_missing_and_each_time_the_same_ones(fonts):
    make_font(fonts / "Arimo-Regular.ttf", LATIN, family="Arimo")
    make_font(fonts / "ZSans-Regular.ttf", "字", family="Z Sans")
    make_font(fonts / "ZSans-Bold.ttf", "字", family="Z Sans", bold=True)
    make_font(fonts / "YMono.ttf", "字é", family="Y Mono")
    assert [file.name for file in fonts_for("a 字").files] == [
        "Arimo-Regular.ttf",
        "ZSans-Regular.ttf",
        "ZSans-Bold.ttf",
    ]
    assert [file.name for file in fonts_for("a字é").files] == ["Arimo-Regular.ttf", "YMono.ttf"]
    assert fonts_for("a 字") == fonts_for("a 字")


def test_a_family_that_has_everything_is_taken_whole(fonts):
    make_font(fonts / "Arimo-Regular.ttf", LATIN, family="Arimo")
    make_font(fonts / "DejaVuSans.ttf", LATIN + "ش", family="DejaVu Sans")
    make_font(fonts / "DejaVuSans-Bold.ttf", LATIN + "ش", family="DejaVu Sans", bold=True)
    assert [file.name for file in fonts_for("aش").files] == ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]


def test_what_nobody_has_is_named_and_what_nobody_sees_is_not_missed(fonts):
    make_font(fonts / "Arimo-Regular.ttf", LATIN, family="Arimo")
    assert fonts_for("a\u200d\ufe0f\u202a b\n").family == "Arimo"
    with pytest.raises(NoFontError) as trouble:
        fonts_for("a字漢文é")
    assert str(trouble.value) == (
        "No font on this machine has é (U+00E9 latin small letter e with acute), "
        "字 (U+5B57 cjk unified ideograph-5b57), 文 (U+6587 cjk unified ideograph-6587) and 1 more"
    )


def test_only_what_is_drawn_needs_a_font():
    svg = (
        '<svg width="210mm" height="297mm" lang="fr-CA"><title id="t">T &amp; 字</title><desc id="d">D</desc>'
        "<style>x</style><text>a &lt;b&gt;</text><g><title>漢</title><text>é</text></g></svg>"
    )
    assert drawn_words(svg) == "a <b>é"
    page = page_of(svg)
    assert (round(page.width), round(page.height), page.title, page.description, page.language) == (
        794, 1123, "T & 字", "D", "fr-CA",
    )  # fmt: skip
