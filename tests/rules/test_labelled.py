"""Every wording rule beside statements that people sorted, and notes that are or are not twins.

Print what each says rightly, wrongly and not at all with

    pytest tests/rules/test_labelled.py -s

A rule may say more that is right; it may neither say less, nor more that is wrong, than is recorded here. A rule that
is wrong more than once for three times that it is right is off by default.
"""

from __future__ import annotations

from functools import cache

import pytest
from labelled import PER_STATEMENT, counted, labelled

from toc.rules.catalogue import RULES

RECORDED = {
    "en": {
        "outcome-is-activity": (37, 0, 5),
        "two-levels-in-statement": (17, 1, 0),
        "activity-is-outcome": (28, 0, 1),
        "means-in-statement": (26, 0, 2),
        "compound-statement": (20, 0, 5),
        "label-only": (56, 1, 1),
        "imperative-outcome": (22, 0, 0),
        "no-target-group": (12, 0, 1),
        "partner-as-subject": (9, 0, 0),
        "change-kind-mismatch": (15, 0, 0),
        "number-in-statement": (15, 0, 0),
        "undefined-term": (17, 0, 0),
        "vague-term": (14, 2, 0),
    },
    "fr": {
        "outcome-is-activity": (17, 0, 3),
        "two-levels-in-statement": (7, 0, 0),
        "activity-is-outcome": (16, 0, 0),
        "means-in-statement": (17, 0, 1),
        "compound-statement": (13, 1, 2),
        "label-only": (31, 0, 1),
        "imperative-outcome": (15, 0, 0),
        "no-target-group": (6, 0, 1),
        "partner-as-subject": (6, 0, 0),
        "change-kind-mismatch": (9, 0, 0),
        "number-in-statement": (9, 0, 0),
        "undefined-term": (7, 0, 0),
        "vague-term": (7, 1, 0),
    },
}
"""For each language and rule: right, false, missed."""


@cache
def measured(language):
    counts, wrong = counted(labelled(language))
    rows = [f"{rule:<26} {how['right']:5} {how['false']:5} {how['missed']:6}" for rule, how in counts.items()]
    rows += [f"  {rule}, {how}: {one.kind}: {one.text}" for rule, how, one in wrong]
    print(f"\n{language:<26} right false missed", *rows, sep="\n")  # noqa: T201  the table is what it is for
    return {rule: (how["right"], how["false"], how["missed"]) for rule, how in counts.items()}


@pytest.mark.parametrize("language", RECORDED)
def test_no_rule_got_worse(language):
    found = measured(language)
    worse = {
        rule: (found[rule], recorded)
        for rule, recorded in RECORDED[language].items()
        if found[rule][0] < recorded[0] or found[rule][1] > recorded[1]
    }
    assert not worse, "found, recorded"
    assert set(found) == set(RECORDED[language])


@pytest.mark.parametrize("language", RECORDED)
def test_there_are_enough_of_them_and_most_are_fine(language):
    statements = list(labelled(language))
    assert len(statements) >= {"en": 300, "fr": 150}[language]
    assert len({(one.kind, one.change, one.text) for one in statements}) == len(statements)
    assert {rule for one in statements for rule in one.wanted} == set(PER_STATEMENT)
    assert sum(not one.wanted for one in statements) > len(statements) / 3


@pytest.mark.parametrize("rule", PER_STATEMENT)
def test_who_is_wrong_too_often_is_off(rule):
    right, false, _ = map(sum, zip(*[measured(language)[rule] for language in RECORDED], strict=True))
    loud = next(one for one in RULES if one.name == rule)
    assert false * 3 <= right or not (loud.draft or loud.agreed)
