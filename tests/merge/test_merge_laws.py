"""What merging promises, tried on random theories, on random texts, and on what two people do to one text at once."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from random import Random

from edits import edited
from hypothesis import event, given, settings
from hypothesis import strategies as st
from printing import flat, outline
from strategies import theories
from typing_fingers import texts

import toc
from toc.decoding import of_text
from toc.memory import Memory
from toc.merge import Tangled, merge
from toc.merge.blocks import blocks_of
from toc.merge.page import Labels, write_page
from toc.merge.pairs import everything
from toc.merge.weave import woven

MARKS = ("<<<<<<<", "=======", ">>>>>>>")
plans = st.one_of(theories().map(flat), theories().map(outline))
seeds = st.integers(0, 10**6)
few = st.integers(1, 4)


def both(base, seed, times):
    random = Random(seed)  # noqa: S311  edits, no secrets
    return [edited(base, random, who, times) for who in ("ours", "theirs")]


@given(st.one_of(plans, texts), seeds, few)
def test_what_only_one_side_changed_is_taken_as_it_is(base, seed, times):
    ours, theirs = both(base, seed, times)
    assert merge(base, base, theirs) == (theirs, (), ())
    assert merge(base, ours, base) == (ours, (), ())
    assert merge(base, ours, ours) == (ours, (), ())


@given(st.one_of(plans, texts), seeds, few)
def test_it_is_taken_as_it_is_also_when_looked_at_block_by_block(base, seed, times):
    base = of_text(base, "").text
    for changed in both(base, seed, times):
        assert block_by_block(base, base, changed) == changed
        assert block_by_block(base, changed, base) == changed
        assert block_by_block(base, changed, changed) == changed


def block_by_block(*versions):
    before, ours, theirs = (blocks_of(text, Memory()) for text in versions)
    page = write_page(woven(before.top, ours.top, theirs.top).top, Labels(), 7)
    assert page.conflicts == []
    tail, ended = (ours.tail, ours.ended) if before[1:] != ours[1:] else (theirs.tail, theirs.ended)
    lines = [*page.lines, *tail]
    return "\n".join(lines) + ("\n" if lines and ended else "")


@given(st.one_of(plans, texts), seeds, few)
def test_no_line_is_lost_and_none_is_made_up(base, seed, times):
    ours, theirs = both(base, seed, times)
    try:
        merged = merge(base, ours, theirs)
    except Tangled as why:
        event(f"tangled: {str(why)[:20]}")
        return
    event("conflict" if merged.conflicts else "clean")
    before, own, other, now = map(bare, (base, ours, theirs, merged.text))
    for line in before | own | other | now:
        if own[line] >= before[line] <= other[line]:
            added = max(own[line], other[line]) if not before[line] else before[line]
            assert now[line] >= added, line
        assert now[line] == 0 or own[line] + other[line] > 0, line


def bare(text):
    lines = of_text(text, "").text.split("\n")
    return Counter([line.strip() for line in lines if line.strip() and not line.startswith(MARKS)])


@given(plans, seeds, few)
def test_the_facts_are_those_that_either_side_added_or_kept(base, seed, times):
    ours, theirs = both(base, seed, times)
    with suppress(Tangled):
        merged = merge(base, ours, theirs)
        before, own, other, now = map(facts, (base, ours, theirs, merged.text))
        for fact in before | own | other | now:
            if merged.conflicts:
                break
            if before[fact] == own[fact]:
                assert now[fact] == other[fact], fact
            elif before[fact] == other[fact] or own[fact] == other[fact]:
                assert now[fact] == own[fact], fact
        event("conflict" if merged.conflicts else "clean")


def facts(text):
    """Give every line with the name of what it belongs to; blank lines say nothing."""
    found = everything(blocks_of(text, Memory()).top)
    return Counter([(home(block), *[line.strip() for line in block.own if line.strip()]) for block in found])


def home(block):
    above = None if block.aside else block.above
    while above and not above.named:
        above = above.above
    return above.named if above else None


@given(plans, seeds, few)
def test_who_merges_whom_does_not_matter_but_for_the_order(base, seed, times):
    ours, theirs = both(base, seed, times)
    with suppress(Tangled):
        one, other = merge(base, ours, theirs), merge(base, theirs, ours)
        assert len(one.conflicts) == len(other.conflicts)
        if not one.conflicts:
            assert toc.loads(one.text).theory == toc.loads(other.text).theory


@settings(max_examples=40)
@given(plans, seeds, few)
def test_where_histories_cross_what_each_settled_in_its_own_way_is_a_conflict_again(base, seed, times):
    """Git merges the last common versions first, and gives us the result with its conflicts as the base."""
    with suppress(Tangled):
        crossed = merge(base, *both(base, seed, times), size=9)
        one, other = (taken(crossed.text, side) for side in (0, 1))
        event("conflict" if crossed.conflicts else "clean")
        for ours, theirs in ((one, other), (other, one)):
            again = merge(crossed.text, ours, theirs)
            assert bool(again.conflicts) >= (set(bare(ours)) != set(bare(theirs)))
            assert set(bare(ours) | bare(theirs)) <= set(bare(again.text))
            assert merge(crossed.text, ours + "# later\n", ours) == (ours + "# later\n", (), ())


def taken(text, side):
    """Settle all conflicts by taking the wordings of one side."""
    kept, within = [], None
    for line in text.split("\n"):
        if line.startswith(("<<<<<<<<<", "=========", ">>>>>>>>>")):
            within = {"<": 0, "=": 1, ">": None}[line[0]]
        elif within in (None, side):
            kept.append(line)
    return "\n".join(kept)
