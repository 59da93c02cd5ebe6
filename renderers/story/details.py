"""The details of an element, arrow or contribution in words, and tables: nothing that was typed gets lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.vocabulary import PLACES, Takes

from ..escape import link_target, one_line
from ..languages import capital
from .sentences import ended, md

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from toc.model import Detail

    from .teller import Teller

_TOLD_ELSEWHERE = frozenset({"call", "edition", "ignore", "in", "label", "language", "on", "stage"})

_GROUPS = frozenset({"better", "role", "status"})
"""The keys whose fixed words have a group of their own in the language packs."""

_TAKES = {key.name: Takes.TEXT for place in PLACES.values() for key in place.keys} | {
    key.name: key.takes for place in PLACES.values() for key in place.keys if key.takes is not Takes.TEXT
}


_LAST = ("note", "tag")
_ORDER = {key: at for at, key in enumerate([*[key for key in _TAKES if key not in _LAST], *_LAST])}


def value(teller: Teller, key: str, text: str) -> str:
    """Say the value of a detail in words, as Markdown: dates, names of partners, fixed words, safe links."""
    return link(text) if key == "url" else md(spoken(teller, key, text))


def spoken(teller: Teller, key: str, text: str) -> str:
    """Say the value of a detail in plain words, which are no markup of any format yet."""
    words, takes = teller.words, _TAKES.get(key, Takes.TEXT)
    if takes is Takes.DATE:
        return words.date(text)
    if key == "every":
        return words.often(text)
    if takes is Takes.CHOICE or key == "status":
        return words.value(key if key in _GROUPS else "value", text)
    if takes in (Takes.LINKING, Takes.NAMES) or key == "shared":
        return _named(teller, text)
    return text


def _named(teller: Teller, text: str) -> str:
    """Put names where ids stand; free words stay."""
    if teller.theory.get(text):
        return teller.name(text)
    parts = [part.strip() for part in text.split(",")]
    if not any(teller.theory.get(part) for part in parts):
        return text
    return teller.words.joined(tuple([teller.name(part) for part in parts]))


def link(address: str) -> str:
    """Write an address as a link where it is safe to follow, else as text."""
    target = link_target(one_line(address))
    return f"[{md(address)}]({target})" if target and not target.startswith("#") else md(address)


def pairs(teller: Teller, details: Sequence[Detail], told: Collection[str] = ()) -> list[tuple[str, str]]:
    """Give what is left to say of some details: label and value, a repeated key once with all its values."""
    found: dict[str, list[str]] = {}
    for detail in details:
        if detail.key not in _TOLD_ELSEWHERE and detail.key not in told and detail.value.strip():
            found.setdefault(detail.key, []).append(value(teller, detail.key, detail.value))
    ordered = sorted(found.items(), key=lambda each: _ORDER.get(each[0], len(_ORDER)))
    return [(key, teller.words("punctuation.and-so-on").join(values)) for key, values in ordered]


def remarks(teller: Teller, details: Sequence[Detail], told: Collection[str] = ()) -> str:
    """Say what is left of some details in one line: ``status: active; cost: 300 EUR``; empty where nothing is left."""
    words = teller.words
    said = [
        text if key == "better" else words("punctuation.label", label=label(teller, key), text=text)
        for key, text in pairs(teller, details, told)
    ]
    return words("punctuation.and-so-on").join(said)


def label(teller: Teller, key: str) -> str:
    """Call a key by its name in the language of the story; an unknown key by its own; ``kind.goal`` by its kind."""
    if key.startswith("kind."):
        return teller.words.heading(key.removeprefix("kind."))
    found = teller.words.phrases.get(f"key.{key}")
    return found if isinstance(found, str) and found else md(key)


def sentence(text: str) -> str:
    """Make a sentence of a line of remarks; nothing of nothing."""
    return ended(capital(text)) if text else ""


def table(teller: Teller, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Write a table; columns without a single entry are left out. ``columns`` are keys of the language pack."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    if not kept:
        return ()
    heads = [capital(label(teller, columns[at])) for at in kept]
    lines = [heads, ["---"] * len(kept), *[[row[at] or " " for at in kept] for row in rows]]
    return ("\n".join([f"| {' | '.join(line)} |" for line in lines]),)


def bullets(items: Sequence[str]) -> tuple[str, ...]:
    """Write a list."""
    return ("\n".join([f"- {item}" for item in items]),) if items else ()
