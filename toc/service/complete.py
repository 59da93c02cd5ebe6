"""Completion: what can come at a place in the text, the best first.

The line up to the cursor decides what is asked for, and what it stands under decides what fits. The line may be half
typed and everything around it broken. Nothing is offered inside words that are free.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from toc.lines import SPACES
from toc.vocabulary import KEYS, KINDS

from .offers import Around, Offer, first_words, kinds_called, mentions, partners, rules, targets, values
from .standing import standing
from .text import ARROWS, COMMA, bare_at, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.load import Loaded

MOST = 50
"""How many options there are at most."""

_GAP = f"[{SPACES}]"
_KIND = re.compile(rf"(?i)({'|'.join(KINDS)}|assuming){_GAP}+([^{SPACES}:：]*)$")
_RULE = re.compile(rf"(?i)(ignore|call){_GAP}+([^{SPACES}:：]*)$")
_KEY = re.compile(rf"(?i)({'|'.join(KEYS)})(?:[. {SPACES}][^:：]*?)?{_GAP}*[:：]{_GAP}*(.*)$")
_BY = re.compile(rf"(?i)by{_GAP}+(?:[^:：]*{COMMA}{_GAP}*)?([^:：,，،]*)$")
_ARROW = re.compile(rf"({ARROWS}){_GAP}*(?:[^:：]*{COMMA}{_GAP}*)?([^:：,，،]*)$")
_WORD = re.compile(r"[^\W\d][\w-]*$|[-<~]{0,2}$")
_REST_OF_WORD = re.compile(r"[\w-]*")


class _Ask(NamedTuple):
    """What is asked for: the offers, and what was typed of it, which the chosen one replaces."""

    offers: Iterator[Offer]
    typed: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can come here: ``insert`` replaces what was typed, ``detail`` says in words what it is.

    ``kind`` says what it is: ``kind``, ``key``, ``arrow``, ``value``, ``rule``, or for a name the kind of its element.
    """

    label: str
    insert: str
    detail: str
    kind: str


@dataclass(frozen=True, slots=True)
class Completion:
    """The options for the stretch from ``start`` to ``end``; where nothing fits, both are the place asked about."""

    start: int
    end: int
    options: tuple[Option, ...] = ()


def complete(loaded: Loaded, file: str, offset: int) -> Completion:
    """Give what can come at a place, at most `MOST` options; raises KeyError for a file that the theory has not."""
    source = source_of(loaded, file)
    place = min(max(offset, 0), len(source.text))
    line = bare_at(source.text, place)
    head = source.text[min(line.at, place) : place]
    if place < line.at and line.words:
        return Completion(place, place)
    if place < line.at:
        line = line._replace(indent=source.text[line.start : place])
    ask = _ask(head, Around(loaded, source, line, standing(source.text, line)))
    if ask is None:
        return Completion(place, place)
    rest = _REST_OF_WORD.match(source.text, place, line.end)
    end = rest.end() if rest else place
    more = bool(source.text[end : line.end].strip(SPACES))
    options = [_option(offer, more=more) for offer in _best(ask)]
    return Completion(place - len(ask.typed), end, tuple(options)) if options else Completion(place, place)


def _best(ask: _Ask) -> list[Offer]:
    """Sort by how well the offers fit, then by how likely they are here, which is the order they come in."""
    fitting = [
        (fit, number, offer) for number, offer in enumerate(ask.offers) if (fit := offer.fit(ask.typed)) is not None
    ]
    unique: dict[str, Offer] = {}
    for _, _, offer in sorted(fitting, key=lambda one: one[:2]):
        unique.setdefault(offer.label, offer)
    return list(unique.values())[:MOST]


def _option(offer: Offer, *, more: bool) -> Option:
    """In front of words that stand there already, the colon and the space do as well."""
    return Option(offer.label, offer.label if more else offer.label + offer.after, offer.detail, offer.kind)


def _ask(head: str, around: Around) -> _Ask | None:
    if found := _KEY.match(head):
        return _ask_value(found, around)
    if found := _ARROW.match(head):
        return _Ask(targets(around, found[1]), found[2])
    if found := _BY.match(head):
        return _Ask(partners(around), found[1])
    if found := _RULE.match(head):
        return _Ask(rules() if found[1].casefold() == "ignore" else kinds_called(), found[2])
    if found := _KIND.match(head):
        return _Ask(mentions(around, found[1].casefold()), found[2])
    if _WORD.match(head):
        return _Ask(first_words(around), head)
    return None


def _ask_value(found: re.Match[str], around: Around) -> _Ask | None:
    asked = values(around, found[1].casefold(), found[2])
    return _Ask(*asked) if asked else None
