"""One answer to "what if": everything that is worked out, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.logic import Graph, gaps, hopeful

from .company import Left, Loser, brought, left_behind, losers
from .falling import Break, Fall, broken_by, explained, falling, lost_and_torn
from .lateness import Delay, delayed
from .supposing import Supposed, looked_up

if TYPE_CHECKING:
    from toc.model import Contribution, Theory


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WhatIf:
    """What follows from what is supposed.

    ``open`` is what is not done yet on the map and was taken as done. ``breaks`` is where it breaks, ``fall`` what
    falls and what holds all the same, ``alone`` what falls besides if nobody steps in. ``idle`` are beliefs that are
    about nothing, so that nothing follows from them.
    """

    theory: Theory
    supposed: Supposed
    meant: Graph
    open: tuple[str, ...]
    brought: tuple[Contribution, ...]
    left: Left
    breaks: tuple[Break, ...]
    fall: Fall
    alone: tuple[str, ...]
    losers: tuple[Loser, ...]
    delay: Delay
    idle: tuple[str, ...]

    @property
    def fallen(self) -> frozenset[str]:
        """Give the ids of everything that no longer holds."""
        return frozenset([one.name for one in self.fall.fallen])

    @property
    def lost_goals(self) -> tuple[str, ...]:
        """Give the goals that no longer hold, in reading order."""
        fallen = self.fallen
        return tuple([goal for goal in self.meant.goals if goal in fallen])


def suppose(theory: Theory, supposed: Supposed) -> WhatIf:
    """Work out what follows from what is supposed.

    Raises `WhatIfTrouble` for names and dates that cannot be. Costs a few walks over the theory, and two more for each
    different date.
    """
    wanted = looked_up(theory, supposed)
    graph = Graph(theory)
    meant = hopeful(graph)
    left = left_behind(graph, wanted.without)
    beliefs = {name: broken_by(meant, theory.by_id[name]) for name in wanted.broken}
    breaks = (*left.breaks, *[one for found in beliefs.values() for one in found])
    fallen = falling(meant, breaks)
    unfilled = (*breaks, *[Break(one.name, (one.gone,)) for one in left.standing_in])
    alone = falling(meant, unfilled) - fallen if left.standing_in else frozenset()
    lost, torn = lost_and_torn(meant, breaks)
    return WhatIf(
        theory=theory,
        supposed=wanted,
        meant=meant,
        open=gaps(graph),
        brought=brought(theory, wanted.without),
        left=left,
        breaks=breaks,
        fall=explained(meant, breaks, fallen),
        alone=tuple([name for name in meant.places if name in alone]),
        losers=losers(meant, wanted.without, fallen),
        delay=delayed(meant, wanted.late, lost, torn) if wanted.late else Delay(),
        idle=tuple([name for name, found in beliefs.items() if not found]),
    )
