"""Amounts as people write them: ``35 %``, ``12 000``, ``48 µg/m³ (2024)``, ``1 in 4``.

What stands in brackets, and a year behind ``in``, ``by`` or a comma, says when and not how much. A number can be read
in more than one way: 1,234 is one thing in London and another in Lyon. The language says what a comma is; a point is
used in both ways everywhere. Then every reading is kept, and whoever compares speaks up only where all of them agree. A
range, a change (``+10 %``) or two numbers side by side are no amount.
"""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple

_ASIDE = re.compile(r"\([^()]*\)")
_DAY = r"(?:19|20)\d\d(?:[-/]\d\d){0,2}(?![\d.,]*\d)"
_WHEN = re.compile(
    rf"(?:\b(?:in|by|since|until|before|as of|end of|for|en|d[’']ici(?: à)?|avant|depuis|fin|para|hasta)\s+"
    rf"|\s*[,;–—]\s*){_DAY}|^{_DAY}\s*[:–—]\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,+±−–—-])\d(?:[\d.,٫٬'’ ]*\d)?(?!\w*\d)")
_SIGNED = re.compile(r"[+±−–—-]\s?\d")
_BETWEEN = re.compile(r"\s*(?:in|of|out of|sur|de|من كل|من)\s*(?:every\s*)?", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|around|approx\.?|approximately|roughly|circa|ca\.|at least|at most|environ|au moins|au plus)\s|[~≈]",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"٪|\bper ?cent\b|\bpercent\b|\bpct\b|\bpour ?cent\b|\bpor ciento\b", re.IGNORECASE)
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f\n\t", " "))
_GROUPED = re.compile(r"\d{1,3}(?P<sign>[ '’٬.,])\d{3}(?:(?P=sign)\d{3})*$")
_WITH_REST = r"(?P<whole>[\d ,.'’٬]*\d)(?P<sign>[.,٫])(?P<rest>\d+)$"
_STRAY = re.compile(r"(?<![^\W\d])\d")
_LONGEST = 200
COMMAS = {"en": "thousands"} | dict.fromkeys(
    ("ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "hu", "it", "nl", "no", "pl", "pt", "ro", "ru", "sv", "uk"),
    "tenths",
)
"""What stands behind a comma in a number, by language."""


class Amount(NamedTuple):
    """How much: every way to read the number, least first, what it is counted in, and of how many (``1 in 4``).

    ``sign`` is the comma or point that makes it two numbers in one.
    """

    values: tuple[float, ...]
    unit: str
    of: float | None = None
    sign: str = ""


def amount(text: str, language: str | None = None) -> Amount | None:
    """Read an amount, as it is written in a language such as ``fr``; None where it is not sure to be one."""
    if len(text) > _LONGEST:
        return None
    said = _ASIDE.sub(" ", text.translate(_SPACES)).strip()
    said = _ROUGHLY.sub(" ", _WHEN.sub(" ", said)).strip()
    found = list(_NUMBER.finditer(said))
    if _SIGNED.search(said) or not found or any(not numbers(each[0]) for each in found):
        return None
    commas = COMMAS.get((language or "").strip().casefold()[:2], "")
    unit = unit_named(f"{said[: found[0].start()]} {said[found[-1].end() :]}")
    values, *more = [numbers(each[0], commas) for each in found]
    if not more:
        return None if _STRAY.search(unit) else Amount(values, unit, sign=_sign(found[0][0], values))
    whole = more[0]
    joined = len(more) == 1 and _BETWEEN.fullmatch(said[found[0].end() : found[1].start()])
    return Amount(values, unit, whole[0]) if joined and len(values) == len(whole) == 1 and whole[0] else None


def numbers(said: str, commas: str = "") -> tuple[float, ...]:
    """Give every number that some digits with signs between them can mean; none where they mean no number.

    ``commas`` says what a comma is where it could be both: it stands before ``thousands``, or before ``tenths``.
    """
    if said.isdecimal():
        return (float(said),)
    readings: set[float] = set()
    if _GROUPED.match(said) and said[0] != "0":
        readings.add(_plain(said))
    split = re.match(_WITH_REST, said)
    if split:
        whole, grouped = split["whole"], _GROUPED.match(split["whole"])
        if whole.isdecimal() or (grouped and grouped["sign"] != split["sign"]):
            readings.add(_plain(whole) + _plain(split["rest"]) / 10.0 ** len(split["rest"]))
    if len(readings) > 1 and commas and "," in said:
        return (max(readings) if commas == "thousands" else min(readings),)
    return tuple(sorted(readings))


def _plain(said: str) -> float:
    return float("".join([sign for sign in said if sign.isdecimal()]))


def _sign(said: str, values: tuple[float, ...]) -> str:
    return next(sign for sign in said if not sign.isdecimal()) if len(values) > 1 else ""


def unit_named(text: str) -> str:
    """Give a unit as `amount` writes it."""
    return " ".join(_PERCENT.sub("%", text.translate(_SPACES)).strip(" ,;.:").casefold().split())


def surely_less(one: Amount, other: Amount, unit: str = "") -> bool:
    """Say whether one amount is less than another, however both are read; ``unit`` is what both are counted in.

    Amounts in different units, and parts of different wholes, are not compared.
    """
    if one.of != other.of and one.values != other.values and one.of and other.of:
        return False
    ones, others = _shares(one), _shares(other)
    if bool(one.of) != bool(other.of):
        if (other if one.of else one).unit != "%":
            return False
    elif one.unit != other.unit and {one.unit, other.unit} != {"", unit}:
        return False
    together = zip(ones, others, strict=True) if one.sign and one.sign == other.sign else product(ones, others)
    return all(first < second for first, second in together)


def _shares(given: Amount) -> tuple[float, ...]:
    """Give a part of a whole in per cent, everything else as it is."""
    return tuple([100 * value / given.of for value in given.values]) if given.of else given.values
