import io
import os
import pty
from pathlib import Path

import pytest

from toc.cli.terminal import Row, Style, Styled, Terminal, clean, columns, of_stream, wrapped

HARMLESS = [
    ("plain words", "plain words"),
    ("a\tb", "a    b"),
    ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
    ("\x1b]8;;http://evil\x07link", "�]8;;http://evil�link"),
    ("\x9b31m", "�31m"),
    ("a\nb\rc", "a�b�c"),
    ("a\u2028b\u0085c\x7f", "a�b�c�"),
    ("a\u202eb\u2066c\u2069d", "abcd"),
    ("\ud800\ufffe\U0001ffff", "���"),
    ("é العربية 中文 👩‍🌾", "é العربية 中文 👩‍🌾"),
]


@pytest.mark.parametrize(("text", "shown"), HARMLESS)
def test_what_a_terminal_would_act_on_never_gets_there(text, shown):
    assert clean(text) == shown


WIDTHS = [("abc", 3), ("", 0), ("中文", 4), ("é", 1), ("e\u0301", 1), ("العربية", 7), ("ｱ", 1), ("Ａ", 2)]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_columns_count_wide_and_combining_characters(text, width):
    assert columns(text) == width


WRAPPED = [
    (("one two three four",), 9, 2, ["one two ", "  three ", "  four"]),
    (("one ", Styled("two three", Style.STRONG)), 8, 0, ["one two ", "three"]),
    (("incomprehensibilities end",), 8, 1, ["incomprehensibilities ", " end"]),
    (("中文 中文 中文",), 9, 0, ["中文 中文 ", "中文"]),
    (("One error.", " To read more: toc explain no-goal"), 40, 0, ["One error. To read more: ", "toc explain no-goal"]),
    (("To do it: toc fmt a-long-name.toc",), 16, 0, ["To do it: toc ", "fmt ", "a-long-name.toc"]),
    (("",), 9, 0, [""]),
]


@pytest.mark.parametrize(("line", "width", "indent", "rows"), WRAPPED)
def test_rows_are_broken_at_spaces(line, width, indent, rows):
    found = [
        "".join([piece if isinstance(piece, str) else piece.text for piece in row])
        for row in wrapped(line, width, indent)
    ]
    assert found == rows


def _said(row, **options):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=options.pop("encoding", "utf-8"))
    Terminal(stream, **options).say(row)
    return stream.buffer.getvalue().decode(stream.encoding)


def test_colour_stands_around_a_piece_and_never_comes_out_of_one():
    row = Row((Styled("error: ", Style.ERROR), "a\x1b[2J"))
    assert _said(row, colour=True) == "\x1b[1;31merror: \x1b[0ma�[2J\n"
    assert _said(row) == "error: a�[2J\n"


def test_a_stream_that_cannot_write_a_character_writes_another():
    assert _said("“é”", encoding="ascii") == "???\n"


@pytest.fixture
def screen():
    above, below = pty.openpty()
    with os.fdopen(below, "w") as stream:
        yield stream
    os.close(above)


CHOICES = [
    ({}, "auto", True),
    ({"NO_COLOR": "1"}, "auto", False),
    ({"NO_COLOR": ""}, "auto", True),
    ({"TERM": "dumb"}, "auto", False),
    ({"NO_COLOR": "1"}, "always", True),
    ({}, "never", False),
]


@pytest.mark.parametrize(("environment", "asked", "colour"), CHOICES)
def test_colour_on_a_terminal(screen, monkeypatch, environment, asked, colour):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert of_stream(screen, asked).colour is colour


def test_a_pipe_has_no_colour_and_no_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    with Path(os.devnull).open("w") as stream:
        assert of_stream(stream) == Terminal(stream, colour=False, width=None)
        assert of_stream(stream, "always").colour


@pytest.mark.parametrize(("named", "width"), [("50", 50), ("7", 40), ("wide", 80), ("", 80), ("-3", 80)])
def test_the_width_of_a_terminal_that_does_not_know_its_own(screen, monkeypatch, named, width):
    monkeypatch.setenv("COLUMNS", named)
    assert of_stream(screen).width == width


def test_no_stream_at_all_is_fine():
    of_stream(None).say("nobody hears it")
