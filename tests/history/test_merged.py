"""What a merge changed itself, on random theories; and where branches parted."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from strategies import theories

from toc import loads
from toc.compare import compare
from toc.history.merges import meeting, merged


@given(theories(), theories())
@settings(max_examples=25)
def test_a_change_is_the_merges_own_where_no_side_brought_it(base, new):
    there, back = set(compare(base, new)), set(compare(new, base))
    for what, sides, result, own in (
        ("one side did nothing", (base, new), new, set()),
        ("the other one did nothing", (new, base), new, set()),
        ("both did the same", (new, new), new, set()),
        ("neither did anything", (base, base), new, there),
        ("what one brought was dropped", (base, new), base, back),
    ):
        assert set(merged(result, sides, lambda: base).own) == own, what


NAMES = {
    "one side gave the name": ("a", "aa", "a", "aa", []),
    "the name that one side gave was dropped": ("a", "aa", "a", "a", ["aa is a"]),
    "each side gave a name of its own": ("b", "c", "a", "c", []),
    "neither had the name": ("a", "b", "a", "c", ["a is c"]),
    "both began apart": ("a", "b", "", "b", []),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_name_is_the_merges_own_where_no_side_gave_it(case):
    *names, own = NAMES[case]
    one, other, base, new = [loads(f"outcome {name}: Families read\n" if name else "").theory for name in names]
    told = merged(new, (one, other), lambda: base).own
    assert [f"{each.old} is {each.new}" for each in told] == own


PAST = {"f": "d e", "e": "c b", "d": "b", "c": "a", "b": "a", "a": "", "x": ""}


@pytest.mark.parametrize(
    ("commits", "meet"),
    [("d e", "b"), ("d c", "a"), ("d b", "b"), ("c d e", "a"), ("f x", None), ("a x", None)],
)
def test_where_branches_parted(commits, meet):
    past = SimpleNamespace(commits={name: SimpleNamespace(parents=above.split()) for name, above in PAST.items()})
    assert meeting(commits.split(), past, {name: place for place, name in enumerate(PAST)}) == meet
