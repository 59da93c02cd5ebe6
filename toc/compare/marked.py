"""What happened to each thing in a picture of two versions, and lines that say how it was.

A mark is found by an id or an arrow as it is written; a contribution by ``ID by PARTNER``, and by that and its words,
``ID by PARTNER: WORDS``; a reason by ``ID because WORDS``, a note by ``note: WORDS``, and the whole by `WHOLE`. No id
has a space or a colon in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .change import CONTRIBUTION, NOTE, THEORY, Change, How
from .facts import about_of, adds_up
from .words import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.model import Theory

Was = str | tuple[str, str, str]
"""How something was; or, where a picture leaves out how it is, a field, how that was, and how it is now."""

Mark = tuple[str, tuple[Was, ...]]
"""What happened to a thing (added, removed, changed), and how it was."""

WHOLE: Final = "theory:"
"""What finds the mark of the theory as a whole."""

_PLACES: Final = frozenset({"in", "on", "of"})
_UNTOLD: Final = frozenset({"id", "whole", "because"})
_WORDS: Final = frozenset({"text", "what", "title"})
_DRAWN: Final = frozenset(
    {"stage", "horizon", "due", "status", "needs", "enough", "unintended", "baseline", "target", "answer"}
)
"""The details that a picture shows as they are now, so that only what they were has to be said."""

_LONGEST: Final = 160


def marks_of(changes: Iterable[Change], theory: Theory) -> dict[str, Mark]:
    """Mark everything that changed; ``theory`` is where things are looked up by name."""
    hows: dict[str, set[How]] = {}
    were: dict[str, list[Was]] = {}
    for change in changes:
        for key, how, was in _marked(change, theory):
            hows.setdefault(key, set()).add(how)
            were.setdefault(key, []).extend(was)
    return {
        key: ((How.CHANGED if len(several) > 1 else next(iter(several))).value, tuple(were[key]))
        for key, several in hows.items()
    }


def _marked(change: Change, theory: Theory) -> Iterator[tuple[str, How, tuple[Was, ...]]]:
    key = _key(change, change.element)
    if change.kind == NOTE:
        yield f"note: {change.new if change.new is not None else change.old}", change.change, ()
    elif change.kind == CONTRIBUTION and change.change is How.MOVED and isinstance(change.old, str):
        yield _key(change, change.old), How.REMOVED, ()
        yield key, How.ADDED, ()
    elif change.field is None:
        yield key, change.change, ()
        if change.kind == CONTRIBUTION:
            yield f"{key}: {_what(change)}", change.change, ()
    else:
        yield key, How.CHANGED, _was(change, theory)
        if change.field == "because":
            yield _reason(change)


def _key(change: Change, element: str | None) -> str:
    if change.kind == THEORY:
        return WHOLE
    return (
        f"{element or ''} by {change.partners[0]}" if change.kind == CONTRIBUTION and change.partners else element or ""
    )


def _what(change: Change) -> str:
    facts = change.old if change.change is How.REMOVED else change.new
    return next((fact.value for fact in facts or () if not isinstance(fact, str) and fact.field == "what"), "")


def _reason(change: Change) -> tuple[str, How, tuple[Was, ...]]:
    now = on_one_line(str(change.new if change.new is not None else change.old))
    was = (on_one_line(str(change.old)),) if change.change is How.CHANGED else ()
    return f"{change.element} because {now}", change.change, was


def _was(change: Change, theory: Theory) -> tuple[Was, ...]:
    """Say how one field was: words stand alone, everything else behind its name."""
    field = change.field or ""
    old, new = _said(change.old), _said(change.new)
    if field in _UNTOLD:
        return ()
    if field in _PLACES and change.kind != CONTRIBUTION:
        return (f"{field} {_called(str(change.old), theory)}",) if old else ()
    if field in _WORDS:
        return (old,) if old else ()
    if field in _DRAWN and change.kind != CONTRIBUTION and not adds_up(field):
        return (f"{field} {old or '–'}",)
    return ((field, old, new),)


def _said(value: object) -> str:
    words = on_one_line(value) if isinstance(value, str) else ""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _called(name: str, theory: Theory) -> str:
    """Call what something belonged to or was about by its words."""
    about = about_of(name)
    ends = (about,) if isinstance(about, str) else (about.source, about.target)
    found = [theory.get(end) for end in ends]
    return " → ".join([_said(one.text) if one and one.text else end for end, one in zip(ends, found, strict=True)])
