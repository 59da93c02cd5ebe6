"""Time to look back.

While the work is running, a group looks back now and then: what happened, why, so what, now what. This speaks when no
session has done so for longer than you agreed (`every` below the agreement; half a year where it says nothing, a
setting, `months_between_reviews`, and ours), when the day in `review` of the agreement is past, and when the last
look back left out one of the four questions. Next steps that were agreed count as an answer to “now what”. What a
review is called is up to you: `call session: Strategy review`. Which day is today is given with `--as-of`, or it is the
day of the last session.

Source: the four questions and their names for executives; no long silences (Pickering and Plitt 2013); what, so what,
now what (Liberating Structures); reflective monitoring (MSP Guide).

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
session 2026-01-15: Winter review
  decision: continue
  happened: forty people came each day
  why: it was cold
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
session 2026-01-15: Winter review
  decision: continue
  happened: forty people came each day
  why: it was cold
  so-what: they came for the warmth too
  now-what: open on Sundays
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic.dates import day_of, is_past

from .meetings import REFLECTION, in_order, looked_back, when, with_actions
from .phrases import capital, quoted, series
from .rhythm import Rhythm, rhythm
from .rule import ADVICE, Facts, Family, Rule, on_element, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.model import Element


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for the next look back, for the agreement, and for what the last look back left out."""
    sessions = in_order(facts)
    reviews = [session for session in sessions if looked_back(session)]
    late = _late(sessions, reviews, facts)
    if late:
        yield late
    elif reviews:
        yield from _unanswered(reviews[-1], facts)
    yield from _agreements(facts)


def _late(sessions: tuple[Element, ...], reviews: list[Element], facts: Facts) -> Finding | None:
    last = _last_day(reviews) or (None if reviews else _first_day(sessions))
    often = _rhythm(facts)
    if not last or not often or not facts.as_of or often.after(last) >= facts.as_of:
        return None
    called = _called(facts)
    said = f"The last {called} that looked back was on {last}." if reviews else f"No {called} since {last} looked back."
    message = f"{said} What happened, why, so what, now what?"
    lines = f"session {facts.as_of}: …\n  happened: …"
    session = Fix("Look back together, and write it down", paste=lines, margin=lines)
    return on_element(reviews[-1], message, session) if reviews else on_theory(facts.theory, message, session)


def _last_day(reviews: list[Element]) -> date | None:
    return day_of(reviews[-1].id) if reviews else None


def _first_day(sessions: tuple[Element, ...]) -> date | None:
    return next((day for session in sessions if (day := day_of(session.id))), None)


def _rhythm(facts: Facts) -> Rhythm | None:
    said = [text for one in facts.theory.of_kind("agreement") if (text := one.get("every"))]
    return rhythm(said[0]) if said else Rhythm(facts.thresholds.months_between_reviews)


def _called(facts: Facts) -> str:
    names = [one.value for one in facts.theory.details if one.key == "call" and (one.name or "").strip() == "session"]
    return quoted(names[0]) if names and names[0].strip() else "meeting"


def _unanswered(review: Element, facts: Facts) -> Iterator[Finding]:
    there = looked_back(review)
    answered = {*there, *(("now-what",) if review.id in with_actions(facts) else ())}
    left = [key for key in REFLECTION if key not in answered]
    if left:
        wrote = series([REFLECTION[key] for key in there])
        missing = series([f"‘{REFLECTION[key]}’" for key in left], last=" or ")
        message = f"{capital(when(review))} you wrote down {wrote}, but not {missing}. What would you say?"
        yield on_element(review, message, *[Fix("Write it below", paste=f"{key}: …") for key in left[:2]])


def _agreements(facts: Facts) -> Iterator[Finding]:
    for agreement in facts.theory.of_kind("agreement"):
        review = agreement.get("review") or ""
        if facts.as_of and is_past(review, facts.as_of):
            message = f"You wanted to look at the agreement again by {review}. Does it still fit?"
            yield on_element(agreement, message, Fix("Look at it, and set the next date", paste="review: …"))


RULE = Rule("review-due", find, None, None, None, ADVICE, family=Family.PROCESS)
