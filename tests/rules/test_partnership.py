"""What each rule about the partners says, and what it keeps to itself."""

from __future__ import annotations

import pytest
from told import told

import toc
from toc.rules import contribution_without_benefit, single_partner_dependence
from toc.rules.settings import Settings, Thresholds

TWO = "partner p: P\npartner q: Q\n"
CORE = "partner p: P\n  ring: core\n"
THREE = TWO + "partner r: R\n"
FOUR = THREE + "partner s: S\n"
WORK = "goal g: G\n  activity a: A\n"
ASKED = "    by p\n      role: consulted\n"
PLEDGED = "    by p: money\n      status: pledged\n"
SHARED = WORK + "    by p: one\n    by q: other\n"
WAITS = "goal g: G\n  activity a: A\n    by p\n    activity b: B\n      by q\n"
LANES = "goal g: G\n  outcome o: O\n    activity a: A\n      by p\n  outcome u: U\n    activity b: B\n      by q\n"
AIMS = "partner p: P\n  aim m: M\n"
GROUP = "goal g: G\n  for: young carers\n"
NEEDED = "stakeholder s: S\n  essential: yes\n"


def core(number, **more):
    details = "".join(f"  {key}: {value}\n" for key, value in more.items())
    return "".join(f"partner p{place}: P{place}\n  ring: core\n{details}" for place in range(number))


def leads(*counts):
    partners = [f"p{place}" for place in range(len(counts))]
    taken = [(one, place) for one, many in zip(partners, counts, strict=True) for place in range(many)]
    work = [f"  activity {one}-{place}: A\n    by {one}\n" for one, place in taken]
    return "".join(f"partner {one}: {one}\n" for one in partners) + "goal g: G\n" + "".join(work)


def money(*amounts):
    partners = [f"p{place}" for place in range(len(amounts))]
    given = [f"  by {one}: money\n    amount: {amount}\n" for one, amount in zip(partners, amounts, strict=True)]
    return "".join(f"partner {one}: {one}\n" for one in partners) + "goal g: G\n" + "".join(given)


RULES = {
    "token-partner": {
        "only consulted in the core group": (CORE + WORK + ASKED, ["p"]),
        "only informed": (CORE + WORK + ASKED.replace("consulted", "informed"), ["p"]),
        "consulted, and gets something": (CORE + "  gets: X\n" + WORK + ASKED, []),
        "consulted, and has a say": (CORE + "  decides-on: the budget\n" + WORK + ASKED, []),
        "consulted here, doing there": (CORE + WORK + ASKED + "  activity b: B\n    by p\n", []),
        "consulted in the wider ring": (CORE.replace("core", "wider") + WORK + ASKED, []),
        "consulted in no ring": ("partner p: P\n" + WORK + ASKED, []),
        "consulted for those it is all for": (
            "partner p: P\n  speaks-for: young carers\n" + WORK + ASKED,
            ["p"],
        ),
        "in the core group without any role": (CORE + WORK, []),
        "a view on a disagreement is no role": (CORE + "disagreement d: D\n  by p: no\n", []),
    },
    "partner-without-objective": {
        "brings, and wants nothing": (
            CORE + WORK + "    by p\n",
            ["p"],
        ),
        "brings, and has an aim": (CORE + "  aim m: M\n" + WORK + "    by p\n", []),
        "brings, and gets something": (CORE + "  gets: X\n" + WORK + "    by p\n", []),
        "brings nothing yet": (CORE + WORK, []),
        "an observer wants nothing": (
            CORE.replace("core", "observer") + WORK + "    by p\n",
            [],
        ),
        "the backbone wants nothing": (
            CORE + "  role: backbone\n" + WORK + "    by p\n",
            [],
        ),
        "two partners without rings": (TWO + SHARED, []),
        "three partners without rings": (
            THREE + SHARED,
            ["p", "q"],
        ),
        "many who want nothing are told together": (
            THREE + SHARED + "    by r: third\n",
            ["None"],
        ),
    },
    "objective-not-aligned": {
        "an aim alone": (AIMS + WORK + "    by p\n", ["m"]),
        "an aim that meets the goal": (AIMS + "    -> g\n" + WORK, []),
        "an aim that meets a pathway": (AIMS + "    -> w\npathway w: W\n" + WORK, []),
        "an aim that meets a misspelt result": (AIMS + "    -> gg\n" + WORK, []),
        "an aim that only works against": (AIMS + "    -| g\n" + WORK, ["m"]),
        "an aim of somebody who left": (
            "partner p: P\n  status: left\n  aim m: M\n" + WORK,
            [],
        ),
        "an aim that is parked": (AIMS + "    ignore objective-not-aligned: next year\n", []),
    },
    "contribution-without-benefit": {
        "gives elsewhere": (
            AIMS + "    -> u\ngoal g: G\n  outcome o: O\n    by p\n  outcome u: U\n",
            ["p"],
        ),
        "gives below what it wants": (
            AIMS + "    -> o\ngoal g: G\n  outcome o: O\n    activity a: A\n      by p\n",
            [],
        ),
        "gives to what it wants": (AIMS + "    -> o\noutcome o: O\n  by p\n", []),
        "gives elsewhere, and gets something": (
            AIMS.replace("  aim", "  gets: X\n  aim")
            + "    -> u\ngoal g: G\n  outcome o: O\n    by p\n  outcome u: U\n",
            [],
        ),
        "gives to the whole": (
            "theory: T\n  by p: money\n" + AIMS + "    -> u\noutcome u: U\n",
            [],
        ),
        "collects what tells about it": (
            AIMS + "    -> u\noutcome u: U\n  indicator i: I\n    by p\n",
            [],
        ),
        "wants something that is misspelt": (
            AIMS + "    -> uu\noutcome o: O\n  by p\noutcome u: U\n",
            [],
        ),
    },
    "lead-count": {
        "two share it": (TWO + SHARED, ["a"]),
        "one of two leads": (TWO + SHARED + "      role: lead\n", []),
        "a person leads": (TWO + SHARED.replace("    by p", "    lead: Maria\n    by p"), []),
        "two lead": (
            TWO + WORK + "    by p\n      role: lead\n    by q\n      role: lead\n",
            ["a"],
        ),
        "two lead on purpose": (
            TWO + WORK + "    by p\n      role: lead\n    by q\n      role: lead\n      co-lead: both own it\n",
            [],
        ),
        "one does it and one is asked": (TWO + WORK + "    by q\n" + ASKED, []),
        "shared and done": (TWO + SHARED + "    status: done\n", []),
        "shared and stopped": (TWO + SHARED + "    status: stopped\n", []),
        "many shared are told together": (
            TWO
            + SHARED
            + SHARED.replace("goal g: G\n", "").replace("a: A", "b: B")
            + SHARED.replace("goal g: G\n", "").replace("a: A", "c: C"),
            ["None"],
        ),
    },
    "unacknowledged-dependency": {
        "nobody said that it waits": (TWO + WAITS, ["a"]),
        "one waits and says so": (
            TWO + WAITS.replace("by p\n", "by p\n      depends-on: q\n", 1),
            [],
        ),
        "the other has confirmed": (TWO + WAITS + "        status: confirmed\n", []),
        "the other helps": (TWO + WAITS.replace("by p\n", "by p\n    by q\n      role: consulted\n", 1), []),
        "it is done already": (TWO + WAITS + "      status: done\n", []),
        "two do it first": (THREE + WAITS + "      by r\n", []),
        "the same partner": (TWO + WAITS.replace("by q", "by p"), []),
        "what is delivered lies between": (
            TWO + "goal g: G\n  activity a: A\n    by p\n    output o: O\n      activity b: B\n        by q\n",
            ["a"],
        ),
        "a change lies between": (
            TWO + "goal g: G\n  activity a: A\n    by p\n    outcome o: O\n      activity b: B\n        by q\n",
            [],
        ),
    },
    "single-partner-dependence": {
        "a pledge that carries the goal": (
            TWO + WORK + PLEDGED + "  activity b: B\n    by q\n",
            ["p"],
        ),
        "a pledge with a backup": (
            TWO + WORK + PLEDGED + "      backup: q\n  activity b: B\n    by q\n",
            [],
        ),
        "a pledge that was confirmed": (
            TWO + WORK + PLEDGED + "      confirmed-by: X\n  activity b: B\n    by q\n",
            [],
        ),
        "a pledge somebody shares": (TWO + WORK + PLEDGED + "    by q\n", []),
        "a pledge for one of two ways": (
            TWO + "goal g: G\n  needs: any\n  activity a: A\n" + PLEDGED + "  activity b: B\n    by q\n",
            [],
        ),
        "somebody who is leaving": (
            "partner p: P\n  status: leaving\npartner q: Q\n" + WORK + "    by p\n  activity b: B\n    by q\n",
            ["p"],
        ),
        "everybody is needed and sure": (TWO + LANES, []),
        "a goal that is out of reach anyway": (
            TWO + WORK + PLEDGED + "  activity b: B\n    by q\n  outcome o: O\n",
            [],
        ),
        "the only partner": ("partner p: P\n" + WORK + PLEDGED, []),
    },
    "unconfirmed-contribution": {
        "offered": ("partner p: P\n" + WORK + PLEDGED, ["a"]),
        "a pledge told elsewhere": (
            TWO + WORK + PLEDGED + "  activity b: B\n    by q\n",
            [],
        ),
        "a pledge told elsewhere, where that is ignored": (
            "partner p: P\n  ignore single-partner-dependence: yes\npartner q: Q\n"
            + WORK
            + PLEDGED
            + "  activity b: B\n    by q\n",
            ["a"],
        ),
        "confirmed on a day": ("partner p: P\n" + WORK + PLEDGED + "      confirmed-on: 2026\n", []),
        "delivered": ("partner p: P\n" + WORK + PLEDGED.replace("pledged", "delivered"), []),
        "pledged for what was stopped": ("partner p: P\n" + WORK + PLEDGED + "    status: stopped\n", []),
        "pledged to the whole": (
            "theory: T\n  by p: money\n    status: offered\npartner p: P\n",
            ["p"],
        ),
    },
    "load-imbalance": {
        "most leads": (leads(3, 1, 1), ["p0"]),
        "half the leads": (leads(2, 1, 1), []),
        "three leads in all": (leads(2, 1, 0), []),
        "of two partners one leads more": (leads(5, 1), []),
        "nearly all the money": (money("90 000 EUR", "5 000 EUR", "4 000 EUR"), ["p0"]),
        "most of the money": (money("50 000 EUR", "25 000 EUR", "10 000 EUR"), []),
        "money of one partner only": (money("90 000 EUR", "six desks", "a hall"), []),
        "two currencies": (money("90 000 EUR", "5 000 USD", "4 000 GBP"), []),
        "no money": (money("90 chairs", "5 chairs", "4 chairs"), []),
        "an amount that can be read in two ways": (money("10,000 EUR", "1 500 EUR", "a hall"), []),
    },
    "core-group-shape": {
        "nine in the core group": (core(9), ["None"]),
        "eight in the core group": (core(8), []),
        "nine and no rings": (core(9).replace("  ring: core\n", ""), ["None"]),
        "two in the core group, one around it": (core(2) + "partner q: Q\n", ["None"]),
        "two partners in all": (core(2), []),
        "all from one sector": (core(3, sector="public"), ["None"]),
        "two sectors": (core(3, sector="public") + "partner q: Q\n  ring: core\n  sector: private\n", []),
        "a sector that is not said": (core(3, sector="public") + "partner q: Q\n  ring: core\n", []),
    },
    "second-ring-decides": {
        "the wider ring leads the goal": (
            "partner p: P\n  ring: wider\ngoal g: G\n  by p\n    role: lead\n",
            ["p"],
        ),
        "an observer decides on a last result": (
            "partner p: P\n  ring: observer\n  decides-on: the party, o\ngoal g: G\n  outcome o: O\n    level: long\n",
            ["p"],
        ),
        "the wider ring decides on an early result": (
            "partner p: P\n  ring: wider\n  decides-on: o\ngoal g: G\n  outcome o: O\n",
            [],
        ),
        "the wider ring leads its own work": (
            "partner p: P\n  ring: wider\n" + WORK + "    by p\n      role: lead\n",
            [],
        ),
        "the core group decides": (CORE + "  decides-on: g\ngoal g: G\n", []),
    },
    "no-champion": {
        "nobody speaks for the core": (CORE, ["p"]),
        "no deputy": (CORE + "  champion: Tom\n", ["p"]),
        "champion and deputy": (CORE + "  champion: Tom\n  deputy: Ines\n", []),
        "two champions": (CORE + "  champion: Tom, Ines\n", []),
        "the wider ring needs none": (CORE.replace("core", "wider"), []),
        "two partners and no rings": (TWO + SHARED, []),
        "many without are told together": (core(3), ["None"]),
    },
    "no-backbone": {
        "four and no backbone": (FOUR, ["None"]),
        "three need none": (THREE, []),
        "a backbone": (FOUR + "  role: backbone\n", []),
        "a secretariat": (FOUR + "  role: the Secretariat\n", []),
        "coordination in French": ("theory: T\n  language: fr\n" + FOUR + "  role: coordination\n", []),
        "a role in a language without words": ("theory: T\n  language: sw\n" + FOUR + "  role: mratibu\n", []),
        "another role": (FOUR + "  role: funder\n", ["None"]),
        "a rota": (FOUR + "agreement m: M\n  backbone: each in turn\n", []),
        "an observer does not count": (FOUR + "  ring: observer\n", []),
    },
    "backbone-double-role": {
        "the backbone leads": (
            "partner p: P\n  role: backbone\n" + WORK + "    by p\n",
            ["p"],
        ),
        "the backbone has an aim": (
            "partner p: P\n  role: backbone\n  aim m: M\n",
            ["p"],
        ),
        "the backbone says how it steps back": (
            "partner p: P\n  role: backbone\n  note: leaves the room\n  aim m: M\n",
            [],
        ),
        "the backbone only helps": (
            "partner p: P\n  role: backbone\npartner q: Q\n" + SHARED + "      role: lead\n",
            [],
        ),
        "a partner named in the agreement": (
            "partner p: P\n" + WORK + "    by p\nagreement m: M\n  backbone: p\n",
            ["p"],
        ),
    },
    "affected-group-absent": {
        "nobody of the group": (TWO + GROUP, ["g"]),
        "a partner with the name of the group": (TWO + "partner c: Carers of Norhaven\n" + GROUP, []),
        "a stakeholder with the name of the group": (TWO + "stakeholder c: Young carers\n" + GROUP, []),
        "the group by its id": (TWO + "stakeholder c: C\ngoal g: G\n  for: c\n", []),
        "a partner who speaks for them": (TWO + "  speaks-for: the carers\n" + GROUP, []),
        "a partner who speaks for the goal": (TWO + "  speaks-for: g\n" + GROUP, []),
        "a partner who speaks for them in other words": (TWO + "  speaks-for: my sister\n" + GROUP, []),
        "a partner with a word of the title": (
            "theory: Norhaven\n" + TWO + "partner c: Norhaven Council\ngoal g: G\n  for: children of Norhaven\n",
            ["g"],
        ),
        "a goal for nobody": (TWO + "goal g: G\n", []),
        "nobody at the table": (GROUP, []),
    },
    "stakeholder-follow-up-missing": {
        "needed, and nothing known": (NEEDED, ["s"]),
        "needed, and declined": (
            NEEDED + "  status: declined\n",
            ["s"],
        ),
        "needed, and in talks": (NEEDED + "  status: in talks since May\n", []),
        "declined, with a date": (NEEDED + "  status: no\n  follow-up: 2027\n", []),
        "declined, with a condition": (NEEDED + "  status: no\n  joins-if: X\n", []),
        "not needed": ("stakeholder s: S\n  status: no\n", []),
    },
    "collaboration-level-mismatch": {
        "networks, and leads": (
            "partner p: P\n  level: network\n" + WORK + "    by p\n      role: lead\n",
            ["p"],
        ),
        "networks, and pays": (
            "partner p: P\n  level: network\n" + WORK + "    by p\n      amount: 5000 EUR\n",
            ["p"],
        ),
        "networks, and helps": ("partner p: P\n  level: network\n" + WORK + "    by p\n", []),
        "collaborates, and is asked": (
            "partner p: P\n  level: collaborate\n" + WORK + ASKED,
            ["p"],
        ),
        "collaborates, and does": ("partner p: P\n  level: collaborate\n" + WORK + "    by p\n", []),
    },
    "no-joint-outcome": {
        "lanes that meet at the goal": (TWO + LANES, ["g"]),
        "a result both lead to": (TWO + LANES + "      -> o\n", []),
        "a result one is asked about": (TWO + LANES + "      by p\n        role: consulted\n", []),
        "what was withdrawn joins nothing": (
            TWO + LANES + "      by p\n        status: withdrawn\n",
            ["g"],
        ),
        "one partner": ("partner p: P\n" + LANES.replace("by q", "by p"), []),
        "work that leads nowhere is no lane": (TWO + LANES.replace("  outcome u", "outcome u"), []),
        "a pathway both bring something to": (
            TWO + "goal g: G\npathway w: W\n  outcome o: O\n  -> g\n  by p\n  by q\n",
            [],
        ),
    },
}

CASES = [
    pytest.param(rule, text, wanted, id=f"{rule}: {case}")
    for rule, cases in RULES.items()
    for case, (text, wanted) in cases.items()
]


@pytest.mark.parametrize(("rule", "text", "wanted"), CASES)
def test_what_is_told(rule, text, wanted):
    assert told(text, (rule,), stage="agreed") == [f"{rule} {one}" for one in wanted]


@pytest.mark.parametrize("text", [case.values[1] for case in CASES])
def test_the_cases_are_read_without_a_complaint(text):
    assert [one.rule for one in toc.loads(text).findings if one.rule != "unknown-name"] == []


def test_who_is_only_asked_is_not_asked_what_it_needs_as_well():
    text = CORE + WORK + ASKED
    both = ("token-partner", "partner-without-objective")
    assert told(text, both) == ["partner-without-objective p"]
    assert told(text, both, stage="agreed") == ["token-partner p"]


IDLE = """
partner p: P
  ring: core
partner q: Q
  ring: core
partner r: R
  ring: core
goal g: G
  for: the people of R
  activity a: A
    by q
      role: lead
    by r
"""


def test_a_partner_who_brings_nothing_is_asked_once():
    about_p = {one.rule for one in toc.check(toc.loads(IDLE), stage="draft") if one.element == "p"}
    assert about_p == {"idle-partner"}


OWN_MAP = "partner shelter: Harbour Shelter\ngoal move-on: Guests move on\n  activity talk: Talk\n    by shelter\n"
SHARED_MAP = "theory: T\ngoal home: H\n  outcome leave: L\ninclude: shelter.toc\n"


@pytest.mark.parametrize(
    ("shared", "own", "wanted"),
    [
        (SHARED_MAP, OWN_MAP, [("nested-interface-mismatch", "move-on")]),
        (SHARED_MAP, OWN_MAP + "goal move-on\n  -> leave\n", []),
        (SHARED_MAP, OWN_MAP + "goal move-on\n  -> well\noutcome well: W\n  -> leave\n", []),
        (SHARED_MAP, OWN_MAP + "goal move-on\n  -> leeve\n", [("many-goals", "move-on")]),
        (SHARED_MAP, OWN_MAP.replace("partner", "stakeholder"), [("many-goals", "move-on")]),
        ("theory: T\ninclude: shelter.toc\n", OWN_MAP, []),
        ("theory: T\ninclude: shelter.toc\n", OWN_MAP + "goal other: O\n", [("many-goals", "other")]),
        (
            SHARED_MAP.replace("goal home: H\n", "goal home: H\ngoal safe: S\n"),
            OWN_MAP,
            [("many-goals", "safe"), ("nested-interface-mismatch", "move-on")],
        ),
    ],
)
def test_a_partners_own_map(shared, own, wanted, tmp_path):
    (tmp_path / "plan.toc").write_text(shared)
    (tmp_path / "shelter.toc").write_text(own)
    found = toc.check(toc.load(tmp_path / "plan.toc"))
    rules = ("nested-interface-mismatch", "many-goals")
    assert [(one.rule, one.element) for one in found if one.rule in rules] == wanted


def test_many_goals_speaks_where_the_other_is_switched_off(tmp_path):
    (tmp_path / "plan.toc").write_text(SHARED_MAP)
    (tmp_path / "shelter.toc").write_text(OWN_MAP)
    settings = Settings(severities=(("nested-interface-mismatch", None),))
    found = {one.rule for one in toc.check(toc.load(tmp_path / "plan.toc"), settings=settings)}
    assert "many-goals" in found


def test_a_pledge_is_told_where_the_other_rule_is_switched_off():
    text = TWO + WORK + PLEDGED + "  activity b: B\n    by q\n"
    settings = Settings(severities=(("single-partner-dependence", None),))
    found = [one.rule for one in toc.check(toc.loads(text), stage="agreed", settings=settings)]
    assert found.count("unconfirmed-contribution") == 1


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        (
            TWO + WORK + PLEDGED + "  activity b: B\n    by q\n",
            "single-partner-dependence",
            (
                "‘G’ depends on ‘A’. ‘P’ alone has promised it, and nobody has confirmed it yet.",
                "Is it agreed at home, and who could step in?",
            ),
        ),
        (
            "partner p: P\n  status: leaving\npartner q: Q\n" + WORK + "    by p\n  activity b: B\n    by q\n",
            "single-partner-dependence",
            ("‘P’ is leaving, and nobody else does ‘A’. Without it, ‘G’ is out of reach.", "Who could take over?"),
        ),
        (
            leads(3, 1, 1),
            "load-imbalance",
            (
                "‘p0’ leads 3 of the 5 activities that somebody leads.",
                "Is that how all of you want it, or would somebody else like to lead one of them?",
            ),
        ),
        (
            money("90 000 EUR", "5 000 EUR", "4 000 EUR"),
            "load-imbalance",
            (
                "Nearly all the money that is written down comes from ‘p0’: 90,000 of 99,000 EUR.",
                "What would you do if it ended?",
            ),
        ),
        (
            NEEDED + "  status: said no in May\nsession 2026-05-20: S\n",
            "stakeholder-follow-up-missing",
            (
                "It cannot work without ‘S’ (‘said no in May’).",
                "What would it take for them to join, and when may you ask again?",
            ),
        ),
        (
            "partner p: P\n" + WORK + PLEDGED + PLEDGED.replace("money", "people"),
            "unconfirmed-contribution",
            (
                "‘P’ has promised several things for ‘A’ that nobody has confirmed yet.",
                "Has it been agreed at home, or does that take a little longer?",
            ),
        ),
        (
            TWO + LANES,
            "no-joint-outcome",
            (
                "The work of ‘P’ and ‘Q’ runs side by side and meets only at ‘G’.",
                "What can you do together that none of you can do alone?",
            ),
        ),
        (
            TWO + WAITS,
            "unacknowledged-dependency",
            ("‘P’ can only do ‘A’ once ‘Q’ has done ‘B’.", "Have you agreed what is handed over, and by when?"),
        ),
    ],
)
def test_the_words(text, rule, says):
    assert told.messages(text, rule, stage="agreed") == [" ".join(says)]


def test_what_still_holds_is_looked_at_up_to_a_limit(monkeypatch):
    text = TWO + WORK + PLEDGED + "  activity b: B\n" + PLEDGED.replace("by p", "by q")
    both = ("single-partner-dependence", "unconfirmed-contribution")
    assert told(text, both, stage="agreed") == ["single-partner-dependence p", "single-partner-dependence q"]
    monkeypatch.setattr(single_partner_dependence, "MOST_PLACES", 1)
    assert told(text, both, stage="agreed") == ["unconfirmed-contribution b", "single-partner-dependence p"]


def test_a_way_that_is_not_found_in_time_is_taken_for_granted(monkeypatch):
    text, wanted = RULES["contribution-without-benefit"]["gives elsewhere"]
    assert wanted
    monkeypatch.setattr(contribution_without_benefit, "MOST_STEPS", 0)
    assert told(text, ("contribution-without-benefit",), stage="agreed") == []


def test_when_to_ask_again_is_half_a_year_after_the_last_meeting():
    text = NEEDED + "session 2026-05-20: S\n"
    (found,) = [
        one for one in toc.check(toc.loads(text), stage="agreed") if one.rule == "stakeholder-follow-up-missing"
    ]
    assert found.fixes[0].paste == "follow-up: 2026-11"


SEVERITIES = {
    "lanes": (TWO + LANES, "no-joint-outcome", ("advice", "warning", "warning")),
    "a pledge": (
        TWO + WORK + PLEDGED + "  activity b: B\n    by q\n",
        "single-partner-dependence",
        (None, "warning", "warning"),
    ),
    "leaving": (
        "partner p: P\n  status: leaving\npartner q: Q\n" + WORK + "    by p\n  activity b: B\n    by q\n",
        "single-partner-dependence",
        (None, "advice", "advice"),
    ),
    "nobody of the group": (TWO + GROUP, "affected-group-absent", (None, "advice", "advice")),
    "nobody of the group in the core group": (CORE + GROUP, "affected-group-absent", (None, "warning", "warning")),
    "no aim": (CORE + WORK + "    by p\n", "partner-without-objective", ("warning", "warning", "warning")),
    "no lead": (TWO + SHARED, "lead-count", (None, "warning", "warning")),
    "no backbone": (FOUR, "no-backbone", ("advice", "advice", "advice")),
}


@pytest.mark.parametrize("case", SEVERITIES)
def test_how_loud_they_are(case):
    text, rule, wanted = SEVERITIES[case]
    loud = [
        [str(one.severity) for one in toc.check(toc.loads(text), stage=stage) if one.rule == rule]
        for stage in ("draft", "agreed", "running")
    ]
    assert [one[0] if one else None for one in loud] == list(wanted)
    assert not [one for one in toc.check(toc.loads(text), stage="live") if one.rule == rule]


def test_the_lines_are_drawn_where_the_settings_say():
    text = core(4) + FOUR
    settings = Settings(thresholds=Thresholds(core_group_most=3, partners_without_a_backbone=20))
    found = {one.rule for one in toc.check(toc.loads(text), settings=settings)}
    assert "core-group-shape" in found
    assert "no-backbone" not in found
