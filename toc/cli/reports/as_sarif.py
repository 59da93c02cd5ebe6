"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from toc.findings import Severity

from . import place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.findings import Finding, Fix
    from toc.source import Source, Span

    from . import Checked

    Json = dict[str, "str | int | bool | list[Json] | Json"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def document(checked: tuple[Checked, ...], *, version: str, summaries: Mapping[str, str]) -> str:
    """Write one run; ``summaries`` says in one line what each rule is about."""
    rules = list(dict.fromkeys([finding.rule for one in checked for finding in one.findings]))
    run: Json = {
        "tool": {"driver": {"name": "toc", "version": version, "rules": [_rule(name, summaries) for name in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules, one.sources) for one in checked for finding in one.findings],
    }
    whole: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, summaries: Mapping[str, str]) -> Json:
    rule: Json = {"id": name}
    if summary := summaries.get(name):
        rule["shortDescription"] = {"text": summary}
    return rule


def _result(finding: Finding, rules: list[str], sources: Mapping[str, Source]) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
    }
    if place_of(finding.span, sources):
        physical: Json = {"artifactLocation": _artifact(finding.span), "region": _region(finding.span, sources)}
        result["locations"] = [{"physicalLocation": physical}]
    fixes = [_fix(fix, sources) for fix in finding.fixes if fix.edits]
    return {**result, "fixes": fixes} if fixes else result


def _fix(fix: Fix, sources: Mapping[str, Source]) -> Json:
    changes: list[Json] = [
        {
            "artifactLocation": _artifact(edit.span),
            "replacements": [
                {"deletedRegion": _region(edit.span, sources), "insertedContent": {"text": edit.text}},
            ],
        }
        for edit in fix.edits
    ]
    return {"description": {"text": fix.label}, "artifactChanges": changes}


def _artifact(span: Span) -> Json:
    return {"uri": quote(span.file.replace("\\", "/"))}


def _region(span: Span, sources: Mapping[str, Source]) -> Json:
    place = place_of(span, sources)
    if place is None:
        return {"startLine": 1}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
