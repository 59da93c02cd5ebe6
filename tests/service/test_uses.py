"""Where a name is declared, and everywhere it stands as a name."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import FILE, at, words_at
from typing_fingers import texts

import toc
from toc.service import definition, uses
from toc.service.names import NAMING_KEYS
from toc.vocabulary import PLACES, Takes

ROOT = Path(__file__).parents[2]
THEORY = """\
theory: Clean air
  ceiling: air, traffic
partner council: City Council
partner clinic: Clinic
pathway school-run: The way to school
goal air: Children breathe clean air
  outcome traffic: Fewer cars drive past schools
    in: school-run
    for: council
    by council, clinic: traffic orders
      backup: clinic
      depends-on: council
    activity streets: Close streets around traffic
      lead: council
outcome noise: It is quiet
  <- traffic: traffic is loud
outcome traffic
  note: traffic
  -> school-run
assumption moved: Traffic does not move
  on: traffic, traffic -> air, noise <- traffic
  owner: council
  watch: no2
indicator no2: NO2
  source: clinic
session 2026-03-12: First
  present: council, traffic wardens
term air: what we breathe
goal air
"""

USES = {
    "an outcome": (
        "outcome traf¦fic:",
        ["2:traffic", "7:traffic", "16:traffic", "17:traffic", "21:traffic", "21:traffic", "21:traffic"],
    ),
    "a partner": (
        "partner counc¦il",
        ["3:council", "9:council", "10:council", "12:council", "14:council", "22:council", "27:council"],
    ),
    "another partner": ("by council, ¦clinic", ["4:clinic", "10:clinic", "11:clinic", "25:clinic"]),
    "a pathway": ("in: ¦school-run", ["5:school-run", "8:school-run", "19:school-run"]),
    "an indicator": ("watch: n¦o2", ["23:no2", "24:no2"]),
    "a goal and not the term": ("goal air¦: Ch", ["2:air", "6:air", "21:air", "29:air"]),
    "a term and not the goal": ("term a¦ir", ["28:air"]),
    "a session": ("session 2026¦-03-12", ["26:2026-03-12"]),
    "the line of something": ("activity streets: Close str¦eets", ["13:streets"]),
    "free text": ("traffic¦ wardens", []),
    "a detail": ("note: traf¦fic", []),
}


def marked(mark):
    text = THEORY.replace(mark.replace("¦", ""), mark, 1)
    assert "¦" in text
    return at(text)


@pytest.mark.parametrize("name", USES)
def test_uses(name):
    mark, expected = USES[name]
    loaded, file, place = marked(mark)
    assert [words_at(loaded, span) for span in uses(loaded, file, place)] == expected


@pytest.mark.parametrize(
    "mark", ["-¦> school-run", "goal ai¦r\n", "traffic -> ¦air", "in: school-r¦un", "ceiling: a¦ir"]
)
def test_definition_is_where_it_is_declared(mark):
    loaded, file, place = marked(mark)
    found = definition(loaded, file, place)
    expected = {"-": None, "g": "6:air", "t": "6:air", "i": "5:school-run", "c": "6:air"}[mark[0]]
    assert (words_at(loaded, found) if found else None) == expected


ODD = {
    "a made name": (
        "goal: Clean air\noutcome o: x\n  -> clean-¦air\n",
        "1:goal: Clean air",
        ["1:goal: Clean air", "3:clean-air"],
    ),
    "a made name, on its own line": (
        "goal: Cle¦an air\noutcome o: x\n  -> clean-air\n",
        None,
        ["1:goal: Clean air", "3:clean-air"],
    ),
    "nobody declared it": ("goal g: x\n  -> traf¦ic\n  <- trafic\n", None, ["2:trafic", "3:trafic"]),
    "on a broken line": ("outcome quiet It is quiet\ngoal g: x\n  -> qui¦et\n", "1:quiet", ["1:quiet", "3:quiet"]),
    "words of a broken line": ("outcome quiet words\noutcome qu¦iet: x\n", "2:quiet", ["2:quiet"]),
    "behind a misspelt kind": (
        "outcme quiet: It is quiet\ngoal g: x\n  -> qu¦iet\n",
        "1:quiet",
        ["1:quiet", "3:quiet"],
    ),
    "behind a bullet": ("- outcome quiet: It is quiet\ngoal g: x\n  -> qu¦iet\n", "1:quiet", ["1:quiet", "3:quiet"]),
    "two ways to write é": (
        "goal e\u0301te\u0301: x\noutcome o: y\n  -> é¦té\n",
        "1:e\u0301te\u0301",
        ["1:e\u0301te\u0301", "3:été"],
    ),
    "right to left": ("goal هواء: x\noutcome o: y\n  -> هوا¦ء\n", "1:هواء", ["1:هواء", "3:هواء"]),
    "behind emoji": ("goal g: 🌍🌍\n  | 🌍\noutcome o: 🌍\n  -> ¦g\n", "1:g", ["1:g", "4:g"]),
    "capitals count": ("goal G: x\ngoal g: y\noutcome o: z\n  -> ¦g\n", "2:g", ["2:g", "4:g"]),
    "a part of a name is none": ("goal a: x\ngoal a-b: y\noutcome o: z\n  -> ¦a, a-b\n", "1:a", ["1:a", "4:a"]),
    "the second of two": ("goal a: x\noutcome ¦a: y\noutcome o: z\n  -> a\n", "2:a", ["2:a"]),
    "the first of two": ("goal ¦a: x\noutcome a: y\noutcome o: z\n  -> a\n", "1:a", ["1:a", "4:a"]),
    "free text that is no name": ("goal g: x\n  for: al¦l\n", None, []),
    "an assumption in one word": ("goal g: x\n  outcome o: y\n    assuming Fun¦ding\n", None, ["3:assuming Funding"]),
    "a term with spaces": ("term free pla¦ce: x\n", "1:free place", ["1:free place"]),
    "at the end of the file": ("goal g: x\noutcome o: y\n  -> g¦", "1:g", ["1:g", "3:g"]),
    "in an empty file": ("¦", None, []),
    "in a conflict": ("<<<<<<< a\ngoal g: x\n=======\ngoal ¦g: y\n>>>>>>> b\n", "2:g", ["2:g", "4:g"]),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_names(name):
    text, declared, expected = ODD[name]
    loaded, file, place = at(text)
    found = definition(loaded, file, place)
    assert (words_at(loaded, found) if found else None) == declared
    assert [words_at(loaded, span) for span in uses(loaded, file, place)] == expected


def test_through_all_files(tmp_path):
    (tmp_path / "plan.toc").write_text("goal air: x\ninclude: more/*.toc\n", encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.toc").write_text("outcome o: y\n  -> air\n", encoding="utf-8")
    (tmp_path / "more" / "b.toc").write_text("question: why?\n  on: o -> air\n", encoding="utf-8")
    loaded = toc.load(tmp_path / "plan.toc")
    other = loaded.sources[1].name
    found = uses(loaded, other, loaded.sources[1].text.index("air"))
    assert [words_at(loaded, span) for span in found] == ["plan.toc:1:air", "a.toc:2:air", "b.toc:2:air"]
    where = definition(loaded, other, loaded.sources[1].text.index("air"))
    assert where is not None
    assert words_at(loaded, where) == "plan.toc:1:air"


def test_a_key_holds_names_wherever_it_is_at_home():
    takes = {}
    for place in PLACES.values():
        for key in place.keys:
            takes.setdefault(key.name, set()).add(key.takes)
    mixed = {name for name, kinds in takes.items() if len(kinds) > 1 and name in NAMING_KEYS}
    assert mixed == set()
    assert {name for name, kinds in takes.items() if kinds & {Takes.NAMES, Takes.ABOUT, Takes.LINKING}} == set(
        NAMING_KEYS
    )


def test_a_file_that_is_not_there():
    with pytest.raises(KeyError):
        uses(toc.loads("goal: x"), "other.toc", 0)
    with pytest.raises(KeyError):
        definition(toc.loads("goal: x"), "other.toc", 0)


@given(texts, st.integers(0, 200))
def test_any_place_in_any_text(text, place):
    loaded = toc.loads(text, FILE)
    spans = uses(loaded, FILE, place)
    assert len(set(spans)) == len(spans)
    where = definition(loaded, FILE, place)
    assert where is None or where in spans


assert dedent(THEORY) == THEORY
