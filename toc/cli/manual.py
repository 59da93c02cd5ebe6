"""The manual at the command line: checks, kinds and details, out of the tables and docstrings that define them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import STAGES
from toc.near import nearest
from toc.rules.catalogue import RULES, explain
from toc.rules.reading import COMPARING, READING
from toc.vocabulary import KEYS, KINDS, NESTED_WORDS, PLACES, SYNONYMS

from .terminal import Row, Style, Styled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.rules.rule import Rule
    from toc.vocabulary import Key, Kind

CHECKS = (*READING, *RULES, *COMPARING)
"""All checks, in the order in which they are listed."""

ARROW_LINES = (
    ("->", "leads to"),
    ("<-", "needs: the same arrow, written at its other end"),
    ("~>", "feeds back to: a loop that is meant"),
    ("-|", "works against"),
)
"""The arrows, as they are typed, and how they are read."""

_PLACES = {**NESTED_WORDS, "by": "contribution", **{sign: "arrow" for sign, _ in ARROW_LINES}}
"""What words are called in the vocabulary that people type in another way."""


class UnknownWordError(Exception):
    """A word that is no check, kind or detail; the message is a sentence with the one that was meant."""


def about(word: str) -> Iterator[Row]:
    """Tell about whatever a word names; raises UnknownWordError."""
    name = word.strip().strip("[]").lower()
    name = _PLACES.get(name, name)
    rule = next((rule for rule in CHECKS if rule.name == name), None)
    if rule is None and name not in PLACES and name not in KEYS:
        raise UnknownWordError(_unknown(word))
    if rule:
        yield from _of_rule(rule)
    if name in PLACES:
        yield from _of_kind(PLACES[name])
    if name in KEYS:
        yield from _of_key(name)


def overview() -> Iterator[Row]:
    """List all kinds and checks, each in one line, and the names of all details."""
    others = [("by", PLACES["contribution"].about), ("->", PLACES["arrow"].about)]
    for title, entries in (
        ("Kinds", [*[(kind.name, kind.about) for kind in KINDS.values()], *others]),
        ("Checks", [(rule.name, summary(rule.name)) for rule in CHECKS]),
    ):
        yield Row((Styled(title, Style.STRONG),))
        width = max([len(name) for name, _ in entries])
        yield from [Row((f"  {name:<{width}}  ", said), indent=width + 4) for name, said in entries]
        yield Row()
    yield Row((Styled("Details", Style.STRONG),))
    yield Row((f"  {', '.join(sorted(KEYS))}",), indent=2)
    yield Row()
    yield Row((Styled("More about one of them: toc explain WORD", Style.FAINT),))


def summary(rule: str) -> str:
    """Say in one line what a check is about; nothing for one that nobody knows."""
    return " ".join((explain(rule) or "").strip().split("\n\n")[0].split())


def _unknown(word: str) -> str:
    rules = [rule.name for rule in CHECKS]
    near = SYNONYMS.get(word.lower()) or nearest(word, (*rules, *KINDS, *KEYS))
    meant = f"Did you mean {near}?" if near else "To see them all: toc explain"
    return f"There is no check, kind or detail called ‘{word}’. {meant}"


def _of_rule(rule: Rule) -> Iterator[Row]:
    yield Row((Styled(rule.name, Style.STRONG),))
    yield Row((Styled(_loudness(rule), Style.FAINT),))
    yield Row()
    yield from _of_markdown(explain(rule.name) or "")


def _loudness(rule: Rule) -> str:
    if rule in COMPARING:
        return "told by toc diff --breaking"
    return ", ".join([f"{stage}: {severity.value if (severity := rule.at(stage)) else 'silent'}" for stage in STAGES])


def _of_markdown(text: str) -> Iterator[Row]:
    """Put each paragraph on one row; what stands between fences is shown as it is, stepped in."""
    paragraph: list[str] = []
    fenced = False
    for line in [*text.strip().split("\n"), ""]:
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield Row((Styled(f"    {line}", Style.ADVICE),), indent=8)
        elif line.strip():
            paragraph.append(line.strip())
        elif paragraph:
            yield Row((" ".join(paragraph),))
            yield Row()
            paragraph = []
        else:
            yield Row()


def _of_kind(kind: Kind) -> Iterator[Row]:
    name = "by" if kind is PLACES["contribution"] else kind.name
    yield Row((Styled(name, Style.STRONG), f": {kind.about}"), indent=2)
    if kind is PLACES["arrow"]:
        yield from [Row((f"  {sign}  {reads}",), indent=6) for sign, reads in ARROW_LINES]
    yield Row(("Below it may stand:",))
    yield from [Row((f"  {key.name}: ", _meaning(key)), indent=4) for key in kind.keys]


def _of_key(name: str) -> Iterator[Row]:
    """Tell what a key means; the places where it means the same share a row."""
    homes: dict[Key, list[str]] = {}
    for place in KEYS[name]:
        key = PLACES[place].key(name)
        if key is not None:
            homes.setdefault(key, []).append(place)
    yield Row((Styled(name, Style.STRONG),))
    for key, places in homes.items():
        names = ["by" if place == "contribution" else place for place in places]
        where = "everything" if len(places) > len(PLACES) // 2 else ", ".join(names)
        yield Row(("  under ", Styled(where, Style.STRONG), ": ", _meaning(key)), indent=4)


def _meaning(key: Key) -> str:
    values = f" ({', '.join(key.choices)})" if key.choices else ""
    return f"{key.about}{values}{'; may repeat' if key.repeats else ''}"
