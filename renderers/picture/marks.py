"""The numbered marks: reasons 1, 2, 3… and assumptions A1, A2… on what they are about, spelled out in the legend.

A reason that is given for several arrows keeps one number. Numbers follow the text from its beginning, so that the
story and other pictures of the same theory point at the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.model import LinkRef

from ..escape import link_target, one_line
from .changed import QUIET, explained, signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from toc.model import About, Element

    from .changed import Why
    from .telling import Telling

LETTERS: Final = {
    "assumption": "A", "risk": "R", "evidence": "E", "indicator": "I", "milestone": "M", "question": "Q",
    "disagreement": "D",
}  # fmt: skip
"""The kinds that are shown as marks, in the order of the legend, and the letter before their number."""

HIDDEN_AS: Final = {
    "reason": "reasons", "assumption": "assumptions", "risk": "risks", "evidence": "evidence",
    "indicator": "indicators", "milestone": "milestones", "question": "questions", "disagreement": "disagreements",
}  # fmt: skip
"""What a kind of mark is called where somebody leaves it out."""


class Mark(NamedTuple):
    """One numbered mark and what the legend says about it: ``lead`` before the text, ``more`` below it.

    ``href`` is a safe address for ``more``, or None.
    """

    kind: str
    letter: str
    number: int
    lead: str
    text: str
    more: str = ""
    href: str | None = None

    @property
    def label(self) -> str:
        """Give what stands in the mark, such as ``A3``."""
        return f"{self.letter}{self.number}"


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks, in the order of the legend, and those of each element and arrow."""

    legend: tuple[Mark, ...]
    about: Mapping[About, tuple[Mark, ...]]


def find_marks(telling: Telling) -> Marks:
    """Number everything that is shown as a mark."""
    about: dict[About, list[Mark]] = {}
    legend = _reasons(telling, about) if telling.shows("reasons") else []
    given = telling.assumption_numbers
    for kind in LETTERS:
        if telling.shows(HIDDEN_AS[kind]):
            known = [element for element in telling.theory.of_kind(kind) if not _is_of_the_bank(element)]
            for number, element in enumerate(known, 1):
                if telling.otherwise == QUIET and element.id not in telling.changes:
                    continue
                legend.append(_mark(telling, element, given.get(element.id, number)))
                for subject in dict.fromkeys(element.about):
                    about.setdefault(subject, []).append(legend[-1])
    return Marks(tuple(legend), {subject: tuple(found) for subject, found in about.items()})


def _is_of_the_bank(element: Element) -> bool:
    """Say whether it is an answered question of `toc ask`, of which a map may have dozens; the story tells them."""
    return element.kind == "question" and bool(element.get("bank")) and bool(element.get("answer"))


def grouped(marks: Iterable[Mark]) -> tuple[tuple[str, str], ...]:
    """Put the marks of one thing together, one (kind, label) for each kind: ``("reason", "1–3")``."""
    kinds: dict[str, list[Mark]] = {}
    for mark in marks:
        kinds.setdefault(mark.kind, []).append(mark)
    return tuple([(kind, _label(found)) for kind, found in kinds.items()])


_MOST_STRETCHES: Final = 3
_NOTHING: Final[tuple[str, tuple[Why, ...]]] = ("", ())


def _label(marks: list[Mark]) -> str:
    """Write numbers in short: ``A1, A3–A5``; beyond three stretches the legend has to do."""
    ordered = sorted({mark.number: mark for mark in marks}.values(), key=lambda mark: mark.number)
    stretches = [[ordered[0]]]
    for before, mark in pairwise(ordered):
        if mark.number == before.number + 1:
            stretches[-1].append(mark)
        else:
            stretches.append([mark])
    written = [
        stretch[0].label if len(stretch) == 1 else f"{stretch[0].label}–{stretch[-1].label}" for stretch in stretches
    ]
    return ", ".join(written[:_MOST_STRETCHES]) + (" …" if len(written) > _MOST_STRETCHES else "")


def _reasons(telling: Telling, about: dict[About, list[Mark]]) -> list[Mark]:
    theory = telling.theory
    given: list[tuple[About, str]] = [(link.ref, reason) for link in theory.links for reason in link.because]
    given += [(element.id, reason) for element in theory.elements for reason in element.all("because")]
    found: dict[str, list[About]] = {}
    for subject, reason in given:
        found.setdefault(one_line(reason), []).append(subject)
    marks: list[Mark] = []
    for text, subjects in found.items():
        marks.append(_reason(telling, text, len(marks) + 1, subjects))
        for subject in dict.fromkeys(subjects):
            about.setdefault(subject, []).append(marks[-1])
    return marks


def _reason(telling: Telling, text: str, number: int, subjects: list[About]) -> Mark:
    """Mark a reason; what happened to it is said where it is the same for all that it is given for."""
    words, lead = telling.words, telling.words("picture.because")
    happened = {_happened(telling, subject, text) for subject in subjects}
    change, was = happened.pop() if len(happened) == 1 else _NOTHING
    if change:
        lead = f"{signed(words, change)} · {lead}"
    return Mark("reason", "", number, lead, text, " · ".join(explained(words, change, was)))


def _happened(telling: Telling, subject: About, text: str) -> tuple[str, tuple[Why, ...]]:
    own = telling.changes.get(f"{subject} because {text}")
    whole = telling.changes.get(str(subject), ("", ()))[0]
    return own or ((whole, ()) if whole in ("added", "removed") else _NOTHING)


def _mark(telling: Telling, element: Element, number: int) -> Mark:
    words, kind = telling.words, element.kind
    letter = words("picture.assumption-letter") if kind == "assumption" else LETTERS[kind]
    lead = words("picture.assuming") if kind == "assumption" else words.heading(kind)
    text = one_line(telling.text(element)) or element.id
    url = one_line(element.get("url") or "")
    if change := telling.changes.get(element.id, ("", ()))[0]:
        lead = f"{signed(words, change)} · {lead}"
    return Mark(
        kind, letter, number, lead, text, _more(telling, element, url), link_target(url) if url[:1] != "#" else None
    )


def _more(telling: Telling, element: Element, url: str) -> str:
    """Say the details that belong beside the text, in few words."""
    words = telling.words
    said = [words.value("status", element.get("status") or "")]
    if element.kind == "indicator":
        values = [element.get("baseline"), *element.all("interim"), element.get("target")]
        said.append((" ← " if telling.from_right else " → ").join([one_line(value) for value in values if value]))
    if due := element.get("due"):
        said.append(telling.by(due))
    if answer := element.get("answer"):
        said.append(one_line(answer))
    about = [subject for subject in element.about if not isinstance(subject, LinkRef)]
    beliefs = telling.assumption_numbers
    said += [f"{words('picture.assumption-letter')}{beliefs[subject]}" for subject in about if subject in beliefs]
    said += explained(words, *telling.changes.get(element.id, ("", ())))
    return " · ".join([part for part in [*said, url] if part])
