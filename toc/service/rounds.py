"""The rounds of a workshop: one question at a time, from the goal to the signs that it works.

Each round lights the kinds and the checks that belong to its question and lets the others rest. What is wrong with the
typing is said in every round, because it is not a matter of the question.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Round:
    """One round: ``prompt`` is a sentence to read out; ``kinds`` and ``rules`` are what it lights."""

    name: str
    title: str
    prompt: str
    kinds: tuple[str, ...]
    rules: tuple[str, ...]


ROUNDS: tuple[Round, ...] = (
    Round(
        "goal",
        "The goal",
        "If this works, what is lastingly different, and for whom?",
        ("goal",),
        (
            "no-goal", "many-goals", "two-levels-in-statement", "no-words", "goal-disputed", "strategy-before-goal",
            "no-target-group", "means-in-statement", "compound-statement", "label-only", "vague-term",
        ),
    ),
    Round(
        "preconditions",
        "What must be in place",
        "What must be in place first for this, and is that enough?",
        ("goal", "outcome", "output", "condition", "barrier", "pathway"),
        (
            "unsupported-outcome", "dead-end-result", "single-cause", "causal-cycle", "level-reversal",
            "goal-not-reachable", "disconnected-pathway", "effect-before-cause", "barrier-unaddressed",
            "outcome-is-activity", "two-levels-in-statement", "ceiling-not-a-cut", "shortcut-link", "tangled-links",
            "map-too-big", "no-words", "nested-interface-mismatch",
            "no-target-group", "means-in-statement", "compound-statement", "label-only", "imperative-outcome",
            "partner-as-subject", "change-kind-mismatch", "duplicate-statement", "undefined-term", "vague-term",
        ),
    ),
    Round(
        "assumptions",
        "Why, and what we assume",
        "Why should the one lead to the other, and what has to be true for it?",
        ("assumption", "evidence", "risk"),
        (
            "bare-link", "leap-without-assumption", "weak-bridge", "assumption-repeats-outcome",
            "assumption-within-control", "orphan-assumption", "only-context-assumptions", "assumption-overload",
            "killer-assumption", "critical-assumption-untested", "broken-assumption-in-use", "contradicted-link",
            "side-effects-blank",
        ),
    ),
    Round(
        "actions",
        "What we do",
        "What will be done so that this comes about, and which result is each thing for?",
        ("activity", "output", "input"),
        (
            "orphan-activity", "missing-middle", "outcome-is-activity", "unsupported-outcome", "barrier-unaddressed",
            "stopped-but-active",
            "activity-is-outcome", "two-levels-in-statement", "duplicate-statement", "vague-term",
        ),
    ),
    Round(
        "who",
        "Who does it",
        "Who takes this on, what does each partner bring, and what does each get out of it?",
        ("activity", "partner", "aim", "stakeholder", "agreement"),
        (
            "unowned-activity", "idle-partner", "assumption-within-control", "action-incomplete",
            "token-partner", "partner-without-objective", "objective-not-aligned", "contribution-without-benefit",
            "lead-count", "unacknowledged-dependency", "single-partner-dependence", "unconfirmed-contribution",
            "load-imbalance", "core-group-shape", "second-ring-decides", "no-champion", "no-backbone",
            "backbone-double-role", "collaboration-level-mismatch", "affected-group-absent",
            "stakeholder-follow-up-missing", "no-joint-outcome",
            "session-without-decision", "disagreement-unfinished", "agreement-thin", "exit-undefined",
            "collaboration-unmeasured",
        ),
    ),
    Round(
        "signs",
        "How we will know",
        "What would we see if this works, and what would tell us that it does not?",
        ("indicator", "milestone", "question"),
        (
            "critical-assumption-untested", "weak-bridge", "contradicted-link", "broken-assumption-in-use",
            "outcome-without-indicator", "orphan-indicator", "indicator-counts-activity", "indicator-incomplete",
            "indicator-without-collector", "target-against-direction", "indicator-measures-two-levels",
            "too-many-indicators", "no-shared-indicator", "collaboration-unmeasured", "no-early-milestone",
            "milestone-unmarked", "review-due", "placeholder-left",
            "number-in-statement",
        ),
    ),
)  # fmt: skip
"""The six rounds, in the order in which they are held."""


def round_named(name: str) -> Round | None:
    """Find a round by its name, or None."""
    return next((one for one in ROUNDS if one.name == name), None)
