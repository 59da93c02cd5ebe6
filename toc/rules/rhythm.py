"""How often, as people write it: ``6 months``, ``every quarter``, ``twice a year``, ``tous les six mois``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from toc.logic.dates import months_after


class Rhythm(NamedTuple):
    """A stretch of time in months and days."""

    months: int
    days: int = 0

    def after(self, day: date) -> date:
        """Give the day that far after another one."""
        return months_after(day, self.months) + timedelta(self.days)


_UNITS = {
    "day": Rhythm(0, 1), "week": Rhythm(0, 7), "fortnight": Rhythm(0, 14), "month": Rhythm(1), "quarter": Rhythm(3),
    "half-year": Rhythm(6), "half year": Rhythm(6), "year": Rhythm(12), "spring": Rhythm(12), "autumn": Rhythm(12),
    "daily": Rhythm(0, 1), "weekly": Rhythm(0, 7), "monthly": Rhythm(1), "quarterly": Rhythm(3), "yearly": Rhythm(12),
    "annually": Rhythm(12), "jour": Rhythm(0, 1), "semaine": Rhythm(0, 7), "mois": Rhythm(1), "trimestre": Rhythm(3),
    "semestre": Rhythm(6), "an": Rhythm(12), "année": Rhythm(12), "día": Rhythm(0, 1), "semana": Rhythm(0, 7),
    "mes": Rhythm(1), "mese": Rhythm(1), "año": Rhythm(12),
}  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "other": 2, "second": 2,
    "third": 3, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "neuf": 9, "dos": 2, "tres": 3, "cuatro": 4,
    "seis": 6,
}  # fmt: skip
_OFTEN = {"once": 1, "twice": 2, "une fois": 1, "deux fois": 2, "dos veces": 2, "una vez": 1}
_EVERY = r"(?:(?:every|each|at least every|tous les|toutes les|chaque|cada|all)\s+)?"
_PLAIN = rf"{_EVERY}(?:(\d{{1,3}}|[^\W\d]+)\s+)?([^\W\d]+(?:[- ]year)?)"
_SHARE = r"(.+?)\s+(?:a|per|each|every|par|al|por)\s+([^\W\d]+)"


def rhythm(text: str) -> Rhythm | None:
    """Read how often; None for what is not sure to be a rhythm."""
    said = " ".join(text.casefold().strip(" .").split())
    share = re.fullmatch(_SHARE, said)
    if share and share[1] in _OFTEN:
        unit = _unit(share[2])
        return Rhythm(unit.months // _OFTEN[share[1]]) if unit and unit.months else None
    plain = re.fullmatch(_PLAIN, said)
    unit = _unit(plain[2]) if plain else None
    if plain is None or unit is None:
        return None
    number = _NUMBERS.get(plain[1], 0) if plain[1] and not plain[1].isdecimal() else int(plain[1] or 1)
    return Rhythm(unit.months * number, unit.days * number) if number else None


def _unit(word: str) -> Rhythm | None:
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s")) or _UNITS.get(word.removesuffix("es"))
