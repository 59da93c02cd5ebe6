"""Amounts and rhythms as people write them; what is not sure is not read."""

from __future__ import annotations

from datetime import date

import pytest

from toc.logic.amounts import amount, numbers, surely_less
from toc.rules.placeholders import may_hold_placeholders, placeholder
from toc.rules.rhythm import rhythm

NUMBERS = {
    "35": (35,),
    "12 000": (12_000,),
    "12'500": (12_500,),
    "1 234 567": (1_234_567,),
    "12,000": (12, 12_000),
    "12.000": (12, 12_000),
    "12,5": (12.5,),
    "12.50": (12.5,),
    "0,125": (0.125,),
    "1,234.56": (1234.56,),
    "1.234,05": (1234.05,),
    "1.234.567,8": (1_234_567.8,),
    "1,234,567": (1_234_567,),
    "1 234,5": (1234.5,),
    "٣٥": (35,),
    "٦٫٥": (6.5,),
    "١٢٬٥٠٠": (12_500,),
    "12.03.2024": (),
    "12,34,5": (),
    "30 40": (),
}

AMOUNTS = {
    "35 %": ((35,), "%", None),
    "35%": ((35,), "%", None),
    "٣٥ ٪": ((35,), "%", None),
    "35 per cent": ((35,), "%", None),
    "48 µg/m³ (2024)": ((48,), "μg/m³", None),
    "30 µg/m³ by 2030": ((30,), "μg/m³", None),
    "71 % in 2025": ((71,), "%", None),
    "50, 2024": ((50,), "", None),
    "2024: 48": ((48,), "", None),
    "41 (mean of 2015 to 2024)": ((41,), "", None),
    "about 20 t CO2": ((20,), "t co2", None),
    "at least 20 %": ((20,), "%", None),
    "12 000": ((12_000,), "", None),
    "2030": ((2030,), "", None),
    "2 million": ((2,), "million", None),
    "1 in 4": ((1,), "", 4),
    "1 in every 4 children": ((1,), "children", 4),
    "35 of 120 schools": ((35,), "schools", 120),
    "1 sur 4": ((1,), "", 4),
    "30–40 %": None,
    "30-40": None,
    "+10 %": None,
    "-5 °C": None,
    "8:30": None,
    "12h30": None,
    "1/4": None,
    "none": None,
    "": None,
    "half of them": None,
    "20 boys and 30 girls": None,
    "PM2.5 at 12 µg/m³": None,
    "9" * 300: None,
}

LESS = [
    ("20 %", "35 %", "", True),
    ("35 %", "20 %", "", False),
    ("35 %", "35 %", "", False),
    ("9,000", "12,000", "", True),
    ("950", "1,200", "", False),
    ("1,200", "950", "", False),
    ("12,000", "15 000", "", True),
    ("1 in 10", "1 in 4", "", True),
    ("20 %", "1 in 4", "", True),
    ("1 in 4", "20 %", "", False),
    ("3 of 20", "5 of 20", "", True),
    ("40 of 100", "50 of 150", "", False),
    ("50 of 150", "40 of 100", "", False),
    ("1 in 4", "20", "", False),
    ("20", "35 %", "%", True),
    ("20", "35 %", "", False),
    ("2 million", "900 000", "", False),
    ("20 households", "35 people", "", False),
]


@pytest.mark.parametrize("said", NUMBERS)
def test_numbers(said):
    assert numbers(said) == pytest.approx(NUMBERS[said])


@pytest.mark.parametrize(
    ("said", "language", "values"),
    [
        ("1,200", "en", (1200,)),
        ("1,200", "en-GB", (1200,)),
        ("1,200", "fr", (1.2,)),
        ("1,200", "ja", (1.2, 1200)),
        ("1,200", None, (1.2, 1200)),
        ("1.200", "en", (1.2, 1200)),
        ("1.200", "de", (1.2, 1200)),
        ("1 200", "fr", (1200,)),
    ],
)
def test_what_a_comma_is(said, language, values):
    assert amount(said, language).values == pytest.approx(values)


@pytest.mark.parametrize("said", AMOUNTS)
def test_amounts(said):
    found, wanted = amount(said), AMOUNTS[said]
    assert (found and tuple(found[:3])) == wanted


@pytest.mark.parametrize(("one", "other", "unit", "less"), LESS)
def test_what_is_surely_less(one, other, unit, less):
    assert surely_less(amount(one), amount(other), unit) == less


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("6 months", "2026-07-15"),
        ("six months", "2026-07-15"),
        ("every quarter", "2026-04-15"),
        ("Twice a year.", "2026-07-15"),
        ("once a year", "2027-01-15"),
        ("every other month", "2026-03-15"),
        ("every 2 weeks", "2026-01-29"),
        ("half-year", "2026-07-15"),
        ("monthly", "2026-02-15"),
        ("tous les six mois", "2026-07-15"),
        ("2 ans", "2028-01-15"),
        ("deux fois par an", "2026-07-15"),
        ("cada trimestre", "2026-04-15"),
        ("when the moon is full", None),
        ("often", None),
        ("0 months", None),
        ("after every flood", None),
        ("", None),
    ],
)
def test_how_often(said, day):
    found = rhythm(said)
    assert (found and found.after(date(2026, 1, 15)).isoformat()) == day


def test_the_end_of_a_month():
    assert rhythm("month").after(date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("TBD", "TBD"),
        ("Families eat ??? each day", "???"),
        ("somebody???", "???"),
        ("…", "…"),
        (" ... ", "..."),
        ("?", "?"),
        ("XX", "XX"),
        ("source: tbc", "tbc"),
        ("to be confirmed", "to be confirmed"),
        ("(à définir)", "(à définir)"),
        ("first line\n…", "…"),
        ("Who pays?", None),
        ("Really??", None),
        ("More trees, more shade…", None),
        ("Roads to be confirmed by the council", None),
        ("Todo el mundo lee", None),
        ("Le XXe siècle", None),
        ("TBC-free herds", None),
        ("", None),
    ],
)
def test_placeholders(text, sign):
    assert placeholder(text) == sign
    assert may_hold_placeholders(["Families eat together", text]) or sign is None
