"""Every block of .toc on our pages is what the page says it is."""

from __future__ import annotations

import re

import pytest
from fences import Fence, all_fences

import toc
from toc.findings import Severity
from toc.format import format_text
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.rules.rule import Family
from toc.source import Source
from toc.syntax import Shape, parse

BLOCKS = all_fences("toc")
ALONE = [fence for fence in BLOCKS if not fence.words]
CLEAN = [fence for fence in BLOCKS if fence.words == ("fmt",)]
WRONG = [fence for fence in BLOCKS if fence.words == ("wrong",)]
FILES = [fence for fence in BLOCKS if fence.file]
ABOUT_THE_TEXT = {rule.name for rule in (*READING, *RULES) if rule.family is Family.TEXT}
NOT_TO_BE_SEEN = {"control-character", "invisible-character", "bidi-control", "too-large"}
# A block that is wrong and a file is one that the commands below it talk about.


def test_every_block_is_of_a_known_sort():
    assert {fence.place for fence in BLOCKS} == {fence.place for fence in (*ALONE, *CLEAN, *WRONG, *FILES)}


@pytest.mark.parametrize("fence", ALONE, ids=lambda fence: fence.place)
def test_a_block_reads_without_a_problem(fence: Fence):
    assert _problems(toc.loads(fence.text)) == []


@pytest.mark.parametrize("fence", CLEAN, ids=lambda fence: fence.place)
def test_a_clean_block_is_what_fmt_makes_of_the_one_before(fence: Fence):
    before = BLOCKS[BLOCKS.index(fence) - 1]
    assert format_text(before.text) == fence.text


def test_every_shape_of_line_is_shown():
    shown = set()
    for fence in BLOCKS:
        todo = list(parse(Source(fence.place, fence.text)).lines)
        while todo:
            line = todo.pop()
            shown.add(line.shape)
            todo += line.children
    assert set(Shape) - shown == set()


@pytest.mark.parametrize("fence", WRONG, ids=lambda fence: fence.place)
def test_a_wrong_block_finds_what_the_sentence_below_names(fence: Fence):
    named = re.match(r"`([a-z-]+)`: ", fence.below)
    assert named, f"{fence.place}: no sentence below that begins with the name of a rule"
    assert {finding.rule for finding in _noticed(toc.loads(fence.text))} == {named[1]}


def test_every_mistake_in_a_text_is_shown():
    named = {fence.below.split("`")[1] for fence in WRONG}
    assert ABOUT_THE_TEXT - named - NOT_TO_BE_SEEN == set()


@pytest.mark.parametrize("page", sorted({fence.page for fence in FILES}))
def test_blocks_that_are_files_read_together(page: str, tmp_path):
    mine = [fence for fence in FILES if fence.page == page]
    for fence in mine:
        path = tmp_path / fence.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence.text, encoding="utf-8")
    waiting = list(dict.fromkeys([fence.file for fence in mine]))
    while waiting:
        loaded = toc.load(tmp_path / waiting[0])
        assert _problems(loaded) == []
        read = {source.name for source in loaded.sources}
        waiting = [name for name in waiting if str(tmp_path / name) not in read]


def _noticed(loaded):
    """Give what is said about the text itself; what is said about a theory as a whole asks for whole theories."""
    return [finding for finding in toc.check(loaded) if finding.rule in ABOUT_THE_TEXT]


def _problems(loaded):
    return [(it.rule, it.message) for it in _noticed(loaded) if it.severity is not Severity.ADVICE]
