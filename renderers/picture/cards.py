"""What stands in a box, and how large that makes it.

A box has, from its top: the icon and the name of its kind with the date at the other end, the words, then small labels
(status, partners, marks) in as many rows as they need. Boxes have one width, and heights in steps of 4 points.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from ..escape import one_line
from ..kept import MANY, kept
from ..lettering.bidi import follows_left, runs_left
from ..lettering.fonts import known, width, wrap
from ..themes import KINDS
from .changed import QUIET, explained, sign, signed
from .icons import SHEET, icon
from .marks import grouped
from .scene import NOBODY, Box, Line, Pill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Contribution, Element

    from .marks import Mark, Marks
    from .spacing import Spacing
    from .telling import Telling

BOX_WIDTH: Final = 224.0
"""How wide a box is: about 28 letters and its borders."""

SIDE: Final = 16.0
"""From the side of a box to its words."""

TOP: Final = 12.0
"""From the top of a box to its first line, and from its last line to the bottom."""

LABEL: Final = 10.0
"""The size of the name of a kind."""

SMALL: Final = 11.0
"""The size of words in small labels."""

PILL: Final = 20.0
"""The height of a small label."""

SPACING: Final = 0.8
"""The space between the letters of the name of a kind."""

_WITHOUT_CAPITALS: Final = 2.0

_PILL_GAP: Final = 4.0
_PILL_SIDE: Final = 8.0
_SHAPE: Final = 8.0
_HEAD: Final = 16.0
_INNER: Final = BOX_WIDTH - 2 * SIDE
_MOST_LINES: Final = 16
_ICON_AT: Final = (SIDE + SHEET / 2, TOP + SHEET / 2)
_USUAL: Final = frozenset({"active", "planned"})


def make_card(telling: Telling, element: Element, marks: Marks) -> Box:
    """Write an element into a box at 0, 0."""
    change, was = telling.changes.get(element.id, (telling.otherwise, ()))
    small = [change_pill(telling, change)] if change not in ("", QUIET) else []
    small += [*_states(telling, element), *partner_pills(telling, element.id)]
    small += mark_pills(marks.about.get(element.id, ()))
    due = element.get("due") if telling.shows("dates") else None
    date = telling.by(due) if due else ""
    label = telling.words.heading(element.kind)
    text = telling.text(element)
    kind = element.kind if element.kind in KINDS else "other"
    faded = element.get("status") == "stopped" or change in ("removed", QUIET)
    box = Box(element.id, kind, 0, 0, BOX_WIDTH, 0, icon(element.kind), _ICON_AT, faded=faded, change=change)
    before = explained(telling.words, change, was)
    return _card(box, (label, date, text), tuple(small), telling.spacing, telling.from_right, before)


def change_pill(telling: Telling, what: str) -> Pill:
    """Make the small label that says what happened to something since the older version."""
    return pill(signed(telling.words, what), "status", bold=True)


def make_stub(telling: Telling, name: str) -> Box:
    """Write a name that nobody declared into a dashed box at 0, 0."""
    box = Box(name, "stub", 0, 0, BOX_WIDTH, 0, icon("stub"), _ICON_AT)
    return _card(box, (telling.words("picture.not-declared"), "", name), (), telling.spacing, telling.from_right)


@kept(MANY)
def _card(
    box: Box,
    said: tuple[str, str, str],
    small: tuple[Pill, ...],
    spacing: Spacing,
    from_right: bool,  # noqa: FBT001  kept by position
    before: tuple[str, ...] = (),
) -> Box:
    label, date, text = said
    head = heading(label, SIDE + SHEET + 6, TOP + 12, box.kind, _INNER - SHEET - 6, spacing.label)
    if date and head.x + head.width + 8 + width(date, SMALL) > BOX_WIDTH - SIDE:
        small, date = (pill(date, "status"), *small), ""
    lines = [head, *_text_lines(text, box.kind, spacing, from_right=from_right)]
    lines += _lines_before(before, lines[-1].y, spacing.leading, from_right=from_right)
    if box.faded:
        lines = [line._replace(tone="faded") for line in lines]
    if date:
        at = BOX_WIDTH - SIDE
        lines.insert(1, Line(at, TOP + 12, date, SMALL, "muted", anchor="end", width=width(date, SMALL)))
    bottom = TOP + _HEAD + 4 + spacing.leading * (len(lines) - (2 if date else 1))
    pills, end = flow(small, SIDE, bottom + 8, _INNER) if small else ((), bottom)
    made = box._replace(lines=tuple(lines), pills=pills, height=4 * ceil((end + TOP) / 4))
    return made.turned() if from_right else made


def _text_lines(text: str, kind: str, spacing: Spacing, *, from_right: bool) -> list[Line]:
    """Wrap the words of a box; without words there are three dots."""
    bold = kind == "goal"
    plain = "\n".join([one_line(line) for line in text.split("\n")]).strip()
    size = spacing.text
    wrapped = wrap(plain, _INNER, size, bold=bold) if plain else ("…",)
    if len(wrapped) > _MOST_LINES:
        wrapped = (*wrapped[: _MOST_LINES - 1], shorten(wrapped[_MOST_LINES - 1] + "…", _INNER, size, bold=bold))
    to_left = follows_left(plain, from_right=from_right)
    start = TOP + _HEAD + 4 + size + (spacing.leading - size) / 6
    return [
        Line(
            SIDE, start + spacing.leading * number, line, size, "ink" if plain else "muted", bold, not plain,
            width=width(line, size, bold=bold), from_right=to_left,
        )
        for number, line in enumerate(wrapped)
    ]  # fmt: skip


def _lines_before(before: tuple[str, ...], y: float, leading: float, *, from_right: bool) -> list[Line]:
    """Write how it was, below the words, small and slanted."""
    lines = [line for text in before for line in wrap(text, _INNER, SMALL + 1)][:_MOST_LINES]
    to_left = follows_left(" ".join(before), from_right=from_right)
    return [
        Line(
            SIDE, y + leading * number, line, SMALL + 1, "muted", italic=True, width=width(line, SMALL + 1),
            from_right=to_left,
        )
        for number, line in enumerate(lines, 1)
    ]  # fmt: skip


def heading(text: str, x: float, y: float, tone: str, limit: float, size: float = LABEL) -> Line:
    """Write the name of a kind: small, bold and spaced, in capitals where the script has them."""
    size, spacing = (size, SPACING) if known(text) else (size + _WITHOUT_CAPITALS, 0.0)
    text = text.upper() if spacing else text
    text = shorten(text, limit - spacing * len(text), size, bold=True)
    wide = width(text, size, bold=True) + spacing * len(text)
    return Line(x, y, text, size, tone, bold=True, spacing=spacing, width=wide, from_right=runs_left(text))


def shorten(text: str, limit: float, size: float, *, bold: bool = False) -> str:
    """Cut a text that is too long for a line, and end it with three dots."""
    if width(text, size, bold=bold) <= limit:
        return text
    return wrap(text, max(limit - width("…", size, bold=bold), size), size, bold=bold)[0].rstrip(" …") + "…"


@kept(MANY)
def pill(
    text: str, look: str, *, bold: bool = False, partner: int | None = None, dashed: bool = False, limit: float = _INNER
) -> Pill:
    """Make a small label at 0, 0, at most ``limit`` wide."""
    before = _PILL_SIDE + (0.0 if partner is None else _SHAPE + 5)
    text = shorten(text, limit - before - _PILL_SIDE, SMALL, bold=bold)
    wide = width(text, SMALL, bold=bold)
    line = Line(before, PILL / 2 + 4, text, SMALL, look, bold, width=wide, from_right=runs_left(text))
    return Pill(0, 0, round(before + wide + _PILL_SIDE, 2), PILL, look, line, partner, _PILL_SIDE + _SHAPE / 2, dashed)


def flow(pills: Iterable[Pill], left: float, top: float, limit: float) -> tuple[tuple[Pill, ...], float]:
    """Set small labels one after the other in rows, from ``left`` and ``top``; also gives where the last row ends."""
    placed: list[Pill] = []
    x, y = left, top
    for each in pills:
        if x > left and x + each.width > left + limit:
            x, y = left, y + PILL + _PILL_GAP
        placed.append(each.moved(x, y))
        x += each.width + _PILL_GAP
    return tuple(placed), y + PILL


@kept(MANY)
def mark_pills(marks: tuple[Mark, ...]) -> tuple[Pill, ...]:
    """Make the small labels for the marks of one thing."""
    return tuple([mark_pill(kind, label) for kind, label in grouped(marks)])


@kept(MANY)
def mark_pill(kind: str, label: str) -> Pill:
    """Make the marker for a kind of mark; a short one is round. The same one comes on an arrow and in the legend."""
    look, wide = f"mark.{kind}", width(label, SMALL, bold=True)
    whole = max(PILL, round(wide + 2 * _PILL_SIDE - 4, 2))
    line = Line(whole / 2, PILL / 2 + 4, label, SMALL, look, bold=True, anchor="middle", width=wide)
    return Pill(0, 0, whole, PILL, look, line)


def _states(telling: Telling, element: Element) -> list[Pill]:
    """Say how it is going, what it needs, and whether anybody wants it."""
    if not telling.shows("status"):
        return []
    words, status = telling.words, one_line(element.get("status") or "")
    needs = one_line(element.get("needs") or "").lower()
    said = [words.value("status", status)] if status and status.lower() not in _USUAL else []
    if needs == "any" or element.get("enough"):
        said.append(words("picture.needs-any"))
    elif needs.isdecimal():
        said.append(words("picture.needs-number", count=needs))
    if element.get("unintended"):
        said.append(words("picture.unintended"))
    return [pill(each, "status") for each in said]


def partner_pills(telling: Telling, key: str) -> list[Pill]:
    """Make a label for each partner that contributes here, in reading order."""
    if not telling.shows("partners"):
        return []
    given = {each.partner: each for each in reversed(telling.given_to.get(key, ()))}
    order = dict.fromkeys([each.partner for each in telling.given_to.get(key, ())])
    return [_partner_pill(telling, given[name], telling.changes.get(f"{key} by {name}", ("", ()))[0]) for name in order]


def _partner_pill(telling: Telling, contribution: Contribution, change: str) -> Pill:
    """Make the label of a partner: its id, in its colour and shape, and its part in it where that is said."""
    name, number = contribution.partner, telling.partner_numbers[contribution.partner]
    if telling.theory.get(name) is None:
        return pill(name, "stub", partner=NOBODY, dashed=True)
    withdrawn = contribution.get("status") == "withdrawn"
    part = telling.words.value("status", "withdrawn") if withdrawn else ""
    if not part and contribution.role != "do":
        part = telling.words.value("role", contribution.role)
    said = " · ".join(filter(None, [name, part, telling.words(f"picture.is-{change}") if change else ""]))
    said = f"{sign(change)} {said}" if change else said
    return pill(said, f"partner.{number}", partner=number, dashed=withdrawn or change == "removed")


def partner_mark(number: int, *, declared: bool) -> Pill:
    """Make the mark that stands for a partner in the legend: its shape alone."""
    look = f"partner.{number}" if declared else "stub"
    return Pill(0, 0, PILL - 4, PILL, look, Line(0, 0, "", SMALL), number if declared else NOBODY, (PILL - 4) / 2)
