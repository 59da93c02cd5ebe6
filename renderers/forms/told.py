"""What a template can ask for: every kind of thing in a theory, each with its words and details, as plain words.

A thing is a table of names: ``text``, ``id``, every detail that its kind can have (``-`` written ``_``; empty where
nobody wrote it), ``results`` (what it is about), ``partners`` (who contributes), and what is about it: ``indicators``,
``assumptions``, ``risks``, ``evidence``. Details are said as in our reports: days in words, names instead of ids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from toc.model import LinkRef
from toc.vocabulary import PLACES

from ..escape import clean, one_line
from ..reports.telling import subjects
from ..story.details import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import About, Detail, Element

    from ..reports.asked import Asked

Thing = dict[str, Any]
"""One thing: names and words, and lists of the things that are about it."""

BESIDE: Final = {"indicator": "indicators", "assumption": "assumptions", "risk": "risks", "evidence": "evidence"}
"""The kinds that are about something, and what they are called in a thing."""

_NO_THINGS: Final = frozenset({"theory", "contribution", "arrow", "margin"})
_WITHIN: Final = frozenset({"in", "ignore", "label", "call", "edition", "bank"})

KINDS: Final = tuple([kind for kind in PLACES if kind not in _NO_THINGS])
"""The kinds of which there are things."""


def called(key: str) -> str:
    """Give a detail the name that templates use."""
    return key.replace("-", "_")


def names_of(kind: str) -> tuple[str, ...]:
    """Give what a template can ask of a kind."""
    keys = [called(key.name) for key in PLACES[kind].keys if key.name not in _WITHIN]
    if kind == "theory":
        return ("title", *keys)
    more = ["text", "id", *keys, "results", "partners"]
    return tuple(dict.fromkeys(more if kind in BESIDE else [*more, *BESIDE.values()]))


def plural(kind: str) -> str:
    """Give the name of all things of a kind: ``outputs``, ``activities``."""
    return BESIDE.get(kind) or (f"{kind[:-1]}ies" if kind.endswith("y") and kind != "pathway" else f"{kind}s")


def whole(asked: Asked) -> Thing:
    """Give the theory itself: its title and its details."""
    found = dict.fromkeys(names_of("theory"), "")
    return found | _details(asked, asked.theory.details, found) | {"title": asked.called}


def things(asked: Asked, kind: str) -> list[Thing]:
    """Give all things of a kind, in reading order."""
    return [_thing(asked, element) for element in asked.theory.of_kind(kind)]


def _thing(asked: Asked, element: Element) -> Thing:
    found = _alone(asked, element)
    if element.kind not in BESIDE:
        for kind, name in BESIDE.items():
            found[name] = [_alone(asked, one) for one in _about(asked, element, kind)]
    return found


def _about(asked: Asked, element: Element, kind: str) -> Iterable[Element]:
    """Give what is about an element, or about a step that it leads to: there a logframe looks for assumptions."""
    steps = [about for about in asked.teller.about if isinstance(about, LinkRef) and about.source == element.id]
    places: list[About] = [element.id, *steps]
    return dict.fromkeys([one for about in places for one in asked.teller.on(about, kind)])


def _alone(asked: Asked, element: Element) -> Thing:
    """Give a thing without what is about it."""
    found = dict.fromkeys(names_of(element.kind), "")
    partners = dict.fromkeys([asked.teller.name(each.partner) for each in asked.teller.given.get(element.id, ())])
    own = {"text": asked.teller.text(element), "id": element.id, "partners": "\n".join(partners)}
    return found | _details(asked, element.details, found) | own | {"results": subjects(asked, element.about)}


def _details(asked: Asked, details: Iterable[Detail], known: Thing) -> Thing:
    """Say details in words; one that is written several times is said on several lines."""
    found: dict[str, list[str]] = {}
    for detail in details:
        if (name := called(detail.key)) in known:
            found.setdefault(name, []).append(one_line(clean(spoken(asked.teller, detail.key, detail.value))))
    return {name: "\n".join(values) for name, values in found.items()}
