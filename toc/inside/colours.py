"""Colours of theories for Pygments, and so for Sphinx, MkDocs and many others: the lexer ``toc``.

There is one truth about what a word is: the grammar reads the text, and `grammar/colours.json` says which colour each
of its terminals has, as in the live page.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from lark import Lark
from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Name, Operator, Punctuation, Text

import toc.grammar
from toc.indents import Indents

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = {
    "kind": Keyword.Declaration,
    "key": Keyword,
    "by": Keyword.Reserved,
    "arrow": Operator,
    "name": Name.Variable,
    "mark": Punctuation,
    "text": Text,
    "note": Generic.Emph,
    "comment": Comment.Single,
    "conflict": Generic.Error,
}


class _Overheard(Indents):
    """Keeps what the lexer finds, before indents are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Any] = []

    def process(self, stream: Iterator[Any]) -> Iterator[Any]:
        self.heard = []
        return super().process(self._listen(stream))

    def _listen(self, stream: Iterator[Any]) -> Iterator[Any]:
        for token in stream:
            self.heard.append(token)
            yield token


@cache
def _reader() -> tuple[Lark, _Overheard, dict[str, str]]:
    home = Path(next(iter(toc.grammar.__path__)))
    overheard = _Overheard()
    grammar = (home / "toc.lark").read_text(encoding="utf-8")
    colours: dict[str, str] = json.loads((home / "colours.json").read_text(encoding="utf-8"))
    return Lark(grammar, parser="lalr", postlex=overheard, maybe_placeholders=False), overheard, colours


class TocLexer(Lexer):
    """Colours a theory of change. Nothing is an error here: what is no statement is a note."""

    name = "Theory of change"
    aliases: ClassVar[list[str]] = ["toc"]
    filenames: ClassVar[list[str]] = ["*.toc"]
    url = ""

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, Any, str]]:
        """Give every piece of the text with its place and its kind."""
        reader, overheard, colours = _reader()
        overheard.begin(text)
        reader.parse(text)
        end = 0
        for token in overheard.heard:
            start = token.start_pos
            if start > end:
                yield end, Text, text[end:start]
            if token.type in colours and token.end_pos > start:
                yield start, _KINDS[colours[token.type]], text[start : token.end_pos]
                end = token.end_pos
        if end < len(text):
            yield end, Text, text[end:]
