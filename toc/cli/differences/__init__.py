"""What changed, written down: sentences for a terminal, Markdown for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from toc.compare.told import Group


class Difference(NamedTuple):
    """What changed between two versions, told; ``old`` and ``new`` are what the two are called."""

    old: str
    new: str
    groups: tuple[Group, ...]

    @property
    def heading(self) -> str:
        """Say how much changed, and between what."""
        number = sum([len(group.told) for group in self.groups])
        return f"{number:,} change{'' if number == 1 else 's'} from {self.old} to {self.new}"
