"""What is said beside a step: evidence, what is believed about a result as a whole, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .details import remarks, sentence
from .phrases import grounds, quoted
from .sentences import ended, md, without_stop

if TYPE_CHECKING:
    from toc.model import Element, Link

    from .teller import Teller

TOLD = frozenset({"change", "cost", "due", "enough", "for", "level", "needs", "status", "unintended"})
"""The details of a result that its step or the table of results tells."""

IN_TABLES = frozenset({"activity", "input", "condition", "goal", "partner", "stakeholder", "aim"})
"""The kinds that a chapter of their own tells."""

TOLD_KINDS = IN_TABLES | {"pathway", "barrier"}


def evidence(teller: Teller, link: Link) -> list[str]:
    """Say what supports or contradicts an arrow."""
    words = teller.words
    said = []
    for finds in ("supports", "mixed", "contradicts", ""):
        found = [each for each in teller.on(link.ref, "evidence") if (each.get("finds") or "") == finds]
        if found:
            texts = words.joined(
                tuple([words("punctuation.quote", text=md(without_stop(teller.text(e)))) for e in found])
            )
            said.append(words("punctuation.label", label=words(f"story.evidence-{finds}"), text=texts))
    return said


def support(teller: Teller, link: Link, *, is_alone: bool) -> str:
    """Say that a partner shares in a result through its own aim, or that a stakeholder can help with it.

    Such an arrow is no cause: the result does not wait for it. ``is_alone`` where no step names the result before.
    """
    words, element = teller.words, teller.theory.by_id[link.source]
    said, result = quoted(teller, element.id), quoted(teller, link.target)
    if element.kind == "stakeholder" or not element.owner:
        told = words("story.can-help-with" if is_alone else "story.can-help", who=said, result=result)
    else:
        partner = md(without_stop(teller.name(element.owner)))
        told = words("story.shares-in" if is_alone else "story.shares", partner=partner, aim=said, result=result)
    why, after = grounds(teller, link)
    aside = remarks(teller, link.details, {"because"})
    main = words("punctuation.aside", text=f"{told}{why}", aside=aside) if aside else f"{told}{why}"
    return " ".join([ended(main), *[ended(each) for each in after]])


def about_result(teller: Teller, result: str) -> list[str]:
    """Say what is believed about a result as a whole, and what else is written about it."""
    element = teller.theory.get(result)
    if element is None:
        return []
    blocks = _whole_assumptions(teller, element)
    return [*blocks, *(further(teller, element, TOLD) if element.kind not in TOLD_KINDS else [])]


def _whole_assumptions(teller: Teller, element: Element) -> list[str]:
    words = teller.words
    believed = [md(without_stop(teller.text(each))) for each in teller.on(element.id, "assumption")]
    if not believed:
        return []
    label = words("story.whole-assumes", text=quoted(teller, element.id))
    return [ended(words("punctuation.label", label=label, text=words("punctuation.and-so-on").join(believed)))]


def about_causes(teller: Teller, links: tuple[Link, ...]) -> list[str]:
    """Say what is written about causes that are told nowhere else."""
    blocks = []
    for link in links:
        element = teller.theory.get(link.source)
        is_first = teller.effects[link.source][0] == link
        if element and is_first and element.id not in teller.causes and element.kind not in TOLD_KINDS:
            blocks += [*_whole_assumptions(teller, element), *further(teller, element, TOLD, named=True)]
    return blocks


def further(teller: Teller, element: Element, told: frozenset[str], *, named: bool = False) -> list[str]:
    """Say what else is written about an element, in small."""
    said = remarks(teller, element.details, told)
    if not said:
        return []
    if named:
        said = teller.words("punctuation.label", label=quoted(teller, element.id), text=said)
    return [f"*{sentence(said)}*"]
