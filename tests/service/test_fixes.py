"""Every fix that is offered settles what it is offered for, and breaks nothing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from marked import after, text_of

import toc
from toc.rules.catalogue import RULES, explain
from toc.rules.reading import READING
from toc.service import problems

ROOT = Path(__file__).parents[2]
SPEAKS = re.compile(r"^Speaks up:\n\n```toc\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRONG = re.compile(r"^```toc wrong\n(.*?)^```$", re.MULTILINE | re.DOTALL)

TEXTS = {
    **{rule.name: text for rule in (*RULES, *READING) for text in SPEAKS.findall(explain(rule.name) or "")},
    **{
        f"reference {number}": text
        for number, text in enumerate(WRONG.findall((ROOT / "grammar/README.md").read_text(encoding="utf-8")))
    },
}

# Whoever writes something new is asked about it next, and late in a theory's life these questions are errors.
GAPS = frozenset({"unsupported-outcome", "dead-end-result", "orphan-activity", "goal-not-reachable"})


def told(loaded, stage):
    return toc.check(loaded, stage=stage)


def offered(stage):
    for name, text in TEXTS.items():
        loaded = toc.loads(text, "plan.toc")
        findings = told(loaded, stage)
        for problem, finding in zip(problems(loaded, findings), findings, strict=True):
            for remedy in problem.fixes:
                yield pytest.param(loaded, finding, remedy, stage, id=f"{name}: {problem.rule}: {remedy.label}")


@pytest.mark.parametrize(("loaded", "finding", "remedy", "stage"), [*offered("draft"), *offered("running")])
def test_a_fix_settles_its_finding(loaded, finding, remedy, stage):
    fixed = after(loaded, remedy.edits)
    before, now = told(loaded, stage), told(fixed, stage)
    alike = [sum((one.rule, one.message) == (finding.rule, finding.message) for one in told) for told in (before, now)]
    assert alike[1] < alike[0], text_of(fixed)
    new = errors(now) - errors(before)
    assert set(new) <= (GAPS if stage == "running" else set()), text_of(fixed)


def errors(findings):
    return Counter(one.rule for one in findings if one.severity == "error")
