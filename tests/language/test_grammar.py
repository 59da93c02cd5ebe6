"""The grammar and the table of kinds and keys say the same, and no text can fail."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import toc
from toc.source import Source
from toc.syntax import parse
from toc.vocabulary import KEYS, KINDS, PLACES, Takes

GRAMMAR = (Path(__file__).parents[2] / "grammar" / "toc.lark").read_text(encoding="utf-8")


def words_of(terminal):
    found = re.search(rf"^{terminal}\.\d+: /\(\?:([^)]*)\)", GRAMMAR, re.MULTILINE)
    return sorted(found[1].split("|"))


def test_kinds():
    assert words_of("KIND") == sorted(KINDS)


def test_keys():
    named = {
        key.name
        for place in PLACES.values()
        for key in place.keys
        if key.takes in (Takes.RULE, Takes.CALL, Takes.LABEL)
    }
    assert words_of("NAMED_KEY") == sorted(named)
    assert words_of("KEY") == sorted(set(KEYS) - named - {"because"})


def test_no_key_has_the_name_of_a_kind():
    assert not set(KEYS) & set(KINDS)


def test_every_state_takes_any_rest_of_a_line():
    tables = import_module("toc.grammar.tables")
    parser = tables.DATA["parser"]["parser"]
    states = [{parser["tokens"][token] for token in row} for row in parser["states"].values()]
    at_start = [state for state in states if "KIND" in state]
    inside = [state for state in states if state & {"COLON", "ID", "TEXT", "REST", "NAME", "COMMA"}]
    assert len(at_start) > 2
    assert len(inside) > 20
    assert all("NOTE" in state for state in at_start)
    # A key and a term are only read where their colon follows, so nothing else can stand there.
    assert all(state & {"REST", "TEXT"} or state in ({"COLON"}, {"NAME", "COLON"}) for state in inside)


HOSTILE = [
    "",
    "\n",
    "\n\n\n",
    "   ",
    "\t",
    ":",
    "::",
    "|",
    "||||||| x",
    "<<<<<<<",
    "<<<<<<< a\n",
    "=======",
    "->",
    "-> a,",
    "-> ,",
    "by",
    "by ,",
    "by a,",
    "goal",
    "goal:",
    "goal :",
    "goal a",
    "goal a:",
    "goal a b",
    "goal a: b: c",
    "term",
    "term:",
    "term x",
    "term x: y",
    "because",
    "assuming",
    "assuming:",
    "assuming a",
    "assuming a:",
    "assuming a b: c",
    "label.fr:",
    "label fr x: y",
    "label.: x",
    "label",
    "call x",
    "ignore",
    "ignore:",
    "ignore a b: c",
    "in:",
    "on: ->",
    "on: a ->",
    "on: -> b",
    "on: a -> b -> c",
    "goal 🚗: x",
    "goal a.b: x",
    "\ufeffgoal: x",
    "goal a:\n|",
    "|x\ngoal: a",
    "goal a: x\n \u3000outcome b: y",
    "- - - goal: x",
    "1. goal: x",
    "goal\u00a0a:\u00a0x",
    "a" * 5000,
    "-" * 5000,
    "|" * 5000,
    "<<<<<<< a\n" * 200,
    ">>>>>>> a\n" * 200,
    "<<<<<<< a\n=======\n>>>>>>> b\n" * 50,
    "goal a: b\r\n\r\r\n  outcome: c\r",
    "\x00" * 100,
    "\ud800",
    "goal \u202e: x",
    "-> a because",
    "-> a because: x",
    "-> a b",
    "by a b",
    "by a.b",
    "key with words: x",
    "http://x.y",
    "on : a",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_gives_a_tree_and_a_theory(text):
    source = Source("x.toc", text)
    parse(source)
    for extra in ("", "goal g: G\n  ", "goal g: G\n  by p\n    ", "partner p: P\n"):
        loaded = toc.loads(extra + text)
        for found in loaded.findings:
            assert 0 <= found.span.start <= found.span.end <= len(loaded.sources[0].text)
