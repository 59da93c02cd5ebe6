"""Findings as JSON: complete, every key always present, null where there is nothing to say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toc.findings import Severity

from . import counts, place_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.findings import Edit, Finding
    from toc.source import Source, Span

    from . import Checked

    Json = dict[str, "str | int | list[Json] | Json | None"]


def document(checked: tuple[Checked, ...]) -> str:
    """Write all findings and a summary: how many of each severity, and at which stage they were asked for."""
    stages = {one.stage for one in checked}
    summary: Json = {**_numbers(checked), "stage": stages.pop() if len(stages) == 1 else None}
    summary["files"] = [{"file": one.file, "stage": one.stage, **_numbers((one,))} for one in checked]
    summary["silenced"] = [
        {**_finding(silenced.finding, one.sources), "reason": silenced.reason}
        for one in checked
        for silenced in one.silenced
    ]
    findings = [_finding(finding, one.sources) for one in checked for finding in one.findings]
    return json.dumps({"findings": findings, "summary": summary}, ensure_ascii=False, indent=2) + "\n"


def _numbers(checked: tuple[Checked, ...]) -> Json:
    found = counts(checked)
    return {
        "errors": found[Severity.ERROR],
        "warnings": found[Severity.WARNING],
        "advice": found[Severity.ADVICE],
    }


def _finding(finding: Finding, sources: Mapping[str, Source]) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "nature": finding.nature.value,
        "message": finding.message,
        **_place(finding.span, sources),
        "element": finding.element,
        "also": [_place(span, sources) for span in finding.also],
        "fixes": [
            {
                "label": fix.label,
                "paste": fix.paste or None,
                "edits": [_edit(edit, sources) for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def _edit(edit: Edit, sources: Mapping[str, Source]) -> Json:
    return {**_place(edit.span, sources), "text": edit.text}


def _place(span: Span, sources: Mapping[str, Source]) -> Json:
    place = place_of(span, sources)
    return {
        "file": place.file if place else span.file or None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
    }
