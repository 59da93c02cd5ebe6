"""The columns that three donors ask for.

Sources: the action documents of the European Commission (DG INTPA, section 3.6: impact, outcomes and outputs without
activities, with indicators, baselines, targets, sources of data and assumptions; at most ten expected results); the
logframe template of DFID, now FCDO, of 2011 (one outcome, up to six outputs with weighting and risk rating; milestones;
planned and achieved; inputs); the note of USAID on logic models (context, if–then outcomes, main interventions, key
assumptions, key indicators). What the language of theories has no word for stays an empty column to fill in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from toc.logic import needed, state

from ..document import Cell, Heading, Table, cell
from ..escape import one_line
from ..languages import capital
from ..story.sentences import without_stop
from .figures import measured, source, years
from .levels import aimed_for, beliefs, latest, levels, milestones, named, on_the_way, set_rows, value
from .telling import aside, bare, detail, key_name, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import About, Contribution, Element

    from ..document import Block
    from .asked import Asked

_RESULTS: Final = ("goal", "outcome", "output")
_MOST_EXPECTED: Final = 10
_MOST_OUTPUTS: Final = 6
_POUNDS: Final = re.compile(r"£|\bGBP\b", re.IGNORECASE)
_FULL_TIME: Final = re.compile(r"\bFTE\b", re.IGNORECASE)


def european(asked: Asked) -> list[Block]:
    """Give the columns of the European Union."""
    count = milestones(asked.theory.of_kind("indicator"))
    has_values = any(one.all("actual") for one in asked.theory.of_kind("indicator"))
    made: list[tuple[Cell, ...]] = []
    for level in levels(asked, _ladder(asked)):
        lines = [
            [named(asked, one), value(one, "baseline"), *on_the_way(one, count), value(one, "target"),
             *([latest(one)] if has_values else []), cell(source(asked, one))]
            for one in level.indicators
        ]  # fmt: skip
        made += set_rows(level, lines, 4 + count + has_values, beliefs(level))
    keys = ("eu-level", "eu-results", "indicators", "eu-baseline", "eu-target", "eu-latest", "eu-source", "assumptions")
    head = [asked.words(f"logframe.{key}") for key in keys if key != "eu-latest" or has_values]
    expected = len(aimed_for(asked, "outcome", "output"))
    too_many = _note(asked, "eu-many", expected) if expected > _MOST_EXPECTED else []
    return [*too_many, _table(asked, head[:4] + _numbered(asked, count) + head[4:], made, (5, 6))]


def british(asked: Asked) -> list[Block]:
    """Give the columns of FCDO: each indicator planned and achieved, then the inputs."""
    indicators = asked.theory.of_kind("indicator")
    count = milestones(indicators)
    more = any(_at_other_times(one) for one in indicators)
    made: list[tuple[Cell, ...]] = []
    for level in levels(asked, _ladder(asked)):
        lines = [line for one in level.indicators for line in _planned_and_achieved(asked, one, count, more=more)]
        risks = [cell(text) for text in _risks(asked, level.element)] if level.element else []
        made += set_rows(level, lines, 5 + count + more, beliefs(level), [], risks)
    keys = ["level", "fcdo-result", "indicators", "planned-or-achieved", "baseline"]
    after = ["target", *(["at-other-times"] if more else []), "fcdo-source", "assumptions", "weighting", "risk"]
    head = [*[asked.words(f"logframe.{key}") for key in keys], *_numbered(asked, count)]
    table = _table(asked, [*head, *[asked.words(f"logframe.{key}") for key in after]], made, (5, 6, 3, 4))
    return [*_british_notes(asked), table, *_british_inputs(asked)]


def _planned_and_achieved(asked: Asked, one: Element, count: int, *, more: bool) -> list[list[Cell]]:
    """Give the two lines of an indicator; what was seen stands below the milestone or target of its year."""
    planned = [named(asked, one), cell(asked.words("logframe.planned")), value(one, "baseline")]
    planned += [*on_the_way(one, count), value(one, "target"), *([Cell()] if more else []), cell(source(asked, one))]
    places = [*one.all("interim"), *[""] * (count - len(one.all("interim"))), one.get("target") or ""]
    seen = [_seen(one, place) for place in places]
    others = asked.words("punctuation.and-so-on").join([one_line(text) for text in _at_other_times(one)])
    achieved = [
        named(asked, one),
        cell(asked.words("logframe.achieved")),
        Cell(),
        *seen,
        *([measured(others)] if more else []),
    ]
    return [planned, [*achieved, Cell()]]


def _seen(one: Element, place: str) -> Cell:
    """Give what was seen in the year of a planned value."""
    found = [text for text in one.all("actual") if years(text) & years(place)]
    return measured(found[-1]) if found else Cell()


def _at_other_times(one: Element) -> list[str]:
    planned = frozenset().union(*[years(text) for text in (*one.all("interim"), one.get("target") or "")])
    return [text for text in one.all("actual") if not years(text) & planned]


def _risks(asked: Asked, result: Element) -> list[str]:
    """Rate the risks of an output, or of the step from it, as far as the group has rated them."""
    about: list[About] = [result.id, *[link.ref for link in asked.teller.effects.get(result.id, ())]]
    found = [risk for each in about for risk in asked.teller.on(each, "risk")] if result.kind == "output" else []
    said = []
    for risk in dict.fromkeys(found):
        rated = [asked.words("punctuation.label", label=key_name(asked, key), text=detail(asked, risk, key))
                 for key in ("impact", "likelihood") if risk.get(key)]  # fmt: skip
        text = capital(bare(asked, risk.id))
        ratings = asked.words("punctuation.and-so-on").join(rated)
        said.append(aside(asked, text, ratings))
    return said


def _british_notes(asked: Asked) -> list[Block]:
    outcomes, outputs = len(aimed_for(asked, "outcome")), len(aimed_for(asked, "output"))
    notes = _note(asked, "fcdo-outcomes", outcomes) if outcomes > 1 else []
    return [*notes, *(_note(asked, "fcdo-outputs", outputs) if outputs > _MOST_OUTPUTS else [])]


def _british_inputs(asked: Asked) -> list[Block]:
    """Give what is put in; pounds and full-time posts in columns of their own where somebody wrote them so."""
    rows = []
    for one in asked.theory.of_kind("activity", "input"):
        own = [(one.get("cost") or "", "")]
        own += [(each.get("amount") or "", bare(asked, each.partner)) for each in _going(asked, one)]
        rows += [_put_in(asked, one, text, who) for text, who in own if text.strip()]
    if not rows:
        return []
    keys = ("input", "who", "amount", "pounds", "full-time")
    head = tuple([asked.words(f"logframe.{key}") for key in keys])
    title = asked.words("logframe.inputs")
    return [Heading(title), Table(head, tuple(rows), (6, 4, 3, 3, 3), title)]


def _going(asked: Asked, one: Element) -> list[Contribution]:
    """Give what is brought to something and was not taken back."""
    return [each for each in asked.teller.given.get(one.id, ()) if state(each) != "withdrawn"]


def _put_in(asked: Asked, one: Element, text: str, who: str) -> tuple[Cell, ...]:
    pounds, posts = (measured(text) if found.search(text) else Cell() for found in (_POUNDS, _FULL_TIME))
    return (cell(capital(bare(asked, one.id))), cell(who), measured(text), pounds, posts)


def american(asked: Asked) -> list[Block]:
    """Give the five parts that USAID asks for, a row for each goal and outcome."""
    keys = ("fcdo-result", "context", "if-then-head", "interventions", "key-assumptions", "key-indicators")
    rows = tuple([_five_parts(asked, one) for one in aimed_for(asked, "goal", "outcome")])
    head = tuple([asked.words(f"logframe.{key}") for key in keys])
    return [Table(head, rows, (4, 4, 6, 5, 5, 4), asked.words("logframe.sheet"))]


def _five_parts(asked: Asked, result: Element) -> tuple[Cell, ...]:
    links = [link for link in asked.theory.links if link.target == result.id]
    before = [(link, one) for link in links if (one := asked.theory.get(link.source))]
    context = [bare(asked, one.id) for _, one in before if one.kind in ("condition", "barrier")]
    held = [one for link in links for one in asked.teller.on(link.ref, "assumption")]
    held += asked.teller.on(result.id, "assumption")
    held += [one for one in asked.theory.of_kind("assumption") if one.whole and result.kind == "goal"]
    columns = [context, [_if_then(asked, result)], _interventions(asked, result)]
    columns += [[bare(asked, one.id) for one in held]]
    columns += [[bare(asked, one.id) for one in asked.teller.on(result.id, "indicator")]]
    texts = [asked.words("punctuation.and-so-on").join(dict.fromkeys(column)) for column in columns]
    return (cell(capital(without_stop(asked.teller.text(result)))), *[cell(capital(text)) for text in texts])


def _if_then(asked: Asked, result: Element) -> str:
    """Say what has to be there for a result, as one sentence; nothing where no result leads to it."""
    causes = [asked.theory.get(link.source) for link in asked.teller.causes.get(result.id, ())]
    said = [asked.teller.inside(asked.teller.text(one)) for one in causes if one and one.kind in _RESULTS]
    if not said:
        return ""
    count, then = needed(result), asked.teller.inside(asked.teller.text(result))
    if count == 1 and len(said) > 1:
        return asked.words("logframe.if-any", causes=asked.words.joined(tuple(said), "list.or"), result=then)
    key = "logframe.if-some" if 1 < count < len(said) == len(causes) else "logframe.if-then"
    return asked.words(key, causes=asked.words.joined(tuple(said)), result=then, count=count)


def _interventions(asked: Asked, result: Element) -> list[str]:
    """Name the work that leads to a result, also through what it delivers."""
    straight = [link.source for link in asked.teller.causes.get(result.id, ())]
    behind = [
        link.source
        for name in straight
        if (one := asked.theory.get(name)) and one.kind == "output"
        for link in asked.teller.causes.get(name, ())
    ]
    return [bare(asked, name) for name in (*straight, *behind) if _is_work(asked, name)]


def _is_work(asked: Asked, name: str) -> bool:
    one = asked.theory.get(name)
    return one is not None and one.kind == "activity"


def _ladder(asked: Asked) -> dict[str, str]:
    return {kind: asked.words(f"logframe.donor-{kind}") for kind in _RESULTS}


def _numbered(asked: Asked, count: int) -> list[str]:
    return [asked.words("logframe.milestone", number=number) for number in range(1, count + 1)]


def _note(asked: Asked, key: str, count: int) -> list[Block]:
    return [paragraph(asked.words(f"logframe.{key}", count=count))]


def _table(asked: Asked, head: Sequence[str], rows: Sequence[tuple[Cell, ...]], last: tuple[int, ...]) -> Table:
    """Give the table; ``last`` are the widths of the columns behind those of values."""
    widths = (3, 6, 5, *[3] * (len(head) - 3 - len(last)), *last)
    return Table(tuple(head), tuple(rows), widths, asked.words("logframe.sheet"))
