"""Random texts: what people type when they hurry, and what no person would."""

from __future__ import annotations

from hypothesis import strategies as st

from toc.vocabulary import KEYS, KINDS

_IDS = ("a", "b", "c", "a-b", "été", "数", "A", "a b", "é", "ca\u0440", "2026-03-12", "x\u200by", "by", "goal")
_WORDS = (
    "some words",
    "because of it",
    "a -> b",
    "x: y",
    "|",
    "#1",
    "//x",
    "…",
    "\u202eabc",
    "é",
    "a, b",
    "->",
    "yes",
    "all",
)
_COLONS = (":", ": ", " : ", "：", "", " ", "::", " because ", ":\u00a0")
_ARROWS = ("->", "<-", "~>", "-|", "→", "←", "–>", "—>", "-->", "=>", "<--", "- >", "-", "<->")
_INDENTS = ("", "", " ", "  ", "    ", "      ", "\t", " \t", "\u3000", "\u00a0\u00a0", " " * 9)
_ENDS = ("\n",) * 9 + ("\r\n", "\r", "\r\r\n", "\n\n", "\n  \n")
_ODD = (
    "<<<<<<< ours",
    "=======",
    ">>>>>>> theirs",
    "||||||| base",
    "- goal a: x",
    "* by a",
    "1. outcome b: x",
    "10:30 coffee",
)
_ODDER = (
    "outcom b: x",
    "gaol: x",
    "du: 2030",
    "baselin: 3",
    "include: x.toc",
    "Maria: what now?",
    "https://x.org",
    "risk x",
    "by: a",
)

ids = st.one_of(st.sampled_from(_IDS[:4]), st.sampled_from(_IDS))
words = st.one_of(st.sampled_from(_WORDS), st.text(st.characters(exclude_characters="\n\r"), max_size=6))
_kinds = st.one_of(st.sampled_from((*KINDS, "assuming")), st.sampled_from(("Goal", "OUTCOME", "assumption", "pathway")))
_keys = st.sampled_from((*KEYS, "because", "on", "in", "label.fr", "ignore no-goal", "call outcome", "lead", "Due"))
_colons = st.sampled_from(_COLONS[:2] * 3 + _COLONS)


def _joined(*parts):
    return st.tuples(*[st.just(part) if isinstance(part, str) else part for part in parts]).map("".join)


_lists = st.lists(ids, min_size=1, max_size=3).map(", ".join)
lines = st.one_of(
    _joined(_kinds, " ", ids, _colons, words),
    _joined(_kinds, _colons, words),
    _joined(_kinds, " ", ids),
    _joined(st.sampled_from(_ARROWS), " ", _lists, _colons, words),
    _joined("by ", _lists, _colons, words),
    _joined(_keys, _colons, words),
    _joined(_keys, _colons, _lists),
    _joined("on", _colons, ids, " ", st.sampled_from(_ARROWS), " ", ids),
    _joined("|", words),
    _joined("# ", words),
    st.sampled_from(_ODD + _ODDER),
    words,
)
"""One line of any shape, or of none."""

texts = st.lists(_joined(st.sampled_from(_INDENTS), lines, st.sampled_from(_ENDS)), max_size=14).map("".join)
"""Lines at any indent, with any line end."""
