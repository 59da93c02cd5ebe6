"""The picture stands still while a line is half typed: what is drawn for a text that is typed letter by letter."""

from __future__ import annotations

import pytest

import toc
from toc.live.holding import Held, declared_on, hold, settled, troubled_lines

BEFORE = "goal g: Everybody reads\n  outcome o: Books are at hand\n  outcome p: There is time\n"
NAME = "text.toc"


def typed(*texts: str) -> Held:
    held = Held()
    for text in texts:
        held = hold(held, text, troubled_lines(toc.loads(text)).get(NAME, {}))
    return held


@pytest.mark.parametrize(
    ("line", "drawn"),
    [
        ("  outcome o: Books are at home", "  outcome o: Books are at home"),
        ("  outcom o: Books are at hand", "  outcome o: Books are at hand"),
        ("  outcome o Books are at hand", "  outcome o: Books are at hand"),
        ("  outcome", "  outcome o: Books are at hand"),
        ("  o: Books are at hand", "  outcome o: Books are at hand"),
        ("  Books are at hand", "  outcome o: Books are at hand"),
        ("# outcome o: Books are at hand", "# outcome o: Books are at hand"),
        ("", ""),
    ],
)
def test_a_line_that_means_nothing_is_drawn_as_it_was(line, drawn):
    held = typed(BEFORE, BEFORE.replace("  outcome o: Books are at hand", line))
    assert held.text.split("\n")[1] == drawn


def test_letter_by_letter_from_one_kind_to_another():
    old, new = "  outcome o: Books are at hand", "  activity o: Books are at hand"
    steps = [BEFORE.replace("outcome o", f"{'activity'[:count]} o") for count in range(9)]
    seen = [typed(BEFORE, *steps[: count + 1]).text.split("\n")[1] for count in range(9)]
    assert seen == [old] * 8 + [new]


def test_a_new_line_is_drawn_as_it_comes_and_never_as_an_earlier_half_of_itself():
    steps = [BEFORE + "outcome q: more"[:count] for count in range(16)]
    seen = [typed(BEFORE, *steps[: count + 1]).text for count in range(16)]
    mention = "outcome q"  # of somebody whom nobody knows
    assert seen == [BEFORE if step == BEFORE + mention else step for step in steps]


def test_a_name_that_nobody_knows_yet_draws_no_stub_while_it_is_typed():
    arrow = "    -> prose"
    steps = [BEFORE + arrow[:count] for count in range(len(arrow) + 1)]
    held = typed(BEFORE, *steps)
    assert held.text.split("\n")[3] == ""
    trouble = troubled_lines(toc.loads(steps[-1]))[NAME]
    assert settled(held, trouble).text == steps[-1]


def test_a_note_is_let_go_as_soon_as_another_line_is_typed():
    note = BEFORE.replace("outcome o: ", "")
    assert "outcome o" in typed(BEFORE, note).text
    assert "outcome o" not in typed(BEFORE, note, note + "# more\n").text


def test_a_broken_line_is_kept_also_when_lines_come_and_go_around_it():
    broken = BEFORE.replace("outcome o:", "outcome o")
    for after in (f"# more\n{broken}", f"{broken}# more\n", broken.replace("  outcome p: There is time\n", "")):
        held = typed(BEFORE, broken, after)
        assert "  outcome o: Books are at hand" in held.text.split("\n")
        assert len(held.numbers) == 1


def test_a_line_that_is_taken_out_is_gone():
    assert "Books" not in typed(BEFORE, BEFORE.replace("  outcome o: Books are at hand\n", "")).text


def test_a_text_that_is_odd_from_the_start_is_drawn_as_it_stands():
    odd = BEFORE + "outcom q: x\nnothing\n"
    assert typed(odd).text == odd
    assert typed(odd, odd + "\n").text == odd + "\n"


def test_the_elements_of_held_lines_are_found():
    held = typed(BEFORE, BEFORE.replace("outcome o:", "outcome o"))
    assert declared_on(toc.loads(held.text), NAME, held.numbers) == {"o": 1}
