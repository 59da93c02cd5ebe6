"""The laws of comparing, on random theories and on random edits of one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from printing import flat, outline
from strategies import lines, theories
from typing_fingers import texts

import toc
from toc.compare import apply, compare
from toc.exchange import changes_json, model_json
from toc.format import format_text

if TYPE_CHECKING:
    from toc.model import Theory


@st.composite
def edited(draw, theory: Theory) -> Theory:
    """The same theory after somebody was at it: some things left out, some reworded, some with another id."""
    changes = {}
    for part in ("elements", "links", "contributions", "notes", "comments"):
        kept = [each for each in getattr(theory, part) if draw(st.integers(0, 5))]
        changes[part] = tuple(draw(st.permutations(kept)))
    elements = [_unpinned(draw, each) if draw(st.booleans()) else each for each in changes["elements"]]
    return replace(theory, **changes | {"elements": tuple(elements)})


def _unpinned(draw, element):
    number = draw(st.integers(0, 3))
    if number == 0:
        return replace(element, text=draw(lines), pinned=False)
    if number == 1:
        return replace(element, id=f"{element.id}-again", pinned=False)
    return replace(element, details=element.details[1:], pinned=number == 2)


pairs = st.one_of(
    st.tuples(theories(), theories()),
    theories().flatmap(lambda theory: st.tuples(st.just(theory), edited(theory))),
)


@given(theories())
def test_nothing_changed_from_a_theory_to_itself(theory):
    assert compare(theory, theory) == ()
    assert compare(theory, replace(theory, elements=theory.elements[::-1], links=theory.links[::-1])) == ()


@given(pairs)
def test_the_changes_applied_to_the_old_give_the_new(pair):
    old, new = pair
    assert apply(compare(old, new), old) == new
    assert apply(compare(new, old), new) == old


@given(pairs)
def test_the_same_holds_of_their_json(pair):
    old, new = pair
    written = changes_json.write(compare(old, new))
    made = changes_json.apply_json(written, model_json.write(old))
    assert model_json.read(made, "made")[0] == new
    assert changes_json.read(written, "written") == tuple(changes_json.read(written, "written"))
    for row in json.loads(written)["changes"]:
        assert list(row) == ["class", "change", "element", "kind", "field", "old", "new", "partners"]


@given(pairs)
def test_where_nothing_is_said_to_change_nothing_did(pair):
    assert (compare(*pair) == ()) == (pair[0] == pair[1])


@given(texts, texts)
def test_it_holds_of_whatever_somebody_typed(one, other):
    old, new = toc.loads(one).theory, toc.loads(other).theory
    assert compare(old, old) == ()
    assert apply(compare(old, new), old) == new


@given(theories())
def test_layout_and_pinning_are_no_change(theory):
    for text in (flat(theory), outline(theory)):
        _same_however_written(text)


def _same_however_written(text):
    loaded = toc.loads(text).theory
    assert compare(loaded, toc.loads(format_text(text)).theory) == ()
    assert compare(loaded, toc.loads(format_text(text, pin=True)).theory) == ()
    assert compare(loaded, toc.loads(text.replace("\n", "\r\n")).theory) == ()
