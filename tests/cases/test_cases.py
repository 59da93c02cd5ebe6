"""Published theories, recorded elsewhere: both ways of writing say the same, and the checks see what they left out.

The table argues from what each record says its source left out, and names the rule and the element that has to speak.
"""

from __future__ import annotations

import pytest
from printing import flat, outline
from recorded import FOLDER, record

import toc
from toc.findings import Severity
from toc.format import format_text

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the recorded theories are not beside the project")


def every(rule, *elements):
    return {(rule, element) for element in elements}


LEFT_OUT = {
    "09-cameroun-jps": {
        "which axis of work feeds which result": every("orphan-activity", "ax1", "ax2", "ax3", "ax4", "ax5"),
        "what the vital signs are good for": every("dead-end-result", "sv1", "sv2", "sv3", "sv4", "sv5"),
        "how its three structures meet": every("disconnected-pathway", "sv1"),
        "what four partners bring": every("idle-partner", "minjec", "cnjc", "osc", "ptf"),
        "who does the work": every("unowned-activity", "a1", "a2", "a3", "a4", "a5", "ax1"),
        "every reason and assumption": every("bare-link", None),
    },
    "14-oiuk-roots-of-change": {
        "what leads to better employment": every("unsupported-outcome", "oc4"),
        "what brings about decisions made together, drawn as an end": every("unsupported-outcome", "oc7"),
        "where the change of views comes from": every("unsupported-outcome", "oc6"),
        "what two partners bring": every("idle-partner", "oiuk", "bsdr"),
        "why knowledge would turn into yield": every("leap-without-assumption", "op2"),
    },
    "16-paho-malaria": {
        "the arrows inside its lines of work": every("orphan-activity", "a1", "a2"),
        "which partner does what": every("unowned-activity", "s1", "s2", "s3", "s4"),
        "what any partner brings": every("idle-partner", "paho", "min", "don", "com"),
    },
    "17-edinburgh-homeless-health": {
        "which partner leads the activities": every("unowned-activity", "a"),
        "what those at the table bring": every("idle-partner", "eap", "nhs", "inc", "ts", "uoe", "hw"),
        "assumptions, written later": every("bare-link", None),
    },
    "18-justlife-ta-network": {
        "every arrow from what it delivers": every("dead-end-result", "o1", "o2", "o3", "o4"),
        "every arrow to its results": every("unsupported-outcome", "s1", "s2", "s3", "m1", "m2", "l1", "g1", "g2"),
        "what its members do": every("idle-partner", "jl", "net"),
    },
    "22-rainforest-alliance-san": {
        "which partner trains and which certifies": every("unowned-activity", "a1", "a2"),
        "what any partner brings": every("idle-partner", "ra", "san", "farm", "co", "gov"),
        "why companies would pay": every("bare-link", None) | every("single-cause", "c1", "c2"),
        "that copying closes a second loop": every("causal-cycle", "o1"),
    },
    "24-ibtikar": {
        "who its partners are and what they do": every("idle-partner", "ib", "peer", "gov"),
        "who works on each path": every("unowned-activity", "p1", "p2", "p3"),
        "which means serve which path": every("tangled-links", "in1"),
        "its assumptions": every("bare-link", "c1"),
    },
    "26-gavi-alliance": {
        "what leads to its second goal": every("unsupported-outcome", "g2"),
        "how the contributions reach a result": every("unsupported-outcome", "o1"),
        "which of its goals comes first": every("many-goals", "g2"),
    },
}
SLUGS = tuple(LEFT_OUT)


def test_every_record_is_here():
    assert {path.stem for path in FOLDER.glob("*.json")} == {*SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_list_with_arrows_and_an_outline_are_the_same_theory(slug):
    expected = record(slug)
    listed, nested = toc.loads(flat(expected)), toc.loads(outline(expected))
    assert listed.theory == expected
    assert nested.theory == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_formatting_either_changes_nothing_that_it_says(slug):
    expected = record(slug)
    for text in (flat(expected), outline(expected)):
        assert toc.loads(format_text(text)).theory == expected


@pytest.mark.parametrize("write", [flat, outline])
@pytest.mark.parametrize(("slug", "what"), [(slug, what) for slug in SLUGS for what in LEFT_OUT[slug]])
def test_the_checks_name_what_was_left_out(slug, what, write):
    assert LEFT_OUT[slug][what] <= _found(write(record(slug)))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_incomplete_theory_is_a_usable_draft(slug):
    found = toc.check(toc.loads(flat(record(slug))), stage="draft")
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


def test_what_the_sources_do_say_raises_nothing():
    assert not {"causal-cycle", "orphan-activity"} & _rules("24-ibtikar")
    assert not {"idle-partner", "unowned-activity"} & _rules("26-gavi-alliance")
    assert not {"orphan-activity", "dead-end-result"} & _rules("17-edinburgh-homeless-health")


def _rules(slug):
    return {rule for rule, _ in _found(flat(record(slug)))}


def _found(text):
    """Give what is told, and of which elements: also of those that share one finding."""
    loaded = toc.loads(text)
    standing = {link.span: link.source for link in loaded.theory.links}
    standing |= {element.span: element.id for element in loaded.theory.elements}
    found = set()
    for finding in toc.check(loaded):
        found.add((finding.rule, finding.element))
        if finding.element is None:
            found |= {(finding.rule, standing.get(span)) for span in (finding.span, *finding.also)}
    return found
