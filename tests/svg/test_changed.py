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


AROUND = """\
theory: Reading
  stage: draft
partner school: The school
partner lib: The library
goal readers: Children read
  pathway home: At home
    by lib: shelves
  outcome evenings: Families read together
    in: home
    because: a habit begins with company
    because: they ask for it
    by school: books
    activity bags: Send bags
      by lib: bags
        status: offered
pathway street: In the street
  outcome kiosk: A kiosk
    -> readers: books are at hand
pathway park: In the park
  outcome bench: A bench
one that stays
two that goes
"""

EDITS = {
    "a reason": ("with company", "with friends", ["± changed · because", "was: a habit begins with company"]),
    "a reason that is gone": ("    because: they ask for it\n", "", ["− gone · because", "they ask for it"]),
    "one more reason": ("together\n", "together\n    because: so it is\n", ["+ new · because", "so it is"]),
    "an arrow and its reason": ("    -> readers: books are at hand\n", "", ["− gone · because", ">− gone<"]),
    "a detail of an arrow": (
        "at hand\n", "at hand\n      after: a year\n",
        ["± changed", "A kiosk → Children read", "after: – → a year"],
    ),
    "what a partner brings": (
        "by school: books", "by school: pens",
        ["± school · changed", "± changed · school", "Families read together: pens", "was: books"],
    ),
    "how sure that is": ("offered", "confirmed", ["± changed · lib", "Send bags: bags", "status: offered → confirmed"]),
    "what a partner no longer brings": (
        "    by school: books\n", "", ["− school · gone", "− gone · school", "Families read together: books"],
    ),
    "what moved": (
        "    by school: books\n    activity bags: Send bags\n",
        "    activity bags: Send bags\n      by school: books\n",
        ["− gone · school", "Families read together: books", "+ new · school", "Send bags: books"],
    ),
    "what a pathway is called": (
        "In the street", "Outside", [">± changed<", "± changed · Pathway", "Outside", "was: In the street"],
    ),
    "a pathway that is gone": ("    in: home\n", "", ["was: in At home"]),
    "a partner's name": (
        "The library", "The town library", [">± lib<", " The town library (changed)", "was: The library"],
    ),
    "the whole": ("stage: draft", "stage: agreed", ["± changed · Theory of change", "was: stage draft"]),
    "a detail that is not drawn": (
        "goal readers: Children read\n", "goal readers: Children read\n  for: us\n", ["± changed", "for: – → us"],
    ),
    "a note that is gone": ("two that goes\n", "", ["− gone · two that goes", 'stroke-dasharray="2 4"']),
    "a note that is new": ("two that goes\n", "two that goes\nthree\n", ["+ new · three"]),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_both_wordings_are_there_whatever_changed(edit):
    was, now, said = EDITS[edit]
    svg = _drawn(AROUND, AROUND.replace(was, now))
    plain = _drawn(AROUND.replace(was, now), AROUND.replace(was, now))
    for words in said:
        assert words.strip("><") in svg, words
    assert not all(words in plain for words in said)


def test_a_frame_shows_what_happened_with_its_line():
    street = AROUND[AROUND.index("pathway street") : AROUND.index("pathway park")]
    without = AROUND.replace(street, "")
    come, gone = _box(_drawn(without, AROUND), "street"), _box(_drawn(AROUND, without), "street")
    assert ">+ new<" in come
    assert come.count("<rect") == 3  # two borders and the label
    assert ">− gone<" in gone
    assert 'stroke-dasharray="7 5"' in gone
    narrow = _drawn(AROUND, AROUND.replace("In the street", "In all the streets of our long and narrow town"))
    assert re.search(">± In all the streets[^<]*…<", _box(narrow, "street"))


def test_an_unchanged_gift_of_the_same_partner_to_the_same_box_is_not_told():
    old = AROUND.replace("by school: books", "by school: books\n    by school: a room")
    svg = _drawn(old, old.replace("by school: books", "by school: pens"))
    legend = svg.partition('<g data-part="legend"')[2]
    assert [f"together: {what}" in legend for what in ("pens", "books", "a room")] == [True, True, False]


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
