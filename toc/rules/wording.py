"""Looking at words: which they are, whether two texts say the same, and what a statement seems to be.

What a word means depends on its language, so the lists stand in `toc.rules.words`, one folder a language. Where there
is no list for a language, nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .words import Link, Words

_WORD = re.compile(r"\w+")
SHORTEST_HALF = 2
"""How many words stand at least before the words that join two halves."""

MOST_COMPARED = 50
"""With how many texts one text is compared at most, not counting those that have nothing in common with it."""


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def alike(
    ones: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]], share: float
) -> Iterator[tuple[int, int]]:
    """Find for each text the first of the others with at least this share of words in common.

    A text this alike has one of the rarest words of the other: so many of them that no more can be missing.
    """
    mine, theirs = [frozenset(text) for text in ones], [frozenset(text) for text in others]
    often = Counter(chain.from_iterable(map(frozenset().union(*mine).intersection, theirs)))
    left = [MOST_COMPARED] * len(mine)
    index: dict[str, list[int]] = {}
    for place, words in enumerate(mine):
        rarest = sorted(words, key=lambda word: (often[word], word))
        for word in rarest[: len(words) - ceil(share * len(words)) + 1]:
            index.setdefault(word, []).append(place)
    found: list[tuple[int, int]] = []
    telling = frozenset(index)
    for other, words in enumerate(theirs):
        for place in _waiting(telling & words, index, left):
            left[place] -= 1
            common = len(words & mine[place])
            if common >= share * (len(words) + len(mine[place]) - common):
                found.append((place, other))
                left[place] = 0
    yield from sorted(found)


def _waiting(words: frozenset[str], index: dict[str, list[int]], left: list[int]) -> list[int]:
    """Give the texts with one of these words that may still be compared, and forget those that may not."""
    for word in words:
        index[word] = [place for place in index[word] if left[place] > 0]
    return sorted({place for word in words for place in index[word]})


def twins(texts: Sequence[frozenset[str]], share: float) -> Iterator[tuple[int, int]]:
    """Find for each text the first one before it with at least this share of words in common, itself no twin.

    As in `alike`, a text this alike has one of the rarest words of the other; each is compared with a few at most.
    """
    often = Counter(chain.from_iterable(texts))
    exactly: dict[frozenset[str], int] = {}
    index: dict[str, list[int]] = {}
    for place, words in enumerate(texts):
        if not words:
            continue
        if words in exactly:
            yield exactly[words], place
            continue
        rarest = sorted(words, key=lambda word: (often[word], word))
        telling = [word for word in rarest[: len(words) - ceil(share * len(words)) + 1] if often[word] > 1]
        near = {one for word in telling for one in index.get(word, ())[-MOST_COMPARED:]}
        first = _first_alike(words, texts, sorted(near), share)
        exactly[words] = place if first is None else first
        if first is not None:
            yield first, place
            continue
        for word in telling:
            index.setdefault(word, []).append(place)


def _first_alike(
    words: frozenset[str], texts: Sequence[frozenset[str]], others: Sequence[int], share: float
) -> int | None:
    for other in others:
        common = len(words & texts[other])
        if common >= share * (len(words) + len(texts[other]) - common):
            return other
    return None


def is_doing(text: str, kind: str, words: Words) -> bool:
    """Say whether a statement tells what is done rather than what changes. Rather too seldom than too often."""
    said = words_of(text.split("\n", 1)[0])
    while said and said[0] in words.skipped:
        said = said[1:]
    if not said:
        return False
    if _opens_with_a_verb(said, kind, words):
        return True
    return words.change.isdisjoint(said) and (_was_done(said, words) or _is_an_event(said, words))


def _opens_with_a_verb(said: tuple[str, ...], kind: str, words: Words) -> bool:
    """Look for ``Train 500 farmers``; a word that is a noun too counts only where what follows shows it is a verb."""
    for length in (3, 2, 1):
        opening, following = " ".join(said[:length]), said[length:]
        if following and opening in words.verbs:
            return kind != "goal" or opening not in words.goal_verbs
    opening, following = said[0], said[1:]
    if not following or (kind == "goal" and opening in words.goal_verbs):
        return False
    if opening not in words.object_verbs:
        return opening in words.noun_verbs and _counts(following[0], words)
    if following[0] in words.people or following[0] in words.events or following[0] in words.things:
        return words.change.isdisjoint(following[1:2])
    return _counts(following[0], words)


def _counts(word: str, words: Words) -> bool:
    return word.isdecimal() or word in words.determiners


def _was_done(said: tuple[str, ...], words: Words) -> bool:
    """Look for ``Workshops held``, ``500 farmers trained in composting``: a subject, then what was done with it."""
    for place in range(1, len(said)):
        if place + 1 < len(said) and said[place + 1] not in words.prepositions:
            continue
        for participles, subjects in words.done:
            if said[place] in participles and said[place - 1] in subjects:
                return True
    return False


def _is_an_event(said: tuple[str, ...], words: Words) -> bool:
    """Look for ``Annual conference``, ``Training for nurses``: an event as the head of a text that says no change."""
    end = next((place for place, word in enumerate(said) if word in words.prepositions), len(said))
    head, rest = said[:end], said[end:]
    if not head or len(head) > words.longest_head or len(rest) > words.longest_tail:
        return False
    named = head[0] if words.head_comes_first else head[-1]
    return named in words.events or named in words.gatherings


def joined_levels(text: str, words: Words) -> tuple[str, str] | None:
    """Give the two halves of a statement that holds both a step and what it leads to, or None."""
    line = text.split("\n", 1)[0]
    folded = line.casefold()
    links = [link for link in words.joining if link.phrase in folded]
    if not links:
        return None
    found = list(_WORD.finditer(line))
    said = [match[0].casefold() for match in found]
    for place in range(1, len(said) - 1):
        for link in links:
            end = place + len(link.words)
            if tuple(said[place:end]) == link.words and _joins(link, said, place, line[: found[place].start()]):
                left, right = line[: found[place].start()], line[found[end - 1].end() :]
                return left.strip(" ,;:–—"), right.strip(" ,;:–—'’.")
    return None


def _joins(link: Link, said: list[str], place: int, before: str) -> bool:
    """Say whether words join two halves here: at least two words before them, and no word that makes them harmless."""
    end = place + len(link.words)
    if place < SHORTEST_HALF or end >= len(said) or said[end] in link.not_before:
        return False
    return before.rstrip().endswith((",", ";", "–", "—")) or not (link.comma or said[place - 1] in link.not_after)
