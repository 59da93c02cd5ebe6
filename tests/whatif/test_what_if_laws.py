"""Laws of what-if on any theory, and what the large example answers, read and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates, theories

import toc
from toc.logic import Graph, hopeful
from toc.logic.dates import first_and_last
from toc.model import Detail
from toc.whatif import HIDDEN, Supposed, marked, suppose, tell, title
from toc.whatif.supposing import BELIEFS

ROOT = Path(__file__).parents[2]
BOXES = ("goal", "outcome", "output", "activity", "input", "condition", "pathway", "milestone")


@st.composite
def asked(draw, kinds=("without", "broken", "late")):
    """A theory and something that can be supposed of it."""
    theory = draw(theories())
    partners = [one.id for one in theory.of_kind("partner")]
    beliefs = [one.id for one in theory.of_kind(*BELIEFS)]
    boxes = [one.id for one in theory.of_kind(*BOXES)]
    without = draw(st.lists(st.sampled_from(partners), max_size=2)) if partners and "without" in kinds else []
    broken = draw(st.lists(st.sampled_from(beliefs), max_size=2)) if beliefs and "broken" in kinds else []
    late = draw(st.lists(st.tuples(st.sampled_from(boxes), dates), max_size=2)) if boxes and "late" in kinds else []
    return theory, Supposed(tuple(without), tuple(broken), tuple(late))


@given(asked())
def test_everything_is_told_in_sentences_and_drawn(case):
    theory, supposed = case
    what_if = suppose(theory, supposed)
    sentences = [sentence for group in tell(what_if) for sentence in group.told]
    assert all(sentence.strip() and "\n" not in sentence for sentence in sentences)
    assert all(group.told and group.title for group in tell(what_if))
    assert title(what_if).endswith("?") is bool(supposed.without or supposed.broken or supposed.late)
    shown = marked(what_if)
    ET.fromstring(toc.render(shown.theory, "svg", engine="plain", changes=shown.marks, hide=HIDDEN))  # noqa: S314  ours
    assert shown.theory.by_id.keys() == theory.by_id.keys()


@given(asked(("without", "broken")))
def test_what_falls_held_before_and_everything_that_falls_has_a_reason(case):
    theory, supposed = case
    what_if = suppose(theory, supposed)
    assert what_if.fallen <= hopeful(Graph(theory)).holds
    broken = {one.at for one in what_if.breaks}
    for one in what_if.fall.fallen:
        within = theory.by_id[one.name].pathways
        assert one.causes or one.arrows or one.name in broken or broken.intersection(within)
        assert what_if.fallen.issuperset(one.causes)
        assert what_if.fallen.isdisjoint(one.left)
    assert {one.name for one in what_if.fall.held}.isdisjoint(what_if.fallen)
    assert set(what_if.alone).isdisjoint(what_if.fallen)
    assert bool(what_if.fallen) <= bool(what_if.breaks)


@given(asked(("without", "broken")), st.data())
def test_more_that_is_supposed_lets_more_fall(case, data):
    theory, supposed = case
    less = Supposed(
        tuple(data.draw(st.lists(st.sampled_from(supposed.without)))) if supposed.without else (),
        tuple(data.draw(st.lists(st.sampled_from(supposed.broken)))) if supposed.broken else (),
    )
    backups = [given.get("backup") for given in theory.contributions if given.get("backup")]
    if not backups:
        assert suppose(theory, less).fallen <= suppose(theory, supposed).fallen


@given(asked())
def test_nothing_comes_late_without_a_cause_that_does_and_every_new_date_is_later(case):
    theory, supposed = case
    what_if = suppose(theory, supposed)
    late = (*what_if.delay.moved, *what_if.delay.pushed)
    names = {one.name for one in late}
    assert names.isdisjoint(what_if.fallen)
    assert len(names) == len(late)
    for one in late:
        assert one.supposed or one.waits_for
        assert names.issuperset(one.waits_for)
        old, new = first_and_last(one.old), first_and_last(one.new)
        assert new is not None
        assert old is None or new[0] > old[1]
        assert one.new in [date for _, date in supposed.late]


@given(asked(("late",)))
def test_with_the_new_dates_written_down_nothing_else_moves(case):
    theory, supposed = case
    what_if = suppose(theory, supposed)
    new = {one.name: one.new for one in what_if.delay.moved}
    dated = [_due(one, new[one.id]) if one.id in new else one for one in theory.elements]
    again = suppose(replace(theory, elements=tuple(dated)), supposed)
    assert [one for one in again.delay.moved if one.old] == []


def _due(element, date):
    kept = [detail for detail in element.details if detail.key != "due"]
    return replace(element, details=(*kept, Detail("due", date)))


RIVER = {
    "without-authority": Supposed(("authority",)),
    "without-cascade": Supposed(("cascade",)),
    "without-trust-and-fishers": Supposed(("trust", "fishers")),
    "broken-kept": Supposed((), ("kept",)),
    "broken-one-basin": Supposed((), ("one-basin",)),
    "late-gauges": Supposed(late=(("gauges-up", "2037"), ("talk-rota", "2031-05"))),
    "together": Supposed(("clearwell",), ("heeded",), (("open-weir", "2029"),)),
}


@pytest.mark.parametrize("name", RIVER)
def test_what_the_river_answers(name, golden):
    what_if = suppose(toc.load(ROOT / "examples" / "river-basin" / "basin.toc").theory, RIVER[name])
    lines = [title(what_if)]
    for group in tell(what_if):
        lines += ["", group.title, *[f"  {group.sign or '-'} {sentence}" for sentence in group.told]]
    golden(Path(__file__).parent / "goldens" / f"{name}.txt", "\n".join(lines) + "\n")
