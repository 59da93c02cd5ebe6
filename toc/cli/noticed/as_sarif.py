"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from toc.findings import Severity

from . import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc.findings import Finding, Fix
    from toc.source import Source, Span

    from . import Checked

    _Found = tuple[Finding, Mapping[str, Source], str | None]
    Json = dict[str, "str | int | bool | list[Json] | Json"]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def document(checked: tuple[Checked, ...], *, version: str, about: Callable[[str], str]) -> str:
    """Write one run; ``about`` says in one line what a rule is about."""
    found: list[_Found] = [(finding, one.sources, None) for one in checked for finding in one.findings]
    found += [(each.finding, one.sources, each.reason) for one in checked for each in one.silenced]
    rules = list(dict.fromkeys([finding.rule for finding, _, _ in found]))
    run: Json = {
        "tool": {"driver": {"name": "toc", "version": version, "rules": [_rule(name, about(name)) for name in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [{**_result(finding, rules, sources), **_suppressed(reason)} for finding, sources, reason in found],
    }
    whole: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, summary: str) -> Json:
    return {"id": name, "shortDescription": {"text": summary}} if summary else {"id": name}


def _suppressed(reason: str | None) -> Json:
    return {"suppressions": [{"kind": "inSource", "justification": reason}]} if reason is not None else {}


def _result(finding: Finding, rules: list[str], sources: Mapping[str, Source]) -> Json:
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
    }
    if place_of(finding.span, sources):
        result["locations"] = [_location(finding.span, sources)]
    also = [_location(span, sources) for span in finding.also if place_of(span, sources)]
    if also:
        result["relatedLocations"] = [*also]
    fixes = [_fix(fix, sources) for fix in finding.fixes if fix.edits]
    return {**result, "fixes": fixes} if fixes else result


def _location(span: Span, sources: Mapping[str, Source]) -> Json:
    physical: Json = {"artifactLocation": _artifact(span), "region": _region(span, sources)}
    return {"physicalLocation": physical}


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
