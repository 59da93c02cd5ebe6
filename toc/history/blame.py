"""Who last touched each element: the newest step that changed it, its arrows, or what is contributed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.compare.facts import key_of
from toc.compare.told import names_of

from .life import touched
from .told import flat, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.compare import Change
    from toc.compare.facts import Key
    from toc.compare.told import Told
    from toc.model import Element

    from .step import Step


class Touch(NamedTuple):
    """An element, the step that touched it last, and what that step did to it, as data and in sentences.

    ``step`` is None where no version that can be read tells. Where a shallow clone begins with the element, its step
    is the one at which the clone is cut (`News.CUT`), and somebody else may have written it.
    """

    element: Element
    step: Step | None = None
    changes: tuple[Change, ...] = ()
    told: tuple[Told, ...] = ()


def blame(elements: Iterable[Element], steps: Iterable[Step]) -> tuple[Touch, ...]:
    """Find for elements of the newest version who touched them last; no more steps are taken than that needs."""
    wanted = tuple(elements)
    waiting = {key_of(element): Touch(element) for element in wanted}
    found: dict[Key, Touch] = {}
    for step in steps:
        if not waiting:
            break
        for key, touch in _touches(step, waiting).items():
            found[key] = touch
            del waiting[key]
    return tuple([found.get(key_of(element), Touch(element)) for element in wanted])


def _touches(step: Step, waiting: dict[Key, Touch]) -> dict[Key, Touch]:
    names_now = {(key[0], then): key for key, then in step.called.items()}
    changes: dict[Key, list[Change]] = {}
    for change in step.changes:
        for then in dict.fromkeys(touched(change)):
            # A name that the element of today had not taken yet belonged to another one, which is gone.
            key = names_now.get(then) or (None if then in step.called else then)
            if key in waiting:
                changes.setdefault(key, []).append(change)
    if not changes:
        return {}
    names, nobody = names_of(step.old, step.new), unknown(step)
    return {
        key: Touch(waiting[key].element, step, tuple(those), nobody or flat(those, names))
        for key, those in changes.items()
    }
