"""A meeting that did not end.

Every meeting ends in one of three ways: the work goes on, it pauses, or it stops. Where nobody says which, it goes on
by habit. A meeting is over when its day is past, or when somebody wrote down who was there or what happened; one that
is planned is left alone. Which day is today is given with `--as-of`, or it is the day of the last session.

Source: sessions by theme that build understanding, and end with continue, pause or stop.

Speaks up:

```toc
goal fed: Nobody in the valley goes hungry
session 2026-06-03: Second evening
  happened: eleven people drew one picture
```

Silent:

```toc
goal fed: Nobody in the valley goes hungry
session 2026-06-03: Second evening
  happened: eleven people drew one picture
  decision: continue
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic.dates import day_of

from .few_or_many import at_first, few_or_many
from .meetings import took_place, with_actions
from .phrases import capital, count, name, quoted
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "session-without-decision"
GO_ON = Fix("Write down how it ended: continue, pause or stop", paste="decision: continue")


def find(facts: Facts) -> Iterator[Finding]:
    """Name the sessions that are over and have no decision."""
    undecided = [one for one in facts.theory.of_kind("session") if not one.get("decision")]
    agreed = with_actions(facts) if undecided else frozenset()
    left = [one for one in undecided if took_place(one, agreed, facts)]
    yield from few_or_many(left, facts, NAME, _alone, _together)


def _alone(session: Element) -> Finding:
    return on_element(session, f"The meeting {_called(session)} has no ending. Do you continue, pause or stop?", GO_ON)


def _together(left: Sequence[Element]) -> Finding:
    message = f"{count(len(left), 'meeting')} have no ending, the last of them the one {_called(left[-1]).rstrip(',')}."
    return at_first(f"{capital(message)} Do you continue, pause or stop?", left[-1])


def _called(session: Element) -> str:
    """Name a meeting by its day and its words, or by its words alone where its name is no day."""
    if not day_of(session.id):
        return name(session)
    return f"of {session.id}, {quoted(session.text)}," if session.text else f"of {session.id}"


RULE = Rule(NAME, find, None, WARNING, WARNING, WARNING, family=Family.PROCESS)
