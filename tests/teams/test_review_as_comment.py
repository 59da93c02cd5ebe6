"""A review as a comment: nothing in it is markup or an order, and it is never too long."""

from __future__ import annotations

import re

from hostile import TEXTS
from reading import LATER, PLAN, told
from repositories import commit, git

from toc.teams import MARK, MOST, length


def test_no_words_become_markup_or_call_anybody(folder, review):
    git(folder, "checkout", "-q", "main")
    commit(folder, {f"{number}.toc": PLAN for number in range(len(TEXTS))})
    git(folder, "checkout", "-q", "-b", "winter")
    plans = [PLAN.replace("Reading", text).replace("Families read together", f"Now {text}") for text in TEXTS]
    commit(folder, {f"{number}.toc": plan for number, plan in enumerate(plans)})
    said = review("main")
    _assert_harmless(said)
    assert said.count("\n### In other words\n") == len(TEXTS)


CALLS = ("@octocat", "a@b.org", "#12", "o/r#12", "GH-12", "gh-3", "!7", "$8", "&9", "%10", '%"x"', "~bug", '~"a b"')
ORDERS = ("/close", "/merge", "/assign @ana")


def test_forges_read_nothing_into_the_words(folder, review):
    lines = "".join(
        [f"goal g{number}: {text}\n  | {text}\n" for number, text in enumerate((*CALLS, *ORDERS, ":+1:", "::error::x"))]
    )
    commit(folder, {"plan.toc": PLAN + lines})
    said = review("main")
    _assert_harmless(said)
    for call in CALLS:
        assert call not in told(said)
    assert ":+1:" not in told(said)
    assert "\\@&#8203;octocat" in said


def _assert_harmless(said):
    assert said.startswith(MARK + "\n")
    assert re.search(r"@\w|#\d(?!203;)|\bGH-\d", told(said), re.IGNORECASE) is None
    ours = ("<!-- toc-review -->", "<del>", "</del>", "<ins>", "</ins>", "<sub>", "</sub>")
    for line in said.splitlines():
        assert not line.lstrip().startswith(("/", "::", "##[")), line
    words = told(said)
    for tag in ours:
        words = words.replace(tag, "")
    assert re.search(r"(?<!\\)<", words) is None
    assert said.count("```") == 2 * said.count("```mermaid")
    assert said.count("<details") == said.count("</details>") == said.count("```mermaid")


def test_a_comment_never_holds_more_than_it_may(folder, review):
    many = "".join([f"  outcome o{number}: Outcome 😀 number {number} &#1 is one of many\n" for number in range(1500)])
    commit(folder, {f"plan{number}.toc": PLAN for number in range(3)})
    git(folder, "checkout", "-q", "-b", "more")
    commit(folder, {"plan.toc": LATER, **{f"plan{number}.toc": PLAN + "goal all: All\n" + many for number in range(3)}})
    said = review("autumn")
    assert MOST * 0.7 < length(said) <= MOST
    assert "**2 changes from" in said
    left = [int(each.replace(",", "")) for each in re.findall(r"… and ([\d,]+) more, which are too many", said)]
    shown = [said.count(f"## Reading\n\nplan{number}.toc") for number in range(3)]
    assert shown == [1, 1, 1]
    assert len(left) == 3
    assert sum(left) + said.count("\n- ➕ ") == 3 * 1501
    assert said.count("Not every picture fits into a comment; toc render draws them all.") == 3
    assert "\nMost families read together" in said


def test_too_many_plans_are_counted(folder, review):
    title = "&1" * 400
    commit(folder, {f"plan{number:03}.toc": f"theory: {title}\ngoal g: G\n" for number in range(20)})
    said = review("main")
    assert length(said) <= MOST
    more = re.search(r"… and (\d+) more plans, which are too many for a comment.\n$", said)
    assert int(more[1]) + said.count("\n## ") == 20


def test_a_picture_with_more_arrows_than_a_forge_draws_is_left_out(folder, review):
    git(folder, "checkout", "-q", "-b", "more")
    big = "goal g: G\n" + "".join([f"  activity a{number}: A\n" for number in range(501)])
    commit(folder, {"plan.toc": big})
    git(folder, "checkout", "-q", "-b", "most")
    commit(folder, {"plan.toc": big.replace("goal g: G", "goal g: H")})
    said = review("more")
    assert "<details" not in said
    assert said.endswith("Not every picture fits into a comment; toc render draws them all.\n")


def test_very_long_words_are_cut(folder, review):
    commit(folder, {"plan.toc": PLAN.replace("Families", "Families " + "very " * 15_000)})
    said = told(review("main"))
    assert length(said) < 2_000
    assert "very v…</ins>" in said
