"""Indents: from columns to blocks, for any text at all.

A line belongs to the nearest line above it that is less indented. Notes, comments, markers and continuations do not
count; notes and comments wait for the next statement, so that they stand in the block it stands in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lark import Token

from .lines import SPACES
from .misread import misread
from .vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 64
"""Levels of indent that are read; what stands deeper is read as standing there."""

_FAR_OUT = 1_000_000
_ASIDES = frozenset({"NOTE", "COMMENT", "MARKER"})
_INNER_KIND = rf"(?im)^([{SPACES}]*)(?:{'|'.join(KINDS)}|assuming)[{SPACES}:：]"


class Aside(Token):
    """A note, comment or marker that remembers the line it stands under."""

    __slots__ = ("under",)
    under: int | None


class Indents:
    """Turns indents into _INDENT and _DEDENT; total: any indent belongs somewhere.

    A line belongs to the nearest line above it that is less indented. Notes, comments, markers and continuations
    do not count; notes and comments wait for the next statement, so that they stand in the block it stands in.
    """

    always_accept = ("_NL",)

    def __init__(self) -> None:
        self.begin("")

    def begin(self, text: str) -> None:
        """Forget the last text and look at this one."""
        self.text = text
        self.open: list[_Level] = []
        self.too_deep: int | None = None
        self.mixed: list[int] = []
        self.block = ""

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Pass the tokens of lark on, with blocks opened and closed between them."""
        held: list[Token] = []
        at_start, in_line, began = True, False, False
        for token in stream:
            if token.type == "_NL":
                if in_line:
                    yield token
                at_start, in_line = True, False
            elif not at_start:
                yield token
            elif token.type in _ASIDES and not self._counts(token):
                at_start = False
                held.append(self._aside(token))
            elif token.type == "CONTINUATION":
                at_start = False
                if began:
                    in_line = True
                    yield token
                else:
                    held.append(self._aside(Token.new_borrow_pos("NOTE", token.value, token)))
            else:
                at_start, in_line, began = False, True, True
                yield from self._place(token, held)
                held = []
                yield Token.new_borrow_pos("BROKEN", token.value, token) if token.type == "NOTE" else token
        if in_line:
            yield Token("_NL", "\n")
        yield from [Token("_DEDENT", "") for level in reversed(self.open) if level.has_block]
        for token in held:
            yield token
            yield Token("_NL", "\n")

    def _place(self, token: Token, held: list[Token]) -> Iterator[Token]:
        """Close the blocks that the line is not in, open the one it is in."""
        column = self._column(token)
        while self.open and (self.open[-1].column >= column or len(self.open) == DEEPEST):
            if self.open[-1].column < column and self.too_deep is None:
                self.too_deep = token.start_pos
            if self.open.pop().has_block:
                yield Token("_DEDENT", "")
        if self.open and not self.open[-1].has_block:
            self.open[-1].has_block = True
            yield Token("_INDENT", "")
        for waiting in held:
            yield waiting
            yield Token("_NL", "\n")
        self.open.append(_Level(column, token.start_pos or 0))

    def _column(self, token: Token) -> int:
        start = token.start_pos or 0
        indent = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if token.type == "CONFLICT":
            return conflict_column(token.value)
        if not indent:
            self.block = ""
            return 0
        made_of = "tabs" if not indent.strip("\t") else "spaces" if "\t" not in indent else "both"
        if self.block == "":
            self.block = made_of
        if self.block not in ("reported", made_of) or made_of == "both":
            if self.block != "reported":
                self.mixed.append(start)
            self.block = "reported"
        return len(indent.expandtabs(4))

    def _counts(self, token: Token) -> bool:
        """Say whether a line that is no statement was meant as one, so that it holds its place."""
        return token.type == "NOTE" and misread(token.value, under_something=self._above(token) is not None) is not None

    def _above(self, token: Token) -> int | None:
        start = token.start_pos or 0
        indent = self.text[self.text.rfind("\n", 0, start) + 1 : start].expandtabs(4)
        for level in reversed(self.open):
            if level.column < len(indent):
                return level.start
        return None

    def _aside(self, token: Token) -> Token:
        aside = Aside.new_borrow_pos(token.type, token.value, token)
        aside.under = self._above(token)
        return aside


def conflict_column(conflict: str) -> int:
    """Give the column that a conflict stands at: that of its outermost statement, far out where it has none."""
    return min([len(match[1].expandtabs(4)) for match in re.finditer(_INNER_KIND, conflict)], default=_FAR_OUT)


class _Level:
    __slots__ = ("column", "has_block", "start")

    def __init__(self, column: int, start: int) -> None:
        self.column = column
        self.start = start
        self.has_block = False
