"""Views: what is left of a theory, in ids; and that what is left is a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import theories

import toc
from toc.model import LinkRef, Theory
from toc.view import View, ViewTrouble, apply

EXAMPLES = Path(__file__).parents[2] / "examples"

WRITTEN = """\
theory: Air
  ceiling: cars, buses
  assuming whole: nobody moves away
  by club: a meeting room
partner council: City Council
  aim jobs: More local jobs
    -> buses
partner club: Cycling Club
partner idle: Somebody Else
goal air: Children breathe clean air
  ~> cars
  <- lost
  outcome cars: Fewer cars pass
    because: the school run is most of it
    assuming shift: traffic does not move
    activity close: Close streets
      because: a closed street is quiet
      by council: bollards
      by club: marshals
      status: planned
  outcome buses: Buses run without diesel
    activity tender: Tender buses
      by council
        backup: idle
barrier habit: Habit
  -| cars
activity try: Try it for a week
  -| habit
pathway bikes: By bike
  -> air
  outcome lanes: Lanes are safe
    activity paint: Paint lanes
outcome courage: Parents dare
  -> bikes
risk snow: Snow
  on: shift
indicator no2: NO2
  on: air
  watch: shift
  by club: reads it
question why: Why?
  on: close -> cars
session 2026-03: Start
  action go: Go
    by club
term air: what we breathe
a note
"""


@pytest.fixture(scope="module")
def air() -> Theory:
    return toc.loads(WRITTEN).theory


def said(theory: Theory) -> str:
    return " ".join(sorted({element.id for element in theory.elements}))


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        (View(focus="cars"), "air cars close club council habit no2 shift snow try why"),
        (View(focus="cars", depth=1), "air cars close club council habit no2 shift snow why"),
        (View(focus="cars", depth=0), "air cars"),
        (View(focus="cars", down=False), "air cars club no2 shift snow"),
        (View(focus="cars", up=False), "air cars close club council habit try why"),
        (View(focus="lanes"), "air bikes club courage lanes no2 paint"),
        (View(focus="courage"), "air bikes club courage lanes no2 paint"),
        (View(focus="bikes", depth=1), "air bikes club courage lanes no2 paint"),
        (View(focus="shift", depth=0), "air cars club no2 shift snow"),
        (View(focus="council"), "air buses cars close club council idle jobs no2 shift snow tender why"),
        (View(partner="council"), "air buses cars close club council idle jobs no2 shift snow tender why"),
        (View(partner="club"), "air cars close club council no2 shift snow why"),
        (View(partner="idle"), "air idle"),
        (View(pathway="bikes"), "air bikes club courage lanes no2 paint"),
        (View(partner="council", focus="buses"), "air buses council idle jobs no2 tender"),
        (View(focus="lost"), "air club no2"),
        (View(focus="2026-03"), "2026-03 air"),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value)[5:60],
)
def test_what_a_question_shows(air, view, ids):
    # The term «air» has a name of its own and always stays, so «air» says nothing about the goal.
    assert said(apply(air, view)) == " ".join(sorted({*ids.split(), "air"}))


@pytest.mark.parametrize(
    ("view", "gone"),
    [
        (View(kinds=frozenset({"goal", "outcomes"})), "close habit jobs paint tender try why"),
        (View(kinds=frozenset({"goal", "indicators"})), "buses bikes cars close courage habit jobs lanes paint shift"),
        (View(hide=frozenset({"assumptions"})), "shift snow whole"),
        (View(hide=frozenset({"partners"})), "club council idle jobs"),
        (View(hide=frozenset({"barriers", "activity"})), "close habit paint tender try why"),
        (View(hide=frozenset({"sessions"})), "2026-03 go"),
        (View(hide=frozenset({"terms", "legend"})), "air-nothing"),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value)[5:60],
)
def test_what_kinds_and_hiding_leave_out(air, view, gone):
    left, before = said(apply(air, view)).split(), said(air).split()
    for name in gone.split():
        assert name not in left, name
    assert set(left) <= set(before)


def test_kinds_keep_the_links_between_them_only(air):
    left = apply(air, View(kinds=frozenset({"goal", "outcome"})))
    kept = {str(link.ref) for link in left.links}
    assert kept == {"cars -> air", "buses -> air", "air ~> cars", "bikes -> air", "courage -> bikes"}


@pytest.mark.parametrize(
    ("hide", "gone"),
    [("reasons", "because"), ("status", "status"), ("ceiling", "ceiling")],
)
def test_details_can_be_hidden(air, hide, gone):
    def keys(theory):
        each = [theory.details, *[one.details for one in (*theory.elements, *theory.links, *theory.contributions)]]
        return {detail.key for details in each for detail in details}

    assert gone in keys(air)
    assert keys(air) - keys(apply(air, View(hide=frozenset({hide})))) == {gone}


def test_notes_and_contributions_can_be_hidden(air):
    left = apply(air, View(hide=frozenset({"notes", "contributions"})))
    assert (left.notes, left.contributions) == ((), ())
    assert said(left) == said(air)


def test_the_ceiling_names_only_what_is_there(air):
    assert toc.model.first(apply(air, View(focus="buses")).details, "ceiling") == "buses"
    assert toc.model.first(apply(air, View(focus="lanes")).details, "ceiling") is None


def test_what_free_text_named_by_its_id_is_spelt_out_when_it_is_gone(air):
    left = apply(air, View(hide=frozenset({"assumptions"})))
    assert left.get("no2").get("watch") == "traffic does not move"


def test_the_whole_theory_stays_as_it_is(air):
    assert apply(air, View()) is air


@pytest.mark.parametrize(
    ("view", "says"),
    [
        (View(focus="carz"), "There is no box carz. Did you mean cars?"),
        (View(focus="zebra"), "There is no box zebra."),
        (View(partner="concil"), "There is no partner concil. Did you mean council?"),
        (View(partner="air"), "There is no partner air. There are council, club, idle."),
        (View(pathway="bike"), "There is no pathway bike. Did you mean bikes?"),
        (View(pathway="cars"), "There is no pathway cars. There is only bikes."),
        (View(kinds=frozenset({"outcom"})), "There is no kind outcom. Did you mean outcome?"),
        (View(hide=frozenset({"resons"})), "There is nothing called resons to hide. Did you mean reasons?"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_there_is_not_is_said(air, view, says):
    with pytest.raises(ViewTrouble) as trouble:
        apply(air, view)
    assert str(trouble.value) == says


@st.composite
def views(draw, theory):
    names = [element.id for element in theory.elements]
    of = {kind: [element.id for element in theory.of_kind(kind)] for kind in ("partner", "pathway")}
    return View(
        focus=draw(st.sampled_from([None, *names])),
        depth=draw(st.sampled_from([None, 0, 1, 2])),
        partner=draw(st.sampled_from([None, *of["partner"]])),
        pathway=draw(st.sampled_from([None, *of["pathway"]])),
        kinds=draw(st.frozensets(st.sampled_from(["goal", "outcomes", "activity", "risk"]), max_size=2)),
        hide=draw(st.frozensets(st.sampled_from(["partners", "assumptions", "reasons", "goal", "notes"]), max_size=2)),
    )


@given(st.data())
def test_what_is_left_is_a_whole(data):
    theory = data.draw(theories())
    left = apply(theory, data.draw(views(theory)))
    assert set(left.elements) <= {*theory.elements, *left.elements}
    assert set(left.undeclared) <= set(theory.undeclared)
    refs = {link.ref for link in left.links}
    there = {element.id for element in left.elements} | set(left.undeclared)
    assert refs <= {link.ref for link in theory.links}
    for element in left.elements:
        assert set(element.pathways) <= there
        for about in element.about:
            assert about in refs if isinstance(about, LinkRef) else about in there
        if theory.get(element.id) and theory.get(element.id).about and element.kind == theory.get(element.id).kind:
            assert element.about or not theory.get(element.id).about
    for contribution in left.contributions:
        assert contribution.to is None or contribution.to in refs or contribution.to in there


def test_views_of_a_very_long_chain_are_no_problem():
    chain = "\n".join([f"outcome o{number}: O\n  -> o{number + 1}" for number in range(3000)])
    theory = toc.loads(chain + "\noutcome o3000: O").theory
    assert len(apply(theory, View(focus="o1500")).elements) == 3001
    assert len(apply(theory, View(focus="o1500", depth=2)).elements) == 5
