"""What a word means, in a few short sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import FILE, at, text_of
from typing_fingers import texts

import toc
from toc.service import hover

THEORY = """\
partner council: City Council
  ring: core
  aim votes: Win the next vote
partner clinic: Clinic
goal air: Children breathe clean air
  outcome traffic: Fewer cars drive past schools
    due: 2030
    by council: signs
    by clinic
    -> noise
      by clinic
    assuming moved: Traffic does not move elsewhere
    activity streets: Close streets
      ~> traffic: a habit grows
      -| trade: shops lose customers
outcome noise: It is quiet
outcome trade: Shops do well
indicator no2: Annual mean NO2
  on: air, traffic -> air
  target: 30 (2030)
term NO2: nitrogen dioxide
"""

NAMES = {
    "an outcome": (
        "outcome traf¦fic",
        "traffic",
        [
            "Outcome traffic: Fewer cars drive past schools",
            "‘City Council’ and ‘Clinic’ contribute.",
            "Leads to ‘Children breathe clean air’ and ‘It is quiet’.",
            "Assumes ‘Traffic does not move elsewhere’.",
            "due: 2030",
        ],
    ),
    "where it is used": (
        "-> noi¦se",
        "noise",
        ["Outcome noise: It is quiet", "Needs ‘Fewer cars drive past schools’."],
    ),
    "right behind it": ("-> noise¦", "noise", ["Outcome noise: It is quiet", "Needs ‘Fewer cars drive past schools’."]),
    "a partner": (
        "by ¦council",
        "council",
        [
            "Partner council: City Council",
            "Contributes to ‘Fewer cars drive past schools’.",
            "Wants ‘Win the next vote’.",
            "ring: core",
        ],
    ),
    "a partner who contributes to a step": (
        "by clinic¦",
        "clinic",
        [
            "Partner clinic: Clinic",
            (
                "Contributes to ‘Fewer cars drive past schools’ and the step from ‘Fewer cars drive past schools’ to "
                "‘It is quiet’."
            ),
        ],
    ),
    "an activity": (
        "activity ¦streets",
        "streets",
        [
            "Activity streets: Close streets",
            "Feeds back to ‘Fewer cars drive past schools’.",
            "Works against ‘Shops do well’.",
        ],
    ),
    "an indicator": (
        "indicator no¦2",
        "no2",
        [
            "Indicator no2: Annual mean NO2",
            (
                "About ‘Children breathe clean air’ and the step from ‘Fewer cars drive past schools’ to "
                "‘Children breathe clean air’."
            ),
            "target: 30 (2030)",
        ],
    ),
    "in a value": (
        "on: ai¦r",
        "air",
        ["Goal air: Children breathe clean air", "Needs ‘Fewer cars drive past schools’."],
    ),
    "at the end of an arrow in a value": (
        "traffic -> ¦air",
        "air",
        ["Goal air: Children breathe clean air", "Needs ‘Fewer cars drive past schools’."],
    ),
    "a term": ("term ¦NO2", "NO2", ["Term NO2: nitrogen dioxide"]),
}


def told(text):
    loaded, file, place = at(text)
    found = hover(loaded, file, place)
    return (text_of(loaded)[found.start : found.end], list(found.lines)) if found else None


@pytest.mark.parametrize("name", NAMES)
def test_a_name(name):
    mark, word, lines = NAMES[name]
    text = THEORY.replace(mark.replace("¦", ""), mark, 1)
    assert "¦" in text
    assert told(text) == (word, lines)


@pytest.mark.parametrize(
    ("text", "word", "lines"),
    [
        ("goal g: x\n  -> traf¦ic", "trafic", ["‘trafic’ is not on the map yet.", "Needs ‘x’."]),
        ("outcome quiet¦ It is quiet", "quiet", ["‘quiet’ is not on the map yet."]),
        ("goal e\u0301¦: x", "e\u0301", ["Goal é: x"]),
        ("goal هوا¦ء: هواء نظيف", "هواء", ["Goal هواء: هواء نظيف"]),
        ("goal g: 🌍\noutcome o¦: y", "o", ["Outcome o: y"]),
        ("outcome o¦:", "o", ["Outcome o: no words yet"]),
    ],
)
def test_names_that_are_odd(text, word, lines):
    assert told(text) == (word, lines)


WORDS = {
    "a kind": (
        "go¦al g: x",
        "goal",
        [
            "goal: the lasting change for named people.",
            (
                "Below it may stand: because, for, due, needs, enough, unintended, status, cost, agreed, note, tag, "
                "in, ignore, label."
            ),
        ],
    ),
    "another word for a kind": (
        "goal g: x\n  ¦assuming: y",
        "assuming",
        ["assuming: believed true, and needed by a step."],
    ),
    "an arrow": (
        "goal g: x\n  -¦> h",
        "->",
        ["-> reads: leads to.", "Below it may stand: because, strength, confidence, after, note."],
    ),
    "an arrow that looks otherwise": (
        "goal g: x\n  ¦← h",
        "←",
        ["<- reads: needs: the same arrow, written at its other end."],
    ),
    "an arrow that leads nowhere": ("goal g: x\n  -|¦", "-|", ["-| reads: works against."]),
    "by": ("goal g: x\n  b¦y h", "by", ["by: what a partner brings, does or holds."]),
    "a choice": (
        "activity a: x\n  sta¦tus: done",
        "status",
        ["status: where it stands.", "Write idea, planned, active, done, paused or stopped."],
    ),
    "the same key elsewhere": ("goal g: x\n  sta¦tus: done", "status", ["status: where it stands."]),
    "a date": (
        "goal g: x\n  du¦e: 2030",
        "due",
        ["due: by when.", "Write a year, a month or a day: 2030, 2030-06 or 2030-06-15."],
    ),
    "one choice": ("goal g: x\n  eno¦ugh: yes", "enough", ["enough: one cause is enough.", "Write yes."]),
    "it may repeat": (
        "goal g: x\n  becau¦se: y",
        "because",
        ["because: why this leads there.", "It may stand more than once."],
    ),
    "where it is not at home": (
        "goal g: x\n  base¦line: y",
        "baseline",
        ["baseline belongs to an indicator; here it means nothing."],
    ),
    "include": ("incl¦ude: x.toc", "include", ["include: another file to read here."]),
    "a rule": (
        "goal g: x\n  ignore single-¦cause: y",
        "single-cause",
        None,
    ),
}


@pytest.mark.parametrize("name", WORDS)
def test_a_word_of_the_language(name):
    text, word, lines = WORDS[name]
    found = told(text)
    assert found is not None
    assert found[0] == word
    assert found[1][: len(lines)] == lines if lines else found[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "¦",
        "goal g: wo¦rds",
        "¦  goal g: x",
        "# go¦al",
        "what ¦now",
        "goal g: x\n  | go¦al",
        "goal g: x\n  for: every¦body",
        "goal g: x\n  ignore no-such-ru¦le: y",
        "- go¦al g: x",
    ],
)
def test_nothing_is_told_about_free_words(text):
    assert told(text) is None


@given(texts, st.integers(0, 200))
def test_any_place_in_any_text(text, place):
    loaded = toc.loads(text, FILE)
    found = hover(loaded, FILE, place)
    assert found is None or (found.start <= place <= found.end and found.lines and all(found.lines))
