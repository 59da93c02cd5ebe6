"""How messages name things: a sticky note by its words, never by its id, several of them as a short list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.model import Element, Theory

LONGEST = 60
"""How many characters of a note a message repeats."""

FEW = 3
"""How many notes a message names before it counts the rest."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def quoted(text: str, longest: int = LONGEST) -> str:
    """Put a text in quotes, its first line only, shortened."""
    line = " ".join(text.split("\n", 1)[0].split())
    return f"‘{line}’" if len(line) <= longest else f"‘{line[: longest - 1].rstrip()}…’"


def name(element: Element) -> str:
    """Name a note by its words; by its id only while it has none."""
    return quoted(element.text or element.id)


def name_of(theory: Theory, known: str) -> str:
    """Name what has this id; a name that nobody declared stands for itself."""
    element = theory.by_id.get(known)
    return name(element) if element else quoted(known)


def names_of(theory: Theory, known: Iterable[str]) -> str:
    """Name several: ``‘A’, ‘B’ and ‘C’``, or ``‘A’, ‘B’, ‘C’ and 4 more``."""
    ids = tuple(known)
    shown = [name_of(theory, one) for one in ids[:FEW]]
    return series(shown, len(ids) - len(shown))


def names(elements: Sequence[Element]) -> str:
    """Name several notes, as `names_of` does."""
    return series([name(one) for one in elements[:FEW]], len(elements[FEW:]))


def capital(text: str) -> str:
    """Begin a text with a capital letter, as a sentence begins, and a note of its own."""
    return text[:1].upper() + text[1:]


def series(parts: Sequence[str], more: int = 0, last: str = " and ") -> str:
    """Join parts with commas, and the last one with an ``and``."""
    said = [*parts, f"{more} more"] if more else [*parts]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])}{last}{said[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """Count something: ``one note``, ``12 notes``."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{said} {one if number == 1 else many or one + 's'}"


def a_kind(kind: str) -> str:
    """Give a kind its article: ``an outcome``, ``a goal``."""
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"
