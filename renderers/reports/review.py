"""The sheet for looking back together: what happened, why, so what, now what, with what is known put at hand.

What it is called is up to the group (``--title``, or `call session: Strategy review`): the four questions come from
reflective practice and have other names among executives. It leaves room to write, and calls nothing late unless it
was told which day counts as today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.logic import is_over, is_reached, state
from toc.logic.dates import day_of, last_day

from ..document import Blank, Heading, Item, Listing, Paragraph, Run, Style, said
from ..languages import capital
from ..story.details import label
from ..story.sentences import ended, without_stop
from .telling import aside, bare, detail, is_late, key_name, labelled, listed, paragraph, sentence, subjects, value

if TYPE_CHECKING:
    from datetime import date

    from toc.model import Element

    from ..document import Block, Document, Said
    from .asked import Asked

_QUESTIONS: Final = ("happened", "why", "so-what", "now-what")
_SHAKY: Final = frozenset({"broken", "shaky"})
_LINES: Final = 4


def build(asked: Asked) -> Document:
    """Give the sheet; what there is nothing to say about is left out, the questions always stand in it."""
    today = asked.as_of or last_day(tuple([one.id for one in asked.theory.of_kind("session")]))
    blocks = [*_last_time(asked, today), *_steps(asked, today), *_milestones(asked, today), *_signs(asked)]
    blocks += [*_beliefs(asked, today), *_differences(asked, today)]
    return asked.document(_called(asked), [*blocks, *_questions(asked)])


def _called(asked: Asked) -> str:
    """Call it what the group calls its meetings, where it has a word for them."""
    has_word = any(kind == "session" for kind, _ in asked.words.called)
    return asked.words.heading("session") if has_word else asked.words("review.title")


def _last_time(asked: Asked, today: date | None) -> list[Block]:
    """Say what the last meeting up to today wrote down: how it ended, and what it wanted to do."""
    dated = [(day, one) for one in asked.theory.of_kind("session") if (day := day_of(one.id))]
    past = [one for day, one in dated if today is None or day <= today]
    if not past:
        return []
    last = max(past, key=lambda one: one.id)
    name = aside(asked, asked.teller.text(last), asked.words.date(last.id)) if last.text else asked.words.date(last.id)
    told = [key for key in ("decision", *_QUESTIONS) if last.get(key)]
    texts = [labelled(asked, key_name(asked, key), ended(detail(asked, last, key))) for key in told]
    return [Heading(asked.words("review.last", name=name)), *map(Paragraph, texts)]


def _steps(asked: Asked, today: date | None) -> list[Block]:
    """List the next steps: first those that are open, then what is done."""
    found = asked.theory.of_kind("action")
    items = [Item(_step(asked, one, today)) for over in (False, True) for one in found if is_over(one) is over]
    return [Heading(asked.words("review.agreed")), Listing(tuple(items))] if items else []


def _step(asked: Asked, action: Element, today: date | None) -> Said:
    words = asked.words
    who = [bare(asked, each.partner) for each in asked.teller.given.get(action.id, ())]
    due, status = action.get("due"), detail(asked, action, "status")
    facts = [words.joined(tuple(dict.fromkeys(who))), words.by(due) if due else "", status]
    more = words("punctuation.and-so-on").join([fact for fact in facts if fact])
    text = ended(aside(asked, without_stop(asked.teller.text(action)), more))
    return _marked(asked, text, is_late=is_late(due, today) and not is_over(action))


def _marked(asked: Asked, text: str, *, is_late: bool) -> Said:
    return (*said(text), Run(f" {asked.words('review.waits')}", Style.STRONG)) if is_late else said(text)


def _milestones(asked: Asked, today: date | None) -> list[Block]:
    """Name what was reached, and ask for a feast where nobody marked it; then what is still to come."""
    found = asked.theory.of_kind("milestone")
    items = [Item(_reached(asked, one)) for one in found if is_reached(one)]
    items += [Item(_to_come(asked, one, today)) for one in found if not is_over(one)]
    return [Heading(asked.words.heading("milestone", 2)), Listing(tuple(items))] if items else []


def _reached(asked: Asked, milestone: Element) -> Said:
    words, text = asked.words, without_stop(asked.teller.text(milestone))
    status = sentence(words("punctuation.label", label=text, text=detail(asked, milestone, "status")))
    feast = detail(asked, milestone, "celebrated")
    if feast:
        return said(f"{status} {sentence(words('punctuation.label', label=key_name(asked, 'celebrated'), text=feast))}")
    return (*said(status), Run(f" {words('review.celebrate')}", Style.STRONG))


def _to_come(asked: Asked, milestone: Element, today: date | None) -> Said:
    words, due = asked.words, milestone.get("due")
    facts = [words.by(due) if due else "", detail(asked, milestone, "status")]
    more = words("punctuation.and-so-on").join([fact for fact in facts if fact])
    text = ended(aside(asked, without_stop(asked.teller.text(milestone)), more))
    return _marked(asked, text, is_late=is_late(due, today))


def _signs(asked: Asked) -> list[Block]:
    """Say what was seen since, where somebody looked: from where, what it is now, and what is wanted."""
    seen = [one for one in asked.theory.of_kind("indicator") if one.get("actual")]
    return [Heading(asked.words("review.signs")), *listed([_sign(asked, one) for one in seen])] if seen else []


def _sign(asked: Asked, indicator: Element) -> str:
    facts = [("baseline", indicator.get("baseline")), ("actual", indicator.all("actual")[-1]),
             ("target", indicator.get("target"))]  # fmt: skip
    said_so = [
        asked.words("punctuation.label", label=label(asked.teller, key), text=value(asked, key, text))
        for key, text in facts
        if text
    ]
    told = asked.words("punctuation.and-so-on").join(said_so)
    return asked.words("punctuation.label", label=capital(bare(asked, indicator.id)), text=ended(told))


def _differences(asked: Asked, today: date | None) -> list[Block]:
    """Name the differences with which the partners wanted to live until a day that has passed."""
    found = [
        one
        for one in asked.theory.of_kind("disagreement")
        if is_late(one.get("until"), today) and not one.get("answer")
    ]
    return [Heading(asked.words("review.differ")), *listed([_difference(asked, one) for one in found])] if found else []


def _difference(asked: Asked, one: Element) -> str:
    until = asked.words("punctuation.label", label=asked.words("agreement.live-with"), text=detail(asked, one, "until"))
    settle = detail(asked, one, "settle")
    more = asked.words("punctuation.label", label=key_name(asked, "settle"), text=settle) if settle else ""
    return " ".join([part for part in (asked.teller.text(one), sentence(until), sentence(more)) if part])


def _beliefs(asked: Asked, today: date | None) -> list[Block]:
    """Name the assumptions that are due for a look, and those that are shaking."""
    found = [
        one for one in asked.theory.of_kind("assumption") if is_late(one.get("review"), today) or state(one) in _SHAKY
    ]
    return (
        [Heading(asked.words("review.assumptions")), *listed([_belief(asked, one) for one in found])] if found else []
    )


def _belief(asked: Asked, assumption: Element) -> str:
    words = asked.words
    keys = ("status", "watch", "owner", "review")
    facts = [
        words("punctuation.label", label=key_name(asked, key), text=detail(asked, assumption, key))
        for key in keys
        if assumption.get(key)
    ]
    about = subjects(asked, assumption.about)
    text = aside(asked, capital(without_stop(asked.teller.text(assumption))), about)
    return " ".join([ended(text), *[sentence(fact) for fact in facts]])


def _questions(asked: Asked) -> list[Block]:
    """Ask the four questions and for the decision, with room to write."""
    words = asked.words
    blocks: list[Block] = [Heading(words("review.today")), paragraph(words("review.intro"), Style.QUIET)]
    blocks += [Blank(words(f"review.{key}"), _LINES) for key in _QUESTIONS]
    return [*blocks, Blank(words("review.decision"), 1), Blank(words("review.steps"), _LINES)]
