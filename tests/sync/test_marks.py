"""Where blocks are found, and which markers are told: small documents in, lines and sentences out."""

from __future__ import annotations

import pytest

from toc.sync.marks import blocks_of, hash_of
from toc.sync.wishes import WishTrouble, wanted

HERE = "<!-- toc:begin p.toc -->\n<!-- toc:end -->\n"

FOUND = [
    # what it is about, the document, the line and the level of each block
    ("nothing above", HERE, [(1, 0)]),
    ("under headings", f"# One\n\n## Two\n{HERE}\n# Three\n{HERE}", [(4, 2), (8, 1)]),
    ("under a line", f"One\n===\n{HERE}\nTwo\n---\n{HERE}", [(3, 1), (8, 2)]),
    ("a rule is no heading", f"# One\n\n---\n{HERE}", [(4, 1)]),
    ("a list and a rule", f"# One\n\n- a\n---\n{HERE}", [(5, 1)]),
    ("a byte order mark", f"\ufeff{HERE}", [(1, 0)]),
    ("a heading behind a byte order mark", f"\ufeff# One\n{HERE}", [(2, 1)]),
    (
        "headings in a block are ours",
        f"# One\n<!-- toc:begin p.toc -->\n### x\n<!-- toc:end -->\n{HERE}",
        [(2, 1), (5, 1)],
    ),
    ("headings in code are none", f"# One\n```\n### x\n```\n{HERE}", [(5, 1)]),
    ("YAML at the start", f"---\ntitle: One\n---\n{HERE}", [(4, 0)]),
    ("a marker in it", f"---\na: |\n{HERE}...\n# One\n{HERE}", [(7, 1)]),
    ("a rule at the start", f"---\n\n{HERE}\nOne\n---\n{HERE}", [(3, 0), (8, 2)]),
    ("many quotes", "> " * 400 + f"x\n{HERE}", [(2, 0)]),
    ("in code", f"```markdown\n{HERE}```\n{HERE}", [(5, 0)]),
    ("in wavy code", f"~~~\n{HERE}```\n~~~\n", []),
    ("in longer code", f"````\n```\n{HERE}```\n````\n", []),
    ("in code in a list", f"- ```\n  {HERE}  ```\n{HERE}", [(5, 0)]),
    ("in indented code", "    <!-- toc:begin p.toc -->\n    <!-- toc:end -->\n", []),
    ("not code", f"``` `x`\n{HERE}", [(2, 0)]),
    ("a fence in a block hides no end", f"<!-- toc:begin p.toc -->\n```\n<!-- toc:end -->\n{HERE}", [(1, 0), (4, 0)]),
    ("somebody else's comment", f"<!-- toc -->\n<!-- toc:insertHere -->\n{HERE}", [(3, 0)]),
    ("CRLF and CR", HERE.replace("\n", "\r\n") + HERE.replace("\n", "\r"), [(1, 0), (3, 0)]),
    ("a line separator ends no line", f"a\u2028b\x0bc\x85\n{HERE}", [(2, 0)]),
    ("no end of line at the end", HERE.rstrip("\n"), [(1, 0)]),
]

FAULTS = [
    ("<!-- toc:begin p.toc -->\n", 1, "has no end"),
    (f"<!-- toc:begin p.toc -->\n{HERE}", 1, "has no end"),
    ("a\n<!-- toc:end -->\n", 2, "begins nowhere"),
    (f"<!-- toc:begin p.toc\n{HERE}", 1, "ends with --> on the same line"),
    ("<!-- toc:begin p.toc --> and\n<!-- toc:end -->\n", 1, "alone on its line"),
    ("<!-- toc:beginn p.toc -->\n", 1, "Did you mean toc:begin?"),
]

WRONG = [
    ("", "names one plan"),
    ("a.toc b.toc", "‘b.toc’"),
    ("report=matrix", "names one plan"),
    ("p.toc reprot=matrix", "Did you mean report?"),
    ("p.toc report=matrixx", "Did you mean matrix?"),
    ("p.toc report=pack", "Say which one, as in partner=council."),
    ("p.toc report=matrix show=story", "one thing"),
    ("p.toc show=report", "Which report?"),
    ("p.toc show=storey", "Did you mean story?"),
    ("p.toc show=story theme=dark", "A story takes no theme."),
    ("p.toc show=findings lang=fr", "The table of findings takes no lang."),
    ("p.toc partner=a partner=b", "twice"),
    ('p.toc alt="open', "not closed"),
    ("p.toc report=calendar as-of=soon", "no date"),
]


@pytest.mark.parametrize(("text", "places"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_blocks_are_found_where_they_are(text, places):
    blocks, faults = blocks_of(text)
    assert [(block.line, block.level) for block in blocks] == places
    assert faults == ()
    assert all(text[: block.after].endswith("<!-- toc:end -->") for block in blocks)


@pytest.mark.parametrize(("text", "line", "says"), FAULTS, ids=[row[2] for row in FAULTS])
def test_a_marker_that_cannot_be_used_is_told_with_its_line(text, line, says):
    fault = blocks_of(text)[1][0]
    assert fault.line == line
    assert says in fault.sentence


@pytest.mark.parametrize(("words", "says"), WRONG, ids=[row[0] or "nothing" for row in WRONG])
def test_what_there_is_not_is_told(words, says):
    with pytest.raises(WishTrouble) as trouble:
        wanted(words)
    assert says in str(trouble.value)


def test_words_are_kept_together_by_double_quotes_only():
    asked = wanted('"our plan.toc" alt="the council\'s hope # 1" hide=notes,ids')
    assert (asked.plan, asked.show) == ("our plan.toc", "picture")
    assert asked.options == {"alt": "the council's hope # 1", "hide": "notes,ids"}


def test_spaces_and_ends_of_lines_do_not_count_and_words_do():
    assert hash_of("\na \n\nb\n\n") == hash_of("a\r\n\r\nb")
    assert hash_of("a\nb") != hash_of("a b")
