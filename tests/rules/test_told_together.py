"""What is lacking in more than a few places is told once: with all the places, and with one to begin with."""

from __future__ import annotations

import pytest

import toc

GOAL = "goal g: G\n"


def each(line, number=5):
    """Write a line a few times, with the numbers 1, 2, 3… for ``#``."""
    return "".join(f"{line.replace('#', str(place))}\n" for place in range(1, number + 1))


TOGETHER = {
    "idle-partner": (
        each("partner p#: P#"),
        (
            "Five partners are here, but nothing on the map depends on them: ‘P1’, ‘P2’, ‘P3’ and 2 more. What "
            "would each of them bring?"
        ),
    ),
    "unowned-activity": (
        GOAL + each("  activity a#: A#"),
        "Five activities have nobody who does them: ‘A1’, ‘A2’, ‘A3’ and 2 more. Who takes on which?",
    ),
    "token-partner": (
        each("partner p#: P#\n  ring: core") + GOAL + "  activity a: A\n" + each("    by p#\n      role: consulted"),
        (
            "Five partners close to the middle are only consulted or informed: ‘P1’, ‘P2’, ‘P3’ and 2 more. What "
            "could each of them decide, or take on?"
        ),
    ),
    "contribution-without-benefit": (
        each("partner p#: P#\n  aim m#: M#\n    -> o")
        + GOAL
        + "  outcome o: O\n    condition c: C\n  activity a: A\n"
        + each("    by p#"),
        (
            "Five partners bring something that does not lead to what they are after themselves: ‘P1’, ‘P2’, ‘P3’ "
            "and 2 more. What comes back to each of them?"
        ),
    ),
    "orphan-activity": (
        GOAL + each("activity a#: A#"),
        "Five activities lead to no goal: ‘A1’, ‘A2’, ‘A3’ and 2 more. Which result is each of them for?",
    ),
    "dead-end-result": (
        GOAL + each("outcome o#: O#"),
        "Five results lead nowhere: ‘O1’, ‘O2’, ‘O3’ and 2 more. So what: what changes because of each?",
    ),
    "unsupported-outcome": (
        GOAL + each("  outcome o#: O#"),
        (
            "Five results have nothing that brings them about: ‘O1’, ‘O2’, ‘O3’ and 2 more. What must be in place "
            "first, or are they already true?"
        ),
    ),
    "single-cause": (
        GOAL + each("  outcome o#: O#\n    condition c#: C#"),
        (
            "Five results have one cause each: ‘O1’, ‘O2’, ‘O3’ and 2 more. Is that one enough, on its own, each "
            "time? What else must be true?"
        ),
    ),
    "shortcut-link": (
        GOAL + each("  outcome o#: O#\n    condition c#: C#\n      -> g"),
        (
            "Five arrows lead directly where a longer way leads too. Begin here: ‘C1’ leads to ‘G’ directly, and "
            "also by way of ‘O1’. Is the direct arrow a second way of its own?"
        ),
    ),
    "missing-middle": (
        GOAL + each("  activity a#: A#"),
        "Five arrows jump from work straight to a goal, such as that from ‘A1’. Who does what differently in between?",
    ),
    "leap-without-assumption": (
        GOAL + "  outcome o: O\n" + each("    output p#: P#"),
        (
            "On five arrows the map leaves what you control, such as between ‘P1’ and ‘O’. What has to be true "
            "for people to act?"
        ),
    ),
    "weak-bridge": (
        "goal g: G\n  outcome o1: O1\n    outcome o2: O2\n      outcome o3: O3\n        outcome o4: O4\n"
        + each("          activity a#: A#", 2),
        (
            "All the work for a goal passes through four steps without evidence: ‘O1’, ‘O2’, ‘O3’ and 1 more. "
            "What do you know about each of them?"
        ),
    ),
    "barrier-unaddressed": (
        each("barrier b#: B#"),
        "You named five barriers that nothing on the map works on: ‘B1’, ‘B2’, ‘B3’ and 2 more. Who could, and how?",
    ),
    "orphan-assumption": (
        each("assumption a#: A#"),
        (
            "Five assumptions are attached to no arrow: ‘A1’, ‘A2’, ‘A3’ and 2 more. Which step would fail "
            "without each of them?"
        ),
    ),
    "critical-assumption-untested": (
        GOAL + each("  assumption a#: A#\n    importance: high"),
        (
            "The plan rests on five assumptions that nobody is checking: ‘A1’, ‘A2’, ‘A3’ and 2 more. How would "
            "you notice that one of them is wrong?"
        ),
    ),
    "label-only": (
        GOAL + each("  outcome o#: Awareness"),
        (
            "Five notes are headings: ‘Awareness’, ‘Awareness’, ‘Awareness’ and 2 more. What is different in each "
            "of them, for whom?"
        ),
    ),
    "imperative-outcome": (
        GOAL + each("  outcome o#: Improve the life of widow #"),
        (
            "Five outcomes say what to do: ‘Improve the life of widow 1’, ‘Improve the life of widow 2’, ‘Improve "
            "the life of widow 3’ and 2 more. What will be so, once it is done?"
        ),
    ),
    "no-target-group": (
        GOAL + each("  outcome o#: Rents fall by #"),
        (
            "Five outcomes name nobody: ‘Rents fall by 1’, ‘Rents fall by 2’, ‘Rents fall by 3’ and 2 more. Who "
            "does, has or knows something different then?"
        ),
    ),
    "bare-link": (
        GOAL + each("  outcome o#: O#"),
        (
            "Not one of the 5 arrows is explained. Begin with this one: why would ‘O1’ lead to ‘G’? Finish the "
            "sentence: because …"
        ),
    ),
}


def found(text, rule):
    return [finding for finding in toc.check(toc.loads(text), stage="agreed") if finding.rule == rule]


@pytest.mark.parametrize("rule", TOGETHER)
def test_it_is_told_once_and_every_place_is_named(rule):
    text, says = TOGETHER[rule]
    (told,) = [finding for finding in found(text, rule) if finding.element is None]
    assert told.message == says
    assert len({span.start for span in (told.span, *told.also)}) == (4 if rule == "weak-bridge" else 5)


@pytest.mark.parametrize("rule", [rule for rule in TOGETHER if rule != "shortcut-link"])
def test_what_it_offers_stands_below_the_first_or_where_people_know(rule):
    (told,) = [finding for finding in found(TOGETHER[rule][0], rule) if finding.element is None]
    for fix in told.fixes:
        assert fix.below or not fix.paste or fix.margin


def test_what_is_ignored_for_a_reason_is_not_counted():
    text = each("partner p#: P#") + "partner p6: P6\n  ignore idle-partner: they join in May\n"
    surveyed = toc.check(toc.loads(text), stage="draft")
    assert [one.message.split()[0] for one in surveyed if one.rule == "idle-partner"] == ["Five"]
    assert not [one for one in surveyed if one.rule == "unused-ignore"]
