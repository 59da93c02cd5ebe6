"""What the reports in words say: small theories in, sentences out; what may not stand in them; hostile words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import cycle
from pathlib import Path

import pytest
from hostile import TEXTS
from toc.renderers.document import html, markdown
from toc.renderers.reports import report_of
from toc.renderers.reports.asked import Asked, Question, teller_with_words

from toc.check import check
from toc.load import load
from toc.report import Noticed, Wish, make

ROOT = Path(__file__).parents[2]
BASIN = ROOT / "examples" / "river-basin" / "basin.toc"
NAMES = ("gap", "narrative", "agreement", "assumptions", "review", "public", "joint", "pack")


@pytest.fixture(scope="module")
def basin():
    return load(str(BASIN))


def theory_of(tmp_path, text):
    path = tmp_path / "plan.toc"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


def told(loaded, name, **wish):
    return make(loaded, name, "md", Wish(**wish), engine=None).content


SAYS = [
    # what it is about, the report, the theory, what is said, what is not said
    ("an honest end", "gap", "goal fed: Nobody goes hungry\n", ["The checks found no gaps in the map."], ["complete"]),
    (
        "what nobody knows", "gap",
        "goal fed: Nobody goes hungry\n  outcome full:\n    <- food\nquestion who: Who pays?\n  on: fed\n",
        ["## What nobody knows yet", "Outcome “full” has no words yet.", "“food” is named, and nobody has said",
         "- Who pays? (“Nobody goes hungry”)"],
        ["## From the goal down"],
    ),
    (
        "what was set aside", "gap",
        "goal fed: Nobody goes hungry\n  ignore no-target-group: all of us are meant\n",
        ["## Appendix", "“Nobody goes hungry” (no-target-group): all of us are meant."], [],
    ),
    ("nobody to agree", "agreement", "goal fed: Nobody goes hungry\n", ["there is nobody to agree"], ["## ", "| "]),
    (
        "room to write", "agreement", "partner shelter: The Shelter\n",
        ["**To be agreed**", "**Who keeps it going**  \n", "### The Shelter\n\n**Brings**  \n", "**Gets**  \n",
         "| The Shelter |   |   |"],
        ["Annex"],
    ),
    (
        "principles first, differences last", "agreement",
        ("partner shelter: The Shelter\npartner guest: A Guest\n  ring: observer\n"
        "agreement: How\n  principle: we tell each other first\n  decide: by consent\n  exit: with a word before\n"
        "disagreement soup: Soup or bread?\n  by shelter: soup\n  settle: ask the guests\n  until: 2030\n"),
        ["1. We tell each other first.", "By consent.", "With a word before.", "## Annex: where we differ",
         "### Soup or bread?", "- The Shelter: soup.", "**What would settle it:** ask the guests.",
         "**We live with it until:** 2030."],
        ["| A Guest |   |   |"],
    ),
    (
        "what each brings, and nobody who has left", "agreement",
        ("partner us: Us\n  role: backbone, host\n  gets: soup\n  decides-on: pots\n  until: 2031\n"
        "partner gone: Gone\n  status: out\n  until: 2030\nactivity x: Cook\n  by us: pots\n    amount: 30 EUR\n"
        "    status: confirmed\n  by gone: pans\nactivity y: Shop\n  by us\n"),
        ["**Who keeps it going:** Us.", "- A say for Us: pots.", "- Us: until 2031.", "**Gets:** Soup",
         "**Brings:**\n\n- Cook: pots (30 EUR, confirmed)\n- Shop: takes part\n"],
        ["Gone", "pans"],
    ),
    ("a difference without views yet", "agreement", "partner us: Us\ndisagreement soup: Soup or bread?\n",
     ["### Soup or bread?\n\n**Who sees it how**  \n"], []),
    ("no assumption", "assumptions", "goal fed: Nobody goes hungry\n", ["what must be true for this step"], ["| "]),
    (
        "what rests on it", "assumptions",
        ("goal fed: Nobody goes hungry\n  outcome full: Plates are full\n    output soup: Soup\n"
        "      activity cook: Cook\n        by shelter\n"
        "assumption gas: There is gas\n  on: cook -> soup\n  importance: high\n"
        "assumption shy: Nobody is shy\n  on: full -> fed\n  status: shaky\n  review: 2029-05\n"),
        ["*A1* There is gas | from “Cook” to “Soup” | high |", "the goal, “Plates are full” and 1 more |",
         "*A2* Nobody is shy *(shaky)* | from “Plates are full” to “Nobody goes hungry” |", "| May 2029 | the goal |"],
        ["(look now)"],
    ),
    ("one is enough", "assumptions",
     ("goal fed: Nobody goes hungry\n  needs: any\n  outcome a: A\n    activity x: X\n      by p\n"
     "  outcome b: B\n    activity y: Y\n      by p\nassumption gas: Gas\n  on: a -> fed\n"),
     ["| nothing else on the map |"], []),
    ("nothing yet", "review", "goal fed: Nobody goes hungry\n", ["## Today", "**So what?"], ["Last time", "## Mile"]),
    (
        "without a day nothing is late", "review",
        ("milestone first: First soup\n  due: 2020\nmilestone pot: A pot\n  status: reached\n"
        "action buy: Buy spoons\n  due: 2020\n"),
        ["- First soup (by 2020).", "- A pot: reached. **How shall we celebrate it?**", "- Buy spoons (by 2020)."],
        ["Still open"],
    ),
    (
        "the last meeting counts as today", "review",
        ("theory: Soup\n  call session: Strategy day\nsession 2029-01-02: Second\n  decision: continue\n"
        "  now-what: open on Sundays\n  action buy: Buy spoons\n    due: 2028\nsession 2028-01-02: First\n"),
        ["# Strategy day", "## Last time: Second (2 January 2029)", "**Decision:** continue.",
         "- Buy spoons (by 2028). **Still open: what does it need?**"],
        ["First"],
    ),
    (
        "what was seen, and what they wanted to settle by now", "review",
        ("session 2031-01-02: First\nindicator i: Full plates\n  baseline: 2\n  target: 9 (2032)\n  actual: 3\n"
        "  actual: 5\nindicator j: Nobody looked\ndisagreement soup: Soup or bread?\n  until: 2030\n"
        "  settle: ask the guests\ndisagreement open: Tea?\n  until: 2032\n"
        "disagreement over: Salt?\n  until: 2029\n  answer: yes\n"),
        ["## What we have seen since\n\n- Full plates: baseline: 2; so far: 5; target: 9 (2032).",
         "- Soup or bread? We live with it until: 2030. What would settle it: ask the guests.\n"],
        ["Nobody looked", "Tea?", "Salt?"],
    ),
    ("no goal for the public", "public", "outcome full: Plates are full\n", ["There is no goal to tell"], ["## "]),
    (
        "only who is in", "public",
        ("goal fed: Nobody goes hungry\n  for: guests\n  due: 2030\n  outcome full: Plates are full\n"
        "    for: children\npartner a: Here\n  sector: public\npartner b: Asked\n  status: invited\n"
        "partner c: Looking on\n  ring: observer\n"),
        ["**Nobody goes hungry, by 2030, for guests.**", "- Plates are full, for children.", "- Public: Here"],
        ["Asked", "Looking on"],
    ),
    (
        "a role, an amount, and nothing that was taken back", "joint",
        ("partner a: Anna\ngoal g: Both\n  activity x: X\n    by a: pots\n      role: lead\n      amount: 5 EUR\n"
        "  activity y: Y\n    by a: pans\n      status: withdrawn\n"),
        ["| X | Pots (leads, 5 EUR) |"], ["Y", "pans", "ithdrawn"],
    ),
    ("one hand-over", "interdependency", "activity w: W\n  by a\n    role: lead\n  by b: tools\n",
     ["This hand-over is not confirmed yet. Who"], ["of 1"]),
    ("two hand-overs", "interdependency", "activity w: W\n  by a\n    role: lead\n  by b: tools\n  by c: nails\n",
     ["No hand-over is confirmed yet. For each"], ["None of"]),
    ("one hand-over of two", "interdependency",
     "activity w: W\n  by a\n    role: lead\n  by b: tools\n  by c: nails\n    status: confirmed\n",
     ["One hand-over of 2 is not confirmed yet. Who"], []),
    ("who is in it, without sectors", "public", "goal g: G\npartner a: Anna\npartner b: Bert\n",
     ["## Who is in it\n\nAnna and Bert.\n"], ["- Anna"]),
    ("nothing together", "joint", "partner a: A\ngoal g: G\n  activity x: X\n    by a\n", ["No result takes several"],
     ["## Only"]),
    (
        "only together", "joint",
        ("partner a: Anna\npartner b: Bert\ngoal g: Both\n  due: 2030\n  outcome o: One\n    activity x: X\n"
        "      by a: pots\n        status: pledged\n  outcome p: Two\n    activity y: Y\n      by b\n"
        "  outcome q: Three\n    activity z: Z\n      by b\n        backup: a\n"),
        ["| Both | Anna and Bert | 2030 |", "## For the plan of Anna", "| X | Pots (pledged) |   | One |   |"],
        ["| One | Anna", "| Two | Bert", "| Three | Bert"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("report", "text", "said", "unsaid"), [row[1:] for row in SAYS], ids=[row[0] for row in SAYS])
def test_what_a_report_says(tmp_path, report, text, said, unsaid):
    content = told(theory_of(tmp_path, text), report)
    assert [each for each in said if each not in content] == []
    assert [each for each in unsaid if each in content] == []


def test_findings_stand_under_what_they_are_about_with_what_could_be_done(tmp_path):
    loaded = theory_of(tmp_path, "goal fed: Nobody goes hungry\n  outcome full: Plates fill\n    activity cook: Cook\n")
    findings = check(loaded, stage="agreed")
    content = told(loaded, "gap", noticed=Noticed(findings))
    places = [line for line in content.split("\n") if line.startswith("### ")]
    assert places[0].startswith("### Goal: ")
    assert len(places) == len(set(places)), "a place is named once"
    assert all(finding.message.split("‘")[0].split("’")[0] in content for finding in findings)
    assert "   - *" in content, "fixes stand below the finding"


def test_what_is_told_once_of_many_boxes_is_about_the_whole(tmp_path):
    loaded = theory_of(tmp_path, "goal fed: Nobody goes hungry\n" + "".join(f"partner p{n}: P{n}\n" for n in range(6)))
    content = told(loaded, "gap", noticed=Noticed(check(loaded, stage="agreed")))
    before, _, after = content.partition("Six partners are here, but nothing on the map depends on them")
    assert before.split("### ")[-1].startswith("The theory as a whole")
    assert after
    assert "## In the text, for whoever writes it" not in content


def test_slips_of_the_pen_come_after_what_the_room_talks_about(tmp_path):
    loaded = theory_of(tmp_path, "goal fed: Nobody goes hungry\n  activty cook: Cook\nactivity lone: Shop\n")
    content = told(loaded, "gap", noticed=Noticed(check(loaded, stage="agreed")))
    before, _, slips = content.partition("## In the text, for whoever writes it")
    assert "‘activty’ is no word of the language" in slips
    assert "activty" not in before
    assert "### Activity: Shop" in before


def test_questions_are_asked_and_a_french_sheet_says_in_which_language(tmp_path):
    loaded = theory_of(tmp_path, "theory: Soupe\n  language: fr\ngoal faim: Personne n'a faim\n")
    content = told(
        loaded,
        "gap",
        noticed=Noticed(
            (), (("Who is missing?", "nobody speaks for them", "Who is in it"), ("And who pays?", "", "Who is in it"))
        ),
    )
    assert "### Who is in it\n\n- Who is missing? *Nobody speaks for them.*\n- And who pays?" in content
    assert "*Les vérifications posent leurs questions en anglais.*" in content


def test_what_is_late_is_said_only_after_its_day(basin):
    late = "**(look now)**"
    assert late not in told(basin, "assumptions")
    assert late not in told(basin, "assumptions", as_of=date(2027, 3, 31)), "a month is late when it is over"
    assert told(basin, "assumptions", as_of=date(2027, 4, 1)).count(late) == 1


def test_a_review_is_called_as_it_was_asked_for(basin):
    assert told(basin, "review", title="Executive reflection").startswith("# Executive reflection\n")


LATE = """partner old: Old
partner new: New
session 2029-01-02: First
  present: old
  decision: continue
  now-what: cook on Sundays
term soup: what is eaten with a spoon
"""


def test_a_pack_tells_latecomers_what_came_before(tmp_path):
    loaded = theory_of(tmp_path, LATE)
    new, old = told(loaded, "pack", partner="new"), told(loaded, "pack", partner="old")
    assert "- First (2 January 2029): continue; cook on Sundays\n- soup: what is eaten with a spoon" in new
    assert "before we came" not in old


def test_a_long_list_of_a_pack_ends_in_a_number(tmp_path):
    gifts = "".join([f"activity a{at}: Task {at}\n  by us\n" for at in range(14)])
    content = told(theory_of(tmp_path, f"partner us: Us\n{gifts}"), "pack", partner="us")
    assert "- Task 9: we take part\n- and 4 more\n" in content


GIFTS = """partner us: Us
partner them: Them
goal fed: Nobody goes hungry
  activity cook: Cook
    due: 2030-06
    by us: pots
      role: lead
      status: pledged
      amount: 300 EUR
    by them: spoons
      status: pledged
  activity shop: Shop
    status: done
    due: 2029
    by us: a cart
      status: withdrawn
    by us: 20 EUR a week
      amount: 20 EUR
      role: consulted
"""


def test_a_pack_says_in_our_own_words_what_we_give_and_what_to_confirm(tmp_path):
    content = told(theory_of(tmp_path, GIFTS), "pack", partner="us")
    assert "- Cook: pots (we lead, 300 EUR, by June 2030, pledged)\n- Shop: 20 EUR a week (we are asked)\n" in content
    assert "- Confirm: pots, for “Cook”\n" in content
    assert [word for word in ("spoons", "a cart", "withdrawn") if word in content] == []


def test_a_pack_with_much_to_say_keeps_to_one_page_by_drawing_less():
    def high(changes):
        wish = {"partner": "farmers", "since": ("v1", tuple(["x" * 300] * changes))}
        found = re.search(
            r"--tallest:(\d+)mm", make(load(str(BASIN)), "pack", "html", Wish(**wish), engine=None).content
        )
        return int(found[1]) if found else 0

    assert high(0) > high(3) > high(4) > 0
    assert high(5) == 0, "there is no room for a picture any more"


HIDDEN = "Xyzzy"
PUBLIC = frozenset({"goal", "outcome", "output"})
SAID = frozenset({"for", "due", "sector", "ring", "label", "needs", "enough", "unintended", "language", "call"})


def secret(details, keep=frozenset()):
    return tuple([each if each.key in keep else replace(each, value=HIDDEN) for each in details])


def test_nothing_internal_stands_on_the_public_page(basin):
    theory = basin.theory
    kept = {"partner": {*SAID, "status"}}
    elements = [
        replace(
            one,
            text=one.text if one.kind in {*PUBLIC, "partner"} else HIDDEN,
            details=secret(one.details, kept.get(one.kind, SAID)),
        )
        for one in theory.elements
    ]
    given = [replace(each, what=HIDDEN, details=secret(each.details)) for each in theory.contributions]
    hidden = replace(
        theory,
        details=secret(theory.details, SAID | {"edition"}),
        elements=tuple(elements),
        links=tuple([replace(link, details=secret(link.details)) for link in theory.links]),
        contributions=tuple(given),
        notes=tuple([replace(note, text=HIDDEN) for note in theory.notes]),
    )
    page = make(replace(basin, theory=hidden), "public", "html", engine=None).content
    assert "High water no longer drives families" in page
    assert "City of Norhaven" in page
    assert HIDDEN not in page


def test_a_pack_holds_nothing_about_the_inside_of_others(basin):
    theory, own = basin.theory, "farmers"
    elements = [
        replace(one, details=secret(one.details), text=HIDDEN if one.kind == "aim" else one.text)
        if (one.kind == "partner" and one.id != own) or (one.kind == "aim" and one.owner != own)
        else one
        for one in theory.elements
    ]
    given = [
        each if each.partner == own else replace(each, what=HIDDEN, details=secret(each.details, {"role"}))
        for each in theory.contributions
    ]
    hidden = replace(theory, elements=tuple(elements), contributions=tuple(given))
    page = make(replace(basin, theory=hidden), "pack", "html", Wish(partner=own), engine=None).content
    assert "finds the meadows" in page
    assert HIDDEN not in page


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        self.links |= {value for name, value in attrs if name == "href"}
        assert not [name for name, _ in attrs if name.startswith("on")]


FREE = {
    "champion", "gets", "note", "because", "watch", "owner", "principle", "decide", "exit", "settle", "url",
    "status", "happened", "why", "so-what", "now-what", "celebrated", "joins-if", "response", "target",
}  # fmt: skip
"""Details that take any words."""


def hostile_details(details, texts):
    return tuple([replace(each, value=next(texts)) if each.key in FREE else each for each in details])


USUAL = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol",
    "li", "strong", "em", "a", "div", "i", "table", "colgroup", "col", "thead", "tr", "th", "tbody", "td",
    "figure", "figcaption", "svg", "desc", "g", "rect", "path", "text",
}  # fmt: skip
"""The tags of our own pages."""

LINK = re.compile(r"(?<!\\)\]\(javascript")


@pytest.mark.parametrize("start", [0, 13, 26, 39])
def test_hostile_words_stay_words_in_every_report(basin, start):
    """Every place gets another hostile text, and with each start a place gets another one."""
    theory, texts = basin.theory, cycle([*TEXTS[start:], *TEXTS[:start]])
    elements = [replace(one, text=next(texts), details=hostile_details(one.details, texts)) for one in theory.elements]
    given = [replace(each, what=next(texts)) for each in theory.contributions]
    hostile = replace(theory, title=next(texts), elements=tuple(elements), contributions=tuple(given))
    asked = Asked(
        teller_with_words(hostile, None), lambda **_: "<svg></svg>", partner="farmers", as_of=date(2030, 1, 1),
        questions=tuple([Question(text, text) for text in TEXTS]), title=next(texts),
    )  # fmt: skip
    for name in NAMES:
        module, _, function = report_of(name).home.partition(":")
        document = getattr(__import__(module, fromlist=[function]), function)(asked)
        page, tags = html.write(document, "page").content, Tags()
        tags.feed(page)
        assert tags.found <= USUAL, name
        assert not [link for link in tags.links if not link.startswith(("http://", "https://", "mailto:", "#"))], name
        assert not LINK.search(markdown.write(document, "page").content), name
