"""A new name for something: everything else stays what it was."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import FILE, after, at, text_of
from typing_fingers import texts

import toc
from toc.edit import applied
from toc.load import of_source
from toc.model import OWN_NAMESPACE, LinkRef
from toc.service import RenameTrouble, rename
from toc.service.names import NAMING_KEYS
from toc.source import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = (
    "clean-air.toc", "five-lines.toc", "loops.toc", "workshop.toc", "aubrelle-fr.toc", "sindyan-ar.toc",
    "river-basin/basin.toc",
)  # fmt: skip


def said_of(theory, old="", new="", space=""):
    """Give a theory with another id in it, for comparing."""

    def name(one):
        return new if one == old and not space else one

    def about(one):
        return LinkRef(name(one.source), name(one.target), one.kind) if isinstance(one, LinkRef) else name(one)

    def details(found):
        return tuple(replace(one, value=values(one.value)) if one.key in NAMING_KEYS else one for one in found)

    def values(text):
        return re.sub(r"[^,\s][^,]*[^,\s]|[^,\s]", lambda part: name(part[0]), text)

    def own(element):
        mine = element.kind if element.kind in OWN_NAMESPACE else ""
        return new if element.id == old and mine == space else element.id

    return replace(
        theory,
        details=details(theory.details),
        elements=tuple(
            replace(
                one,
                id=own(one),
                details=details(one.details),
                pathways=tuple(map(name, one.pathways)),
                about=tuple(map(about, one.about)),
                owner=new if one.owner == old and space == ("session" if one.kind == "action" else "") else one.owner,
            )
            for one in theory.elements
        ),
        links=tuple(replace(one, source=name(one.source), target=name(one.target)) for one in theory.links),
        contributions=tuple(
            replace(one, partner=name(one.partner), to=about(one.to) if one.to else None, details=details(one.details))
            for one in theory.contributions
        ),
    )


def read_again(loaded, edits, path):
    """Read a theory of several files with the edits in them."""
    sources = {
        source.name: Source(
            source.name, applied(source.text, [edit for edit in edits if edit.span.file == source.name])
        )
        for source in loaded.sources
    }
    opened = {str(Path(name).resolve()): source for name, source in sources.items()}
    return of_source(sources[loaded.sources[0].name], str(path), opened=opened)


SOME = 60
"""How many names of a theory are changed, one after the other; all of them with ``--runs 20``."""


@pytest.mark.parametrize("name", FILES)
def test_every_id_of_the_examples(name, monkeypatch, request):
    monkeypatch.chdir(EXAMPLES)
    loaded = toc.load(name)
    old = said_of(loaded.theory)
    assert old == loaded.theory
    apart = 1 if request.config.getoption("--runs") >= 20 else len(loaded.theory.elements) // SOME + 1
    for number, element in list(enumerate(loaded.theory.elements))[::apart]:
        fresh = f"2031-01-{number % 28 + 1:02}-x" if element.kind == "session" else f"brand-new-{number}"
        edits = rename(loaded, element.span.file, element.span.start, fresh)
        now = read_again(loaded, edits, name)
        space = element.kind if element.kind in OWN_NAMESPACE else ""
        assert now.theory == said_of(loaded.theory, element.id, fresh, space), element.id
        assert len(now.findings) == len(loaded.findings)


RENAMED = {
    "from its declaration": ("goal a¦: x\noutcome o: y\n  -> a: a\n", "goal b: x\noutcome o: y\n  -> b: a\n"),
    "from a use": ("goal a: x\noutcome o: y\n  -> ¦a: a\n", "goal b: x\noutcome o: y\n  -> b: a\n"),
    "from the line": ("goal a: the wor¦ds\noutcome o: y\n  -> a\n", "goal b: the words\noutcome o: y\n  -> b\n"),
    "from the kind": ("go¦al a: x\n", "goal b: x\n"),
    "a made name": ("goal: Clean ¦air\noutcome o: y\n  -> clean-air\n", "goal b: Clean air\noutcome o: y\n  -> b\n"),
    "a made name from a use": (
        "goal: Clean air\noutcome o: y\n  -> clean-¦air\n",
        "goal b: Clean air\noutcome o: y\n  -> b\n",
    ),
    "a made name without a space": ("goal:Clean ¦air\n", "goal b:Clean air\n"),
    "a made name with a wide colon": ("goal：Clean ¦air\n", "goal b：Clean air\n"),
    "an assumption without a colon": ("goal g: x\n  assuming people c¦ome\n", "goal g: x\n  assuming b: people come\n"),
    "an assumption in one word": ("goal g: x\n  assuming Fun¦ding\n", "goal g: x\n  assuming b: Funding\n"),
    "a name nobody declared": ("goal g: x\n  -> tra¦fic\n  <- trafic\n", "goal g: x\n  -> b\n  <- b\n"),
    "a name on a broken line": (
        "outcome qui¦et It is\ngoal g: x\n  -> quiet\n",
        "outcome b It is\ngoal g: x\n  -> b\n",
    ),
    "others keep their made names": (
        "goal a: x\noutcome: Ca¦lm\noutcome: Calm\n  -> calm-2\noutcome: Calm\n",
        "goal a: x\noutcome b: Calm\noutcome calm-2: Calm\n  -> calm-2\noutcome calm-3: Calm\n",
    ),
    "one in the middle": (
        "outcome: Calm\noutcome: C¦alm\noutcome: Calm\n",
        "outcome: Calm\noutcome b: Calm\noutcome calm-3: Calm\n",
    ),
    "a given name that others were made beside": (
        "goal ca¦lm: x\noutcome: Calm\n",
        "goal b: x\noutcome calm-2: Calm\n",
    ),
    "the first of two": ("goal ¦a: x\noutcome a: y\n  -> a\n", "goal b: x\noutcome a-2: y\n  -> b\n"),
    "the second of two": ("goal a: x\noutcome ¦a: y\n  -> a\n", "goal a: x\noutcome b: y\n  -> a\n"),
    "a term": ("term free pl¦ace: x\nterm other: y\n", "term b: x\nterm other: y\n"),
    "a goal, not the term": ("term a: x\ngoal ¦a: y\n", "term a: x\ngoal b: y\n"),
    "names in values": (
        "partner ¦p: x\ngoal g: y\n  for: p, others\n  by p: p\n    backup: p\n",
        "partner b: x\ngoal g: y\n  for: b, others\n  by b: p\n    backup: b\n",
    ),
    "both ends": (
        "goal ¦a: x\n  outcome o: y\nquestion: why?\n  on: a, o -> a\n",
        "goal b: x\n  outcome o: y\nquestion: why?\n  on: b, o -> b\n",
    ),
    "emoji": (
        "goal a¦: 🌍\noutcome 🌍\noutcome o: 🌍\n  -> a: 🌍\n",
        "goal b: 🌍\noutcome 🌍\noutcome o: 🌍\n  -> b: 🌍\n",
    ),
    "both ways to write é": ("goal e\u0301¦: x\noutcome o: y\n  -> é\n", "goal b: x\noutcome o: y\n  -> b\n"),
    "without a line end": ("goal a: x\noutcome o: y\n  -> ¦a", "goal b: x\noutcome o: y\n  -> b"),
}


@pytest.mark.parametrize("name", RENAMED)
def test_renamed(name):
    text, result = RENAMED[name]
    loaded, file, place = at(text)
    assert applied(text_of(loaded), rename(loaded, file, place, "b")) == result


@pytest.mark.parametrize(
    ("text", "new", "result"),
    [
        ("goal a¦: x\n", "e\u0301te\u0301", "goal été: x\n"),
        ("goal a¦: x\n", " b ", "goal b: x\n"),
        ("goal a¦: x\n", "هواء", "goal هواء: x\n"),
        ("goal a¦: x\n", "a", "goal a: x\n"),
        ("term a¦: x\n", "two words", "term two words: x\n"),
        ("session 2026-03-1¦2: x\n", "2026-03-13", "session 2026-03-13: x\n"),
        ("goal traffic: x\noutcome o: y\n  -> traf¦ic\n", "traffic", "goal traffic: x\noutcome o: y\n  -> traffic\n"),
    ],
)
def test_new_names(text, new, result):
    loaded, file, place = at(text)
    assert applied(text_of(loaded), rename(loaded, file, place, new)) == result


@pytest.mark.parametrize(
    ("text", "new", "says"),
    [
        ("goal a¦: x\n", "", "Write the new name"),
        ("goal a¦: x\n", "two words", "‘two words’ is no name"),
        ("goal a¦: x\n", "x: y", "is no name"),
        ("goal a¦: x\n", "-x", "is no name"),
        ("goal a¦: x\n", "a--b", "is no name"),
        ("goal a¦: x\n", "b\ngoal c", "is no name"),
        ("goal a¦: x\n", "b\u200b", "is no name"),
        ("goal a¦: x\n", "b\u202e", "is no name"),
        ("goal a¦: x\n", "b\x00", "is no name"),
        ("goal a¦: x\n", "\ud800", "is no name"),
        ("goal a¦: x\noutcome b: Fewer cars\n", "b", "‘b’ is taken: it is an outcome, ‘Fewer cars’"),
        ("goal a¦: x\noutcome: Fewer cars\n", "fewer-cars", "is taken: it is an outcome, ‘Fewer cars’"),
        ("goal a¦: x\n  -> b\n", "b", "‘b’ is used already, on line 2 of plan.toc"),
        ("goal a¦: x\noutcme b: y\n", "b", "‘b’ is used already, on line 2"),
        ("partner a¦: x\nactivity c: y\n  lead: b\n", "b", "‘b’ is used already, on line 3"),
        ("term a¦: x\nterm b: y\n", "b", "‘b’ is taken: it is a term, ‘y’"),
        ("¦", "b", "no name here to change"),
        ("goal g: x\n  note: wor¦ds\n", "b", "no name here to change"),
        ("theory: wor¦ds\n", "b", "no name here to change"),
        ("goal g: x\n  | wor¦ds\n", "b", "no name here to change"),
    ],
)
def test_what_cannot_be_done_is_said(text, new, says):
    loaded, file, place = at(text)
    with pytest.raises(RenameTrouble, match=says):
        rename(loaded, file, place, new)


def test_a_name_is_free_in_the_other_space():
    loaded, file, place = at("goal a¦: x\nterm b: y\n")
    assert applied(text_of(loaded), rename(loaded, file, place, "b")) == "goal b: x\nterm b: y\n"


@given(texts, st.integers(0, 200))
def test_any_place_in_any_text(text, place):
    loaded = toc.loads(text, FILE)
    try:
        edits = rename(loaded, FILE, place, "brand-new")
    except RenameTrouble:
        return
    now = after(loaded, edits)
    assert len(now.theory.elements) == len(loaded.theory.elements)
    assert len(now.theory.links) == len(loaded.theory.links)
    kept = [one.id for one in now.theory.elements if one.id != "brand-new"]
    gone = [one.id for one in loaded.theory.elements]
    assert len([one for one in gone if one not in kept]) <= 1
