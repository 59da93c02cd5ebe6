"""What somebody supposes: who is not there, what is not true, what comes late. Names are looked up here only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from toc.logic.dates import first_and_last
from toc.model import CAUSAL_KINDS
from toc.near import nearest
from toc.rules.phrases import a_kind, quoted, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from toc.model import Element, Theory

BELIEFS: Final = ("assumption", "risk", "condition", "input")
"""The kinds that can turn out not to be so: a risk comes true, a condition or an input is not there."""

_LISTED: Final = 5
_SHORT: Final = 40


class Supposed(NamedTuple):
    """What is supposed: partners who are not there, beliefs that do not hold, and boxes that come late.

    ``late`` are (box, pathway or milestone, date); a date is a year, a month or a day.
    """

    without: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    late: tuple[tuple[str, str], ...] = ()


class WhatIfTrouble(ValueError):  # noqa: N818  "error" is not a word to meet in a workshop
    """Something that cannot be supposed; the message is a sentence that says why, and what may be meant."""


def looked_up(theory: Theory, supposed: Supposed) -> Supposed:
    """Give the same with ids in place of names, each once.

    Raises WhatIfTrouble for a name that the theory has not, a kind that cannot be supposed so, and a date that is none.
    """
    return Supposed(
        _once([_partner(theory, name) for name in supposed.without]),
        _once([_belief(theory, name) for name in supposed.broken]),
        tuple(dict([_late(theory, *each) for each in supposed.late]).items()),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _partner(theory: Theory, name: str) -> str:
    partners = theory.of_kind("partner")
    known = [one.id for one in partners]
    known += [given.partner for given in theory.contributions if given.partner not in theory.by_id]
    if name in known:
        return name
    called = [one.id for one in partners if one.text.casefold() == name.casefold()]
    if called:
        return called[0]
    element = _named(theory, name)
    if element:
        other = f" To suppose that it is not so: --broken {name}" if element.kind in BELIEFS else ""
        msg = f"‘{name}’ is {a_kind(element.kind)}, not a partner.{other}"
        raise WhatIfTrouble(msg)
    raise WhatIfTrouble(_no_such("partner", name, partners, [*known, *[one.text for one in partners if one.text]]))


def _belief(theory: Theory, name: str) -> str:
    element = _named(theory, name)
    if element is None:
        raise WhatIfTrouble(_no_such("assumption", name, theory.of_kind(*BELIEFS)))
    if element.kind not in BELIEFS:
        other = f" To suppose that it is not there: --without {name}" if element.kind == "partner" else ""
        msg = (
            f"‘{name}’ is {a_kind(element.kind)}; --broken takes an assumption, a risk, a condition or an input.{other}"
        )
        raise WhatIfTrouble(msg)
    return element.id


def _late(theory: Theory, name: str, date: str) -> tuple[str, str]:
    element = _named(theory, name)
    dated = (*sorted(CAUSAL_KINDS), "milestone", "pathway")
    if element is None:
        raise WhatIfTrouble(_no_such("box", name, theory.of_kind(*dated)))
    if element.kind not in dated:
        msg = (
            f"‘{name}’ is {a_kind(element.kind)}, and its date does not travel along arrows. Name a box or a milestone."
        )
        raise WhatIfTrouble(msg)
    if first_and_last(date) is None:
        msg = f"‘{date}’ is no date. Write a year, a month or a day: 2030, 2030-06 or 2030-06-15."
        raise WhatIfTrouble(msg)
    return element.id, date.strip()


def _named(theory: Theory, name: str) -> Element | None:
    return theory.by_id.get(name)


def _no_such(what: str, name: str, known: Sequence[Element], called: Iterable[str] = ()) -> str:
    near = nearest(name, called or [one.id for one in known])
    return f"There is no {what} ‘{name}’. {f'Did you mean ‘{near}’?' if near else _those_there(known)}"


def _those_there(known: Sequence[Element]) -> str:
    """List a few by their ids, with their words: nobody can guess an id that was made of them."""
    if not known:
        return "There is none yet."
    listed = [f"{one.id} {quoted(one.text, _SHORT)}" if one.text else one.id for one in known[:_LISTED]]
    return f"There {'is only' if len(known) == 1 else 'are'} {series(listed, len(known) - len(listed))}."
