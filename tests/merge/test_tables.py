"""Plans of several tables in one text: nothing is lost, and nothing of one table is taken for something of another."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from printing import flat, outline
from strategies import UNSEEN, theories
from typing_fingers import texts

import toc
from toc.decoding import of_text
from toc.merge.tables import together
from toc.model import OWN_NAMESPACE

plans = st.one_of(theories().map(flat), theories().map(outline))


def laid_together(*tables):
    laid = together([of_text(text, f"{number}.toc") for number, text in enumerate(tables)])
    return [toc.loads(text).theory for text in tables], toc.loads(laid.text).theory


@settings(max_examples=30)
@given(st.lists(texts, min_size=2, max_size=3))
def test_any_texts_can_be_laid_together(tables):
    laid = together([of_text(text, f"{number}.toc") for number, text in enumerate(tables)])
    assert "duplicate-id" not in {finding.rule for finding in toc.loads(laid.text).findings} or any(map(twice, tables))


def twice(text):
    return any(finding.rule == "duplicate-id" for finding in toc.loads(text).findings)


def said(theory):
    return Counter((element.kind, element.text) for element in theory.elements)


@settings(max_examples=30)
@given(st.lists(plans, min_size=2, max_size=3))
def test_everything_is_still_there(tables):
    apart, whole = laid_together(*tables)
    assert said(whole) == sum([said(theory) for theory in apart], Counter())
    assert drawn(whole) == sum([drawn(theory) for theory in apart], Counter())
    assert given_by(whole) == set().union(*map(given_by, apart))
    assert len(whole.notes) == sum(len(theory.notes) for theory in apart)


def words_of(theory):
    """Give the words behind every name; terms and sessions have names of their own."""
    shared = [element for element in theory.elements if element.kind not in OWN_NAMESPACE]
    return {element.id: (element.kind, element.text) for element in shared}


def given_by(theory):
    """Give who contributes what to what; equal words of somebody whom nobody declared are said once."""
    words = words_of(theory)
    found = [(words.get(one.partner), one.to, one.what) for one in theory.contributions]
    return {(partner, str(to) if to is None else words.get(str(to)), what) for partner, to, what in found}


def drawn(theory):
    """Give the arrows by the words at both ends; a name that nobody declared is the same one at every table."""
    words = words_of(theory)
    ends = [(words.get(link.source), words.get(link.target), link.kind) for link in theory.links]
    return Counter(end for end in ends if None not in end or UNSEEN in words)


def test_names_that_clash_get_new_ones_wherever_they_are_used():
    one = "partner school: School\ngoal read: Children read\n  outcome read-2: Books are there\n"
    other = (
        "goal read: Children read well\n  outcome club: A club meets\n    lead: school\n    by school: a room\n"
        "    -> read, read-3\npartner school: The school\nterm read: to understand\n"
    )
    laid = together([of_text(one, "1.toc"), of_text(other, "2.toc")])
    assert laid.text == (
        f"# from 1.toc\n{one}\n# from 2.toc\n"
        "goal read-4: Children read well\n  outcome club: A club meets\n    lead: school-2\n    by school-2: a room\n"
        "    -> read-4, read-3\npartner school-2: The school\nterm read: to understand\n"
    )
    assert laid.renamed == (
        "‘read’ of 2.toc is called ‘read-4’ now: an earlier table uses ‘read’ too.",
        "‘school’ of 2.toc is called ‘school-2’ now: an earlier table uses ‘school’ too.",
    )
    (alike,) = laid.alike
    assert alike.startswith("Perhaps the same goal: ‘read’ of 1.toc and ‘read-4’ of 2.toc. If so, use one name")
