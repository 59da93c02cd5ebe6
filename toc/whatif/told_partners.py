"""What partners leave behind, in words. Nobody is blamed or compared: it is told what happens to the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.aloud import box, boxes, partner, partners
from toc.logic import listed, state
from toc.model import LinkRef

from .company import LOOSE, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toc.model import Contribution, Theory

    from .answer import WhatIf
    from .company import Loser, Shared

_FEW: Final = 3
_DOING: Final = {"lead": "leads", "consulted": "is consulted in", "informed": "is informed about"}
_LOOKING: Final = {"measure": "reads", "watch": "keeps an eye on"}
_BRINGING: Final = {"input": "brings", "indicator": "reads", "action": "does", "agreement": "takes part in"}


def leaving(what_if: WhatIf, name: str) -> tuple[str, ...]:
    """Say what a partner brings, and which part it has in the partnership."""
    theory = what_if.theory
    role = roles(theory, (name,)).get(name)
    said = [f"its part in the partnership: {role}"] if role else []
    return (*said, *[_contribution(theory, given) for given in what_if.brought if given.partner == name])


def _contribution(theory: Theory, given: Contribution) -> str:
    what, to = " ".join(given.what.split()), _place(theory, given)
    asides = [given.get("amount") or "", "leads" if what and given.role == "lead" else "", state(given)]
    aside = ", ".join([each for each in asides if each])
    element = theory.by_id.get(given.to) if isinstance(given.to, str) else None
    verb = _DOING.get(given.role) or _BRINGING.get(element.kind if element else "", "does")
    said = f"{what}, for {to}" if what else f"{verb} {to}"
    return f"{said}{f' ({aside})' if aside else ''}"


def _place(theory: Theory, given: Contribution) -> str:
    if isinstance(given.to, LinkRef):
        return f"the step from {box(theory, given.to.source)} to {box(theory, given.to.target)}"
    return "the whole" if given.to is None else box(theory, given.to)


def goes_on(what_if: WhatIf) -> tuple[str, ...]:
    """Say which work goes on, with whom, how sure that is, and without what."""
    theory, gone = what_if.theory, what_if.supposed.without
    short = {one.name: one.lost for one in what_if.fall.short}
    said = [_shared(theory, one, gone, short.pop(one.name, ())) for one in what_if.left.shared]
    said += [f"{box(theory, name)} goes on without {boxes(theory, lost, _FEW)}." for name, lost in short.items()]
    return tuple(said)


def _shared(theory: Theory, one: Shared, gone: tuple[str, ...], lost: tuple[str, ...]) -> str:
    names = partners(theory, dict.fromkeys([given.partner for given in one.others])) or one.person
    without = f", without {boxes(theory, lost, _FEW)}" if lost else ""
    told = [f"{box(theory, one.name)} goes on with {names}{without}."]
    told += [_not_firm(theory, given) for given in one.others if state(given) in LOOSE]
    for given in one.others:
        waits = [name for name in listed(given.get("depends-on") or "") if name in gone]
        told += [f"There {partner(theory, given.partner)} waits for {partners(theory, waits)}."] if waits else []
    return " ".join(told)


def _not_firm(theory: Theory, given: Contribution) -> str:
    what = f"‘{' '.join(given.what.split())}’" if given.what else "its part"
    return f"{partner(theory, given.partner)} has only {state(given)} {what}; nobody has confirmed it."


def step_in(what_if: WhatIf) -> tuple[str, ...]:
    """Say who is named as a backup, and what falls if nobody steps in."""
    return tuple(_step_in(what_if))


def _step_in(what_if: WhatIf) -> Iterator[str]:
    theory = what_if.theory
    for one in what_if.left.standing_in:
        who, whom = partners(theory, one.partners), partner(theory, one.gone)
        yield f"{who} for {whom} in {box(theory, one.name)}: so the map says, and nobody has confirmed it."
    if what_if.alone:
        fall = "falls" if len(what_if.alone) == 1 else "fall"
        yield f"If nobody steps in, {boxes(theory, what_if.alone)} {fall} too."


def loses(what_if: WhatIf) -> tuple[str, ...]:
    """Say who loses what; what is told where work goes on is not told again."""
    told = {one.name for one in what_if.left.shared}
    known = [one for one in what_if.losers if one.partners and not (one.how == "wait" and one.what in told)]
    return (*[_LOSING[one.how](what_if.theory, one) for one in known], *_of_nobody(what_if))


def _of_nobody(what_if: WhatIf) -> Iterator[str]:
    """Say what nobody looks after any more."""
    for how, does in _LOOKING.items():
        names = [one.what for one in what_if.losers if one.how == how]
        if names:
            yield f"Nobody {does} {boxes(what_if.theory, names)} any more."


def _aim(theory: Theory, one: Loser) -> str:
    falls = "falls" if len(one.on) == 1 else "fall"
    rests = f"rests on {boxes(theory, one.on, _FEW)}, which {falls}"
    return f"{partners(theory, one.partners)}: its aim {box(theory, one.what)} {rests}."


def _work(theory: Theory, one: Loser) -> str:
    return f"{partners(theory, one.partners)}: {box(theory, one.what)} goes on, and nothing that it leads to holds."


def _wait(theory: Theory, one: Loser) -> str:
    return f"{partners(theory, one.partners)} waits for {partners(theory, one.on)} in {box(theory, one.what)}."


_LOSING: Final[dict[str, Callable[[Theory, Loser], str]]] = {"aim": _aim, "work": _work, "wait": _wait}
