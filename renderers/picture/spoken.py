"""What somebody hears who cannot see the picture: one sentence for each box, and one for the whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from toc.model import LinkKind

from ..escape import one_line
from ..kept import MANY, kept
from ..languages import capital
from .changed import QUIET, explained

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import About, Contribution, Element, Link

    from .marks import Marks
    from .telling import Telling

_COUNTED: Final = ("goal", "outcome", "output", "activity", "partner", "assumption")


def speak(telling: Telling, marks: Marks) -> Mapping[str, str]:
    """Give the sentences of everything that has arrows or is an element, by its id."""
    leaving: dict[str, list[Link]] = {}
    for link in telling.theory.links:
        leaving.setdefault(link.source, []).append(link)
    names = dict.fromkeys([element.id for element in telling.theory.elements])
    names |= dict.fromkeys(telling.theory.undeclared)
    return {name: _sentence(telling, marks, name, leaving.get(name, [])) for name in names}


def describe(telling: Telling) -> str:
    """Say what the whole picture shows: how much of what there is, and what it is for."""
    words, theory = telling.words, telling.theory
    counts = Counter([element.kind for element in theory.elements])
    parts = [f"{counts[kind]} {words.kind(kind, counts[kind])}" for kind in _COUNTED if counts[kind]]
    said = [words("picture.summary", parts=words.joined(tuple(parts)))] if parts else []
    goals = [telling.names[goal.id] for goal in theory.of_kind("goal")]
    said += [_ended(words("punctuation.label", label=words.heading("goal"), text=name)) for name in goals]
    return " ".join(said)


def _sentence(telling: Telling, marks: Marks, name: str, links: list[Link]) -> str:
    element = telling.theory.get(name)
    words = telling.words
    kind = words.heading(element.kind) if element else words("picture.not-declared")
    text = one_line(telling.text(element)) if element else name
    parts = [(kind, text or words("picture.no-words"))]
    change, was = telling.changes.get(name, ("", ()))
    parts += [("", capital(words(f"picture.is-{change}")))] if change not in ("", QUIET) else []
    parts += [("", capital(each)) for each in explained(words, change, was)]
    for way in LinkKind if links else ():
        ends = [telling.names.get(link.target, link.target) for link in links if link.kind is way]
        parts += [(words(f"picture.{way}"), words("punctuation.and-so-on").join(ends))] if ends else []
    if element:
        parts += _details(telling, marks, element, links)
    return _joined(words("punctuation.label"), tuple(parts))


@kept(MANY)
def _joined(pattern: str, parts: tuple[tuple[str, str], ...]) -> str:
    """Make a sentence of each part that has words, with its label before it."""
    said = [pattern.format(label=label, text=text) if label else text for label, text in parts if text]
    return " ".join([_ended(part) for part in said])


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…", "。", "؟")) else f"{sentence}."


def _details(telling: Telling, marks: Marks, element: Element, links: list[Link]) -> list[tuple[str, str]]:
    """Say who contributes, what is believed, by when, and to which pathways it belongs."""
    words = telling.words
    parts: list[tuple[str, Iterable[str]]] = []
    if given := telling.given_to.get(element.id):
        parts.append((words("picture.contributed-by"), [_given(telling, contribution) for contribution in given]))
    found: dict[str, dict[str, None]] = {}
    subjects: list[About] = [element.id, *[link.ref for link in links]]
    for subject in subjects:
        for mark in marks.about.get(subject, ()):
            found.setdefault(mark.lead, {})[mark.text] = None
    parts += [(capital(lead), texts) for lead, texts in found.items()]
    if element.pathways:
        parts.append((words("picture.part-of"), [telling.names.get(name, name) for name in element.pathways]))
    said = [(label, words("punctuation.and-so-on").join(texts)) for label, texts in parts]
    if due := element.get("due"):
        said.append(("", capital(telling.by(due))))
    if status := element.get("status"):
        said.append(("", capital(words.value("status", one_line(status)))))
    return said


def _given(telling: Telling, contribution: Contribution) -> str:
    name = telling.names.get(contribution.partner, contribution.partner)
    what = one_line(contribution.what)
    return telling.words("punctuation.aside", text=name, aside=what) if what else name
