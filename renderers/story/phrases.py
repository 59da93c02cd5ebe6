"""One element or arrow as a part of a sentence: what happens, who does it, why it leads on, what is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sentences import inside, is_clause, is_counted, is_doing, is_order, is_whole, linked, md, without_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import About, Element, Link

    from .teller import Teller

_SEEN = frozenset({"goal", "outcome"})
_HAD = frozenset({"output", "input"})
_PARTS = frozenset({"barrier", "aim", "stakeholder"})


def quoted(teller: Teller, name: str) -> str:
    """Name something by its own words, between quotation marks."""
    return teller.words("punctuation.quote", text=md(without_stop(teller.name(name))))


def happening(teller: Teller, name: str) -> str:
    """Say that something happens or is there, as it stands after "if" or "then"."""
    element = teller.theory.get(name)
    if element is None:
        return teller.words("story.not-declared", text=md(name))
    text = teller.text(element)
    if not element.text.strip() and text == element.id:
        return teller.words("story.no-words", text=md(element.id))
    if element.kind == "activity":
        return _doing(teller, text)
    if element.kind == "pathway":
        return teller.words("story.pathway-succeeds", text=md(without_stop(text)))
    if element.kind in _PARTS:
        return _part(teller, element, text)
    return _being(teller, element, text)


def _doing(teller: Teller, text: str) -> str:
    words = teller.words
    if is_whole(text):
        return words("story.do-name", text=md(text))
    if is_order(words, text):
        return words("story.do-verb", text=md(inside(words, text, teller.proper)))
    if is_doing(words, text):
        return words("story.do-gerund", text=md(inside(words, text, teller.proper)))
    return words("story.do-name", text=md(without_stop(text)))


def _being(teller: Teller, element: Element, text: str) -> str:
    words = teller.words
    if is_whole(text):
        return words("story.quoted", text=md(text))
    said = md(inside(words, text, teller.proper))
    if element.kind in _HAD and not is_clause(words, text):
        is_plain = is_counted(words, text)
        return words("story.have", text=said) if is_plain else words("story.have-name", text=md(without_stop(text)))
    if element.kind in _SEEN and not is_clause(words, text):
        is_bare = words.list("grammar.lower-case")
        return words("story.see", text=said if is_bare else md(without_stop(text)))
    return said


def _part(teller: Teller, element: Element, text: str) -> str:
    said = md(without_stop(text))
    if element.kind == "aim" and element.owner:
        return teller.words("story.aim-helps", partner=md(teller.name(element.owner)), text=said)
    return teller.words("story.takes-part", text=said)


def given(teller: Teller, element: Element) -> str:
    """Say that a condition is there, with its joining word: "given that …"."""
    text, words = teller.text(element), teller.words
    if is_whole(text):
        return linked(words, words("story.given"), words("punctuation.quote", text=md(text)))
    keyword = words("story.given-that" if is_clause(words, text) else "story.given")
    return linked(words, keyword, md(inside(words, text, teller.proper)))


def grounds(teller: Teller, link: Link) -> tuple[str, tuple[str, ...]]:
    """Say why an arrow holds: what follows a comma ("because …, assuming …"), and sentences that follow a full stop."""
    words = teller.words
    beliefs = [teller.text(element) for element in teller.on(link.ref, "assumption")]
    reasons = [reason for reason in link.because if not is_whole(reason)]
    believed = [belief for belief in beliefs if not is_whole(belief)]
    parts = []
    for at, reason in enumerate(reasons):
        keyword = words("story.and-because" if at else "story.because")
        comma = "" if at == 0 else " "
        parts.append(f"{comma}{linked(words, keyword, md(inside(words, reason, teller.proper)))}")
    said = ["".join(parts)] if parts else []
    if believed:
        texts = tuple([md(inside(words, belief, teller.proper)) for belief in believed])
        said.append(linked(words, words("story.assuming"), words.joined(texts)))
    after = [_labelled(teller, "story.reason", reason) for reason in link.because if is_whole(reason)]
    after += [_labelled(teller, "story.assumption", belief) for belief in beliefs if is_whole(belief)]
    return words("list.comma").join(["", *said]), tuple(after)


def _labelled(teller: Teller, key: str, text: str) -> str:
    return teller.words("punctuation.label", label=teller.words(key), text=md(text))


def names(teller: Teller, ids: Sequence[str], last: str = "list.and") -> str:
    """Name several things: partners, results… without quotation marks."""
    said = tuple([md(without_stop(teller.name(name))) for name in ids])
    comma = teller.words("list.comma").strip()
    is_clear = len(said) == 1 or not any(comma in each for each in said)
    return teller.words.joined(said, last) if is_clear else teller.words("punctuation.and-so-on").join(said)


def quotes(teller: Teller, ids: Sequence[str]) -> str:
    """Name several things by their own words."""
    return teller.words.joined(tuple([quoted(teller, name) for name in ids]))


def subject(teller: Teller, about: About) -> str:
    """Name what something is about: an element, or the step from one to another."""
    if isinstance(about, str):
        return quoted(teller, about)
    return teller.words(
        f"story.step-{about.kind}", source=quoted(teller, about.source), target=quoted(teller, about.target)
    )


def subjects(teller: Teller, abouts: Sequence[About]) -> str:
    """Name everything that something is about."""
    return teller.words("punctuation.and-so-on").join([subject(teller, about) for about in abouts])
