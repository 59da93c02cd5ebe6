"""`toc fmt`: text in, canonical text out."""

import pytest

import toc
from toc.format import format_text

FORMATS = {
    "already canonical": (
        "goal g: G\n  outcome o: O\n    by p: money\n",
        "goal g: G\n  outcome o: O\n    by p: money\n",
    ),
    "indents": ("goal g: G\n\toutcome o: O\n\t\tby p\n", "goal g: G\n  outcome o: O\n    by p\n"),
    "look-alikes and case": (
        "Goal g ： G\n OUTCOME o:O\n   → g， h because x\n   –> g\n   <-- h\n   By p，q : money",
        "goal g: G\n  outcome o: O\n    -> g: x\n    -> h: x\n    -> g\n    <- h\n    by p: money\n    by q: money\n",
    ),
    "lines below a list keep it together": (
        "goal g: G\n  -> a, b\n    because x\n",
        "goal g: G\n  -> a, b\n    because: x\n",
    ),
    "the word for an assumption": (
        "assuming x: X\ngoal g: G\n  assumption y: Y\n  assuming people come\n",
        "assumption x: X\ngoal g: G\n  assuming y: Y\n  assuming: people come\n",
    ),
    "blank lines": ("\n\n\ngoal g: G\n\n\n\n  outcome o: O\n   \n\n", "goal g: G\n\n  outcome o: O\n"),
    "comments and notes stand with what follows": (
        "goal g: G\n# about o\nsome words\n    outcome o: O\n# the end",
        "goal g: G\n  # about o\n  some words\n  outcome o: O\n# the end\n",
    ),
    "a note that would be taken for a detail stays at the margin": (
        "goal g: G\nMaria: what?\n    outcome o: O\n",
        "goal g: G\nMaria: what?\n  outcome o: O\n",
    ),
    "what could not be read is left alone": (
        "goal g: G\n      outcom  o :  O\n         ->\n      Foo :  bar\n",
        "goal g: G\n  outcom  o :  O\n    ->\n  Foo :  bar\n",
    ),
    "texts that go on": ("goal g: G\n|  more\n  |\n|end\n", "goal g: G\n  | more\n  |\n  | end\n"),
    "details with a name": (
        "theory: T\n  Call outcome : Result\ngoal g: G\n  label.fr : B\n  ignore  single-cause : x\n",
        "theory: T\n  call outcome: Result\ngoal g: G\n  label.fr: B\n  ignore single-cause: x\n",
    ),
    "a conflict keeps its lines": (
        "goal g: G\n<<<<<<< ours\n      outcome o: O\n=======\n      outcome o: P\n>>>>>>> theirs\n          by p\n",
        "goal g: G\n<<<<<<< ours\n  outcome o: O\n=======\n  outcome o: P\n>>>>>>> theirs\n    by p\n",
    ),
    "ids in one form": ("outcome e\u0301: E\n", "outcome é: E\n"),
    "nothing": ("", ""),
    "blank": (" \n\n", ""),
}


@pytest.mark.parametrize("name", FORMATS)
def test_format(name):
    text, expected = FORMATS[name]
    assert format_text(text) == expected
    assert format_text(expected) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_the_theory_stays(name):
    text, expected = FORMATS[name]
    assert toc.loads(text).theory == toc.loads(expected).theory


def test_pin_writes_the_made_ids():
    text = "goal: We win\n  outcome: We win\n  outcome: …\n    assuming funding\n"
    pinned = "goal we-win: We win\n  outcome we-win-2: We win\n  outcome outcome: …\n    assuming funding: funding\n"
    assert format_text(text, pin=True) == pinned
    assert toc.loads(text).theory == toc.loads(pinned).theory
    assert all(element.pinned for element in toc.loads(pinned).theory.elements)


def test_what_was_not_read_is_not_written_again():
    text = "goal g:   " + "x" * 100_001 + "\n"
    assert format_text(text) == text
