"""One writer for each format: whatever somebody typed comes out as text, never as markup, code or a link that runs.

Every renderer hands user text to exactly one of these and to nothing else, and no writer takes what another one
wrote. What no format can carry (control characters, noncharacters, lone surrogates) is taken out first, so that the
promise also holds for a theory that a program put together.
"""

from __future__ import annotations

import re
from typing import Final

from .lettering.bidi import paired

_CONTROLS = (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_NONCHARACTERS = (*range(0xFDD0, 0xFDF0), *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)))
_CLEAN: Final = (
    dict.fromkeys(_CONTROLS, " ")
    | dict.fromkeys(_NONCHARACTERS, "\N{REPLACEMENT CHARACTER}")
    | dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
)


def clean(text: str) -> str:
    """Keep what every format can carry; line ends stay, every other control character becomes a space.

    What turns the direction of writing round and never back goes: it would reach into the words behind.
    """
    return text if text.isascii() and text.isprintable() else paired(text.translate(_CLEAN))


def one_line(text: str) -> str:
    """Clean a text and put it on one line, without doubled spaces."""
    return " ".join(clean(text).split())


_SPACES: Final = re.compile(r"[^\S\u00a0\u202f]+")


def running(text: str) -> str:
    """Clean words that stand in a row with others: on one line, a space at either end kept.

    Spaces at which a line must not break stay what they are: French sets them before a colon.
    """
    return _SPACES.sub(" ", clean(text))


_XML_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_XML_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;"}
)


def xml_text(text: str) -> str:
    """Write the text between two tags of XML, SVG or HTML."""
    return clean(text).translate(_XML_TEXT)


def xml_attribute(text: str) -> str:
    """Write the value of an attribute, without the quotes around it; either kind of quote may stand there."""
    return clean(text).translate(_XML_ATTRIBUTE)


_MARKDOWN_ANYWHERE: Final = str.maketrans({character: f"\\{character}" for character in "\\`*_[]{}<~|$^"})
_MARKDOWN_FIRST = "#+-=>:"


def markdown_text(text: str) -> str:
    """Write words inside a paragraph, list item, heading or table cell of Markdown, on one line.

    Escapes what CommonMark, GitHub and pandoc would read as markup: emphasis, links, HTML, entities, tables,
    mathematics, citations, and whatever means something at the start of a line.
    """
    line = one_line(text).translate(_MARKDOWN_ANYWHERE).replace("&", "&amp;").replace("==", "\\=\\=")
    line = " ".join(["\\" + word if word.startswith("@") else word for word in line.split(" ")])
    if line.startswith(tuple(_MARKDOWN_FIRST)):
        return "\\" + line
    number = len(line) - len(line.lstrip("0123456789"))
    is_item = number > 0 and line[number : number + 2].rstrip() in (".", ")")
    return f"{line[:number]}\\{line[number:]}" if is_item else line


def link_target(address: str) -> str | None:
    """Give the address of a link where it may be one: http, https, mailto, or a place in the same page; else None."""
    address = clean(address).strip()
    scheme, colon, rest = address.partition(":")
    if not (address.startswith("#") or (colon and rest and scheme.lower() in ("http", "https", "mailto"))):
        return None
    return _percent(address)


def image_target(path: str) -> str | None:
    """Give the address of a picture: a relative path, or http and https; anything else gives None."""
    path = clean(path).replace("\\", "/").strip()
    scheme, colon, rest = path.partition(":")
    if colon and not (scheme.lower() in ("http", "https") and rest.startswith("//")):
        return None
    return None if path.startswith("/") or not path else _percent(path)


_PERCENT: Final = {ord(mark): f"%{ord(mark):02X}" for mark in " \n\"'()<>[]\\^`{|}*_~$"}


def _percent(address: str) -> str:
    """Encode what could end or break an address; what is encoded already stays as it is."""
    return address.translate(_PERCENT)


_MERMAID_ANYWHERE = frozenset('"#&<>`*_~$[]{}|\\@^=+;')
_MERMAID_FIRST = frozenset("-+*>=/")


def mermaid_text(text: str) -> str:
    """Write a label of Mermaid, without the quotes around it: its lines as lines, everything else literal.

    Newer Mermaid reads labels as Markdown and gives up on lists and links, so these are broken up by entity
    codes, as is its own syntax. The lines must not be joined by ``<br>``: then it decodes those codes before it reads
    the Markdown. A label that Mermaid would drop because it is empty becomes a space. A slash at the start of a line
    could be an order to GitLab, which may do what stands there in a comment.
    """
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    return "\n".join([_mermaid_line(line) for line in lines]) or "#160;"


def _mermaid_line(line: str) -> str:
    start = len(line) - len(line.lstrip("0123456789")) if line[:1].isdigit() else 0
    return "".join([_mermaid_character(line, at, start) for at in range(len(line))])


def _mermaid_character(line: str, at: int, start: int) -> str:
    character, after = line[at], line[at + 1 : at + 2]
    is_markup = (
        character in _MERMAID_ANYWHERE
        or (at == start and character in ".)" and start > 0)
        or (at == 0 and character in _MERMAID_FIRST)
        or (character in ":." and after not in ("", " "))
        or (character in "-%" and after == character)
        or (character in "%-" and line[at - 1 : at] == character)
    )
    return f"#{ord(character)};" if is_markup else character


_DOT_CHUNK = 4000
"""Characters of a string on one line: Graphviz stops at 16,384 bytes, and a character has at most four."""

_DOT: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;", "\n": "\\n"})


def dot_text(text: str, *, to_the_left: bool = False) -> str:
    """Write a quoted string of DOT for a label or tooltip; a long one is put together with ``+`` over several lines.

    Graphviz decodes entities and backslashes in labels, and pygraphviz looks for ``charset=`` anywhere.
    ``to_the_left`` sets the lines of a label flush left; by default they are centred.
    """
    safe = clean(text)
    writing = {**_DOT, 0x0A: "\\l"} if to_the_left else _DOT
    chunks = [safe[at : at + _DOT_CHUNK].translate(writing) for at in range(0, len(safe), _DOT_CHUNK)] or [""]
    return " +\n  ".join([f'"{chunk}"'.replace("charset=", "charset&#61;") for chunk in chunks])


def plain_names(ids: tuple[str, ...]) -> dict[str, str]:
    """Give every id a name of ASCII letters, digits and ``_`` that no syntax minds; no two ids share one.

    The names stay recognisable where the ids are ASCII; others are numbered.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, name in enumerate(dict.fromkeys(ids), 1):
        plain = name.replace("-", "_")
        is_plain = plain.isascii() and plain.replace("_", "a").isalnum()
        plain = plain if is_plain and plain not in taken else f"{plain if is_plain else 'n'}_{number}"
        while plain in taken:
            plain += "_"
        taken.add(plain)
        names[name] = plain
    return names
