"""So many arrows that they say nothing.

When everything leads to everything, the map no longer shows what the group believes in. This looks for three
signs: an activity that leads to most outcomes around it, two rows of the picture that are almost fully joined, and
a note with more causes than anybody can keep in mind. An arrow to or from a pathway counts once, so bundling
helps.

Where the lines are drawn is a setting (`full_share`, `outcomes_of_one_activity`, `notes_in_a_full_row`,
`causes_of_one_result`). The numbers are ours.

Source: "everything leads to everything" is a known pitfall of workshops; the Conservation Standards ask for simple
maps.

Speaks up:

```toc
goal calm: The square is a calm place at night
  outcome light: The square is well lit
  outcome cafes: Cafés stay open late
  outcome wardens: Wardens know the young people
  outcome music: Young people make music indoors
activity forum: Meet as a forum every month
  -> light, cafes, wardens, music
```

Silent:

```toc
goal calm: The square is a calm place at night
  outcome light: The square is well lit
  outcome cafes: Cafés stay open late
  outcome wardens: Wardens know the young people
  outcome music: Young people make music indoors
activity forum: Meet as a forum every month
  -> wardens
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import CAUSAL_KINDS, Link, LinkKind

from .phrases import name, name_of
from .rule import ADVICE, Facts, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import Element

_KEEP = Fix("Keep the one or two arrows that carry the story, or draw one arrow to a pathway")


def find(facts: Facts) -> Iterator[Finding]:
    """Look at rows first; what stands in a full row is not told again."""
    known = facts.theory.by_id
    drawn = [
        link
        for link in facts.theory.links
        if link.kind is LinkKind.LEADS_TO
        and link.source in known
        and link.target in known
        and known[link.source].kind in CAUSAL_KINDS
        and known[link.target].kind in CAUSAL_KINDS
        and not is_stopped(known[link.source])
    ]
    full = _full_rows(drawn, facts)
    for start in full.values():
        message = (
            f"Almost everything in the row of {name_of(facts.theory, start)} leads to everything in the row above it."
        )
        yield on_element(known[start], f"{message} Which arrows carry the story?", _KEEP)
    yield from _busy_activities(drawn, full, facts)
    yield from _crowded_results(drawn, full, facts)


def _full_rows(drawn: Sequence[Link], facts: Facts) -> Mapping[int, str]:
    """Give the rows that lead almost fully to the row above them, each with its first note."""
    levels, limits = facts.graph.levels, facts.thresholds
    inside = [one for one in facts.graph.places if one in facts.theory.by_id]
    sizes = Counter([levels[one] for one in inside])
    joined = Counter([levels[link.source] for link in drawn if levels[link.source] == levels[link.target] + 1])
    first: dict[int, str] = {}
    for row in sorted(joined):
        below, above = sizes[row], sizes[row - 1]
        if min(below, above) >= limits.notes_in_a_full_row and joined[row] > limits.full_share * below * above:
            first[row] = next(one for one in inside if levels[one] == row)
    return first


def _busy_activities(drawn: Sequence[Link], full: Mapping[int, str], facts: Facts) -> Iterator[Finding]:
    known, limits = facts.theory.by_id, facts.thresholds
    reached: dict[str, set[str]] = defaultdict(set)
    for link in drawn:
        if known[link.source].kind == "activity" and known[link.target].kind == "outcome":
            reached[link.source].add(link.target)
    busy = {one: to for one, to in reached.items() if len(to) >= limits.outcomes_of_one_activity}
    around: dict[str, set[str]] = _outcomes_by_pathway(facts) if busy else {}
    for one, to in busy.items():
        activity = known[one]
        for pathway in activity.pathways or ("",):
            outcomes = around.get(pathway, set())
            if len(to & outcomes) >= max(limits.full_share * len(outcomes), limits.outcomes_of_one_activity):
                if facts.graph.levels[one] not in full:
                    yield on_element(activity, _too_busy(activity, len(to & outcomes), len(outcomes)), _KEEP)
                break


def _too_busy(activity: Element, reached: int, around: int) -> str:
    of = "all" if reached == around else f"{reached} of the"
    return f"{name(activity)} leads to {of} {around} outcomes around it. Which one or two is it for?"


def _outcomes_by_pathway(facts: Facts) -> dict[str, set[str]]:
    """Give the outcomes of every pathway, and under an empty name those of the whole map."""
    found: dict[str, set[str]] = defaultdict(set)
    for outcome in facts.theory.of_kind("outcome"):
        for pathway in ("", *outcome.pathways):
            found[pathway].add(outcome.id)
    return found


def _crowded_results(drawn: Sequence[Link], full: Mapping[int, str], facts: Facts) -> Iterator[Finding]:
    causes = Counter([link.target for link in drawn])
    for one, number in causes.items():
        if number > facts.thresholds.causes_of_one_result and facts.graph.levels[one] + 1 not in full:
            said = name_of(facts.theory, one)
            message = f"{number} notes lead straight to {said}. Which of them belong together in a step of their own?"
            yield on_element(facts.theory.by_id[one], message, _KEEP)


RULE = Rule("tangled-links", find, None, ADVICE, ADVICE, ADVICE)
