"""How change happens: every step told as "If …, then …, because …, assuming …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages import capital
from .asides import IN_TABLES, TOLD, about_causes, about_result, evidence, further, support
from .details import bullets, remarks
from .order import Part, parts
from .phrases import given, grounds, happening, quotes
from .sentences import begun, ended, linked, md, without_stop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.model import Element, Link

    from .teller import Teller

_SHORT = 70
"""Characters of a cause that still reads well beside two others in one sentence."""

_MOST_IN_LINE = 3
_PAIR = 2
_HELPING = frozenset({"aim", "stakeholder"})
"""The kinds whose arrows say who shares in a result, not what it takes."""


def how_change_happens(teller: Teller) -> tuple[str, ...]:
    """Tell all pathways and what belongs to none, then what is not linked to anything yet."""
    blocks: list[str] = []
    for part in parts(teller):
        blocks += _heading(teller, part)
        for result in part.results:
            blocks += step(teller, result)
        blocks += _leads_on(teller, part)
    blocks += _alone(teller)
    return (f"## {teller.words('heading.change')}", *blocks) if blocks else ()


def _heading(teller: Teller, part: Part) -> list[str]:
    if part.about is None:
        return [f"### {teller.words(f'heading.{part.heading}')}"] if part.heading else []
    element = teller.theory.get(part.about)
    title = f"{'#' * part.depth} {md(capital(without_stop(teller.name(part.about))))}"
    if element is None or element.kind != "pathway":
        return [title]
    because = teller.words("story.because")
    reasons = [linked(teller.words, because, md(teller.inside(reason))) for reason in element.all("because")]
    return [
        title,
        *[begun(ended(reason)) for reason in reasons],
        *further(teller, element, (TOLD - {"for"}) | {"because"}),
    ]


def step(teller: Teller, result: str) -> list[str]:
    """Tell what leads to one result: the sentence, then evidence, beliefs and remarks."""
    links = teller.causes.get(result, ())
    helping = [link for link in links if _kind(teller, link) in _HELPING]
    told = _told(teller, result, [link for link in links if _kind(teller, link) not in _HELPING])
    more = [ended(each) for link in links for each in evidence(teller, link)]
    more += [support(teller, link, is_alone=not told) for link in helping]
    if more:
        told = [" ".join([*told, *more])] if len(told) <= 1 else [*told, " ".join(more)]
    return [*told, *about_result(teller, result), *about_causes(teller, links)]


def _told(teller: Teller, result: str, links: Iterable[Link]) -> list[str]:
    """Tell a step as one sentence where that reads well, else as a sentence and a list."""
    conditions = [link for link in links if _kind(teller, link) == "condition"]
    causes = [link for link in links if _kind(teller, link) != "condition"]
    opening = [_given(teller, link) for link in conditions]
    then = linked(teller.words, teller.words("story.then"), _result(teller, result))
    if not causes:
        return [_sentence(teller, [*opening, then])] if opening else []
    if len(causes) == 1:
        return [_from_one(teller, opening, causes[0], then)]
    if _fits_in_line(teller, result, causes):
        return [_sentence(teller, [*opening, _if(teller, _together(teller, result, causes)), then])]
    return _from_many(teller, causes, [*opening, _if(teller, _count(teller, result, causes)), then])


def _kind(teller: Teller, link: Link) -> str:
    element = teller.theory.get(link.source)
    return element.kind if element else ""


def _sentence(teller: Teller, parts: list[str]) -> str:
    return begun(ended(teller.words("list.comma").join(parts)))


def _if(teller: Teller, phrase: str) -> str:
    return linked(teller.words, teller.words("story.if"), phrase)


def _aside(teller: Teller, text: str, aside: str) -> str:
    return teller.words("punctuation.aside", text=text, aside=aside) if aside else text


def _given(teller: Teller, link: Link) -> str:
    why, after = grounds(teller, link)
    reasons = why.removeprefix(teller.words("list.comma"))
    aside = " ".join([*([ended(reasons)] if reasons and after else [reasons]), *after]).strip()
    said = given(teller, teller.theory.by_id[link.source])
    more = remarks(teller, link.details, {"because"})
    return _aside(teller, said, teller.words("punctuation.and-so-on").join([each for each in (aside, more) if each]))


def _from_one(teller: Teller, opening: list[str], link: Link, then: str) -> str:
    why, after = grounds(teller, link)
    main = teller.words("list.comma").join([*opening, _if(teller, _cause(teller, link, is_only=True)), then])
    said = _aside(teller, f"{main}{why}", remarks(teller, link.details, {"because"}))
    return " ".join([begun(ended(said)), *[ended(each) for each in after]])


def _fits_in_line(teller: Teller, result: str, causes: list[Link]) -> bool:
    is_plain = not any(any(grounds(teller, link)) or remarks(teller, link.details, {"because"}) for link in causes)
    is_short = len(causes) == _PAIR or all(len(teller.name(link.source)) <= _SHORT for link in causes)
    return is_plain and is_short and len(causes) <= _MOST_IN_LINE and not _needs(teller, result).isdecimal()


def _together(teller: Teller, result: str, causes: list[Link]) -> str:
    said = tuple([_cause(teller, link) for link in causes])
    if _needs(teller, result) == "any":
        return _aside(teller, teller.words.joined(said, "list.or"), teller.words("story.one-enough"))
    return teller.words.joined(said)


def _count(teller: Teller, result: str, causes: list[Link]) -> str:
    """Say how many of the things in the list it takes."""
    needs, numbers = _needs(teller, result), teller.words.list("story.numbers")
    if needs == "all":
        return teller.words("story.list-two" if len(causes) == _PAIR else "story.list-all")
    count = numbers[int(needs)] if needs.isdecimal() and int(needs) < len(numbers) else needs
    return teller.words("story.list-any" if needs == "any" else "story.list-number", count=count)


def _from_many(teller: Teller, causes: list[Link], opening: list[str]) -> list[str]:
    words = teller.words
    items, end = [], words("punctuation.and-so-on").rstrip(" ")
    for link in causes:
        why, after = grounds(teller, link)
        said = _aside(teller, f"{_cause(teller, link)}{why}", remarks(teller, link.details, {"because"}))
        items.append(" ".join([ended(said), *[ended(each) for each in after]]) if after else f"{said}{end}")
    items[-1] = ended(items[-1].removesuffix(end))
    return [words("story.list", text=begun(words("list.comma").join(opening))), *bullets(items)]


def _cause(teller: Teller, link: Link, *, is_only: bool = False) -> str:
    element, target = teller.theory.get(link.source), teller.theory.get(link.target)
    status = element.get("status") if element else None
    asides = [teller.words.value("status", status)] if status in ("stopped", "paused") else []
    if is_only and target and target.get("enough"):
        asides.append(teller.words("story.enough"))
    return _aside(teller, happening(teller, link.source), teller.words("list.comma").join(asides))


def _result(teller: Teller, result: str) -> str:
    said, element = happening(teller, result, then=True), teller.theory.get(result)
    if element and element.kind != "activity" and (due := element.get("due")):
        comma = teller.words("list.comma")
        said = f"{said}{comma if comma.strip() in said else ' '}{md(teller.words.by(due))}"
    return _aside(teller, said, teller.words("story.unintended") if element and element.get("unintended") else "")


def _needs(teller: Teller, result: str) -> str:
    """Say how many causes a result needs: all, any, or a number."""
    element = teller.theory.get(result)
    needs = (element.get("needs") or "all").strip().lower() if element else "all"
    if needs.isdecimal() and int(needs) > 1:
        return str(int(needs))
    is_any = needs in ("any", "1") or (element is not None and element.get("enough") is not None)
    return "any" if is_any else "all"


def _leads_on(teller: Teller, part: Part) -> list[str]:
    """Say where a pathway leads, beyond itself."""
    element = teller.theory.get(part.about) if part.about else None
    if element is None or element.kind != "pathway":
        return []
    inside = teller.members.get(element.id, frozenset()) | {element.id}
    leaving = [link for name in sorted(inside) for link in teller.effects.get(name, ()) if link.target not in inside]
    ahead = sorted({link.target for link in leaving}, key=teller.place)
    return [ended(teller.words("story.leads-on", results=quotes(teller, ahead)))] if ahead else []


def _alone(teller: Teller) -> list[str]:
    """Name what no arrow touches yet."""
    linked_names = {end for link in teller.theory.links for end in (link.source, link.target)}
    found = teller.theory.of_kind("goal", "outcome", "output", "activity", "input", "condition")
    items = [_named(teller, element) for element in found if element.id not in linked_names]
    return [f"### {teller.words('heading.alone')}", *bullets(items)] if items else []


def _named(teller: Teller, element: Element) -> str:
    text = md(without_stop(teller.text(element)))
    said = teller.words("punctuation.label", label=teller.words.heading(element.kind), text=text)
    told = set() if element.kind not in IN_TABLES else {detail.key for detail in element.details}
    return ended(_aside(teller, said, remarks(teller, element.details, told)))
