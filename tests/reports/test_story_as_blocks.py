"""The Markdown story and the blocks of a document say the same words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import TEXTS
from hypothesis import given
from hypothesis import strategies as st
from toc.renderers.document import Cell, Document, Heading, Item, Listing, Paragraph, Run, Style, Table, markdown, plain
from toc.renderers.escape import markdown_text, one_line
from toc.renderers.markdown import CHAPTERS
from toc.renderers.story.as_blocks import as_blocks, words_of
from toc.renderers.story.teller import teller_for

from toc.load import load

ROOT = Path(__file__).parents[2]
EXAMPLES = ("clean-air.toc", "aubrelle-fr.toc", "sindyan-ar.toc", "river-basin/basin.toc", "loops.toc", "workshop.toc")

STRONG, QUIET = Style.STRONG, Style.QUIET
CASES = [
    ("### A *title* \\*really\\*", Heading("A title *really*", 2)),
    ("**If** it rains, **then** *we* wait.", Paragraph((
        Run("If", STRONG), Run(" it rains, "), Run("then", STRONG), Run(" "), Run("we", QUIET), Run(" wait."),
    ))),
    ("\\- no list, 3 \\< 4 &amp; so on", Paragraph((Run("- no list, 3 < 4 & so on"),))),
    ("See [a \\[b\\]](https://a.example/x) (`no-goal`)", Paragraph((
        Run("See "), Run("a [b]", to="https://a.example/x"), Run(" (no-goal)"),
    ))),
    ("- one\n- **two**", Listing((Item((Run("one"),)), Item((Run("two", STRONG),))))),
    ("| A | B |\n| --- | --- |\n| a \\| b |   |\n|   | c |", Table(
        ("A", "B"), ((Cell((Run("a | b"),)), Cell()), (Cell(), Cell((Run("c"),)))), (2, 2),
    )),
]  # fmt: skip


@pytest.mark.parametrize(("text", "block"), CASES, ids=[text[:12] for text, _ in CASES])
def test_what_a_chapter_writes_becomes_a_block(text, block):
    assert as_blocks([text]) == (block,)


@given(st.text())
def test_whatever_somebody_typed_comes_out_as_it_was(text):
    assert plain(words_of(markdown_text(text))) == one_line(text)
    (block,) = as_blocks([f"**{markdown_text(text)}**"])
    assert block == Paragraph((Run(one_line(text), STRONG),) if one_line(text) else ())


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_words_come_out_as_they_were_in_lists_and_tables(text):
    written = markdown_text(text)
    (listing,) = as_blocks([f"- {written}"])
    assert plain(listing.items[0].said) == one_line(text)
    (table,) = as_blocks([f"| {written} | b |\n| --- | --- |\n| {written} | b |"])
    assert table.head == (one_line(text), "b")
    assert [plain(cell.said) for cell in table.rows[0]] == [one_line(text), "b"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_story_written_again_from_its_blocks_says_the_same(name):
    teller = teller_for(load(str(ROOT / "examples" / name)).theory, None)
    told = [text.replace("\u00a0", " ") for chapter in CHAPTERS for text in chapter(teller)]
    blocks = as_blocks(told)
    again = markdown.write(Document("Title", tuple(blocks)), "story").content
    assert as_blocks(again.rstrip("\n").split("\n\n"))[1:] == blocks
