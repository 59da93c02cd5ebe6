"""What the pen does with Enter and Tab, and how it finds what differs between two texts; in Node, without a browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toc.live.assets import has_editor

HERE = Path(__file__).parent

here = shutil.which("node") is not None and has_editor()
pytestmark = pytest.mark.skipif(not here, reason="Node or the editor is missing")


@pytest.fixture(scope="module")
def ask():
    command = ["node", "--import", HERE / "vendor.mjs", HERE / "hands.mjs"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as node:

        def asked(*question):
            node.stdin.write(f"{json.dumps(question)}\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield asked
        node.stdin.close()


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("Enter", "goal a: x‸", "goal a: x\n‸"),
        ("Enter", "  by b‸", "  by b\n  ‸"),
        ("Enter", "\tby b‸", "\tby b\n\t‸"),
        ("Enter", "goal a: x‸\n  by b\n", "goal a: x\n  ‸\n  by b\n"),
        ("Enter", "goal a: x‸\n\n  by b\n", "goal a: x\n  ‸\n\n  by b\n"),
        ("Enter", "  -> a‸\n    because: b\n", "  -> a\n    ‸\n    because: b\n"),
        ("Enter", "  -> a‸\n  by b\n", "  -> a\n  ‸\n  by b\n"),
        ("Enter", "  by b‸\ngoal c\n", "  by b\n  ‸\ngoal c\n"),
        ("Enter", "  by b: mo‸ney\n    due: x", "  by b: mo\n  ‸ney\n    due: x"),
        ("Enter", "‸  by b", "\n‸  by b"),
        ("Enter", "goal a\n  ‸\n", "goal a\n\n  ‸\n"),
        ("Enter", "  by ‸b: more‸", "  by \n  ‸"),
        ("Tab", "goal a\noutcome ‸b\n", "goal a\n  outcome ‸b\n"),
        ("Tab", "goal a\n‸outcome b\n  by c\n\n  by d\ngoal e", "goal a\n  ‸outcome b\n    by c\n\n    by d\ngoal e"),
        ("Tab", "‸a\n\nb\n  c‸\n    d\ne", "  ‸a\n\n  b\n    c‸\n      d\ne"),
        ("Tab", "goal a\n‸\n  by b", "goal a\n  ‸\n  by b"),
        ("Shift-Tab", "goal a\n  outcome ‸b\n    by c\n  d", "goal a\noutcome ‸b\n  by c\n  d"),
        ("Shift-Tab", "‸goal a\n  by b", "‸goal a\n  by b"),
        ("Shift-Tab", "\t‸x\n\t\ty", "‸x\n\ty"),
    ],
)
def test_a_key_does(ask, key, before, after):
    assert ask("press", key, before) == after


@pytest.mark.parametrize("key", ["Enter", "Tab", "Shift-Tab"])
def test_nothing_happens_to_a_text_for_reading(ask, key):
    assert ask("read", key, "goal a\n  by ‸b") == "goal a\n  by ‸b"


line = st.sampled_from(["goal a: x\n", "  by b\n", "\n", "  -> c\n", "words", "\U0001f600\n", "  by bb\n"])
texts = st.lists(line, max_size=12).map("".join)


@given(before=texts, after=texts)
def test_the_change_between_two_texts_makes_the_one_from_the_other(ask, before, after):
    assert ask("change", before, after)[0] == after


def test_it_leaves_alone_what_both_have(ask):
    before = "goal a: x\n  by b\ngoal c: y\n"
    after = "# new\ngoal a: x\n  by bb\nmore\ngoal c: y\n"
    assert ask("change", before, after) == [after, len(before)]
    assert ask("change", before, before) == [before, len(before)]
