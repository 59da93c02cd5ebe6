"""How change happens: every step told as "If …, then …, because …, assuming …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages import capital
from .details import bullets, remarks, sentence
from .order import Part, parts
from .phrases import given, grounds, happening, names, quoted, quotes, subject
from .sentences import begun, ended, linked, md, without_stop

if TYPE_CHECKING:
    from toc.model import Element, Link

    from .teller import Teller

_SHORT = 70
"""Characters of a cause that still reads well beside two others in one sentence."""

_MOST_IN_LINE = 3
_TOLD = frozenset({"change", "cost", "due", "enough", "for", "level", "needs", "status", "unintended"})
_IN_TABLES = frozenset({"activity", "input", "condition", "goal", "partner", "stakeholder", "aim"})
_TOLD_KINDS = _IN_TABLES | {"pathway", "barrier"}


def how_change_happens(teller: Teller) -> tuple[str, ...]:
    """Tell all pathways and what belongs to none, then what is not linked to anything yet."""
    blocks: list[str] = []
    for part in parts(teller):
        blocks += _heading(teller, part)
        for result in part.results:
            blocks += step(teller, result)
        blocks += _leads_on(teller, part)
    blocks += _unlinked(teller)
    return (f"## {teller.words('heading.change')}", *blocks) if blocks else ()


def _heading(teller: Teller, part: Part) -> list[str]:
    if part.about is None:
        return [f"### {teller.words(f'heading.{part.heading}')}"] if part.heading else []
    element = teller.theory.get(part.about)
    title = f"{'#' * part.depth} {md(capital(without_stop(teller.name(part.about))))}"
    if element is None or element.kind != "pathway":
        return [title]
    reasons = [linked(teller.words, teller.words("story.because"), md(reason)) for reason in element.all("because")]
    return [title, *[begun(ended(reason)) for reason in reasons], *_remarks(teller, element, _TOLD)]


def step(teller: Teller, result: str) -> list[str]:
    """Tell what leads to one result."""
    links = teller.causes.get(result, ())
    conditions = [link for link in links if _kind(teller, link.source) == "condition"]
    causes = [link for link in links if link not in conditions]
    opening = teller.words("list.comma").join([_given(teller, link) for link in conditions])
    told = _told(teller, result, causes, opening)
    after = [sentence for link in links for sentence in _evidence(teller, link)]
    blocks = [" ".join([told[0], *[ended(each) for each in after]]) if len(told) == 1 else told[0], *told[1:]]
    blocks += [" ".join([ended(each) for each in after])] if after and len(told) > 1 else []
    return [*blocks, *_about_result(teller, result), *_about_causes(teller, links)]


def _kind(teller: Teller, name: str) -> str:
    element = teller.theory.get(name)
    return element.kind if element else ""


def _given(teller: Teller, link: Link) -> str:
    element = teller.theory.by_id[link.source]
    why, after = grounds(teller, link)
    aside = " ".join([why.removeprefix(teller.words("list.comma")), *after]).strip()
    said = given(teller, element)
    return teller.words("punctuation.aside", text=said, aside=aside) if aside else said


def _told(teller: Teller, result: str, causes: list[Link], opening: str) -> list[str]:
    """Tell a step as one sentence where that reads well, else as a sentence and a list."""
    words = teller.words
    then = linked(words, words("story.then"), _result(teller, result))
    if not causes:
        return [begun(ended(words("list.comma").join([opening, then])))]
    reasons = [grounds(teller, link) for link in causes]
    plain = not any(why or after for why, after in reasons) and not any(_aside(teller, link) for link in causes)
    short = len(causes) == 2 or all(len(teller.name(link.source)) <= _SHORT for link in causes)  # noqa: PLR2004 - a pair
    if len(causes) == 1:
        why, after = reasons[0]
        if_ = _if(teller, _cause(teller, causes[0], result), opening)
        main = f"{words('list.comma').join([if_, then])}{why}"
        aside = _aside(teller, causes[0])
        main = words("punctuation.aside", text=main, aside=aside) if aside else main
        return [" ".join([begun(ended(main)), *[ended(each) for each in after]])]
    if plain and short and len(causes) <= _MOST_IN_LINE and _needs(teller, result) in ("all", "any"):
        joined = words.joined(
            tuple([_cause(teller, link, result) for link in causes]),
            "list.and" if _needs(teller, result) == "all" else "list.or",
        )
        if _needs(teller, result) == "any":
            joined = words("punctuation.aside", text=joined, aside=words("story.one-enough"))
        return [begun(ended(words("list.comma").join([_if(teller, joined, opening), then])))]
    return _as_list(teller, result, causes, opening)


def _as_list(teller: Teller, result: str, causes: list[Link], opening: str) -> list[str]:
    words, needs = teller.words, _needs(teller, result)
    key = {"all": "list-two" if len(causes) == 2 else "list-all", "any": "list-any"}.get(needs, "list-number")  # noqa: PLR2004 - a pair
    numbers = words.list("story.numbers")
    count = numbers[int(needs)] if needs.isdecimal() and int(needs) < len(numbers) else needs
    if_ = _if(teller, words(f"story.{key}", count=count), opening)
    then = linked(words, words("story.then"), _result(teller, result))
    items = []
    for link in causes:
        why, after = grounds(teller, link)
        aside = _aside(teller, link)
        main = f"{_cause(teller, link, result)}{why}"
        main = words("punctuation.aside", text=main, aside=aside) if aside else main
        items.append(" ".join([f"{ended(main)[:-1]}{'.' if after else ';'}", *[ended(each) for each in after]]))
    items[-1] = ended(items[-1].removesuffix(";"))
    return [words("story.list", text=begun(words("list.comma").join([if_, then]))), *bullets(items)]


def _if(teller: Teller, phrase: str, opening: str) -> str:
    said = linked(teller.words, teller.words("story.if"), phrase)
    return teller.words("list.comma").join([opening, said]) if opening else said


def _cause(teller: Teller, link: Link, result: str) -> str:
    element = teller.theory.get(link.source)
    said = happening(teller, link.source)
    status = element.get("status") if element else None
    asides = [teller.words.value("status", status)] if status in ("stopped", "paused") else []
    target = teller.theory.get(result)
    if target and target.get("enough") and len(teller.causes.get(result, ())) == 1:
        asides.append(teller.words("story.enough"))
    return teller.words("punctuation.aside", text=said, aside=", ".join(asides)) if asides else said


def _result(teller: Teller, result: str) -> str:
    element = teller.theory.get(result)
    if element and element.kind == "pathway":
        return teller.words("story.pathway-moves", text=md(without_stop(teller.text(element))))
    said = happening(teller, result)
    if element and element.kind != "activity" and (due := element.get("due")):
        comma = teller.words("list.comma")
        said = f"{said}{comma if comma.strip() in said else ' '}{md(teller.words.by(due))}"
    if element and element.get("unintended"):
        said = teller.words("punctuation.aside", text=said, aside=teller.words("story.unintended"))
    return said


def _needs(teller: Teller, result: str) -> str:
    """Say how many causes a result needs: all, any, or a number."""
    element = teller.theory.get(result)
    needs = (element.get("needs") or "all").strip().lower() if element else "all"
    if needs.isdecimal() and int(needs) != 1:
        return str(int(needs))
    is_any = needs in ("any", "1") or (element is not None and element.get("enough") is not None)
    return "any" if is_any else "all"


def _aside(teller: Teller, link: Link) -> str:
    return remarks(teller, link.details)


def _evidence(teller: Teller, link: Link) -> list[str]:
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


def _about_result(teller: Teller, result: str) -> list[str]:
    """Say what is believed about a result as a whole, and what else is written about it."""
    element = teller.theory.get(result)
    if element is None:
        return []
    blocks = _whole_assumptions(teller, element)
    return [*blocks, *(_remarks(teller, element, _TOLD) if element.kind not in _TOLD_KINDS else [])]


def _whole_assumptions(teller: Teller, element: Element) -> list[str]:
    words = teller.words
    believed = [md(without_stop(teller.text(each))) for each in teller.on(element.id, "assumption")]
    if not believed:
        return []
    label = words("story.whole-assumes", text=quoted(teller, element.id))
    return [ended(words("punctuation.label", label=label, text=words("punctuation.and-so-on").join(believed)))]


def _about_causes(teller: Teller, links: tuple[Link, ...]) -> list[str]:
    """Say what is written about causes that are told nowhere else."""
    blocks = []
    for link in links:
        element = teller.theory.get(link.source)
        is_first = teller.effects[link.source][0] == link
        if element and is_first and element.id not in teller.causes and element.kind not in _TOLD_KINDS:
            blocks += [*_whole_assumptions(teller, element), *_remarks(teller, element, _TOLD, named=True)]
    return blocks


def _remarks(teller: Teller, element: Element, told: frozenset[str], *, named: bool = False) -> list[str]:
    said = remarks(teller, element.details, told)
    reasons = [md(reason) for reason in element.all("because")] if element.kind != "pathway" else []
    if reasons:
        because = teller.words("punctuation.label", label=teller.words("story.reason"), text="; ".join(reasons))
        said = teller.words("punctuation.and-so-on").join([each for each in (because, said) if each])
    if not said:
        return []
    if named:
        said = teller.words("punctuation.label", label=quoted(teller, element.id), text=said)
    return [f"*{sentence(said)}*"]


def _leads_on(teller: Teller, part: Part) -> list[str]:
    """Say where a pathway leads, beyond itself."""
    element = teller.theory.get(part.about) if part.about else None
    if element is None or element.kind != "pathway":
        return []
    inside = teller.members.get(element.id, frozenset()) | {element.id}
    ahead = [
        link.target for name in sorted(inside) for link in teller.effects.get(name, ()) if link.target not in inside
    ]
    ordered = (
        [name for name in teller.causes if name in ahead] if len(ahead) < len(inside) else list(dict.fromkeys(ahead))
    )
    return [ended(teller.words("story.leads-on", results=quotes(teller, ordered)))] if ordered else []


def _unlinked(teller: Teller) -> list[str]:
    """Name what no arrow touches yet."""
    linked_names = {end for link in teller.theory.links for end in (link.source, link.target)}
    found = [
        element
        for element in teller.theory.of_kind("goal", "outcome", "output", "activity", "input", "condition")
        if element.id not in linked_names
    ]
    if not found:
        return []
    items = []
    for element in found:
        said = teller.words(
            "punctuation.label", label=teller.words.heading(element.kind), text=md(teller.text(element))
        )
        more = remarks(teller, element.details) if element.kind not in _IN_TABLES else ""
        items.append(ended(teller.words("punctuation.aside", text=without_stop(said), aside=more) if more else said))
    return [f"### {teller.words('heading.alone')}", *bullets(items)]


__all__ = ["how_change_happens", "names", "step", "subject"]
