"""An answer becomes a few lines of the file, where it belongs; nothing else in the file changes.

A question about one box stands below it, as its last detail. One about an arrow, or about several boxes, stands at the
margin behind the block of the first of them and says with ``on`` what it is about; made ids that it needs are written
down then. One about the whole stands below the title, or at the end of a file without one. A question that the group
parked itself gets its answer where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.build.names import made_id
from toc.findings import Edit
from toc.model import LinkRef
from toc.service.answers import cleaned, said
from toc.service.placing import at_margin, below
from toc.service.session_block import gap_at_end, present_in
from toc.service.text import bare_at, read_line, source_of, step_of
from toc.source import NOWHERE, Span
from toc.writing import pin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.load import Loaded
    from toc.model import About, Theory
    from toc.source import Source

    from .sheet import Ask


_NOWHERE: Final = "This theory was not read from a text, so there is nowhere to write an answer."


class Answer(NamedTuple):
    """What a group answered: in which words, when it was asked, and who was there; only the words are needed."""

    text: str
    asked: date | None = None
    present: tuple[str, ...] = ()


class AnswerTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """An answer that cannot be written down; the message is a sentence that says why."""


def write_answer(loaded: Loaded, ask: Ask, answer: Answer) -> tuple[Edit, ...]:
    """Give the edits that write an answer down, all in one file.

    Raises AnswerTrouble for an answer without words, and where the place is in no file.
    """
    if not cleaned(answer.text):
        msg = "An answer needs words. What did the group say?"
        raise AnswerTrouble(msg)
    if ask.place.parked:
        span = loaded.theory.by_id[ask.place.parked].span
        return (below(_source(loaded, span), span.start, "\n".join(_answer(loaded.theory, answer))),)
    about = ask.place.about
    if len(about) == 1 and isinstance(about[0], str):
        span = loaded.theory.by_id[about[0]].span
        return (below(_source(loaded, span), span.start, _block(loaded, ask, answer, span)),)
    if not about:
        return (_about_the_whole(loaded, ask, answer),)
    span = _first_place(loaded.theory, about)
    source = _source(loaded, span)
    block = _block(loaded, ask, answer, span, ", ".join([str(what) for what in about]))
    return (at_margin(source, span.start, f"\n{block}"), *_pinned(loaded, about, source))


def _source(loaded: Loaded, span: Span) -> Source:
    try:
        return source_of(loaded, span.file)
    except KeyError:
        raise AnswerTrouble(_NOWHERE) from None


def _block(loaded: Loaded, ask: Ask, answer: Answer, span: Span, on: str = "") -> str:
    step = step_of(_source(loaded, span).text)
    name = _free_name(loaded.theory, ask)
    lines = [*said("", f"question {name}", ask.place.asks)]
    lines += [f"{step}on: {on}"] if on else []
    lines += [step + line for line in _answer(loaded.theory, answer)]
    return "\n".join([*lines, f"{step}bank: {ask.question.number}"])


def _answer(theory: Theory, answer: Answer) -> Iterator[str]:
    yield from said("", "answer", answer.text)
    if answer.asked:
        yield f"asked: {answer.asked.isoformat()}"
    if present := present_in(theory, answer.present):
        yield f"present: {present}"


def _free_name(theory: Theory, ask: Ask) -> str:
    """Give the question a name of its own, so that later questions do not change what it is called."""
    about = [what.target if isinstance(what, LinkRef) else what for what in ask.place.about]
    wanted = f"{ask.question.name}-{about[-1]}" if about else ask.question.name
    name, number = wanted, 1
    while name in theory.by_id or name in theory.undeclared:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _about_the_whole(loaded: Loaded, ask: Ask, answer: Answer) -> Edit:
    title = loaded.theory.span
    if title != NOWHERE and any(source.name == title.file for source in loaded.sources):
        return below(source_of(loaded, title.file), title.start, _block(loaded, ask, answer, title))
    main = _main(loaded)
    end = Span(main.name, len(main.text), len(main.text))
    return Edit(end, f"{gap_at_end(main.text)}{_block(loaded, ask, answer, end)}\n")


def _main(loaded: Loaded) -> Source:
    if not loaded.sources:
        raise AnswerTrouble(_NOWHERE)
    return loaded.sources[0]


def _first_place(theory: Theory, about: tuple[About, ...]) -> Span:
    """Find the line behind whose block the question goes: that of the arrow, or of the first box."""
    first = about[0]
    if isinstance(first, LinkRef):
        return next((link.span for link in theory.links if link.ref == first), NOWHERE)
    return theory.by_id[first].span


def _pinned(loaded: Loaded, about: tuple[About, ...], source: Source) -> Iterator[Edit]:
    """Write down the made ids that an ``on`` names, so that rewording a box does not lose its question."""
    for name in dict.fromkeys([end for what in about for end in _ends(what)]):
        element = loaded.theory.by_id.get(name)
        if element and not element.pinned and element.span.file == source.name:
            line = read_line(bare_at(source.text, element.span.start))
            if line and made_id(line.said):
                yield pin(line, name, source)


def _ends(what: About) -> tuple[str, ...]:
    return (what.source, what.target) if isinstance(what, LinkRef) else (what,)
