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


def happening(teller: Teller, name: str, *, then: bool = False) -> str:
    """Say that something happens or is there, as it stands after "if", or after "then"."""
    element = teller.theory.get(name)
    if element is None:
        return _phrase(teller, "not-declared", name, then=then)
    if not teller.has_words(element):
        return _phrase(teller, "no-words", element.id, then=then)
    text = without_stop(teller.text(element))
    if element.kind == "pathway":
        return _phrase(teller, "pathway-moves" if then else "pathway-succeeds", text, then=then)
    key = _wording(teller, element, text)
    if key in ("do-name", "have-name", "quoted"):
        return _phrase(teller, key, text, then=then)
    said = inside(teller.words, text, teller.proper)
    return _phrase(teller, key, said, then=then) if key else md(said)


def _phrase(teller: Teller, key: str, text: str, *, then: bool) -> str:
    """Put a text into a phrase; some languages have another one after "then"."""
    other = f"story.{key}-then"
    return teller.words(other if then and other in teller.words.phrases else f"story.{key}", text=md(text))


def _wording(teller: Teller, element: Element, text: str) -> str:
    """Pick the phrase for an element with words; empty where its own words are a part of a sentence already."""
    words, kind = teller.words, element.kind
    if kind in _PARTS:
        return "takes-part"
    if is_whole(text) or not teller.speaks(element):
        return "do-name" if kind == "activity" else "quoted"
    if kind == "activity":
        return "do-verb" if is_order(words, text) else "do-gerund" if is_doing(words, text) else "do-name"
    if is_clause(words, text) or kind not in _SEEN | _HAD:
        return ""
    if kind in _HAD:
        return "have" if is_counted(words, text) else "have-name"
    return "see"


def given(teller: Teller, element: Element) -> str:
    """Say that a condition is there, with its joining word: "given that …"."""
    words, text = teller.words, without_stop(teller.text(element))
    if is_whole(text) or not teller.speaks(element):
        return linked(words, words("story.given"), words("punctuation.quote", text=md(text)))
    said = md(inside(words, text, teller.proper))
    if is_clause(words, text):
        return linked(words, words("story.given-that"), said)
    return linked(words, words("story.given"), words("story.given-phrase", text=said))


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
        parts.append(f"{comma}{linked(words, keyword, md(teller.inside(reason)))}")
    said = ["".join(parts)] if parts else []
    if believed:
        texts = tuple([md(teller.inside(belief)) for belief in believed])
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
