"""What a branch changes in the plans of a repository: found, told as one comment, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from toc.cli.differences import Difference
    from toc.compare import Change
    from toc.model import Theory


class Reviewed(NamedTuple):
    """One whole plan in which something changed.

    ``file`` is its name in git. ``difference`` is what changed, and None where there are no two versions to compare;
    then ``says`` is a sentence about that. ``missing`` are sentences about what of it could not be read. ``old`` and
    ``new`` are the two versions, None where there is none.
    """

    file: str
    old: Theory | None = None
    new: Theory | None = None
    changes: tuple[Change, ...] = ()
    difference: Difference | None = None
    says: str = ""
    missing: tuple[str, ...] = ()

    @property
    def is_same(self) -> bool:
        """Say whether both versions mean the same, so that only lines, layout or other files of it changed."""
        return self.difference is not None and not self.changes

    @property
    def title(self) -> str:
        """Give what the plan calls itself, or its file."""
        return (self.new and self.new.title) or (self.old and self.old.title) or self.file
