"""From bytes to text: what is text and what is not, and which line ends it used.

Pure: files, standard input, includes and git all come through `decode`. Control characters stay in the text; whoever
reads the language reports them where they stand.
"""

from __future__ import annotations

from .source import Source
from .troubles import LIMIT, FileTrouble, too_large

BOM = b"\xef\xbb\xbf"
_LOOKED_AT = 4096
_MANY_ZEROS = 0.1
_TEXT_NAMES = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BINARY_NAMES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a sound, film or WebP picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel and PowerPoint files are ZIP archives too)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)


def decode(data: bytes, name: str) -> Source:
    r"""Turn the bytes of a file into a source with ``\n`` as its only line end.

    ``name`` is what messages call it. Raises FileTrouble for more bytes than `LIMIT`, for what is no text, and for
    text that is not UTF-8, naming the line and the byte.
    """
    if len(data) > LIMIT:
        raise FileTrouble(too_large(name))
    _refuse_binary(data, name)
    body = data.removeprefix(BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileTrouble(_not_utf8(body, error.start, len(data) - len(body), name)) from None
    return Source(name, *_with_one_line_end(text))


def of_text(text: str, name: str) -> Source:
    r"""Make a source of a text that is already at hand; its line ends become ``\n``."""
    return Source(name, *_with_one_line_end(text.removeprefix("\ufeff")))


def _refuse_binary(data: bytes, name: str) -> None:
    for start, what in _TEXT_NAMES:
        if data.startswith(start):
            raise FileTrouble(_wrong_encoding(name, what))
    for start, what in _BINARY_NAMES:
        if data.startswith(start):
            msg = f"{name} is {what}, not text. Give toc a text file; usually its name ends in .toc."
            raise FileTrouble(msg)
    sample = data[:_LOOKED_AT]
    if sample.count(0) > len(sample) * _MANY_ZEROS:
        wide = abs(sample[::2].count(0) - sample[1::2].count(0)) > len(sample) // 4
        raise FileTrouble(_wrong_encoding(name, "UTF-16") if wide else _no_text(name))


def _wrong_encoding(name: str, encoding: str) -> str:
    return f"{name} is saved as {encoding}, and toc reads UTF-8. Save it again and choose UTF-8 as its encoding."


def _no_text(name: str) -> str:
    return f"{name} is not text. Give toc a text file; usually its name ends in .toc."


def _not_utf8(body: bytes, start: int, skipped: int, name: str) -> str:
    before = body[:start].replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    byte = body[start : start + 1]
    guess = byte.decode("cp1252", "replace")
    meant = f", perhaps meant as ‘{guess}’" if guess.isprintable() and guess != "\ufffd" else ""
    return (
        f"{name} is not UTF-8: line {line} has the byte 0x{byte[0]:02X} (byte {start + skipped + 1} of the "
        f"file{meant}). Save it again and choose UTF-8 as its encoding."
    )


def _with_one_line_end(text: str) -> tuple[str, str]:
    if "\r" not in text:
        return text, "\n"
    mended = text.replace("\r\r\n", "\r\n")
    pairs, returns, feeds = mended.count("\r\n"), mended.count("\r"), mended.count("\n")
    used = "\r\n" if pairs == returns == feeds else "\r" if feeds == 0 else "\n"
    return mended.replace("\r\n", "\n").replace("\r", "\n"), used
