"""What will be done, with what, and who contributes what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.model import LinkRef

from ..languages import capital
from .details import bullets, remarks, sentence, table, value
from .phrases import quoted, quotes, subject
from .sentences import ended, md, without_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import Contribution, Element

    from .teller import Teller

_IN_COLUMNS = frozenset({"due", "status", "cost", "lead"})
_POSITIONS = frozenset({"disagreement", "action"})
_LEVEL = 3
_OF_RESULTS = ("for", "due", "level", "change", "status", "cost")
_FACTS = ("sector", "ring", "role", "level")


def work(teller: Teller) -> tuple[str, ...]:
    """List what is done, and what it takes."""
    blocks = [*_results(teller)]
    for kinds, heading in ((("activity",), "activities"), (("input", "condition"), "resources")):
        elements = teller.theory.of_kind(*kinds)
        if elements and (heading == "activities" or any(_says_more(teller, element) for element in elements)):
            blocks += [
                f"## {teller.words(f'heading.{heading}')}",
                *_listed(teller, elements, "kind.activity" if heading == "activities" else "what"),
            ]
    return tuple(blocks)


def _results(teller: Teller) -> tuple[str, ...]:
    """List the results with what is known about each, where anything is."""
    rows = []
    for element in teller.theory.of_kind("outcome", "output"):
        row = [value(teller, key, element.get(key) or "") for key in _OF_RESULTS]
        if any(row):
            rows.append([capital(md(without_stop(teller.text(element)))), *row])
    found = table(teller, ("result", *_OF_RESULTS), rows) if rows else ()
    return (f"## {teller.words('heading.results')}", *found) if found else ()


def _says_more(teller: Teller, element: Element) -> bool:
    return bool(teller.given.get(element.id) or remarks(teller, element.details))


def _listed(teller: Teller, elements: Sequence[Element], first: str) -> tuple[str, ...]:
    rows = []
    for element in elements:
        leads = [value(teller, "lead", lead) for lead in element.all("lead")]
        due, status, cost = (value(teller, key, element.get(key) or "") for key in ("due", "status", "cost"))
        who = teller.words("list.comma").join(dict.fromkeys([*_who(teller, element), *leads]))
        more = capital(remarks(teller, element.details, _IN_COLUMNS))
        rows.append((capital(md(without_stop(teller.text(element)))), who, due, status, cost, more))
    return table(teller, (first, "who", "due", "status", "cost", "more"), rows)


def _who(teller: Teller, element: Element) -> list[str]:
    roles: dict[str, list[str]] = {}
    for each in teller.given.get(element.id, ()):
        roles.setdefault(each.partner, []).extend([each.role] if each.role != "do" else [])
    said = []
    for partner, found in roles.items():
        name = md(without_stop(teller.name(partner)))
        aside = md(", ".join([teller.words.value("role", role) for role in dict.fromkeys(found)]))
        said.append(teller.words("punctuation.aside", text=name, aside=aside) if aside else name)
    return said


def partners(teller: Teller) -> tuple[str, ...]:
    """Say for each partner what it is, what it brings, what it gets, and what it wants for itself."""
    declared = teller.theory.of_kind("partner")
    found: dict[str, list[Contribution]] = {partner.id: [] for partner in declared}
    for contribution in teller.theory.contributions:
        found.setdefault(contribution.partner, []).append(contribution)
    blocks = [block for name, given in found.items() for block in _partner(teller, name, given)]
    others = _stakeholders(teller)
    return (*([f"## {teller.words('heading.partners')}", *blocks] if blocks else []), *others)


def _partner(teller: Teller, name: str, contributions: list[Contribution]) -> list[str]:
    words, element = teller.words, teller.theory.get(name)
    title = md(without_stop(teller.name(name)))
    if element is None:
        title = words("punctuation.aside", text=title, aside=words("picture.not-declared"))
    about = _portrait(teller, element) if element and element.kind == "partner" else []
    items = [_brings(teller, each) for each in merged(contributions) if not _is_position(teller, each)]
    aims = [_aim(teller, aim) for aim in teller.owned.get(name, ()) if aim.kind == "aim"]
    blocks = [f"{'#' * _LEVEL} {capital(title)}", *about, *bullets(items)]
    if aims:
        blocks += [words("story.aims" if len(aims) > 1 else "story.aim"), *bullets(aims)]
    is_silent = not items and not aims and not contributions
    return [*blocks, *([words("story.brings-nothing")] if is_silent else [])]


def _portrait(teller: Teller, partner: Element) -> list[str]:
    """Say what a partner is, and what it gets."""
    facts = [value(teller, key, text) for key in _FACTS for text in partner.all(key)]
    facts += [value(teller, "status", text) for text in partner.all("status") if text != "in"]
    gets = [md(without_stop(text)) for text in partner.all("gets")]
    label = teller.words("story.gets")
    said = [sentence(remarks(teller, partner.details, {*_FACTS, "status", "gets"}))]
    said += (
        [ended(teller.words("punctuation.label", label=label, text=teller.words.joined(tuple(gets))))] if gets else []
    )
    return [part for part in (f"*{capital(' · '.join(facts))}*" if facts else "", " ".join(filter(None, said))) if part]


def merged(contributions: list[Contribution]) -> list[Contribution]:
    """Join a contribution that says no more than a role to another one of the same partner that says what."""
    kept: list[Contribution] = []
    for each in sorted(contributions, key=_is_bare):
        others = [at for at, other in enumerate(kept) if other.to == each.to]
        if not _is_bare(each) or not others:
            kept.append(each)
        elif each.role != "do" and kept[others[0]].role == "do":
            kept[others[0]] = replace(kept[others[0]], details=(*kept[others[0]].details, *each.details))
    order = {each.to: at for at, each in reversed(list(enumerate(contributions)))}
    return sorted(kept, key=lambda each: order[each.to])


def _is_bare(contribution: Contribution) -> bool:
    return not contribution.what and all(detail.key == "role" for detail in contribution.details)


def _is_position(teller: Teller, contribution: Contribution) -> bool:
    element = teller.theory.get(contribution.to) if isinstance(contribution.to, str) else None
    return element is not None and element.kind in _POSITIONS


def _brings(teller: Teller, contribution: Contribution) -> str:
    words = teller.words
    said = _towards(teller, contribution)
    if contribution.what:
        said = words("punctuation.label", label=said, text=md(without_stop(contribution.what)))
    asides = [words.value("role", contribution.role)] if contribution.role != "do" else []
    if status := contribution.get("status"):
        asides.append(words.value("status", status))
    more = remarks(teller, contribution.details, {"role", "status", "note"})
    notes = [md(detail.value) for detail in contribution.details if detail.key == "note"]
    asides = [md(aside) for aside in asides] + ([more] if more else [])
    said = words("punctuation.aside", text=said, aside=words("punctuation.and-so-on").join(asides)) if asides else said
    return " ".join([ended(said), *[ended(note) for note in notes]])


def _towards(teller: Teller, contribution: Contribution) -> str:
    """Say what a contribution is for."""
    words, to = teller.words, contribution.to
    if to is None:
        return words("story.to-whole")
    if isinstance(to, LinkRef):
        return subject(teller, to)
    element = teller.theory.get(to)
    if element is None or element.kind in ("activity", "output", "outcome", "goal", "input", "condition", "pathway"):
        return f"**{md(without_stop(teller.name(to)))}**"
    label = words.heading(element.kind)
    return words("story.to-kind", kind=label, text=quoted(teller, to))


def _aim(teller: Teller, aim: Element) -> str:
    words = teller.words
    said = capital(md(without_stop(teller.text(aim))))
    shared = [link.target for link in teller.effects.get(aim.id, ())]
    if shared:
        said = words("list.comma").join([said, words("story.aim-shares", results=quotes(teller, shared))])
    more = remarks(teller, aim.details)
    return ended(words("punctuation.aside", text=said, aside=more) if more else said)


def _stakeholders(teller: Teller) -> tuple[str, ...]:
    words = teller.words
    items = []
    for each in teller.theory.of_kind("stakeholder"):
        said = [f"**{md(without_stop(teller.text(each)))}**."]
        if each.get("essential"):
            said.append(words("story.essential"))
        helped = [link.target for link in teller.effects.get(each.id, ())]
        said += [words("story.helps", results=quotes(teller, helped))] if helped else []
        said.append(sentence(remarks(teller, each.details, {"essential"})))
        items.append(" ".join([part for part in said if part]))
    return (f"## {words('heading.outside')}", *bullets(items)) if items else ()
