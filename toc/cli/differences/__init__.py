"""What changed, written down: sentences for a terminal, Markdown for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from toc.compare.told import Group
    from toc.compare.words import Pieces


DROPPED: Final = "Dropped without a word"
"""What stands above what was dropped and is explained nowhere."""


class Difference(NamedTuple):
    """What changed between two versions, told.

    ``old`` and ``new`` are what the two are called, ``whom`` is the partner it is told to where it is one, and
    ``dropped`` is what was dropped without a word.
    """

    old: str
    new: str
    groups: tuple[Group, ...]
    whom: str = ""
    dropped: tuple[Pieces, ...] = ()

    @property
    def heading(self) -> str:
        """Say how much changed, and between what."""
        number = sum([len(group.told) for group in self.groups])
        whom = f" for {self.whom}" if self.whom else ""
        return f"{number:,} change{'' if number == 1 else 's'}{whom} from {self.old} to {self.new}"
