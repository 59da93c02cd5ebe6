"""Findings for people: each framed in the line it is about, with what can be done, and one closing line.

Findings about the same words share one frame. The carets stand under the words in terminal columns, so wide characters
and tabs are right; terminals differ in how they turn right-to-left writing round, so there the words are repeated.
The closing line counts; it never says that a theory is complete, which no program can know.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from toc.cli.terminal import Row, Style, Styled, clean, columns
from toc.findings import Severity

from . import counts, elsewhere, one_line, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.findings import Finding, Fix

    from . import Checked, Place

MOST = 20
"""Findings of one severity that a terminal shows; the rest are counted."""

NOTHING_FOUND = "No gaps found in the map. Whether it is true, only your group can say."
NOTHING_LOOKED_AT = "There is no .toc file in this repository yet, so nothing was looked at."
_STYLES = {Severity.ERROR: Style.ERROR, Severity.WARNING: Style.WARNING, Severity.ADVICE: Style.ADVICE}
_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_LONGEST_MESSAGE = 600
_LONGEST_LINE = 120
_FIXES = 2


def rows(checked: tuple[Checked, ...], width: int | None, *, most: int | None = MOST) -> Iterator[Row]:
    """Give the whole report; ``width`` is in columns, ``most`` limits each severity where a person reads along."""
    yield from framed(checked, width, most=most)
    yield from _silenced(checked)
    yield closing_row(checked)


def framed(checked: tuple[Checked, ...], width: int | None, *, most: int | None = MOST) -> Iterator[Row]:
    """Give every finding in its frame, an empty row after each, and say how many were left out."""
    left = dict.fromkeys(Severity, len(_all(checked)) if most is None else most)
    for one in checked:
        for span, group in groupby(one.findings, key=lambda finding: finding.span):
            seen = [finding for finding in group if _takes_one(left, finding.severity)]
            if seen:
                worst = min([finding.severity for finding in seen], key=list(Severity).index)
                yield from _frame(place_of(span, one.sources), one, width or _LONGEST_LINE, _STYLES[worst])
                for finding in seen:
                    yield from _told(finding, one)
                yield Row()
    yield from _left_out(left)


def _all(checked: tuple[Checked, ...]) -> list[Finding]:
    return [finding for one in checked for finding in one.findings]


def _takes_one(left: dict[Severity, int], severity: Severity) -> bool:
    left[severity] -= 1
    return left[severity] >= 0


def _left_out(left: dict[Severity, int]) -> Iterator[Row]:
    over = [(severity, -count) for severity, count in left.items() if count < 0]
    if over:
        more = _listed([_counted(severity, count, "more ") for severity, count in over])
        yield Row((f"… and {more}. All of them: toc check --format json",))
        yield Row()


def _frame(place: Place | None, one: Checked, width: int, style: str) -> Iterator[Row]:
    if place is None:
        yield Row((Styled(one.file, Style.STRONG),))
        return
    yield Row((Styled(f"{place.file}:{place.line}:{place.column}", Style.STRONG),))
    margin = max(len(str(place.line)), 4)
    line = one.sources[place.file].line(place.line)
    if not line.strip():  # a model as JSON knows where the lines were, not what stood there
        return
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    text, before, under = _window(line, place.column - 1, end, width - margin - 3)
    yield Row((Styled(f"{place.line:>{margin}} | ", Style.FAINT), text))
    carets = Styled("^" * max(columns(under), 1), style)
    yield Row((Styled(" " * margin + " | ", Style.FAINT), " " * columns(before), carets, _repeated(text, under)))


def _window(line: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Give what is shown of a line, what of it stands before the words, and the words, within ``width`` columns."""
    before, under, after = clean(line[:start]), clean(line[start:end]), clean(line[end : end + width])
    if columns(before) > width // 2:
        before = "…" + _last(before, width // 3)
    if columns(before + under) > width:
        under = _first(under, width - columns(before) - 1) + "…"
        return before + under, before, under
    room = width - columns(before + under)
    return before + under + (after if columns(after) <= room else _first(after, room - 1) + "…"), before, under


def _first(text: str, width: int) -> str:
    while columns(text) > width:
        text = text[: max(width, 0)] if len(text) > width else text[:-1]
    return text


def _last(text: str, width: int) -> str:
    text = text[-width:]
    while columns(text) > width:
        text = text[1:]
    return text


def _repeated(shown: str, under: str) -> str:
    if shown.isascii() or under.strip() in ("", shown.strip()):
        return ""
    return f" ‘{under.strip()}’" if any(bidirectional(char) in ("R", "AL") for char in shown) else ""


def _told(finding: Finding, one: Checked) -> Iterator[Row]:
    word = f"{finding.severity.value}: "
    rule = Styled(f" [{finding.rule}]", Style.FAINT)
    yield Row((Styled(word, _STYLES[finding.severity]), _cut(finding.message), rule), indent=2)
    if also := elsewhere(finding, one.sources):
        yield Row((Styled(f"  {also}", Style.FAINT),), indent=4)
    for fix in finding.fixes[:_FIXES]:
        yield from _offered(fix)


def _cut(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= _LONGEST_MESSAGE else shown[:_LONGEST_MESSAGE] + "…"


def _offered(fix: Fix) -> Iterator[Row]:
    told = one_line(fix.label)
    if fix.paste and fix.paste not in told:
        yield Row((Styled("  fix: ", Style.GOOD), f"{told.rstrip(':. ')}:"), indent=7)
        yield from [Row((" " * 9, Styled(line, Style.STRONG)), indent=11) for line in fix.paste.split("\n")]
    else:
        yield Row((Styled("  fix: ", Style.GOOD), told), indent=7)


def _silenced(checked: tuple[Checked, ...]) -> Iterator[Row]:
    """Tell what was silenced, and why: agreeing to disagree with the tool is fine when everybody can see it."""
    for one in checked:
        for silenced in one.silenced:
            place = place_of(silenced.finding.span, one.sources)
            where = f"{place.file}:{place.line}" if place else one.file
            says = f"Not told: {silenced.finding.rule} at {where}, because {_cut(silenced.reason)}"
            yield Row((Styled(says, Style.FAINT),), indent=2)
    if any(one.silenced for one in checked):
        yield Row()


def closing_row(checked: tuple[Checked, ...]) -> Row:
    """Give the closing line: how much was noticed, in words, and where to read more about it."""
    found = _all(checked)
    if not checked:
        return Row((NOTHING_LOOKED_AT,))
    if not found:
        return Row((Styled(NOTHING_FOUND, Style.GOOD),))
    number = counts(checked)
    told = _listed([_counted(severity, count) for severity, count in number.items() if count])
    worst = next(severity for severity, count in number.items() if count)
    example = next(finding.rule for finding in found if finding.severity is worst)
    return Row((Styled(f"{told[0].upper()}{told[1:]}.", _STYLES[worst]), f" To read more: toc explain {example}"))


def _counted(severity: Severity, count: int, more: str = "") -> str:
    one, many = _NAMES[severity]
    return f"{_NUMBERS[count] if count < len(_NUMBERS) else f'{count:,}'} {more}{one if count == 1 else many}"


def _listed(parts: Iterable[str]) -> str:
    *some, last = parts
    return f"{', '.join(some)} and {last}" if some else last
