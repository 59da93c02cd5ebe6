"""What can come at a place: the best first, also in lines that are half typed and among lines that are broken."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import CURSOR, FILE, at, text_of
from typing_fingers import texts

import toc
from toc.edit import applied
from toc.findings import Edit
from toc.service import complete
from toc.service.complete import MOST
from toc.source import Span

EXAMPLES = Path(__file__).parents[2] / "examples"
THEORY = """\
theory: Clean Air
partner council: Riverside City Council
partner parents: Parents' Association
stakeholder drivers: People who drive to school
pathway school-run: The way to school
goal clean-air: Children breathe clean air
  outcome low-traffic: Fewer cars drive past schools
    activity streets: Close streets at drop-off
  outcome clean-buses: School buses run without diesel
    assuming displaced: Traffic does not move elsewhere
barrier habit: People are used to their cars
indicator no2: Annual mean NO2
term NO2: a gas
session 2026-03-12: First evening
"""


def labels(text):
    """Give what is offered at the mark, without what follows it."""
    found = complete(*at(text))
    return [option.label for option in found.options]


def typed(text):
    """Give what the chosen option would replace."""
    loaded, file, place = at(text)
    found = complete(loaded, file, place)
    return text_of(loaded)[found.start : found.end]


def chosen(text):
    """Write the first option into the text."""
    loaded, file, place = at(text)
    found = complete(loaded, file, place)
    option = found.options[0]
    return applied(text_of(loaded), [Edit(Span(file, found.start, found.end), option.insert)])


FIRST = {
    "an empty file": ("¦", ["theory", "goal", "outcome", "activity", "partner"]),
    "the margin of a theory with a title": ("theory: x\n¦", ["goal", "outcome", "activity", "partner", "assumption"]),
    "below a goal": ("goal g: x\n  ¦", ["outcome", "activity", "because", "assuming", "by", "->"]),
    "below an activity": ("activity a: x\n  ¦", ["by", "because", "assuming", "->"]),
    "below an arrow": ("activity a: x\n  -> b\n    ¦", ["because", "assuming", "risk", "evidence"]),
    "below a contribution": ("activity a: x\n  by b\n    ¦", ["role", "status", "amount"]),
    "below a partner": ("partner p: x\n  ¦", ["aim", "activity", "ring"]),
    "below a session": ("session 2026-03-12:\n  ¦", ["present", "decision", "happened"]),
    "below the title": ("theory: x\n  ¦", ["stage", "assuming", "by", "ceiling"]),
    "below a detail it is the element's place": ("goal g: x\n  due: 2030\n    ¦", ["outcome", "activity"]),
    "below a mention": ("goal g: x\ngoal g\n  ¦", ["outcome", "activity"]),
    "below a broken line": ("goal g x y\n  ¦", ["outcome", "activity"]),
    "below a misspelt kind": ("outcme o: x\n  ¦", ["outcome", "activity", "because"]),
    "below an arrow that leads nowhere yet": ("activity a: x\n  ->\n    ¦", ["because", "assuming"]),
    "back out": ("goal g: x\n  activity a: x\n    by b\n  ¦", ["outcome", "activity", "because"]),
    "notes and blank lines do not count": ("activity a: x\nwhat now?\n# remark\n\n  ¦", ["by", "because"]),
    "continuations do not count": ("activity a: x\n  | more\n  ¦", ["by", "because"]),
    "at the end, without a line end": ("goal g: x\n  out¦", ["outcome", "output"]),
    "after a tab": ("goal g: x\n\t¦", ["outcome", "activity"]),
}


@pytest.mark.parametrize("name", FIRST)
def test_a_line_begins_with_what_makes_sense_there(name):
    text, first = FIRST[name]
    assert labels(text)[: len(first)] == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("go¦", ["goal"]),
        ("GO¦", ["goal"]),
        ("pa¦", ["partner", "pathway"]),
        ("goal g: x\n  bec¦", ["because"]),
        ("goal g: x\n  -¦", ["->", "-|"]),
        ("goal g: x\n  ~¦", ["~>"]),
        ("goal g: x\n  <¦", ["<-"]),
        ("goal g: x\n  strat¦", ["activity"]),
        ("resu¦", ["outcome"]),
        ("goal g: x\n  by c\n    conf¦", ["confirmed-by", "confirmed-on"]),
        ("goal g: x\n  by c\n    on¦", ["depends-on", "confirmed-on"]),
        ("indicator i: x\n  base¦", ["baseline"]),
        ("goal g: x\n  base¦", []),
        ("Maria¦", []),
        ("incl¦", ["include"]),
        ("goal g: x\n  theo¦", []),
    ],
)
def test_words_fit_by_their_beginning(text, expected):
    assert labels(text) == expected


def test_all_kinds_are_possible_everywhere():
    for text in ("theory: x\n¦", "goal g: x\n  ¦", "activity a: x\n  by b\n    ¦", "session s:\n  ¦"):
        assert {"goal", "outcome", "partner", "term", "session", "agreement"} <= set(labels(text)), text


NAMES = {
    "by the text of an element": ("-> bus¦", ["clean-buses"]),
    "by its name": ("-> low¦", ["low-traffic"]),
    "by a part of its name": ("-> traf¦", ["low-traffic"]),
    "by several words": ("-> buses diesel¦", ["clean-buses"]),
    "by words in another order": ("-> diesel bus¦", ["clean-buses"]),
    "in capitals": ("-> BUS¦", ["clean-buses"]),
    "behind a comma": ("-> low-traffic, bus¦", ["clean-buses"]),
    "what does not fit": ("-> xyz¦", []),
    "needs": ("<- clo¦", ["streets"]),
    "feeds back to": ("~> chil¦", ["clean-air"]),
    "works against": ("-| ¦", ["habit", "clean-air", "low-traffic"]),
    "by": ("by ¦", ["council", "parents"]),
    "by a name": ("by river¦", ["council"]),
    "by two": ("by council, ¦", ["parents"]),
    "a mention": ("outcome ¦", ["low-traffic", "clean-buses"]),
    "a mention, half typed": ("outcome bus¦", ["clean-buses"]),
    "a mention of an assumption": ("assuming ¦", ["displaced"]),
    "a mention of a partner": ("partner par¦", ["parents"]),
    "in": ("in: ¦", ["school-run"]),
    "lead": ("lead: ¦", ["council", "parents"]),
    "lead by a name": ("lead: river¦", ["council"]),
    "an ignored rule": ("ignore single¦", ["single-cause"]),
    "an ignored rule by its second word": ("ignore cause¦", ["effect-before-cause", "single-cause"]),
    "needs takes words": ("needs: ¦", ["all", "any"]),
    "status of an activity": ("status: pl¦", ["planned"]),
}


def below_a_new_activity(line):
    return f"{THEORY}activity new: Something new\n  {line}\n"


@pytest.mark.parametrize("name", NAMES)
def test_names_and_values(name):
    line, expected = NAMES[name]
    found = labels(below_a_new_activity(line))
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


OTHER_PLACES = {
    "backup": ("goal g: x\n  by council\n    backup: ¦", ["council", "parents"]),
    "depends-on": ("goal g: x\n  by council\n    depends-on: p¦", ["parents"]),
    "ceiling": ("theory: x\n  ceiling: ¦", ["low-traffic", "clean-buses", "clean-air", "school-run"]),
    "stage": ("theory: x\n  stage: ¦", ["live", "draft", "agreed", "running"]),
    "call": ("theory: x\n  call act¦", ["activity", "action"]),
    "on": ("question: why?\n  on: bus¦", ["clean-buses"]),
    "on, behind a comma": ("question: why?\n  on: clean-air, bus¦", ["clean-buses"]),
    "on, behind an arrow": ("question: why?\n  on: streets -> ¦", ["low-traffic"]),
    "on, behind an arrow that leads nowhere yet": ("question: why?\n  on: streets -> bus¦", ["clean-buses"]),
    "on, behind an arrow back": ("question: why?\n  on: clean-air <- ¦", ["low-traffic", "clean-buses"]),
    "watch": ("assumption: x\n  watch: ¦", ["no2"]),
    "owner": ("risk: x\n  owner: cou¦", ["council"]),
    "present": ("session 2026-04-01:\n  present: council, ¦", ["parents"]),
    "for": ("goal: x\n  for: ¦", ["drivers", "council", "parents"]),
    "role of a contribution": ("goal g: x\n  by council\n    role: ¦", ["lead", "do", "consulted", "informed"]),
    "status of an assumption": ("assumption: x\n  status: ¦", ["open", "holding", "shaky", "broken"]),
    "a session has a name of its own": ("session ¦", ["2026-03-12"]),
    "a term has a name of its own": ("term ¦", ["NO2"]),
    "an arrow of an aim": ("partner council\n  aim a: x\n    -> bus¦", ["clean-buses"]),
    "an arrow of a partner leads nowhere": ("partner p: x\n  -> ¦", []),
    "an arrow at the margin may lead anywhere": ("-> bus¦", ["clean-buses"]),
    "an arrow of a broken line": ("outcome quiet The street is quiet\n  -> bus¦", ["clean-buses"]),
}


@pytest.mark.parametrize("name", OTHER_PLACES)
def test_names_and_values_in_their_places(name):
    text, expected = OTHER_PLACES[name]
    found = labels(f"{THEORY}{text}\n")
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


def test_an_arrow_offers_what_comes_next_first_and_never_itself_or_what_the_line_has():
    found = labels(THEORY.replace("    assuming displaced", "    -> clean-air, ¦\n    assuming displaced"))
    assert found[0] == "low-traffic"
    assert "clean-buses" not in found
    assert "clean-air" not in found


def test_what_it_leads_to_already_comes_last():
    found = labels(THEORY.replace("    activity streets: Close streets at drop-off", "    -> ¦"))
    assert found[-1] == "clean-air"
    assert "low-traffic" not in found


PROSE = [
    "goal clean-air: Chil¦",
    "goal: out¦",
    "goal clean air wh¦",
    "what about the bus¦",
    "goal g: x\n  because: the bus¦",
    "goal g: x\n  because the bus¦",
    "goal g: x\n  | out¦",
    "goal g: x\n  -> clean-buses: the bus¦",
    "goal g: x\n  by council: the par¦",
    "goal g: x\n  ignore single-cause: the bus¦",
    "goal g: x\n  for: the people of coun¦",
    "goal g: x\n  due: 20¦",
    "theory: x\n  language: f¦",
    "theory: x\n  call goal: out¦",
    "# out¦",
    "#out¦",
    "goal g: x\n ¦ outcome o: y",
    "10¦",
    "- out¦",
    "<<<<<<< out¦",
]


@pytest.mark.parametrize("text", PROSE)
def test_nothing_is_offered_inside_words_that_are_free(text):
    loaded, file, place = at(THEORY + text)
    found = complete(loaded, file, place)
    assert (found.options, found.start, found.end) == ((), place, place)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("go¦", "goal: "),
        ("go¦ air: x", "goal air: x"),
        ("g¦oa", "goal: "),
        ("goal g: x\n  bec¦\n", "goal g: x\n  because: \n"),
        ("goal g: x\n  -¦\n", "goal g: x\n  -> \n"),
        ("goal g: x\n  ign¦\n", "goal g: x\n  ignore \n"),
        ("goal g: x\n  ignore no-g¦\n", "goal g: x\n  ignore no-goal: \n"),
        ("goal g: x\n  ignore no-g¦: because\n", "goal g: x\n  ignore no-goal: because\n"),
        ("goal g: x\n  lab¦\n", "goal g: x\n  label.\n"),
        ("goal g: 🌍\noutcome o: x\n  -> ¦", "goal g: 🌍\noutcome o: x\n  -> g"),
        ("goal été: x\noutcome o: x\n  -> ete¦", "goal été: x\noutcome o: x\n  -> été"),
        ("goal e\u0301te\u0301: x\noutcome o: x\n  -> é¦", "goal e\u0301te\u0301: x\noutcome o: x\n  -> été"),
        ("goal هواء: هواء نظيف\noutcome o: x\n  -> نظ¦", "goal هواء: هواء نظيف\noutcome o: x\n  -> هواء"),
        ("goal g: x\noutcome o: x\n  -> ¦g", "goal g: x\noutcome o: x\n  -> g"),
    ],
)
def test_what_is_chosen_takes_the_place_of_what_was_typed(text, result):
    assert chosen(text) == result


def test_an_option_says_what_it_is():
    loaded, file, place = at(THEORY + "activity a: x\n  -> bus¦")
    (option,) = complete(loaded, file, place).options
    assert (option.label, option.insert) == ("clean-buses", "clean-buses")
    assert (option.detail, option.kind) == ("School buses run without diesel", "outcome")
    first = complete(*at("¦")).options[0]
    assert (first.label, first.insert, first.kind) == ("theory", "theory: ", "kind")
    assert first.detail == "the title of the whole, once"


def test_there_are_never_too_many():
    text = "".join(f"outcome o{number}: Something {number}\n" for number in range(200)) + "goal g: x\n  <- ¦"
    assert len(labels(text)) == MOST


def test_inside_an_included_file():
    loaded = toc.load(EXAMPLES / "river-basin" / "basin.toc")
    partner = next(source for source in loaded.sources if "partners" in source.name)
    known = {element.id for element in loaded.theory.elements}
    place = partner.text.index("-> ") + 3
    found = complete(loaded, partner.name, place)
    assert {option.label for option in found.options} <= known
    elsewhere = {one.id for one in loaded.theory.elements if one.span.file != partner.name}
    assert elsewhere & {option.label for option in found.options}


def test_a_file_that_is_not_there():
    with pytest.raises(KeyError):
        complete(toc.loads("goal: x"), "other.toc", 0)


@given(texts, st.integers(0, 200))
def test_any_place_in_any_text(text, place):
    loaded = toc.loads(text, FILE)
    whole = text_of(loaded)
    found = complete(loaded, FILE, place)
    assert 0 <= found.start <= found.end <= len(whole)
    assert len(found.options) <= MOST
    assert len({option.label for option in found.options}) == len(found.options)
    assert not found.options or found.start <= min(place, len(whole)) <= found.end


def test_every_keystroke_of_a_theory():
    """Typed from the first letter on, every line that begins with a word of the language was offered it."""
    whole = THEORY
    missed = []
    for end in range(1, len(whole)):
        head = whole[:end]
        line = head.rsplit("\n", 1)[-1].lstrip()
        word = whole[end:].split(":")[0].split(" ")[0].split("\n")[0]
        if line and line.isalpha() and len(line) == 2:
            wanted = line + word
            found = complete(toc.loads(head, FILE), FILE, end)
            missed += [wanted] if wanted not in [option.label for option in found.options] else []
    assert missed == []


assert CURSOR not in dedent(THEORY)
