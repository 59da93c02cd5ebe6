"""Reading with a memory gives what reading without one gives, whatever was read before; and it stays small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_fingers import texts

from toc.decoding import of_text
from toc.load import of_source
from toc.memory import Memory, statements
from toc.source import Source
from toc.syntax import parse, read_piece

BLOCKS = (
    "goal g: G\n",
    "  indented: first\n",
    "outcome a: A\n  because: it is so\n    | and more\n  -> g: why\n",
    "outcome\tb: B\n\tactivity c: C\n  due: 2030\n",
    "outcome d: D\n  activity e: E\n\trisk f: F\n   condition h: H\n",
    "  x\n\n# a comment\n  # another\nsome words\n  more words\n",
    "| continued\n",
    "on: a\nGoal: again\nassuming that it works\n  watch: out\n",
    "outcom i: I\n  dew: 2031\n- output j: J\n",
    "-> a\nby g\ninclude: x.toc\n  outcome k: K\n",
    "<<<<<<< ours\noutcome a: A\noutcome b: B\n=======\n  outcome c: C\n>>>>>>> theirs\n",
    "<<<<<<< ours\ngoal g: one\n",
    "=======\nrisk\n>>>>>>> theirs\n",
    "  <<<<<<< no mark\n>>>>>>>\n",
    "term x y: Z\x07\x1b\noutcome l: \u202eL\r\n",
    "".join(f"{' ' * depth}outcome o{depth}: O\n" for depth in range(67)),
    "theory: T\n  enough: yes\n\n\n",
    "label.fr: X\nignore no-goal: because\ncall outcome: Result\n",
    "\n",
)
edits = st.tuples(st.floats(0, 1), st.integers(0, 12), st.one_of(texts, st.sampled_from(("", "\n", " ", "x", ":"))))
"""Where in a text, how much goes, and what comes."""


def edited(text, where, gone, new):
    at = round(where * len(text))
    return text[:at] + new + text[at + gone :]


def same(memory, text):
    source = of_text(text, "x.toc")
    assert memory.parse(source) == parse(source)


@given(st.one_of(texts, st.lists(st.sampled_from(BLOCKS), max_size=6).map("".join)), st.lists(edits, max_size=8))
def test_whatever_is_typed(text, changes):
    memory = Memory()
    same(memory, text)
    for change in changes:
        text = edited(text, *change)
        same(memory, text)


@given(st.lists(st.lists(st.sampled_from(BLOCKS), max_size=8), min_size=2, max_size=5))
def test_blocks_that_come_go_and_change_places(versions):
    memory = Memory()
    for blocks in versions:
        same(memory, "".join(blocks))


@pytest.mark.parametrize("block", [block for block in BLOCKS if len(block) < 200])
def test_every_key_of_a_block_between_others(block):
    memory = Memory()
    for end in range(len(block) + 1):
        same(memory, f"{BLOCKS[2]}{block[:end]}{BLOCKS[4]}{BLOCKS[5]}")


@given(st.one_of(texts, st.lists(st.sampled_from(BLOCKS), max_size=6).map("".join)))
def test_the_parts_are_the_text(text):
    parts = list(statements(text))
    assert "".join([said for _, said in parts]) == text
    assert all(text.startswith(said, start) for start, said in parts)


def test_only_what_is_new_is_read(monkeypatch):
    read = []
    monkeypatch.setattr("toc.memory.read_piece", lambda text: read.append(text) or read_piece(text))
    memory = Memory()
    text = "".join([f"outcome o{number}: O\n  due: 2030\n" for number in range(50)])
    memory.parse(Source("x", text))
    assert len(read) == 50
    memory.parse(Source("x", text.replace("o7: O", "o7: Oh") + "# the end\n"))
    assert read[50:] == ["outcome o7: Oh\n  due: 2030\n", "outcome o49: O\n  due: 2030\n# the end\n"]


def test_no_more_is_held_than_the_last_texts(tmp_path):
    (tmp_path / "more.toc").write_text("outcome m: M\n")
    memory = Memory()
    for number in range(100):
        of_source(Source("x.toc", f"goal g: {number}\ninclude: more.toc\n"), str(tmp_path / "x.toc"), memory=memory)
    assert {name.rsplit("/", 1)[-1]: len(held) for name, held in memory.files.items()} == {"x.toc": 2, "more.toc": 1}
    of_source(Source("x.toc", "goal g: G\n"), str(tmp_path / "x.toc"), memory=memory)
    assert [len(held) for held in memory.files.values()] == [1]


def test_open_files_are_not_read_from_the_disk(tmp_path):
    (tmp_path / "more.toc").write_text("outcome m: as saved\n  include: deep.toc\n")
    place = str(tmp_path / "x.toc")
    opened = {
        str(tmp_path.resolve() / "more.toc"): Source("more.toc", "outcome m: as typed\ninclude: new.toc\n"),
        str(tmp_path.resolve() / "new.toc"): Source("new.toc", "outcome n: not saved yet\n"),
    }
    loaded = of_source(Source("x.toc", "goal g: G\ninclude: more.toc\n"), place, opened=opened)
    assert [element.text for element in loaded.theory.elements] == ["G", "as typed", "not saved yet"]
    assert [source.name for source in loaded.sources] == ["x.toc", "more.toc", "new.toc"]
    assert loaded.findings == ()
