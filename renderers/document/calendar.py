"""The days of a document as a calendar file (iCalendar, RFC 5545) that every calendar can take in.

Days are whole days. An event is known by what it is about, so a calendar that takes the file in again moves what moved
instead of showing it twice. No clock is read: the stamp is the day that the document tells about. Texts are escaped,
lines end as the standard wants and are folded at 75 octets, never inside a letter.
"""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from ..escape import clean, one_line
from . import Made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Document, Event

_OCTETS: Final = 75
_NO_DAY: Final = date(2000, 1, 1)
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def write(document: Document, stem: str) -> Made:  # noqa: ARG001  all writers are called alike
    """Write the events of a document; one without events becomes an empty calendar."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//theory-of-change//toc//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(f'{document.subtitle}: {document.title}'.removeprefix(': '))}")
    for event in document.events:
        lines += _event(event, document.day or _NO_DAY)
    return Made("".join([f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)]))


def _event(event: Event, stamp: date) -> list[str]:
    about = [f"DESCRIPTION:{_text(event.about)}"] if event.about.strip() else []
    return [
        "BEGIN:VEVENT",
        f"UID:{sha256(event.key.encode('utf-8', 'replace')).hexdigest()[:32]}@theory-of-change",
        f"DTSTAMP:{_digits(stamp)}T000000Z",
        f"DTSTART;VALUE=DATE:{_digits(event.day)}",
        *([f"DTEND;VALUE=DATE:{_digits(event.day + timedelta(1))}"] if event.day < date.max else []),
        f"SUMMARY:{_text(one_line(event.text))}",
        *about,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    return clean(text).strip().translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Break a line that is too long; every line after the first begins with a space."""
    piece, used = "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > _OCTETS:
            yield piece
            piece, used = " ", 1
        piece += letter
        used += size
    yield piece
