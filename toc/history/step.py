"""One step in the life of a plan, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from toc.compare.facts import space_of
from toc.model import Theory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from toc.compare import Change
    from toc.compare.facts import Key
    from toc.git import Commit

NOTHING: Final = Theory()
"""A plan before it begins, and after its file is gone."""

FETCH: Final = "To fetch what came before: git fetch --unshallow"
"""What helps where a shallow clone is cut."""


class News(StrEnum):
    """What a step is about."""

    CHANGED = "changed"
    BEGINS = "begins"
    CUT = "cut"
    """a shallow clone begins here; what was there before is not known"""
    GONE = "gone"
    """the file was taken out"""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to a plan; ``commit`` is None for what is not committed yet.

    ``old`` and ``new`` are the theories before and after. ``notes`` are sentences about the file: that it had another
    name, what of it could not be read. ``called`` holds what is called otherwise in the newest version: from its key
    there to its id after this step.
    """

    commit: Commit | None
    changes: tuple[Change, ...] = ()
    old: Theory = NOTHING
    new: Theory = NOTHING
    news: News = News.CHANGED
    notes: tuple[str, ...] = ()
    called: Mapping[Key, str] = field(default_factory=dict)

    @property
    def tells(self) -> bool:
        """Say whether there is anything to tell; a commit that only moved lines has nothing."""
        return bool(self.changes or self.notes) or self.news is not News.CHANGED

    def name_of(self, key: Key) -> str:
        """Give the id that an element had after this step."""
        return self.called.get(key, key[1])

    def key_of(self, then: Key) -> Key:
        """Give the key in the newest version of an element that had another one after this step."""
        return next((key for key, name in self.called.items() if (key[0], name) == then), then)


def renames(changes: Iterable[Change]) -> Iterator[tuple[Key, str]]:
    """Give the elements that were taken for the same under another id: the new key, and the old id."""
    for change in changes:
        if change.guessed:
            yield (space_of(change.kind), str(change.new)), str(change.old)


def called_before(called: Mapping[Key, str], changes: Iterable[Change]) -> Mapping[Key, str]:
    """Give what is called otherwise in the newest version, one step earlier."""
    names = dict(renames(changes))
    if not names:
        return called
    found = {key: names.get((key[0], then), then) for key, then in called.items()}
    taken = {(key[0], then) for key, then in called.items()}
    return found | {key: old for key, old in names.items() if key not in taken and key not in found}
