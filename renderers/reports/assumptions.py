"""The watch-list: what the plan takes to be true, the sign that it no longer is, who looks, and what rests on it.

What needs a look comes first: what is shaky, what matters much, what nobody is sure of. That orders beliefs, never
people. What rests on an assumption is worked out: it is what no longer holds when its step does not (`toc.logic`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.logic import Graph, hopeful, state
from toc.model import LinkRef

from ..document import Cell, Paragraph, Run, Style, Table, cell, said
from ..languages import capital
from ..story.sentences import without_stop
from ..wording import numbers
from .telling import detail, is_late, key_name, paragraph, quote, subject

if TYPE_CHECKING:
    from toc.model import About, Element

    from ..document import Document
    from .asked import Asked

_STATES: Final = {"broken": 0, "shaky": 1, "open": 2, "": 2, "holding": 3}
_HIGH_FIRST: Final = {"high": 0, "medium": 1, "": 1, "low": 2}
_LOW_FIRST: Final = {"low": 0, "medium": 1, "": 1, "high": 2}
_MOST_NAMED: Final = 2


def build(asked: Asked) -> Document:
    """Give the watch-list as a table, or say that nothing was written down yet."""
    words, found = asked.words, asked.theory.of_kind("assumption")
    if not found:
        return asked.document(words("assumptions.title"), [paragraph(words("assumptions.none"))])
    graph, given = hopeful(Graph(asked.theory)), numbers(asked.theory)
    rows = [_row(asked, graph, each, given[each.id]) for each in sorted(found, key=_first)]
    keys = ("importance", "confidence", "watch", "owner", "review")
    head = (words.heading("assumption"), words("assumptions.step"), *[key_name(asked, key) for key in keys])
    table = Table(
        (*head, words("assumptions.rests")), tuple(rows), (6, 7, 3, 3, 4, 4, 3, 6), words("assumptions.title")
    )
    return asked.document(words("assumptions.title"), [Paragraph(said(words("assumptions.intro")), lead=True), table])


def _first(assumption: Element) -> tuple[int, int, int]:
    """Put first what needs a look; what stands alike stays in the order of the text."""
    importance, confidence = assumption.get("importance") or "", assumption.get("confidence") or ""
    return (
        _STATES.get(state(assumption), _STATES["open"]),
        _HIGH_FIRST.get(importance, 1),
        _LOW_FIRST.get(confidence, 1),
    )


def _row(asked: Asked, graph: Graph, each: Element, number: int) -> tuple[Cell, ...]:
    step = asked.words("punctuation.and-so-on").join([_step(asked, about) for about in each.about])
    plain = [cell(detail(asked, each, key)) for key in ("importance", "confidence", "watch", "owner")]
    step = step or capital(asked.words("story.whole-theory"))
    return (_belief(asked, each, number), cell(step), *plain, _review(asked, each), cell(_rests(asked, graph, each)))


def _belief(asked: Asked, each: Element, number: int) -> Cell:
    """Say what is believed, with its number in the picture, and how it is doing where somebody said so."""
    mark = f"{asked.words('picture.assumption-letter')}{number} "
    status = detail(asked, each, "status")
    more = (Run(f" ({status})", Style.QUIET),) if status else ()
    return Cell((Run(mark, Style.QUIET), *said(capital(without_stop(asked.teller.text(each)))), *more))


def _step(asked: Asked, about: About) -> str:
    if isinstance(about, LinkRef):
        return asked.words("assumptions.from-to", source=quote(asked, about.source), target=quote(asked, about.target))
    return subject(asked, about)


def _review(asked: Asked, each: Element) -> Cell:
    """Say when to look at it again; a day that has passed stands out, in words."""
    text = detail(asked, each, "review")
    if not is_late(each.get("review"), asked.as_of):
        return cell(text)
    return Cell((*said(text), Run(f" {asked.words('assumptions.due')}", Style.STRONG)))


def _rests(asked: Asked, graph: Graph, each: Element) -> str:
    """Name what no longer holds when this is not true: goals first, then what is nearest to them."""
    if not each.about:
        return asked.words("assumptions.everything")
    torn = frozenset([about for about in each.about if isinstance(about, LinkRef)])
    lost = frozenset([about for about in each.about if isinstance(about, str)])
    levels = graph.levels
    fallen = [name for name in graph.holds - graph.holds_without(lost, torn) if _is_wanted(asked, name)]
    fallen.sort(key=lambda name: (levels.get(name, len(levels)), asked.teller.place(name)))
    only_goal = graph.goals[0] if len(graph.goals) == 1 else None
    named = tuple([_fallen(asked, name, name == only_goal) for name in fallen[:_MOST_NAMED]])
    rest = len(fallen) - len(named)
    more = (asked.words("assumptions.more", count=rest),) if rest else ()
    return asked.words.joined((*named, *more)) or asked.words("assumptions.nothing")


def _fallen(asked: Asked, name: str, is_the_goal: bool) -> str:  # noqa: FBT001  told apart where it is called
    return asked.words("assumptions.goal") if is_the_goal else quote(asked, name)


def _is_wanted(asked: Asked, name: str) -> bool:
    element = asked.theory.get(name)
    return element is not None and not element.get("unintended")
