"""The colours of the page come from the one grammar: the page finds in every line the words that lark finds."""

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import lark
import pytest
import typing_fingers
from colour_tables import Table, javascript, tokens_js
from hypothesis import given
from hypothesis import strategies as st

from toc.indents import Indents

ROOT = Path(__file__).parents[2]
GRAMMAR = (ROOT / "grammar" / "toc.lark").read_text(encoding="utf-8")
COLOURS = json.loads((ROOT / "grammar" / "colours.json").read_text(encoding="utf-8"))
SEPARATE = {"WS", "_NL"}
EXAMPLES = sorted((ROOT / "examples").rglob("*.toc"))
BLOCK = re.compile(r"^```toc[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)

CONFLICTS = (
    "goal a: x\n<<<<<<< ours\noutcome b: y\n=======\noutcome b: z\n>>>>>>> theirs\n  by c: d\n",
    "<<<<<<<\ngoal a: x\n<<<<<<< ours\ngoal b: x\n>>>>>>>\n>>>>>>> again\n",
    "<<<<<<< ours\nnever ends: x\n",
    " <<<<<<< ours\ngoal a: x\n>>>>>>> theirs",
    "<<<<<<< ours\n>>>>>>> theirs",
    "<<<<<<<x\n>>>>>>>\n||||||| base\n<<<<<<< \n\n>>>>>>> \n<<<<<<<\n>>>>>>>",
)
LINES = (
    "act\u0131v\u0131ty a: dotless", "\u0130ndicator b: dotted", "mile\u017ftone c: long s", "ri\u017f\u212a d: kelvin",
    "goal \U0001f600: not an id", "goal a\u0301-b: x", "by a,because: x", "by a, b because", "by a, b-because: c",
    "term two words : x", "term : x", "assuming a: b", "assuming it holds", "-> a, b because of it", "label.fr: x",
    "ignore no-goal: y", "goal: x\u2028goal: y", "goal\u00a0a\u3000：\u202fx", "-> \u0627\u060c \u0628: \u062c",
)  # fmt: skip


class Overheard(Indents):
    """Keeps what lark's lexer finds, before indents are looked at."""

    def process(self, stream):
        self.heard = []
        return super().process(self._listen(stream))

    def _listen(self, stream):
        for token in stream:
            self.heard.append(token)
            yield token


OVERHEARD = Overheard()
LARK = lark.Lark(GRAMMAR, parser="lalr", postlex=OVERHEARD, maybe_placeholders=False)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def words_of_lark(text):
    OVERHEARD.begin(text)
    LARK.parse(text)
    return [
        [token.type, units(text[: token.start_pos]), units(text[: token.end_pos])]
        for token in OVERHEARD.heard
        if token.type not in SEPARATE
    ]


@pytest.fixture(scope="module")
def words_of_page():
    if shutil.which("node") is None:
        pytest.skip("Node.js is not installed")
    reader = ["node", Path(__file__).with_name("read_words.mjs")]
    with subprocess.Popen(reader, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as node:

        def words(text):
            node.stdin.write(f"{json.dumps(text)}\n")
            node.stdin.flush()
            return json.loads(node.stdout.readline())

        yield words
        node.stdin.close()


def test_tokens_js_is_the_one_of_the_grammar(golden):
    golden(ROOT / "toc" / "live" / "page" / "tokens.js", tokens_js(GRAMMAR, COLOURS))


def test_every_terminal_has_a_colour_and_every_colour_a_terminal():
    assert set(COLOURS) == set(Table(GRAMMAR).terminals) - SEPARATE


def test_every_colour_is_shown():
    style = (ROOT / "toc" / "live" / "page" / "editor.css").read_text(encoding="utf-8")
    assert set(re.findall(r"\.word-([a-z]+)\b", style)) == set(COLOURS.values())


@pytest.mark.parametrize(
    ("python", "flags", "script"),
    [
        (r"a/b", (), r"/a\/b/uy"),
        (r"[\w-]\w", (), r"/[\p{L}\p{N}_-][\p{L}\p{N}_]/uy"),
        (r"time\|", ("i",), r"/t[i\u0130\u0131]me\|/iuy"),
        ("\u060c\t\n\U0001f600", (), r"/\u060c\t\n\u{1f600}/uy"),
    ],
)
def test_a_regex_is_written_for_javascript(python, flags, script):
    assert script == javascript(python, flags)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_line_of_an_example_has_the_words_of_lark(path, words_of_page):
    text = path.read_text(encoding="utf-8")
    assert words_of_lark(text) == words_of_page(text)


def test_every_block_of_the_reference_has_the_words_of_lark(words_of_page):
    blocks = BLOCK.findall((ROOT / "grammar" / "README.md").read_text(encoding="utf-8"))
    assert len(blocks) > 20
    assert [words_of_lark(block) for block in blocks] == [words_of_page(block) for block in blocks]


@pytest.mark.parametrize("text", [*CONFLICTS, *LINES])
def test_odd_lines_and_conflicts_have_the_words_of_lark(text, words_of_page):
    assert words_of_lark(text) == words_of_page(text)


# Which letters are words may be newer in JavaScript than in Python for characters that came later.
known = st.one_of(typing_fingers.texts, typing_fingers.lines).map(
    lambda text: "".join(
        letter for letter in re.sub(r"\r\n?", "\n", text) if letter == "\n" or unicodedata.category(letter) != "Cn"
    )
)


@given(text=known)
def test_random_lines_have_the_words_of_lark(text, words_of_page):
    assert words_of_lark(text) == words_of_page(text)
