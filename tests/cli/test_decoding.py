import pytest

from toc.decoding import decode
from toc.troubles import LIMIT, FileTrouble

ENDS = [
    (b"a\nb\n", "a\nb\n", "\n"),
    (b"a\r\nb\r\n", "a\nb\n", "\r\n"),
    (b"a\rb\r", "a\nb\n", "\r"),
    (b"a\r\r\nb\r\r\n", "a\nb\n", "\r\n"),
    (b"a\r\nb\n", "a\nb\n", "\n"),
    (b"a\r\rb\r", "a\n\nb\n", "\r"),
    (b"a\n\n\nb", "a\n\n\nb", "\n"),
    (b"", "", "\n"),
    (b"a", "a", "\n"),
]


@pytest.mark.parametrize(("data", "text", "newline"), ENDS)
def test_every_line_end_becomes_one_and_is_remembered(data, text, newline):
    source = decode(data, "plan.toc")
    assert (source.text, source.newline) == (text, newline)


def test_one_byte_order_mark_goes_and_a_second_stays():
    assert decode(b"\xef\xbb\xbfgoal: a", "plan.toc").text == "goal: a"
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfgoal: a", "plan.toc").text == "\ufeffgoal: a"


def test_control_characters_stay_for_whoever_reads_the_language():
    assert decode(b"goal: a\x1b[31m\x00\n", "plan.toc").text == "goal: a\x1b[31m\x00\n"


BINARIES = [
    (b"\x89PNG\r\n\x1a\n\x00\x00", "plan.toc is a PNG picture, not text"),
    (b"%PDF-1.7\n", "plan.toc is a PDF document, not text"),
    (b"PK\x03\x04\x14\x00", "plan.toc is a ZIP archive (Word, Excel and PowerPoint files are ZIP archives too)"),
    (b"\x1f\x8b\x08\x00", "plan.toc is a gzip archive, not text"),
    (b"{\\rtf1\\ansi goal: a}", "plan.toc is an RTF document, not text"),
    (b"\xff\xfeg\x00o\x00a\x00l\x00", "plan.toc is saved as UTF-16, and toc reads UTF-8"),
    (b"\xfe\xff\x00g\x00o\x00a\x00l", "plan.toc is saved as UTF-16, and toc reads UTF-8"),
    (b"\xff\xfe\x00\x00g\x00\x00\x00", "plan.toc is saved as UTF-32, and toc reads UTF-8"),
    ("goal: a".encode("utf-16-le"), "plan.toc is saved as UTF-16, and toc reads UTF-8"),
    ("goal: a".encode("utf-16-be"), "plan.toc is saved as UTF-16, and toc reads UTF-8"),
    (bytes(range(8)) + b"\x00" * 64, "plan.toc is not text"),
]


@pytest.mark.parametrize(("data", "says"), BINARIES)
def test_what_is_no_text_is_refused_by_name(data, says):
    with pytest.raises(FileTrouble) as trouble:
        decode(data, "plan.toc")
    assert str(trouble.value).startswith(says)


NOT_UTF8 = [
    (b"goal: a\ngoal: caf\xe9\n", "line 2 has the byte 0xE9 (byte 18 of the file, perhaps meant as ‘é’)"),
    (b"\r\n\r\n\xff", "line 3 has the byte 0xFF (byte 5 of the file, perhaps meant as ‘ÿ’)"),
    (b"\xef\xbb\xbfa\x81", "line 1 has the byte 0x81 (byte 5 of the file)"),
    (b"a\xed\xa0\x80", "line 1 has the byte 0xED (byte 2 of the file, perhaps meant as ‘í’)"),
    (b"a\r\r\nb\xc3", "line 2 has the byte 0xC3 (byte 6 of the file, perhaps meant as ‘Ã’)"),
]


@pytest.mark.parametrize(("data", "says"), NOT_UTF8)
def test_what_is_not_utf8_is_refused_with_line_and_byte(data, says):
    with pytest.raises(FileTrouble) as trouble:
        decode(data, "plan.toc")
    assert str(trouble.value) == f"plan.toc is not UTF-8: {says}. Save it again and choose UTF-8 as its encoding."


def test_the_limit_itself_is_fine_and_one_byte_more_is_not():
    assert len(decode(b"a" * LIMIT, "plan.toc").text) == LIMIT
    with pytest.raises(FileTrouble, match="larger than 32 MB"):
        decode(b"a" * (LIMIT + 1), "plan.toc")
