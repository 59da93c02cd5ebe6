"""The gap report for the room: what to talk about, place by place on the wall, from the goal down.

Written to be read out by a facilitator. It counts nothing, rates nobody, and says that no gaps were found rather than
that anything is complete; what the checks cannot know stands in it as questions for the group.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from toc.findings import Severity
from toc.model import CAUSAL_KINDS

from ..document import Heading, Item, Listing, Paragraph, Run, Style, said
from ..escape import one_line
from ..languages import capital
from ..story.sentences import ended
from .telling import aside, listed, paragraph, quote, sentence, subjects

if TYPE_CHECKING:
    from toc.findings import Finding, Fix
    from toc.model import Element

    from ..document import Block, Document
    from .asked import Asked

_SPOKEN = "en"
"""The language that the checks and the bank of questions speak."""


def build(asked: Asked) -> Document:
    """Give the report; what the checks found comes in the order in which it is handed over, from the goal down."""
    blocks = [*_opening(asked), *_places(asked), *_unknown(asked), *_questions(asked), *_set_aside(asked)]
    return asked.document(asked.words("gap.title"), blocks)


def _opening(asked: Asked) -> list[Block]:
    words = asked.words
    intro = words("gap.intro" if asked.findings else "story.findings-none")
    blocks: list[Block] = [Paragraph(said(intro), lead=True)]
    if words.language != _SPOKEN and (asked.findings or asked.questions):
        blocks.append(paragraph(words("gap.in-english"), Style.QUIET))
    return blocks


def _places(asked: Asked) -> list[Block]:
    """Tell the findings under the box, arrow or partner that they are about; what is about the text itself comes last.

    Slips of the pen are for whoever writes, not for the room.
    """
    found: dict[str, list[Finding]] = {}
    for finding in asked.findings:
        found.setdefault(_place(asked, finding), []).append(finding)
    slips = found.pop("", [])
    blocks: list[Block] = [Heading(asked.words("gap.places"))] if found else []
    for place, findings in found.items():
        blocks += [Heading(place, 2), Listing(tuple([_finding(asked, finding) for finding in findings]))]
    if slips:
        blocks += [Heading(asked.words("gap.slips")), Listing(tuple([_finding(asked, finding) for finding in slips]))]
    return blocks


def _place(asked: Asked, finding: Finding) -> str:
    """Name the place of a finding on the wall; empty where it is about a line that is no box yet."""
    element = asked.theory.get(finding.element) if finding.element else None
    if element:
        return asked.words(
            "punctuation.label", label=asked.words.heading(element.kind), text=asked.teller.text(element)
        )
    is_whole = finding.also or finding.span == asked.theory.span or finding.span.start == finding.span.end == 0
    return capital(asked.words("story.whole-theory")) if is_whole else ""


def _finding(asked: Asked, finding: Finding) -> Item:
    """Say one finding, what has to be settled first with a word in front, and below it what could be done."""
    text = ended(one_line(finding.message))
    is_first = finding.severity is Severity.ERROR
    mark = asked.words("punctuation.label", label=asked.words("severity.error"), text="").strip()
    runs = (Run(mark, Style.STRONG), Run(f" {text}")) if is_first else said(text)
    return Item(runs, tuple([Item(said(_fix(asked, fix), Style.QUIET)) for fix in finding.fixes]))


def _fix(asked: Asked, fix: Fix) -> str:
    """Say what could be done, and the words that would stand in the file."""
    words = " / ".join([line for line in map(one_line, fix.paste.split("\n")) if line])
    label = one_line(fix.label).rstrip(":.")
    quoted = asked.words("punctuation.quote", text=words)
    return asked.words("punctuation.label", label=label, text=quoted) if words else ended(label)


def _unknown(asked: Asked) -> list[Block]:
    """Say what nobody knows yet: boxes without words, names without a box, questions without an answer."""
    words, theory = asked.words, asked.theory
    silent = [one for one in theory.of_kind(*CAUSAL_KINDS) if not asked.teller.has_words(one)]
    texts = [words("gap.no-words", kind=words.heading(one.kind), name=one.id) for one in silent]
    texts += [words("gap.not-declared", name=one_line(name)) for name in theory.undeclared]
    texts += [_open(asked, one) for one in theory.of_kind("question") if not (one.get("answer") or "").strip()]
    return [Heading(words("gap.unknown")), *listed(texts)] if texts else []


def _open(asked: Asked, question: Element) -> str:
    return aside(asked, asked.teller.text(question), subjects(asked, question.about))


def _questions(asked: Asked) -> list[Block]:
    """Ask what no check can know, theme by theme; why it is asked here stands behind it, in small."""
    if not asked.questions:
        return []
    blocks: list[Block] = [Heading(asked.words("gap.questions")), paragraph(asked.words("gap.questions-intro"))]
    for theme, questions in groupby(asked.questions, key=lambda question: question.theme):
        items = [Item((*said(question.asks), *_why(question.why))) for question in questions]
        blocks += [Heading(theme, 2)] if theme else []
        blocks.append(Listing(tuple(items)))
    return blocks


def _why(text: str) -> tuple[Run, ...]:
    return (Run(f" {sentence(text)}", Style.QUIET),) if text else ()


def _set_aside(asked: Asked) -> list[Block]:
    """Give the checks that the group silenced, with its reasons, as an appendix."""
    whole = asked.words("story.whole-theory")
    told = [(whole, detail) for detail in asked.theory.details]
    told += [(quote(asked, one.id), detail) for one in asked.theory.elements for detail in one.details]
    texts = []
    for where, detail in told:
        if detail.key == "ignore" and detail.value.strip():
            label = aside(asked, capital(where), one_line(detail.name or ""))
            texts.append(sentence(asked.words("punctuation.label", label=label, text=one_line(detail.value))))
    return [Heading(asked.words("gap.set-aside")), *listed(texts)] if texts else []
