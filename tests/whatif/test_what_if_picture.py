"""The picture of an answer: signs, words and lines say it, whatever the colours, and the rest is quiet."""

from __future__ import annotations

import re

import pytest
from hostile import TEXTS
from test_answers import supposed

import toc
from toc.whatif import HIDDEN, marked, suppose

PLAN = """\
theory: Reading
partner hall: Town Hall
partner school: Mill School
goal g: Everybody reads
  due: 2030
  outcome aloud: Parents read aloud
    assuming time: they have time
    activity bags: Lend bags
      by school
      by hall
  outcome books: There are books at home
    activity buy: Buy books
      by hall: 900 EUR
        backup: nobody
  outcome club: There is a club
    due: 2028
    activity meet: Meet on Fridays
      by hall
        backup: school
      due: 2027
    outcome room: There is a room
"""


def _drawn(words, **options):
    shown = marked(suppose(toc.loads(PLAN).theory, supposed(words)))
    return toc.render(shown.theory, "svg", engine="plain", changes=shown.marks, hide=HIDDEN, **options)


def _box(svg, name):
    return re.search(rf'<g id="toc-box-{name}".*', svg)[0]


def _arrow(svg, source, target):
    return re.search(rf'<g data-kind="leads-to" data-from="{source}" data-to="{target}">.*', svg)[0]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_what_falls_says_so_and_why(theme):
    svg = _drawn("--without hall", theme=theme)
    assert ">× breaks here<" in _box(svg, "buy")
    assert "without Town Hall" in _box(svg, "buy")
    assert 'stroke-width="3.5"' in _box(svg, "buy")
    assert ">× falls<" in _box(svg, "books")
    assert "needs: Buy books" in _box(svg, "books")
    assert 'stroke-dasharray="10 4"' in _box(svg, "books")
    assert ">× falls<" in _box(svg, "g")
    assert ">− hall · gone<" in _box(svg, "bags")
    assert ">+ school · steps in<" in _box(svg, "meet")
    assert "Breaks here. Without Town Hall." in _box(svg, "buy")
    assert 'stroke-width="3.25"' in _arrow(svg, "books", "g")
    assert 'stroke-width="1.75"' in _arrow(svg, "aloud", "g")


def test_the_rest_is_quiet():
    svg = _drawn("--without hall")
    usual = toc.render(toc.loads(PLAN).theory, "svg", engine="plain")
    assert 'fill="#f4f5f6"' in _box(svg, "aloud")
    assert 'fill="#f4f5f6"' not in _box(usual, "aloud")
    assert 'fill="#f4f5f6"' not in _box(svg, "books")


def test_a_belief_that_breaks_is_shown_on_its_arrow_and_in_the_legend():
    svg = _drawn("--broken time")
    assert ">× does not hold<" in _box(svg, "g")
    assert "this is not so: they have time" in re.sub(r"</text><text[^>]*>", " ", _box(svg, "g"))
    assert 'stroke-dasharray="2 4"' in _arrow(svg, "aloud", "g")
    markers = svg.partition('<g data-part="markers"')[2].partition("\n</g>")[0]
    assert (markers.count("× does not hold"), markers.count(">A1<")) == (1, 1)
    assert "× does not hold · assuming" in svg
    assert "A1" not in _drawn("--without hall")


def test_what_comes_late_has_the_old_and_the_new_date():
    svg = _drawn("--late meet 2029 --late room 2029-03")
    assert ">» late<" in _box(svg, "meet")
    assert "by 2029" in _box(svg, "meet")
    assert "was: 2027" in _box(svg, "meet")
    assert "was: 2028" in _box(svg, "club")
    assert "by March 2029" in _box(svg, "club")
    assert ">» late<" in _box(svg, "room")
    assert "was" not in _box(svg, "room")
    assert "» late" not in _box(svg, "g")


def test_a_box_without_a_date_waits():
    svg = _drawn("--late bags 2029")
    assert ">» waits<" in _box(svg, "aloud")
    assert "not before 2029" in _box(svg, "aloud")
    assert 'stroke-dasharray="3 3"' in _box(svg, "aloud")


@pytest.mark.parametrize(("lang", "words"), [("fr", "× rompt ici"), ("es", "× se rompe aquí"), ("ar", "× ينقطع هنا")])
def test_the_words_come_in_the_language_of_the_picture(lang, words):
    assert words in _drawn("--without hall", lang=lang)


def test_the_title_asks_what_was_asked():
    assert "Reading: what if Town Hall were not there?" in _drawn("--without hall")


@pytest.mark.parametrize("hostile", TEXTS)
def test_a_hostile_text_comes_out_as_text(hostile):
    text = f"goal g: {hostile} x\n  activity a: A {hostile}\n    by p: x\npartner p: P {hostile}\n"
    theory = toc.loads(text).theory
    shown = marked(suppose(theory, supposed("--without p --late g 2030")))
    svg = toc.render(shown.theory, "svg", engine="plain", changes=shown.marks, hide=HIDDEN)
    names = set(re.findall(r"<([a-zA-Z]+)", svg))
    assert names <= {"svg", "title", "desc", "rect", "g", "path", "text", "tspan"}
