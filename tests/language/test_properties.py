"""What reading and formatting promise, tried on random texts, random theories and every keystroke of the examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from printing import flat, outline
from strategies import theories
from typing_fingers import texts

import toc
from toc.check import ORDER, check
from toc.format import format_text

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.toc"))
RULES = frozenset(ORDER)

anything = st.one_of(texts, texts, st.text(), st.text("goal: ->|#,\n\t ab\r"))


def words(notes):
    return sorted(note.text for note in notes)


def same(text, formatted):
    """Formatting changes nothing that is said, and not one word of a note or comment."""
    before, after = toc.loads(text).theory, toc.loads(formatted).theory
    assert after == before
    assert words(after.notes) == words(before.notes)
    assert words(after.comments) == words(before.comments)


@given(anything)
def test_any_text_gives_a_theory_and_findings_that_stand_in_it(text):
    loaded = toc.loads(text)
    length = len(loaded.sources[0].text)
    for finding in loaded.findings:
        assert finding.rule in RULES
        assert 0 <= finding.span.start <= finding.span.end <= length
        for edit in (edit for fix in finding.fixes for edit in fix.edits):
            assert 0 <= edit.span.start <= edit.span.end <= length
    event(f"findings: {len(loaded.findings) > 0}")


@given(anything)
def test_any_text_can_be_checked(text):
    found = check(toc.loads(text))
    assert all(finding.message and "\n" not in finding.message for finding in found)


@given(anything)
def test_any_text_can_be_formatted(text):
    formatted = format_text(text)
    same(text, formatted)
    assert format_text(formatted) == formatted


@given(anything)
def test_any_text_can_be_pinned(text):
    pinned = format_text(text, pin=True)
    before, after = toc.loads(text).theory, toc.loads(pinned).theory
    assert after == before
    assert [element.id for element in after.elements if not element.pinned] == []
    assert format_text(pinned, pin=True) == pinned


@given(anything)
def test_formatting_keeps_every_line_in_its_place(text):
    """Blank lines may go and a list of arrows may become several lines; what is left comes in the same order."""

    def in_order(typed):
        theory = toc.loads(typed).theory
        things = sorted([*theory.elements, *theory.notes, *theory.comments], key=lambda one: one.span.start)
        return [getattr(one, "id", one.text) for one in things]

    assert in_order(format_text(text)) == in_order(text)


@given(theories(), st.sampled_from([flat, outline]))
def test_what_is_printed_is_read_back(theory, write):
    text = write(theory)
    assert toc.loads(text).theory == theory
    event(f"deepest: {max((len(line) - len(line.lstrip())) // 2 for line in text.splitlines()) if text.strip() else 0}")


@given(theories())
def test_formatting_keeps_a_theory_in_both_forms(theory):
    for text in (flat(theory), outline(theory)):
        formatted = format_text(text)
        assert toc.loads(formatted).theory == theory
        assert format_text(formatted) == formatted


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_what_it_was_after_formatting(path):
    text = path.read_text(encoding="utf-8")
    formatted = format_text(text)
    same(text, formatted)
    assert format_text(formatted) == formatted


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_keystroke_of_an_example_is_read(path):
    """Each line is typed letter by letter below the lines that it stands in, and the whole line by line."""
    text = path.read_text(encoding="utf-8")
    above: list[str] = []
    for line in text.splitlines(keepends=True):
        above = [other for other in above if indent(other) < indent(line)]
        for end in range(len(line)):
            read("".join(above) + line[:end])
        above += [line] if line.strip() else []
    for end in (match.start() for match in re.finditer("\n", text)):
        read(text[:end])


def indent(line):
    return len(line) - len(line.lstrip()) if line.strip() else 99


def read(text):
    assert all(finding.span.end <= len(text) for finding in toc.loads(text).findings)


@given(st.sampled_from(EXAMPLES), st.data())
def test_a_damaged_example_is_read_and_formatted(path, data):
    text = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    damaged = text[:start] + data.draw(st.sampled_from(("", "\n", ":", "  ", "->", "x", "\t", "|"))) + text[end:]
    formatted = format_text(damaged)
    same(damaged, formatted)
    assert format_text(formatted) == formatted
