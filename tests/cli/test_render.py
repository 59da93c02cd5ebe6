import json
import os
import struct
import sys

import pytest
from jsonschema import Draft202012Validator
from running import BROKEN, PLAN

ENDINGS = [
    ("svg", b'<svg xmlns="http://www.w3.org/2000/svg"'),
    ("dot", b"digraph"),
    ("gv", b"digraph"),
    ("mmd", b"flowchart"),
    ("md", b"# Clean air"),
    ("json", b"{"),
]
ENGINE = ("--engine", "plain")


@pytest.mark.parametrize(("ending", "start"), ENDINGS)
def test_the_ending_says_what_to_make(toc, folder, ending, start):
    done = toc("render", "plan.toc", "-o", f"out.{ending}", *ENGINE)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert (folder / f"out.{ending}").read_bytes().startswith(start)


def test_a_format_can_be_named_and_goes_to_standard_output(toc, folder):
    toc("render", "plan.toc", "-o", "out.mmd")
    assert toc("render", "plan.toc", "--to", "mermaid").stdout == (folder / "out.mmd").read_text()
    assert toc("render", "plan.toc", "--to", "mermaid", "-o", "-").stdout == (folder / "out.mmd").read_text()
    assert toc("render", "-", "--to", "MMD", given=PLAN).stdout == (folder / "out.mmd").read_text()
    assert toc("render", "--to", "mermaid").stdout == (folder / "out.mmd").read_text()


def test_problems_are_told_and_the_picture_is_drawn(toc, folder):
    (folder / "plan.toc").write_text(BROKEN)
    done = toc("render", "plan.toc", "-o", "plan.svg")
    assert (done.stdout, done.returncode) == ("", 0)
    assert "error: ‘counsil’ is not a partner here yet." in done.stderr
    assert "bare-link" not in done.stderr
    assert "counsil" in (folder / "plan.svg").read_text()


def test_a_model_goes_out_as_json_and_comes_back(toc, folder):
    toc("render", "plan.toc", "-o", "model.json")
    toc("render", "plan.toc", "-o", "one.svg")
    toc("render", "model.json", "-o", "two.svg")
    assert (folder / "one.svg").read_text() == (folder / "two.svg").read_text()
    text = (folder / "model.json").read_text()
    assert toc("render", "-", "--to", "json", given=text).stdout == text
    assert toc("check", "model.json").returncode == 0


def test_the_schema_is_the_one_that_models_follow(toc, folder):
    schema = json.loads(toc("schema").stdout)
    model = json.loads(toc("render", "plan.toc", "--to", "json").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(model)
    toc("schema", "-o", "schema.json")
    assert json.loads((folder / "schema.json").read_text()) == schema


REFUSED = [
    (("plan.toc",), "What shall it be? Name a file, as in -o plan.svg, or a format, as in --to md."),
    (("plan.toc", "-o", "out"), "out has no ending that says what to make."),
    (
        ("plan.toc", "-o", "out.jpg"),
        "There is no format .jpg. There are svg, png, pdf, pptx, dot, mermaid, md, json.",
    ),
    (("plan.toc", "-o", "out.docx"), "such as: toc report narrative plan.toc -o narrative.docx"),
    (("plan.toc", "--to", "ics"), "such as: toc report calendar plan.toc -o calendar.ics"),
    (("plan.toc", "--pathway", "club", "-o", "out.svg"), "There is no pathway club. There is none yet."),
    (("plan.toc", "--to", "mermiad"), "There is no format mermiad. Did you mean mermaid?"),
    (
        ("plan.toc", "--to", "mermaid", "--theme", "dark"),
        "mermaid does not take --theme. It takes --direction and --lang.",
    ),
    (("plan.toc", "--to", "json", "--dpi", "96"), "json does not take --dpi. It takes no options."),
    (("plan.toc", "--to", "svg", "--dpi", "96"), "svg does not take --dpi."),
    (("plan.toc", "-o", "out.svg", "--page", "A7"), "There is no page A7."),
    (("plan.toc", "-o", "out.svg", "--focus", "fewer-car"), "fewer-cars"),
    (("plan.toc", "-o", "gone/out.svg"), "there is no folder gone"),
    (("plan.toc", "other.toc", "-o", "out.svg"), "Name one file."),
    (("plan.toc", "-o", "plan.toc", "--to", "json"), "plan.toc is the theory itself, and would be lost."),
]


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_what_cannot_be_made_is_one_sentence_and_nothing_is_written(toc, folder, arguments, says):
    before = sorted(folder.iterdir())
    done = toc("render", *arguments)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr
    assert done.stderr.count("\n") <= 2
    assert sorted(folder.iterdir()) == before


def test_views_show_a_part(toc):
    whole = toc("render", "plan.toc", "--to", "mermaid").stdout
    part = toc("render", "plan.toc", "--to", "mermaid", "--kinds", "goal, outcome").stdout
    assert "Close streets" in whole
    assert "Close streets" not in part
    assert "Fewer cars" in part
    assert "council" not in toc("render", "plan.toc", "--to", "svg", "--hide", "partners").stdout.lower()
    assert "Children" not in toc("render", "plan.toc", "--to", "mermaid", "--focus", "close", "--depth", "1").stdout


def test_the_story_shows_the_picture_from_where_it_stands(toc, folder):
    (folder / "out").mkdir()
    toc("render", "plan.toc", "-o", "out/story.md", "--diagram", "pictures/plan.svg")
    assert "](../pictures/plan.svg)" in (folder / "out" / "story.md").read_text()
    toc("render", "plan.toc", "-o", "story.md", "--diagram", "https://example.org/plan.svg")
    assert "](https://example.org/plan.svg)" in (folder / "story.md").read_text()


def test_the_story_tells_the_findings_where_they_are_wanted(toc, folder):
    (folder / "plan.toc").write_text(BROKEN)
    assert "unknown-name" not in toc("render", "plan.toc", "--to", "md").stdout
    assert "unknown-name" in toc("render", "plan.toc", "--to", "md", "--with-findings").stdout


def test_the_same_in_gives_the_same_out(toc, folder):
    for name in ("one", "two"):
        for ending in ("svg", "png", "pdf", "md", "json", "mmd", "dot"):
            done = toc(
                "render", "plan.toc", "-o", f"{name}.{ending}", PYTHONHASHSEED=str(len(name + ending)), TZ="Asia/Tokyo"
            )
            assert done.stderr == ""
    for ending in ("svg", "png", "pdf", "md", "json", "mmd", "dot"):
        assert (folder / f"one.{ending}").read_bytes() == (folder / f"two.{ending}").read_bytes()


def _size(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_a_png_has_the_size_that_was_asked_for(toc, folder):
    toc("render", "plan.toc", "-o", "one.png", "--dpi", "96", *ENGINE)
    toc("render", "plan.toc", "-o", "three.png", "--dpi", "288", *ENGINE)
    width, height = _size((folder / "one.png").read_bytes())
    assert _size((folder / "three.png").read_bytes()) == (3 * width, 3 * height)
    toc("render", "plan.toc", "-o", "page.png", "--dpi", "96", "--page", "A4-landscape", *ENGINE)
    assert _size((folder / "page.png").read_bytes()) == (1123, 794)


def test_a_png_that_nobody_could_open_is_refused(toc, folder):
    (folder / "plan.toc").write_text("goal g: G\n" + "".join(f"  outcome o{place}: O\n" for place in range(400)))
    done = toc("render", "plan.toc", "-o", "big.png", "--dpi", "1200", *ENGINE)
    assert done.returncode == 2
    assert "million pixels. Draw it with --dpi" in done.stderr
    assert not (folder / "big.png").exists()


def test_without_any_font_typst_brings_one(toc, folder):
    none = str(folder / "nothing")
    for ending, start in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        done = toc("render", "plan.toc", "-o", f"out.{ending}", *ENGINE, TOC_FONTS=none)
        assert (done.stderr, done.returncode) == ("", 0)
        assert (folder / f"out.{ending}").read_bytes().startswith(start)


@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_character_that_no_font_has_is_named(toc, folder, ending):
    (folder / "plan.toc").write_text("goal: \U00012000 means a\n")
    done = toc("render", "plan.toc", "-o", f"out.{ending}", *ENGINE, TOC_FONTS=str(folder / "nothing"))
    assert (done.stdout, done.returncode) == ("", 2)
    assert f"so there can be no {ending.upper()}. Draw an SVG, or install a font such as Noto Sans." in done.stderr
    assert not (folder / f"out.{ending}").exists()


def test_letters_that_are_shaped_together_do_not_stop_a_pdf(toc, folder):
    (folder / "plan.toc").write_text("goal: إغلاق الشوارع\n", encoding="utf-8")
    done = toc("render", "plan.toc", "-o", "out.pdf", *ENGINE)
    assert done.returncode == 0 or "No font on this machine has" in done.stderr
    assert "PDF/UA" not in done.stderr


MISSING = [
    ("png", "resvg_py", "PNG pictures need one more package: pip install 'theory-of-change[png]'"),
    ("pdf", "typst", "PDF files need one more package: pip install 'theory-of-change[pdf]'"),
]


@pytest.mark.parametrize(("ending", "module", "says"), MISSING)
def test_a_package_that_is_missing_is_named(toc, folder, ending, module, says):
    hidden = folder / "hidden"
    hidden.mkdir()
    (hidden / f"{module}.py").write_text("raise ImportError")
    path = os.pathsep.join([str(hidden), *[path for path in sys.path if path]])
    done = toc("render", "plan.toc", "-o", f"out.{ending}", PYTHONPATH=path)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr


def test_a_renderer_of_another_package_is_found_by_its_name(toc, folder):
    found = folder / "more" / "shout-1.dist-info"
    found.mkdir(parents=True)
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1\n")
    (found / "entry_points.txt").write_text("[toc.renderers]\nshout = shout:render\n")
    (folder / "more" / "shout.py").write_text(
        "def render(theory, *, times=1):\n    return theory.title.upper() * times + chr(10)\n"
    )
    path = os.pathsep.join([str(folder / "more"), *[path for path in sys.path if path]])
    done = toc("render", "plan.toc", "--to", "shout", PYTHONPATH=path)
    assert (done.stdout, done.stderr, done.returncode) == ("CLEAN AIR\n", "", 0)
    assert toc("render", "plan.toc", "-o", "out.shout", PYTHONPATH=path).returncode == 0
    refused = toc("render", "plan.toc", "--to", "shout", "--theme", "dark", PYTHONPATH=path)
    assert "shout does not take --theme. It takes --times." in refused.stderr
