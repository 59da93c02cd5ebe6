"""What can be asked of a theory, and the words that may be used for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.model import CAUSAL_KINDS
from toc.near import nearest
from toc.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

DRAWN = CAUSAL_KINDS | {"barrier", "pathway", "aim", "stakeholder"}
"""The kinds that can be an end of a link."""

DETAILS = {"reasons": "because", "status": "status", "dates": "due", "ceiling": "ceiling"}
"""What can be hidden and is a detail, and the key that it is written with."""

_PLURALS = {**{f"{kind}s": kind for kind in KINDS}, "activities": "activity"}
AROUND = frozenset({"bands", "legend", "pathways", "title"})
"""What can be hidden of a picture without anything going from the theory."""

_ELSEWHERE = ("contributions", "notes", *sorted(AROUND))
"""What can be hidden and is neither a kind nor a detail."""

_LISTED = 8
"""Names that a sentence lists where none is near; more would be no answer."""


class ViewTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """A view of something that does not exist; the message is a sentence that says so, and what may be meant."""


@dataclass(frozen=True, slots=True)
class View:
    """What to show of a theory. Several questions at once narrow each other down.

    ``focus`` is an element with everything that leads to it (``down``) or follows from it (``up``), as many steps
    away as ``depth`` says, or all. ``partner`` is what that partner contributes to, its aims, and where this leads.
    ``pathway`` is its members and what they touch directly. ``kinds`` keeps only elements of these kinds; of what is
    attached to them (assumptions, indicators…) everything, unless such a kind is named too. ``hide`` leaves
    out kinds, ``reasons``, ``contributions``, ``notes``, ``dates``, ``status`` and the like.
    """

    focus: str | None = None
    depth: int | None = None
    partner: str | None = None
    pathway: str | None = None
    kinds: frozenset[str] = frozenset()
    hide: frozenset[str] = frozenset()
    up: bool = True
    down: bool = True


def kinds_named(words: Iterable[str]) -> frozenset[str]:
    """Read the names of kinds, for one or for many; raises ViewTrouble for a kind that there is not."""
    return frozenset([_kind(word) for word in words])


def kinds_hidden(words: Iterable[str]) -> frozenset[str]:
    """Read what is to be left out, and give the kinds of it; raises ViewTrouble for what cannot be left out."""
    kinds = set()
    for word in words:
        if word in _PLURALS or word in KINDS:
            kinds.add(_kind(word))
        elif word not in DETAILS and word not in _ELSEWHERE:
            known = [*_PLURALS, *DETAILS, *_ELSEWHERE]
            raise ViewTrouble(_sentence(f"There is nothing called {word} to hide.", word, known))
    return frozenset(kinds - {"pathway"})


def no_such(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name does not exist, and which one may be meant."""
    return _sentence(f"There is no {what} {name}.", name, known)


def _kind(word: str) -> str:
    kind = _PLURALS.get(word, word)
    if kind not in KINDS:
        raise ViewTrouble(_sentence(f"There is no kind {word}.", word, [*KINDS, *_PLURALS]))
    return kind


def _sentence(says: str, word: str, known: Iterable[str]) -> str:
    names = tuple(known)
    near = nearest(word, names)
    if near:
        return f"{says} Did you mean {near}?"
    if not names:
        return f"{says} There is none yet."
    if len(names) > _LISTED:
        return says
    return f"{says} There {'is only' if len(names) == 1 else 'are'} {', '.join(names)}."
