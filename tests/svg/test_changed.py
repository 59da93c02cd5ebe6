"""Two versions in one picture: what is new, gone and changed is told by sign, word and line, whatever the colours."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hostile import TEXTS
from hypothesis import given
from strategies import theories

import toc
from toc.compare import compare
from toc.compare.merged import merged

OLD = """\
partner council: City council
partner parents: Parents
goal air: Children breathe clean air
  outcome cars: Fewer cars drive past schools
    assuming shift: Traffic stays away
    activity close: Close streets
      by council: signs
      by parents: marshals
    condition grid: The grid is strong
  outcome walk: Children walk
    activity sing: Sing
"""
NEW = """\
partner council: City council
partner parents: Parents
goal air: Children breathe clean air
  due: 2030
  outcome cars: No cars drive past schools
    assuming shift: Traffic moves on
    activity close: Close streets
      by council: signs
    activity bus: Run a bus
      by parents: a driver
      -> walk
  outcome walk: Children walk
activity sing: Sing
  -> cars
"""


def _drawn(old, new, **options):
    before, after = toc.loads(old).theory, toc.loads(new).theory
    both = merged(compare(before, after), after)
    return toc.render(both.theory, "svg", engine="plain", changes=both.marks, **options)


def _box(svg, name):
    return re.search(rf'<g id="toc-box-{name}".*', svg)[0]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_each_thing_says_what_happened_to_it(theme):
    svg = _drawn(OLD, NEW, theme=theme)
    new, gone, changed = _box(svg, "bus"), _box(svg, "grid"), _box(svg, "cars")
    assert ">+ new<" in new
    assert '<rect x="-4" y="-4"' in new
    assert ">− gone<" in gone
    assert 'stroke-dasharray="7 5"' in gone
    assert ">± changed<" in changed
    assert "No cars drive past" in changed
    assert "was: Fewer cars drive past" in changed
    assert "± changed" in _box(svg, "air")
    assert not re.search("new<|gone<|changed<", _box(svg, "walk"))
    assert ">− parents · gone<" in _box(svg, "close")
    assert ">+ parents · new<" in new
    assert "Was: Fewer cars drive past schools." in changed


def test_arrows_say_it_with_their_line_and_a_label_where_no_end_does():
    svg = _drawn(OLD, NEW)
    assert 'data-from="bus" data-to="walk"' in svg
    gone = re.search(r'<g data-kind="leads-to" data-from="sing" data-to="walk">.*', svg)[0]
    come = re.search(r'<g data-kind="leads-to" data-from="sing" data-to="cars">.*', svg)[0]
    assert 'stroke-dasharray="2 4"' in gone
    assert 'stroke-width="3.25"' in come
    markers = svg.partition('<g data-part="markers"')[2].partition("\n</g>")[0]
    assert (markers.count("+ new"), markers.count("− gone")) == (1, 1)


def test_the_legend_says_it_of_assumptions():
    svg = _drawn(OLD, NEW)
    assert "± changed · assuming" in svg
    assert "was: Traffic stays away" in svg


def test_the_words_come_in_the_language_of_the_picture():
    assert ">+ nouveau<" in _drawn(OLD, NEW, lang="fr")


def test_without_changes_the_picture_is_the_usual_one():
    theory = toc.loads(NEW).theory
    usual = toc.render(theory, "svg", engine="plain")
    assert toc.render(theory, "svg", engine="plain", changes={}) == usual
    assert _drawn(NEW, NEW) == usual


@given(theories(most=6), theories(most=6))
def test_any_two_theories_can_be_drawn_in_one(old, new):
    both = merged(compare(old, new), new)
    ET.fromstring(toc.render(both.theory, "svg", engine="plain", changes=both.marks))  # noqa: S314  our own picture
    assert {element.id for element in old.elements} - {change.old for change in compare(old, new)} <= set(
        both.theory.by_id
    )


@pytest.mark.parametrize("hostile", TEXTS)
def test_a_hostile_text_comes_out_as_text(hostile):
    old = f"goal g: {hostile} x\n  outcome o: A {hostile}\n    by p: x\npartner p: P\n"
    svg = _drawn(old, old.replace(" x\n", " y\n").replace("  outcome o: A", "  outcome o: B"))
    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314  our own picture
    assert names <= {"svg", "title", "desc", "rect", "g", "path", "text", "tspan"}
