"""Findings as JUnit XML: a suite a file, a case a finding; what makes the check fail is a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.cli.terminal import clean
from toc.findings import Severity

from . import elsewhere, one_line, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.findings import Finding

    from . import Checked

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def document(checked: tuple[Checked, ...], *, strict: bool = False) -> str:
    """Write the whole report; with ``strict`` warnings are failures too."""
    suites = [line for one in checked for line in _suite(one, strict=strict)]
    cases, failures = _numbers(checked, strict=strict)
    head = f'<testsuites name="toc check" tests="{cases}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _numbers(checked: tuple[Checked, ...], *, strict: bool) -> tuple[int, int]:
    cases = sum([max(len(one.findings), 1) for one in checked])
    return cases, sum([_fails(finding, strict=strict) for one in checked for finding in one.findings])


def _fails(finding: Finding, *, strict: bool) -> bool:
    return finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING)


def _suite(one: Checked, *, strict: bool) -> Iterator[str]:
    cases, failures = _numbers((one,), strict=strict)
    yield f'  <testsuite name="{_xml(one.file)}" tests="{cases}" failures="{failures}" errors="0">'
    for finding in one.findings:
        yield from _case(finding, one, strict=strict)
    if not one.findings:
        yield f'    <testcase classname="{_xml(one.file)}" name="no gaps found"/>'
    yield "  </testsuite>"


def _case(finding: Finding, one: Checked, *, strict: bool) -> Iterator[str]:
    place = place_of(finding.span, one.sources)
    where = f"{place.file}:{place.line}:{place.column}" if place else one.file
    says = _xml(one_line(finding.message))
    fixes = "".join([f"\nfix: {_xml(one_line(fix.label))}" for fix in finding.fixes])
    also = elsewhere(finding, one.sources)
    more = f"\n{_xml(also)}" if also else ""
    told = f"{_xml(where)}: {finding.severity.value}: {says}{more}{fixes}"
    yield f'    <testcase classname="{_xml(one.file)}" name="{_xml(finding.rule)} at {_xml(where)}">'
    if _fails(finding, strict=strict):
        yield f'      <failure type="{finding.severity.value}" message="{says}">{told}</failure>'
    else:
        yield f"      <system-out>{told}</system-out>"
    yield "    </testcase>"


def _xml(text: str) -> str:
    """Escape for text and attributes alike; characters that XML cannot hold are replaced."""
    return clean(text).translate(_ESCAPES)
