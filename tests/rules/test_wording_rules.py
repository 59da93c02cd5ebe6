"""What the wording rules say where one statement alone does not decide: twins, the glossary, partners, for whom."""

from __future__ import annotations

import pytest
from told import told

import toc
from toc.findings import Severity
from toc.rules.settings import Settings
from toc.rules.wording import twins, words_of
from toc.rules.words import LANGUAGES, results_for, terms_for, words_for

TWO = "outcome a: {}\noutcome b: {}\n"
TWINS = {
    "en": [
        ("Old people feel safe on the evening bus", "Old people feel safe on the evening bus", True),
        ("Old people feel safe on the evening bus", "Old people feel safe on evening buses", True),
        ("Farmers trained in composting feed their soil", "The farmers trained in composting feed their soil", True),
        ("Rents stay stable in the docks", "Rents in the docks stay stable", True),
        ("Rents stay stable in the docks", "Rents stay stable in the old town", False),
        (
            "Girls finish secondary school in all nine districts",
            "Boys finish secondary school in all nine districts",
            False,
        ),
        (
            "Class 3 pupils read a whole book by themselves each month",
            "Class 4 pupils read a whole book by themselves each month",
            False,
        ),
        (
            "Families near Marlow drink clean water all year round",
            "Families near Kitale drink clean water all year round",
            False,
        ),
        ("More families near the mine drink clean water", "Fewer families near the mine drink clean water", False),
        ("Trust", "Trust", True),
        ("Trust", "Trusts", True),
        ("Trust", "Hope", False),
    ],
    "fr": [
        ("Les anciens voient leurs amis chaque semaine", "Les anciens voient leurs amis chaque semaine", True),
        ("Les anciens voient un ami chaque semaine", "Les anciens voient des amis chaque semaine", True),
        ("Les anciens voient leurs amis chaque semaine", "Les anciens voient leurs enfants chaque semaine", False),
        (
            "Les filles terminent le collège dans chaque district du plateau",
            "Les garçons terminent le collège dans chaque district du plateau",
            False,
        ),
    ],
    "ar": [
        ("تدريب كل طالب في الصف التاسع", "تدريب كل طالب في الصف التاسع", True),
        ("تدريب كل طالب في الصف التاسع", "تدريب كل معلم في الحي", False),
    ],
}
"""Two outcomes of one theory, and whether they are one thought written twice."""

CASES = {
    "twins are told once, however many": (
        "duplicate-statement",
        TWO.format("Trust", "Trust") + "outcome c: Trust",
        ["b"],
    ),
    "notes of two kinds are no twins": ("duplicate-statement", "goal a: Rents fall\noutcome b: Rents fall", []),
    "for others it is another change": (
        "duplicate-statement",
        "outcome a: Rents fall\n  for: widows\noutcome b: Rents fall\n  for: students",
        [],
    ),
    "what was stopped is no twin": (
        "duplicate-statement",
        "activity a: Run a fair\nactivity b: Run a fair\n  status: stopped",
        [],
    ),
    "an abbreviation is told once": ("undefined-term", TWO.format("MARAC meets", "MARAC decides"), ["a"]),
    "a term explains it": ("undefined-term", "outcome a: MARAC meets\nterm MARAC: all services", []),
    "a term of several words explains it": (
        "undefined-term",
        "outcome a: ILM schemes run\nterm integrated land management: x",
        [],
    ),
    "a partner's name explains it": ("undefined-term", "partner p: Riverside Homes (RHX)\noutcome a: RHX meets", []),
    "the first letters of a partner explain it": (
        "undefined-term",
        "partner p: Riverside Housing Trust\noutcome a: RHT meets",
        [],
    ),
    "brackets explain it": (
        "undefined-term",
        TWO.format("Farmers drain Inland Valley Swamps (IVS)", "IVS stay dry"),
        [],
    ),
    "it is explained in brackets": (
        "undefined-term",
        "outcome a: MARAC (the meeting of all services) ends in time",
        [],
    ),
    "brackets alone explain nothing": ("undefined-term", "outcome a: Farmers drain their swamps (RAIC)", ["a"]),
    "several of one": ("undefined-term", "outcome a: CHWs visit every home", ["a"]),
    "what everybody knows": ("undefined-term", "outcome a: Refugees hold EU and UN papers, HIV tests are free", []),
    "a number in Roman": ("undefined-term", "outcome a: Phase II and phase XIV end in time", []),
    "a shout": ("undefined-term", "outcome a: NOBODY SLEEPS OUTSIDE", []),
    "a source keeps its words": ("undefined-term", "evidence a: JEEH study 2023", []),
    "other languages know other abbreviations": ("undefined-term", "theory: T\n  language: ar\noutcome a: CPR", []),
    "a word to avoid": (
        "undefined-term",
        "outcome a: The restrictions of pumps; a restriction a week\nterm rota: x\n  not: restriction",
        ["a"],
    ),
    "words to avoid": (
        "undefined-term",
        "outcome a: The base load is kept\nterm minimum flow: x\n  not: base load",
        ["a"],
    ),
    "a part of words to avoid": (
        "undefined-term",
        "outcome a: The base is kept\nterm minimum flow: x\n  not: base load",
        [],
    ),
    "one goal names nobody": ("no-target-group", "goal a: Clean rivers", ["a"]),
    "its people are told below": ("no-target-group", "goal a: Clean rivers\n  for: whoever swims", []),
    "outcomes are told once": ("no-target-group", "outcome a: Rents fall\noutcome b: Prices fall", [None]),
    "a state needs nobody": ("no-target-group", "outcome a: The bay is clean\n  change: state", []),
    "nobody aims at a side effect": ("no-target-group", "outcome a: Rents rise\n  unintended: yes", []),
    "a partner is somebody": ("no-target-group", "partner mill: Mill\noutcome a: The mill closes its loop", []),
    "a pathway says for whom": (
        "no-target-group",
        "pathway p: P\n  for: widows\n  pathway q: Q\n    outcome a: Rents fall",
        [],
    ),
    "one outcome is left out for a reason": (
        "no-target-group",
        "outcome a: Rents fall\n  ignore no-target-group: everybody\noutcome b: Prices fall",
        ["b"],
    ),
    "no list, no question": ("no-target-group", "theory: T\n  language: de\ngoal a: Saubere Bäche", []),
    "what a partner did": (
        "partner-as-subject",
        "partner p: Harbour Clinic\noutcome a: Harbour Clinic trained 40 nurses",
        ["a"],
    ),
    "what a partner's people do": (
        "partner-as-subject",
        "partner p: Harbour Clinic\noutcome a: Harbour Clinic nurses visit ships",
        [],
    ),
    "a change for the partner": (
        "partner-as-subject",
        "partner p: Harbour Clinic\noutcome a: Harbour Clinic runs on time\n  for: p",
        [],
    ),
    "a target with an indicator": ("number-in-statement", "outcome a: Cases fall by 30 %\n  indicator: Cases", []),
    "a target without": ("number-in-statement", "outcome a: Cases fall by 30 %", ["a"]),
    "the number of a goal stands": ("number-in-statement", "goal a: Cases fall by 30 %", []),
    "one cause, one finding: work": ("means-in-statement", "outcome a: Train nurses through weekly talks", []),
    "one cause, one finding: two steps": (
        "means-in-statement",
        "outcome a: Cases fall through talks in order to save lives",
        [],
    ),
    "one cause, one finding: a heading": ("no-target-group", "goal a: Sustainability", []),
    "a mark on a card is no heading": ("label-only", "outcome a: A", []),
}
"""A rule, a theory, and the notes about which it speaks."""


@pytest.mark.parametrize("case", CASES)
def test_which_notes_are_told(case):
    rule, text, wanted = CASES[case]
    assert told(text, (rule,), stage="agreed") == [f"{rule} {one}" for one in wanted]


@pytest.mark.parametrize(
    ("language", "one", "other", "same"), [(code, *pair) for code in TWINS for pair in TWINS[code]]
)
def test_twins(language, one, other, same):
    text = f"theory: T\n  language: {language}\n{TWO.format(one, other)}"
    assert told(text, ("duplicate-statement",)) == (["duplicate-statement b"] if same else [])


def test_work_that_two_partners_plan_is_told_as_such():
    text = """
        partner shelter: The Shelter
        partner council: City Council
        activity a: Visit rough sleepers at night
          by shelter
        activity b: Visit rough sleepers at night
          by council
    """
    (says,) = told.messages(text, "duplicate-statement")
    assert says.startswith("‘The Shelter’ and ‘City Council’ plan the same, it seems: ‘Visit rough sleepers at night’.")


def test_few_texts_are_compared_however_many_there_are():
    texts = [frozenset(words_of(f"the same five words as always but{n} one{n}")) for n in range(3000)]
    assert list(twins(texts, 0.8)) == []
    assert list(twins([*texts, texts[7]], 0.8)) == [(7, 3000)]


@pytest.mark.parametrize(
    "line",
    [
        "9" * 99_000,
        "9 " * 49_000,
        "rises and falls " * 6_000,
        "through by means of " * 4_900,
        "(" * 99_000,
        "x" * 99_000 + " (",
        "AB " * 33_000,
    ],
    ids=range(7),
)
def test_a_very_long_line_costs_no_more_than_its_length(line):
    text = (
        f"partner p: P\ngoal a: {line}\noutcome b: {line}\n  change: state\nactivity c: {line}\nterm t: T\n  not: rises"
    )
    settings = Settings((("vague-term", Severity.ADVICE),))
    assert toc.check(toc.loads(text), stage="agreed", settings=settings)


def test_the_group_has_its_own_words_for_what_is_vague():
    text = "outcome a: Carers are empowered\noutcome b: We leverage the river"
    assert told(text, ("vague-term",)) == []
    found = toc.check(toc.loads(text), settings=Settings((("vague-term", Severity.ADVICE),), vague_words=("river",)))
    assert [one.element for one in found if one.rule == "vague-term"] == ["b"]


@pytest.mark.parametrize("language", sorted(set(LANGUAGES.values())))
def test_a_language_has_all_its_lists(language):
    assert words_for(language)
    assert results_for(language)
    assert terms_for(language)
