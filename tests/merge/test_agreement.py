"""Names mean after merging what they meant before it, or somebody is told."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

import toc
from toc.merge import merge

NAMED = """\
goal g: G
  outcome cars: Fewer cars
    activity a: Act
      -> g: so it is
"""
CALLED = "is called ‘traffic’ now, also in the lines that one side wrote with the old name."
GIVEN = "now, because the other side gave that name to something else."
WRITTEN = "is written into its line now, so that what uses it still finds it."
MISSING = "is still used, but one side took it out or gave it another name; toc check shows where."
MAY, JUNE = "outcome: We win the cup in May\n", "outcome: We win the cup in June\n"
TRAIN, PRAY = "activity t: Train\n  -> we-win-the-cup\n", "activity p: Pray\n  -> we-win-the-cup\n"

NAMES = {
    "a new name goes into the lines that the other side wrote": (
        NAMED,
        NAMED.replace("cars:", "traffic:"),
        NAMED + "\nindicator n: N\n  on: cars, cars -> g\n  source: cars\n",
        NAMED.replace("cars:", "traffic:") + "\nindicator n: N\n  on: traffic, traffic -> g\n  source: traffic\n",
        [f"‘cars’ {CALLED}"],
    ),
    "a new name and another reason": (
        NAMED.replace("-> g", "-> cars"),
        NAMED.replace("-> g", "-> cars").replace("cars", "traffic").replace("Fewer traffic", "Fewer cars"),
        NAMED.replace("-> g: so it is", "-> cars: so they say"),
        NAMED.replace("cars:", "traffic:").replace("-> g: so it is", "-> traffic: so they say"),
        [f"‘cars’ {CALLED}"],
    ),
    "a new name that everybody uses is no news": (
        NAMED.replace("-> g", "-> cars"),
        NAMED.replace("-> g", "-> traffic").replace("cars:", "traffic:"),
        NAMED.replace("-> g", "-> cars") + "goal h: H\n",
        NAMED.replace("-> g", "-> traffic").replace("cars:", "traffic:") + "goal h: H\n",
        [],
    ),
    "a new name with new words is no name that anybody could know": (
        NAMED,
        NAMED.replace("cars: Fewer cars", "walk: Children walk"),
        NAMED + "activity b: B\n  -> cars\n",
        NAMED.replace("cars: Fewer cars", "walk: Children walk") + "activity b: B\n  -> cars\n",
        [f"‘cars’ {MISSING}"],
    ),
    "a name that was taken out": (
        NAMED + "partner p: P\n",
        NAMED,
        NAMED + "partner p: P\ngoal h: H\n  by p\n",
        NAMED + "goal h: H\n  by p\n",
        [f"‘p’ {MISSING}"],
    ),
    "each side added words that make one name": (
        "goal g: G\n",
        f"goal g: G\n{MAY}{TRAIN}",
        f"goal g: G\n{JUNE}{PRAY}",
        f"goal g: G\n{MAY}{TRAIN}{JUNE.replace(': We', ' we-win-the-cup-2: We')}{PRAY.replace('cup', 'cup-2')}",
        [f"‘we-win-the-cup’ of one side is called ‘we-win-the-cup-2’ {GIVEN}"],
    ),
    "a name that was made and one that was given": (
        "goal g: G\n",
        "goal g: G\noutcome we-win-the-cup: They win\n",
        f"goal g: G\n{MAY}{TRAIN}",
        "goal g: G\noutcome we-win-the-cup: They win\n"
        + (MAY + TRAIN).replace("cup\n", "cup-2\n").replace(": We", " we-win-the-cup-2: We"),
        [f"‘we-win-the-cup’ of one side is called ‘we-win-the-cup-2’ {GIVEN}"],
    ),
    "where nobody uses a name, nothing is written": (
        "goal g: G\n", f"goal g: G\n{MAY}", f"goal g: G\n{JUNE}", f"goal g: G\n{MAY}{JUNE}", [],
    ),
    "a name was made from words that changed": (
        "goal g: G\n  outcome: We win the cup\n",
        "goal g: G\n  outcome: We win every cup\n",
        f"goal g: G\n  outcome: We win the cup\n{PRAY}",
        f"goal g: G\n  outcome we-win-the-cup: We win every cup\n{PRAY}",
        [f"The name ‘we-win-the-cup’ {WRITTEN}"],
    ),
    "a name has a number because another one was there": (
        f"goal g: G\n{MAY}{JUNE}",
        f"goal g: G\n{JUNE}",
        f"goal g: G\n{MAY}{JUNE}activity p: Pray\n  -> we-win-the-cup-2\n",
        "goal g: G\noutcome we-win-the-cup-2: We win the cup in June\nactivity p: Pray\n  -> we-win-the-cup-2\n",
        [f"The name ‘we-win-the-cup-2’ {WRITTEN}"],
    ),
    "an assumption that is declared by its name alone": (
        "goal g: G\n  outcome o: O\n",
        "goal g: G\n  outcome o: O\n    assuming funding\n",
        "goal g: G\n  outcome o: O\noutput: Funding\nindicator m: M\n  on: funding\n",
        "goal g: G\n  outcome o: O\n    assuming funding\noutput funding-2: Funding\nindicator m: M\n  on: funding-2\n",
        [f"‘funding’ of one side is called ‘funding-2’ {GIVEN}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_means_what_it_meant(name):
    *versions, expected, told = NAMES[name]
    assert merge(*versions) == (expected, (), tuple(told))


STARTS = ("We win the cup", "Families walk to school")
"""Four words, of which a name is made; what follows tells the boxes apart."""


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_whatever_a_side_named_is_still_what_it_named(seed):
    """Names are made from words here, so they meet, move on and get numbers wherever somebody adds or takes out."""
    random = Random(seed)  # noqa: S311  edits, no secrets
    base = grown([], random, "base", 3)
    ours, theirs = (grown(base, random, who, 2) for who in ("ours", "theirs"))
    merged = merge(*["\n".join([*lines, ""]) for lines in (base, ours, theirs)])
    event("told" if merged.told else "nothing told")
    event("conflict" if merged.conflicts else "clean")
    before, own, other, now = map(
        ends, ("\n".join([*base, ""]), "\n".join([*ours, ""]), "\n".join([*theirs, ""]), merged.text)
    )
    for step in own | other:
        meant = [side[step] for side in (before, own, other) if step in side]
        if any(each != meant[0] for each in meant) or any(word.startswith("‘") for word in meant[0]):
            continue  # a side turned it by accident, or it ended nowhere
        gone = any(f"{word} {MISSING}" in merged.told for word in now.get(step, ()))
        assert now.get(step) == meant[0] or gone or (merged.conflicts and step not in now), step


def grown(lines, random, who, times):
    """Give a plan after boxes came, went and got other words, and somebody wrote an arrow to one of them."""
    lines = list(lines)
    for number in range(times):
        boxes = [at for at, line in enumerate(lines) if line.startswith("outcome:")]
        if boxes and random.random() < 1 / 3:
            del lines[random.choice(boxes)]
        lines.insert(
            random.choice([0, *[at for at, line in enumerate(lines) if line[0] != " "]]), box(random, who, number)
        )
        known = toc.loads("\n".join([*lines, ""])).theory.of_kind("outcome")
        lines += [f"activity {who}{number}: Step", f"  -> {random.choice(known).id}"]
    return lines


def box(random, who, number):
    return f"outcome: {random.choice(STARTS)} {' '.join([f'{who}{number}{letter}' for letter in 'abcdefgh'])}"


def ends(text):
    """Give for every step whose arrow ends somewhere the words of that box, for others the name."""
    theory = toc.loads(text).theory
    words = {element.id: element.text for element in theory.elements}
    found = {}
    for link in theory.links:
        found.setdefault(link.source, set()).add(words.get(link.target, f"‘{link.target}’"))
    return found
