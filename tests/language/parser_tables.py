"""Makes `grammar/tables.py`. Lark numbers its states anew each time, so what is pinned is the digest of the grammar."""

from hashlib import sha256
from pprint import pformat

import lark
from lark.grammar import Rule
from lark.lexer import TerminalDef

from toc.indents import Indents

HEAD = '''# Generated from toc.lark by `pytest --update`; do not edit.
"""The parser that lark makes of toc.lark, ready to use with the lark that made it."""

LARK = {version!r}
GRAMMAR = {digest!r}
DATA = {data}
MEMO = {memo}
'''


def digest(grammar: str) -> str:
    return sha256(grammar.encode("utf-8")).hexdigest()


def tables(grammar: str) -> str:
    made = lark.Lark(grammar, parser="lalr", postlex=Indents(), maybe_placeholders=False)
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"].update(postlex=None, tree_class=None, source_path=None)
    shown = {"width": 118, "compact": True}
    data, memo = (pformat(part, **shown) for part in (data, memo))
    return HEAD.format(version=lark.__version__, digest=digest(grammar), data=data, memo=memo)
