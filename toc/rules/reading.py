"""The rules that the reader itself finds while it reads the text, those about ``ignore`` lines, and one of `toc diff`.

They have no function here: `find` is None. Their severities stand in one table, their documentation, which
`toc explain` prints, in `reading.md` beside this file.
"""

from __future__ import annotations

from .rule import ADVICE, ERROR, WARNING, Family, Rule


def _always(name: str, severity: str) -> Rule:
    loud = {"error": ERROR, "warning": WARNING, "advice": ADVICE}[severity]
    return Rule(name, None, loud, loud, loud, loud, family=Family.TEXT)


def _from_draft(name: str) -> Rule:
    """Give a rule that stays quiet in the room and warns afterwards."""
    return Rule(name, None, ADVICE, WARNING, WARNING, WARNING, family=Family.TEXT)


READING: tuple[Rule, ...] = (
    _always("include-failed", "error"),
    _always("too-large", "error"),
    _always("conflict-marker", "error"),
    _always("control-character", "error"),
    _always("invisible-character", "error"),
    _always("duplicate-id", "error"),
    Rule("unknown-name", None, ADVICE, ERROR, ERROR, ERROR, family=Family.TEXT),
    _from_draft("unknown-kind"),
    _from_draft("unknown-key"),
    _from_draft("misplaced-key"),
    _from_draft("misplaced-line"),
    _from_draft("unfinished-line"),
    _from_draft("missing-colon"),
    _from_draft("unknown-value"),
    _from_draft("repeated-detail"),
    _from_draft("undrawn-arrow"),
    _from_draft("odd-end"),
    _from_draft("partner-by-name"),
    _always("wrong-kind", "warning"),
    _always("double-arrow", "warning"),
    _always("look-alike", "warning"),
    _always("case-twins", "warning"),
    _always("bidi-control", "warning"),
    _always("mixed-indent", "warning"),
    _always("no-arrow", "advice"),
    Rule("made-id-collision", None, None, ADVICE, WARNING, WARNING, family=Family.TEXT),
    Rule("parked-note", None, None, ADVICE, WARNING, WARNING, family=Family.TEXT),
    _from_draft("unknown-rule"),
    _from_draft("ignore-without-reason"),
    Rule("unused-ignore", None, None, ADVICE, WARNING, WARNING, family=Family.TEXT),
)
"""Every rule of the reader, in the order in which findings about the same place are told."""

COMPARING: tuple[Rule, ...] = (Rule("unexplained-change", None, None, None, None, ADVICE, family=Family.PROCESS),)
"""What only two versions of a theory can show; `toc diff --breaking` tells it, and no check of one theory."""
