"""Searches that could take for ever stop at a limit, and say so; nothing walks by calling itself."""

from __future__ import annotations

import pytest

import toc
from toc.load import Loaded
from toc.logic import Graph, cycles, network, pathways, singles, support
from toc.model import Contribution, Detail, Element, Link, LinkRef, Theory
from toc.rules import broken_assumption_in_use, shortcut_link

DEEP = 20_000


def outcomes(number, **more):
    return tuple(Element(f"o{place}", "outcome", f"O{place}", **more) for place in range(number))


def messages(theory, rule, stage="running"):
    return [one.message for one in toc.check(Loaded(theory, (), ()), stage=stage) if one.rule == rule]


def chain(number):
    return tuple(Link(f"o{place + 1}", f"o{place}") for place in range(number - 1))


def test_a_very_long_chain():
    theory = Theory(
        elements=(Element("g", "goal", "G"), Element("a", "activity", "A"), *outcomes(DEEP)),
        links=(Link("o0", "g"), *chain(DEEP), Link("a", f"o{DEEP - 1}")),
        contributions=(Contribution("p", "a"),),
    )
    graph = Graph(theory)
    assert graph.levels["a"] == DEEP + 1
    assert graph.longest_chain == (DEEP + 1, "a")
    assert "g" in graph.holds
    assert "a" in graph.reaches_goal
    assert messages(theory, "map-too-big")[1].startswith(f"The longest chain has {DEEP + 1:,} steps; it starts at ‘A’.")


def test_a_chain_in_which_everything_needs_two_causes():
    needs = (Detail("needs", "2"),)
    theory = Theory(
        elements=(Element("g", "goal", "G"), Element("c", "condition", "C"), *outcomes(DEEP, details=needs)),
        links=(Link("o0", "g"), *chain(DEEP), *[Link("c", f"o{place}") for place in range(DEEP)]),
    )
    assert Graph(theory).holds == {"c"}
    supported = Theory(
        elements=(*theory.elements, Element("d", "input", "D")), links=(*theory.links, Link("d", f"o{DEEP - 1}"))
    )
    assert len(Graph(supported).holds) == DEEP + 3


def test_one_giant_circle():
    theory = Theory(
        elements=(Element("g", "goal", "G"), *outcomes(DEEP)), links=(*chain(DEEP), Link("o0", f"o{DEEP - 1}"))
    )
    (says,) = messages(theory, "causal-cycle")
    assert says.count("‘") == 7
    assert "19,994 more notes" in says


def test_pathways_that_lead_to_each_other_cost_no_arrow_for_each_pair():
    theory = Theory(
        elements=(
            Element("g", "goal", "G"),
            Element("p", "pathway", "P"),
            Element("q", "pathway", "Q"),
            *outcomes(2_000, pathways=("p",)),
            *[Element(f"a{place}", "activity", "A", pathways=("q",)) for place in range(2_000)],
        ),
        links=(Link("p", "g"), Link("q", "p")),
    )
    graph = Graph(theory)
    assert len(graph.causes("o7")) == 2_000
    assert len(graph.reaches_goal) == 4_001
    assert sum(map(len, graph._network.after)) < 10_000  # noqa: SLF001  the cost that must not be quadratic


def ladder(rungs):
    """Build a tangle in which the shortest circle is hard to find: a long ring, and a pair at its far end."""
    links = [*chain(rungs), Link("o0", f"o{rungs - 1}"), Link(f"o{rungs - 2}", f"o{rungs - 1}")]
    return Theory(elements=(Element("g", "goal", "G"), *outcomes(rungs)), links=tuple(links))


def test_a_tangle_that_is_searched_in_full():
    (says,) = messages(ladder(50), "causal-cycle")
    assert "‘O48’ → ‘O49’ → ‘O48’" in says
    assert "The whole tangle has 50 notes." in says
    assert "shorter" not in says


def test_a_tangle_that_is_searched_in_part_says_so(monkeypatch):
    monkeypatch.setattr(cycles, "MOST_STEPS", 60)
    (says,) = messages(ladder(50), "causal-cycle")
    assert says.endswith("There may be a shorter circle: only a part of it was searched.")


def diamonds(number):
    links = [
        link
        for place in range(number)
        for link in (Link(f"o{place + 2}", f"o{place}"), Link(f"o{place + 1}", f"o{place}"))
    ]
    return Theory(elements=(Element("g", "goal", "G"), *outcomes(number + 2)), links=(Link("o0", "g"), *links))


def test_shortcuts_are_searched_up_to_a_limit(monkeypatch):
    assert messages(diamonds(30), "shortcut-link")[0].startswith("29 arrows lead directly")
    monkeypatch.setattr(shortcut_link, "MOST_STEPS", 20)
    says = messages(diamonds(30), "shortcut-link")
    assert not says[0].startswith("29 arrows")
    assert "There are so many arrows that only a part was searched for shortcuts." in says


def test_weak_bridges_are_searched_up_to_a_limit(monkeypatch):
    theory = Theory(
        elements=(
            *[Element(f"g{place}", "goal", f"G{place}") for place in range(5)],
            *[Element(f"a{place}", "activity", "A") for place in range(2)],
            *outcomes(5),
        ),
        links=tuple(
            link
            for place in range(5)
            for link in (Link(f"o{place}", f"g{place}"), Link("a0", f"o{place}"), Link("a1", f"o{place}"))
        ),
    )
    assert messages(theory, "weak-bridge")[0].startswith("All the work for a goal passes through five steps")
    monkeypatch.setattr(singles, "MOST_STEPS", 5)
    says = messages(theory, "weak-bridge")
    assert "There are so many goals that only some were searched for weak bridges." in says
    assert not any("five steps" in said for said in says)


def test_beyond_the_limits_the_answer_is_still_one(monkeypatch):
    monkeypatch.setattr(network, "MOST_SKIPPING", 0)
    monkeypatch.setattr(pathways, "MOST_STEPS", 0)
    monkeypatch.setattr(support, "MOST_COUNTED", 0)
    nested = [Element(f"p{place}", "pathway", "P", pathways=(f"p{place + 1}",)) for place in range(5)]
    theory = Theory(
        elements=(
            Element("g", "goal", "G"),
            *nested,
            *outcomes(5, pathways=("p0", "p4"), details=(Detail("needs", "2"),)),
        ),
        links=(Link("p4", "g"), Link("p0", "p4"), Link("o1", "p4"), Link("p4", "o2")),
    )
    assert toc.check(Loaded(theory, (), ()))


@pytest.mark.parametrize("limit", [0, 500_000])
def test_broken_beliefs_name_what_follows_where_there_are_too_many(monkeypatch, limit):
    monkeypatch.setattr(broken_assumption_in_use, "MOST_STEPS", limit)
    theory = Theory(
        elements=(
            Element("g", "goal", "Goal"),
            Element("a", "activity", "A"),
            *outcomes(1),
            Element("s", "assumption", "S", (Detail("status", "broken"),), about=(LinkRef("a", "o0"),)),
        ),
        links=(Link("a", "o0"), Link("o0", "g")),
        contributions=(Contribution("p", "a"),),
    )
    (says,) = messages(theory, "broken-assumption-in-use")
    assert says.startswith(
        "‘S’ no longer holds. " + ("With it fall ‘Goal’ and ‘O0’." if limit else "‘O0’ and ‘Goal’ rest on it.")
    )
