"""Calendar files: read by icalendar, the same event for the same thing, whole days, honest about months and years."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hostile import TEXTS
from icalendar import Calendar
from toc.renderers.document import Document, Event
from toc.renderers.document.calendar import write

from toc.load import load, loads
from toc.report import Wish, make

ROOT = Path(__file__).parents[2]
DAYS = [
    ("goal g: G\n  due: 2030", ("due: G (by 2030)", date(2030, 12, 31))),
    ("goal g: G\n  due: 2030-02", ("due: G (by February 2030)", date(2030, 2, 28))),
    ("goal g: G\n  due: 2030-12", ("due: G (by December 2030)", date(2030, 12, 31))),
    ("goal g: G\n  due: 2030-06-15", ("due: G", date(2030, 6, 15))),
    ("goal g: G\n  due: soon", None),
    ("milestone m: M\n  due: 2030\n  status: reached", None),
    ("assumption a: A\n  review: 2030-03", ("look again: A (some time in March 2030)", date(2030, 3, 1))),
    ("stakeholder s: S\n  follow-up: 2030-05-02", ("ask again: S", date(2030, 5, 2))),
    ("partner p: P\n  until: 2030", ("takes part until then: P (by 2030)", date(2030, 12, 31))),
    ("activity a: A\n  by p: money\n    until: 2030-06", ("ends: p: money (by June 2030)", date(2030, 6, 30))),
    ("disagreement d: D?\n  until: 2030-06-01", ("to settle: D?", date(2030, 6, 1))),
]


def calendar(text: str) -> Calendar:
    return Calendar.from_ical(make(loads(text + "\n"), "calendar", "ics", Wish()).content)


@pytest.mark.parametrize(("text", "event"), DAYS, ids=[text.split("\n")[0] for text, _ in DAYS])
def test_each_day_of_a_plan_becomes_an_event_on_a_whole_day(text, event):
    found = calendar(text).walk("VEVENT")
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt) for one in found] == ([event] if event else [])
    assert all(one["DTEND"].dt - one["DTSTART"].dt == timedelta(1) for one in found)


def test_the_large_example_parses_and_its_events_keep_their_names():
    loaded = load(str(ROOT / "examples" / "river-basin" / "basin.toc"))
    made = make(loaded, "calendar", "ics", Wish()).content
    events = Calendar.from_ical(made).walk("VEVENT")
    assert len(events) > 30
    names = [str(one["UID"]) for one in events]
    assert len(set(names)) == len(names)
    assert {one["DTSTAMP"].dt.date() for one in events} == {date(2026, 5, 20)}
    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert "\n" not in made.replace("\r\n", "")


def test_what_was_moved_and_reworded_is_the_same_event():
    (before,) = calendar("theory: T\ngoal g: G\n  due: 2030").walk("VEVENT")
    (after,) = calendar("theory: T\ngoal g: Something else\n  due: 2031-05-01").walk("VEVENT")
    (elsewhere,) = calendar("theory: U\ngoal g: G\n  due: 2030").walk("VEVENT")
    assert before["UID"] == after["UID"] != elsewhere["UID"]


@pytest.mark.parametrize("text", [*TEXTS, "a\nBEGIN:VEVENT", "semi;colon, comma\\n", "ل" * 200, "😀" * 60])
def test_whatever_somebody_typed_comes_out_as_it_was(text):
    document = Document("Title", (), events=(Event("k", date(2030, 1, 1), text, f"{text}\nand more"),))
    made = write(document, "x").content
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(event["SUMMARY"]) == " ".join(text.split())
    assert str(event["DESCRIPTION"]).split() == f"{text} and more".split()
    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert made.count("\r\nBEGIN:VEVENT\r\n") == 1


def test_the_last_day_of_all_has_no_day_after_it():
    document = Document("Title", (), events=(Event("k", date.max, "the end"),))
    (event,) = Calendar.from_ical(write(document, "x").content).walk("VEVENT")
    assert event["DTSTART"].dt == date.max


def test_without_any_day_it_says_so():
    assert "No day is written down yet" in make(loads("goal g: G\n"), "calendar", "md", Wish()).content
    assert calendar("goal g: G").walk("VEVENT") == []


def test_what_is_to_be_looked_at_begins_with_a_capital():
    plan = "goal g: G\n  assuming sun: the sun shines\n    review: 2030\n"
    assert "| look again | The sun shines |" in make(loads(plan), "calendar", "md", Wish()).content


def test_what_has_passed_is_asked_about_only_where_a_day_counts_as_today():
    loaded = loads("goal g: G\n  due: 2030\n")
    assert "Past" not in make(loaded, "calendar", "md", Wish()).content
    assert "Past, and still open" in make(loaded, "calendar", "md", Wish(as_of=date(2031, 1, 1))).content
