"""One text that several people write at once: the order in which their changes count.

Every change gets a number; whoever writes says which number they have seen. A change that is behind is not taken:
the writer gets what is missing, moves the change past it and sends it again, as CodeMirror's pages do by themselves.
What comes as a whole text (a plain page, another editor, git) is woven in here (`weave`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from .changes import BadChange, applied, from_json, to_json, units, words, woven

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .changes import Change

MOST_REMEMBERED = 20_000
"""Changes that are kept for writers who are behind; whoever is further behind opens the text anew."""

MOST_AT_ONCE = 2_000
"""Changes that one message may bring."""

LARGEST = 1_000_000
"""Units of text that one file of a live page may have."""


class Update(NamedTuple):
    """One change, and who made it."""

    client: str
    change: Change

    def as_json(self) -> dict[str, Any]:
        """Give it as pages read it."""
        return {"clientID": self.client, "changes": to_json(self.change)}


@dataclass(slots=True)
class Shared:
    """A text and its history. ``version`` counts the changes so far; ``text`` is what it says now."""

    name: str
    text: str
    version: int = 0
    _units: str = ""
    _log: list[Update] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._units = units(self.text)

    def push(self, version: int, updates: Any) -> bool:
        """Take changes that were made on this version; False where it is not the present one.

        Raises BadChange where one of them does not fit; then none is taken.
        """
        if version != self.version:
            return False
        taken = _read(updates)
        now = self._units
        for update in taken:
            now = applied(update.change, now)
        self._become(now, taken)
        return True

    def weave(self, client: str, base: str, text: str) -> bool:
        """Bring in a whole text that somebody made from ``base``; False where nothing changes by it."""
        change = woven(units(base), self._units, units(text))
        if all(section.insert is None for section in change):
            return False
        self._become(applied(change, self._units), [Update(client, change)])
        return True

    def since(self, version: int) -> list[Update] | None:
        """Give the changes after a version, or None where that one is not remembered or never was."""
        behind = self.version - version
        if not 0 <= behind <= len(self._log):
            return None
        return self._log[len(self._log) - behind :]

    def _become(self, unit_text: str, updates: Sequence[Update]) -> None:
        if len(unit_text) > LARGEST:
            msg = "This text is too long for a live page. Split it, and join the parts with include lines."
            raise BadChange(msg)
        self.text = words(unit_text)
        self._units = unit_text
        self._log += updates
        del self._log[: max(0, len(self._log) - MOST_REMEMBERED)]
        self.version += len(updates)


def _read(updates: Any) -> list[Update]:
    if not isinstance(updates, list) or not 0 < len(updates) <= MOST_AT_ONCE:
        msg = "A message brings between one and 2,000 changes."
        raise BadChange(msg)
    return [_update(one) for one in updates]


def _update(one: Any) -> Update:
    if not isinstance(one, dict) or not isinstance(one.get("clientID"), str):
        msg = "A change says who made it."
        raise BadChange(msg)
    return Update(one["clientID"][:100], from_json(one.get("changes")))
