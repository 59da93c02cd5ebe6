"""What Excel accepts: texts that fit a cell and stay text, names of sheets, numbers shown as they were said."""

from __future__ import annotations

import re
from typing import Final

from ..escape import clean, one_line

_LONGEST: Final = 32_767
"""The most characters that a cell can hold."""

_NAME: Final = 31
"""The most characters in the name of a sheet; Excel counts those outside the basic plane twice, here as in cells."""

_FORMULAS: Final = ("=", "+", "-", "@")
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_FORMAT: Final = 250
_EXACT: Final = 15
"""How many digits of a number Excel keeps."""


def fitting(text: str) -> str:
    """Give a text as a cell can hold it; where it is cut, that can be seen."""
    whole = clean(text)
    return whole if whole == _cut(whole, _LONGEST) else f"{_cut(whole, _LONGEST - 1)}…"


def is_like_formula(text: str) -> bool:
    """Say whether a text begins like a formula: it is marked as text, so that it stays text when it is edited."""
    return text.lstrip().startswith(_FORMULAS)


def number_format(text: str, value: float) -> str | None:
    """Give the format in which a number shows the words around it: ``0" mg/l (2024)"``.

    None where no format can show them; then the words matter more than the number.
    """
    if not text:
        return "General"
    found = _NUMBER.search(text)
    if found is None or float(found[0]) != value or '"' in text or not is_exact(found[0]):
        return None
    before, after = [f'"{clean(part)}"' if part else "" for part in (text[: found.start()], text[found.end() :])]
    _, point, rest = found[0].partition(".")
    made = f"{before}0{point}{'0' * len(rest)}{after}"
    return made if len(made) <= _LONGEST_FORMAT else None


def is_exact(digits: str) -> bool:
    """Say whether Excel can give these digits back: neither too many, nor a zero before them."""
    return len(digits.replace(".", "")) <= _EXACT and str(int(digits.partition(".")[0])) == digits.partition(".")[0]


def free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that Excel accepts for a sheet and that no other sheet of the book has; take it."""
    name = _trimmed(one_line(wanted.translate(_NOT_IN_NAMES)), _NAME) or "toc"
    first, number = name, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{_trimmed(first, _NAME - len(str(number)) - 1)} {number}"
    taken.add(name.casefold())
    return name


def _trimmed(name: str, length: int) -> str:
    """Cut a name, without the quotes and spaces that must not stand at its ends."""
    return _cut(name.strip("' "), length).strip("' ")


def _cut(text: str, length: int) -> str:
    """Keep as much of the beginning as Excel counts as this many characters, which are those of UTF-16."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")
