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
    return max([day for text in texts if (day := day_of(text))], default=None)


def day_of(text: str) -> date | None:
    """Give the day that a text is, or starts with; sessions are named by it."""
    return _day(text[:10])


def months_after(day: date, months: int) -> date:
    """Give the day some months later; the 31st becomes the last day that every month has."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=min(day.year + years, 9999), month=month + 1, day=min(day.day, 28))


def _day(text: str) -> date | None:
    from datetime import date  # noqa: PLC0415  most theories have no dates, and all pay for what is imported

    try:
        return date.fromisoformat(text) if text[_YEAR : _YEAR + 1] == "-" else None
    except ValueError:
        return None
