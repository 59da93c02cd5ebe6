"""What a check tells about a text, in a form that is easy to compare."""

from __future__ import annotations

from textwrap import dedent

import toc


def _findings(text, stage):
    return toc.check(toc.loads(dedent(text)), stage=stage)


def told(text, rules, *, stage="draft", skip=()):
    """Give ``rule element`` for every finding of these rules; with None of all rules but ``skip``."""
    return [
        f"{finding.rule} {finding.element}"
        for finding in _findings(text, stage)
        if finding.rule not in skip and (rules is None or finding.rule in rules)
    ]


def messages(text, rule, *, stage="draft"):
    """Give what one rule says."""
    return [finding.message for finding in _findings(text, stage) if finding.rule == rule]


told.messages = messages
