"""What was dropped without a word: a goal, or something that a partner had confirmed.

A partnership may drop anything, but everybody should be able to read why. What explains it is what has been written
since the older version: a session, a next step, a disagreement or a note that mentions it, by its id or in its
words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .again import made_again
from .change import CONTRIBUTION, NOTE, Change, How
from .words import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.model import Theory

_FIRM: Final = frozenset({"confirmed", "delivered"})
_PROMISED: Final = frozenset({"confirmed-by", "confirmed-on"})
_EXPLAIN: Final = frozenset({"session", "action", "disagreement", NOTE})
_SAYS_NOTHING: Final = frozenset({"present", "decision", "due", "status", "until"})


class Dropped(NamedTuple):
    """Something that was dropped. ``name`` is what an accepted change calls it: ``clean-air``, ``walks by council``."""

    name: str
    change: Change


def unexplained(changes: Iterable[Change], old: Theory) -> tuple[Dropped, ...]:
    """Find what was dropped and is mentioned nowhere; ``old`` is the older theory."""
    found = _with_steps(tuple(changes))
    said = "\n".join([on_one_line(text).casefold() for change in found for text in _explanations(change)])
    given = _given(old)
    noted = {change.element for change in found if change.field == "note" and change.new is not None}
    return tuple(
        [
            Dropped(_name(change), change)
            for change in found
            if _is_dropped(change)
            and change.element not in noted
            and not any(_mentions(said, words) for words in _words(change, old, given))
        ]
    )


def _with_steps(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Put what happened to a contribution that is still made in place of its being gone and having come."""
    again = {id(each.gone): each for each in made_again(changes)}
    come = {id(each.come) for each in again.values()}
    left = [each for each in changes if id(each) not in come]
    return tuple([step for each in left for step in (again[id(each)].steps if id(each) in again else (each,))])


def _is_dropped(change: Change) -> bool:
    if change.kind == CONTRIBUTION and change.field is None:
        return any(field in _PROMISED or (field == "status" and value in _FIRM) for field, value in _facts(change.old))
    if change.kind == CONTRIBUTION:
        return change.field == "status" and change.old in _FIRM and change.new not in _FIRM
    if change.field == "kind":
        return change.old == "goal"
    return change.kind == "goal" and change.change is How.REMOVED and change.field is None


def _facts(value: object) -> tuple[tuple[str, str], ...]:
    return value if isinstance(value, tuple) else ()


def _explanations(change: Change) -> Iterator[str]:
    if change.kind in _EXPLAIN and isinstance(change.new, str) and change.field not in _SAYS_NOTHING:
        yield change.new
    elif change.kind in _EXPLAIN:
        yield from [value for field, value in _facts(change.new) if field not in _SAYS_NOTHING]
    elif change.field == "note" and isinstance(change.new, str):
        yield change.new


def _given(old: Theory) -> dict[tuple[str, str], list[str]]:
    """Give the words of what partners contribute, by who gives and to what."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in old.contributions:
        found.setdefault((each.partner, str(each.to)), []).append(each.what)
    return found


def _words(change: Change, old: Theory, given: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
    """Give the words by which it can be mentioned."""
    name = change.element or ""
    element = old.get(name)
    words = [name, element.text if element else ""]
    if change.kind == CONTRIBUTION and change.field is None:
        words += [value for field, value in _facts(change.old) if field == "what"]
    elif change.kind == CONTRIBUTION:
        words += given.get((change.partners[0] if change.partners else "", str(change.element)), [])
    yield from [each for each in words if each.strip()]


def _mentions(text: str, words: str) -> bool:
    """Say whether a text has these words, not as a part of longer ones."""
    wanted = on_one_line(words).casefold()
    return wanted in text and re.search(rf"(?<![\w-]){re.escape(wanted)}(?![\w-])", text) is not None


def _name(change: Change) -> str:
    name = change.element or "theory"
    return f"{name} by {change.partners[0]}" if change.kind == CONTRIBUTION else name
