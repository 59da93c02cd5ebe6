"""How we will know, and what we take to be true: indicators, milestones, assumptions, risks, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages import capital
from ..wording import numbers
from .details import bullets, remarks, sentence, table, value
from .phrases import subjects
from .sentences import ended, md, without_stop

if TYPE_CHECKING:
    from toc.model import Element

    from .teller import Teller

_MEASURED = frozenset({"baseline", "interim", "target", "actual", "unit"})
_KINDS = ("assumption", "risk", "evidence")


def indicators(teller: Teller) -> tuple[str, ...]:
    """Tell what is looked at: from where, to where, and who looks."""
    rows = []
    for each in teller.theory.of_kind("indicator"):
        collected = [
            _collects(teller, c.partner, c.what, remarks(teller, c.details)) for c in teller.given.get(each.id, ())
        ]
        more = [sentence(remarks(teller, each.details, _MEASURED))]
        rows.append(
            (
                capital(md(without_stop(teller.text(each)))),
                capital(subjects(teller, each.about)),
                value(teller, "unit", each.get("unit") or ""),
                value(teller, "baseline", each.get("baseline") or ""),
                _several(teller, each, "interim"),
                value(teller, "target", each.get("target") or ""),
                _several(teller, each, "actual"),
                teller.words("punctuation.and-so-on").join(collected),
                " ".join([part for part in more if part]),
            )
        )
    columns = ("kind.indicator", "about", "unit", "baseline", "interim", "target", "actual", "collected-by", "more")
    found = table(teller, columns, rows) if rows else ()
    return (f"## {teller.words('heading.indicators')}", *found) if found else ()


def _several(teller: Teller, element: Element, key: str) -> str:
    return teller.words("punctuation.and-so-on").join([value(teller, key, each) for each in element.all(key)])


def _collects(teller: Teller, partner: str, what: str, more: str) -> str:
    asides = [part for part in (md(without_stop(what)), more) if part]
    name = md(teller.name(partner))
    aside = teller.words("punctuation.and-so-on").join(asides)
    return teller.words("punctuation.aside", text=name, aside=aside) if asides else name


def milestones(teller: Teller) -> tuple[str, ...]:
    """Tell the successes on the way."""
    rows = [
        (
            capital(md(without_stop(teller.text(each)))),
            value(teller, "due", each.get("due") or ""),
            capital(subjects(teller, each.about)),
            value(teller, "status", each.get("status") or ""),
            value(teller, "celebrated", each.get("celebrated") or ""),
            sentence(remarks(teller, each.details, {"due", "status", "celebrated"})),
        )
        for each in teller.theory.of_kind("milestone")
    ]
    found = table(teller, ("kind.milestone", "due", "about", "status", "celebrated", "more"), rows) if rows else ()
    return (f"## {teller.words('heading.milestones')}", *found) if found else ()


def beliefs(teller: Teller) -> tuple[str, ...]:
    """List the assumptions, risks and evidence with everything that is known about each."""
    blocks: list[str] = []
    kinds = [kind for kind in _KINDS if teller.theory.of_kind(kind)]
    given = numbers(teller.theory)
    for kind in kinds:
        elements = teller.theory.of_kind(kind)
        blocks.append(f"### {teller.words.heading(kind, len(elements))}")
        blocks += bullets(
            [_belief(teller, each, given.get(each.id) if kind == "assumption" else None) for each in elements]
        )
    key = "beliefs" if len(kinds) > 1 else f"beliefs-{kinds[0]}" if kinds else ""
    if len(kinds) == 1:
        blocks = blocks[1:]
    return (f"## {teller.words(f'heading.{key}')}", *blocks) if blocks else ()


def _belief(teller: Teller, element: Element, number: int | None) -> str:
    words = teller.words
    mark = f"{words('picture.assumption-letter')}{number}. " if number else ""
    said = [f"**{mark}{ended(capital(md(teller.text(element))))}**"]
    about = subjects(teller, element.about) or (words("story.whole-theory") if element.kind == "assumption" else "")
    if about:
        said.append(ended(words("punctuation.label", label=words("story.about"), text=about)))
    holders = [
        _collects(teller, c.partner, c.what, remarks(teller, c.details)) for c in teller.given.get(element.id, ())
    ]
    if holders:
        label = words("story.held-by" if element.kind == "assumption" else "story.watched-by")
        said.append(ended(words("punctuation.label", label=label, text=words("punctuation.and-so-on").join(holders))))
    said += [sentence(remarks(teller, element.details))]
    evidence = [without_stop(teller.text(each)) for each in teller.on(element.id, "evidence")]
    if evidence:
        texts = words.joined(tuple([words("punctuation.quote", text=md(each)) for each in evidence]))
        said.append(ended(words("punctuation.label", label=words("story.evidence-"), text=texts)))
    return " ".join([part for part in said if part])
