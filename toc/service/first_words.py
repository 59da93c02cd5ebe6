"""What a line most likely begins with, under each kind of thing: the eight words of the card before all others."""

from __future__ import annotations

ARROW_WORDS = {
    "->": "leads to",
    "<-": "needs: the same arrow, written at its other end",
    "~>": "feeds back to: a loop that is meant",
    "-|": "works against",
}
"""The arrows, and how each reads."""

USUAL = ("because", "assuming", "by", "->", "outcome", "activity")
"""What comes first where nothing more is known."""

_RESULT = (
    "outcome", "activity", "because", "assuming", "by", "->", "output", "condition", "barrier", "indicator", "risk",
    "evidence", "input",
)  # fmt: skip
_WORK = ("by", "because", "assuming", "->", "activity", "input", "output", "condition", "risk", "evidence")

LIKELY: dict[str, tuple[str, ...]] = {
    "margin": (
        "theory", "goal", "outcome", "activity", "partner", "assumption", "indicator", "pathway", "barrier",
        "stakeholder", "question", "session",
    ),
    "theory": ("stage", "assuming", "by", "ceiling", "horizon", "language", "risk"),
    "goal": _RESULT,
    "outcome": _RESULT,
    "output": _RESULT,
    "activity": _WORK,
    "input": _WORK,
    "condition": _WORK,
    "barrier": ("because", "-|", "assuming", "evidence"),
    "assumption": ("confidence", "importance", "status", "watch", "owner", "on", "by", "evidence", "review", "type"),
    "risk": ("likelihood", "impact", "response", "owner", "on"),
    "evidence": ("finds", "strength", "url", "on"),
    "indicator": ("baseline", "target", "on", "by", "source", "every", "interim", "actual", "unit", "better"),
    "partner": ("aim", "activity", "ring", "role", "gets", "champion"),
    "aim": ("->", "because", "priority"),
    "stakeholder": ("->", "because", "essential", "joins-if", "follow-up"),
    "pathway": ("outcome", "activity", "output", "->", "because"),
    "milestone": ("due", "on", "status"),
    "session": ("present", "decision", "happened", "why", "so-what", "now-what", "on", "action"),
    "action": ("by", "due", "status"),
    "disagreement": ("by", "on", "settle", "until", "answer"),
    "question": ("on", "answer", "asked", "present"),
    "agreement": ("principle", "decide", "review"),
    "term": ("not",),
    "arrow": ("because", "assuming", "risk", "evidence", "strength", "confidence", "after"),
    "contribution": ("role", "status", "amount", "from", "until"),
}  # fmt: skip
"""For everything that a line can stand in, the words that come first, in this order."""
