"""Every writer of `escape`: what goes in as words comes out as words."""

import xml.etree.ElementTree as ET

import pytest
from hostile import TEXTS, UNSEEN
from toc.renderers import escape


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, (40% of them) at 3.5 t", "plain words, (40% of them) at 3.5 t"),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("<b>", r"\<b>"),
        ("&lt; & co", "&amp;lt; &amp; co"),
        ("1. first", r"1\. first"),
        ("2) second", r"2\) second"),
        ("3.5 t", "3.5 t"),
        ("- a", r"\- a"),
        ("# a", r"\# a"),
        ("> a", r"\> a"),
        ("=== ", r"\=\=="),
        ("a | b", r"a \| b"),
        ("$x$ and x^2", r"\$x\$ and x\^2"),
        ("{{ x }}", r"\{\{ x \}\}"),
        ("mail @anna or anna@example.org", r"mail \@anna or anna@example.org"),
        ("two\n\nlines", "two lines"),
        ("C:\\new", r"C:\\new"),
        ("", ""),
    ],
)
def test_markdown(text, written):
    assert escape.markdown_text(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, (40% of them) at noon", "plain words, (40% of them) at noon"),
        ('"]; evil', "#34;#93;#59; evil"),
        ("1. first", "1#46; first"),
        ("- a", "#45; a"),
        ("/close", "#47;close"),
        ("a - b -- c", "a - b #45;#45; c"),
        ("#1", "#35;1"),
        ("%%{init}", "#37;#37;#123;init#125;"),
        ("http://x.org", "http#58;//x#46;org"),
        ("Note: end.", "Note: end."),
        ("two\nlines  here", "two\nlines here"),
        ("", "#160;"),
    ],
)
def test_mermaid(text, written):
    assert escape.mermaid_text(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", '"plain"'),
        ('say "x" \\', r'"say \"x\" \\"'),
        ("a\nb", r'"a\nb"'),
        ("&lt;b&gt;", '"&amp;lt;b&amp;gt;"'),
        ("<b>bold</b>", '"<b>bold</b>"'),
        ("charset=utf-16", '"charset&#61;utf-16"'),
        ("", '""'),
    ],
)
def test_dot(text, written):
    assert escape.dot_text(text) == written


def test_a_long_dot_string_is_put_together_from_short_lines():
    written = escape.dot_text("ü" * 10_000 + "\\" * 10_000)
    assert max(len(line.encode()) for line in written.split("\n")) < 16_384
    assert written.count('"') == 2 * written.count(" +") + 2
    assert written.replace('" +\n  "', "") == '"' + "ü" * 10_000 + "\\" * 20_000 + '"'


def test_dot_lines_can_stand_to_the_left():
    assert escape.dot_text("a\nb\n", to_the_left=True) == r'"a\lb\l"'


@pytest.mark.parametrize("text", [*TEXTS, "a\nb"])
def test_xml_is_read_back_as_it_was_typed(text):
    read = ET.fromstring(  # noqa: S314 - written here
        f"<a b=\"{escape.xml_attribute(text)}\" c='{escape.xml_attribute(text)}'>{escape.xml_text(text)}</a>"
    )
    assert (read.text, read.get("b"), read.get("c")) == (text, text, text)


@pytest.mark.parametrize(
    "write",
    [escape.clean, escape.one_line, escape.xml_text, escape.xml_attribute, escape.markdown_text, escape.mermaid_text]
    + [escape.dot_text],
    ids=lambda write: write.__name__,
)
def test_no_writer_lets_through_what_nobody_can_see(write):
    written = write(UNSEEN)
    assert written.isprintable(), ascii(written)
    assert "".join(character for character in written if character.isascii() and character.isalpha()) == "abmcdefgh"
    written.encode("utf-8")


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://example.org/a b?c=(d)", "https://example.org/a%20b?c=%28d%29"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("#place", "#place"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("example.org", None),
        ("http:", None),
        ("", None),
    ],
)
def test_links(address, target):
    assert escape.link_target(address) == target


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("plan.svg", "plan.svg"),
        ("../out put/plan (1).svg", "../out%20put/plan%20%281%29.svg"),
        ("out\\plan.svg", "out/plan.svg"),
        ("https://example.org/plan.svg", "https://example.org/plan.svg"),
        ("/etc/plan.svg", None),
        ("C:\\plan.svg", None),
        ("data:image/svg+xml,x", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_pictures(path, target):
    assert escape.image_target(path) == target


def test_plain_names_are_plain_and_different():
    ids = ("a-b", "a_b", "مسار", "end", "a b", "n_3", "")
    names = escape.plain_names(ids)
    assert tuple(names) == ids
    assert len(set(names.values())) == len(ids)
    assert all(name.isascii() and name.replace("_", "a").isalnum() for name in names.values())
    assert names["a-b"] == "a_b"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("a \u2067b\u2069 c", "a \u2067b\u2069 c"),
        ("a \u202bb\u202c c\u202c\u2066", "a \u202bb\u202c c"),
        ("\u0646\u0628\u0636\u200f!", "\u0646\u0628\u0636\u200f!"),
    ],
)
def test_what_turns_the_writing_round_ends_where_it_began(text, kept):
    assert escape.clean(text) == kept
    assert escape.running(text) == kept
