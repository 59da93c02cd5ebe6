"""Dates as people write them, as the rules know them; they stand with the logic because reports ask for them too."""

from toc.logic.dates import day_of, first_and_last, is_past, last_day, months_after

__all__ = ["day_of", "first_and_last", "is_past", "last_day", "months_after"]
