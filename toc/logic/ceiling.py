"""The ceiling of accountability: up to where a partnership answers for results (CTOC, DS14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from toc.model import every

from .said import listed
from .walks import spread

if TYPE_CHECKING:
    from toc.model import Theory

    from .network import Network
    from .pathways import Pathways


class Ceiling(NamedTuple):
    """The last results that the partnership answers for, as the theory names them, and what lies around them.

    ``above`` lies beyond the ceiling and leads to none of it. ``across`` lies both beyond one of these results and
    below another one; there the ceiling is no cut. All of it is empty where no ceiling is named.
    """

    results: tuple[str, ...]
    above: frozenset[str]
    across: frozenset[str]


def ceiling(theory: Theory, network: Network, pathways: Pathways) -> Ceiling:
    """Find the ceiling of a theory; a pathway that is named stands for what is in it."""
    named = [name for value in every(theory.details, "ceiling") for name in listed(value)]
    members = [member for name in named for member in pathways.members(name) or (name,)]
    results = tuple([name for name in dict.fromkeys(members) if name in network.number])
    places = [network.number[name] for name in results]
    over, under = spread(network.after, places), spread(network.before, places)
    beyond = [(name, under[place]) for place, name in enumerate(network.names[: network.places]) if over[place]]
    above = frozenset([name for name, is_below in beyond if not is_below])
    across = frozenset([name for name, is_below in beyond if is_below])
    return Ceiling(results, above, across.difference(results))
