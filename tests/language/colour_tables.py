"""Makes `toc/live/page/tokens.js`: what the page needs to colour a line exactly as the grammar reads it.

The parser of lark is in some state before every token of a line, and in each state it looks for some terminals in a
fixed order. A line has few such states, because the statements of a line are flat: they are found by following the
parse table from the start of a line, and written down with the terminals as JavaScript regexes.
"""

import json
import re

import lark
from lark.parsers.lalr_analysis import Shift

from toc.indents import Indents

HEAD = "// Generated from grammar/toc.lark and grammar/colours.json by `pytest --update`; do not edit.\n"
BODY = """{head}
/** What can stand in a line: its name in the grammar, the colour it gets, and the regex that finds it. */
export const TERMINALS = [
{terminals}
];

/** A conflict that git left behind, over many lines; it begins only where a line does. */
export const CONFLICT = {conflict};

/** For every state within a line: which terminals are tried there, in this order, and the state that each leads to. */
export const STATES = [
{states}
];
"""
WORD = r"\p{L}\p{N}_"
BETWEEN_LINES = frozenset({"_NL", "CONFLICT"})
LINE_START = "(?<![^\n])"


def javascript(pattern, flags):
    r"""Write a regex of Python for JavaScript: there `\w` must be told of all scripts, an i of the Turkish ones."""
    inside, words = False, []
    for part in re.findall(r"\\.|[^\\]", pattern):
        inside = part == "[" or (inside and part != "]")
        words.append(_part(part, inside=inside, any_case="i" in flags))
    return f"/{''.join(words)}/{'i' if 'i' in flags else ''}uy"


def _part(part, *, inside, any_case):
    if part == r"\w":
        return WORD if inside else f"[{WORD}]"
    if part == "/":
        return r"\/"
    if part == "i" and any_case:
        return r"[i\u0130\u0131]"
    return "".join(_plain(letter) for letter in part)


def _plain(letter):
    if " " <= letter <= "~":
        return letter
    known = {"\n": r"\n", "\t": r"\t"}
    return known.get(letter) or (f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\u{{{ord(letter):x}}}")


class Table:
    """What lark has made of the grammar, asked about one line."""

    def __init__(self, grammar):
        made = lark.Lark(grammar, parser="lalr", postlex=Indents(), maybe_placeholders=False)
        self.terminals = {terminal.name: terminal.pattern for terminal in made.terminals}
        table = made.parser.parser._parse_table  # noqa: SLF001  lark shows it nowhere else
        self.start = table.start_states["start"]
        self.rows = table.states
        self.lexers = made.parser.lexer.lexer.lexers
        scanned = {tuple(self.tried(state)) for state, row in self.rows.items() if "KIND" in row}
        assert len(scanned) == 1, "lines do not all begin alike, so one line cannot be coloured alone"

    def tried(self, state):
        """Give the terminals that are looked for in a state, in the order of lark."""
        return [terminal.name for terminal in self.lexers[state].scanner.terminals]

    def after(self, stack, name):
        """Give the stack after one more token; None where the parser has no place for it."""
        stack = list(stack)
        while name in self.rows[stack[-1]]:
            action, what = self.rows[stack[-1]][name]
            if action is Shift:
                return (*stack, what)
            del stack[len(stack) - len(what.expansion) :]
            stack.append(self.rows[stack[-1]][what.origin.name][1])
        return None

    def states(self):
        """Follow every token from the start of a line; give for each state its terminals with the number of the next.

        LALR lets states share what they look for, so there are terminals without a place; no text gets to them.
        """
        numbers = {(self.start,): 0}
        found = []
        for stack in (waiting := list(numbers)):
            row = []
            for name in self.tried(stack[-1]):
                if name in BETWEEN_LINES:
                    continue
                then = stack if name == "WS" else self.after(stack, name)
                if then is None:
                    continue
                if then not in numbers:
                    numbers[then] = len(numbers)
                    waiting.append(then)
                row.append((name, numbers[then]))
            found.append(tuple(row))
        return _without_twins(found)


def _without_twins(states):
    """Let states be one that no text tells apart: split them until all in a group lead to the same groups."""
    group, count = [0] * len(states), 0
    while count < len(set(group)):
        count = len(set(group))
        known = {}
        told = [(group[at], tuple((name, group[then]) for name, then in row)) for at, row in enumerate(states)]
        group = [known.setdefault(one, len(known)) for one in told]
    first = [group.index(number) for number in range(count)]
    return [tuple((name, group[then]) for name, then in states[at]) for at in first]


def tokens_js(grammar, colours):
    """Give the text of the file."""
    table = Table(grammar)
    states = table.states()
    names = list(dict.fromkeys(name for row in states for name, _ in row))
    regex = {name: javascript(pattern.value, pattern.flags) for name, pattern in table.terminals.items()}
    conflict = table.terminals["CONFLICT"]
    assert conflict.value.startswith(LINE_START)
    rows = [f"  [{json.dumps(name)}, {json.dumps(colours.get(name))}, {regex[name]}]," for name in names]
    lines = [f"  [{', '.join(f'[{names.index(name)}, {then}]' for name, then in row)}]," for row in states]
    return BODY.format(
        head=HEAD,
        terminals="\n".join(rows),
        conflict=javascript(conflict.value.removeprefix(LINE_START), conflict.flags),
        states="\n".join(lines),
    )
