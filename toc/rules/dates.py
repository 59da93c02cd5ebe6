"""Dates as people write them: a year, a month or a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_YEAR, _MONTH = 4, 7


def first_and_last(text: str) -> tuple[str, str] | None:
    """Give the first and the last day a date can mean, as texts that compare; None for what is no date."""
    said = text.strip()
    if len(said) == _YEAR and _day(f"{said}-01-01"):
        return f"{said}-01-01", f"{said}-12-31"
    if len(said) == _MONTH and _day(f"{said}-01"):
        return f"{said}-01", f"{said}-31"
    return (said, said) if _day(said) else None


def is_past(text: str, today: date) -> bool:
    """Say whether the last day that a date can mean lies before today."""
    days = first_and_last(text)
    return days is not None and days[1] < today.isoformat()


def last_day(texts: tuple[str, ...]) -> date | None:
    """Give the latest of those texts that are, or start with, a day."""
    found = [day for text in texts if (day := _day(text[:10]))]
    return max(found, default=None)


def _day(text: str) -> date | None:
    from datetime import date  # noqa: PLC0415  most theories have no dates, and all pay for what is imported

    try:
        return date.fromisoformat(text) if text[_YEAR : _YEAR + 1] == "-" else None
    except ValueError:
        return None
